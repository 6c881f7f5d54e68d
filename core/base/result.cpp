// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace opsdeck::base {

ErrorFacts errorFacts(CommonError code)
{
    switch (code) {
    case CommonError::Timeout:
        return {"timeout", ErrorClass::NoAnswer};
    case CommonError::Cancelled:
        return {"cancelled", ErrorClass::Cancelled};
    case CommonError::NotConnected:
        return {"not-connected", ErrorClass::NoAnswer};
    case CommonError::InvalidArgument:
        return {"invalid-argument", ErrorClass::Usage};
    case CommonError::FileFailed:
        return {"file-failed", ErrorClass::Local};
    }
    return {"unknown", ErrorClass::Local};
}

} // namespace opsdeck::base
