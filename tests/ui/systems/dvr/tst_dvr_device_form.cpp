// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_device_form.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace opsdeck;
using dvr::DvrDeviceForm;
using Kind = kit::PasswordChange::Kind;

namespace {

const QString kRef = QStringLiteral("opsdeck/new/password");

QJsonObject stored()
{
    return {{QStringLiteral("host"), QStringLiteral("10.0.0.7")},
            {QStringLiteral("user"), QStringLiteral("guard")},
            {QStringLiteral("passwordRef"), QStringLiteral("opsdeck/north/password")},
            {QStringLiteral("x-unknown"), QJsonObject{{QStringLiteral("deep"), 1}}}};
}

template <typename Field>
Field *field(DvrDeviceForm &form, const char *name)
{
    auto *found = form.findChild<Field *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no field %s", name);
    return found;
}

QStringList shownProblems(const DvrDeviceForm &form)
{
    QStringList words;
    for (const QLabel *label : form.findChildren<QLabel *>(QStringLiteral("fieldProblem"))) {
        if (label->isVisibleTo(&form))
            words << label->text();
    }
    return words;
}

} // namespace

class TestDvrDeviceForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedFormChangesNothing()
    {
        const DvrDeviceForm form(stored());
        QVERIFY(form.isGood());
        QCOMPARE(form.settings(kRef), stored());
        QCOMPARE(form.passwordChange().kind, Kind::Keep);
        QCOMPARE(form.storedPasswordRef(), QStringLiteral("opsdeck/north/password"));
    }

    void aNewFormIsQuietUntilItIsTypedInto()
    {
        DvrDeviceForm form({});
        QVERIFY(!form.isGood());
        QVERIFY(shownProblems(form).isEmpty());
        QVERIFY(!field<QCheckBox>(form, "dvr.noPassword")->isVisibleTo(&form));
        form.showProblems();
        QCOMPARE(shownProblems(form).size(), 1);
        QTest::keyClicks(field<QLineEdit>(form, "dvr.host"), QStringLiteral("10.0.0.9"));
        QVERIFY(shownProblems(form).isEmpty());
        QVERIFY(form.isGood());
        QCOMPARE(form.settings(kRef), (QJsonObject{{QStringLiteral("host"), QStringLiteral("10.0.0.9")},
                                                   {QStringLiteral("port"), 34567},
                                                   {QStringLiteral("user"), QStringLiteral("admin")}}));
        QCOMPARE(form.proposedName(), QStringLiteral("10.0.0.9"));
    }

    void saysBesideTheFieldWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("fieldName");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *fieldName, const char *text, const char *words) {
            QTest::newRow(name) << QByteArray(fieldName) << QString::fromLatin1(text)
                                << QString::fromLatin1(words);
        };
        row("no host", "dvr.host", "", "Enter the host name");
        row("only spaces", "dvr.host", "   ", "Enter the host name");
        row("a web address", "dvr.host", "http://10.0.0.7/", "Only the name or address");
        row("two words", "dvr.host", "10.0.0.7 10.0.0.8", "Only the name or address");
        row("no user", "dvr.user", "", "Enter the name of a user");
    }
    void saysBesideTheFieldWhatIsWrong()
    {
        QFETCH(QByteArray, fieldName);
        QFETCH(QString, text);
        QFETCH(QString, words);
        DvrDeviceForm form(stored());
        auto *edit = field<QLineEdit>(form, fieldName.constData());
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        QVERIFY(!form.isGood());
        const QStringList shown = shownProblems(form);
        QCOMPARE(shown.size(), 1);
        QVERIFY2(shown.constFirst().startsWith(words), qPrintable(shown.constFirst()));
        QCOMPARE(edit->accessibleDescription(), shown.constFirst());
    }

    void keepsWhatItHasNoFieldForAndTrimsTheAddress()
    {
        DvrDeviceForm form(stored());
        auto *host = field<QLineEdit>(form, "dvr.host");
        host->setText(QStringLiteral("  recorder.example "));
        field<QSpinBox>(form, "dvr.port")->setValue(34568);
        field<QSpinBox>(form, "dvr.channels")->setValue(8);
        QJsonObject wanted = stored();
        wanted.insert(QStringLiteral("host"), QStringLiteral("recorder.example"));
        wanted.insert(QStringLiteral("port"), 34568);
        wanted.insert(QStringLiteral("channels"), 8);
        QCOMPARE(form.settings(kRef), wanted);
        field<QSpinBox>(form, "dvr.channels")->setValue(0);
        QVERIFY(!form.settings(kRef).contains(QStringLiteral("channels")));
    }

    void aNewPasswordGetsThePlaceItIsGiven()
    {
        DvrDeviceForm form(stored());
        auto *password = field<QLineEdit>(form, "dvr.passwordRef");
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        QVERIFY(password->text().isEmpty());
        QCOMPARE(password->placeholderText(), QStringLiteral("unchanged"));
        QSignalSpy changed(&form, &kit::DeviceForm::changed);
        QTest::keyClicks(password, QStringLiteral("n3w"));
        QCOMPARE(changed.size(), 3);
        QCOMPARE(form.passwordChange().kind, Kind::Set);
        QCOMPARE(form.passwordChange().password, QStringLiteral("n3w"));
        QCOMPARE(form.settings(kRef).value(QStringLiteral("passwordRef")).toString(), kRef);
        for (const QJsonValue &value : form.settings(kRef))
            QVERIFY(value.toString() != QStringLiteral("n3w"));
    }

    void aUserWithoutAPasswordHasNoPlace()
    {
        DvrDeviceForm form(stored());
        auto *box = field<QCheckBox>(form, "dvr.noPassword");
        QVERIFY(box->isVisibleTo(&form));
        box->click();
        QVERIFY(!field<QLineEdit>(form, "dvr.passwordRef")->isEnabled());
        QCOMPARE(form.passwordChange().kind, Kind::Remove);
        QVERIFY(!form.settings(kRef).contains(QStringLiteral("passwordRef")));
        box->click();
        QCOMPARE(form.passwordChange().kind, Kind::Keep);
        QCOMPARE(form.settings(kRef), stored());
    }

    void everyFieldHasANameAndAToolTip()
    {
        DvrDeviceForm form(stored());
        for (const char *name :
             {"dvr.host", "dvr.port", "dvr.user", "dvr.passwordRef", "dvr.channels", "dvr.noPassword"}) {
            auto *widget = field<QWidget>(form, name);
            QVERIFY2(!widget->accessibleName().isEmpty(), name);
            QVERIFY2(!widget->toolTip().isEmpty(), name);
        }
    }
};

QTEST_MAIN(TestDvrDeviceForm)
#include "tst_dvr_device_form.moc"
