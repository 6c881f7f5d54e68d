// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/volume_dialog.h"

#include "ui/kit/plain_label.h"
#include "ui/systems/cabinet/dialog_parts.h"

#include <QHBoxLayout>
#include <QSlider>

#include <algorithm>

namespace opsdeck::cabinet {

VolumeDialog::VolumeDialog(const QString &title, int level, QWidget *parent)
    : SpokenDialog(parent)
    , m_slider(new QSlider(Qt::Horizontal))
{
    DialogParts parts(*this);
    m_slider->setRange(0, kLoudest);
    m_slider->setPageStep(3);
    m_slider->setValue(std::clamp(level, 0, kLoudest));
    QLabel *label = parts.addField(m_slider, QStringLiteral("volume"));
    QLabel *figure = kit::plainLabel(QStringLiteral("dialogText"));
    figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    figure->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("15 / 15")) + 8);
    parts.grid->addWidget(figure, parts.grid->rowCount() - 1, 2);
    const auto show = [this, figure] {
        figure->setText(QStringLiteral("%1 / %2").arg(m_slider->value()).arg(kLoudest));
        m_slider->setToolTip(figure->text());
    };
    say([=, this] {
        setWindowTitle(tr("Volume"));
        parts.text->setText(title);
        label->setText(tr("Volume"));
        m_slider->setAccessibleName(tr("Volume"));
        parts.hint->setText(level < 0 ? tr("How loud it is now is not known.")
                                      : tr("Only cabinets with a speaker answer this."));
        name(*parts.cancel, tr("Cancel"), tr("Leave it as it is"));
        name(*parts.accept, tr("Set volume"), tr("The cabinet speaks this loud from now on"));
        show();
    });
    connect(m_slider, &QSlider::valueChanged, this, show);
    connect(parts.accept, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_slider->value());
        accept();
    });
    m_slider->setFocus();
}

} // namespace opsdeck::cabinet
