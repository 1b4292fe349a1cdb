// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/editors/sequence/support.h"
#include "ui/editors/sequence/timeline/sequencetimeline.h"
#include "ui/spectrogram/timeaxis.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace sonoloom;
using testsupport::EditedClips;

namespace
{

/// A timeline of three clips of 2 s, 100 pixels a second.
struct Shown {
    Shown()
    {
        axis.setLength(6, true);
        timeline.resize(plotmargin::left + 600 + plotmargin::right, 200);
        clips.editor.setSnapping({.on = false});
    }

    static QPoint at(double seconds, int y = 100) { return {plotmargin::left + static_cast<int>(seconds * 100), y}; }
    QPoint handle(std::size_t clip) const { return timeline.layoutNow().handle(clip).center().toPoint(); }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(&timeline, Qt::LeftButton, keys, from);
        QTest::mouseMove(&timeline, (from + to) / 2);
        sendMove(to, keys);
        QTest::mouseRelease(&timeline, Qt::LeftButton, keys, to);
    }
    /// QTest::mouseMove has no buttons on some platforms.
    void sendMove(const QPoint& to, Qt::KeyboardModifiers keys)
    {
        QMouseEvent event(QEvent::MouseMove, QPointF(to), timeline.mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton, keys);
        QCoreApplication::sendEvent(&timeline, &event);
    }

    EditedClips clips{3};
    TimeAxis axis;
    SequenceTimeline timeline{clips.editor, axis};
};

} // namespace

class SequenceTimelineTest : public QObject
{
    Q_OBJECT

private slots:
    void clicks_select()
    {
        Shown shown;
        ClipSelection& selection = shown.clips.editor.selection();
        QTest::mouseClick(&shown.timeline, Qt::LeftButton, {}, Shown::at(1));
        QCOMPARE(selection.clips(), std::vector<std::size_t>{0});
        QTest::mouseClick(&shown.timeline, Qt::LeftButton, Qt::ControlModifier, Shown::at(5));
        QCOMPARE(selection.clips(), (std::vector<std::size_t>{0, 2}));
        QTest::mouseClick(&shown.timeline, Qt::LeftButton, Qt::ShiftModifier, Shown::at(3));
        QCOMPARE(selection.clips(), (std::vector<std::size_t>{1, 2}));
        QTest::mouseClick(&shown.timeline, Qt::LeftButton, {}, shown.handle(0));
        QCOMPARE(selection.transition().value(), 0u);
        QVERIFY(selection.clips().empty());
        QTest::mouseClick(&shown.timeline, Qt::LeftButton, {}, QPoint(plotmargin::left + 300, 197)); // below the clips
        QVERIFY(selection.isEmpty());
    }

    void band_selectsWhatItTouches()
    {
        Shown shown;
        shown.drag(QPoint(plotmargin::left + 150, 196), Shown::at(2.5, 60));
        QCOMPARE(shown.clips.editor.selection().clips(), (std::vector<std::size_t>{0, 1}));
    }

    void clip_dragged_isMoved_andWithCtrlCopied()
    {
        Shown shown;
        shown.drag(Shown::at(1), Shown::at(5.5));
        QCOMPARE(shown.clips.order(), std::string("120"));
        QCOMPARE(shown.clips.editor.selection().clips(), std::vector<std::size_t>{2});
        shown.drag(Shown::at(1), Shown::at(5.5), Qt::ControlModifier);
        QCOMPARE(shown.clips.order(), std::string("1201"));
        QCOMPARE(shown.clips.document.history().count(), 2);
    }

    void edges_dragged_trim_inOneStep()
    {
        Shown shown;
        shown.drag(Shown::at(5.98), Shown::at(5.2));
        QVERIFY(std::abs(shown.clips.editor.seconds() - 5.22) < 0.011);
        QCOMPARE(shown.clips.document.history().count(), 1);
        shown.drag(Shown::at(0.02), Shown::at(0.52));
        QVERIFY(std::abs(shown.clips.document.sequence()[0].from - 0.5) < 0.011);
        QCOMPARE(shown.clips.document.history().count(), 2);
        shown.clips.document.history().undo();
        QCOMPARE(shown.clips.document.sequence()[0].from, 0.0);
    }

    void handle_draggedOverACut_blends_andNoFurtherThanThereIsRoom()
    {
        Shown shown;
        const QPoint cut = shown.handle(0);
        shown.drag(cut, cut - QPoint(80, 0));
        const SequenceClip& clip = shown.clips.document.sequence()[0];
        QCOMPARE(clip.transition, ClipTransition::Blend);
        QVERIFY(std::abs(clip.transitionSeconds - 0.8) < 1e-6);
        QVERIFY(std::abs(shown.clips.editor.seconds() - 5.2) < 1e-6);
        const QPoint now = shown.handle(0);
        shown.drag(now, now - QPoint(500, 0));
        QCOMPARE(shown.clips.document.sequence()[0].transitionSeconds, 2.0);
        const QPoint far = shown.handle(0);
        shown.drag(far, far + QPoint(400, 0));
        QCOMPARE(shown.clips.document.sequence()[0].transition, ClipTransition::Cut);
        QCOMPARE(shown.clips.document.history().count(), 3);
    }

    void draggedBack_whatAnEdgeShortened_isAsItWas()
    {
        Shown shown;
        shown.clips.editor.setTransition(0, ClipTransition::Blend, 1.5);
        shown.clips.editor.endGesture();
        const double end = shown.clips.editor.seconds();
        const QPoint edge = Shown::at(1.98);
        QTest::mousePress(&shown.timeline, Qt::LeftButton, {}, edge);
        shown.sendMove(Shown::at(0.8), {});
        QVERIFY(shown.clips.document.sequence()[0].transitionSeconds < 1);
        shown.sendMove(edge, {});
        QTest::mouseRelease(&shown.timeline, Qt::LeftButton, {}, edge);
        QCOMPARE(shown.clips.document.sequence()[0].transitionSeconds, 1.5);
        QCOMPARE(shown.clips.editor.seconds(), end);
    }

    void doubleClick_onATransition_takesTheNextKind()
    {
        Shown shown;
        const auto kind = [&] { return shown.clips.document.sequence()[0].transition; };
        for (const auto expected : {ClipTransition::Blend, ClipTransition::Interpolation, ClipTransition::Power, ClipTransition::Cut}) {
            QTest::mouseDClick(&shown.timeline, Qt::LeftButton, {}, shown.handle(0));
            QCOMPARE(kind(), expected);
        }
    }

    void gain_isDragged_andADoubleClickTakesItBack()
    {
        Shown shown;
        QTest::mouseClick(&shown.timeline, Qt::LeftButton, {}, Shown::at(3));
        const QPoint mark = shown.timeline.layoutNow().gain(1).center().toPoint();
        shown.drag(mark, mark + QPoint(0, 60));
        QCOMPARE(shown.clips.document.sequence()[1].gainDb, -6.0);
        QTest::mouseDClick(&shown.timeline, Qt::LeftButton, {}, mark);
        QCOMPARE(shown.clips.document.sequence()[1].gainDb, 0.0);
    }

    void snapping_keepsToATileLength()
    {
        Shown shown;
        shown.clips.editor.setSnapping({.clips = false, .playhead = false});
        shown.timeline.setTileSeconds(0.5);
        shown.drag(Shown::at(5.98), Shown::at(5.55));
        QCOMPARE(shown.clips.document.sequence()[2].to, 1.5);
    }

    void cancelled_dragLeavesNothing()
    {
        Shown shown;
        const QPoint cut = shown.handle(0);
        QTest::mousePress(&shown.timeline, Qt::LeftButton, {}, cut);
        shown.sendMove(cut - QPoint(60, 0), {});
        QCOMPARE(shown.clips.document.sequence()[0].transition, ClipTransition::Blend);
        shown.timeline.cancelDrag();
        QCOMPARE(shown.clips.document.sequence()[0].transition, ClipTransition::Cut);
    }

    void arrows_select_andMove()
    {
        Shown shown;
        shown.timeline.setFocus();
        ClipSelection& selection = shown.clips.editor.selection();
        QTest::keyClick(&shown.timeline, Qt::Key_Right);
        QCOMPARE(selection.clips(), std::vector<std::size_t>{0});
        QTest::keyClick(&shown.timeline, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(selection.clips(), (std::vector<std::size_t>{0, 1}));
        QTest::keyClick(&shown.timeline, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(shown.clips.order(), std::string("201"));
        QTest::keyClick(&shown.timeline, Qt::Key_Left);
        QCOMPARE(selection.clips(), std::vector<std::size_t>{0});
        const double before = shown.axis.visible();
        QTest::keyClick(&shown.timeline, Qt::Key_Up);
        QVERIFY(shown.axis.visible() < before);
    }

    void dropped_filesGoWhereTheyAreDropped()
    {
        Shown shown;
        QSignalSpy dropped(&shown.timeline, &SequenceTimeline::filesDropped);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile("/some/tile.png")});
        QDragEnterEvent enters(Shown::at(2.1), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&shown.timeline, &enters);
        QDropEvent event(Shown::at(2.1), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&shown.timeline, &event);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.front()[0].toStringList(), QStringList{"/some/tile.png"});
        QCOMPARE(dropped.front()[1].value<std::size_t>(), 1u);
    }

    void pictures_areSeenInTheClips_andPlayheadOverThem()
    {
        Shown shown;
        const auto look = [&](int i) { return shown.clips.editor.looks().find(shown.clips.document.sequence()[static_cast<std::size_t>(i)].source); };
        QVERIFY(QTest::qWaitFor([&] { return !look(0)->picture.isEmpty() && !look(2)->picture.isEmpty(); }));
        shown.timeline.setPlayhead(5);
        const QImage image = shown.timeline.grab().toImage();
        const double ratio = image.devicePixelRatio();
        const auto colour = [&](double seconds, int y) { return image.pixelColor(QPointF(Shown::at(seconds, y)).toPoint() * ratio); };
        QVERIFY(colour(1, 175).lightness() > colour(1, 40).lightness() + 40); // loud below
        QVERIFY(colour(5, 60).lightness() > 200);
    }
};

QTEST_MAIN(SequenceTimelineTest)
#include "sequencetimeline_test.moc"
