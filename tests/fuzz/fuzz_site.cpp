// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a site file: an answer, never a crash; and what was read good survives a round trip.
#include "core/site/site_file.h"

#include <cstdlib>

namespace {

class FuzzModule final : public opsdeck::site::SystemModule
{
public:
    QString id() const override { return QStringLiteral("dvr"); }
    QStringList settingKeys() const override { return {QStringLiteral("host"), QStringLiteral("port")}; }
    QList<opsdeck::site::SettingsProblem> check(const QJsonObject &settings) const override
    {
        if (settings.value(QStringLiteral("host")).isString())
            return {};
        return {{QStringLiteral("host"), QStringLiteral("must be a text")}};
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    namespace SiteFile = opsdeck::site::SiteFile;
    static const SiteFile::Modules kModules = [] {
        SiteFile::Modules modules;
        modules.push_back(std::make_unique<FuzzModule>());
        return modules;
    }();
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto reading = SiteFile::parse(json, kModules);
    if (reading.problems.size() > SiteFile::kMaximumProblems + 1)
        std::abort();
    for (const auto &problem : reading.problems) {
        if (problem.spot.line < 1 || problem.spot.line > json.count('\n') + 1 || problem.message.isEmpty())
            std::abort();
    }
    if (!reading.hasErrors()) {
        const auto again = SiteFile::parse(SiteFile::encode(reading.site), kModules);
        if (again.hasErrors() || !(again.site == reading.site))
            std::abort();
    }
    return 0;
}
