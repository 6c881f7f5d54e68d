// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/site_device.h"
#include "app/ctl/kit/system_commands.h"
#include "core/site/site_error.h"

#include <QFileInfo>
#include <QJsonArray>

namespace opsdeck::site {

namespace {

QJsonObject toJson(const SiteProblem &problem)
{
    return {{QStringLiteral("severity"), problem.severity == SiteProblem::Severity::Error
                                             ? QStringLiteral("error")
                                             : QStringLiteral("warning")},
            {QStringLiteral("line"), problem.spot.line},
            {QStringLiteral("path"), problem.path},
            {QStringLiteral("message"), problem.message}};
}

/// `site check`: reads the file and says everything that is wrong or doubtful in it.
class CheckTask final : public ctl::Task
{
public:
    explicit CheckTask(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }

    void start() override
    {
        const auto reading = SiteFile::read(m_fileName, allModules());
        if (!reading) {
            Q_EMIT finished({base::fail(reading.error()), {}});
            return;
        }
        QJsonArray problems;
        QStringList lines;
        for (const SiteProblem &problem : reading->problems) {
            problems.append(toJson(problem));
            lines.append(problem.toString(QFileInfo(m_fileName).fileName()));
        }
        if (reading->hasErrors()) {
            Q_EMIT finished({base::fail(SiteError::Invalid, lines.join(u'\n')),
                             {},
                             {{QStringLiteral("file"), m_fileName}, {QStringLiteral("problems"), problems}}});
            return;
        }
        lines.append(QStringLiteral("%1: %2 devices, no errors, %3 warnings")
                         .arg(m_fileName)
                         .arg(reading->site.devices.size())
                         .arg(problems.size()));
        Q_EMIT finished({QJsonObject{{QStringLiteral("file"), m_fileName},
                                     {QStringLiteral("devices"), reading->site.devices.size()},
                                     {QStringLiteral("problems"), problems}},
                         lines.join(u'\n')});
    }

    void interrupt() override {}

private:
    QString m_fileName;
};

class SiteCommands final : public ctl::SystemCommands
{
public:
    QString name() const override { return QStringLiteral("site"); }
    QString help() const override { return QStringLiteral("the installation's file"); }

    QList<ctl::OptionSpec> options() const override
    {
        return {{QStringLiteral("site"), QStringLiteral("F"),
                 QStringLiteral("the site file, default the user's own")}};
    }

    QList<ctl::VerbSpec> verbs() const override
    {
        return {{QStringLiteral("check"),
                 QString(),
                 0,
                 0,
                 QStringLiteral("say what is wrong in the site file, with line and key"),
                 {},
                 [](const ctl::Invocation &invocation) -> base::Result<std::unique_ptr<ctl::Task>> {
                     return std::make_unique<CheckTask>(ctl::siteFileName(invocation.line.options));
                 }}};
    }
};

} // namespace

std::unique_ptr<ctl::SystemCommands> makeCommands()
{
    return std::make_unique<SiteCommands>();
}

} // namespace opsdeck::site
