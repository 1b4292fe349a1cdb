// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/editors/sequence/support.h"
#include "ui/editors/sequence/timeline/timelineruler.h"
#include "ui/spectrogram/timeaxis.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sonoloom;
using testsupport::EditedClips;

namespace
{

/// Clicks at 120 BPM, every fourth one with a low tone under it.
QString clicksIn(const QTemporaryDir& folder, double seconds)
{
    constexpr int rate = 22050;
    Audio sound = Audio::silence(rate, 1, static_cast<std::size_t>(seconds * rate));
    for (int beat = 0; beat * 0.5 < seconds; ++beat)
        for (int i = 0; i < 2000 && beat * rate / 2 + i < static_cast<int>(sound.channels[0].size()); ++i) {
            const double decay = std::exp(-i / 300.0);
            const double tone = beat % 4 == 0 ? std::sin(i * 0.02) : std::sin(i * 0.9);
            sound.channels[0][static_cast<std::size_t>(beat * rate / 2 + i)] = static_cast<float>(0.6 * decay * tone);
        }
    JobMonitor monitor;
    const QString path = folder.filePath("clicks.wav");
    return writeAudioFile(path.toStdString(), sound, {}, Overwrite::Yes, monitor) ? path : QString();
}

bool has(const std::vector<double>& targets, double seconds, double reach = 1e-6)
{
    return snapped(seconds, targets, reach).has_value();
}

} // namespace

class SnappingTest : public QObject
{
    Q_OBJECT

private slots:
    void targets_areWhatIsChosen()
    {
        EditedClips clips(2, 700); // 7 s each
        const SnapTargets targets(clips.document.sequence(), clips.editor.places(), clips.editor.looks());
        const SnapPlaces others{5, {3.3}, {4.4}};
        const auto all = targets.all({}, others);
        for (const double at : {0.0, 7.0, 14.0, 5.0, 12.0, 3.3, 4.4})
            QVERIFY2(has(all, at), qPrintable(QString::number(at)));
        QVERIFY(targets.all({.on = false}, others).empty());
        const auto few = targets.all({.clips = false, .playhead = false, .markers = false}, others);
        QVERIFY(has(few, 12.0) && has(few, 7.0)); // where the image begins
        QVERIFY(!has(few, 14.0) && !has(few, 3.3) && !has(few, 4.4));
        const auto within = targets.within(1, {}, others);
        QVERIFY(has(within, 12.0) && !has(within, 5.0));
    }

    void tiles_areCountedFromTheSource()
    {
        EditedClips clips(1, 700);
        clips.editor.trimStart(0, 2);
        const SnapTargets targets(clips.document.sequence(), clips.editor.places(), clips.editor.looks());
        QVERIFY(has(targets.within(0, {}, {5, {}, {}}), 3.0));
    }

    void beats_areThoseOfTheSound_whereTheClipLies()
    {
        EditedClips clips(1, 300);
        QTemporaryDir folder;
        const QString path = clicksIn(folder, 12);
        clips.editor.addFiles({path}, 1);
        clips.editor.setSnapping({.beats = SnapChoice::Beats::Beats});
        const auto look = [&] { return clips.editor.looks().find(path.toStdString()); };
        QVERIFY(QTest::qWaitFor([&] { return look() && look()->tempo; }, 20'000));
        QVERIFY(look()->tempo->bpm);
        const std::vector<double> heard = look()->tempo->beats;
        clips.editor.trimStart(1, 1);
        const SnapTargets targets(clips.document.sequence(), clips.editor.places(), clips.editor.looks());
        const auto beats = targets.within(1, {.tiles = false, .beats = SnapChoice::Beats::Beats, .playhead = false, .markers = false}, {});
        QCOMPARE(beats.size(), heard.size() - static_cast<std::size_t>(std::ranges::count_if(heard, [](double beat) { return beat < 1; })));
        QVERIFY(std::ranges::all_of(heard, [&](double beat) { return beat < 1 || has(beats, 3 + beat - 1); })); // the clip lies at 3 s
        const BarGrid grid = barGridOf(clips.editor);
        QVERIFY(std::abs(grid.barSeconds - grid.beatsPerBar * 60 / *look()->tempo->bpm) < 1e-9);
        // Where a beat of the one meets a beat of the other.
        clips.editor.addFiles({path}, 2);
        QVERIFY(QTest::qWaitFor([&] { return clips.document.sequence().size() == 3; }));
        const SnapTargets two(clips.document.sequence(), clips.editor.places(), clips.editor.looks());
        const auto meeting = two.meeting(1, {.beats = SnapChoice::Beats::Beats}, {});
        QVERIFY(has(meeting, 3 + heard[3] - 1 - heard[0]) && !has(meeting, 3 + heard[3] - 1, 0.1));
    }

    void ruler_stepsAreRound()
    {
        QCOMPARE(rulerStep(100, 70), 1.0);
        QCOMPARE(rulerStep(0.5, 70), 300.0);
        QCOMPARE(rulerStep(0.01, 70), 7200.0);
        QCOMPARE(rulerStep(10'000, 70), 0.01);
    }
};

QTEST_MAIN(SnappingTest)
#include "snapping_test.moc"
