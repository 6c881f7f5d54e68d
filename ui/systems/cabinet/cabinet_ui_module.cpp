// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_module.h"
#include "ui/systems/cabinet/cabinet_event_text.h"
#include "ui/systems/cabinet/cabinet_form.h"
#include "ui/systems/cabinet/cabinet_listen_test.h"
#include "ui/systems/cabinet/cabinet_ui.h"
#include "ui/systems/cabinet/fleet_page.h"

#include <QCoreApplication>

namespace opsdeck::cabinet {

namespace {

class CabinetUiModule final : public kit::UiSystemModule
{
public:
    QString id() const override { return QStringLiteral("cabinet"); }
    std::unique_ptr<kit::SystemUi> open(const kit::UiContext &context) const override
    {
        return std::make_unique<CabinetUi>(context);
    }
    int pageOrder() const override { return 30; }
    QString deviceKind() const override
    {
        return QCoreApplication::translate("CabinetUiModule", "Charging cabinets (server)");
    }
    QString eventSentence(const QString &textKey) const override { return cabinetEventSentence(textKey); }
    QString eventKind(const QString &kind) const override { return cabinetEventKind(kind); }
    std::unique_ptr<kit::DeviceForm> makeForm(const QJsonObject &settings) const override
    {
        return std::make_unique<CabinetForm>(settings);
    }
    std::unique_ptr<kit::ConnectionTest> makeTest(const kit::UiContext &context, const QJsonObject &settings,
                                                  const QString &) const override
    {
        return std::make_unique<CabinetListenTest>(
            settingsFromSite(QStringLiteral("test"), QString(), settings),
            [kept = &context.settings] { return CabinetUi::ownServer(*kept); }, context.clock);
    }
};

} // namespace

/// The table that CMake writes calls this.
std::unique_ptr<kit::UiSystemModule> makeUiModule();
std::unique_ptr<kit::UiSystemModule> makeUiModule()
{
    return std::make_unique<CabinetUiModule>();
}

} // namespace opsdeck::cabinet
