// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_device_form.h"

#include "core/base/hex.h"
#include "core/systems/dvr/dvr_module.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace opsdeck::dvr {

namespace {

const QString kHost = QStringLiteral("host");
const QString kPort = QStringLiteral("port");
const QString kUser = QStringLiteral("user");
const QString kPasswordRef = QStringLiteral("passwordRef");
const QString kChannels = QStringLiteral("channels");

constexpr int kDefaultPort = 34567;
constexpr int kMostChannels = 256;
constexpr int kLongestText = 253; ///< of a host name; more than any device takes for a user
constexpr int kLongestPassword = 256;

/// Typed or pasted text as it will be used.
QString hostOf(const QLineEdit &field)
{
    return field.text().trimmed();
}

} // namespace

DvrDeviceForm::DvrDeviceForm(const QJsonObject &settings, QWidget *parent)
    : DeviceForm(parent)
    , m_before(settings)
    , m_module(makeSystemModule())
    , m_host(new QLineEdit)
    , m_port(new QSpinBox)
    , m_user(new QLineEdit)
    , m_password(new QLineEdit)
    , m_noPassword(new QCheckBox)
    , m_channels(new QSpinBox)
{
    m_host->setMaxLength(kLongestText);
    m_host->setText(settings.value(kHost).toString());
    m_host->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_port->setRange(1, 65535);
    m_port->setValue(settings.value(kPort).toInt(kDefaultPort));
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setGroupSeparatorShown(false);
    m_user->setMaxLength(kLongestText);
    m_user->setText(settings.isEmpty() ? QStringLiteral("admin") : settings.value(kUser).toString());
    m_channels->setRange(0, kMostChannels);
    m_channels->setValue(settings.value(kChannels).toInt(0));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *address = new QHBoxLayout;
    address->setSpacing(12);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *side : {left, right})
        side->setSpacing(4);
    addRow(left, kHost, m_host);
    addRow(right, kPort, m_port);
    right->addStretch(1);
    m_port->setFixedWidth(110);
    address->addLayout(left, 1);
    address->addLayout(right);
    column->addLayout(address);
    addRow(column, kUser, m_user);
    buildPassword(column);
    addRow(column, kChannels, m_channels);
    retranslate();

    connect(m_host, &QLineEdit::textChanged, this, [this] { touch(kHost); });
    connect(m_user, &QLineEdit::textChanged, this, [this] { touch(kUser); });
    connect(m_port, &QSpinBox::valueChanged, this, [this] { touch(kPort); });
    connect(m_channels, &QSpinBox::valueChanged, this, [this] { touch(kChannels); });
    connect(m_password, &QLineEdit::textChanged, this, [this] { touch(kPasswordRef); });
    connect(m_noPassword, &QCheckBox::toggled, this, [this](bool isOn) {
        m_password->setEnabled(!isOn);
        if (isOn)
            m_password->clear();
        retranslate();
        touch(kPasswordRef);
    });
    for (QLineEdit *field : {m_host, m_user, m_password})
        connect(field, &QLineEdit::returnPressed, this, &DeviceForm::submitted);
    check();
}

void DvrDeviceForm::addRow(QVBoxLayout *column, const QString &key, QWidget *field)
{
    Row row;
    row.label = new QLabel;
    row.label->setObjectName(QStringLiteral("fieldLabel"));
    row.label->setBuddy(field);
    row.field = field;
    field->setObjectName(QStringLiteral("dvr.") + key);
    row.problem = new QLabel;
    row.problem->setObjectName(QStringLiteral("fieldProblem"));
    row.problem->setTextFormat(Qt::PlainText);
    row.problem->setWordWrap(true);
    row.problem->hide();
    if (!m_order.isEmpty())
        column->addSpacing(key == kPort ? 0 : 6);
    column->addWidget(row.label);
    column->addWidget(field);
    column->addWidget(row.problem);
    m_rows.insert(key, row);
    m_order.append(key);
}

void DvrDeviceForm::buildPassword(QVBoxLayout *column)
{
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(kLongestPassword);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    addRow(column, kPasswordRef, m_password);
    m_noPassword->setObjectName(QStringLiteral("dvr.noPassword"));
    m_noPassword->setVisible(hasStoredPassword());
    column->addWidget(m_noPassword);
}

void DvrDeviceForm::touch(const QString &key)
{
    m_rows[key].isTouched = true;
    check();
    Q_EMIT changed();
}

QString DvrDeviceForm::storedPasswordRef() const
{
    return m_before.value(kPasswordRef).toString();
}

kit::PasswordChange DvrDeviceForm::passwordChange() const
{
    using Kind = kit::PasswordChange::Kind;
    if (!m_password->text().isEmpty())
        return {Kind::Set, m_password->text()};
    if (hasStoredPassword() && m_noPassword->isChecked())
        return {Kind::Remove, QString()};
    return {};
}

QJsonObject DvrDeviceForm::settings(const QString &passwordRef) const
{
    QJsonObject settings = m_before;
    settings.insert(kHost, hostOf(*m_host));
    settings.insert(kUser, m_user->text());
    // What was left to the default stays so.
    if (m_port->value() != kDefaultPort || settings.contains(kPort) || m_before.isEmpty())
        settings.insert(kPort, m_port->value());
    if (m_channels->value() > 0)
        settings.insert(kChannels, m_channels->value());
    else
        settings.remove(kChannels);
    switch (passwordChange().kind) {
    case kit::PasswordChange::Kind::Set:
        settings.insert(kPasswordRef, passwordRef);
        break;
    case kit::PasswordChange::Kind::Remove:
        settings.remove(kPasswordRef);
        break;
    case kit::PasswordChange::Kind::Keep:
        break;
    }
    return settings;
}

QString DvrDeviceForm::proposedName() const
{
    return hostOf(*m_host);
}

// --- What is wrong -------------------------------------------------------------------------------------------

QString DvrDeviceForm::wordsFor(const site::SettingsProblem &problem) const
{
    if (problem.key == kHost)
        return tr("Enter the host name or address of the recorder");
    if (problem.key == kUser)
        return tr("Enter the name of a user of the recorder");
    if (problem.key == kPort)
        return tr("Enter a number from 1 to 65535");
    if (problem.key == kChannels)
        return tr("Enter a number from 1 to %1").arg(kMostChannels);
    return problem.message;
}

QHash<QString, QString> DvrDeviceForm::problems() const
{
    QHash<QString, QString> words;
    for (const site::SettingsProblem &problem :
         m_module->check(settings(QStringLiteral("opsdeck/x/password"))))
        words.insert(problem.key, wordsFor(problem));
    static const QRegularExpression kNoHost(QStringLiteral("[\\s/\\\\@?#]"));
    if (!words.contains(kHost) && hostOf(*m_host).contains(kNoHost))
        words.insert(kHost, tr("Only the name or address, without spaces, “http://” or a path"));
    return words;
}

bool DvrDeviceForm::isGood() const
{
    return problems().isEmpty();
}

void DvrDeviceForm::check()
{
    const QHash<QString, QString> words = problems();
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it) {
        const QString problem = it->isTouched ? words.value(it.key()) : QString();
        it->problem->setText(problem);
        it->problem->setVisible(!problem.isEmpty());
        it->field->setAccessibleDescription(problem);
    }
}

void DvrDeviceForm::showProblems()
{
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it)
        it->isTouched = true;
    check();
    const QHash<QString, QString> words = problems();
    for (const QString &key : std::as_const(m_order)) {
        if (words.contains(key)) {
            m_rows.value(key).field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

// --- Words ---------------------------------------------------------------------------------------------------

void DvrDeviceForm::changeEvent(QEvent *event)
{
    DeviceForm::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        check();
    }
}

void DvrDeviceForm::retranslate()
{
    const auto name = [this](const QString &key, const QString &label, const QString &toolTip) {
        const Row row = m_rows.value(key);
        row.label->setText(label);
        row.field->setAccessibleName(label);
        row.field->setToolTip(toolTip);
    };
    name(kHost, tr("Address"), tr("Host name, IPv4 or IPv6 address of the recorder"));
    name(kPort, tr("Port"), tr("The recorder's media port, usually 34567"));
    name(kUser, tr("User"), tr("A user the recorder knows"));
    name(kPasswordRef, tr("Password"),
         m_noPassword->isChecked()
             ? tr("“This user has no password” is chosen")
             : tr("It is kept in the keychain of this computer, never in the site file"));
    name(kChannels, tr("Channels"), tr("How many channels to show; normally the recorder says it itself"));
    m_password->setPlaceholderText(m_noPassword->isChecked() ? QString()
                                   : hasStoredPassword()     ? tr("unchanged")
                                                             : tr("none"));
    m_noPassword->setText(tr("This user has no password"));
    m_noPassword->setAccessibleName(m_noPassword->text());
    m_noPassword->setToolTip(tr("Removes the stored password from the keychain"));
    m_channels->setSpecialValueText(tr("as the recorder says"));
}

} // namespace opsdeck::dvr
