// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/look.h"

#include "core/store/settings_store.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QStyle>
#include <QStyleFactory>

namespace opsdeck::shell {

namespace {

/// A resource inside the program: memory, not a file.
QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(":/look/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// Fusion's own palette is dark where the platform says that it is (Qt 6.4 has no public colour scheme).
bool isFusionDark()
{
    return isDark(QApplication::style()->standardPalette());
}

} // namespace

base::Result<std::unique_ptr<Look>> Look::make(QApplication &application, SystemProbe isSystemDark)
{
    const QByteArray tokens = resource(QStringLiteral("theme.json"));
    auto dark = kit::Theme::fromJson(tokens, kit::Theme::Style::Dark);
    if (!dark)
        return base::fail(dark.error());
    auto light = kit::Theme::fromJson(tokens, kit::Theme::Style::Light);
    if (!light)
        return base::fail(light.error());
    if (!isSystemDark) {
        // Asked before we set a palette of our own: some platforms tell by theirs only.
        const bool wasDark = isDark(QApplication::palette());
        isSystemDark = [wasDark] { return wasDark || isFusionDark(); };
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    return std::unique_ptr<Look>(new Look(application, *dark, *light, std::move(isSystemDark)));
}

Look::Look(QApplication &application, const kit::Theme &dark, const kit::Theme &light,
           SystemProbe isSystemDark)
    : m_application(application)
    , m_dark(dark)
    , m_light(light)
    , m_isSystemDark(std::move(isSystemDark))
    , m_systemFont(QApplication::font())
    , m_theme(m_dark)
    , m_styleSheet(QString::fromUtf8(resource(QStringLiteral("style.qss"))))
    , m_spoken(Words::systemLanguage())
{
    m_words.use(m_spoken);
    applyFont();
    applyStyle();
    m_application.installEventFilter(this);
}

Look::~Look() = default;

void Look::follow(store::SettingsStore &settings)
{
    connect(&settings, &store::SettingsStore::changed, this,
            [this, &settings](const QString &key) { apply(settings, key); });
    for (const kit::SettingRow &row : {languageRow(), styleRow()})
        apply(settings, row.key);
}

void Look::apply(const store::SettingsStore &settings, const QString &key)
{
    if (const kit::SettingRow row = styleRow(); key == row.key)
        setStyle(styleFromName(kit::settingValue(settings, row).toString()));
    else if (const kit::SettingRow words = languageRow(); key == words.key)
        setLanguage(kit::settingValue(settings, words).toString());
}

Look::Style Look::styleFromName(const QString &name)
{
    if (name == QLatin1String("light"))
        return Style::Light;
    return name == QLatin1String("system") ? Style::System : Style::Dark;
}

void Look::setStyle(Style style)
{
    m_style = style;
    const bool isNowDark = style == Style::System ? m_isSystemDark() : style == Style::Dark;
    const kit::Theme &wanted = isNowDark ? m_dark : m_light;
    if (wanted.style() == m_theme.style())
        return;
    m_theme = wanted;
    applyStyle();
    Q_EMIT styleChanged();
}

void Look::applyStyle()
{
    QApplication::setPalette(m_theme.palette());
    m_application.setStyleSheet(m_theme.styleSheet(m_styleSheet));
}

void Look::applyFont()
{
    QApplication::setFont(kit::Theme::font(Words::font(m_systemFont, m_spoken), m_theme.sizes().body));
}

void Look::setLanguage(const QString &language)
{
    const bool isKnown = language == QLatin1String("en") || language == QLatin1String("zh_CN") ||
                         language == QLatin1String("zh_TW");
    m_language = isKnown ? language : QStringLiteral("system");
    const QString spoken = isKnown ? language : Words::systemLanguage();
    if (spoken == m_spoken)
        return;
    m_spoken = spoken;
    applyFont();
    m_words.use(m_spoken);
    Q_EMIT languageChanged();
}

bool Look::eventFilter(QObject *watched, QEvent *event)
{
    // Sent to every window when the desktop changes its theme.
    if (event->type() == QEvent::ThemeChange && m_style == Style::System) {
        // Later: Qt has not taken in the new palette when the first window hears of it.
        QMetaObject::invokeMethod(
            this, [this] { setStyle(m_style); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

kit::SettingRow Look::styleRow()
{
    kit::SettingRow row;
    row.key = QStringLiteral("ui.style");
    row.page = QStringLiteral("appearance");
    row.label = [] { return tr("Theme"); };
    row.kind = kit::SettingRow::Kind::Choice;
    row.fallback = QStringLiteral("dark");
    row.choices = {{QStringLiteral("dark"), [] { return tr("Dark"); }},
                   {QStringLiteral("light"), [] { return tr("Light"); }},
                   {QStringLiteral("system"), [] { return tr("As the system"); }}};
    return row;
}

kit::SettingRow Look::languageRow()
{
    kit::SettingRow row;
    row.key = QStringLiteral("ui.language");
    row.page = QStringLiteral("appearance");
    row.label = [] { return tr("Language"); };
    row.kind = kit::SettingRow::Kind::Choice;
    row.fallback = QStringLiteral("system");
    // Each in its own words: who cannot read this language must find their own.
    row.choices = {{QStringLiteral("system"), [] { return tr("As the system"); }},
                   {QStringLiteral("en"), [] { return QStringLiteral("English"); }},
                   {QStringLiteral("zh_CN"), [] { return QStringLiteral("简体中文"); }},
                   {QStringLiteral("zh_TW"), [] { return QStringLiteral("繁體中文"); }}};
    return row;
}

} // namespace opsdeck::shell
