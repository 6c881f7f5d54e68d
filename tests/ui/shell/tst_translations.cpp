// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/error_text.h"
#include "ui/shell/words.h"

#include "core/transport/byte_link.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace opsdeck;

namespace {

struct Message {
    QString context;
    QString source;
    QString translation;
    QString type; ///< empty, "unfinished", "vanished", "obsolete"
};

QList<Message> messagesOf(const QString &language)
{
    QFile file(QStringLiteral(OPSDECK_SOURCE_DIR "/translations/opsdeck_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == QLatin1String("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1String("message")) {
                message = Message();
                message.context = context;
            } else if (xml.name() == QLatin1String("source")) {
                message.source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation")) {
                message.type = xml.attributes().value(QLatin1String("type")).toString();
                message.translation = xml.readElementText();
            }
        } else if (xml.isEndElement() && xml.name() == QLatin1String("message")) {
            messages << message;
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("%L?\\d+|%n"));
    QStringList found;
    for (auto it = form.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("zh_CN") << "zh_CN";
        QTest::newRow("zh_TW") << "zh_TW";
    }
    void everyWordIsTranslated()
    {
        QFETCH(QString, language);
        const QList<Message> messages = messagesOf(language);
        QVERIFY(messages.size() > 100);
        for (const Message &message : messages) {
            const QByteArray where = (message.context + QStringLiteral(": ") + message.source).toUtf8();
            QVERIFY2(message.type.isEmpty(), where.constData());
            QVERIFY2(!message.translation.trimmed().isEmpty(), where.constData());
            QCOMPARE(placeholders(message.translation), placeholders(message.source));
            // An ellipsis says that a dialog follows, in every language.
            QCOMPARE(message.translation.endsWith(QChar(0x2026)), message.source.endsWith(QChar(0x2026)));
        }
    }

    void bothHaveTheSameWords()
    {
        QStringList simplified;
        QStringList traditional;
        for (const Message &message : messagesOf(QStringLiteral("zh_CN")))
            simplified << message.context + message.source;
        for (const Message &message : messagesOf(QStringLiteral("zh_TW")))
            traditional << message.context + message.source;
        QCOMPARE(simplified, traditional);
    }

    void simplifiedAndTraditionalAreNotTheSame()
    {
        int different = 0;
        const QList<Message> simplified = messagesOf(QStringLiteral("zh_CN"));
        const QList<Message> traditional = messagesOf(QStringLiteral("zh_TW"));
        QCOMPARE(simplified.size(), traditional.size());
        for (qsizetype i = 0; i < simplified.size(); ++i)
            different += simplified.at(i).translation != traditional.at(i).translation ? 1 : 0;
        QVERIFY(different > simplified.size() / 2);
    }

    void theProgramCarriesThem_data() { everyWordIsTranslated_data(); }
    void theProgramCarriesThem()
    {
        QFETCH(QString, language);
        const base::Error refused(transport::LinkError::ConnectionRefused, QString());
        const QString english = kit::errorText(refused);
        {
            shell::Words words;
            QVERIFY(words.use(language));
            QVERIFY(kit::errorText(refused) != english);
            QVERIFY(words.use(QStringLiteral("en")));
        }
        QCOMPARE(kit::errorText(refused), english);
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
