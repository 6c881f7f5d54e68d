// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/setting_editor.h"

#include "core/store/settings_store.h"
#include "ui/kit/icon.h"
#include "ui/kit/plain_tool_tip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOption>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace opsdeck::shell {

namespace {

using Kind = kit::SettingRow::Kind;
constexpr int kEditorWidth = 200;
constexpr int kFolderWidth = 250; ///< with the button beside it as wide as the others look

QToolButton *iconButton(const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QString ask(const kit::Words &words)
{
    return words ? words() : QString();
}

} // namespace

SettingEditor::SettingEditor(const kit::SettingRow &row, store::SettingsStore &settings,
                             const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_row(row)
    , m_settings(settings)
    , m_theme(theme)
    , m_label(new QLabel)
    , m_hint(new QLabel)
    , m_reset(iconButton(QStringLiteral("reset")))
{
    setObjectName(QStringLiteral("setting.") + row.key);
    m_label->setObjectName(QStringLiteral("settingLabel"));
    m_hint->setObjectName(QStringLiteral("settingHint"));
    // Our own words, escaped; rich only for the marks of the search.
    m_label->setTextFormat(Qt::RichText);
    m_hint->setTextFormat(Qt::RichText);
    m_label->setWordWrap(true);
    m_hint->setWordWrap(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_label);
    words->addWidget(m_hint);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 6, 0, 6);
    line->setSpacing(theme.sizes().grid);
    line->addLayout(words, 1);
    makeEditor();
    m_editor->setObjectName(QStringLiteral("editor"));
    m_editor->installEventFilter(this);
    m_label->setBuddy(m_editor);
    line->addWidget(m_editor, 0, Qt::AlignVCenter);
    if (m_choose)
        line->addWidget(m_choose, 0, Qt::AlignVCenter);
    line->addWidget(m_reset, 0, Qt::AlignVCenter);

    connect(m_reset, &QToolButton::clicked, this, [this] { set(QJsonValue(QJsonValue::Undefined)); });
    connect(&m_settings, &store::SettingsStore::changed, this, [this](const QString &key) {
        if (key == m_row.key)
            showValue();
    });
    showTexts();
    showValue();
}

void SettingEditor::makeEditor()
{
    switch (m_row.kind) {
    case Kind::Switch:
        return makeSwitch();
    case Kind::Choice:
        return makeChoice();
    case Kind::Number:
        return makeNumber();
    case Kind::Text:
        return makeText();
    case Kind::Folder:
        return makeFolder();
    }
}

void SettingEditor::makeSwitch()
{
    auto *box = new QCheckBox;
    connect(box, &QCheckBox::toggled, this, [this](bool isOn) { set(isOn); });
    m_editor = box;
}

void SettingEditor::makeChoice()
{
    auto *box = new QComboBox;
    box->setMinimumWidth(kEditorWidth);
    for (const kit::SettingChoice &choice : m_row.choices)
        box->addItem(ask(choice.text), choice.value);
    connect(box, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            set(m_row.choices.at(index).value);
    });
    m_editor = box;
}

void SettingEditor::makeNumber()
{
    auto *box = new QSpinBox;
    box->setMinimumWidth(kEditorWidth / 2);
    box->setRange(m_row.minimum, m_row.maximum);
    box->setSingleStep(m_row.step);
    box->setAlignment(Qt::AlignRight);
    // A number that is being typed is not meant yet.
    box->setKeyboardTracking(false);
    connect(box, &QSpinBox::valueChanged, this, [this](int value) { set(value); });
    m_editor = box;
}

void SettingEditor::makeText()
{
    auto *field = new QLineEdit;
    field->setMinimumWidth(kEditorWidth);
    field->setMaxLength(m_row.maximum);
    connect(field, &QLineEdit::editingFinished, this, [this, field] { set(field->text()); });
    m_editor = field;
}

void SettingEditor::makeFolder()
{
    auto *field = new QLineEdit;
    field->setMinimumWidth(kFolderWidth);
    field->setReadOnly(true);
    m_choose = iconButton(QStringLiteral("choose"));
    connect(m_choose, &QToolButton::clicked, this, &SettingEditor::chooseFolder);
    m_editor = field;
}

void SettingEditor::chooseFolder()
{
    auto *dialog = new QFileDialog(this, m_row.label(), shownFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { set(QDir::cleanPath(folder)); });
    dialog->open();
}

void SettingEditor::set(const QJsonValue &value)
{
    // What is the default is not written down: a better default of a later version shall count.
    const bool isDefault = value.isUndefined() || value == m_row.fallback;
    m_settings.setValue(m_row.key, isDefault ? QJsonValue(QJsonValue::Undefined) : value);
    showValue();
}

QString SettingEditor::shownFolder() const
{
    const QString chosen = kit::settingValue(m_settings, m_row).toString();
    return chosen.isEmpty() ? ask(m_row.emptyText) : QDir::toNativeSeparators(chosen);
}

/// As much of it as has room: both its ends say more than its middle.
void SettingEditor::showFolder(QLineEdit &field) const
{
    const QString folder = shownFolder();
    QStyleOptionFrame option;
    option.initFrom(&field);
    option.lineWidth = field.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &field);
    constexpr int kBesideText = 2 * 2; // of every line edit
    const int room =
        field.style()->subElementRect(QStyle::SE_LineEditContents, &option, &field).width() - kBesideText;
    field.setText(field.fontMetrics().elidedText(folder, Qt::ElideMiddle, room));
    field.setToolTip(kit::plainToolTip(folder));
}

void SettingEditor::showValue()
{
    const QSignalBlocker quiet(m_editor);
    const QJsonValue value = kit::settingValue(m_settings, m_row);
    if (auto *box = qobject_cast<QCheckBox *>(m_editor)) {
        box->setChecked(value.toBool());
    } else if (auto *choice = qobject_cast<QComboBox *>(m_editor)) {
        choice->setCurrentIndex(choice->findData(value.toString()));
    } else if (auto *number = qobject_cast<QSpinBox *>(m_editor)) {
        number->setValue(value.toInt());
    } else if (auto *field = qobject_cast<QLineEdit *>(m_editor)) {
        if (m_row.kind == Kind::Folder)
            showFolder(*field);
        else
            field->setText(value.toString());
        field->setCursorPosition(0);
    }
    const bool isDefault = value == m_row.fallback;
    m_reset->setEnabled(!isDefault);
    m_reset->setToolTip(isDefault ? tr("This is the default") : tr("Back to the default"));
    m_reset->setAccessibleName(tr("Back to the default: %1").arg(m_row.label()));
    m_reset->setIcon(
        kit::themedIcon(QStringLiteral("reset"),
                        m_theme.color(isDefault ? kit::Theme::Color::Line : kit::Theme::Color::Text2)));
}

void SettingEditor::showTexts()
{
    m_label->setText(marked(m_row.label()));
    const QString hint = ask(m_row.hint);
    m_hint->setText(marked(hint));
    m_hint->setVisible(!hint.isEmpty());
    m_editor->setAccessibleName(m_row.label());
    m_editor->setAccessibleDescription(hint);
    m_editor->setToolTip(kit::plainToolTip(hint.isEmpty() ? m_row.label() : hint));
    if (auto *number = qobject_cast<QSpinBox *>(m_editor)) {
        const QString unit = ask(m_row.unit);
        number->setSuffix(unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
        number->setToolTip(
            kit::plainToolTip(tr("From %1 to %2").arg(m_row.minimum).arg(m_row.maximum) + number->suffix()));
    } else if (auto *choice = qobject_cast<QComboBox *>(m_editor)) {
        for (int i = 0; i < choice->count(); ++i)
            choice->setItemText(i, ask(m_row.choices.at(i).text));
    }
    if (m_choose) {
        m_choose->setToolTip(tr("Choose a folder…"));
        m_choose->setAccessibleName(tr("Choose a folder: %1").arg(m_row.label()));
        m_choose->setIcon(kit::themedIcon(QStringLiteral("folder"), m_theme.color(kit::Theme::Color::Text2)));
    }
}

bool SettingEditor::matches(const QStringList &words, const QString &pageTitle) const
{
    QStringList texts{m_row.label(), ask(m_row.hint), pageTitle};
    for (const kit::SettingChoice &choice : m_row.choices)
        texts << ask(choice.text);
    const QString all = texts.join(QLatin1Char('\n'));
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

void SettingEditor::highlight(const QStringList &words)
{
    if (m_words == words)
        return;
    m_words = words;
    showTexts();
}

QString SettingEditor::marked(const QString &text) const
{
    QList<bool> isHit(text.size(), false);
    for (const QString &word : m_words) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && !word.isEmpty();
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            std::fill_n(isHit.begin() + at, word.size(), true);
    }
    const QString open = QStringLiteral("<span style=\"background-color:%1; font-weight:600\">")
                             .arg(m_theme.color(kit::Theme::Color::AccentBg).name());
    QString html;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isHit.at(i) && (i == 0 || !isHit.at(i - 1)))
            html += open;
        html += QString(text.at(i)).toHtmlEscaped();
        if (isHit.at(i) && (i + 1 == text.size() || !isHit.at(i + 1)))
            html += QStringLiteral("</span>");
    }
    return html;
}

bool SettingEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_editor && m_row.kind == Kind::Folder)
        showValue();
    // The wheel scrolls the page; it changes a value only for who is in that field.
    if (event->type() == QEvent::Wheel && watched == m_editor && !m_editor->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SettingEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange: {
        const QSignalBlocker quiet(m_editor);
        showTexts();
        showValue();
        break;
    }
    default:
        break;
    }
}

} // namespace opsdeck::shell
