// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_form.h"

#include "core/systems/cabinet/cabinet_module.h"
#include "ui/kit/plain_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace opsdeck::cabinet {

namespace {

const QString kBind = QStringLiteral("bind");
const QString kPort = QStringLiteral("port");
const QString kAcceptNew = QStringLiteral("acceptNew");
const QString kKnownOnly = QStringLiteral("knownBanksOnly");
const QString kChecksum = QStringLiteral("checksum");
constexpr int kDefaultPort = 8992;
constexpr int kLongestAddress = 45; // of IPv6

/// What was left to the default stays out of the file.
void put(QJsonObject &settings, const QString &key, const QJsonValue &value, const QJsonValue &fallback)
{
    if (value != fallback || settings.contains(key))
        settings.insert(key, value);
}

} // namespace

CabinetForm::CabinetForm(const QJsonObject &settings, QWidget *parent)
    : DeviceForm(parent)
    , m_before(settings)
    , m_module(makeSystemModule())
    , m_bind(new QLineEdit(settings.value(kBind).toString()))
    , m_port(new QSpinBox)
    , m_acceptNew(new QCheckBox)
    , m_knownOnly(new QCheckBox)
    , m_strict(new QCheckBox)
    , m_bindLabel(kit::plainLabel(QStringLiteral("fieldLabel")))
    , m_bindProblem(kit::wrappedLabel(QStringLiteral("fieldProblem")))
    , m_portLabel(kit::plainLabel(QStringLiteral("fieldLabel")))
    , m_hint(kit::wrappedLabel(QStringLiteral("dialogHint")))
{
    m_bind->setObjectName(QStringLiteral("cabinet.bind"));
    m_bind->setMaxLength(kLongestAddress);
    m_bind->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_port->setObjectName(QStringLiteral("cabinet.port"));
    m_port->setRange(1, 65535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setGroupSeparatorShown(false);
    m_port->setValue(settings.value(kPort).toInt(kDefaultPort));
    m_port->setFixedWidth(110);
    m_acceptNew->setObjectName(QStringLiteral("cabinet.acceptNew"));
    m_acceptNew->setChecked(settings.value(kAcceptNew).toBool());
    m_knownOnly->setObjectName(QStringLiteral("cabinet.knownBanksOnly"));
    m_knownOnly->setChecked(settings.value(kKnownOnly).toBool());
    m_strict->setObjectName(QStringLiteral("cabinet.checksum"));
    m_strict->setChecked(settings.value(kChecksum).toString() == QLatin1String("strict"));
    m_bindLabel->setBuddy(m_bind);
    m_portLabel->setBuddy(m_port);
    m_bindProblem->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *address = new QHBoxLayout;
    address->setSpacing(12);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *side : {left, right})
        side->setSpacing(4);
    left->addWidget(m_bindLabel);
    left->addWidget(m_bind);
    left->addWidget(m_bindProblem);
    left->addStretch(1);
    right->addWidget(m_portLabel);
    right->addWidget(m_port);
    right->addStretch(1);
    address->addLayout(left, 1);
    address->addLayout(right);
    column->addLayout(address);
    column->addSpacing(6);
    for (QCheckBox *box : {m_acceptNew, m_knownOnly, m_strict})
        column->addWidget(box);
    column->addSpacing(4);
    column->addWidget(m_hint);
    // Beside the forms of other kinds it gets the height of the highest.
    column->addStretch(1);
    retranslate();

    const auto touched = [this] {
        m_isTouched = true;
        check();
        Q_EMIT changed();
    };
    connect(m_bind, &QLineEdit::textChanged, this, touched);
    connect(m_bind, &QLineEdit::returnPressed, this, &DeviceForm::submitted);
    connect(m_port, &QSpinBox::valueChanged, this, touched);
    for (const QCheckBox *box : {m_acceptNew, m_knownOnly, m_strict})
        connect(box, &QCheckBox::toggled, this, touched);
}

QJsonObject CabinetForm::settings(const QString &) const
{
    QJsonObject settings = m_before;
    const QString bind = m_bind->text().trimmed();
    if (bind.isEmpty())
        settings.remove(kBind);
    else
        settings.insert(kBind, bind);
    // A new device says its port: whoever sets up the cabinets looks for it.
    if (m_before.isEmpty())
        settings.insert(kPort, m_port->value());
    put(settings, kPort, m_port->value(), kDefaultPort);
    put(settings, kAcceptNew, m_acceptNew->isChecked(), false);
    put(settings, kKnownOnly, m_knownOnly->isChecked(), false);
    put(settings, kChecksum, m_strict->isChecked() ? QStringLiteral("strict") : QStringLiteral("lenient"),
        QStringLiteral("lenient"));
    return settings;
}

QString CabinetForm::bindProblem() const
{
    for (const site::SettingsProblem &problem : m_module->check(settings(QString()))) {
        if (problem.key == kBind)
            return tr("Enter an address of this computer, or nothing for all of them");
    }
    return QString();
}

bool CabinetForm::isGood() const
{
    return m_module->check(settings(QString())).isEmpty();
}

void CabinetForm::check()
{
    const QString problem = m_isTouched ? bindProblem() : QString();
    m_bindProblem->setText(problem);
    m_bindProblem->setVisible(!problem.isEmpty());
    m_bind->setAccessibleDescription(problem);
}

void CabinetForm::showProblems()
{
    m_isTouched = true;
    check();
    if (!bindProblem().isEmpty())
        m_bind->setFocus(Qt::OtherFocusReason);
}

void CabinetForm::retranslate()
{
    m_bindLabel->setText(tr("Listen on"));
    m_bind->setAccessibleName(tr("Listen on"));
    m_bind->setPlaceholderText(tr("all addresses of this computer"));
    m_bind->setToolTip(tr("The address of this computer that cabinets dial; nothing for all of them"));
    m_portLabel->setText(tr("Port"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setToolTip(tr("The port that cabinets dial, usually 8992"));
    const auto box = [](QCheckBox *check, const QString &words, const QString &hint) {
        check->setText(words);
        check->setAccessibleName(words);
        check->setToolTip(hint);
    };
    box(m_acceptNew, tr("Accept every cabinet that dials in"),
        tr("Otherwise new ones wait until somebody accepts them"));
    box(m_knownOnly, tr("Take back known power banks only"),
        tr("A power bank that no cabinet ever told is refused when it is returned"));
    box(m_strict, tr("Drop messages with a wrong checksum"),
        tr("Some boards send wrong checksums: their messages are used otherwise"));
    m_hint->setText(
        tr("Cabinets dial in to this computer: set its address and this port as the server address in "
           "each of them."));
    check();
}

void CabinetForm::changeEvent(QEvent *event)
{
    DeviceForm::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::cabinet
