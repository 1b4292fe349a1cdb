// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard of edited regions, and the tones that are found in a spectrogram.
#include "core/codec/riffusion.h"
#include "core/pipeline/region/partialtrack.h"
#include "core/pipeline/roundtrip.h"
#include "tests/core/pipeline/sounds.h"

#include <QtTest>

#include <complex>

using namespace sonoloom;

class RegionSoundTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void erasedTone_isGone_andTheRestStays_data();
    void erasedTone_isGone_andTheRestStays();
    void louderBand_isLouder();
    void shiftedTone_soundsHigher();
    void partial_isFollowed_asLongAsItSounds();
    void partial_thatGlides_isFollowed();
    void noPartial_isAShortTone();

private:
    std::shared_ptr<const Audio> reconstructed(const RegionEdits& edits) const
    {
        JobMonitor monitor;
        RoundTripJob job;
        job.sound = mix_;
        job.stem = "mix";
        job.codec = codec_;
        job.edits = edits;
        return roundTrip(job, monitor)->sound;
    }

    std::shared_ptr<const Audio> mix_;
    std::shared_ptr<const Codec> codec_ = makeRiffusionCodec();
    std::shared_ptr<const Audio> plain_;
};

namespace
{

constexpr double toneHertz = 1500;
constexpr double chord[] = {220, 277.2, 329.6};
constexpr int rate = 44100;

double sine(double hertz, std::size_t sample)
{
    return std::sin(2 * std::numbers::pi * hertz * static_cast<double>(sample) / rate);
}

/// A chord with soft noise and a tone that does not belong there.
Audio mix(double seconds)
{
    Audio sound = Audio::silence(rate, 1, static_cast<std::size_t>(seconds * rate));
    Random random(7);
    for (std::size_t i = 0; i < sound.sampleCount(); ++i) {
        double sample = 0.15 * sine(toneHertz, i) + 0.01 * random.uniform(-1, 1);
        for (const double hertz : chord)
            sample += 0.08 * sine(hertz, i);
        sound.channels[0][i] = static_cast<float>(sample);
    }
    return sound;
}

/// In dB, of the second between 1 s and 2 s.
double levelAt(const Audio& sound, double hertz)
{
    std::complex<double> sum;
    for (std::size_t i = rate; i < 2 * rate; ++i) {
        const double window = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * static_cast<double>(i - rate) / rate);
        sum += window * sound.channels[0][i] * std::polar(1.0, -2 * std::numbers::pi * hertz * static_cast<double>(i) / rate);
    }
    return 20 * std::log10(std::abs(sum) / rate + 1e-12);
}

RegionEdits only(const RegionEdit& edit)
{
    return {std::make_shared<const RegionEdit>(edit)};
}

std::shared_ptr<const DisplaySpectrogram> shown(const Audio& sound)
{
    JobMonitor monitor;
    return displaySpectrogram(sound, {stftFromMilliseconds(400, 100, 10, rate), {}, rate}, 0, monitor).value();
}

} // namespace

void RegionSoundTest::initTestCase()
{
    mix_ = std::make_shared<const Audio>(mix(3));
    plain_ = reconstructed({});
}

void RegionSoundTest::erasedTone_isGone_andTheRestStays_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("op");
    QTest::newRow("brush to silence") << static_cast<int>(RegionKind::Brush) << static_cast<int>(RegionOp::Erase);
    QTest::newRow("brush to the level around") << static_cast<int>(RegionKind::Brush) << static_cast<int>(RegionOp::Heal);
    QTest::newRow("harmonics to silence") << static_cast<int>(RegionKind::Harmonics) << static_cast<int>(RegionOp::Erase);
}

void RegionSoundTest::erasedTone_isGone_andTheRestStays()
{
    QFETCH(int, kind);
    QFETCH(int, op);
    RegionEdit edit;
    edit.op = static_cast<RegionOp>(op);
    edit.shape = {static_cast<RegionKind>(kind), {{0.3, toneHertz}, {2.7, toneHertz}}};
    edit.shape.harmonics = 1;
    edit.shape.widthHertz = 120;
    const auto erased = reconstructed(only(edit));
    const double fall = levelAt(*plain_, toneHertz) - levelAt(*erased, toneHertz);
    QVERIFY2(fall > 20, qPrintable(QString::number(fall)));
    for (const double hertz : chord)
        QVERIFY(std::abs(levelAt(*erased, hertz) - levelAt(*plain_, hertz)) < 1);
}

void RegionSoundTest::louderBand_isLouder()
{
    RegionEdit edit;
    edit.gainDb = -6;
    edit.shape.points = {{0, 1300}, {3, 1750}};
    const auto softer = reconstructed(only(edit));
    const double change = levelAt(*softer, toneHertz) - levelAt(*plain_, toneHertz);
    QVERIFY2(std::abs(change + 6) < 1, qPrintable(QString::number(change)));
    for (const double hertz : chord)
        QVERIFY(std::abs(levelAt(*softer, hertz) - levelAt(*plain_, hertz)) < 1);
}

void RegionSoundTest::shiftedTone_soundsHigher()
{
    RegionEdit edit;
    edit.op = RegionOp::Shift;
    edit.semitones = 12;
    edit.shape.points = {{0, 1300}, {3, 1750}};
    const auto higher = reconstructed(only(edit));
    QVERIFY(levelAt(*higher, toneHertz) < levelAt(*plain_, toneHertz) - 20);
    // Bands are wider an octave higher, so that a tone of them is less exact.
    double loudest = -200;
    for (double hertz = 2 * toneHertz - 40; hertz <= 2 * toneHertz + 40; hertz += 1)
        loudest = std::max(loudest, levelAt(*higher, hertz));
    QVERIFY2(loudest > levelAt(*plain_, toneHertz) - 9, qPrintable(QString::number(loudest - levelAt(*plain_, toneHertz))));
}

void RegionSoundTest::partial_isFollowed_asLongAsItSounds()
{
    Audio sound = mix(3);
    for (std::size_t i = 0; i < sound.sampleCount(); ++i)
        if (i < rate / 2 || i > 2 * rate)
            sound.channels[0][i] -= static_cast<float>(0.15 * sine(toneHertz, i));
    const auto points = partialAt(*shown(sound), {1.2, toneHertz + 12});
    QVERIFY(points.size() > 10);
    QVERIFY2(std::abs(points.front().seconds - 0.5) < 0.1 && std::abs(points.back().seconds - 2) < 0.1,
             qPrintable(QString("%1 to %2").arg(points.front().seconds).arg(points.back().seconds)));
    for (const RegionPoint& point : points)
        QVERIFY(std::abs(point.hertz - toneHertz) < 10);
}

void RegionSoundTest::partial_thatGlides_isFollowed()
{
    Audio sound = Audio::silence(rate, 1, 2 * rate);
    for (std::size_t i = 0; i < sound.sampleCount(); ++i) {
        const double t = static_cast<double>(i) / rate;
        sound.channels[0][i] = static_cast<float>(0.3 * std::sin(2 * std::numbers::pi * (800 * t + 100 * t * t))); // 800 + 200 t
    }
    const auto points = partialAt(*shown(sound), {1, 1000});
    QVERIFY(points.front().seconds < 0.2 && points.back().seconds > 1.8);
    for (const RegionPoint& point : points)
        if (point.seconds > 0.1 && point.seconds < 1.9)
            QVERIFY2(std::abs(point.hertz - (800 + 200 * point.seconds)) < 15, qPrintable(QString::number(point.hertz)));
}

void RegionSoundTest::noPartial_isAShortTone()
{
    const auto points = partialAt(*shown(Audio::silence(rate, 1, rate)), {0.05, 700});
    QCOMPARE(points.size(), std::size_t{2});
    QCOMPARE(points[0].hertz, 700.0);
    QVERIFY(points[0].seconds == 0 && points[1].seconds < 0.2);
}

QTEST_GUILESS_MAIN(RegionSoundTest)
#include "regionsound_test.moc"
