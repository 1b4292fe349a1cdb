// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/panels/transportbar.h"

#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace sonoloom;

class TransportBarTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void match_showsWhoIsTurnedDown_data();
    void match_showsWhoIsTurnedDown();
    void match_isOnlyThereForTwo();
    void match_isRemembered();
    void peek_hearsTheOtherSide_andGoesBack();
    void difference_saysThatItIsNotMatched();

private:
    void load(double gainA, double gainB, double seconds);
    QToolButton* button(const char* name) { return bar_->findChild<QToolButton*>(name); }

    std::unique_ptr<Player> player_;
    std::unique_ptr<TransportBar> bar_;
};

void TransportBarTest::init()
{
    QSettings().clear();
    player_ = std::make_unique<Player>();
    bar_ = std::make_unique<TransportBar>(*player_);
}

void TransportBarTest::cleanup()
{
    bar_.reset();
    player_.reset();
}

void TransportBarTest::load(double gainA, double gainB, double seconds)
{
    for (const Side side : {Side::A, Side::B}) {
        auto sound = std::make_shared<Audio>(testsupport::tones(seconds));
        for (auto& channel : sound->channels)
            for (float& sample : channel)
                sample *= static_cast<float>(side == Side::A ? gainA : gainB);
        player_->setSound(side, sound);
    }
}

void TransportBarTest::match_showsWhoIsTurnedDown_data()
{
    QTest::addColumn<double>("gainA");
    QTest::addColumn<double>("gainB");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("A") << 1.0 << 0.5 << 2.0 << "Match loudness: A −6.0 dB";
    QTest::newRow("B") << 0.25 << 1.0 << 2.0 << "Match loudness: B −12.0 dB";
    QTest::newRow("alike") << 1.0 << 1.001 << 2.0 << "Match loudness: 0.0 dB";
    QTest::newRow("short") << 1.0 << 0.5 << 0.35 << "Match loudness: too short";
    QTest::newRow("quiet") << 1.0 << 0.0 << 2.0 << "Match loudness: too quiet";
}

void TransportBarTest::match_showsWhoIsTurnedDown()
{
    QFETCH(double, gainA);
    QFETCH(double, gainB);
    QFETCH(double, seconds);
    QFETCH(QString, text);
    load(gainA, gainB, seconds);
    QVERIFY2(QTest::qWaitFor([&] { return button("match")->text() == text; }, 5000), qPrintable(button("match")->text()));
    bar_->setMatching(false);
    QCOMPARE(button("match")->text(), QString("Match loudness"));
    QCOMPARE(player_->match().gainADb, 0.0);
}

void TransportBarTest::match_isOnlyThereForTwo()
{
    load(1, 1, 1);
    QVERIFY(button("match")->isEnabled());
    player_->setSound(Side::B, nullptr);
    QVERIFY(!button("match")->isEnabled());
}

void TransportBarTest::match_isRemembered()
{
    QVERIFY(bar_->isMatching()); // from the start
    QSignalSpy toggled(bar_.get(), &TransportBar::matchingToggled);
    button("match")->click();
    button("match")->click(); // disabled: nothing to match yet
    QVERIFY(bar_->isMatching());
    load(1, 1, 1);
    button("match")->click();
    QCOMPARE(toggled.size(), 1);
    QVERIFY(!player_->isMatching());
    Player other;
    QVERIFY(!TransportBar(other).isMatching());
}

void TransportBarTest::peek_hearsTheOtherSide_andGoesBack()
{
    load(1, 1, 1);
    bar_->peek();
    QCOMPARE(player_->side(), Side::B);
    bar_->peek(); // the key repeats
    QCOMPARE(player_->side(), Side::B);
    bar_->endPeek();
    QCOMPARE(player_->side(), Side::A);
    bar_->endPeek();
    QCOMPARE(player_->side(), Side::A);
    player_->switchTo(Side::Difference);
    bar_->peek();
    QCOMPARE(player_->side(), Side::A);
    bar_->endPeek();
    QCOMPARE(player_->side(), Side::Difference);
}

void TransportBarTest::difference_saysThatItIsNotMatched()
{
    QVERIFY(button("listen-difference")->toolTip().contains("as they are"));
    QVERIFY(button("match")->toolTip().contains("always of the sounds as they are"));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("transportbar_test")); // where settings go
    TransportBarTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "transportbar_test.moc"
