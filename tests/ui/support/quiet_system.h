// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"

#include <QWidget>

namespace opsdeck::test {

/// A system with an empty page and nothing else: a test adds what it is about.
class QuietSystem : public kit::SystemUi
{
public:
    void setDevices(const QList<site::Device> &) override {}
    QString pageTitle() const override { return QStringLiteral("Page"); }
    QWidget *makePage(QWidget *parent) override { return new QWidget(parent); }
    QList<kit::SiteNode> nodes() const override { return {}; }
    void activateNode(const QString &) override {}
    void fillNodeMenu(const QString &, QMenu &) override {}
    kit::SystemFigures figures() const override { return now; }
    QJsonObject report() const override { return {}; }
    void restartMeasuring() override {}

    kit::SystemFigures now;
};

} // namespace opsdeck::test
