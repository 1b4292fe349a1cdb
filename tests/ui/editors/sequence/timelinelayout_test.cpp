// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/timeline/timelinelayout.h"

#include <QTest>

using namespace sonoloom;
using Part = TimelineHit::Part;

namespace
{

/// Three clips of 2 s, the second lying on the first for 0.5 s, 100 pixels a second.
TimelineLayout threeClips(bool twoLanes = false)
{
    return {{{0, 2, 0, 0.5}, {1.5, 3.5, 0.5, 0}, {3.5, 5.5, 0, 0}}, {QRect(50, 10, 600, 200), 0, 6, twoLanes}};
}

} // namespace

class TimelineLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void clips_lieAtTheirTimes()
    {
        const TimelineLayout layout = threeClips();
        QCOMPARE(layout.clip(1), QRectF(200, 10, 200, 200));
        QCOMPARE(layout.overlap(0), QRectF(200, 10, 50, 200));
        QCOMPARE(layout.secondsAt(layout.pixelOf(1.25)), 1.25);
        QVERIFY(layout.overlap(2).isEmpty());
    }

    void lanes_takeTurns()
    {
        const TimelineLayout layout = threeClips(true);
        QCOMPARE(layout.clip(0).top(), 10.0);
        QVERIFY(layout.clip(1).top() > 109);
        QCOMPARE(layout.clip(2).top(), 10.0);
        QVERIFY(!layout.clip(0).intersects(layout.clip(1)));
    }

    void hit_findsEachPart_data()
    {
        QTest::addColumn<QPointF>("point");
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("clip");
        QTest::newRow("body") << QPointF(120, 100) << static_cast<int>(Part::Clip) << 0;
        QTest::newRow("start of the first") << QPointF(52, 100) << static_cast<int>(Part::Start) << 0;
        QTest::newRow("end before a cut") << QPointF(397, 100) << static_cast<int>(Part::End) << 1;
        QTest::newRow("start behind a cut") << QPointF(403, 100) << static_cast<int>(Part::Start) << 2;
        QTest::newRow("handle of a transition") << QPointF(200, 19) << static_cast<int>(Part::Transition) << 0;
        QTest::newRow("handle of a cut") << QPointF(400, 19) << static_cast<int>(Part::Transition) << 1;
        QTest::newRow("overlap") << QPointF(225, 100) << static_cast<int>(Part::Overlap) << 0;
        QTest::newRow("end within the overlap") << QPointF(248, 100) << static_cast<int>(Part::End) << 0;
        QTest::newRow("start within the overlap") << QPointF(202, 100) << static_cast<int>(Part::Start) << 1;
        QTest::newRow("gain") << QPointF(270, 200) << static_cast<int>(Part::Gain) << 1;
        QTest::newRow("behind all") << QPointF(620, 100) << static_cast<int>(Part::Nothing) << 0;
        QTest::newRow("above") << QPointF(120, 5) << static_cast<int>(Part::Nothing) << 0;
    }

    void hit_findsEachPart()
    {
        QFETCH(QPointF, point);
        QFETCH(int, part);
        QFETCH(int, clip);
        const TimelineHit hit = threeClips().hit(point);
        QCOMPARE(static_cast<int>(hit.part), part);
        QCOMPARE(static_cast<int>(hit.clip), clip);
    }

    void narrowClips_canStillBeTakenHoldOf()
    {
        TimelineLayout layout({{0, 0.08, 0, 0}, {0.08, 0.16, 0, 0}}, {QRect(0, 0, 600, 100), 0, 6, false});
        QVERIFY(layout.handle(0).isEmpty()); // it would hide the clip
        QCOMPARE(layout.hit({4, 50}).part, Part::Clip);
        QVERIFY(layout.gain(0).isEmpty());
    }

    void visible_areThoseInSight()
    {
        TimelineLayout layout({{0, 1, 0, 0}, {1, 2, 0, 0}, {2, 3, 0, 0}, {3, 4, 0, 0}}, {QRect(0, 0, 100, 100), 1.5, 1, false});
        QCOMPARE(layout.visible().first, 1u);
        QCOMPARE(layout.visible().end, 3u);
    }

    void gap_isTheNearestBetweenClips()
    {
        const TimelineLayout layout = threeClips();
        QCOMPARE(layout.gapAt(60), 0u);
        QCOMPARE(layout.gapAt(160), 1u);
        QCOMPARE(layout.gapAt(640), 3u);
        QCOMPARE(layout.gapSeconds(1), 1.5);
        QCOMPARE(layout.gapSeconds(3), 5.5);
    }

    void band_touchesClips()
    {
        QCOMPARE(threeClips().clipsIn(QRectF(190, 20, 250, 10)), (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(threeClips(true).clipsIn(QRectF(60, 150, 300, 10)), std::vector<std::size_t>{1});
    }
};

QTEST_GUILESS_MAIN(TimelineLayoutTest)
#include "timelinelayout_test.moc"
