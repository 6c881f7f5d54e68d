// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_notices.h"

#include "core/base/hex.h"
#include "core/store/settings_store.h"

#include <QDir>

namespace opsdeck::shell {

namespace {

QString problemKey()
{
    return QStringLiteral("shell.settings");
}

QString shownPath(const QString &path)
{
    return base::plainText(QDir::toNativeSeparators(path), 512);
}

/// In the language of the moment.
QString keepingProblem(const base::Error &why)
{
    using store::SettingsError;
    if (why.is(SettingsError::Shared))
        return SettingsNotices::tr(
            "Another Opsdeck is open: changes of settings and views made here are not kept");
    if (why.is(SettingsError::DiskFull))
        return SettingsNotices::tr("The disk is full: changes of settings and views are not kept");
    if (why.is(SettingsError::Newer))
        return SettingsNotices::tr(
            "The settings are from a later version of Opsdeck: changes made here are not kept");
    return SettingsNotices::tr("The settings cannot be written: changes of settings and views are not kept");
}

} // namespace

QString keepingProblem(const store::SettingsStore &settings)
{
    const auto why = settings.whyNotKept();
    return why ? keepingProblem(*why) : QString();
}

SettingsNotices::SettingsNotices(store::SettingsStore &settings, kit::Notices &notices, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_notices(notices)
{
    if (!m_settings.setAsideAs().isEmpty()) {
        kit::Notice notice;
        notice.say = [path = m_settings.setAsideAs()](kit::Notice &said) {
            said.text = tr("The settings were damaged; Opsdeck starts with the defaults");
            said.details = tr("The damaged file was kept as %1").arg(shownPath(path));
        };
        notice.key = QStringLiteral("shell.settings.damaged");
        m_notices.post(notice);
    }
    connect(&m_settings, &store::SettingsStore::saveFailed, this, &SettingsNotices::tell);
    connect(&m_settings, &store::SettingsStore::saved, this, &SettingsNotices::tell);
    tell();
}

void SettingsNotices::tell()
{
    const QString problem = keepingProblem(m_settings);
    if (problem == m_told)
        return;
    m_told = problem;
    if (problem.isEmpty()) {
        m_notices.withdraw(problemKey());
        return;
    }
    kit::Notice notice;
    notice.say = [why = *m_settings.whyNotKept(), path = m_settings.path()](kit::Notice &said) {
        said.text = keepingProblem(why);
        said.details = tr("They are in %1").arg(shownPath(path));
    };
    notice.key = problemKey();
    m_notices.post(notice);
}

} // namespace opsdeck::shell
