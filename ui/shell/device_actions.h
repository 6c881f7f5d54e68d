// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"

class QMenu;
class QToolButton;

namespace opsdeck::shell {

class DeviceDesk;
class MainWindow;

/// The ways to what the DeviceDesk does: actions "site.…" of the registry with their keys, the menu of the tree's rows, and
/// the "+" above the tree. GUI thread.
class DeviceActions final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    DeviceActions(DeviceDesk &devices, MainWindow &window, const kit::UiContext &context,
                  QObject *parent = nullptr);
    ~DeviceActions() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addAll();
    void add(const char *id, kit::Words text, const QKeySequence &keys, std::function<void()> run,
             std::function<QString()> whyNot);
    void fillMenu(const QString &nodeId, QMenu &menu);
    void fillGroups(QMenu &menu);
    void makeAddButton();
    void showAddButton();
    void refresh();
    QString noSite() const;
    QString noSelection() const;

    DeviceDesk &m_devices;
    MainWindow &m_window;
    kit::UiContext m_context;
    QToolButton *m_add = nullptr;
    QStringList m_ids;
};

} // namespace opsdeck::shell
