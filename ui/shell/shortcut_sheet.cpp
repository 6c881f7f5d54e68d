// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_sheet.h"

#include "core/base/hex.h"
#include "ui/kit/action_registry.h"
#include "ui/kit/elided_label.h"
#include "ui/shell/palette_matcher.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace opsdeck::shell {

namespace {

constexpr int kMaximumColumns = 4;
constexpr QSize kSize(1120, 640);

QString arrow(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Left:
        return QString(QChar(0x2190));
    case Qt::Key_Up:
        return QString(QChar(0x2191));
    case Qt::Key_Right:
        return QString(QChar(0x2192));
    case Qt::Key_Down:
        return QString(QChar(0x2193));
    default:
        return QString();
    }
}

/// Arrows as arrows, and what several keys have in common once: "Ctrl+Shift+← →".
QString native(const QList<QKeySequence> &keys)
{
    QStringList words;
    Qt::KeyboardModifiers before;
    for (const QKeySequence &one : keys) {
        QString text = one.toString(QKeySequence::NativeText);
        const QString sign = one.count() == 1 ? arrow(one[0].key()) : QString();
        if (!sign.isEmpty()) {
            const Qt::KeyboardModifiers modifiers = one[0].keyboardModifiers();
            const QString letter =
                QKeySequence(QKeyCombination(modifiers, Qt::Key_A)).toString(QKeySequence::NativeText);
            text = !words.isEmpty() && modifiers == before ? sign : letter.chopped(1) + sign;
            before = modifiers;
        }
        words << text;
    }
    return words.join(QStringLiteral("  "));
}

} // namespace

ShortcutSheet::ShortcutSheet(const kit::Theme &theme, kit::ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_search(new QLineEdit)
    , m_scroll(new QScrollArea)
    , m_nothing(new QLabel)
    , m_edit(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    m_search->setObjectName(QStringLiteral("sheetSearch"));
    m_search->setMaxLength(200);
    m_search->setClearButtonEnabled(true);
    m_scroll->setObjectName(QStringLiteral("sheetScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the arrows scroll it from the field
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(QStringLiteral("sheetNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_edit->setObjectName(QStringLiteral("sheetEdit"));
    m_edit->setAutoDefault(false);
    m_close->setAutoDefault(false);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(theme.sizes().grid);
    foot->addWidget(m_edit);
    foot->addStretch(1);
    foot->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    const int margin = 2 * theme.sizes().grid;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.sizes().padding);
    column->addWidget(m_search);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_scroll, 1);
    column->addLayout(foot);

    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::fill);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT editWanted();
    });
    m_search->installEventFilter(this);
    resize(kSize);
    retranslate();
}

void ShortcutSheet::toggle()
{
    if (isVisible()) {
        close();
        return;
    }
    const QSize room = parentWidget() ? parentWidget()->window()->size() : kSize;
    resize(kSize.boundedTo(room - QSize(40, 40)).expandedTo(QSize(360, 280)));
    m_search->clear();
    fill();
    show();
    raise();
    activateWindow();
    m_search->setFocus();
}

QList<ShortcutSheet::Group> ShortcutSheet::groups(const QString &query) const
{
    QList<Group> groups;
    const QStringList words = PaletteMatcher::fold(query).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto add = [&](const QString &title, const QString &text, const QString &keys) {
        const QString all = PaletteMatcher::fold(QStringList{title, text, keys}.join(QLatin1Char(' ')));
        if (keys.isEmpty() || !std::all_of(words.cbegin(), words.cend(),
                                           [&](const QString &word) { return all.contains(word); }))
            return;
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const Group &other) { return other.title == title; });
        if (group == groups.end()) {
            groups.append({title, {}});
            group = groups.end() - 1;
        }
        group->rows.append({text, keys});
    };
    for (const QString &id : m_actions.ids())
        add(m_actions.group(id), m_actions.text(id), native({m_actions.shortcut(id)}));
    for (const kit::FixedKeys &fixed : m_actions.fixedKeys())
        add(fixed.group(), fixed.text(), native(fixed.keys));
    return groups;
}

QWidget *ShortcutSheet::groupWidget(const Group &group)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *title = new QLabel(group.title);
    title->setObjectName(QStringLiteral("sheetGroup"));
    title->setTextFormat(Qt::PlainText);
    title->setIndent(0);
    column->addWidget(title);
    for (const Row &row : group.rows) {
        auto *text = new kit::ElidedLabel;
        text->setText(base::plainText(row.text));
        auto *keys = new QLabel(row.keys);
        keys->setObjectName(QStringLiteral("sheetKeys"));
        keys->setTextFormat(Qt::PlainText);
        keys->setAlignment(Qt::AlignRight | Qt::AlignTop);
        text->setBuddy(keys);
        auto *line = new QHBoxLayout;
        line->setSpacing(m_theme.sizes().padding);
        line->addWidget(text, 1);
        line->addWidget(keys);
        column->addLayout(line);
    }
    return box;
}

int ShortcutSheet::spacing() const
{
    return 4 * m_theme.sizes().grid;
}

/// As many as there is room for with every row in one line, also while few rows are found.
int ShortcutSheet::columnCount() const
{
    const QFontMetrics metrics = fontMetrics();
    int widest = 1;
    for (const Group &group : groups(QString())) {
        for (const Row &row : group.rows) {
            widest = std::max(widest, metrics.horizontalAdvance(base::plainText(row.text)) +
                                          m_theme.sizes().padding + metrics.horizontalAdvance(row.keys));
        }
    }
    // Of the dialog's own width: what is inside is not laid out before it is shown.
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - m_theme.sizes().grid -
                     m_scroll->verticalScrollBar()->sizeHint().width();
    return std::clamp((room + spacing()) / (widest + spacing()), 1, kMaximumColumns);
}

/// Groups stay whole; each goes to the column that is shortest by then.
void ShortcutSheet::fill()
{
    const QList<Group> all = groups(m_search->text());
    m_columns = columnCount();
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("sheetPage"));
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, m_theme.sizes().grid, 0);
    row->setSpacing(spacing());
    QList<QVBoxLayout *> columns;
    QList<qsizetype> heights(m_columns, 0);
    for (int i = 0; i < m_columns; ++i) {
        columns.append(new QVBoxLayout);
        columns.last()->setSpacing(2 * m_theme.sizes().grid);
        row->addLayout(columns.last(), 1);
    }
    constexpr int kTitle = 2;
    for (const Group &group : all) {
        const qsizetype at = std::min_element(heights.cbegin(), heights.cend()) - heights.cbegin();
        columns.at(at)->addWidget(groupWidget(group));
        heights[at] += group.rows.size() + kTitle;
    }
    for (QVBoxLayout *column : std::as_const(columns))
        column->addStretch(1);
    m_scroll->setWidget(page); // the one before is deleted
    m_scroll->setVisible(!all.isEmpty());
    m_nothing->setVisible(all.isEmpty());
}

bool ShortcutSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        QScrollBar *bar = m_scroll->verticalScrollBar();
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
            return true;
        case Qt::Key_Up:
            bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
            return true;
        case Qt::Key_PageDown:
            bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
            return true;
        case Qt::Key_PageUp:
            bar->triggerAction(QAbstractSlider::SliderPageStepSub);
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ShortcutSheet::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (isVisible() && columnCount() != m_columns)
        fill();
}

void ShortcutSheet::retranslate()
{
    setWindowTitle(tr("Keys"));
    m_search->setPlaceholderText(tr("Find an action or a key"));
    m_search->setAccessibleName(tr("Find an action or a key"));
    m_scroll->setAccessibleName(tr("All keys"));
    m_nothing->setText(tr("No key does that"));
    m_edit->setText(tr("Change keys…"));
    m_edit->setAccessibleName(tr("Change keys…"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    if (isVisible())
        fill();
}

void ShortcutSheet::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::shell
