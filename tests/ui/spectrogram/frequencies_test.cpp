// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/spectrogram/support.h"
#include "ui/spectrogram/axisticks.h"

#include <QSignalSpy>

using namespace sonoloom;
using namespace sonoloom::testsupport;

/// How frequencies are spread, named and read.
class FrequenciesTest : public QObject
{
    Q_OBJECT

private slots:
    void places_goBothWays_data()
    {
        QTest::addColumn<int>("scale");
        QTest::newRow("own") << static_cast<int>(FrequencyScale::Own);
        QTest::newRow("linear") << static_cast<int>(FrequencyScale::Linear);
        QTest::newRow("logarithmic") << static_cast<int>(FrequencyScale::Logarithmic);
    }

    void places_goBothWays()
    {
        QFETCH(int, scale);
        const auto spectrogram = lonelyCell(10, 128, 5, 3);
        const BandPlaces places(*spectrogram, static_cast<FrequencyScale>(scale));
        for (const double hertz : {50.0, 440.0, 5000.0}) {
            QVERIFY(std::abs(places.hertzAt(places.shareOf(hertz)) / hertz - 1) < 1e-9);
            QVERIFY(std::abs(places.bandAt(places.shareOf(hertz)) - spectrogram->bandOf(hertz) - 0.5) < 1e-6);
        }
        QVERIFY(std::abs(places.bandAt(1) - 128) < 1e-6);
    }

    void linear_isEvenInHertz_logarithmicInOctaves()
    {
        const auto spectrogram = lonelyCell(10, 128, 5, 3);
        const BandPlaces linear(*spectrogram, FrequencyScale::Linear);
        QVERIFY(std::abs((linear.shareOf(3000) - linear.shareOf(2000)) - (linear.shareOf(2000) - linear.shareOf(1000))) < 1e-9);
        const BandPlaces octaves(*spectrogram, FrequencyScale::Logarithmic);
        QVERIFY(std::abs((octaves.shareOf(4000) - octaves.shareOf(2000)) - (octaves.shareOf(2000) - octaves.shareOf(1000))) < 1e-9);
        QVERIFY(std::abs(octaves.shareOf(20)) < 1e-9);
    }

    void loudBand_isPaintedAtItsFrequency()
    {
        const auto spectrogram = lonelyCell(100, 64, 50, 20);
        for (const FrequencyScale scale : {FrequencyScale::Linear, FrequencyScale::Logarithmic}) {
            const auto points = loudPixels(paintSpectrogram(*spectrogram, {0, 1, 0, 1, scale}, {100, 1000}, grey));
            QVERIFY(!points.isEmpty());
            const BandPlaces places(*spectrogram, scale);
            const double low = places.shareOf(spectrogram->bandHertz(19.5));
            const double high = places.shareOf(spectrogram->bandHertz(20.5));
            for (const QPoint& point : points) {
                const double place = 1 - (point.y() + 0.5) / 1000;
                QVERIFY(place > low - 0.002 && place < high + 0.002);
            }
            QVERIFY(std::abs(points.size() - (high - low) * 1000) < 5);
        }
    }

    void notes_areNamed()
    {
        QCOMPARE(noteName(69), QString("A4"));
        QCOMPARE(noteName(60), QString("C4"));
        QCOMPARE(noteText(440), QString("A4 +0 ct"));
        QCOMPARE(noteText(440, 432), QString("A4 +32 ct"));
        QCOMPARE(noteText(427.47), QString("G#4 +50 ct"));
        QCOMPARE(noteText(261.0), QString("C4 −4 ct"));
        QCOMPARE(noteText(1), QString());
    }

    void ticks_canBeNotes()
    {
        const auto spectrogram = lonelyCell(10, 512, 5, 3);
        QVector<double> ticks;
        QVector<QString> texts;
        const BandPlaces places(*spectrogram, FrequencyScale::Logarithmic);
        frequencyTicker(places, {0, 1}, 400, {true, 440})->generate({0, 1}, {}, {}, 5, ticks, nullptr, &texts);
        QVERIFY(texts.contains("C4") && texts.contains("C5"));
        QVERIFY(std::abs(ticks[texts.indexOf("C4")] - places.shareOf(261.6256)) < 1e-6);
    }

    void reading_findsThePeakBetweenBands()
    {
        auto spectrogram = lonelyCell(10, 64, 5, 20);
        spectrogram->levels[0](5, 19) = -1000;
        spectrogram->levels[0](5, 21) = -400; // nearer to the band above
        const BandPlaces places(*spectrogram, FrequencyScale::Own);
        const Reading reading = readingAt(*spectrogram, FrequencyScale::Own, 0.05, 22.5 / 64); // two bands beside it
        QCOMPARE(reading.column, 5u);
        QCOMPARE(reading.band, 22);
        QCOMPARE(reading.decibels, -160.0);
        const double shift = 0.5 * (-10.0 - -4.0) / (-10.0 - 0 + -4.0); // of the parabola through -10, 0, -4 dB
        QVERIFY(std::abs(reading.peakHertz - spectrogram->bandHertz(20 + shift)) < 1e-6);
        QVERIFY(readingText(reading).contains("peak"));
        QCOMPARE(readingAt(*spectrogram, FrequencyScale::Own, 0.05, 40.5 / 64).peakHertz, 0.0); // only silence there
    }

    void axis_newScale_showsAllAndSelectsNothing()
    {
        FrequencyAxis axis;
        QSignalSpy told(&axis, &FrequencyAxis::changed);
        axis.showPart(0.2, 0.4);
        axis.select(0.5, 0.25);
        QCOMPARE(axis.selectedFrom(), 0.25);
        axis.setScale(FrequencyScale::Linear);
        QVERIFY(axis.showsAll());
        QVERIFY(!axis.hasSelection());
        axis.setNotes(true);
        axis.setTuning(432);
        QCOMPARE(told.size(), 4);
    }
};

QTEST_MAIN(FrequenciesTest)
#include "frequencies_test.moc"
