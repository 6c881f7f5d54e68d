// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/describe_dialog.h"

#include "core/base/hex.h"
#include "ui/systems/cabinet/dialog_parts.h"

#include <QCheckBox>
#include <QLineEdit>

namespace opsdeck::cabinet {

namespace {

constexpr int kLongestName = 80;
constexpr int kLongestSecret = 256;

} // namespace

DescribeDialog::DescribeDialog(const CabinetStatus &status, bool canKeep, QWidget *parent)
    : SpokenDialog(parent)
    , m_name(new QLineEdit(status.name))
    , m_place(new QLineEdit(status.place))
    , m_secret(new QLineEdit)
    , m_strict(new QCheckBox)
{
    DialogParts parts(*this);
    m_name->setMaxLength(kLongestName);
    m_place->setMaxLength(kLongestName);
    m_secret->setMaxLength(kLongestSecret);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    QLabel *nameLabel = parts.addField(m_name, QStringLiteral("name"));
    QLabel *placeLabel = parts.addField(m_place, QStringLiteral("place"));
    QLabel *secretLabel = parts.addField(m_secret, QStringLiteral("secret"));
    m_secret->setEnabled(canKeep);
    m_strict->setObjectName(QStringLiteral("strict"));
    m_strict->setChecked(status.isStrict);
    parts.column->insertWidget(2, m_strict);
    say([=, this] {
        setWindowTitle(tr("Name and place"));
        parts.text->setText(base::plainText(status.sn, 64));
        const auto field = [](QLabel *label, QWidget *widget, const QString &words, const QString &hint) {
            label->setText(words);
            widget->setAccessibleName(words);
            widget->setToolTip(hint);
        };
        field(nameLabel, m_name, tr("Name"), tr("How the cabinet is called here; may be empty"));
        field(placeLabel, m_place, tr("Place"), tr("Where it stands; may be empty"));
        field(secretLabel, m_secret, tr("Secret"),
              canKeep ? tr("Boards of version 2 take commands only with it; it is kept in the keychain")
                      : tr("There is no keychain here to keep it"));
        m_secret->setPlaceholderText(tr("unchanged"));
        m_strict->setText(tr("Drop messages with a wrong checksum"));
        m_strict->setAccessibleName(m_strict->text());
        m_strict->setToolTip(tr("Some boards send wrong checksums: their messages are used otherwise"));
        parts.hint->hide();
        name(*parts.cancel, tr("Cancel"), tr("Leave it as it is"));
        name(*parts.accept, tr("Save"), tr("Keep name and place"));
    });
    connect(parts.accept, &QPushButton::clicked, this, [this] {
        Q_EMIT described(
            {m_name->text().trimmed(), m_place->text().trimmed(), m_strict->isChecked(), m_secret->text()});
        m_secret->clear();
        accept();
    });
    m_name->setFocus();
}

} // namespace opsdeck::cabinet
