// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/shape/hintbar.h"

#include <QPushButton>
#include <QtTest>

using namespace sonoloom;

class HintBarTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void defaults_haveNoHint();
    void clipping_isMendedByOneButton_andUndoBringsItBack();
    void emptyHalf_isMendedByPowerAndMaxvolInOneStep();
    void otherFormats_haveNoHint();

private:
    bool settled()
    {
        return QTest::qWaitFor([this] { return !session_->isOpening() && preview_->tiles() && !preview_->isComputing(); }, 9'000);
    }
    std::string value(const char* key) { return fieldText(*findField(session_->codecFields(), key)); }

    QTemporaryDir folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<PreviewController> preview_;
    std::unique_ptr<HintBar> bar_;
};

void HintBarTest::init()
{
    bar_.reset();
    preview_.reset();
    session_ = std::make_unique<Session>();
    preview_ = std::make_unique<PreviewController>(*session_);
    bar_ = std::make_unique<HintBar>(*session_, *preview_);
    session_->open({testsupport::soundIn(folder_, 2)});
    QVERIFY(settled());
}

void HintBarTest::defaults_haveNoHint()
{
    QVERIFY(bar_->isHidden());
    QCOMPARE(bar_->sentence(), QString());
}

void HintBarTest::clipping_isMendedByOneButton_andUndoBringsItBack()
{
    QVERIFY(session_->setCodecFields({{"level", "fixed"}, {"maxvol", "10"}}));
    QVERIFY(settled());
    QVERIFY(!bar_->isHidden());
    QVERIFY2(bar_->sentence().contains("clipped"), qPrintable(bar_->sentence()));
    auto* mend = bar_->findChild<QPushButton*>("hintMend");
    QVERIFY(mend->text().startsWith("Set maxvol to "));
    const QString cure = mend->text();
    const int steps = session_->history().count();

    mend->click();
    QCOMPARE(session_->history().count(), steps + 1);
    QCOMPARE(session_->history().undoText(), cure);
    QVERIFY(settled());
    QVERIFY(bar_->isHidden());
    QCOMPARE(preview_->tiles()->report.clippedPixels, std::size_t{0});
    QCOMPARE(cure, "Set maxvol to " + QString::fromStdString(value("maxvol")));

    session_->history().undo();
    QCOMPARE(value("maxvol"), std::string("10"));
    QVERIFY(settled());
    QVERIFY(!bar_->isHidden());
    QCOMPARE(mend->text(), cure);
}

void HintBarTest::emptyHalf_isMendedByPowerAndMaxvolInOneStep()
{
    QVERIFY(session_->setCodecFields({{"level", "fixed"}, {"power", "0.01"}, {"maxvol", "1.2"}}));
    QVERIFY(settled());
    QVERIFY2(bar_->sentence().contains("light half"), qPrintable(bar_->sentence()));
    auto* mend = bar_->findChild<QPushButton*>("hintMend");
    QVERIFY(mend->text().startsWith("Set power to ") && mend->text().contains(" and maxvol to "));
    const int steps = session_->history().count();
    mend->click();
    QCOMPARE(session_->history().count(), steps + 1);
    QVERIFY(settled());
    QVERIFY(bar_->isHidden());
    session_->history().undo();
    QCOMPARE(value("power"), std::string("0.01"));
    QCOMPARE(value("maxvol"), std::string("1.2"));
}

void HintBarTest::otherFormats_haveNoHint()
{
    QVERIFY(session_->setCodecFields({{"level", "fixed"}, {"maxvol", "10"}}));
    QVERIFY(settled());
    QVERIFY(!bar_->isHidden());
    QVERIFY(session_->setCodec("wavdiff"));
    QVERIFY(settled());
    QVERIFY(bar_->isHidden());
}

QTEST_MAIN(HintBarTest)
#include "hintbar_test.moc"
