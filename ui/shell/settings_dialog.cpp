// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_dialog.h"

#include "core/store/settings_store.h"
#include "ui/kit/icon.h"
#include "ui/kit/plain_label.h"
#include "ui/shell/setting_editor.h"
#include "ui/shell/settings_notices.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace opsdeck::shell {

namespace {

constexpr QSize kSize(760, 520);
constexpr QSize kMinimumSize(480, 300);
constexpr int kListWidth = 150;

} // namespace

/// The shell's own pages bring no title with their rows.
kit::Words SettingsDialog::titleOf(const kit::SettingRow &row)
{
    if (row.pageTitle)
        return row.pageTitle;
    if (row.page == QLatin1String("appearance"))
        return [] { return tr("Appearance"); };
    if (row.page == QLatin1String("notices"))
        return [] { return tr("Notices"); };
    return [id = row.page] { return id; };
}

SettingsDialog::SettingsDialog(const QList<kit::SettingRow> &rows, store::SettingsStore &settings,
                               const kit::Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_search(new QLineEdit)
    , m_searchIcon(m_search->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_banner(kit::wrappedLabel(QStringLiteral("settingsBanner")))
    , m_list(new QListWidget)
    , m_scroll(new QScrollArea)
    , m_column(nullptr)
    , m_nothing(kit::wrappedLabel(QStringLiteral("emptyText")))
    , m_close(new QPushButton)
{
    setObjectName(QStringLiteral("settingsDialog"));
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("settingsPages"));
    m_list->setFixedWidth(kListWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_nothing->setAlignment(Qt::AlignHCenter);

    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("settingsContent"));
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(16, 4, 16, 12);
    m_column->setSpacing(0);
    m_column->addWidget(m_nothing);
    m_column->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addWidget(m_scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addWidget(m_banner);
    column->addLayout(middle, 1);
    column->addLayout(foot);
    setMinimumSize(kMinimumSize);
    resize(kSize);

    for (const kit::SettingRow &row : rows)
        pageOf(row).editors.append(new SettingEditor(row, m_settings, m_theme));
    for (const Page &page : std::as_const(m_pages)) {
        for (SettingEditor *editor : page.editors)
            m_column->insertWidget(m_column->indexOf(page.heading) + 1 + int(page.editors.indexOf(editor)),
                                   editor);
    }

    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::showHits);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (m_search->text().isEmpty())
            showHits();
    });
    // A page that is chosen is what is wanted, not the search.
    connect(m_list, &QListWidget::itemClicked, this, [this] { m_search->clear(); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_search->clear(); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    const auto showBanner = [this] {
        m_banner->setText(keepingProblem(m_settings));
        m_banner->setVisible(!m_banner->text().isEmpty());
    };
    connect(&m_settings, &store::SettingsStore::saved, m_banner, showBanner);
    connect(&m_settings, &store::SettingsStore::saveFailed, m_banner, showBanner);
    m_close->setAutoDefault(false);
    m_list->setCurrentRow(0);
    orderTabs();
    makeIcons();
    retranslate();
    m_search->setFocus();
}

SettingsDialog::Page &SettingsDialog::pageOf(const kit::SettingRow &row)
{
    for (Page &page : m_pages) {
        if (page.id == row.page && !page.widget)
            return page;
    }
    appendPage({row.page, titleOf(row), {}, nullptr, {}, nullptr});
    return m_pages.last();
}

void SettingsDialog::appendPage(Page page)
{
    page.heading = kit::wrappedLabel(QStringLiteral("settingsHeading"));
    // Before what says that there is nothing, and the stretch.
    m_column->insertWidget(m_column->count() - 2, page.heading);
    // Takes all the room there is; the stretch at the end has none of it then.
    constexpr int kAll = 1000;
    if (page.widget)
        m_column->insertWidget(m_column->count() - 2, page.widget, kAll);
    m_list->addItem(page.title());
    m_pages.append(std::move(page));
}

void SettingsDialog::addPage(const QString &id, kit::Words title, QWidget *widget, kit::Words words)
{
    appendPage({id, std::move(title), std::move(words), nullptr, {}, widget});
    orderTabs();
    retranslate();
}

/// What a page has comes before the button that closes it, which is older.
void SettingsDialog::orderTabs()
{
    QWidget *last = previousInFocusChain();
    while (last != this && (last == m_close || !(last->focusPolicy() & Qt::TabFocus)))
        last = last->previousInFocusChain();
    if (last != this)
        setTabOrder(last, m_close);
}

void SettingsDialog::showPage(const QString &id)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i).id != id)
            continue;
        m_search->clear();
        m_list->setCurrentRow(i);
    }
}

QStringList SettingsDialog::query() const
{
    return m_search->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// True when something of the page is to be seen.
bool SettingsDialog::showHitsOf(const Page &page, const QStringList &words, bool isCurrent)
{
    const bool isSearching = !words.isEmpty();
    bool isAny = false;
    for (SettingEditor *editor : page.editors) {
        const bool isHit = isSearching ? editor->matches(words, page.title()) : isCurrent;
        editor->highlight(words);
        editor->setVisible(isHit);
        isAny = isAny || isHit;
    }
    if (page.widget) {
        const QString all = page.title() + QLatin1Char('\n') + (page.words ? page.words() : QString());
        isAny =
            isSearching
                ? std::all_of(words.begin(), words.end(),
                              [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); })
                : isCurrent;
        page.widget->setVisible(isAny);
    }
    page.heading->setVisible(isAny);
    return isAny;
}

void SettingsDialog::showHits()
{
    const QStringList words = query();
    bool isAny = false;
    for (int i = 0; i < m_pages.size(); ++i) {
        const bool isHit = showHitsOf(m_pages.at(i), words, i == m_list->currentRow());
        isAny = isAny || isHit;
    }
    m_nothing->setText(tr("No setting has “%1”").arg(m_search->text().simplified()));
    m_nothing->setVisible(!isAny);
    // What is found is of all pages: none of them is the chosen one then.
    if (QListWidgetItem *current = m_list->currentItem())
        current->setSelected(words.isEmpty());
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setToolTip(tr("Shows the settings of all pages that have these words"));
    m_list->setAccessibleName(tr("Pages of settings"));
    m_banner->setText(keepingProblem(m_settings));
    m_banner->setVisible(!m_banner->text().isEmpty());
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc); changes are kept already"));
    for (int i = 0; i < m_pages.size(); ++i) {
        const QString title = m_pages.at(i).title();
        m_list->item(i)->setText(title);
        m_pages.at(i).heading->setText(title);
    }
    showHits();
}

void SettingsDialog::makeIcons()
{
    m_searchIcon->setIcon(kit::themedIcon(QStringLiteral("search"), m_theme.color(kit::Theme::Color::Text2)));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        makeIcons();
}

bool SettingsDialog::eventFilter(QObject *watched, QEvent *event)
{
    // Esc empties the field first, then closes; Down goes to the pages.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace opsdeck::shell
