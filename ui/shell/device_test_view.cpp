// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/device_test_view.h"

#include "ui/kit/plain_label.h"
#include "ui/kit/state_mark.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace opsdeck::shell {

namespace {

constexpr int kPictureWidth = 320;
constexpr int kPictureHeight = 200;
constexpr int kMark = 10;

/// A word that is longer than its line is wide, as a version may be, goes on in the next one after a dot.
QString breakable(const QString &text)
{
    constexpr int kLongWord = 24;
    QStringList words = text.split(QLatin1Char(' '));
    for (QString &word : words) {
        if (word.size() > kLongWord)
            word.replace(QLatin1Char('.'), QStringLiteral(".\u200b"));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

/// One state mark.
class DeviceTestView::MarkLabel final : public QWidget
{
public:
    explicit MarkLabel(const kit::Theme &theme)
        : m_theme(theme)
    {
        setFixedSize(kMark + 6, 18);
    }
    void show(kit::StateMark mark)
    {
        m_mark = mark;
        setAccessibleName(kit::stateWord(mark));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        kit::paintStateMark(painter, QRectF((width() - kMark) / 2.0, (height() - kMark) / 2.0, kMark, kMark),
                            m_mark, m_theme);
    }

private:
    const kit::Theme &m_theme;
    kit::StateMark m_mark = kit::StateMark::None;
};

DeviceTestView::DeviceTestView(const kit::Theme &theme, QObject &keeper, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_keeper(keeper)
    , m_button(new QPushButton)
    , m_summary(kit::wrappedLabel(QStringLiteral("dialogHint")))
    , m_grid(new QGridLayout)
    , m_picture(kit::plainLabel(QStringLiteral("testPicture")))
{
    setObjectName(QStringLiteral("testView"));
    m_button->setObjectName(QStringLiteral("testButton"));
    m_button->setAutoDefault(false);
    // As wide as there is room for, and what stands above it is not wider for its sake.
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_picture->hide();
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(10);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_summary);
    column->addLayout(m_grid);
    column->addWidget(m_picture);
    column->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (!isRunning()) {
            Q_EMIT testWanted();
            return;
        }
        clear();
        Q_EMIT stopped();
    });
    retranslate();
}

DeviceTestView::~DeviceTestView()
{
    stop();
}

void DeviceTestView::stop()
{
    m_isPreparing = false;
    m_isRunning = false;
    kit::ConnectionTest *test = std::exchange(m_test, nullptr);
    if (!test)
        return;
    // It says goodbye to the device in its own time.
    test->disconnect(this);
    test->cancel();
}

void DeviceTestView::clear()
{
    stop();
    m_outcome.reset();
    m_lines.clear();
    for (const Row &row : std::as_const(m_rows)) {
        for (QWidget *widget : {static_cast<QWidget *>(row.mark), static_cast<QWidget *>(row.name),
                                static_cast<QWidget *>(row.time), static_cast<QWidget *>(row.detail)})
            widget->deleteLater();
    }
    m_rows.clear();
    m_image = {};
    m_picture->hide();
    retranslate();
}

void DeviceTestView::setWhyNot(const QString &reason)
{
    m_whyNot = reason;
    retranslate();
}

void DeviceTestView::showPreparing()
{
    clear();
    m_isPreparing = true;
    addLine({-1, kit::StateMark::Working, QString(), std::chrono::milliseconds(-1)});
    retranslate();
}

void DeviceTestView::showNotPrepared(const QString &reason)
{
    m_isPreparing = false;
    m_outcome = false;
    if (!m_lines.isEmpty()) {
        m_lines.last().mark = kit::StateMark::Attention;
        m_lines.last().detail = reason;
        showLine(int(m_lines.size()) - 1);
    }
    retranslate();
}

void DeviceTestView::start(std::unique_ptr<kit::ConnectionTest> test)
{
    const bool wasPrepared = m_isPreparing;
    m_isPreparing = false;
    if (wasPrepared) {
        m_lines.last().mark = kit::StateMark::Ok;
        showLine(int(m_lines.size()) - 1);
    } else {
        clear();
    }
    m_isRunning = true;
    m_test = test.release();
    m_test->setParent(&m_keeper);
    connect(m_test, &kit::ConnectionTest::ended, m_test, &QObject::deleteLater);
    connect(m_test, &kit::ConnectionTest::stepStarted, this, [this](int step) {
        addLine({step, kit::StateMark::Working, QString(), std::chrono::milliseconds(-1)});
    });
    connect(m_test, &kit::ConnectionTest::stepDone, this,
            [this](int step, const QString &detail, bool isOk, std::chrono::milliseconds took) {
                if (m_lines.isEmpty() || m_lines.last().step != step)
                    return;
                m_lines.last() = {step, isOk ? kit::StateMark::Ok : kit::StateMark::Attention, detail, took};
                showLine(int(m_lines.size()) - 1);
            });
    connect(m_test, &kit::ConnectionTest::pictureTaken, this, [this](const QImage &image) {
        m_image = image;
        showPicture();
    });
    connect(m_test, &kit::ConnectionTest::finished, this, [this](bool isOk) {
        m_isRunning = false;
        m_outcome = isOk;
        retranslate();
    });
    connect(m_test, &kit::ConnectionTest::ended, this, [this] { m_test = nullptr; });
    m_test->start();
    retranslate();
}

void DeviceTestView::addLine(const Line &line)
{
    const int at = int(m_rows.size()) * 2;
    Row row{new MarkLabel(m_theme), kit::plainLabel(QStringLiteral("testStep")),
            kit::plainLabel(QStringLiteral("testTime")), kit::plainLabel(QStringLiteral("testDetail"))};
    row.detail->setWordWrap(true);
    row.detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(row.mark, at, 0, Qt::AlignTop);
    m_grid->addWidget(row.name, at, 1);
    m_grid->addWidget(row.time, at, 2, Qt::AlignRight);
    m_grid->addWidget(row.detail, at + 1, 1, 1, 2);
    m_rows.append(row);
    m_lines.append(line);
    showLine(int(m_lines.size()) - 1);
}

void DeviceTestView::showLine(int number)
{
    const Line &line = m_lines.at(number);
    const Row &row = m_rows.at(number);
    const QString name = line.step < 0 ? tr("Read the password from the keychain")
                         : m_test      ? m_test->stepName(line.step)
                                       : row.name->text();
    row.mark->show(line.mark);
    row.name->setText(name);
    row.time->setText(line.took.count() < 0 ? QString() : tr("%1 ms").arg(line.took.count()));
    row.detail->setText(breakable(line.detail));
    row.detail->setVisible(!line.detail.isEmpty());
    row.name->setAccessibleName(
        QStringLiteral("%1, %2, %3").arg(name, kit::stateWord(line.mark), line.detail));
}

void DeviceTestView::showPicture()
{
    if (m_image.isNull()) {
        m_picture->hide();
        return;
    }
    const int room = width() - layout()->contentsMargins().right();
    QPixmap picture = QPixmap::fromImage(
        m_image.scaled(QSize(std::clamp(room, 1, kPictureWidth), kPictureHeight) * devicePixelRatioF(),
                       Qt::KeepAspectRatio, Qt::SmoothTransformation));
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(picture);
    m_picture->setAccessibleName(tr("First picture of the device"));
    m_picture->setToolTip(tr("What the device shows now"));
    m_picture->show();
}

void DeviceTestView::showSummary()
{
    if (isRunning())
        m_summary->setText(tr("Testing…"));
    else if (!m_outcome)
        m_summary->setText(m_whyNot.isEmpty()
                               ? tr("Tries step by step what is needed, and says what failed and why.")
                               : m_whyNot);
    else if (*m_outcome)
        m_summary->setText(tr("Everything works."));
    else
        m_summary->setText(tr("It does not work yet. It can be saved all the same."));
}

void DeviceTestView::retranslate()
{
    m_button->setText(isRunning() ? tr("Stop") : tr("Test connection"));
    m_button->setAccessibleName(m_button->text());
    m_button->setEnabled(isRunning() || m_whyNot.isEmpty());
    m_button->setToolTip(isRunning()          ? tr("Stop testing")
                         : m_whyNot.isEmpty() ? tr("Connect with these settings, without saving them")
                                              : m_whyNot);
    showSummary();
}

void DeviceTestView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width())
        showPicture();
}

void DeviceTestView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (int i = 0; i < m_lines.size(); ++i)
            showLine(i);
        showPicture();
    }
}

} // namespace opsdeck::shell
