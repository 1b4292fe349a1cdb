// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/spectrogram/support.h"
#include "ui/spectrogram/overviewstrip.h"
#include "ui/spectrogram/waveformview.h"

#include <QSignalSpy>

#include <numbers>

using namespace sonoloom;
using namespace sonoloom::testsupport;

namespace
{

std::shared_ptr<const Waveform> tone(double level)
{
    Audio sound = Audio::silence(8000, 1, 80'000);
    for (std::size_t i = 40'000; i < 80'000; ++i)
        sound.channels[0][i] = static_cast<float>(level * std::sin(0.1 * static_cast<double>(i)));
    JobMonitor monitor;
    return *Waveform::of(std::make_shared<const Audio>(std::move(sound)), monitor);
}

} // namespace

/// The overview strip and the waveform lane.
class StripsTest : public QObject
{
    Q_OBJECT

private slots:
    void overview_dragged_movesWhatIsShown()
    {
        TimeAxis axis;
        axis.setTotal(10);
        axis.show(2, 4);
        OverviewStrip strip(axis);
        strip.setSpectrogram(lonelyCell(1000, 64, 500, 32));
        strip.resize(plotmargin::left + 1000 + plotmargin::right, strip.height());
        const auto at = [&](double seconds) { return QPoint(plotmargin::left + static_cast<int>(seconds * 100), 10); };
        QTest::mousePress(&strip, Qt::LeftButton, {}, at(3.5)); // inside: taken hold of there
        QCOMPARE(axis.from(), 2.0);
        QTest::mouseMove(&strip, at(5.5));
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, at(5.5));
        QVERIFY(std::abs(axis.from() - 4) < 1e-6);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, at(8)); // outside: goes there
        QVERIFY(std::abs(axis.middle() - 8) < 1e-6);
        QTest::mouseDClick(&strip, Qt::LeftButton, {}, at(1));
        QCOMPARE(axis.visible(), 10.0);
    }

    void overview_showsTheLoudCell()
    {
        TimeAxis axis;
        axis.setTotal(0.2);
        OverviewStrip strip(axis);
        strip.setColourScale(grey);
        strip.setSpectrogram(lonelyCell(20, 8, 10, 4));
        strip.resize(plotmargin::left + 400 + plotmargin::right, strip.height());
        const QImage image = strip.grab().toImage();
        const double ratio = image.devicePixelRatio();
        const auto colourAt = [&](double x, double y) { return image.pixelColor((QPointF(plotmargin::left + x * 400, y * strip.height()) * ratio).toPoint()); };
        QCOMPARE(colourAt(0.5, 1 - 4.5 / 8), QColor(Qt::white));
        QCOMPARE(colourAt(0.25, 1 - 4.5 / 8), QColor(Qt::black));
    }

    void waveform_isHighWhereItIsLoud()
    {
        TimeAxis axis;
        axis.setTotal(10);
        WaveformView view(axis);
        view.setWaveform(tone(0.5), "A");
        view.resize(plotmargin::left + 400 + plotmargin::right, 80);
        const QImage image = view.grab().toImage();
        const double ratio = image.devicePixelRatio();
        const QColor base = view.palette().color(QPalette::Base);
        const auto isDrawn = [&](double seconds, double share) {
            return image.pixelColor((QPointF(plotmargin::left + seconds * 40 + 0.5, (1 - share) * 40) * ratio).toPoint()) != base;
        };
        QVERIFY(!isDrawn(2, 0.3));
        QVERIFY(isDrawn(7, 0.3));
        QVERIFY(!isDrawn(7, 0.7));
    }

    void waveform_clipped_isMarkedAtTheEdge()
    {
        TimeAxis axis;
        axis.setTotal(10);
        WaveformView view(axis);
        view.resize(plotmargin::left + 400 + plotmargin::right, 80);
        const auto topLine = [&] {
            const QImage image = view.grab().toImage();
            const double ratio = image.devicePixelRatio();
            return image.pixelColor((QPointF(plotmargin::left + 7 * 40 + 0.5, 1) * ratio).toPoint());
        };
        view.setWaveform(tone(0.5), "A");
        QCOMPARE(topLine(), view.palette().color(QPalette::Base));
        view.setWaveform(tone(1.2), "A");
        QVERIFY(topLine().red() > topLine().blue());
        QVERIFY(topLine() != view.palette().color(QPalette::Base));
    }

    void waveform_click_seeks_dragSelects()
    {
        TimeAxis axis;
        axis.setTotal(10);
        WaveformView view(axis);
        view.setWaveform(tone(0.5), "A");
        view.resize(plotmargin::left + 400 + plotmargin::right, 80);
        QSignalSpy seek(&view, &WaveformView::seekRequested);
        QTest::mousePress(&view, Qt::LeftButton, {}, {plotmargin::left + 100, 40});
        QVERIFY(std::abs(seek.back().front().toDouble() - 2.5) < 0.01);
        QTest::mouseMove(&view, {plotmargin::left + 200, 40});
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {plotmargin::left + 200, 40});
        QVERIFY(std::abs(axis.selectedTo() - 5) < 0.02);
    }
};

QTEST_MAIN(StripsTest)
#include "strips_test.moc"
