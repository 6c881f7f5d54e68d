// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace opsdeck::kit {

namespace {

constexpr std::array<const char *, Theme::kColors> kTokenNames = {
    "bg0",      "bg1",      "bg2", "bg3",       "line",        "text",  "text2", "text3", "accent",
    "accentBg", "onAccent", "ok",  "attention", "onAttention", "alarm", "off",   "video",
};

base::Result<int> readSize(const QJsonObject &from, const char *key)
{
    const int value = from.value(QLatin1String(key)).toInt(0);
    if (value < 1 || value > 200)
        return base::fail(
            base::CommonError::InvalidArgument,
            QStringLiteral("theme: \"%1\" must be a number from 1 to 200").arg(QLatin1String(key)));
    return value;
}

} // namespace

QString Theme::tokenName(Color color)
{
    return QLatin1String(kTokenNames[std::size_t(color)]);
}

base::Result<Theme> Theme::fromJson(const QByteArray &json, Style style)
{
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return base::fail(
            base::CommonError::InvalidArgument,
            QStringLiteral("theme: %1 at byte %2").arg(problem.errorString()).arg(problem.offset));

    Theme theme;
    theme.m_style = style;
    const QJsonObject type = root.value(QLatin1String("type")).toObject();
    const QJsonObject sizes = root.value(QLatin1String("sizes")).toObject();
    const struct {
        const QJsonObject &from;
        const char *key;
        int &to;
    } numbers[] = {
        {type, "body", theme.m_sizes.body},        {type, "label", theme.m_sizes.label},
        {type, "figure", theme.m_sizes.figure},    {type, "headline", theme.m_sizes.headline},
        {sizes, "grid", theme.m_sizes.grid},       {sizes, "row", theme.m_sizes.row},
        {sizes, "padding", theme.m_sizes.padding}, {sizes, "radius", theme.m_sizes.radius},
    };
    for (const auto &number : numbers) {
        const auto value = readSize(number.from, number.key);
        if (!value)
            return base::fail(value.error());
        number.to = *value;
    }

    const QJsonObject colors = root.value(QLatin1String("colors")).toObject();
    const QLatin1String shade(style == Style::Dark ? "dark" : "light");
    for (int i = 0; i < kColors; ++i) {
        const QString name = tokenName(Color(i));
        const QString text = colors.value(name).toObject().value(shade).toString();
        const QColor color(text);
        if (!text.startsWith(QLatin1Char('#')) || !color.isValid())
            return base::fail(
                base::CommonError::InvalidArgument,
                QStringLiteral("theme: colour \"%1\" has no \"%2\" like #rrggbb").arg(name, shade));
        theme.m_colors[std::size_t(i)] = color;
    }
    return theme;
}

QFont Theme::font(const QFont &base, int pixels, bool strong)
{
    QFont font = base;
    font.setPixelSize(pixels);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Color token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Color::Bg1);
    set(QPalette::WindowText, Color::Text);
    set(QPalette::Base, Color::Bg1);
    set(QPalette::AlternateBase, Color::Bg2);
    set(QPalette::Text, Color::Text);
    set(QPalette::PlaceholderText, Color::Text3);
    set(QPalette::Button, Color::Bg2);
    set(QPalette::ButtonText, Color::Text);
    set(QPalette::BrightText, Color::Text);
    set(QPalette::ToolTipBase, Color::Bg3);
    set(QPalette::ToolTipText, Color::Text);
    set(QPalette::Highlight, Color::AccentBg);
    set(QPalette::HighlightedText, Color::Text);
    set(QPalette::Link, Color::Accent);
    set(QPalette::LinkVisited, Color::Accent);
    set(QPalette::Light, Color::Line);
    set(QPalette::Midlight, Color::Line);
    set(QPalette::Mid, Color::Line);
    set(QPalette::Dark, Color::Line);
    set(QPalette::Shadow, Color::Bg0);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Color::Text3));
    return palette;
}

QString Theme::styleSheet(QString source) const
{
    for (int i = 0; i < kColors; ++i)
        source.replace(QLatin1Char('@') + tokenName(Color(i)) + QLatin1Char('@'),
                       m_colors[std::size_t(i)].name());
    const struct {
        const char *name;
        int pixels;
    } numbers[] = {
        {"body", m_sizes.body},         {"label", m_sizes.label}, {"figure", m_sizes.figure},
        {"headline", m_sizes.headline}, {"row", m_sizes.row},     {"padding", m_sizes.padding},
        {"radius", m_sizes.radius},
    };
    for (const auto &number : numbers)
        source.replace(QLatin1Char('@') + QLatin1String(number.name) + QLatin1Char('@'),
                       QString::number(number.pixels) + QStringLiteral("px"));
    // A style sheet cannot colour an icon: it names one that is drawn in the colours of this style.
    source.replace(QStringLiteral("@shade@"),
                   m_style == Style::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    return source;
}

} // namespace opsdeck::kit
