// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_ui.h"

#include "core/systems/dvr/dvr_module.h"
#include "core/transport/tcp_link_factory.h"
#include "ui/systems/dvr/dvr_connection_test.h"
#include "ui/systems/dvr/dvr_device_form.h"
#include "ui/systems/dvr/dvr_event_text.h"

#include <QCoreApplication>

namespace opsdeck::dvr {

namespace {

class DvrUiModule final : public kit::UiSystemModule
{
public:
    QString id() const override { return QStringLiteral("dvr"); }
    std::unique_ptr<kit::SystemUi> open(const kit::UiContext &context) const override
    {
        return std::make_unique<DvrUi>(context);
    }
    int pageOrder() const override { return 10; }
    QString deviceKind() const override
    {
        return QCoreApplication::translate("DvrUiModule", "Video recorder (DVR)");
    }
    QString eventSentence(const QString &textKey) const override { return dvrEventSentence(textKey); }
    QString eventKind(const QString &kind) const override { return dvrEventKind(kind); }
    std::unique_ptr<kit::DeviceForm> makeForm(const QJsonObject &settings) const override
    {
        return std::make_unique<DvrDeviceForm>(settings);
    }
    std::unique_ptr<kit::ConnectionTest> makeTest(const kit::UiContext &context, const QJsonObject &settings,
                                                  const QString &password) const override
    {
        DeviceSettings device = settingsFromSite(QStringLiteral("test"), QString(), settings);
        device.password = password;
        const auto makeLinks = [clock = &context.clock, taps = context.taps] {
            return std::make_unique<transport::TcpLinkFactory>(QStringLiteral("dvr"), *clock,
                                                               transport::TcpLimits(), taps);
        };
        return std::make_unique<DvrConnectionTest>(device, context.clock, makeLinks, context.seed);
    }
};

} // namespace

/// The table that CMake writes calls this.
std::unique_ptr<kit::UiSystemModule> makeUiModule();
std::unique_ptr<kit::UiSystemModule> makeUiModule()
{
    return std::make_unique<DvrUiModule>();
}

} // namespace opsdeck::dvr
