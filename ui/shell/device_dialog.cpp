// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/device_dialog.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "ui/kit/error_text.h"
#include "ui/shell/device_secrets.h"
#include "ui/shell/device_test_view.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace opsdeck::shell {

namespace {

constexpr int kLongestName = 120;
constexpr int kFieldsWidth = 380;
constexpr int kHeight = 660; ///< room for all steps of a test and the picture
constexpr int kTestWidth = 340;

QLabel *fieldLabel()
{
    auto *label = new QLabel;
    label->setObjectName(QStringLiteral("fieldLabel"));
    return label;
}

void addField(QVBoxLayout *column, QLabel *label, QWidget *field)
{
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    column->addSpacing(6);
}

} // namespace

DeviceDialog::DeviceDialog(const Parts &parts, Purpose purpose, const site::Device &device,
                           const QStringList &groups, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_purpose(purpose)
    , m_device(device)
    , m_nameLabel(fieldLabel())
    , m_name(new QLineEdit)
    , m_groupLabel(fieldLabel())
    , m_group(new QComboBox)
    , m_kindLabel(fieldLabel())
    , m_kind(new QComboBox)
    , m_forms(new QStackedWidget)
    , m_test(new DeviceTestView(parts.context.theme, parts.keeper))
    , m_testTitle(new QLabel)
    , m_problem(new QLabel)
    , m_cancel(new QPushButton)
    , m_save(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("deviceDialog"));
    for (const auto &module : parts.modules) {
        const bool isWanted = device.system.isEmpty() || module->id() == device.system;
        std::unique_ptr<kit::DeviceForm> made = isWanted ? module->makeForm(device.settings) : nullptr;
        if (!made)
            continue;
        m_kinds.append(module.get());
        m_kind->addItem(module->deviceKind());
        connect(made.get(), &kit::DeviceForm::changed, this, &DeviceDialog::onFieldsChanged);
        connect(made.get(), &kit::DeviceForm::submitted, this, &DeviceDialog::submit);
        m_forms->addWidget(made.release());
    }
    build(groups);
    retranslate();
    onFieldsChanged();
    m_name->setFocus();
    const int room = parent ? parent->window()->height() - 40 : kHeight;
    resize(kFieldsWidth + kTestWidth + 40, std::clamp(room, kHeight / 2, kHeight));
}

DeviceDialog::~DeviceDialog() = default;

void DeviceDialog::build(const QStringList &groups)
{
    m_fields = buildFields(groups);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("deviceScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(kFieldsWidth - 80);
    scroll->setWidget(m_fields);

    auto *side = new QWidget;
    side->setObjectName(QStringLiteral("testSide"));
    side->setAttribute(Qt::WA_StyledBackground);
    // On a small screen both sides give way.
    side->setMinimumWidth(kTestWidth - 80);
    side->setMaximumWidth(kTestWidth + 40);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(20, 20, 8, 12);
    sideColumn->setSpacing(10);
    m_testTitle->setObjectName(QStringLiteral("dialogSection"));
    sideColumn->addWidget(m_testTitle);
    // Long words of a device make the steps taller than the dialog may be.
    auto *steps = new QScrollArea;
    steps->setObjectName(QStringLiteral("testScroll"));
    steps->setWidgetResizable(true);
    steps->setFrameShape(QFrame::NoFrame);
    steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    steps->setFocusPolicy(Qt::NoFocus);
    steps->setWidget(m_test);
    sideColumn->addWidget(steps, 1);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(scroll, 1);
    middle->addWidget(side, 1);

    m_problem->setObjectName(QStringLiteral("fieldProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setAutoDefault(false);
    m_save->setObjectName(QStringLiteral("saveButton"));
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 12, 20, 16);
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch(0);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);

    auto *column = new QVBoxLayout(this);
    // The dialog's own line is not covered.
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addLayout(buttons);

    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &DeviceDialog::submit);
    connect(m_test, &DeviceTestView::testWanted, this, &DeviceDialog::test);
    connect(m_test, &DeviceTestView::stopped, this, [this] { ++m_testNumber; });
}

QWidget *DeviceDialog::buildFields(const QStringList &groups)
{
    m_name->setObjectName(QStringLiteral("deviceName"));
    m_name->setMaxLength(kLongestName);
    m_name->setText(m_device.name);
    m_group->setObjectName(QStringLiteral("deviceGroup"));
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_group->addItem(QString());
    for (const QString &group : groups)
        m_group->addItem(group);
    m_group->setCurrentText(m_device.group);
    m_group->lineEdit()->setMaxLength(kLongestName);
    m_kind->setObjectName(QStringLiteral("deviceKind"));
    // What a device is does not change; and one kind is no choice.
    const bool hasChoice = m_kinds.size() > 1;
    m_kind->setVisible(hasChoice);
    m_kindLabel->setVisible(hasChoice);

    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("deviceFields"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(20, 20, 20, 12);
    column->setSpacing(4);
    addField(column, m_nameLabel, m_name);
    addField(column, m_groupLabel, m_group);
    addField(column, m_kindLabel, m_kind);
    column->addWidget(m_forms);
    column->addStretch(1);

    connect(m_name, &QLineEdit::textChanged, this, [this] { showProblem(QString()); });
    connect(m_name, &QLineEdit::returnPressed, this, &DeviceDialog::submit);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DeviceDialog::chooseKind);
    return page;
}

kit::DeviceForm *DeviceDialog::form() const
{
    return qobject_cast<kit::DeviceForm *>(m_forms->currentWidget());
}

const kit::UiSystemModule *DeviceDialog::module() const
{
    return m_kinds.value(m_forms->currentIndex());
}

void DeviceDialog::chooseKind(int index)
{
    m_forms->setCurrentIndex(index);
    onFieldsChanged();
}

QString DeviceDialog::name() const
{
    QString typed = m_name->text().trimmed();
    if (!typed.isEmpty() || !form())
        return typed;
    return form()->proposedName();
}

site::Device DeviceDialog::device(const QString &passwordRef) const
{
    site::Device device = m_device;
    device.name = name();
    device.group = m_group->currentText().trimmed();
    if (module())
        device.system = module()->id();
    if (form())
        device.settings = form()->settings(passwordRef);
    return device;
}

kit::PasswordChange DeviceDialog::passwordChange() const
{
    return form() ? form()->passwordChange() : kit::PasswordChange();
}

void DeviceDialog::onFieldsChanged()
{
    showProblem(QString());
    const QString proposed = form() ? form()->proposedName() : QString();
    m_name->setPlaceholderText(proposed.isEmpty() ? tr("e.g. North gate") : proposed);
    // What was tested is no longer what is written.
    ++m_testNumber;
    m_test->clear();
    refreshTest();
}

void DeviceDialog::refreshTest()
{
    const bool isGood = form() && form()->isGood();
    m_test->setWhyNot(isGood ? QString()
                             : tr("Fill in the fields first, then the connection can be tested."));
}

// --- Testing -------------------------------------------------------------------------------------------------

void DeviceDialog::test()
{
    if (!module() || !form()->isGood())
        return;
    const int number = ++m_testNumber;
    const QJsonObject settings = form()->settings(QStringLiteral("opsdeck/test/password"));
    const kit::PasswordChange change = passwordChange();
    const QString stored = form()->storedPasswordRef();
    const auto start = [this, settings](const QString &password) {
        if (auto made = module()->makeTest(m_parts.context, settings, password))
            m_test->start(std::move(made));
    };
    if (change.kind != kit::PasswordChange::Kind::Keep || stored.isEmpty()) {
        start(change.password);
        return;
    }
    m_test->showPreparing();
    m_parts.secrets.read(stored).then(
        base::on(this, [this, start, number](const base::Result<QString> &password) {
            if (number != m_testNumber)
                return;
            if (password)
                start(*password);
            else
                m_test->showNotPrepared(kit::errorText(password.error()));
        }));
}

// --- Saving --------------------------------------------------------------------------------------------------

void DeviceDialog::submit()
{
    if (m_isBusy || !form())
        return;
    if (!form()->isGood()) {
        form()->showProblems();
        return;
    }
    Q_EMIT saveWanted();
}

void DeviceDialog::showBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_fields->setEnabled(!isBusy);
    m_cancel->setEnabled(!isBusy);
    m_save->setEnabled(!isBusy);
    if (isBusy)
        showProblem(QString());
    retranslate();
}

void DeviceDialog::reject()
{
    if (!m_isBusy)
        QDialog::reject();
}

void DeviceDialog::showProblem(const QString &words)
{
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
}

// --- Words ---------------------------------------------------------------------------------------------------

void DeviceDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DeviceDialog::retranslate()
{
    const QString shown = base::plainText(m_device.name, 60);
    switch (m_purpose) {
    case Purpose::Add:
        setWindowTitle(tr("Add a device"));
        break;
    case Purpose::Edit:
        setWindowTitle(tr("Edit “%1”").arg(shown));
        break;
    case Purpose::Duplicate:
        setWindowTitle(tr("Duplicate as “%1”").arg(shown));
        break;
    }
    const auto name = [](QLabel *label, QWidget *field, const QString &text, const QString &toolTip) {
        label->setText(text);
        field->setAccessibleName(text);
        field->setToolTip(toolTip);
    };
    name(m_nameLabel, m_name, tr("Name"), tr("What the device is called on the screen; empty: its address"));
    name(m_groupLabel, m_group, tr("Group"),
         tr("Devices of one group stand together in the site tree; choose one or write a new one"));
    m_group->lineEdit()->setPlaceholderText(tr("none"));
    m_group->lineEdit()->setAccessibleName(tr("Group"));
    name(m_kindLabel, m_kind, tr("Kind"), tr("What the device is"));
    for (int i = 0; i < m_kinds.size(); ++i)
        m_kind->setItemText(i, m_kinds.at(i)->deviceKind());
    m_testTitle->setText(tr("Connection"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setToolTip(m_isBusy ? tr("The password is being kept") : tr("Close without saving"));
    m_save->setText(m_isBusy ? tr("Saving…") : m_purpose == Purpose::Edit ? tr("Save") : tr("Add device"));
    m_save->setAccessibleName(m_save->text());
    m_save->setToolTip(m_isBusy ? tr("The password is being kept") : tr("Keep it in the site"));
    refreshTest();
}

} // namespace opsdeck::shell
