// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/setting_row.h"
#include "ui/kit/theme.h"
#include "ui/shell/words.h"

#include <QObject>

#include <functional>
#include <memory>

class QApplication;

namespace opsdeck::shell {

/// How the program looks and what language it speaks: follows the settings "ui.style" and "ui.language" (and, where
/// they say so, the system), and puts palette, style sheet, fonts and translators into the application, live. Owns the
/// Theme that every widget refers to; it is changed in place, so widgets make their pictures anew when they get
/// PaletteChange or StyleChange, and their texts when they get LanguageChange. One in a program, as long as the
/// application. GUI thread.
class Look final : public QObject
{
    Q_OBJECT
public:
    enum class Style { System, Dark, Light };

    /// Answers whether the system's own style is dark.
    using SystemProbe = std::function<bool()>;

    /// Errors: InvalidArgument when the tokens inside the program are damaged.
    /// @param isSystemDark empty = Qt is asked.
    static base::Result<std::unique_ptr<Look>> make(QApplication &application, SystemProbe isSystemDark = {});
    ~Look() override;

    /// Reads the two settings and follows them from now on. @param settings must outlive this object.
    void follow(store::SettingsStore &settings);

    const kit::Theme &theme() const { return m_theme; }
    Style style() const { return m_style; }
    void setStyle(Style style);
    /// "system", "en", "zh_CN" or "zh_TW"; anything else counts as "system".
    QString language() const { return m_language; }
    void setLanguage(const QString &language);
    /// What is spoken: "en", "zh_CN" or "zh_TW".
    QString spokenLanguage() const { return m_spoken; }

    static Style styleFromName(const QString &name);
    /// The two settings.
    static kit::SettingRow styleRow();
    static kit::SettingRow languageRow();

Q_SIGNALS:
    void styleChanged();
    void languageChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Look(QApplication &application, const kit::Theme &dark, const kit::Theme &light,
         SystemProbe isSystemDark);

    void applyStyle();
    void applyFont();
    void apply(const store::SettingsStore &settings, const QString &key);

    QApplication &m_application;
    const kit::Theme m_dark;
    const kit::Theme m_light;
    const SystemProbe m_isSystemDark;
    const QFont m_systemFont;
    kit::Theme m_theme;
    QString m_styleSheet; ///< with its @tokens@
    Words m_words;
    Style m_style = Style::Dark;
    QString m_language = QStringLiteral("system");
    QString m_spoken;
};

} // namespace opsdeck::shell
