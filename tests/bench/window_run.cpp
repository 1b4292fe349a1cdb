// SPDX-License-Identifier: GPL-3.0-or-later
// How quick the window is, in the real one, on whatever display there is:
//   sonoloom-window-run SOUND            percentiles in milliseconds, and the memory at its highest
//   sonoloom-window-run song SECONDS FILE.wav    makes a stereo sound of that length first
// REPEAT=n in the environment takes n steps of each kind instead of 100.
#include "core/base/random.h"
#include "core/io/audiofile.h"
#include "tests/bench/windowsteps.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/player/player.h"
#include "ui/preview/previewcontroller.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/workbench/workbenchpage.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>
#include <vector>

using namespace sonoloom;
using namespace sonoloom::bench;

namespace
{

/// The longest that the window's thread stayed away from its events, of its own time and by the clock.
class Heartbeat
{
public:
    Heartbeat()
    {
        clock_.start();
        QObject::connect(&timer_, &QTimer::timeout, [this] { beat(); });
        timer_.start(5);
    }
    double worstWall() const { return worstWall_; }

private:
    void beat()
    {
        worstWall_ = std::max(worstWall_, static_cast<double>(clock_.nsecsElapsed()) * 1e-6);
        clock_.restart();
    }
    QTimer timer_;
    QElapsedTimer clock_;
    double worstWall_ = 0;
};

int makeSong(double seconds, const char* file)
{
    Audio song = Audio::silence(44100, 2, static_cast<std::size_t>(seconds * 44100));
    Random random(5);
    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t i = 0; i < song.sampleCount(); ++i) {
            const double t = static_cast<double>(i) / 44100;
            const double note = 110 * std::exp2(std::floor(std::fmod(t * 4, 24)) / 12);
            const double decay = std::exp(-6 * std::fmod(t * 4, 1));
            song.channels[c][i] = static_cast<float>(decay * (0.2 * std::sin(2 * std::numbers::pi * note * t) + 0.1 * std::sin(2 * std::numbers::pi * 3 * note * t)) +
                                                     0.02 * random.uniform(-1, 1));
        }
    JobMonitor monitor;
    const auto written = writeAudioFile(file, song, {}, Overwrite::Yes, monitor);
    if (!written)
        std::fprintf(stderr, "%s\n", written.error().message.c_str());
    return written ? 0 : 1;
}

/// How often one of the controller's signals came.
struct Counter {
    int count = 0;
    template <class Signal>
    Counter(PreviewController& from, Signal signal)
    {
        QObject::connect(&from, signal, &from, [this] { ++count; });
    }
};

void measureOpening(MainWindow& window, const QString& file)
{
    Heartbeat heart;
    PreviewController& preview = window.preview();
    QElapsedTimer clock;
    clock.start();
    window.open({file});
    waitFor([&] { return preview.spectrogram() != nullptr; });
    std::printf("%-44s %7.0f ms\n", "open to first picture", static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    waitFor([&] { return preview.spectrogram() && !preview.spectrogram()->draft && preview.tiles() && !preview.isComputing(); });
    std::printf("%-44s %7.0f ms\n", "open to all of it", static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    waitFor([&, until = clock.elapsed() + 1500] { return clock.elapsed() > until; });
    std::printf("%-44s %7.1f ms\n", "longest without events meanwhile", heart.worstWall());
    std::printf("%-44s %7.0f MB, highest %.0f MB\n", "memory", memoryMb("VmRSS"), memoryMb("VmHWM"));
}

void measureViews(MainWindow& window, int steps)
{
    TimeAxis& axis = window.timeAxis();
    const double total = axis.total();
    axis.show(total * 0.4, total * 0.4 + 20);
    measureSteps("pan", steps, [&](int i) { axis.pan(i % 40 < 20 ? 0.35 : -0.35); });
    measureSteps("zoom", steps, [&](int i) { axis.zoom(i % 20 < 10 ? 1.2 : 1 / 1.2, axis.middle()); });
    axis.fit();
    measureSteps("pan and zoom, all in sight", steps, [&](int i) { axis.zoom(i % 2 == 0 ? 0.95 : 1.0 / 0.95, axis.middle()); });
    axis.show(total * 0.4, total * 0.4 + 20);
    auto* colours = window.findChild<QComboBox*>(QStringLiteral("colours"));
    measureSteps("colours", steps, [&](int i) { colours->setCurrentIndex(i % 6); });
    colours->setCurrentIndex(0);
    measureSteps("playhead", steps, [&](int i) { window.player().seek(total * 0.4 + 0.05 * i); });
}

/// From the change of a field to the picture that shows it.
template <class Ready>
void measureField(MainWindow& window, const char* what, const char* key, const std::vector<const char*>& values, Ready&& ready)
{
    std::vector<double> took;
    for (const char* value : values) {
        waitFor([&] { return !window.preview().isComputing(); });
        QElapsedTimer clock;
        clock.start();
        if (!window.session().setCodecField(QLatin1String(key), QLatin1String(value)))
            std::fprintf(stderr, "%s does not take %s\n", key, value);
        ready();
        took.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    print(what, took);
}

void measureFields(MainWindow& window)
{
    PreviewController& preview = window.preview();
    Counter tiles(preview, &PreviewController::tilesChanged);
    Counter spectrograms(preview, &PreviewController::spectrogramChanged);
    const auto next = [](Counter& counter) {
        return [&counter] { waitFor([&counter, before = counter.count] { return counter.count > before; }); };
    };
    const std::vector<const char*> levels{"20", "40", "60", "80", "100", "120", "140", "160", "180", "200"};
    static_cast<void>(window.session().setCodecField(QStringLiteral("level"), QStringLiteral("fixed")));
    waitFor([&] { return !preview.isComputing(); });
    measureField(window, "maxvol to new images", "maxvol", levels, next(tiles));
    measureField(window, "power to new images", "power", {"0.2", "0.3", "0.4", "0.5", "0.6", "0.25"}, next(tiles));
    measureField(window, "n_mels to the first new picture", "n-mels", {"256", "384", "512", "640", "512"}, next(spectrograms));
    waitFor([&] { return !preview.isComputing(); });
}

void measureSound(MainWindow& window)
{
    PreviewController& preview = window.preview();
    int drafts = 0;
    QObject::connect(&preview, &PreviewController::pieceSounded, &preview, [&] { ++drafts; });
    preview.setLive(true);
    std::vector<double> took;
    for (const char* power : {"0.3", "0.35", "0.4", "0.45", "0.5", "0.25"}) {
        waitFor([&] { return !preview.isComputing(); });
        const int before = drafts;
        QElapsedTimer clock;
        clock.start();
        if (!window.session().setCodecField(QStringLiteral("power"), QLatin1String(power)))
            return;
        waitFor([&] { return drafts > before || clock.elapsed() > 20'000; });
        took.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    print("a change to its first sound", took);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 4 && std::strcmp(argv[1], "song") == 0)
        return makeSong(std::atof(argv[2]), argv[3]);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("sonoloom-window-run"));
    QStandardPaths::setTestModeEnabled(true);
    if (argc != 2) {
        std::fprintf(stderr, "usage: sonoloom-window-run SOUND | song SECONDS FILE.wav\n");
        return 2;
    }
    const char* repeat = std::getenv("REPEAT");
    const int steps = repeat ? std::max(10, std::atoi(repeat)) : 100;
    MainWindow window;
    window.preview().setLive(false);
    window.show();
    waitFor([&] { return window.isVisible(); });
    measureOpening(window, QString::fromLocal8Bit(argv[1]));
    measureViews(window, steps);
    measureFields(window);
    measureSound(window);
    std::printf("%-44s %7.0f MB, highest %.0f MB\n", "memory at the end", memoryMb("VmRSS"), memoryMb("VmHWM"));
    return 0;
}
