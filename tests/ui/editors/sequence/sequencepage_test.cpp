// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/editors/blend/bandcurves.h"
#include "ui/editors/sequence/sequencepage.h"
#include "ui/editors/sequence/timeline/sequencetimeline.h"
#include "ui/editors/sequence/transitionbands.h"
#include "ui/export/exporter.h"
#include "ui/panels/transportbar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QTest>

using namespace sonoloom;
using testsupport::imageIn;
using testsupport::soundIn;

namespace
{

double loudness(const Audio& sound, double from, double to)
{
    double sum = 0;
    const auto first = static_cast<std::size_t>(from * sound.sampleRate);
    const auto end = std::min(sound.sampleCount(), static_cast<std::size_t>(to * sound.sampleRate));
    for (std::size_t i = first; i < end; ++i)
        sum += sound.channels[0][i] * sound.channels[0][i];
    return end > first ? std::sqrt(sum / static_cast<double>(end - first)) : 0;
}

} // namespace

/// The page with what it needs of a window.
class SequencePageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        page_.reset();
        folder_ = std::make_unique<QTemporaryDir>();
        document_ = std::make_unique<SequenceDocument>();
        session_ = std::make_unique<Session>();
        board_ = std::make_unique<JobBoard>();
        exporter_ = std::make_unique<Exporter>(*session_, *board_);
        page_ = std::make_unique<SequencePage>(SequencePage::Parts{*document_, *session_, *exporter_});
        page_->resize(1200, 700);
        page_->show();
    }

    void files_taken_areSeen_andHeard()
    {
        QSignalSpy sounded(&page_->playback(), &SequencePlayback::sounded);
        QVERIFY(addTiles(3, 200));
        QVERIFY(QTest::qWaitFor([this] { return page_->editor().seconds() == 6.0; }));
        QVERIFY(sounded.wait(20'000));
        QVERIFY(page_->player().hasSound(Side::B));
        QCOMPARE(page_->player().duration(), 6.0);
        QVERIFY(page_->timeAxis().total() > 6.0); // room to drop something behind
        QCOMPARE(page_->timeAxis().visible(), page_->timeAxis().total());
        QVERIFY(!page_->take({folder_->filePath("some.sonoloom")})); // the workbench opens projects
    }

    void edited_theSoundIsAnotherOne_withoutStopping()
    {
        QVERIFY(addTiles(2, 150));
        QSignalSpy sounded(&page_->playback(), &SequencePlayback::sounded);
        QVERIFY(QTest::qWaitFor([this] { return page_->player().duration() == 3.0; }, 20'000));
        page_->editor().selection().select({1});
        page_->editor().repeat(2);
        QVERIFY(QTest::qWaitFor([this] { return page_->player().duration() == 6.0; }, 20'000));
        QVERIFY(sounded.wait(20'000) || !sounded.isEmpty());
        page_->editor().selectAll();
        page_->editor().remove();
        QVERIFY(QTest::qWaitFor([this] { return !page_->player().hasSound(Side::B); }, 20'000));
    }

    void hidden_pageComputesNothing()
    {
        page_->hide();
        QSignalSpy sounded(&page_->playback(), &SequencePlayback::sounded);
        QVERIFY(addTiles(1, 100));
        QVERIFY(!sounded.wait(700));
        page_->show();
        QVERIFY(sounded.wait(20'000));
    }

    void missingSource_isSaidOnce()
    {
        QSignalSpy failed(page_.get(), &EditorPage::failed);
        SequenceClip gone;
        gone.source = folder_->filePath("gone.png").toStdString();
        document_->change({gone}, {});
        QVERIFY(QTest::qWaitFor([&] { return !failed.isEmpty(); }, 20'000));
        QVERIFY(failed.front().front().toString().contains("gone.png"));
        page_->playback().update();
        QVERIFY(!failed.wait(500) && failed.size() == 1);
    }

    void commands_ofTheEditMenu_workOnClips()
    {
        QVERIFY(addTiles(2, 100));
        page_->edit(EditCommand::SelectAll);
        page_->edit(EditCommand::Duplicate);
        QCOMPARE(document_->sequence().size(), 4u);
        page_->edit(EditCommand::Cut);
        QCOMPARE(document_->sequence().size(), 2u);
        page_->edit(EditCommand::Paste);
        page_->edit(EditCommand::Paste);
        QCOMPARE(document_->sequence().size(), 6u);
        page_->edit(EditCommand::Delete);
        QCOMPARE(document_->sequence().size(), 4u);
        page_->timeAxis().select(0, 1);
        page_->editor().selection().select({0});
        page_->edit(EditCommand::SelectNothing);
        QVERIFY(page_->editor().selection().isEmpty() && page_->timeAxis().hasSelection());
        page_->edit(EditCommand::SelectNothing);
        QVERIFY(!page_->timeAxis().hasSelection());
        QCOMPARE(page_->history(), &document_->history());
    }

    void inspector_setsWhatItShows()
    {
        QVERIFY(addTiles(2, 200));
        QVERIFY(QTest::qWaitFor([this] { return page_->editor().seconds() == 4.0; }));
        page_->editor().selection().select({0});
        auto* from = page_->findChild<QDoubleSpinBox*>("clipFrom");
        auto* to = page_->findChild<QDoubleSpinBox*>("clipTo");
        auto* gain = page_->findChild<QDoubleSpinBox*>("clipGain");
        QVERIFY(from->isVisible() && to->isVisible());
        QCOMPARE(to->value(), 2.0);
        from->setValue(0.5);
        to->setValue(1.75);
        gain->setValue(-3);
        const SequenceClip& clip = document_->sequence()[0];
        QCOMPARE(clip.from, 0.5);
        QCOMPARE(clip.to, 1.75);
        QCOMPARE(clip.gainDb, -3.0);
        QCOMPARE(document_->history().count(), 1 + 3); // each a step
        to->setValue(50);
        QCOMPARE(to->value(), 2.0); // what the source has
        page_->editor().selection().selectTransition(0);
        auto* kind = page_->findChild<QComboBox*>("transitionKind");
        QVERIFY(kind->isVisible() && !from->isVisible());
        kind->setCurrentIndex(static_cast<int>(ClipTransition::Power));
        emit kind->activated(kind->currentIndex());
        QCOMPARE(document_->sequence()[0].transition, ClipTransition::Power);
        auto* seconds = page_->findChild<QDoubleSpinBox*>("transitionSeconds");
        seconds->setValue(0.25);
        QCOMPARE(document_->sequence()[0].transitionSeconds, 0.25);
        seconds->setValue(9);
        QCOMPARE(seconds->value(), 1.5); // as long as the clips
    }

    void inspector_ofSeveral_setsTheTransitionsBetweenThem()
    {
        QVERIFY(addTiles(3, 200));
        QVERIFY(QTest::qWaitFor([this] { return page_->editor().seconds() == 6.0; }));
        page_->edit(EditCommand::SelectAll);
        QVERIFY(!page_->findChild<QDoubleSpinBox*>("clipFrom")->isVisible());
        page_->findChild<QDoubleSpinBox*>("transitionsSeconds")->setValue(0.75);
        page_->findChild<QAbstractButton*>("setTransitions")->click();
        QCOMPARE(page_->editor().seconds(), 4.5);
        QCOMPARE(document_->sequence()[1].transition, ClipTransition::Blend);
    }

    void bands_ofABlend_areEditedBelowTheTimeline()
    {
        QVERIFY(addTiles(2, 200));
        QVERIFY(QTest::qWaitFor([this] { return page_->editor().seconds() == 4.0; }));
        auto* bands = page_->findChild<TransitionBands*>();
        QVERIFY(bands && !bands->isVisible());
        page_->editor().setTransition(0, ClipTransition::Blend, 1);
        page_->editor().endGesture();
        page_->editor().selection().selectTransition(0);
        QVERIFY(bands->isVisible());
        BlendParams params = document_->sequence()[0].blend;
        params.bands = 4;
        params.order = BlendOrder::BassFirst;
        emit bands->curves().edited(params);
        emit bands->curves().settled();
        QCOMPARE(document_->sequence()[0].blend, params);
        const int steps = document_->history().count();
        document_->history().undo();
        QCOMPARE(bands->curves().params().bands, 1);
        QCOMPARE(document_->history().count(), steps);
        page_->editor().selection().select({0});
        QVERIFY(!bands->isVisible());
    }

    void interpolation_hasItsSpace()
    {
        QVERIFY(addTiles(2, 200));
        QVERIFY(QTest::qWaitFor([this] { return page_->editor().seconds() == 4.0; }));
        page_->editor().setTransition(0, ClipTransition::Interpolation, 1);
        page_->editor().selection().selectTransition(0);
        auto* space = page_->findChild<QComboBox*>("transitionSpace");
        QVERIFY(space->isVisible() && !page_->findChild<TransitionBands*>()->isVisible());
        QCOMPARE(space->currentIndex(), static_cast<int>(InterpolationSpace::Transport));
        emit space->activated(static_cast<int>(InterpolationSpace::Decibel));
        QCOMPARE(document_->sequence()[0].interpolation, InterpolationSpace::Decibel);
        auto* curve = page_->findChild<QComboBox*>("shareCurve");
        QVERIFY(curve->isVisible());
        emit curve->activated(static_cast<int>(BlendShape::Cosine));
        QCOMPARE(document_->sequence()[0].blend.curve, std::string("cosine"));
    }

    void tools_areThereForWhatIsSelected()
    {
        const auto button = [this](const char* name) { return page_->findChild<QAbstractButton*>(name); };
        QVERIFY(!button("split")->isEnabled() && !button("duplicate")->isEnabled() && !button("exportSequence")->isEnabled());
        QVERIFY(addTiles(1, 200));
        page_->edit(EditCommand::SelectNothing);
        QVERIFY(button("split")->isEnabled() && button("exportSequence")->isEnabled() && !button("duplicate")->isEnabled());
        page_->editor().selection().select({0});
        button("duplicate")->click();
        QCOMPARE(document_->sequence().size(), 2u);
        button("lanes")->click();
        QVERIFY(page_->timeline().hasTwoLanes());
        button("snap")->click();
        QVERIFY(!page_->editor().snapping().on);
        page_->toggleSnapping();
        QVERIFY(button("snap")->property("checked").toBool());
    }

    void workbench_givesItsSelectedPart()
    {
        QSignalSpy failed(page_.get(), &EditorPage::failed);
        page_->addFromWorkbench();
        QCOMPARE(failed.count(), 1);
        session_->open({soundIn(*folder_, 4)});
        QVERIFY(QTest::qWaitFor([this] { return session_->sound() != nullptr; }, 10'000));
        TimeAxis axis;
        axis.setTotal(4);
        axis.select(1, 2.5);
        page_->setWorkbenchAxis(axis);
        page_->addFromWorkbench();
        QCOMPARE(document_->sequence().size(), 1u);
        QCOMPARE(document_->sequence()[0].to, 2.5);
        QVERIFY(QTest::qWaitFor([this] { return page_->editor().seconds() == 1.5; }));
    }

    void markers_ofTheWorkbenchsSound_standInItsClips()
    {
        session_->open({soundIn(*folder_, 4)});
        QVERIFY(QTest::qWaitFor([this] { return session_->sound() != nullptr; }, 10'000));
        session_->addMarker(1, "early");
        session_->addMarker(2.5, "verse");
        QVERIFY(addTiles(1, 200));
        QVERIFY(page_->timeline().markers().empty());
        page_->editor().addStretch(QString::fromStdString(session_->sound()->path.string()), 2, 4);
        QVERIFY(QTest::qWaitFor([this] { return page_->editor().seconds() == 4.0; }));
        QCOMPARE(page_->timeline().markers(), std::vector<double>{2.5}); // 2 s of the tile, then from 2 s of the sound on
    }

    void emptied_andUndone_itPlaysAgain()
    {
        QVERIFY(addTiles(2, 300));
        QVERIFY(QTest::qWaitFor([this] { return page_->player().duration() == 6.0; }, 20'000));
        page_->player().play();
        if (!page_->player().isPlaying())
            QSKIP("There is no audio output.");
        QVERIFY(QTest::qWaitFor([this] { return page_->player().position() > 0.3; }, 5000));
        page_->edit(EditCommand::SelectAll);
        page_->edit(EditCommand::Delete);
        QVERIFY(QTest::qWaitFor([this] { return !page_->player().isPlaying(); }, 5000));
        document_->history().undo();
        QVERIFY(QTest::qWaitFor([this] { return page_->player().duration() == 6.0; }, 20'000));
        page_->player().play();
        QVERIFY(QTest::qWaitFor([this] { return page_->player().position() > 0.3; }, 5000));
        QVERIFY(page_->player().isPlaying());
    }

    void tail_ofWhatWasHeard_followsAShortPiece()
    {
        const Audio old = testsupport::tones(3); // from 1 s on
        Audio piece = Audio::silence(44100, 2, 44100 / 2); // half a second from 2 s on
        const Audio all = withTail(piece, 2, old, 1);
        QCOMPARE(all.seconds(), 2.0); // to where the old one ends
        QVERIFY(loudness(all, 0, 0.4) < 1e-6);
        QVERIFY(loudness(all, 0.6, 1.9) > 0.1);
        QCOMPARE(withTail(piece, 3.7, old, 1).sampleCount(), piece.sampleCount()); // ends behind it
        QCOMPARE(withTail(piece, 9, old, 1).sampleCount(), piece.sampleCount());
    }

private:
    bool addTiles(int count, int width)
    {
        QStringList paths;
        for (int i = 0; i < count; ++i)
            paths.append(imageIn(*folder_, QStringLiteral("tile_%1.png").arg(i), width));
        return page_->take(paths) && QTest::qWaitFor([&] { return static_cast<int>(document_->sequence().size()) == count; });
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SequenceDocument> document_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<JobBoard> board_;
    std::unique_ptr<Exporter> exporter_;
    std::unique_ptr<SequencePage> page_;
};

QTEST_MAIN(SequencePageTest)
#include "sequencepage_test.moc"
