// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"
#include "core/codec/codecs.h"
#include "core/dsp/stft.h"
#include "core/pipeline/edit/joinfiles.h"
#include "core/pipeline/edit/renderproject.h"
#include "tests/core/pipeline/edit/melfiles.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <algorithm>

using namespace sonoloom;
using namespace sonoloom::testsupport;
namespace fs = std::filesystem;

class JoinFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void tilesOfOneSound_concatenated_areTheWhole();
    void tilesOfOneSound_joined_soundAsTheWhole();
    void twelveTiles_joined_haveNoSeams();
    void transitions_shortenTheRow_andKeepThePower();
    void transitions_areThoseOfASequence();
    void differentLevels_keepTheirSound();
    void manyOfOtherKinds_areToldOnce();
    void oneColumnClip_isJoined();
    void thousandClips_areJoined();
    void transitionLongerThanAClip_isRefused();
    void whatCannotBeRead_leavesNothing();
    void peersWay_isTheGoldenCase();

private:
    Result<JoinedSound> join(const std::vector<fs::path>& files, const JoinParams& params = {},
                             ReconstructMethod method = ReconstructMethod::Draft, const std::string& to = "out.wav")
    {
        ImageFiles images(files);
        SoundOutput output{folder_.path(to), {}, {}, Overwrite::Yes, 0};
        output.reconstruct.method = method;
        output.write.bits = SampleFormat::Float32;
        return joinFiles(images, params, {}, output, listener_);
    }
    Result<EditedImages> concat(const std::vector<fs::path>& files, const JoinParams& params = {})
    {
        ImageFiles images(files);
        return concatFiles(images, {params, {}, folder_.path("out.png"), Overwrite::Yes}, listener_);
    }
    Audio sound(const std::string& name = "out.wav") { return readAudioFile(folder_.path(name), listener_).value(); }

    MelFolder folder_;
    Listener listener_;
};

namespace
{

/// Spectral flux at a joint over that anywhere, as tests/bench measures it: flux of log(1 + magnitude) at 512/128 on
/// the int16 scale, the largest of the steps whose frames reach over the joint; the median of the same is what is
/// usual.
class SeamFlux
{
public:
    explicit SeamFlux(const Audio& sound)
    {
        std::vector<float> samples = sound.channels[0];
        for (float& sample : samples)
            sample *= static_cast<float>(int16FullScale);
        JobMonitor monitor;
        const StftParams stft{512, 512, hop};
        const auto frames = stftFrames(samples, stft, 0, centredFrameCount(samples.size(), hop), 0, monitor).value();
        std::vector<double> steps;
        for (std::size_t k = 0; k + 1 < frames.rows(); ++k) {
            double rise = 0;
            for (std::size_t bin = 0; bin < frames.columns(); ++bin)
                rise += std::max(0.0f, std::log1p(std::abs(frames(k + 1, bin))) - std::log1p(std::abs(frames(k, bin))));
            steps.push_back(rise);
        }
        for (std::size_t k = 0; k + 2 * reach < steps.size(); ++k)
            largest_.push_back(*std::max_element(steps.begin() + static_cast<std::ptrdiff_t>(k),
                                                 steps.begin() + static_cast<std::ptrdiff_t>(k + 2 * reach + 1)));
        std::vector<double> sorted = largest_;
        std::ranges::sort(sorted);
        usual_ = sorted[sorted.size() / 2];
    }

    double ratioAt(std::size_t sample) const { return largest_[sample / hop - reach] / usual_; }

private:
    static constexpr int hop = 128;
    static constexpr std::size_t reach = 3;
    std::vector<double> largest_;
    double usual_ = 0;
};

double powerDb(const Audio& sound, std::size_t first, std::size_t count)
{
    double power = 0;
    for (std::size_t i = first; i < first + count; ++i)
        power += std::pow(sound.channels[0][i], 2);
    return 10 * std::log10(power / static_cast<double>(count) + 1e-20);
}

} // namespace

void JoinFilesTest::tilesOfOneSound_concatenated_areTheWhole()
{
    RiffusionParams whole = smallTiles();
    whole.whole = true;
    for (const LevelRule level : {LevelRule::Shared, LevelRule::Fixed}) {
        RiffusionParams tiles = smallTiles();
        tiles.level = whole.level = level;
        const Audio music = fadingMusic(2.304); // stereo, and a last tile with columns without sound
        const auto files = folder_.encode("tile", music, tiles);
        QCOMPARE(files.size(), std::size_t{5});
        folder_.encode("whole", music, whole);
        const auto made = concat(files);
        QVERIFY(made);
        QVERIFY(same(folder_.image("out.png"), folder_.image("whole0.png")));
        QCOMPARE(made->samples, music.sampleCount());
        std::vector<std::string> troubles;
        const Record record = *recordOfImage(folder_.image("out.png"), troubles);
        QCOMPARE(record.source->name, std::string("tile.wav")); // neighbours of one sound are still that sound
        QCOMPARE(record.tile->samples, music.sampleCount());
        QVERIFY(record.level == recordOfImage(folder_.image("whole0.png"), troubles)->level);
    }
}

void JoinFilesTest::tilesOfOneSound_joined_soundAsTheWhole()
{
    RiffusionParams whole = smallTiles();
    whole.whole = true;
    const Audio music = fadingMusic(2.304);
    QVERIFY(join(folder_.encode("tile", music, smallTiles())));
    const Audio joined = sound();
    QVERIFY(join(folder_.encode("whole", music, whole)));
    QCOMPARE(joined.sampleCount(), music.sampleCount());
    QVERIFY(joined.channels == sound().channels);
    // And as decode has it.
    ImageFiles images(folder_.encode("tile", music, smallTiles()));
    DecodeFilesOptions options;
    options.reconstruct.method = ReconstructMethod::Draft;
    options.write.bits = SampleFormat::Float32;
    QVERIFY(decodeFiles(images, *makeCodec("riffusion"), {}, folder_.path("decoded.wav"), options, listener_));
    QVERIFY(joined.channels == sound("decoded.wav").channels);
}

void JoinFilesTest::twelveTiles_joined_haveNoSeams()
{
    RiffusionParams kind;
    kind.durationMs = 1000;
    // Rounded as a file of 16 bits: without any noise the flux would be that of what lies 90 dB below the tones.
    Audio tones = heldTones(12, 220, 0.05);
    for (float& sample : tones.channels[0])
        sample = static_cast<float>(std::round(sample * int16FullScale) / int16FullScale);
    const auto files = folder_.encode("tile", tones, kind);
    QCOMPARE(files.size(), std::size_t{12});
    const auto made = join(files, {}, ReconstructMethod::Balanced);
    QVERIFY(made);
    QCOMPARE(made->samples, std::size_t{12 * 44100});
    const SeamFlux flux(sound());
    for (std::size_t joint = 1; joint < 12; ++joint) {
        const double ratio = flux.ratioAt(joint * 44100);
        QVERIFY2(ratio > 0.8 && ratio < 1.3, qPrintable(QString("joint %1: %2").arg(joint).arg(ratio)));
    }
    // The same tiles one by one have them, so the measure sees what it should.
    Audio row = Audio::silence(44100, 1, 0);
    for (const fs::path& file : files) {
        QVERIFY(join({file}, {}, ReconstructMethod::Balanced));
        const Audio one = sound();
        row.channels[0].insert(row.channels[0].end(), one.channels[0].begin(), one.channels[0].end());
    }
    QVERIFY(SeamFlux(row).ratioAt(5 * 44100) > 1.5);
}

void JoinFilesTest::transitions_shortenTheRow_andKeepThePower()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const fs::path b = folder_.encode("b", heldTones(0.5, 311), smallTiles()).front();
    double quieter[2] = {};
    for (const auto transition : {ClipTransition::Blend, ClipTransition::Power}) {
        const auto made = join({a, b, a}, {transition, 20}, ReconstructMethod::Balanced);
        QVERIFY(made);
        QCOMPARE(made->columns, std::size_t{3 * 50 - 2 * 20});
        QCOMPARE(made->samples, std::size_t{110 * 441});
        const Audio row = sound();
        const double outside = (powerDb(row, 5 * 441, 20 * 441) + powerDb(row, 50 * 441, 10 * 441)) / 2;
        quieter[transition == ClipTransition::Power] = outside - powerDb(row, 36 * 441, 8 * 441);
    }
    // Half of each of two that have little in common: 3 dB less, unless squares are added.
    QVERIFY2(quieter[0] > 1.5 && quieter[0] < 3.5, qPrintable(QString::number(quieter[0])));
    QVERIFY2(std::abs(quieter[1]) < 1, qPrintable(QString::number(quieter[1])));
    const auto drawn = concat({a, b, a}, {ClipTransition::Power, 20});
    QVERIFY(drawn);
    QCOMPARE(drawn->width, 110);
}

void JoinFilesTest::transitions_areThoseOfASequence()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const fs::path b = folder_.encode("b", heldTones(0.5, 311), smallTiles()).front();
    JoinParams params{ClipTransition::Blend, 20, {.bands = 4, .order = BlendOrder::BassFirst, .curve = "cosine"}};
    for (const auto transition : {ClipTransition::Blend, ClipTransition::Interpolation}) {
        params.transition = transition;
        QVERIFY(concat({a, b, a}, params));
        const Image row = folder_.image("out.png");
        Project project;
        project.codec = makeRiffusionCodec(smallTiles());
        for (const fs::path& file : {a, b, a})
            project.sequence.push_back({file, 0, 0, 0, transition, 0.2, params.blend});
        QVERIFY(renderToImage(project, folder_.path("sequence.png"), Overwrite::Yes, listener_));
        QCOMPARE(row.samples, folder_.image("sequence.png").samples);
    }
    params.blend.curve = "bent";
    QCOMPARE(concat({a, b}, params).error().code, ErrorCode::InvalidArgument);
}

void JoinFilesTest::differentLevels_keepTheirSound()
{
    RiffusionParams other = smallTiles();
    other.level = LevelRule::MinMax;
    other.power = 0.5;
    const auto a = folder_.encode("a", heldTones(1, 220), smallTiles());
    const auto b = folder_.encode("b", heldTones(1, 220), other);
    QVERIFY(join({a[0], b[1], a[1]}, {}, ReconstructMethod::Balanced));
    const Audio row = sound();
    for (const std::size_t column : {60, 110})
        QVERIFY(std::abs(powerDb(row, column * 441, 30 * 441) - powerDb(row, 10 * 441, 30 * 441)) < 0.5);
}

void JoinFilesTest::manyOfOtherKinds_areToldOnce()
{
    RiffusionParams other = smallTiles();
    other.bands = 96;
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const auto b = folder_.encode("b", heldTones(1.5, 220), other);
    listener_.notices.clear();
    QVERIFY(join({a, b[0], b[1], b[2]}));
    QVERIFY2(told(listener_, "3 images, the first of them 'b0.png', have 96 bands instead of 128"),
             listener_.notices.c_str());
    QCOMPARE(std::ranges::count(listener_.notices, '\n'), std::ptrdiff_t{1});
}

void JoinFilesTest::oneColumnClip_isJoined()
{
    RiffusionParams whole = smallTiles();
    whole.whole = true;
    const fs::path one = folder_.encode("one", heldTones(0.01, 220), whole).front();
    QCOMPARE(folder_.image("one0.png").width, 1);
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const auto made = join({a, one, a});
    QVERIFY(made);
    QCOMPARE(made->samples, std::size_t{101 * 441});
    QVERIFY(join({one}));
    QVERIFY(join({one, one}, {ClipTransition::Blend, 1}));
    QCOMPARE(sound().sampleCount(), std::size_t{441});
}

void JoinFilesTest::thousandClips_areJoined()
{
    RiffusionParams kind = smallTiles();
    kind.bands = 32;
    kind.durationMs = 100;
    const fs::path clip = folder_.encode("clip", heldTones(0.1, 220), kind).front();
    const std::vector<fs::path> clips(1000, clip);
    const auto made = join(clips);
    QVERIFY(made);
    QCOMPARE(made->samples, std::size_t{1000 * 4410});
    const auto drawn = concat(clips);
    QVERIFY(drawn);
    QCOMPARE(drawn->width, 10000);
}

void JoinFilesTest::transitionLongerThanAClip_isRefused()
{
    const auto a = folder_.encode("a", heldTones(1, 220), smallTiles());
    const std::size_t before = folder_.count();
    const auto made = join({a[0], a[1], a[0]}, {ClipTransition::Blend, 26}, ReconstructMethod::Draft, "new.wav");
    QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(made.error().message.starts_with("'a1.png' has 50 columns, fewer than the 52"),
             made.error().message.c_str());
    QCOMPARE(join({a[0], a[1]}, {ClipTransition::Blend, 51}, ReconstructMethod::Draft, "new.wav").error().code,
             ErrorCode::InvalidArgument);
    QCOMPARE(folder_.count(), before);
}

void JoinFilesTest::whatCannotBeRead_leavesNothing()
{
    const auto a = folder_.encode("a", heldTones(1, 220), smallTiles());
    const std::size_t before = folder_.count();
    const auto missing = join({a[0], folder_.path("missing.png")}, {}, ReconstructMethod::Draft, "new.wav");
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY(missing.error().message.find("missing.png") != std::string::npos);
    QVERIFY(!join({}, {}, ReconstructMethod::Draft, "new.wav"));
    QCOMPARE(join(a, {}, ReconstructMethod::Draft, "new.txt").error().code, ErrorCode::InvalidArgument);
    StopAt stop(0.3);
    ImageFiles images(a);
    QCOMPARE(joinFiles(images, {}, {}, {folder_.path("new.wav"), {}, {}, Overwrite::No, 0}, stop).error().code,
             ErrorCode::Cancelled);
    QCOMPARE(folder_.count(), before);
}

void JoinFilesTest::peersWay_isTheGoldenCase()
{
    ImageFiles images(
        {goldenPath("png/blend_in1.png"), goldenPath("png/concat_in3.png"), goldenPath("png/blend_in2.png")});
    const auto made = concatFilesAsPeer(images, {{}, {}, folder_.path("peer.png"), Overwrite::No}, listener_);
    QVERIFY(made);
    QVERIFY(same(folder_.image("peer.png"), readImageFile(goldenPath("png/concat.png")).value()));
}

QTEST_GUILESS_MAIN(JoinFilesTest)
#include "joinfiles_test.moc"
