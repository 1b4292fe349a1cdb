// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/editors/support.h"
#include "ui/editors/blend/blendsession.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;

class BlendSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { session_ = std::make_unique<BlendSession>(); }
    void twoImages_blend_inTheirOverlap();
    void oneInput_isSeen_andNothingBlended();
    void overlap_neverExceedsTheNarrower();
    void everyChange_isUndone_oneStepAGesture();
    void swap_exchangesInputs();
    void otherHeightAndSound_areConverted_withNotices();
    void missingOrWrongInput_isNamed_andCanBeReplaced();
    void oneColumn_isBlended();
    void peer_showsItsPair_andRefusesWhatItCannot();
    void heardResult_readsWhatIsSeen();
    void picture_isThatOfAllMagnitudes();
    void picture_followsAnEdit_quickly();

private:
    bool drawn(const std::unique_ptr<BlendSession>& session) const
    {
        return QTest::qWaitFor([&] { return session->result() != nullptr; }, 8'000);
    }
    bool openBoth()
    {
        session_->setFiles({low_, high_});
        return drawn(session_);
    }
    /// Sets the overlap, and waits for the picture.
    bool overlap(int columns)
    {
        QSignalSpy result(session_.get(), &BlendSession::resultChanged);
        BlendSettings to = session_->settings();
        to.params.region = columns;
        session_->change(to, "Overlap");
        return result.wait(8'000);
    }
    /// The loudest band of the result at a time.
    int loudestBand(double seconds) const
    {
        const auto& picture = *session_->result();
        const auto column = picture.levels.front().row(static_cast<std::size_t>(seconds / picture.columnSeconds));
        return static_cast<int>(std::ranges::max_element(column) - column.begin());
    }

    QTemporaryDir folder_;
    QString low_;
    QString high_;
    std::unique_ptr<BlendSession> session_;
};

void BlendSessionTest::initTestCase()
{
    low_ = testsupport::melImageIn(folder_, "low.png", 300, 2);
    high_ = testsupport::melImageIn(folder_, "high.png", 3000, 3);
    QVERIFY(!low_.isEmpty() && !high_.isEmpty());
}

void BlendSessionTest::twoImages_blend_inTheirOverlap()
{
    QVERIFY(openBoth());
    QCOMPARE(session_->params().region, 100);
    QCOMPARE(session_->mostRegion(), 200);
    QCOMPARE(session_->overlapBegin(), 1.0);
    QCOMPARE(session_->seconds(), 4.0);
    QCOMPARE(session_->result()->columns(), std::size_t{400});
    const int low = loudestBand(0.5);
    const int high = loudestBand(3.5);
    QVERIFY(high > low + 40);
    const auto& picture = *session_->result();
    const auto levelOf = [&](double seconds, int band) { return picture.decibels(static_cast<std::size_t>(seconds * 100), band); };
    QVERIFY(std::abs(levelOf(1.5, low) - levelOf(0.5, low) + 6) < 1); // half of the magnitude of each
    QVERIFY(std::abs(levelOf(1.5, high) - levelOf(3, high) + 6) < 1);
}

void BlendSessionTest::oneInput_isSeen_andNothingBlended()
{
    session_->setInput(1, high_);
    QVERIFY(QTest::qWaitFor([this] { return session_->pair().opened() != nullptr; }, 8'000));
    QVERIFY(!session_->isReady());
    QVERIFY(session_->pair().opened()->pictures[1] && !session_->pair().opened()->pictures[0]);
    session_->setInput(0, low_);
    QVERIFY(drawn(session_));
    session_->setFiles({});
    QVERIFY(!session_->pair().opened() && !session_->result());
}

void BlendSessionTest::overlap_neverExceedsTheNarrower()
{
    QVERIFY(openBoth());
    QVERIFY(overlap(5000));
    QCOMPARE(session_->params().region, 200);
    QCOMPARE(session_->result()->columns(), std::size_t{300});
    QVERIFY(overlap(0)); // all of the narrower, as on the command line
    QCOMPARE(session_->params().region, 200);
    QVERIFY(overlap(1));
    QCOMPARE(session_->result()->columns(), std::size_t{499});
}

void BlendSessionTest::everyChange_isUndone_oneStepAGesture()
{
    QVERIFY(openBoth());
    session_->endGesture();
    const int before = session_->history().count();
    for (const int columns : {110, 120, 130})
        QVERIFY(overlap(columns));
    QCOMPARE(session_->history().count(), before + 1);
    session_->endGesture();
    QVERIFY(overlap(140));
    QCOMPARE(session_->history().count(), before + 2);
    session_->history().undo();
    QCOMPARE(session_->settings().params.region, 130);
    session_->history().undo();
    QCOMPARE(session_->settings().params.region, 100);
    session_->history().undo(); // the inputs
    QVERIFY(!session_->result());
    session_->history().redo();
    QVERIFY(drawn(session_));
}

void BlendSessionTest::swap_exchangesInputs()
{
    QVERIFY(openBoth());
    const int low = loudestBand(0.5);
    QSignalSpy result(session_.get(), &BlendSession::resultChanged);
    session_->swap();
    QVERIFY(result.wait(8'000));
    QVERIFY(loudestBand(0.5) > low + 40);
    QCOMPARE(loudestBand(session_->seconds() - 0.5), low);
}

void BlendSessionTest::otherHeightAndSound_areConverted_withNotices()
{
    QSignalSpy noticed(session_.get(), &BlendSession::noticed);
    session_->setFiles({low_, testsupport::melImageIn(folder_, "taller.png", 3000, 2, 256)});
    QVERIFY(drawn(session_));
    QCOMPARE(noticed.size(), 1);
    QVERIFY(noticed.front().front().toString().contains("256 bands instead of 128"));
    session_->setFiles({low_, testsupport::soundIn(folder_, 2)}); // stereo, 512 bands
    QVERIFY(QTest::qWaitFor([this] { return session_->result() && session_->pair().opened()->mel->channelCount() == 2; }, 8'000));
    QVERIFY(noticed.back().front().toString().contains("512 bands instead of 128"));
    QVERIFY(std::abs(session_->seconds() - 3) < 0.02);
}

void BlendSessionTest::missingOrWrongInput_isNamed_andCanBeReplaced()
{
    QSignalSpy failed(session_.get(), &BlendSession::failed);
    session_->setFiles({low_, folder_.filePath("gone.png")});
    QVERIFY(failed.wait(8'000));
    QVERIFY(failed.front().front().toString().contains("gone.png"));
    QCOMPARE(session_->pair().trouble(), failed.front().front().toString());
    QFile text(folder_.filePath("text.png"));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no image") > 0);
    text.close();
    session_->setInput(1, text.fileName());
    QVERIFY(failed.wait(8'000));
    QVERIFY(failed.back().front().toString().contains("text.png"));
    session_->setInput(1, high_);
    QVERIFY(drawn(session_));
    QVERIFY(session_->pair().trouble().isEmpty());
}

void BlendSessionTest::oneColumn_isBlended()
{
    session_->setFiles({low_, testsupport::melImageIn(folder_, "short.png", 3000, 0.01)});
    QVERIFY(drawn(session_));
    QCOMPARE(session_->mostRegion(), 1);
    QCOMPARE(session_->result()->columns(), std::size_t{200});
}

void BlendSessionTest::peer_showsItsPair_andRefusesWhatItCannot()
{
    QVERIFY(openBoth());
    const int low = loudestBand(0.5);
    const int high = loudestBand(3.5);
    QSignalSpy result(session_.get(), &BlendSession::resultChanged);
    BlendSettings to = session_->settings();
    to.asPeer = true;
    session_->change(to, "Peer");
    QVERIFY(result.wait(8'000));
    QVERIFY(session_->result());
    QCOMPARE(session_->result()->columns(), std::size_t{400});
    QCOMPARE(loudestBand(1.05), high); // the region begins with B
    QCOMPARE(loudestBand(1.95), low);
    QSignalSpy failed(session_.get(), &BlendSession::failed);
    session_->setInput(1, testsupport::melImageIn(folder_, "taller.png", 3000, 2, 256));
    QVERIFY(failed.wait(8'000));
    QVERIFY(failed.front().front().toString().contains("128 and 256 pixels high"));
}

void BlendSessionTest::heardResult_readsWhatIsSeen()
{
    QVERIFY(openBoth());
    const HeardMel heard = session_->heardResult();
    const auto source = heard.make();
    QVERIFY(source);
    QCOMPARE((*source)->columns(), std::size_t{400});
    QCOMPARE(heard.samples, std::size_t{400 * 441});
    const auto column = (*source)->read(150, 1).value();
    const auto loudest = std::ranges::max_element(column[0].row(0)) - column[0].row(0).begin();
    QVERIFY(loudest == loudestBand(0.5) || loudest == loudestBand(3.5));
    QCOMPARE(session_->heardInput(1).make().value()->columns(), std::size_t{300});
    session_->setFiles({}); // what was made lives on
    QVERIFY((*source)->read(0, 400));
}

void BlendSessionTest::picture_isThatOfAllMagnitudes()
{
    QVERIFY(openBoth());
    for (const int columns : {1, 77, 200}) {
        QVERIFY(overlap(columns));
        const auto source = session_->heardResult().make();
        JobMonitor monitor;
        const auto whole = displaySpectrogram(**source, session_->pair().opened()->mel->analysis(), 1, monitor).value();
        QCOMPARE(session_->result()->levels.size(), whole->levels.size());
        QVERIFY(session_->result()->levels == whole->levels);
        QCOMPARE(session_->result()->seconds, whole->seconds);
    }
}

/// An edit's picture for two images of 512 x 512. The machine of the tests is slow and shared: the bound is wide, the figure
/// is told.
void BlendSessionTest::picture_followsAnEdit_quickly()
{
    session_->setFiles({testsupport::melImageIn(folder_, "a512.png", 300, 5.12, 512), testsupport::melImageIn(folder_, "b512.png", 3000, 5.12, 512)});
    QVERIFY(drawn(session_));
    for (const MixSpace space : {MixSpace::Magnitude, MixSpace::Pixel, MixSpace::Decibel}) {
        BlendSettings to = session_->settings();
        to.params.region = 512;
        to.params.space = space;
        QElapsedTimer timer;
        timer.start();
        QSignalSpy result(session_.get(), &BlendSession::resultChanged);
        session_->change(to, "Space");
        QVERIFY(result.wait(2'000) || result.size() > 0);
        qInfo("space %d: %lld ms", static_cast<int>(space), timer.elapsed());
        QVERIFY(timer.elapsed() < 1'000);
        QVERIFY(overlap(100));
    }
}

QTEST_MAIN(BlendSessionTest)
#include "blendsession_test.moc"
