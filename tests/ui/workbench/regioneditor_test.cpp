// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/workbench/regioneditor.h"
#include "ui/workbench/workbenchpage.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>

using namespace sonoloom;
using testsupport::soundIn;

class RegionEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void rectangle_isInSecondsAndHertz_onEveryScale();
    void lasso_takesThePlaceOfTheRectangle_andTheOtherWayRound();
    void edit_ofTheSelection_isOneStep();
    void withoutSelection_itIsSaid();
    void shifted_selection_goesAlong();
    void pasted_atThePlayhead_orAtAnotherSelection();
    void harmonics_areOfTheToneThatWasClicked();
    void painting_isSeenMeanwhile_andIsOneStep();
    void barIsThere_withItsTools();
    void copyPasteDelete_areTheRegions_whileTheBarIsThere();
    void mask_isHeard_andIsNoEdit();
    void otherFormat_cannotBeEdited();

private:
    bool settled() { return QTest::qWaitFor([this] { return page_->preview().tiles() && !page_->preview().isComputing() && !page_->preview().isEditing(); }, 20'000); }
    RegionEditor& editor() { return page_->regions(); }
    void select(double from, double to, double lowest, double highest)
    {
        const BandPlaces places(*page_->preview().spectrogram(), page_->frequencyAxis().scale());
        page_->timeAxis().select(from, to);
        page_->frequencyAxis().select(places.shareOf(lowest), places.shareOf(highest));
    }
    const RegionEdit& lastEdit() const { return *session_->edits().back(); }
    static bool near(double a, double b, double within) { return std::abs(a - b) <= within; }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<WorkbenchPage> page_;
    std::unique_ptr<QObject> actions_;
};

/// Tones of 440 Hz left and 880 Hz right, 3 s.
void RegionEditorTest::init()
{
    QSettings().clear();
    folder_ = std::make_unique<QTemporaryDir>();
    session_ = std::make_unique<Session>();
    page_ = std::make_unique<WorkbenchPage>(*session_);
    actions_ = std::make_unique<QObject>();
    RegionBar::Actions actions;
    for (QAction** action : {&actions.gain, &actions.erase, &actions.heal, &actions.smooth, &actions.copy, &actions.paste, &actions.shift, &actions.mirrorTime,
                             &actions.mirrorFrequency, &actions.hearSelection, &actions.hearOthers, &actions.removeEdits})
        *action = new QAction(actions_.get());
    editor().bar().setActions(actions);
    page_->resize(1200, 800);
    page_->show();
    session_->open({soundIn(*folder_, 3)});
    QVERIFY(QTest::qWaitFor([this] { return session_->sound() != nullptr; }, 10'000) && settled());
}

void RegionEditorTest::cleanup()
{
    page_.reset();
    session_.reset();
}

void RegionEditorTest::rectangle_isInSecondsAndHertz_onEveryScale()
{
    for (const FrequencyScale scale : {FrequencyScale::Own, FrequencyScale::Linear, FrequencyScale::Logarithmic}) {
        page_->frequencyAxis().setScale(scale);
        select(0.5, 1.5, 400, 600);
        const auto shape = editor().selected();
        QVERIFY(shape && shape->kind == RegionKind::Rectangle);
        QVERIFY(near(shape->points[0].seconds, 0.5, 1e-6) && near(shape->points[1].seconds, 1.5, 1e-6));
        QVERIFY(near(shape->points[0].hertz, 400, 0.5) && near(shape->points[1].hertz, 600, 0.5));
    }
    page_->frequencyAxis().select(0, 0);
    QVERIFY(editor().selected()->points[1].hertz > 10'000); // all frequencies
}

void RegionEditorTest::lasso_takesThePlaceOfTheRectangle_andTheOtherWayRound()
{
    select(0.5, 1.5, 400, 600);
    page_->useTool(RegionTool::Lasso);
    RegionPen& pen = editor().pen();
    pen.begin({1, 300}, {});
    pen.extend({2, 300});
    pen.extend({2, 900});
    pen.finish();
    QVERIFY(editor().selected()->kind == RegionKind::Lasso);
    QVERIFY(!page_->timeAxis().hasSelection());
    select(0.5, 1.5, 400, 600);
    QVERIFY(editor().selected()->kind == RegionKind::Rectangle);
    editor().clearSelection();
    QVERIFY(!editor().selected());
}

void RegionEditorTest::edit_ofTheSelection_isOneStep()
{
    select(0.5, 1.5, 400, 600);
    editor().edit(RegionOp::Erase);
    editor().mirror(MirrorAxis::Frequency);
    QCOMPARE(session_->edits().size(), std::size_t{2});
    QVERIFY(session_->edits()[0]->op == RegionOp::Erase && lastEdit().op == RegionOp::Mirror && lastEdit().axis == MirrorAxis::Frequency);
    QVERIFY(near(session_->edits()[0]->shape.points[1].hertz, 600, 0.5));
    session_->history().undo();
    QCOMPARE(session_->edits().size(), std::size_t{1});
}

void RegionEditorTest::withoutSelection_itIsSaid()
{
    QSignalSpy noticed(&editor(), &RegionEditor::noticed);
    editor().edit(RegionOp::Gain);
    QVERIFY(session_->edits().empty());
    QCOMPARE(noticed.size(), 1);
}

void RegionEditorTest::shifted_selection_goesAlong()
{
    select(0.5, 1.5, 400, 600);
    editor().shiftBy(0.25, 12);
    QVERIFY(lastEdit().op == RegionOp::Shift && lastEdit().shiftSeconds == 0.25 && lastEdit().semitones == 12);
    const auto there = editor().selected();
    QVERIFY(near(there->points[0].seconds, 0.75, 1e-6) && near(there->points[1].hertz, 1200, 1));
    editor().shiftBy(0, 0);
    QCOMPARE(session_->edits().size(), std::size_t{1});
}

void RegionEditorTest::pasted_atThePlayhead_orAtAnotherSelection()
{
    select(0.5, 1.0, 400, 600);
    QVERIFY(!editor().hasCopy());
    editor().copy();
    page_->player().seek(2.0);
    editor().paste();
    QVERIFY(lastEdit().op == RegionOp::Paste && near(lastEdit().shiftSeconds, 1.5, 0.01));
    QVERIFY(near(lastEdit().shape.points[0].seconds, 0.5, 1e-6));
    select(1.2, 1.4, 100, 200);
    editor().paste();
    QVERIFY(near(lastEdit().shiftSeconds, 0.7, 1e-6));
}

void RegionEditorTest::harmonics_areOfTheToneThatWasClicked()
{
    page_->useTool(RegionTool::Harmonics);
    RegionPen& pen = editor().pen();
    pen.begin({1.5, 446}, {}); // a little beside it
    pen.finish();
    const auto tone = editor().selected();
    QVERIFY(tone && tone->kind == RegionKind::Harmonics);
    QVERIFY2(near(tone->points[tone->points.size() / 2].hertz, 440, 3), qPrintable(QString::number(tone->points[0].hertz)));
    QVERIFY(tone->points.front().seconds < 0.2 && tone->points.back().seconds > 2.8); // as long as it sounds
    editor().edit(RegionOp::Erase);
    QVERIFY(settled());
    const Image& image = *page_->preview().tiles()->tiles[0];
    for (const double hertz : {440.0, 880.0})
        QVERIFY(image.at(150, image.height - 1 - static_cast<int>(std::lround(page_->preview().spectrogram()->bandOf(hertz))), hertz < 500 ? 1 : 2) > 250);
}

void RegionEditorTest::painting_isSeenMeanwhile_andIsOneStep()
{
    page_->useTool(RegionTool::Erase);
    RegionPen& pen = editor().pen();
    const auto before = page_->preview().tiles();
    pen.begin({0.5, 440}, {60, 60});
    QVERIFY(QTest::qWaitFor([&] { return page_->preview().tiles() != before; }, 5000)); // before the stroke ends
    const auto begun = page_->preview().tiles();
    for (double seconds = 0.52; seconds < 2.5; seconds += 0.02)
        pen.extend({seconds, 440});
    QVERIFY(QTest::qWaitFor([&] { return page_->preview().tiles() != begun; }, 5000));
    pen.finish();
    QVERIFY(settled());
    QCOMPARE(session_->edits().size(), std::size_t{1});
    QCOMPARE(session_->history().count(), 1);
    QVERIFY(near(lastEdit().shape.points.back().seconds, 2.48, 0.03));
    session_->history().undo();
    QVERIFY(settled());
    QCOMPARE(page_->preview().tiles(), before);
    pen.begin({0.5, 440}, {60, 60}); // the next stroke is another step
    pen.finish();
    pen.begin({1.5, 440}, {60, 60});
    pen.finish();
    QCOMPARE(session_->history().count(), 2);
}

void RegionEditorTest::barIsThere_withItsTools()
{
    const auto& bar = editor().bar();
    QVERIFY(bar.isHidden());
    page_->useTool(DragTool::Region);
    QVERIFY(!bar.isHidden());
    page_->useTool(DragTool::Time);
    QVERIFY(bar.isHidden());
    page_->useTool(RegionTool::Brush);
    QVERIFY(!bar.isHidden());
    page_->useTool(DragTool::Navigate);
    QVERIFY(bar.isHidden() && editor().pen().tool() == RegionTool::None);
}

void RegionEditorTest::copyPasteDelete_areTheRegions_whileTheBarIsThere()
{
    select(0.5, 1.0, 400, 600);
    QVERIFY(!page_->edit(EditCommand::Copy) && !page_->edit(EditCommand::Delete));
    page_->useTool(DragTool::Region);
    QVERIFY(page_->edit(EditCommand::Copy) && editor().hasCopy());
    QVERIFY(page_->edit(EditCommand::Delete));
    QVERIFY(lastEdit().op == RegionOp::Erase);
    QVERIFY(page_->edit(EditCommand::Paste));
    QVERIFY(lastEdit().op == RegionOp::Paste);
    QVERIFY(page_->edit(EditCommand::SelectNothing));
    QVERIFY(!editor().selected());
    QVERIFY(!page_->edit(EditCommand::Copy));
}

void RegionEditorTest::mask_isHeard_andIsNoEdit()
{
    const auto tiles = page_->preview().tiles();
    std::shared_ptr<const Audio> piece;
    connect(&page_->preview(), &PreviewController::pieceSounded, this, [&](const std::shared_ptr<const Audio>& sound, double) { piece = sound; });
    const auto power = [&](std::size_t channel) {
        double sum = 0;
        for (std::size_t i = 40'000; i < 60'000; ++i)
            sum += piece->channels[channel][i] * piece->channels[channel][i];
        return sum;
    };
    select(0, 3, 380, 510);
    editor().hear(HeardRegion::Selection);
    QVERIFY(QTest::qWaitFor([&] { return piece && piece->sampleCount() > 60'000; }, 10'000));
    QVERIFY(power(1) < 0.001 * power(0)); // only 440 Hz, which is left
    QVERIFY(session_->edits().empty());
    QCOMPARE(page_->preview().tiles()->tiles, tiles->tiles);
    QSignalSpy unmasked(&page_->preview(), &PreviewController::unmasked);
    piece.reset();
    editor().hear(HeardRegion::Others);
    QVERIFY(QTest::qWaitFor([&] { return piece && piece->sampleCount() > 60'000 && power(0) < 0.001 * power(1); }, 10'000));
    editor().clearSelection();
    QVERIFY(editor().heard() == HeardRegion::All);
    QCOMPARE(unmasked.size(), 1);
    editor().hear(HeardRegion::Selection); // of nothing
    QVERIFY(editor().heard() == HeardRegion::All);
}

void RegionEditorTest::otherFormat_cannotBeEdited()
{
    select(0, 3, 380, 510);
    QVERIFY(editor().canEdit());
    QVERIFY(session_->setCodec("resonance"));
    QVERIFY(settled());
    QVERIFY(!editor().canEdit());
    QSignalSpy noticed(&editor(), &RegionEditor::noticed);
    editor().edit(RegionOp::Erase);
    QVERIFY(session_->edits().empty());
    QCOMPARE(noticed.size(), 1);
}

QTEST_MAIN(RegionEditorTest)
#include "regioneditor_test.moc"
