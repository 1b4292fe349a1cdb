// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/pipeline/edit/blendfiles.h"
#include "core/pipeline/edit/clipsources.h"
#include "core/pipeline/edit/joinfiles.h"
#include "core/pipeline/edit/renderproject.h"
#include "tests/core/pipeline/edit/melfiles.h"

#include <QtTest>

using namespace sonoloom;
using namespace sonoloom::testsupport;
namespace fs = std::filesystem;

class RenderProjectTest : public QObject
{
    Q_OBJECT

private slots:
    void clips_areCut_andLifted();
    void clipsOfTiles_areTheJoinedRow();
    void soundFile_isAClip_too();
    void transition_laysClipsOnEachOther();
    void bandsOfATransition_areThoseOfABlend();
    void interpolation_letsTonesGlide();
    void tiles_holdTheWholeRow();
    void drawingASound_stops_whereItIsCancelled();
    void whatCannotBe_isNamed_andNothingWritten();

private:
    Project project(Sequence sequence) const
    {
        Project made;
        made.codec = makeRiffusionCodec(smallTiles());
        made.sequence = std::move(sequence);
        return made;
    }
    Result<JoinedSound> render(const Project& from, const std::string& to = "out.wav")
    {
        SoundOutput output{folder_.path(to), {}, {}, Overwrite::Yes, 0};
        output.reconstruct.method = ReconstructMethod::Preview;
        return renderToSound(from, output, listener_);
    }
    Audio sound(const std::string& name = "out.wav") { return readAudioFile(folder_.path(name), listener_).value(); }

    MelFolder folder_;
    Listener listener_;
};

namespace
{

double powerDb(const Audio& sound, double from, double seconds)
{
    double power = 0;
    const auto first = static_cast<std::size_t>(from * sound.sampleRate);
    const auto count = static_cast<std::size_t>(seconds * sound.sampleRate);
    for (std::size_t i = first; i < first + count; ++i)
        power += std::pow(sound.channels[0][i], 2);
    return 10 * std::log10(power / static_cast<double>(count) + 1e-20);
}

} // namespace

void RenderProjectTest::clips_areCut_andLifted()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220, 0.05), smallTiles()).front();
    const auto made =
        renderToImage(project({{a, 0.1, 0.3}, {a, 0.2, 0, 6}}), folder_.path("out.png"), Overwrite::Yes, listener_);
    QVERIFY(made);
    QCOMPARE(made->width, 20 + 30);
    QCOMPARE(made->samples, std::size_t{50 * 441});
    QCOMPARE(made->report.clippedPixels, std::size_t{0});
    const fs::path music = folder_.encode("music", fadingMusic(0.5), smallTiles()).front();
    QVERIFY(renderToImage(project({{music, 0.3, 0.5}, {music, 0.1, 0.2}}), folder_.path("cut.png"), Overwrite::Yes,
                          listener_));
    QVERIFY(holds(folder_.image("cut.png"), 0, folder_.image("music0.png"), 30, 20));
    QVERIFY(holds(folder_.image("cut.png"), 20, folder_.image("music0.png"), 10, 10));
    QVERIFY(render(project({{a, 0.1, 0.3}, {a, 0.2, 0, 6}})));
    const double change = powerDb(sound(), 0.3, 0.15) - powerDb(sound(), 0.03, 0.12);
    QVERIFY2(std::abs(change - 6) < 0.5, qPrintable(QString::number(change)));
}

void RenderProjectTest::clipsOfTiles_areTheJoinedRow()
{
    const auto files = folder_.encode("tile", fadingMusic(1.304), smallTiles());
    Sequence sequence;
    for (const fs::path& file : files)
        sequence.push_back({file});
    QVERIFY(render(project(sequence)));
    ImageFiles images(files);
    SoundOutput output{folder_.path("joined.wav"), {}, {}, Overwrite::Yes, 0};
    output.reconstruct.method = ReconstructMethod::Preview;
    QVERIFY(joinFiles(images, {}, {}, output, listener_));
    QVERIFY(sound().channels == sound("joined.wav").channels);
}

void RenderProjectTest::soundFile_isAClip_too()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    QVERIFY(write(folder_.path("s.wav"), heldTones(1.5, 220)));
    const auto made = render(project({{a}, {folder_.path("s.wav"), 0.5, 1.0}}));
    QVERIFY(made);
    QCOMPARE(made->samples, std::size_t{44100});
    QVERIFY(std::abs(powerDb(sound(), 0.55, 0.4) - powerDb(sound(), 0.05, 0.4)) < 0.5);
    QVERIFY(render(project({{folder_.path("s.wav")}})));
    QCOMPARE(sound().sampleCount(), std::size_t{66150});
}

void RenderProjectTest::transition_laysClipsOnEachOther()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    for (const auto transition : {ClipTransition::Cut, ClipTransition::Blend, ClipTransition::Interpolation, ClipTransition::Power}) {
        const auto made = render(project({{a, 0, 0, 0, transition, 0.2}, {a, 0, 0, 0, transition, 9}}));
        QVERIFY(made);
        QCOMPARE(made->columns, transition == ClipTransition::Cut ? std::size_t{100} : std::size_t{80});
    }
}

void RenderProjectTest::bandsOfATransition_areThoseOfABlend()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const fs::path b = folder_.encode("b", fadingMusic(0.5), smallTiles()).front();
    const BlendParams blend{20, 4, BlendOrder::TrebleFirst, "cosine,linear,power,0:0/0.5:0.9/1:1", "", "", MixSpace::Decibel};
    ImageFiles images({a, b});
    QVERIFY(blendFiles(images, {blend, {smallTiles()}, folder_.path("blend.png"), Overwrite::Yes}, listener_));
    QVERIFY(renderToImage(project({{a, 0, 0, 0, ClipTransition::Blend, 0.2, blend}, {b}}), folder_.path("row.png"),
                          Overwrite::Yes, listener_));
    QCOMPARE(folder_.image("row.png").samples, folder_.image("blend.png").samples);
}

void RenderProjectTest::interpolation_letsTonesGlide()
{
    const auto tone = [](double hertz) {
        Audio audio = Audio::silence(44100, 1, 22050);
        for (std::size_t i = 0; i < audio.sampleCount(); ++i)
            audio.channels[0][i] = static_cast<float>(0.2 * std::sin(2 * std::numbers::pi * hertz / 44100 * static_cast<double>(i)));
        return audio;
    };
    const fs::path a = folder_.encode("a", tone(500), smallTiles()).front();
    const fs::path b = folder_.encode("b", tone(2000), smallTiles()).front();
    const auto peaks = [&](ClipTransition transition) { // before, in the middle of, and behind the transition
        auto opened = RenderedSequence::open(project({{a, 0, 0, 0, transition, 0.2}, {b}}), 1, listener_).value();
        const auto mel = opened.mel().read(0, 80).value();
        std::vector<std::ptrdiff_t> bands;
        for (const std::size_t column : {10, 40, 70})
            bands.push_back(std::ranges::max_element(mel.front().row(column)) - mel.front().row(column).begin());
        return bands;
    };
    const auto glide = peaks(ClipTransition::Interpolation);
    QVERIFY(glide[1] > glide[0] + 10 && glide[1] < glide[2] - 10);
    const auto mixed = peaks(ClipTransition::Blend);
    QVERIFY(mixed[1] == mixed[0] || mixed[1] == mixed[2]);
}

void RenderProjectTest::tiles_holdTheWholeRow()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const Project from = project({{a}, {a, 0, 0.3}, {a}}); // 130 columns
    const auto made = renderToTiles(from, folder_.path("tiles"), "row", Overwrite::No, listener_);
    QVERIFY(made);
    QCOMPARE(made->outputs.size(), std::size_t{3});
    QCOMPARE(made->outputs[2], folder_.path("tiles/row_00002.png"));
    QVERIFY(renderToImage(from, folder_.path("out.png"), Overwrite::Yes, listener_));
    const Image row = folder_.image("out.png");
    QVERIFY(holds(row, 0, readImageFile(made->outputs[0]).value(), 0, 50));
    QVERIFY(holds(row, 100, readImageFile(made->outputs[2]).value(), 0, 30));
    // As tiles of one sound they decode to its length.
    ImageFiles images(made->outputs);
    DecodeFilesOptions options;
    options.reconstruct.method = ReconstructMethod::Draft;
    Listener listener;
    const auto decoded = decodeFiles(images, *makeCodec("riffusion"), {}, folder_.path("t.wav"), options, listener);
    QVERIFY(decoded);
    QCOMPARE(decoded->samples, std::size_t{130 * 441});
    QCOMPARE(listener.notices, std::string());
    QCOMPARE(renderToTiles(from, folder_.path("tiles"), "row", Overwrite::No, listener_).error().code,
             ErrorCode::Exists);
}

void RenderProjectTest::drawingASound_stops_whereItIsCancelled()
{
    QVERIFY(write(folder_.path("long.wav"), heldTones(3, 220)));
    StopAt stop(0);
    ClipSources sources({folder_.path("long.wav")}, smallTiles(), 0, stop);
    QVERIFY(sources.load(0));
    stop.progress(1, "");
    QCOMPARE(ClipSources({folder_.path("long.wav")}, smallTiles(), 0, stop).load(0).error().code, ErrorCode::Cancelled);
}

void RenderProjectTest::whatCannotBe_isNamed_andNothingWritten()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const std::size_t before = folder_.count();
    const auto refused = [&](Sequence sequence, ErrorCode code, const char* words) {
        const auto made = render(project(std::move(sequence)), "new.wav");
        return !made && made.error().code == code && made.error().message.find(words) != std::string::npos;
    };
    QVERIFY(refused({}, ErrorCode::InvalidArgument, "no sequence"));
    QVERIFY(refused({{a}, {folder_.path("gone.png")}}, ErrorCode::NotFound, "gone.png"));
    QVERIFY(refused({{a}, {a, 0.5}}, ErrorCode::InvalidArgument, "Clip 2 ('a0.png') begins behind"));
    QVERIFY(refused({{a, 0.3, 0.3}}, ErrorCode::InvalidArgument, "Clip 1 ('a0.png') ends where it begins"));
    QVERIFY(refused({{a, 0, 0.1, 0, ClipTransition::Blend, 0.2}, {a}}, ErrorCode::InvalidArgument, "has 10 columns"));
    QCOMPARE(folder_.count(), before);
}

QTEST_GUILESS_MAIN(RenderProjectTest)
#include "renderproject_test.moc"
