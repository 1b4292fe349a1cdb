// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/document/projectkeeper.h"
#include "ui/preview/previewcontroller.h"

#include <QSignalSpy>
#include <QtTest>

#include <cmath>

using namespace sonoloom;
using testsupport::imageIn;
using testsupport::soundIn;

class EditedPreviewTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void edit_changesTheImages_andUndoGivesTheSameBack();
    void strokeInSteps_isOneStepOfUndo();
    void erasedTone_isGoneFromTheResult();
    void result_isOld_untilItIsMadeWithTheEdits();
    void edit_isHeardAtOnce_aroundTheListener();
    void images_areEdited_andTheirResult();
    void edits_stayWithOtherBands_andInProjects();
    void otherFormat_leavesThemOut();

private:
    bool settled() { return QTest::qWaitFor([this] { return preview_->tiles() && !preview_->isComputing() && !preview_->isEditing(); }, 20'000); }
    bool open(const QString& path)
    {
        session_->open({path});
        return QTest::qWaitFor([this] { return !session_->isOpening() && preview_->tiles(); }, 20'000) && settled();
    }
    bool reconstructed()
    {
        preview_->reconstruct();
        return QTest::qWaitFor([this] { return session_->resultIsCurrent(); }, 20'000);
    }
    /// All time between two frequencies.
    static RegionEdit erased(double lowest, double highest)
    {
        RegionEdit edit;
        edit.op = RegionOp::Erase;
        edit.shape.points = {{0, lowest}, {100, highest}};
        return edit;
    }
    /// The pixel of the left channel at 1 s and so many hertz.
    int pixel(double hertz) const
    {
        const Image& image = *preview_->tiles()->tiles[0];
        return image.at(100, image.height - 1 - static_cast<int>(std::lround(preview_->spectrogram()->bandOf(hertz))), 1);
    }
    /// In dB, of a channel's middle.
    static double level(const Audio& sound, std::size_t channel, double hertz);

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<PreviewController> preview_;
};

double EditedPreviewTest::level(const Audio& sound, std::size_t channel, double hertz)
{
    double re = 0;
    double im = 0;
    const std::size_t from = sound.sampleCount() / 4;
    const std::size_t to = 3 * from;
    for (std::size_t i = from; i < to; ++i) {
        const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / sound.sampleRate;
        re += sound.channels[channel][i] * std::cos(phase);
        im += sound.channels[channel][i] * std::sin(phase);
    }
    return 20 * std::log10(std::hypot(re, im) / static_cast<double>(to - from) + 1e-12);
}

void EditedPreviewTest::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
    session_ = std::make_unique<Session>();
    preview_ = std::make_unique<PreviewController>(*session_);
}

void EditedPreviewTest::cleanup()
{
    preview_.reset();
    session_.reset();
}

void EditedPreviewTest::edit_changesTheImages_andUndoGivesTheSameBack()
{
    QVERIFY(open(soundIn(*folder_, 3)));
    const auto before = preview_->tiles();
    const int tone = pixel(440);
    QVERIFY(tone < 100);
    session_->addEdit(erased(400, 500), "erase");
    QVERIFY(settled());
    QCOMPARE(pixel(440), 255);
    session_->addEdit(erased(600, 700), "erase");
    QVERIFY(settled());
    session_->history().undo();
    session_->history().undo();
    QVERIFY(settled());
    QCOMPARE(preview_->tiles(), before);
    session_->history().redo();
    QVERIFY(settled());
    QCOMPARE(pixel(440), 255);
}

void EditedPreviewTest::strokeInSteps_isOneStepOfUndo()
{
    QVERIFY(open(soundIn(*folder_, 3)));
    session_->addEdit(erased(100, 200), "erase");
    const RegionEdits before = session_->edits();
    for (const double highest : {450.0, 500.0, 550.0})
        session_->setEdit(before, erased(400, highest), "erase");
    session_->endGesture();
    QCOMPARE(session_->edits().size(), std::size_t{2});
    QCOMPARE(session_->edits()[1]->shape.points[1].hertz, 550.0);
    session_->history().undo();
    QVERIFY(session_->edits() == before);
    session_->history().redo();
    session_->removeEdit(0);
    QCOMPARE(session_->edits().size(), std::size_t{1});
    QCOMPARE(session_->edits()[0]->shape.points[1].hertz, 550.0);
    session_->removeEdits();
    QVERIFY(session_->edits().empty());
    session_->history().undo();
    session_->history().undo();
    QCOMPARE(session_->edits().size(), std::size_t{2});
}

/// Left holds 440 Hz, right 880 Hz.
void EditedPreviewTest::erasedTone_isGoneFromTheResult()
{
    QVERIFY(open(soundIn(*folder_, 3)));
    QVERIFY(reconstructed());
    const auto before = session_->result()->sound;
    session_->addEdit(erased(380, 510), "erase");
    QVERIFY(settled());
    QVERIFY(reconstructed());
    const auto after = session_->result()->sound;
    QVERIFY(level(*after, 0, 440) < level(*before, 0, 440) - 20);
    QVERIFY(std::abs(level(*after, 1, 880) - level(*before, 1, 880)) < 1);
    QVERIFY(session_->tiles()); // as they would be on disk, edited, too
    const Image written = decodePng(session_->tiles()->tiles[0].png, "tile").value();
    QVERIFY(written.samples == preview_->tiles()->tiles[0]->samples);
}

void EditedPreviewTest::result_isOld_untilItIsMadeWithTheEdits()
{
    QVERIFY(open(soundIn(*folder_, 2)));
    QVERIFY(reconstructed());
    session_->addEdit(erased(380, 510), "erase");
    QVERIFY(!session_->resultIsCurrent());
    QVERIFY(!session_->tiles());
    session_->history().undo();
    QVERIFY(session_->resultIsCurrent());
    session_->history().redo();
    QVERIFY(settled());
    QVERIFY(reconstructed());
    session_->history().undo();
    QVERIFY(!session_->resultIsCurrent());
}

void EditedPreviewTest::edit_isHeardAtOnce_aroundTheListener()
{
    preview_->setLive(true);
    QVERIFY(open(soundIn(*folder_, 6)));
    QTRY_VERIFY_WITH_TIMEOUT(session_->resultIsCurrent(), 20'000);
    std::shared_ptr<const Audio> piece;
    connect(preview_.get(), &PreviewController::pieceSounded, this, [&](const std::shared_ptr<const Audio>& sound, double) { piece = sound; });
    session_->addEdit(erased(380, 510), "erase");
    QVERIFY(QTest::qWaitFor([&] { return piece != nullptr; }, 5000));
    QVERIFY(!session_->resultIsCurrent());
    QVERIFY(level(*piece, 0, 440) < -40);
    QVERIFY(level(*piece, 1, 880) > -20);
    QTRY_VERIFY_WITH_TIMEOUT(session_->resultIsCurrent(), 20'000);
    QVERIFY(level(*session_->result()->sound, 0, 440) < -40);
}

void EditedPreviewTest::images_areEdited_andTheirResult()
{
    QVERIFY(open(imageIn(*folder_, "a.png", 256)));
    const auto before = preview_->tiles();
    const double top = preview_->spectrogram()->bandHertz(20.4);
    session_->addEdit(erased(0, top), "erase");
    QVERIFY(settled());
    QCOMPARE(int(preview_->tiles()->tiles[0]->at(100, 63)), 255);
    QCOMPARE(preview_->tiles()->tiles[0]->at(100, 10), before->tiles[0]->at(100, 10));
    QVERIFY(reconstructed());
    const double loudest = session_->result()->spectrogram->decibels(100, 10);
    QVERIFY(loudest < session_->result()->spectrogram->decibels(100, 40) - 20);
}

void EditedPreviewTest::edits_stayWithOtherBands_andInProjects()
{
    QVERIFY(open(soundIn(*folder_, 2)));
    session_->addEdit(erased(380, 510), "erase");
    QVERIFY(session_->setCodecField("n-mels", "200"));
    QVERIFY(settled());
    QCOMPARE(preview_->tiles()->tiles[0]->height, 200);
    QCOMPARE(pixel(440), 255);
    Project project;
    project.sources = {session_->sound()->path};
    project.codec = session_->codec();
    project.edits = session_->edits();
    const QString file = folder_->filePath("p.sonoloom");
    QVERIFY(writeProject(file.toStdString(), project, Overwrite::No));
    session_->removeEdits();
    session_->open({file});
    QVERIFY(QTest::qWaitFor([this] { return !session_->isOpening(); }, 10'000));
    QCOMPARE(session_->edits().size(), std::size_t{1});
    QVERIFY(QTest::qWaitFor([this] { return preview_->tiles() && preview_->tiles()->tiles[0]->height == 200 && settled() && pixel(440) == 255; }, 10'000));
}

void EditedPreviewTest::otherFormat_leavesThemOut()
{
    QVERIFY(open(soundIn(*folder_, 1)));
    session_->addEdit(erased(380, 510), "erase");
    QSignalSpy failed(preview_.get(), &PreviewController::previewFailed);
    QVERIFY(session_->setCodec("resonance"));
    QVERIFY(settled());
    QVERIFY(session_->appliedEdits().empty());
    QCOMPARE(session_->edits().size(), std::size_t{1});
    QVERIFY(reconstructed());
    QCOMPARE(failed.size(), 0);
}

QTEST_MAIN(EditedPreviewTest)
#include "editedpreview_test.moc"
