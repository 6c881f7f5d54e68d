// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QTranslator>

namespace opsdeck::shell {

/// The language of the window: its translation and the fonts that draw it. Lives as long as the application.
class Words
{
public:
    /// "en", "zh_CN" or "zh_TW": the first of the system's languages that we speak.
    static QString systemLanguage();

    /// Installs the translation of `language` (one of the three) into the application; false when it is missing.
    bool use(const QString &language);

    /// `base` with the families that draw `language`, so that Chinese is not drawn with Japanese shapes.
    static QFont font(QFont base, const QString &language);

private:
    QTranslator m_translator;
    QTranslator m_qtTranslator; ///< Qt's own words (file dialog), where they are installed
};

} // namespace opsdeck::shell
