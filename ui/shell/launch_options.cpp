// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/launch_options.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace opsdeck::shell {

namespace {

tl::unexpected<base::Error> wrong(const QString &what)
{
    return base::fail(base::CommonError::InvalidArgument, what);
}

base::Result<std::chrono::milliseconds> seconds(const QString &option, const QString &text)
{
    constexpr double kDay = 86400;
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !(value > 0 && value <= kDay))
        return wrong(QStringLiteral("--%1 takes seconds, more than 0 and at most %2, not \"%3\"")
                         .arg(option)
                         .arg(kDay)
                         .arg(text));
    return std::chrono::milliseconds(qint64(value * 1000));
}

base::Result<QSize> windowSize(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return wrong(QStringLiteral("--size takes WIDTHxHEIGHT like 1280x800, not \"%1\"").arg(text));
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

bool isOneOf(const QString &text, const QStringList &words)
{
    return words.contains(text);
}

} // namespace

base::Result<LaunchOptions> LaunchOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto add = [&parser](const char *name, bool takesValue) {
        QCommandLineOption option(QString::fromLatin1(name));
        if (takesValue)
            option.setValueName(QStringLiteral("value"));
        parser.addOption(option);
    };
    for (const char *name :
         {"site", "screenshot", "report", "after", "warm-up", "language", "style", "tiles", "layout",
          "stream", "size", "trace", "settings", "database", "do", "steps", "pictures"})
        add(name, true);
    for (const char *name : {"demo", "help", "version"})
        add(name, false);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return wrong(QStringLiteral("unexpected word \"%1\"").arg(parser.positionalArguments().constFirst()));

    const auto value = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const auto isSet = [&parser](const char *name) { return parser.isSet(QString::fromLatin1(name)); };
    LaunchOptions options;
    options.wantsHelp = isSet("help");
    options.wantsVersion = isSet("version");
    options.isDemo = isSet("demo");
    options.siteFile = value("site");
    options.screenshotFile = value("screenshot");
    options.reportFile = value("report");
    options.traceFile = value("trace");
    options.language = value("language");
    options.stream = value("stream");
    options.style = value("style");
    options.settingsFile = value("settings");
    options.databaseFile = value("database");
    options.stepsFile = value("steps");
    options.picturesFolder = value("pictures");

    if (options.isDemo && isSet("site"))
        return wrong(QStringLiteral("--demo and --site exclude each other"));
    for (const char *name :
         {"site", "screenshot", "report", "trace", "settings", "database", "steps", "pictures"}) {
        if (isSet(name) && value(name).isEmpty())
            return wrong(QStringLiteral("--%1 needs a file name").arg(QLatin1String(name)));
    }
    if (isSet("language") &&
        !isOneOf(options.language, {QStringLiteral("en"), QStringLiteral("zh_CN"), QStringLiteral("zh_TW")}))
        return wrong(QStringLiteral("--language is en, zh_CN or zh_TW, not \"%1\"").arg(options.language));
    if (isSet("style") &&
        !isOneOf(options.style, {QStringLiteral("dark"), QStringLiteral("light"), QStringLiteral("system")}))
        return wrong(QStringLiteral("--style is dark, light or system, not \"%1\"").arg(options.style));
    if (isSet("stream") && !isOneOf(options.stream, {QStringLiteral("main"), QStringLiteral("sub")}))
        return wrong(QStringLiteral("--stream is main or sub, not \"%1\"").arg(options.stream));
    for (const char *name : {"tiles", "layout"}) {
        if (!isSet(name))
            continue;
        if (!isOneOf(value(name), QStringLiteral("1 4 6 8 9 16 25 36 64").split(u' '))) {
            return wrong(QStringLiteral("--%1 is 1, 4, 6, 8, 9, 16, 25, 36 or 64, not \"%2\"")
                             .arg(QLatin1String(name), value(name)));
        }
        options.tiles = value(name).toInt();
    }
    if (isSet("size")) {
        const auto size = windowSize(value("size"));
        if (!size)
            return base::fail(size.error());
        options.size = *size;
        options.isSizeGiven = true;
    }
    for (const auto &[name, to] :
         {std::pair{"after", &options.after}, std::pair{"warm-up", &options.warmUp}}) {
        if (!isSet(name))
            continue;
        const auto time = seconds(QString::fromLatin1(name), value(name));
        if (!time)
            return base::fail(time.error());
        *to = *time;
    }
    if (isSet("do")) {
        options.actions = value("do").split(u',', Qt::SkipEmptyParts);
        if (options.actions.isEmpty())
            return wrong(QStringLiteral("--do needs the id of an action"));
        if (options.after.count() == 0)
            return wrong(QStringLiteral("--do needs --after SECONDS"));
    }
    if (isSet("steps") != isSet("pictures"))
        return wrong(QStringLiteral("--steps and --pictures need each other"));
    if (isSet("screenshot") && options.after.count() == 0)
        return wrong(QStringLiteral("--screenshot needs --after SECONDS"));
    if (options.warmUp.count() > 0 && options.warmUp >= options.after)
        return wrong(QStringLiteral("--warm-up needs a longer --after"));
    return options;
}

QString LaunchOptions::help()
{
    return QStringLiteral(
        "Usage: opsdeck [options]\n"
        "The window of Opsdeck: watches the devices of a site.\n"
        "\n"
        "  --site FILE        the site to open (default: site.json in the configuration folder)\n"
        "  --demo             start simulated recorders and cabinets on this computer and watch them\n"
        "  --settings FILE    what the operator prefers (default: settings.json in the configuration "
        "folder)\n"
        "  --database FILE    events and power banks (default: opsdeck.db in the data folder; of a "
        "demonstration a\n"
        "                     temporary file)\n"
        "  --language L       en, zh_CN or zh_TW, for this run (default: as set, at first the system's)\n"
        "  --style S          dark, light or system, for this run (default: as set, at first dark)\n"
        "  --tiles N          tiles of the wall at the start: 1, 4, 6, 8, 9, 16, 25, 36 or 64 (default: 16)\n"
        "  --layout N         the same\n"
        "  --stream S         main or sub: which stream of a channel to show (default: by the tile's size)\n"
        "  --size WxH         size of the window (default: 1600x900, or the screen's)\n"
        "  --after S          end by itself after S seconds\n"
        "  --screenshot FILE  with --after: save a picture of the window then, and print one line a device\n"
        "  --do ID[,ID…]      with --after: carry out these actions two seconds before that, for a picture\n"
        "                     (their ids: the keys of \"shortcuts\" in the settings, e.g. shell.settings)\n"
        "  --steps FILE       carry out these steps, a line each, save the pictures they ask for, and end\n"
        "  --pictures DIR     with --steps: where the pictures go\n"
        "  --report FILE      save what was measured, as JSON, at the end\n"
        "  --warm-up S        measure from then on only\n"
        "  --trace FILE       write everything on the wire there, as pcapng and without secrets\n"
        "  --help, --version\n"
        "\n"
        "Exit codes: 0 ok; 1 a tile of the demonstration had no picture; 2 wrong usage;\n"
        "5 something on this computer: no display, the site file, an output file.\n");
}

} // namespace opsdeck::shell
