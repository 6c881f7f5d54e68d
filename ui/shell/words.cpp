// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/words.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QLibraryInfo>
#include <QLocale>

namespace opsdeck::shell {

QString Words::systemLanguage()
{
    for (const QString &name : QLocale::system().uiLanguages()) {
        const QLocale locale(name);
        if (locale.language() == QLocale::English || locale.language() == QLocale::C)
            return QStringLiteral("en");
        if (locale.language() == QLocale::Chinese) {
            return locale.script() == QLocale::TraditionalHanScript ? QStringLiteral("zh_TW")
                                                                    : QStringLiteral("zh_CN");
        }
    }
    return QStringLiteral("en");
}

bool Words::use(const QString &language)
{
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    if (language == QLatin1String("en")) {
        // Dates and numbers as the system writes them, unless that is in another language.
        const QLocale system = QLocale::system();
        const bool isForeign = system.language() != QLocale::English && system.language() != QLocale::C;
        QLocale::setDefault(isForeign ? QLocale(QLocale::English) : system);
        return true;
    }
    QLocale::setDefault(QLocale(language));
    if (m_qtTranslator.load(QStringLiteral("qtbase_") + language,
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
    return m_translator.load(QStringLiteral(":/i18n/opsdeck_%1.qm").arg(language)) &&
           QCoreApplication::installTranslator(&m_translator);
}

QFont Words::font(QFont base, const QString &language)
{
    // The one a generic family stands for: "Sans Serif" itself would be drawn with the Latin letters of the Chinese font.
    QStringList families{QFontInfo(base).family()};
    if (language != QLatin1String("en"))
        families = {QStringLiteral("Noto Sans"), QStringLiteral("Segoe UI")};
    // Also for English: names of devices may be Chinese, and the fallback that the system finds may be a bold one.
    if (language == QLatin1String("zh_TW"))
        families << QStringLiteral("Noto Sans CJK TC") << QStringLiteral("Microsoft JhengHei");
    else
        families << QStringLiteral("Noto Sans CJK SC") << QStringLiteral("Microsoft YaHei");
    base.setFamilies(families);
    return base;
}

} // namespace opsdeck::shell
