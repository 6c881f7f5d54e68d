// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sources: who includes whom, and the few habits that a compiler does not see. The rules are one
// function a kind of line; each is proved on lines that break it, then run over the tree.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

const QString kRoot = QStringLiteral(OPSDECK_SOURCE_DIR);

/// The part of the project a file belongs to: "core/base", "core/systems/dvr", "ui/kit", "app/ctl",
/// "app/ctl/systems/dvr", "tests/core" …
QString zoneOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    const auto first = [&](qsizetype count) { return parts.mid(0, count).join(u'/'); };
    if (parts.size() > 3 && parts[1] == QStringLiteral("systems"))
        return first(3);
    if (parts.size() > 3 && parts[0] == QStringLiteral("app") && parts[2] == QStringLiteral("systems")) {
        // app/ctl has one file a system, app/simulator a folder a system.
        const QString system = parts.size() > 4 ? parts[3] : parts[3].section(u'_', 0, 0);
        return first(3) + u'/' + system;
    }
    return first(2);
}

QString systemOf(const QString &zone)
{
    const qsizetype at = zone.indexOf(QStringLiteral("/systems/"));
    return at < 0 ? QString() : zone.sliced(at + 9);
}

bool isUnder(const QString &zone, const QString &folder)
{
    return zone == folder || zone.startsWith(folder + u'/');
}

/// May a file of `from` include a file of `to`? Both zones.
bool mayInclude(const QString &from, const QString &to)
{
    static const QHash<QString, QStringList> kCore{
        {QStringLiteral("core/base"), {}},
        {QStringLiteral("core/transport"), {QStringLiteral("core/base")}},
        {QStringLiteral("core/trace"), {QStringLiteral("core/base"), QStringLiteral("core/transport")}},
        {QStringLiteral("core/media"), {QStringLiteral("core/base")}},
        {QStringLiteral("core/store"), {QStringLiteral("core/base")}},
        {QStringLiteral("core/site"),
         {QStringLiteral("core/base"), QStringLiteral("core/transport"), QStringLiteral("core/store")}},
    };
    const auto isShared = [](const QString &zone) { return kCore.contains(zone); };
    const QString fromTop = from.section(u'/', 0, 0);
    const QString toTop = to.section(u'/', 0, 0);
    if (from == to)
        return true;
    if (fromTop == QStringLiteral("core")) {
        if (isShared(from))
            return kCore.value(from).contains(to);
        return isUnder(from, QStringLiteral("core/systems")) && isShared(to);
    }
    if (fromTop == QStringLiteral("ui")) {
        if (isShared(to))
            return true;
        if (to == QStringLiteral("ui/kit"))
            return true;
        if (isUnder(from, QStringLiteral("ui/systems")))
            return to == QStringLiteral("core/systems/") + systemOf(from);
        // The shell puts the panes that span systems into its docks; systems come to it as modules.
        return from == QStringLiteral("ui/shell") &&
               (to == QStringLiteral("ui/events") || to == QStringLiteral("ui/trace") ||
                to == QStringLiteral("ui/dashboard"));
    }
    if (fromTop == QStringLiteral("app")) {
        const QString program = from.section(u'/', 0, 1);
        if (toTop == QStringLiteral("app"))
            return isUnder(to, program) && (systemOf(to).isEmpty() || systemOf(from) == systemOf(to));
        if (toTop == QStringLiteral("ui"))
            return program == QStringLiteral("app/console");
        return toTop == QStringLiteral("core") &&
               (systemOf(to).isEmpty() || systemOf(from).isEmpty() || systemOf(from) == systemOf(to));
    }
    if (fromTop == QStringLiteral("tests")) {
        // What is tested without the window is built without it.
        const bool hasWindow =
            isUnder(from, QStringLiteral("tests/ui")) || isUnder(from, QStringLiteral("tests/bench"));
        return toTop != QStringLiteral("ui") || hasWindow;
    }
    return false;
}

/// The header of a class of Qt Gui, Widgets or what stands on them.
bool isGuiHeader(const QString &header)
{
    static const QRegularExpression kModule(QStringLiteral(
        "^Qt(Gui|Widgets|Svg|SvgWidgets|Charts|Multimedia|MultimediaWidgets|OpenGL|PrintSupport|Quick)/"));
    static const QRegularExpression kClass(
        QStringLiteral("^Q(Image|Pixmap|Bitmap|Picture|Color|Palette|Brush|Pen|Font\\w*|Icon\\w*|Cursor|"
                       "Painter\\w*|Polygon\\w*|Region|"
                       "Transform|Screen|Window|Surface\\w*|GuiApplication|Application|Clipboard|Drag|"
                       "KeySequence|Shortcut|Text(Document"
                       "|Cursor|Layout|Option|Format|Edit|Browser)|Key\\w*Event|\\w*Mouse\\w*Event|\\w*"
                       "Paint\\w*Event|Action\\w*|Menu\\w*|"
                       "Widget\\w*|MainWindow|Dialog\\w*|Label|\\w*Button\\w*|(Graphics|Abstract|Tree|Table|"
                       "List|Column|Header|Undo)\\w*View|\\w*Layout|\\w*Box|"
                       "Style\\w*|\\w*Delegate|"
                       "StandardItem\\w*|Validator|Vector\\dD|Matrix4x4|Svg\\w*|Chart\\w*|Audio\\w*|Video\\w*"
                       "|Media\\w*|OpenGL\\w*)$"));
    return kModule.match(header).hasMatch() || kClass.match(header).hasMatch();
}

/// The header of a class of Qt Sql.
bool isSqlHeader(const QString &header)
{
    static const QRegularExpression kModule(QStringLiteral("^QtSql(/|$)"));
    static const QRegularExpression kClass(QStringLiteral("^QSql\\w*$"));
    return kModule.match(header).hasMatch() || kClass.match(header).hasMatch();
}

/// Statements stand in one place; its tests and figures look at the database behind its back.
bool speaksSql(const QString &zone, const QString &path)
{
    return zone == QStringLiteral("core/store") || path.startsWith(QStringLiteral("tests/core/store/")) ||
           zone == QStringLiteral("tests/bench");
}

/// A statement in a text.
bool isSql(const QString &line)
{
    static const QRegularExpression kStatement(QStringLiteral(
        "\"\\s*(SELECT .* FROM |INSERT INTO |UPDATE \\w+ SET |DELETE FROM |CREATE (TABLE|UNIQUE|INDEX) "
        "|PRAGMA \\w)"));
    return kStatement.match(line).hasMatch();
}

bool isHeadless(const QString &zone)
{
    return isUnder(zone, QStringLiteral("core")) || isUnder(zone, QStringLiteral("app/ctl")) ||
           isUnder(zone, QStringLiteral("app/simulator"));
}

/// What is wrong with this line of a source file; empty = nothing.
QString faultOf(const QString &path, const QString &line)
{
    static const QRegularExpression kQuoted(QStringLiteral("^\\s*#\\s*include\\s*\"([^\"]+)\""));
    static const QRegularExpression kAngled(QStringLiteral("^\\s*#\\s*include\\s*<([^>]+)>"));
    static const QRegularExpression kInstance(
        QStringLiteral("(?<![A-Za-z0-9_:])(?:(\\w+)\\s*::\\s*)?instance\\s*\\(\\s*\\)"));
    const QString zone = zoneOf(path);
    if (const auto match = kQuoted.match(line); match.hasMatch()) {
        const QString header = match.captured(1);
        if (header.endsWith(QStringLiteral(".moc")) && !header.contains(u'/'))
            return {};
        static const QSet<QString> kTops{QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui"),
                                         QStringLiteral("tests")};
        if (!kTops.contains(header.section(u'/', 0, 0)) || header.contains(QStringLiteral("..")))
            return QStringLiteral("includes \"%1\": write the full path from the root").arg(header);
        if (!mayInclude(zone, zoneOf(header)))
            return QStringLiteral("%1 must not include %2").arg(zone, zoneOf(header));
        return {};
    }
    if (const auto match = kAngled.match(line); match.hasMatch()) {
        if (isHeadless(zone) && isGuiHeader(match.captured(1)))
            return QStringLiteral("%1 must do without the GUI: <%2>").arg(zone, match.captured(1));
        if (isSqlHeader(match.captured(1)) && !speaksSql(zone, path))
            return QStringLiteral("%1 must not speak SQL: <%2>").arg(zone, match.captured(1));
        // In Qt 6.4 it completes a file of which a full disk took only a part.
        if (match.captured(1).section(u'/', -1).compare(QStringLiteral("QSaveFile"), Qt::CaseInsensitive) ==
            0)
            return QStringLiteral("QSaveFile loses files on a full disk: base::replaceFile");
        return {};
    }
    if (isSql(line) && !speaksSql(zone, path) && !isUnder(zone, QStringLiteral("tests/architecture")))
        return QStringLiteral("%1 must not speak SQL").arg(zone);
    if (!isUnder(zone, QStringLiteral("tests"))) {
        const auto match = kInstance.match(line.section(QStringLiteral("//"), 0, 0));
        if (match.hasMatch() && !match.captured(1).startsWith(u'Q'))
            return QStringLiteral("a singleton: hand the object in");
        // Qt 6.4 posts to the context from the thread that answers, also while it is being destroyed.
        static const QRegularExpression kThen(QStringLiteral("\\.then\\(\\s*(?!QtFuture::|\\[)[\\w.>()-]+,"));
        if (kThen.match(line.section(QStringLiteral("//"), 0, 0)).hasMatch())
            return QStringLiteral("an answer may meet the end of its context: then(base::on(…))");
    }
    return {};
}

QString faultOfCmake(const QString &path, const QString &line)
{
    static const QRegularExpression kGui(QStringLiteral(
        "Qt6?::(Gui|Widgets|Svg|SvgWidgets|Charts|Multimedia|MultimediaWidgets|OpenGL|Quick)\\b"));
    const auto match = kGui.match(line.section(u'#', 0, 0));
    if (match.hasMatch() && isHeadless(zoneOf(path)))
        return QStringLiteral("%1 must not link %2").arg(zoneOf(path), match.captured(0));
    return {};
}

QStringList filesWith(const QStringList &patterns)
{
    QStringList files;
    for (const char *top : {"app", "core", "ui", "tests", "packaging", "resources"}) {
        QDirIterator it(kRoot + u'/' + QLatin1String(top), patterns, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(QDir(kRoot).relativeFilePath(it.next()));
    }
    files.sort();
    return files;
}

QStringList linesOf(const QString &path)
{
    QFile file(kRoot + u'/' + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

QStringList faultsIn(const QStringList &files, QString (*rule)(const QString &, const QString &))
{
    QStringList faults;
    for (const QString &path : files) {
        const QStringList lines = linesOf(path);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString fault = rule(path, lines[i]);
            if (!fault.isEmpty())
                faults.append(QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(fault));
        }
    }
    return faults;
}

} // namespace

class TestIncludeDirections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhatIsWrong_data();
    void seesWhatIsWrong();
    void letsPassWhatIsRight_data();
    void letsPassWhatIsRight();
    void sourcesKeepTheDirections();
    void buildFilesKeepTheDirections();
    void everySourceSaysItsLicence();
    void everyHeaderIsReadOnce();
    void nothingNewStandsAtTheTop();
};

void TestIncludeDirections::seesWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *path, const char *line) {
        QTest::addRow("%s: %s", path, line) << QString::fromLatin1(path) << QString::fromLatin1(line);
    };
    row("core/base/x.cpp", "#include \"core/transport/tcp_link.h\"");
    row("core/transport/x.cpp", "#include \"core/trace/trace_recorder.h\"");
    row("core/transport/x.h", "  #  include  \"core/media/picture.h\"");
    row("core/media/x.cpp", "#include \"core/transport/byte_link.h\"");
    row("core/media/x.cpp", "#include \"core/systems/dvr/dvr_types.h\"");
    row("core/store/x.cpp", "#include \"core/site/site_file.h\"");
    row("core/site/x.cpp", "#include \"core/systems/dvr/dvr_module.h\"");
    row("core/trace/x.cpp", "#include \"core/systems/door/door_session.h\"");
    row("core/systems/dvr/x.cpp", "#include \"core/systems/door/door_session.h\"");
    row("core/systems/dvr/x.cpp", "#include \"ui/kit/state_badge.h\"");
    row("core/systems/cabinet/x.cpp", "#include <QSqlQuery>");
    row("ui/events/x.cpp", "#include <QtSql/QSqlDatabase>");
    row("tests/ui/events/tst_x.cpp", "#include <QSqlDatabase>");
    row("core/site/x.cpp", "    run(QStringLiteral(\"SELECT id FROM event WHERE id = ?\"));");
    row("app/console/main.cpp", "    const char *sql = \"DELETE FROM bank\";");
    row("core/systems/cabinet/x.cpp", "    \"PRAGMA synchronous = OFF\"");
    row("core/base/x.cpp", "#include \"app/ctl/kit/help.h\"");
    row("core/base/x.cpp", "#include \"tests/support/manual_clock.h\"");
    row("ui/kit/x.cpp", "#include \"core/systems/dvr/dvr_types.h\"");
    row("ui/kit/x.cpp", "#include \"ui/shell/main_window.h\"");
    row("ui/shell/x.cpp", "#include \"ui/systems/dvr/wall_view.h\"");
    row("ui/shell/x.cpp", "#include \"core/systems/dvr/dvr_types.h\"");
    row("ui/events/x.cpp", "#include \"ui/shell/main_window.h\"");
    row("ui/systems/dvr/x.cpp", "#include \"ui/systems/door/door_pane.h\"");
    row("ui/systems/dvr/x.cpp", "#include \"core/systems/door/door_session.h\"");
    row("ui/systems/dvr/x.cpp", "#include \"ui/shell/main_window.h\"");
    row("ui/systems/dvr/x.cpp", "#include \"app/console/options.h\"");
    row("app/ctl/main.cpp", "#include \"ui/kit/theme.h\"");
    row("app/ctl/systems/dvr_commands.cpp", "#include \"core/systems/door/door_session.h\"");
    row("app/simulator/systems/dvr/x.cpp", "#include \"app/simulator/systems/door/door_device.h\"");
    row("app/simulator/main.cpp", "#include \"app/ctl/kit/help.h\"");
    row("app/console/main.cpp", "#include \"tests/support/manual_clock.h\"");
    row("tests/core/base/tst_x.cpp", "#include \"ui/kit/theme.h\"");
    row("core/base/x.cpp", "#include \"result.h\"");
    row("core/base/x.cpp", "#include \"../transport/byte_link.h\"");
    row("core/base/x.cpp", "#include \"core/base/../transport/byte_link.h\"");
    row("core/media/x.h", "#include <QImage>");
    row("core/media/x.h", "#include <QtGui/QImage>");
    row("core/base/x.h", "#include <QColor>");
    row("core/site/x.h", "#include <QWidget>");
    row("core/site/x.h", "#include <QTreeView>");
    row("core/systems/dvr/x.h", "#include <QtWidgets/qwidget.h>");
    row("core/systems/dvr/x.h", "#include <QAudioSink>");
    row("app/ctl/main.cpp", "#include <QGuiApplication>");
    row("app/simulator/main.cpp", "#include <QPainter>");
    row("core/site/x.cpp", "#include <QSaveFile>");
    row("app/console/x.cpp", "#include <QtCore/QSaveFile>");
    row("core/base/x.h", "    static Clock &instance();");
    row("ui/kit/x.cpp", "    answer.then(this, [this](int) {});");
    row("ui/kit/x.cpp", "    answer.then( dialog.get(), [](int) {});");
    row("app/ctl/x.cpp", "    answer.then(this,");
    row("ui/kit/x.cpp", "    return Theme::instance().color();");
    row("app/console/main.cpp", "    instance ( )->run();");
    row("core/base/CMakeLists.txt", "target_link_libraries(opsdeck_base PUBLIC Qt6::Gui)");
    row("core/systems/dvr/CMakeLists.txt", "    Qt6::Widgets");
    row("app/ctl/CMakeLists.txt", "target_link_libraries(opsdeckctl PRIVATE Qt::Svg)");
}

void TestIncludeDirections::seesWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    const bool isCmake = path.endsWith(QStringLiteral(".txt"));
    const QString fault = isCmake ? faultOfCmake(path, line) : faultOf(path, line);
    QVERIFY2(!fault.isEmpty(), qPrintable(line));
}

void TestIncludeDirections::letsPassWhatIsRight_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *path, const char *line) {
        QTest::addRow("%s: %s", path, line) << QString::fromLatin1(path) << QString::fromLatin1(line);
    };
    row("core/base/x.cpp", "#include \"core/base/result.h\"");
    row("core/trace/x.cpp", "#include \"core/transport/link_tap.h\"");
    row("ui/kit/x.cpp", "    answer.then(base::on(this, [this](int) {}));");
    row("ui/kit/x.cpp", "    answer.then([box](int one, int two) {});");
    row("ui/kit/x.cpp", "    answer.then(QtFuture::Launch::Sync, [](int) {});");
    row("ui/kit/x.cpp", "    // not answer.then(this, …)");
    row("core/systems/dvr/x.cpp", "#include \"core/site/system_module.h\"");
    row("core/systems/dvr/x.cpp", "#include \"core/media/encoded_frame.h\"");
    row("core/systems/dvr/x.cpp", "#include \"core/systems/dvr/dvr_types.h\"");
    row("ui/systems/dvr/x.cpp", "#include \"core/systems/dvr/dvr_types.h\"");
    row("ui/systems/dvr/x.cpp", "#include \"ui/kit/theme.h\"");
    row("ui/shell/x.cpp", "#include \"ui/events/event_pane.h\"");
    row("ui/kit/x.h", "#include <QWidget>");
    row("app/console/main.cpp", "#include \"ui/shell/main_window.h\"");
    row("app/ctl/systems/dvr_commands.cpp", "#include \"core/systems/dvr/dvr_session.h\"");
    row("app/ctl/systems/dvr_live.cpp", "#include \"app/ctl/systems/dvr_tasks.h\"");
    row("app/ctl/systems/dvr_commands.cpp", "#include \"app/ctl/kit/words.h\"");
    row("app/simulator/systems/dvr/x.cpp", "#include \"core/systems/dvr/message_header.h\"");
    row("tests/core/base/tst_x.cpp", "#include \"tests/support/manual_clock.h\"");
    row("tests/core/base/tst_x.cpp", "#include \"tst_x.moc\"");
    row("tests/ui/kit/tst_x.cpp", "#include \"ui/kit/theme.h\"");
    row("core/base/x.cpp", "#include <QTimer>");
    row("core/base/x.cpp", "#include <QByteArrayView>");
    row("core/base/x.cpp", "#include <vector>");
    row("core/store/x.cpp", "#include <QSqlQuery>");
    row("core/store/x.cpp", "    run(QStringLiteral(\"DELETE FROM bank\"));");
    row("tests/core/store/tst_x.cpp", "#include <QSqlDatabase>");
    row("ui/events/x.cpp", "    tr(\"Select a device from the list\")");
    row("ui/shell/x.cpp", "    tr(\"Delete from the list\")");
    row("ui/shell/x.cpp", "    auto *app = QCoreApplication::instance();");
    row("ui/shell/x.cpp", "    // never Theme::instance()");
    row("core/base/x.cpp", "    auto other = makeInstance();");
    row("ui/kit/CMakeLists.txt", "target_link_libraries(opsdeck_ui_kit PUBLIC Qt6::Widgets)");
    row("core/CMakeLists.txt", "# never Qt6::Gui");
}

void TestIncludeDirections::letsPassWhatIsRight()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    const bool isCmake = path.endsWith(QStringLiteral(".txt"));
    QCOMPARE(isCmake ? faultOfCmake(path, line) : faultOf(path, line), QString());
}

void TestIncludeDirections::sourcesKeepTheDirections()
{
    const QStringList files = filesWith({QStringLiteral("*.h"), QStringLiteral("*.cpp")});
    QVERIFY2(files.contains(QStringLiteral("core/base/result.h")), "the sources were not found");
    const QStringList faults = faultsIn(files, faultOf);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestIncludeDirections::buildFilesKeepTheDirections()
{
    const QStringList files = filesWith({QStringLiteral("CMakeLists.txt"), QStringLiteral("*.cmake")});
    QVERIFY2(files.contains(QStringLiteral("core/CMakeLists.txt")), "the build files were not found");
    const QStringList faults = faultsIn(files, faultOfCmake);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestIncludeDirections::everySourceSaysItsLicence()
{
    const QString licence = QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later");
    QStringList without;
    for (const QString &path : filesWith({QStringLiteral("*.h"), QStringLiteral("*.cpp")})) {
        if (linesOf(path).value(0) != QStringLiteral("// ") + licence)
            without.append(path);
    }
    for (const QString &path : filesWith({QStringLiteral("CMakeLists.txt"), QStringLiteral("*.cmake")})) {
        if (linesOf(path).value(0) != QStringLiteral("# ") + licence)
            without.append(path);
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
}

void TestIncludeDirections::everyHeaderIsReadOnce()
{
    QStringList without;
    for (const QString &path : filesWith({QStringLiteral("*.h")})) {
        if (!linesOf(path).contains(QStringLiteral("#pragma once")))
            without.append(path);
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
}

void TestIncludeDirections::nothingNewStandsAtTheTop()
{
    static const QSet<QString> kAllowed{
        QStringLiteral("CMakeLists.txt"),
        QStringLiteral("CMakePresets.json"),
        QStringLiteral("README.md"),
        QStringLiteral("LICENSE"),
        QStringLiteral("app"),
        QStringLiteral("core"),
        QStringLiteral("ui"),
        QStringLiteral("resources"),
        QStringLiteral("translations"),
        QStringLiteral("tests"),
        QStringLiteral("packaging"),
        // not in the repository, but ignored by it
        QStringLiteral("build"),
        QStringLiteral("compile_commands.json"),
        QStringLiteral("opsdeck-demo.png"),
        QStringLiteral("CMakeLists.txt.user"),
    };
    QStringList strange;
    for (const QString &entry : QDir(kRoot).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (!kAllowed.contains(entry))
            strange.append(entry);
    }
    QVERIFY2(strange.isEmpty(), qPrintable(strange.join(u' ')));
}

QTEST_APPLESS_MAIN(TestIncludeDirections)
#include "tst_include_directions.moc"
