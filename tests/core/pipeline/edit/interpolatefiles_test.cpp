// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/loudness.h"
#include "core/pipeline/edit/interpolatefiles.h"
#include "tests/core/pipeline/edit/melfiles.h"

#include <QtTest>

#include <algorithm>

using namespace sonoloom;
using namespace sonoloom::testsupport;
namespace fs = std::filesystem;

class InterpolateFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void ends_areTheImages_data();
    void ends_areTheImages();
    void itself_isUnchanged_inEverySpace();
    void loudness_ofEquals_staysTheSame_data();
    void loudness_ofEquals_staysTheSame();
    void loudness_goesFromOneToTheOther_data();
    void loudness_goesFromOneToTheOther();
    void tone_glides_whereEnergyIsMoved();
    void commonTone_thatIsLifted_isNotCutOff();
    void powerCurve_addsSquares();
    void images_decodeAsOneSound();
    void otherWidth_goesStraight_withANotice();
    void otherWidth_stretchesTime();
    void columnsWithoutSound_arePartOfThePicture();
    void otherPower_isDrawnAnew_andKeepsTheSound();
    void shares_followCurveAndPower();
    void wrongAsking_isRefused_andNothingWritten();

private:
    Result<EditedImages> between(const fs::path& a, const fs::path& b, const InterpolationParams& params)
    {
        ImageFiles images({a, b});
        return interpolateFiles(images, params, {}, folder_.path("out"), Overwrite::Yes, listener_);
    }

    MelFolder folder_;
    Listener listener_;
};

namespace
{

InterpolationParams stepsIn(InterpolationSpace space, int steps = 5)
{
    InterpolationParams params;
    params.space = space;
    params.steps = steps;
    return params;
}

constexpr InterpolationSpace spaces[] = {InterpolationSpace::Pixel, InterpolationSpace::Magnitude,
                                         InterpolationSpace::Decibel, InterpolationSpace::Transport};

Audio sine(double hertz, double level = 0.3)
{
    Audio sound = Audio::silence(44100, 1, 22050);
    for (std::size_t i = 0; i < 22050; ++i)
        sound.channels[0][i] =
            static_cast<float>(level * std::sin(2 * std::numbers::pi * hertz / 44100 * static_cast<double>(i)));
    return sound;
}

double powerDb(const Audio& sound, std::size_t first, std::size_t count)
{
    double power = 0;
    for (std::size_t i = first; i < first + count; ++i)
        power += std::pow(sound.channels[0][i], 2);
    return 10 * std::log10(power / static_cast<double>(count) + 1e-20);
}

/// The darkest row of a column, the lowest 0.
int darkestRow(const Image& image, int x)
{
    int darkest = 0;
    for (int row = 1; row < image.height; ++row)
        if (image.at(x, image.height - 1 - row) < image.at(x, image.height - 1 - darkest))
            darkest = row;
    return darkest;
}

} // namespace

void InterpolateFilesTest::ends_areTheImages_data()
{
    QTest::addColumn<int>("level");
    for (int level = 0; level < 4; ++level)
        QTest::addRow("level %d", level) << level;
}

void InterpolateFilesTest::ends_areTheImages()
{
    QFETCH(int, level);
    RiffusionParams kind = smallTiles();
    kind.level = static_cast<LevelRule>(level);
    Audio first = fadingMusic(0.5);
    first.channels.resize(1);
    const fs::path a = folder_.encode("a", first, kind).front();
    const fs::path b = folder_.encode("b", heldTones(0.5, 330, 0.02), kind).front();
    for (const auto space : spaces) {
        const auto made = between(a, b, stepsIn(space, 3));
        QVERIFY(made);
        QCOMPARE(made->outputs.size(), std::size_t{3});
        QVERIFY(same(readImageFile(made->outputs[0]).value(), folder_.image("a0.png")));
        QVERIFY(same(readImageFile(made->outputs[2]).value(), folder_.image("b0.png")));
        const Image middle = readImageFile(made->outputs[1]).value();
        QVERIFY(!same(middle, folder_.image("a0.png")) && !same(middle, folder_.image("b0.png")));
    }
}

void InterpolateFilesTest::itself_isUnchanged_inEverySpace()
{
    for (const int depth : {0, 1}) {
        RiffusionParams kind = smallTiles();
        kind.depth = static_cast<PixelDepth>(depth);
        const fs::path a = folder_.encode("a", fadingMusic(0.5), kind).front(); // stereo
        for (const auto space : spaces) {
            const auto made = between(a, a, stepsIn(space, 4));
            QVERIFY(made);
            for (const auto& output : made->outputs)
                QVERIFY(same(readImageFile(output).value(), folder_.image("a0.png")));
        }
    }
}

void InterpolateFilesTest::loudness_ofEquals_staysTheSame_data()
{
    QTest::addColumn<int>("space");
    QTest::newRow("pixel") << 0;
    QTest::newRow("magnitude") << 1;
    QTest::newRow("dB") << 2;
    QTest::newRow("transport") << 3;
}

/// Two equally loud images of different notes, as one sound: its power in each image lies within 1 dB of both ends.
void InterpolateFilesTest::loudness_ofEquals_staysTheSame()
{
    QFETCH(int, space);
    RiffusionParams kind = smallTiles();
    kind.bands = 256;
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), kind).front();
    const fs::path b = folder_.encode("b", heldTones(0.5, 311), kind).front();
    ImageFiles images({a, b});
    SoundOutput output{folder_.path("out.wav"), {}, {}, Overwrite::Yes, 0};
    const auto made =
        interpolateToSound(images, stepsIn(static_cast<InterpolationSpace>(space), 6), {}, output, listener_);
    QVERIFY(made);
    QCOMPARE(made->samples, std::size_t{6 * 50 * 441});
    const Audio sound = readAudioFile(output.place, listener_).value();
    std::vector<double> powers;
    for (std::size_t i = 0; i < 6; ++i)
        powers.push_back(powerDb(sound, (i * 50 + 5) * 441, 40 * 441));
    const auto [least, greatest] = std::ranges::minmax(powers);
    QVERIFY2(greatest - least < 1, qPrintable(QString("from %1 to %2 dB").arg(least).arg(greatest)));
}

void InterpolateFilesTest::loudness_goesFromOneToTheOther_data()
{
    QTest::addColumn<int>("space");
    QTest::addColumn<double>("louder"); // the second image, dB
    for (const double louder : {0.0, 12.0})
        for (int space = 0; space < 4; ++space)
            QTest::addRow("space %d, %g dB", space, louder) << space << louder;
}

/// EBU R 128 loudness of each image's part of the one sound: it never goes back by 1 dB on the way, nor beyond the ends.
void InterpolateFilesTest::loudness_goesFromOneToTheOther()
{
    QFETCH(int, space);
    QFETCH(double, louder);
    RiffusionParams kind = smallTiles();
    kind.bands = 256;
    kind.durationMs = 1000;
    const fs::path a = folder_.encode("a", heldTones(1, 220, 0.02), kind).front();
    const fs::path b = folder_.encode("b", heldTones(1, 311, 0.02 * std::pow(10, louder / 20)), kind).front();
    ImageFiles images({a, b});
    SoundOutput output{folder_.path("out.wav"), {}, {}, Overwrite::Yes, 0};
    QVERIFY(interpolateToSound(images, stepsIn(static_cast<InterpolationSpace>(space), 8), {}, output, listener_));
    const Audio sound = readAudioFile(output.place, listener_).value();
    std::vector<double> loudness;
    for (std::size_t i = 0; i < 8; ++i) // half a second in the middle of each
        loudness.push_back(loudnessOf(sound, {i * 44100 + 11025, 22050}, 0, listener_).value().lufs.value());
    double back = 0;
    for (std::size_t i = 0; i < 8; ++i)
        for (std::size_t j = i; j < 8; ++j)
            back = std::max(back, louder > 0 ? loudness[i] - loudness[j] : std::abs(loudness[i] - loudness[j]));
    qInfo("from %.2f to %.2f LUFS, back by %.2f dB at most", loudness.front(), loudness.back(), back);
    QVERIFY(back < 1);
}

void InterpolateFilesTest::tone_glides_whereEnergyIsMoved()
{
    RiffusionParams kind = smallTiles();
    const fs::path a = folder_.encode("a", sine(400), kind).front();
    const fs::path b = folder_.encode("b", sine(3000), kind).front();
    const auto made = between(a, b, stepsIn(InterpolationSpace::Transport, 5));
    QVERIFY(made);
    const int low = darkestRow(folder_.image("a0.png"), 25);
    const int high = darkestRow(folder_.image("b0.png"), 25);
    for (int i = 0; i < 5; ++i)
        QVERIFY(std::abs(darkestRow(readImageFile(made->outputs[static_cast<std::size_t>(i)]).value(), 25) -
                         (low + i * (high - low) / 4.0)) <= 1.5);
}

void InterpolateFilesTest::commonTone_thatIsLifted_isNotCutOff()
{
    // Half way in pixels, what only one has is a sixteenth; to keep the energy the tone of both is lifted to twice its
    // own.
    const auto tones = [](std::initializer_list<double> hertz) {
        Audio sound = Audio::silence(44100, 1, 22050);
        for (const double each : hertz) {
            const Audio one = sine(each, 0.1);
            for (std::size_t i = 0; i < sound.sampleCount(); ++i)
                sound.channels[0][i] += one.channels[0][i];
        }
        return sound;
    };
    const fs::path a = folder_.encode("a", tones({3500, 1000, 1600, 2600}), smallTiles()).front();
    const fs::path b = folder_.encode("b", tones({3500, 500, 1300, 2100}), smallTiles()).front();
    const auto made = between(a, b, stepsIn(InterpolationSpace::Pixel, 3));
    QVERIFY(made);
    QCOMPARE(made->report.clippedPixels, std::size_t{0});
}

void InterpolateFilesTest::powerCurve_addsSquares()
{
    const fs::path a = folder_.encode("a", sine(400), smallTiles()).front();
    const fs::path b = folder_.encode("b", sine(3000), smallTiles()).front();
    InterpolationParams params = stepsIn(InterpolationSpace::Magnitude, 1);
    params.keepEnergy = false;
    const int row = darkestRow(folder_.image("a0.png"), 25);
    double levels[2] = {};
    for (const bool power : {false, true}) {
        params.curve = power ? "power" : "linear";
        const auto made = between(a, b, params);
        QVERIFY(made);
        const Image image = readImageFile(made->outputs[0]).value();
        levels[power] = 255.0 - image.at(25, image.height - 1 - row);
    }
    // A tone of one alone: sqrt(1/2) of it instead of 1/2. Levels are whole numbers.
    QVERIFY(std::abs(std::pow(levels[1] / levels[0], 4) - std::sqrt(2)) < 0.03);
}

void InterpolateFilesTest::images_decodeAsOneSound()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const fs::path b = folder_.encode("b", heldTones(0.5, 330), smallTiles()).front();
    const auto made = between(a, b, stepsIn(InterpolationSpace::Magnitude, 7));
    QVERIFY(made);
    ImageFiles images(made->outputs);
    Listener listener;
    noticeOrder(images, listener);
    QCOMPARE(listener.notices, std::string());
    for (std::size_t i = 0; i < 7; ++i) {
        const Record record = *images.record(i);
        QCOMPARE(record.tile->index, static_cast<int>(i));
        QCOMPARE(record.tile->firstSample, i * 50 * 441);
        QCOMPARE(record.source->name, std::string("a0.png to b0.png"));
        QCOMPARE(record.source->samples, std::size_t{7 * 50 * 441});
    }
}

void InterpolateFilesTest::otherWidth_goesStraight_withANotice()
{
    RiffusionParams wide = smallTiles();
    wide.durationMs = 900;
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const fs::path b = folder_.encode("b", heldTones(0.9, 330), wide).front();
    const auto made = between(a, b, stepsIn(InterpolationSpace::Magnitude, 5));
    QVERIFY(made);
    QVERIFY2(told(listener_, "50 px wide and 'b0.png' 90"), listener_.notices.c_str());
    for (std::size_t i = 0; i < 5; ++i)
        QCOMPARE(readImageFile(made->outputs[i])->width, static_cast<int>(50 + 10 * i));
    QVERIFY(same(readImageFile(made->outputs[4]).value(), folder_.image("b0.png")));
}

/// Both begin to sound in their middle, and so does what lies between.
void InterpolateFilesTest::otherWidth_stretchesTime()
{
    const auto late = [](double seconds) {
        Audio sound = heldTones(seconds, 220);
        std::fill_n(sound.channels[0].begin(), sound.sampleCount() / 2, 0.0f);
        return sound;
    };
    RiffusionParams wide = smallTiles();
    wide.durationMs = 900;
    const fs::path a = folder_.encode("a", late(0.5), smallTiles()).front();
    const fs::path b = folder_.encode("b", late(0.9), wide).front();
    const auto made = between(a, b, stepsIn(InterpolationSpace::Magnitude, 3));
    QVERIFY(made);
    const Image middle = readImageFile(made->outputs[1]).value();
    QCOMPARE(middle.width, 70);
    const auto darkest = [&](int x) { return middle.at(x, middle.height - 1 - darkestRow(middle, x)); };
    QVERIFY(darkest(28) > 200);
    QVERIFY(darkest(42) < 60);
}

void InterpolateFilesTest::columnsWithoutSound_arePartOfThePicture()
{
    const auto files =
        folder_.encode("a", heldTones(0.8, 220), smallTiles()); // the second one ends in 20 empty columns
    const auto made = between(files[0], files[1], stepsIn(InterpolationSpace::Magnitude, 3));
    QVERIFY(made);
    for (const auto& output : made->outputs)
        QCOMPARE(readImageFile(output)->width, 50);
    QVERIFY(same(readImageFile(made->outputs[2]).value(), folder_.image("a1.png")));
}

void InterpolateFilesTest::otherPower_isDrawnAnew_andKeepsTheSound()
{
    RiffusionParams other = smallTiles();
    other.power = 0.5;
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const fs::path b = folder_.encode("b", heldTones(0.5, 220), other).front();
    const auto made = between(a, b, stepsIn(InterpolationSpace::Magnitude, 2));
    QVERIFY(made);
    const Image first = readImageFile(made->outputs[0]).value();
    const Image last = readImageFile(made->outputs[1]).value();
    QVERIFY(std::ranges::min(first.samples) < 5); // the whole range is used
    // Power 1/2 has coarser steps below: a level of it, at a tenth of the loudest's root, is one of five here.
    for (std::size_t i = 0; i < first.samples.size(); ++i)
        if (first.samples[i] < 170)
            QVERIFY(std::abs(first.samples[i] - last.samples[i]) <= 3);
}

void InterpolateFilesTest::shares_followCurveAndPower()
{
    InterpolationParams params;
    params.steps = 5;
    params.alphaPower = 2;
    const auto shares = sharesOf(params).value();
    for (std::size_t i = 0; i < 5; ++i)
        QVERIFY(std::abs(shares[i] - std::pow(static_cast<double>(i) / 4, 2)) < 1e-12);
    params.steps = 1;
    params.alphaPower = 1;
    QCOMPARE(sharesOf(params).value(), std::vector<double>{0.5});
}

void InterpolateFilesTest::wrongAsking_isRefused_andNothingWritten()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const std::size_t before = folder_.count();
    InterpolationParams params;
    params.steps = 241;
    QCOMPARE(between(a, a, params).error().code, ErrorCode::InvalidArgument);
    params = {};
    params.curve = "linear,cosine";
    QCOMPARE(between(a, a, params).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(between(a, folder_.path("missing.png"), {}).error().code, ErrorCode::NotFound);
    ImageFiles one({a});
    QVERIFY(!interpolateFiles(one, {}, {}, folder_.path("new"), Overwrite::No, listener_));
    StopAt stop(0.5);
    ImageFiles images({a, a});
    QCOMPARE(interpolateFiles(images, {}, {}, folder_.path("new"), Overwrite::No, stop).error().code,
             ErrorCode::Cancelled);
    QVERIFY(!interpolateToSound(images, {}, {}, {folder_.path("out.xyz"), {}, {}, Overwrite::No, 0}, listener_));
    QCOMPARE(folder_.count(), before);
}

QTEST_GUILESS_MAIN(InterpolateFilesTest)
#include "interpolatefiles_test.moc"
