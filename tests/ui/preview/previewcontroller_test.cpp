// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/preview/previewcontroller.h"

#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace sonoloom;
using testsupport::imageIn;
using testsupport::soundIn;

class PreviewControllerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sound_getsSpectrogramAndTiles();
    void tiles_areThoseThatAreWritten();
    void maxvol_changesPixelsOnly();
    void bands_changeEverything();
    void reconstruct_bringsAResult_withFigures();
    void parameterAfterResult_makesItOld();
    void cancel_bringsNoResult();
    void badParameters_areOneSentence();
    void images_getSpectrogramAndResult();
    void live_everyChange_bringsADraftAndThenAResult();
    void live_longSound_isHeardAroundTheListener();
    void focus_isDrawnFirst();
    void live_switchedOff_stops();
    void destroyed_whileComputing_isClean();

private:
    bool open(const QString& path)
    {
        session_->open({path});
        return QTest::qWaitFor([this] { return !session_->isOpening() && preview_->tiles() && !preview_->isComputing(); }, 20'000);
    }
    bool settled() { return QTest::qWaitFor([this] { return !preview_->isComputing(); }, 20'000); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<PreviewController> preview_;
};

void PreviewControllerTest::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
    session_ = std::make_unique<Session>();
    preview_ = std::make_unique<PreviewController>(*session_);
}

void PreviewControllerTest::cleanup()
{
    preview_.reset();
    session_.reset();
}

void PreviewControllerTest::sound_getsSpectrogramAndTiles()
{
    QVERIFY(open(soundIn(*folder_, 6)));
    QVERIFY(preview_->spectrogram() && !preview_->spectrogram()->draft);
    QCOMPARE(preview_->spectrogram()->columns(), std::size_t{600});
    QCOMPARE(preview_->tiles()->tiles.size(), std::size_t{2});
    // The loudest band of a column is that of one of the two tones, at a quarter of full scale: -12 dB.
    const auto& spectrogram = *preview_->spectrogram();
    int loudest = 0;
    for (int b = 1; b < spectrogram.bands(); ++b)
        if (spectrogram.decibels(300, b) > spectrogram.decibels(300, loudest))
            loudest = b;
    const double hertz = spectrogram.bandHertz(loudest);
    QVERIFY2(std::abs(hertz - 440) < 12 || std::abs(hertz - 880) < 12, qPrintable(QString::number(hertz)));
    QVERIFY2(std::abs(spectrogram.decibels(300, loudest) + 12.04) < 1.5, qPrintable(QString::number(spectrogram.decibels(300, loudest))));
}

void PreviewControllerTest::tiles_areThoseThatAreWritten()
{
    QVERIFY(open(soundIn(*folder_, 6)));
    QSignalSpy made(session_.get(), &Session::tilesChanged);
    preview_->encodeTiles();
    QVERIFY(QTest::qWaitFor([this] { return session_->tiles() != nullptr; }, 20'000));
    QCOMPARE(session_->tiles()->tiles.size(), std::size_t{2});
    for (std::size_t i = 0; i < 2; ++i) {
        const TileFile& tile = session_->tiles()->tiles[i];
        const Image written = decodePng(tile.png, tile.name).value();
        QVERIFY(written.samples == preview_->tiles()->tiles[i]->samples);
    }
}

void PreviewControllerTest::maxvol_changesPixelsOnly()
{
    QVERIFY(open(soundIn(*folder_, 3)));
    QVERIFY(session_->setCodecField("level", "fixed"));
    QVERIFY(settled());
    const auto before = preview_->tiles();
    QSignalSpy redrawn(preview_.get(), &PreviewController::spectrogramChanged);
    QVERIFY(session_->setCodecField("maxvol", "20"));
    QVERIFY(settled());
    QCOMPARE(redrawn.size(), 0);
    QVERIFY(preview_->tiles() != before);
    QVERIFY(preview_->tiles()->report.clippedPixels > before->report.clippedPixels);
}

void PreviewControllerTest::bands_changeEverything()
{
    QVERIFY(open(soundIn(*folder_, 3)));
    QVERIFY(session_->setCodecField("n-mels", "128"));
    QVERIFY(QTest::qWaitFor([this] { return preview_->spectrogram()->bands() == 128; }, 20'000));
    QVERIFY(settled());
    QCOMPARE(preview_->tiles()->tiles.front()->height, 128);
}

void PreviewControllerTest::reconstruct_bringsAResult_withFigures()
{
    QVERIFY(open(soundIn(*folder_, 3)));
    QSignalSpy done(preview_.get(), &PreviewController::reconstructed);
    preview_->reconstruct();
    QVERIFY(preview_->isReconstructing());
    QVERIFY(done.wait(30'000));
    QVERIFY(session_->result() && session_->resultIsCurrent());
    QCOMPARE(session_->result()->sound->sampleCount(), std::size_t{3 * 44100});
    QCOMPARE(session_->result()->sound->channelCount(), std::size_t{2});
    QVERIFY(session_->result()->figures.has_value());
    QVERIFY(std::abs(session_->result()->figures->levelDifferenceDb) < 0.5);
}

void PreviewControllerTest::parameterAfterResult_makesItOld()
{
    QVERIFY(open(soundIn(*folder_, 1)));
    QSignalSpy done(preview_.get(), &PreviewController::reconstructed);
    preview_->reconstruct();
    QVERIFY(done.wait(30'000));
    QVERIFY(session_->setCodecField("power", "0.4"));
    QVERIFY(session_->result() && !session_->resultIsCurrent());
    QVERIFY(session_->setCodecField("power", "0.25"));
    QVERIFY(session_->resultIsCurrent());
    QVERIFY(session_->setReconstructField("method", "draft"));
    QVERIFY(!session_->resultIsCurrent());
}

void PreviewControllerTest::cancel_bringsNoResult()
{
    QVERIFY(open(soundIn(*folder_, 20)));
    QVERIFY(session_->setReconstructField("method", "best"));
    QSignalSpy cancelled(preview_.get(), &PreviewController::reconstructionCancelled);
    preview_->reconstruct();
    QTest::qWait(50);
    preview_->cancelReconstruction();
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(!preview_->isReconstructing());
    QTest::qWait(300);
    QVERIFY(!session_->result());
}

void PreviewControllerTest::badParameters_areOneSentence()
{
    QVERIFY(open(soundIn(*folder_, 1)));
    QSignalSpy failed(preview_.get(), &PreviewController::previewFailed);
    QVERIFY(session_->setCodecField("f-min", "90000")); // fits its own range, but not this sound
    QVERIFY(failed.wait(10'000));
    QVERIFY2(failed.front().front().toString().contains("f-m"), qPrintable(failed.front().front().toString()));
    QVERIFY(preview_->spectrogram()); // the old picture stays
}

void PreviewControllerTest::images_getSpectrogramAndResult()
{
    QVERIFY(!imageIn(*folder_, "a_0.png").isEmpty());
    QVERIFY(!imageIn(*folder_, "a_1.png").isEmpty());
    QVERIFY(open(folder_->path()));
    QVERIFY(preview_->spectrogram());
    QCOMPARE(preview_->spectrogram()->columns(), std::size_t{128});
    QCOMPARE(preview_->tiles()->starts, (std::vector<double>{0.0, 0.64}));
    QSignalSpy done(preview_.get(), &PreviewController::reconstructed);
    preview_->reconstruct();
    QVERIFY(done.wait(30'000));
    QVERIFY(session_->result()->imageError.has_value() && !session_->result()->figures);
}

void PreviewControllerTest::live_everyChange_bringsADraftAndThenAResult()
{
    QSignalSpy drafts(preview_.get(), &PreviewController::pieceSounded);
    QSignalSpy done(preview_.get(), &PreviewController::reconstructed);
    preview_->setLive(true);
    preview_->setListener(2);
    QVERIFY(open(soundIn(*folder_, 6)));
    QVERIFY(QTest::qWaitFor([&] { return done.size() == 1; }, 30'000));
    QVERIFY(!drafts.isEmpty());
    // The first draft is where the listener is: two tones at a quarter of full scale.
    const auto piece = drafts.front()[0].value<std::shared_ptr<const Audio>>();
    const double start = drafts.front()[1].toDouble();
    QVERIFY2(start > 1 && start <= 2 && start + piece->seconds() >= 2.2, qPrintable(QString::number(start)));
    const auto& channel = piece->channels.front();
    const auto here = static_cast<std::ptrdiff_t>((2 - start) * 44100);
    QVERIFY(*std::max_element(channel.begin() + here, channel.begin() + here + 8820) > 0.15f);
    QVERIFY(session_->resultIsCurrent());

    QVERIFY(session_->setCodecField("n-mels", "128"));
    QVERIFY(!session_->resultIsCurrent());
    QVERIFY(QTest::qWaitFor([&] { return done.size() == 2; }, 30'000));
    QVERIFY(session_->resultIsCurrent());
    QVERIFY(session_->setReconstructField("method", "preview"));
    QVERIFY(QTest::qWaitFor([&] { return done.size() == 3; }, 30'000));
}

void PreviewControllerTest::live_longSound_isHeardAroundTheListener()
{
    QSignalSpy drafts(preview_.get(), &PreviewController::pieceSounded);
    preview_->setLongest(10);
    preview_->setLive(true);
    preview_->setListener(21);
    QVERIFY(open(soundIn(*folder_, 30)));
    QVERIFY(drafts.size() > 0 || drafts.wait(20'000));
    QVERIFY(drafts.front()[1].toDouble() > 20 && drafts.front()[1].toDouble() <= 21);
    QVERIFY(!preview_->isReconstructing()); // too long for that by itself
    preview_->setListener(3); // another part
    QVERIFY(QTest::qWaitFor([&] { return drafts.back()[1].toDouble() <= 3; }, 20'000));
    drafts.clear();
    QVERIFY(session_->setCodecField("power", "0.4"));
    QVERIFY(QTest::qWaitFor([&] { return !drafts.isEmpty() && drafts.back()[1].toDouble() <= 3; }, 20'000));
}

void PreviewControllerTest::focus_isDrawnFirst()
{
    QVERIFY(open(soundIn(*folder_, 30)));
    const auto before = preview_->tiles();
    QCOMPARE(before->tiles.size(), std::size_t{6});
    preview_->setFocus(11, 14);
    std::vector<std::shared_ptr<const TilePreview>> seen;
    connect(preview_.get(), &PreviewController::tilesChanged, this, [&] { seen.push_back(preview_->tiles()); });
    QVERIFY(session_->setCodecFields({{"level", "fixed"}, {"maxvol", "20"}}));
    QVERIFY(QTest::qWaitFor([&] { return seen.size() == 2 && !preview_->isComputing(); }, 20'000));
    QVERIFY(seen[0]->draft && !seen[1]->draft);
    QVERIFY(seen[0]->tiles[0] == before->tiles[0]);  // as it was
    QVERIFY(seen[0]->tiles[2]->samples == seen[1]->tiles[2]->samples);
    QVERIFY(seen[1]->tiles[0]->samples != before->tiles[0]->samples);
}

void PreviewControllerTest::live_switchedOff_stops()
{
    QVERIFY(open(soundIn(*folder_, 6)));
    preview_->setLive(true);
    preview_->setLive(false);
    QSignalSpy drafts(preview_.get(), &PreviewController::pieceSounded);
    QVERIFY(session_->setCodecField("n-mels", "128"));
    QVERIFY(settled());
    QTest::qWait(1500); // longer than any rest
    QCOMPARE(drafts.size(), 0);
    QVERIFY(!session_->result());
}

void PreviewControllerTest::destroyed_whileComputing_isClean()
{
    session_->open({soundIn(*folder_, 30)});
    QVERIFY(QTest::qWaitFor([this] { return !session_->isOpening(); }, 20'000));
    preview_->reconstruct();
    QTest::qWait(100);
    preview_.reset();
    session_.reset();
    QTest::qWait(50); // nothing is delivered to what is gone
}

QTEST_GUILESS_MAIN(PreviewControllerTest)
#include "previewcontroller_test.moc"
