// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_error.h"

namespace opsdeck::site {

base::ErrorFacts errorFacts(SiteError code)
{
    switch (code) {
    case SiteError::Invalid:
        return {"site-invalid", base::ErrorClass::Local};
    case SiteError::UnknownDevice:
        return {"unknown-device", base::ErrorClass::Usage};
    case SiteError::Conflict:
        return {"site-conflict", base::ErrorClass::Local};
    }
    return {"site-invalid", base::ErrorClass::Local};
}

} // namespace opsdeck::site
