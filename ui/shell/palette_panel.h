// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/site_node.h"
#include "ui/kit/theme.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace opsdeck::kit {
class ActionRegistry;
}
namespace opsdeck::store {
class SettingsStore;
}

namespace opsdeck::shell {

class PaletteModel;

/// The command palette: a field and a list over the top centre of its window, which find every action, device and
/// channel. A child widget, so that input methods (Chinese) work in it. It takes the focus while it is open and gives
/// it back; it closes when something is chosen, by Esc, and when the operator goes elsewhere. Runs actions by the
/// registry; rows of the site tree are told by `nodeChosen`. The last choices are kept in the settings. GUI thread.
class PalettePanel final : public QFrame
{
    Q_OBJECT
public:
    static constexpr int kMaximumRecent = 20;
    /// The rows of the site tree as they are; asked when the palette opens.
    using Nodes = std::function<QList<kit::SiteNode>()>;

    /// @param window over which it opens. All must outlive this object.
    PalettePanel(const kit::Theme &theme, kit::ActionRegistry &actions, store::SettingsStore &settings,
                 Nodes nodes, QWidget *window);

    /// Opens it with everything; when it is open, closes it.
    void toggle();
    bool isOpen() const { return isVisible(); }
    void close();

Q_SIGNALS:
    void opened();
    void closed();
    void nodeChosen(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open();
    void gather();
    void showHits(const QString &query);
    void choose(const QModelIndex &index);
    void step(int rows);
    void place();
    void remember(const QString &key);
    QStringList recent() const;
    bool handleKey(int key);
    void showFooter();
    void retranslate();

    const kit::Theme &m_theme;
    kit::ActionRegistry &m_actions;
    store::SettingsStore &m_settings;
    Nodes m_nodes;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_footer;
    QPointer<QWidget> m_focusBefore;
};

} // namespace opsdeck::shell
