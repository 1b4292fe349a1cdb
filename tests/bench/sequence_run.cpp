// SPDX-License-Identifier: GPL-3.0-or-later
// How quick the sequence's page is, in the real window, on whatever display there is:
//   sonoloom-sequence-run CLIPS FILE|FOLDER...    percentiles in milliseconds, and the memory
// The files follow one another, again and again until there are so many clips. REPEAT=n takes n steps of each kind instead of 200.
#include "tests/bench/windowsteps.h"
#include "ui/editors/sequence/sequencepage.h"
#include "ui/editors/sequence/timeline/sequencetimeline.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>
#include <QMouseEvent>
#include <QStandardPaths>
#include <QTabWidget>

#include <cstdlib>

using namespace sonoloom;
using namespace sonoloom::bench;

namespace
{

void send(QWidget& widget, QEvent::Type type, const QPointF& point)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, point, widget.mapToGlobal(point), button, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

/// Holds the mouse down at a point and moves it to and fro.
void measureDrag(const char* what, int steps, SequenceTimeline& timeline, const QPointF& from)
{
    send(timeline, QEvent::MouseButtonPress, from);
    measureSteps(what, steps, [&](int i) { send(timeline, QEvent::MouseMove, from - QPointF(10 + 3 * (i % 20), 0)); });
    send(timeline, QEvent::MouseButtonRelease, from);
    timeline.cancelDrag();
}

void measureViews(SequencePage& page, int steps)
{
    TimeAxis& axis = page.timeAxis();
    const double total = axis.total();
    axis.fit();
    measureSteps("zoom, all in sight", steps, [&](int i) { axis.zoom(i % 2 == 0 ? 0.95 : 1 / 0.95, axis.middle()); });
    axis.show(total * 0.4, total * 0.4 + 60);
    measureSteps("scroll, a minute in sight", steps, [&](int i) { axis.pan(i % 100 < 50 ? 1 : -1); });
    measureSteps("playhead", steps, [&](int i) { page.timeline().setPlayhead(axis.from() + 0.05 * i); });
}

void measureDrags(SequencePage& page, int steps)
{
    SequenceTimeline& timeline = page.timeline();
    page.editor().setSnapping({});
    TimeAxis& axis = page.timeAxis();
    axis.show(axis.total() * 0.4, axis.total() * 0.4 + 60);
    const TimelineLayout layout = timeline.layoutNow();
    const std::size_t clip = layout.visible().first + 3;
    measureDrag("drag a transition", steps, timeline, layout.handle(clip).center());
    measureDrag("drag an edge", steps, timeline, layout.clip(clip).center() + QPointF(layout.clip(clip).width() / 2 - 2, 0));
    measureDrag("drag a clip", steps, timeline, layout.clip(clip).center());
}

/// From a place that was never heard to the first piece of sound there.
void measureHearing(SequencePage& page, int steps)
{
    int pieces = 0;
    QObject::connect(&page.playback(), &SequencePlayback::sounded, &page, [&] { ++pieces; });
    QElapsedTimer clock;
    clock.start();
    page.playback().setActive(true);
    waitFor([&] { return pieces > 0; });
    std::printf("%-44s %7.0f ms\n", "sources opened, first piece", static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    std::vector<double> took;
    for (int i = 0; i < steps; ++i) {
        waitFor([until = clock.elapsed() + 1500, &clock] { return clock.elapsed() > until; }); // what is ahead is ready, and all rests
        pieces = 0;
        page.player().seek(page.editor().seconds() * (0.1 + 0.8 * i / steps));
        took.push_back(waitFor([&] { return pieces > 0; }));
    }
    print("a new place to its first piece", took);
    took.clear();
    for (int i = 0; i < steps; ++i) {
        waitFor([until = clock.elapsed() + 1500, &clock] { return clock.elapsed() > until; });
        pieces = 0;
        page.editor().setClipGain(clipAt(page.editor().places(), page.player().position()).value_or(0), i % 2 == 0 ? -3 : 0);
        took.push_back(waitFor([&] { return pieces > 0; }));
    }
    print("an edit at the playhead to its first piece", took);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: sonoloom-sequence-run CLIPS FILE|FOLDER...\n");
        return 2;
    }
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const int steps = std::getenv("REPEAT") ? std::atoi(std::getenv("REPEAT")) : 200;
    const auto clips = static_cast<std::size_t>(std::atoi(argv[1]));
    MainWindow window;
    window.resize(1280, 800);
    window.show();
    SequencePage& page = window.sequencePage();
    page.playback().setActive(false);
    window.pages().setCurrentWidget(&page);
    page.playback().setActive(false); // it came with the page: the views alone first
    const double before = memoryMb("VmRSS");
    QElapsedTimer clock;
    clock.start();
    page.take(QApplication::arguments().mid(2));
    waitFor([&] { return !page.editor().sequence().empty(); });
    Sequence all = page.editor().sequence();
    for (std::size_t i = 0; all.size() < clips; ++i)
        all.push_back(all[i]);
    all.resize(std::min(all.size(), clips));
    page.editor().change(all, {});
    waitFor([&] { return std::ranges::all_of(all, [&](const SequenceClip& clip) { return page.editor().looks().seconds().of(clip.source).has_value(); }); });
    std::printf("%zu clips, %.0f s\n%-44s %7.0f ms\n", all.size(), page.editor().seconds(), "files to all lengths", static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    waitFor([&] { return !page.editor().looks().isWorking(); });
    std::printf("%-44s %7.0f ms\n", "files to all pictures", static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    std::printf("%-44s %7.0f MB more\n", "memory", memoryMb("VmRSS") - before);
    measureViews(page, steps);
    measureDrags(page, steps);
    measureHearing(page, std::max(3, steps / 10));
    std::printf("%-44s %7.0f MB more, highest %.0f MB\n", "memory", memoryMb("VmRSS") - before, memoryMb("VmHWM"));
    return 0;
}
