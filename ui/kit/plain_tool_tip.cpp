// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/plain_tool_tip.h"

namespace opsdeck::kit {

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return QString();
    return QStringLiteral("<p style=\"white-space:pre\">%1</p>").arg(text.toHtmlEscaped());
}

} // namespace opsdeck::kit
