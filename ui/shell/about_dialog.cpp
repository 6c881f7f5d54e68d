// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about_dialog.h"

#include "core/base/hex.h"
#include "core/media/libav_version.h"
#include "ui/kit/icon.h"
#include "ui/kit/plain_label.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSysInfo>
#include <QVBoxLayout>

namespace opsdeck::shell {

namespace {

constexpr int kLogo = 32;

QString place(const QString &path)
{
    return base::plainText(QDir::toNativeSeparators(path), 1024);
}

} // namespace

QList<AboutFact> aboutFacts(const ProgramPlaces &places)
{
    QList<AboutFact> facts{
        {[] { return AboutDialog::tr("Version"); }, QStringLiteral(OPSDECK_VERSION)},
        {[] { return AboutDialog::tr("Toolkit"); },
         QStringLiteral("Qt %1 (%2)").arg(QLatin1String(qVersion()), QGuiApplication::platformName())},
        {[] { return AboutDialog::tr("Video"); }, media::libavVersions()},
        {[] { return AboutDialog::tr("System"); },
         QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())},
        {[] { return AboutDialog::tr("Site"); }, place(places.site)},
        {[] { return AboutDialog::tr("Settings"); }, place(places.settings)},
        {[] { return AboutDialog::tr("Passwords, without a keychain"); }, place(places.secretsFile)},
    };
    // The demonstration has no file.
    facts.removeIf([](const AboutFact &fact) { return fact.value.isEmpty(); });
    return facts;
}

AboutDialog::AboutDialog(const kit::Theme &theme, const QList<AboutFact> &facts, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_facts(facts)
    , m_logo(new QLabel)
    , m_what(kit::wrappedLabel(QStringLiteral("dialogHint")))
    , m_scroll(new QScrollArea)
    , m_licence(kit::wrappedLabel(QStringLiteral("dialogHint")))
    , m_copy(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(QStringLiteral("aboutDialog"));
    QLabel *name = kit::plainLabel(QStringLiteral("dialogTitle"));
    name->setText(QStringLiteral("Opsdeck"));

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(m_what);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.sizes().padding);
    head->addWidget(m_logo, 0, Qt::AlignTop);
    head->addLayout(words, 1);

    // On a low screen the facts scroll, so that none is cut off.
    auto *inside = new QWidget;
    inside->setObjectName(QStringLiteral("scrollInside"));
    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.sizes().padding);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < m_facts.size(); ++row) {
        QLabel *key = kit::plainLabel(QStringLiteral("factName"));
        QLabel *value = kit::plainLabel(QStringLiteral("factValue"));
        value->setText(m_facts.at(row).value);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        grid->addWidget(key, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1);
        key->setBuddy(value);
        m_names.append(key);
    }

    grid->setRowStretch(int(m_facts.size()), 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inside);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.sizes().grid);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    m_copy->setAutoDefault(false);
    m_close->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(16);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_licence);
    column->addLayout(buttons);
    // Not before it has its place in the dialog: the focus would not stay.
    m_close->setFocus();
    constexpr QSize kSize(520, 470);
    resize(kSize);

    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(details());
        m_copy->setText(tr("Copied"));
    });
    makeIcons();
    retranslate();
}

QString AboutDialog::details() const
{
    QStringList lines{QStringLiteral("Opsdeck")};
    for (const AboutFact &fact : m_facts)
        lines << QStringLiteral("%1: %2").arg(fact.name(), fact.value);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void AboutDialog::makeIcons()
{
    const qreal ratio = devicePixelRatioF();
    m_logo->setPixmap(
        kit::themedIcon(QStringLiteral("opsdeck"), m_theme.color(kit::Theme::Color::Accent), kLogo)
            .pixmap(QSize(kLogo, kLogo), ratio));
    m_copy->setIcon(kit::themedIcon(QStringLiteral("copy"), m_theme.color(kit::Theme::Color::Text2)));
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Opsdeck"));
    m_what->setText(
        tr("Watches and works the recorders, cabinets, kiosks, parking lots and doors of a site."));
    m_licence->setText(tr("Free software under the GNU General Public License, version 3 or later. It comes "
                          "without any warranty."));
    for (int row = 0; row < m_names.size(); ++row)
        m_names.at(row)->setText(m_facts.at(row).name());
    m_copy->setText(tr("Copy details"));
    m_copy->setAccessibleName(tr("Copy details"));
    m_copy->setToolTip(tr("Puts the lines above on the clipboard, for a report"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
}

void AboutDialog::keyPressEvent(QKeyEvent *event)
{
    // Tab comes to nothing in there that would bring it into sight.
    const bool isDown = event->key() == Qt::Key_PageDown;
    if (isDown || event->key() == Qt::Key_PageUp)
        m_scroll->verticalScrollBar()->triggerAction(isDown ? QAbstractSlider::SliderPageStepAdd
                                                            : QAbstractSlider::SliderPageStepSub);
    else
        QDialog::keyPressEvent(event);
}

void AboutDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        makeIcons();
}

} // namespace opsdeck::shell
