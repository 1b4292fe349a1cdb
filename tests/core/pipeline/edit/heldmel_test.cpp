// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/blendfiles.h"
#include "core/pipeline/edit/clipsources.h"
#include "core/pipeline/edit/heldmel.h"
#include "core/pipeline/edit/interpolatefiles.h"
#include "core/pipeline/edit/melbetween.h"
#include "core/pipeline/edit/owningmel.h"
#include "tests/core/pipeline/edit/melfiles.h"

#include <QtTest>

using namespace sonoloom;
using namespace sonoloom::testsupport;
namespace fs = std::filesystem;

class HeldMelTest : public QObject
{
    Q_OBJECT

private slots:
    void held_readsAsTheFiles_whenTheyAreGone();
    void blend_ofHeld_isTheFilesBlend();
    void between_ofHeld_isTheFilesBetween();
    void one_isATimelineOfItsOwn();
    void transition_thatDoesNotFit_isNamed();
    void stopped_whileItReads_isCancelled();
    void moreThanMayBeHeld_isRefused();
    void sound_ofABlend_isAsLongAsItsColumns();
    void blend_ofASoundFile_isDrawnAndBlended();
    void peerBlend_isReadAgain_asItsImagesAre();
    void owningMel_keepsItsImages();

private:
    std::vector<fs::path> two(const RiffusionParams& kind = smallTiles())
    {
        return {folder_.encode("a", heldTones(0.5, 220), kind).front(), folder_.encode("b", heldTones(0.5, 330), kind).front()};
    }
    std::shared_ptr<HeldMel> held(const std::vector<fs::path>& files)
    {
        ImageFiles images(files);
        return HeldMel::open(images, {}, listener_).value();
    }

    MelFolder folder_;
    Listener listener_;
};

namespace
{

/// Stops once all images were looked at.
class Stopped final : public JobMonitor
{
public:
    bool cancelled() const override { return looked_; }
    void progress(double, std::string_view) override { looked_ = ++images_ == 2; }

private:
    int images_ = 0;
    bool looked_ = false;
};

} // namespace

void HeldMelTest::held_readsAsTheFiles_whenTheyAreGone()
{
    RiffusionParams other = smallTiles();
    other.bands = 96; // is converted
    const std::vector<fs::path> files{folder_.encode("a", fadingMusic(0.5), smallTiles()).front(),
                                      folder_.encode("b", heldTones(0.5, 330), other).front()};
    ImageFiles images(files);
    const auto opened = MelImages::open(images, {}, listener_).value();
    const auto mel = held(files);
    std::vector<Grid<float>> expected(2, Grid<float>(50, 128));
    for (std::size_t x = 0; x < 50; ++x)
        QVERIFY(opened->read(1, x, expected, x));
    for (const fs::path& file : files)
        fs::remove(file);
    QCOMPARE(mel->count(), std::size_t{2});
    QCOMPARE(mel->channelCount(), 2);
    QCOMPARE(mel->name(1), std::string("b0.png"));
    QCOMPARE(mel->samples(0), opened->samples(0));
    QCOMPARE(mel->levelPower(), 0.25);
    std::vector<Grid<float>> got(2, Grid<float>(50, 128));
    for (std::size_t x = 0; x < 50; ++x)
        QVERIFY(mel->read(1, x, got, x));
    QVERIFY(got == expected);
}

void HeldMelTest::blend_ofHeld_isTheFilesBlend()
{
    const auto files = two();
    ImageFiles images(files);
    const BlendParams params{.region = 20, .bands = 4, .order = BlendOrder::BassFirst, .space = MixSpace::Pixel};
    QVERIFY(blendFiles(images, {params, {}, folder_.path("blend.png"), Overwrite::No}, listener_));
    const auto mel = held(files);
    auto sequence = MelSequence::create(*mel, transitionBetween(*mel, params, mel->levelPower()).value()).value();
    QCOMPARE(sequence.columns(), std::size_t{80});
    const auto written = held({folder_.path("blend.png")});
    const auto magnitudes = sequence.read(0, 80).value();
    std::vector<Grid<float>> drawn(1, Grid<float>(80, 128));
    for (std::size_t x = 0; x < 80; ++x)
        QVERIFY(written->read(0, x, drawn, x));
    for (std::size_t i = 0; i < drawn[0].cells().size(); ++i) // half a level of 255 is 2 % of the power 1/4
        QVERIFY(std::abs(std::pow(drawn[0].cells()[i], 0.25) - std::pow(magnitudes[0].cells()[i], 0.25)) < 0.2);
}

void HeldMelTest::between_ofHeld_isTheFilesBetween()
{
    const auto files = two();
    ImageFiles images(files);
    const auto opened = MelImages::open(images, {}, listener_).value();
    const auto mel = held(files);
    const InterpolationParams params{.steps = 3, .space = InterpolationSpace::Pixel, .curve = "power"};
    const auto how = interpolationOf(params, mel->levelPower()).value();
    QVERIFY(how.squares);
    MelBetween fromFiles(*opened, sharesOf(params).value(), how);
    MelBetween fromHeld(*mel, sharesOf(params).value(), how);
    QVERIFY(fromFiles.read(0, 150).value() == fromHeld.read(0, 150).value());
    QVERIFY(!interpolationOf({.curve = "steep"}, 0.25));
}

void HeldMelTest::one_isATimelineOfItsOwn()
{
    const auto mel = held(two());
    MelOfOne second(*mel, 1);
    QCOMPARE(second.columns(), std::size_t{50});
    std::vector<Grid<float>> expected(1, Grid<float>(3, 128));
    for (std::size_t x = 0; x < 3; ++x)
        QVERIFY(mel->read(1, 7 + x, expected, x));
    QVERIFY(second.read(7, 3).value() == expected);
}

void HeldMelTest::transition_thatDoesNotFit_isNamed()
{
    const auto mel = held(two());
    const auto wide = transitionBetween(*mel, {.region = 51}, 0.25);
    QVERIFY(!wide && wide.error().message.find("'region' is 51") != std::string::npos);
    const auto many = transitionBetween(*mel, {.bands = 129}, 0.25);
    QVERIFY(!many && many.error().message.find("'bands' is 129") != std::string::npos);
    QCOMPARE(transitionBetween(*mel, {.region = 0}, 0.25).value().columns, std::size_t{50});
}

void HeldMelTest::stopped_whileItReads_isCancelled()
{
    ImageFiles images(two());
    Stopped stopped;
    const auto opened = HeldMel::open(images, {}, stopped);
    QVERIFY(!opened && opened.error().code == ErrorCode::Cancelled);
}

void HeldMelTest::moreThanMayBeHeld_isRefused()
{
    ImageFiles images(two());
    const std::size_t needed = 2 * 50 * 128 * sizeof(float);
    QVERIFY(HeldMel::open(images, {}, listener_, needed));
    const auto refused = HeldMel::open(images, {}, listener_, needed - 1);
    QVERIFY(!refused && refused.error().code == ErrorCode::TooLarge);
    QVERIFY(refused.error().message.find("'a0.png'") != std::string::npos);
}

void HeldMelTest::sound_ofABlend_isAsLongAsItsColumns()
{
    ImageFiles images(two());
    const SoundOutput output{folder_.path("blend.wav"), {.method = ReconstructMethod::Draft}, {}, Overwrite::No, 0};
    const auto made = blendToSound(images, {.region = 20}, {}, output, listener_);
    QVERIFY(made);
    QCOMPARE(made->samples, std::size_t{80 * 441});
    QCOMPARE(readAudioFile(output.place, listener_).value().sampleCount(), std::size_t{80 * 441});
    QVERIFY(!blendToSound(images, {.region = 20}, {}, output, listener_)); // it is there
}

void HeldMelTest::blend_ofASoundFile_isDrawnAndBlended()
{
    const fs::path sound = folder_.path("tones.wav");
    QVERIFY(writeAudioFile(sound, heldTones(0.5, 220), {}, Overwrite::No, listener_));
    ClipSources sources({sound, two()[1]}, smallTiles(), 0, listener_);
    const auto made = blendFiles(sources, {{.region = 20}, {}, folder_.path("ofsound.png"), Overwrite::No}, listener_);
    QVERIFY2(made.has_value(), made ? "" : made.error().message.c_str());
    QCOMPARE(made->width, 80);
    QVERIFY(blendFilesAsPeer(sources, {{.region = 20}, {}, folder_.path("pair"), Overwrite::No}, listener_));
    QVERIFY(fs::exists(folder_.path("pair") / "tones.png") && fs::exists(folder_.path("pair") / "b0.png"));
}

void HeldMelTest::peerBlend_isReadAgain_asItsImagesAre()
{
    ImageFiles images(two());
    const auto pair = heldPeerBlend(images, 20, 4, {}, listener_).value();
    QVERIFY(blendFilesAsPeer(images, {{.region = 20, .bands = 4}, {}, folder_.path("peer"), Overwrite::No}, listener_));
    ImageFiles written({folder_.path("peer") / "a0.png", folder_.path("peer") / "b0.png"}); // without records
    QCOMPARE(pair->columns(0), std::size_t{50});
    std::vector<Grid<float>> first(1, Grid<float>(1, 128));
    std::vector<Grid<float>> second(1, Grid<float>(1, 128));
    for (std::size_t x = 0; x < 20; ++x) { // the region is in both, each with its own image's maxvol
        QVERIFY(pair->read(0, 30 + x, first, 0));
        QVERIFY(pair->read(1, x, second, 0));
        const float scale = second[0](0, 40) / first[0](0, 40);
        for (std::size_t b = 0; b < 128; ++b)
            QVERIFY(std::abs(first[0](0, b) * scale - second[0](0, b)) <= 1e-5f * second[0](0, b));
    }
    const Image drawn = written.load(0).value();
    QVERIFY(pair->read(0, 35, first, 0));
    int darkest = 0; // the darkest pixel is the loudest row
    for (int row = 0; row < 128; ++row)
        if (drawn.at(35, 127 - row) < drawn.at(35, 127 - darkest))
            darkest = row;
    QCOMPARE(std::ranges::max_element(first[0].row(0)) - first[0].row(0).begin(), std::ptrdiff_t{darkest});
    QVERIFY(!heldPeerBlend(images, 51, 4, {}, listener_));
}

void HeldMelTest::owningMel_keepsItsImages()
{
    std::unique_ptr<MagnitudeSource> alone;
    {
        const auto mel = held(two());
        alone = std::make_unique<OwningMel<MelOfOne>>(mel, MelOfOne(*mel, 1));
    }
    QCOMPARE(alone->columns(), std::size_t{50});
    QVERIFY(alone->read(0, 50));
}

QTEST_APPLESS_MAIN(HeldMelTest)
#include "heldmel_test.moc"
