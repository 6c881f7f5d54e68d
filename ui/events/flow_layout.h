// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace opsdeck::events {

/// Puts widgets side by side and begins a new line where there is no room. Hidden ones take none.
class FlowLayout final : public QLayout
{
public:
    /// @param spacing between widgets and between lines, in logical pixels.
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// @return the height that is needed.
    int arrange(const QRect &rect, bool isForReal) const;

    const int m_spacing;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace opsdeck::events
