// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/pipeline/edit/blendfiles.h"
#include "tests/core/pipeline/edit/melfiles.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <algorithm>

using namespace sonoloom;
using namespace sonoloom::testsupport;
namespace fs = std::filesystem;

class BlendFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void itself_inTheWhole_comesBack_data();
    void itself_inTheWhole_comesBack();
    void stretchedLevels_comeBack_atEveryLoudness();
    void lostStretch_comesBack();
    void outsideTheRegion_eachKeepsItsPixels();
    void bandsOfAnOrder_changeOneAfterTheOther();
    void differentLevels_meetAsMagnitudes();
    void equalPower_keepsTheEnergy();
    void result_decodes_asLongAsItsColumns();
    void otherKinds_areConverted_withANotice();
    void columnsWithoutSound_areLeftOut();
    void wrongAsking_isRefused_andNothingWritten();
    void otherFormats_areRefused();
    void peersWay_isTheGoldenCase();
    void cancelled_leavesNothing();

private:
    Result<EditedImages> blend(const fs::path& a, const fs::path& b, const BlendParams& params,
                               const std::string& to = "out.png")
    {
        ImageFiles images({a, b});
        return blendFiles(images, {params, {}, folder_.path(to), Overwrite::Yes}, listener_);
    }

    MelFolder folder_;
    Listener listener_;
};

namespace
{

/// Magnitudes of an image, all columns, first channel.
Grid<float> magnitudesOf(const fs::path& file)
{
    ImageFiles images({file});
    JobMonitor monitor;
    const auto mel = MelImages::open(images, {}, monitor).value();
    std::vector<Grid<float>> all(1, Grid<float>(mel->columns(0), static_cast<std::size_t>(mel->analysis().mel.bands)));
    for (std::size_t column = 0; column < all[0].rows(); ++column)
        (void)mel->read(0, column, all, column);
    return std::move(all[0]);
}

double energyOf(std::span<const float> values)
{
    double energy = 0;
    for (const float value : values)
        energy += static_cast<double>(value) * value;
    return energy;
}

} // namespace

void BlendFilesTest::itself_inTheWhole_comesBack_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("rgb");
    for (int level = 0; level < 4; ++level)
        for (int depth = 0; depth < 2; ++depth)
            QTest::addRow("level %d, depth %d", level, depth) << level << depth << 1 << false;
    QTest::newRow("stereo") << 2 << 0 << 2 << false;
    QTest::newRow("rgb") << 2 << 0 << 1 << true;
}

void BlendFilesTest::itself_inTheWhole_comesBack()
{
    QFETCH(int, level);
    QFETCH(int, depth);
    QFETCH(int, channels);
    QFETCH(bool, rgb);
    RiffusionParams kind = smallTiles();
    kind.level = static_cast<LevelRule>(level);
    kind.depth = static_cast<PixelDepth>(depth);
    kind.rgb = rgb;
    Audio music = fadingMusic(0.5);
    music.channels.resize(static_cast<std::size_t>(channels));
    const fs::path file = folder_.encode("itself", music, kind).front();
    for (const char* curve : {"linear", "cosine", "logistic", "power", "0:0/0.2:0.9/1:1"})
        for (const MixSpace space : {MixSpace::Pixel, MixSpace::Magnitude, MixSpace::Decibel}) {
            BlendParams params;
            params.curve = curve;
            params.space = space;
            QVERIFY(blend(file, file, params));
            QVERIFY2(same(folder_.image("out.png"), folder_.image("itself0.png")), curve);
        }
}

/// The quietest cell has the greatest pixel, which the least rounding would turn into the one before.
void BlendFilesTest::stretchedLevels_comeBack_atEveryLoudness()
{
    RiffusionParams kind = smallTiles();
    kind.level = LevelRule::MinMax;
    for (int loudness = 1; loudness <= 16; ++loudness) {
        Audio music = fadingMusic(0.5);
        for (float& sample : music.channels[0])
            sample *= 0.05f * static_cast<float>(loudness);
        const fs::path file = folder_.encode("itself", music, kind).front();
        QVERIFY(blend(file, file, {}));
        QVERIFY(same(folder_.image("out.png"), folder_.image("itself0.png")));
    }
}

void BlendFilesTest::lostStretch_comesBack()
{
    RiffusionParams kind = smallTiles();
    kind.level = LevelRule::MinMax;
    const fs::path file = folder_.encode("itself", heldTones(0.5, 220), kind).front();
    Image stripped = folder_.image("itself0.png");
    stripped.text.clear();
    stripped.exif.clear();
    QVERIFY(writePngFile(file, stripped, Overwrite::Yes));
    ImageFiles images({file, file});
    QVERIFY(blendFiles(images, {{}, {kind, {"level"}}, folder_.path("out.png"), Overwrite::Yes}, listener_));
    QVERIFY(same(folder_.image("out.png"), stripped));
    std::vector<std::string> troubles;
    const auto level = recordOfImage(folder_.image("out.png"), troubles)->level; // as it was decoded
    QCOMPARE(level->lo, std::optional(0.0));
    QCOMPARE(level->hi, std::optional(100.0));
}

void BlendFilesTest::outsideTheRegion_eachKeepsItsPixels()
{
    const auto a = folder_.encode("a", heldTones(1, 220), smallTiles());
    BlendParams params;
    params.region = 12;
    const auto made = blend(a[0], a[1], params);
    QVERIFY(made);
    const Image out = folder_.image("out.png");
    QCOMPARE(out.width, 50 + 50 - 12);
    QVERIFY(holds(out, 0, folder_.image("a0.png"), 0, 38));
    QVERIFY(holds(out, 50, folder_.image("a1.png"), 12, 38));
    QCOMPARE(made->samples, std::size_t{88 * 441});
}

void BlendFilesTest::bandsOfAnOrder_changeOneAfterTheOther()
{
    RiffusionParams fine = smallTiles();
    fine.depth = PixelDepth::Sixteen;
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), fine).front();
    const fs::path b = folder_.encode("b", heldTones(0.5, 330), fine).front();
    BlendParams params;
    params.bands = 4;
    for (const BlendOrder order : {BlendOrder::BassFirst, BlendOrder::TrebleFirst}) {
        params.order = order;
        QVERIFY(blend(a, b, params));
        // In the middle the first band is the second image's already, the last one still the first one's.
        const Grid<float> made = magnitudesOf(folder_.path("out.png"));
        const bool bass = order == BlendOrder::BassFirst;
        const auto low = magnitudesOf(bass ? b : a);
        const auto high = magnitudesOf(bass ? a : b);
        const std::size_t changed = 25;
        const std::size_t kept = 24;
        for (std::size_t row = 0; row < 32; ++row) {
            const std::size_t column = bass ? changed : kept;
            QVERIFY(std::abs(made(column, row) - low(column, row)) <= 0.01 * low(column, row) + 1);
        }
        for (std::size_t row = 96; row < 128; ++row) {
            const std::size_t column = bass ? kept : changed;
            QVERIFY(std::abs(made(column, row) - high(column, row)) <= 0.01 * high(column, row) + 1);
        }
    }
    // A list says more than the order: all bands but the lowest are cut at once.
    params.starts = "0,0.2,0.2,0.2";
    params.lengths = "1,0,0,0";
    QVERIFY(blend(a, b, params));
    QVERIFY(std::abs(magnitudesOf(folder_.path("out.png"))(11, 64) - magnitudesOf(b)(11, 64)) <=
            0.01 * magnitudesOf(b)(11, 64) + 1);
}

void BlendFilesTest::differentLevels_meetAsMagnitudes()
{
    RiffusionParams other = smallTiles();
    other.power = 0.4;
    other.level = LevelRule::Fixed;
    other.maxvol = 4000;
    other.depth = PixelDepth::Sixteen;
    const Audio tones = heldTones(0.5, 220);
    const fs::path a = folder_.encode("a", tones, smallTiles()).front();
    const fs::path b = folder_.encode("b", tones, other).front();
    QVERIFY(blend(a, b, {}));
    QCOMPARE(folder_.image("out.png").depth, 16);
    const auto made = magnitudesOf(folder_.path("out.png"));
    const auto truth = magnitudesOf(b); // the finer one
    const double loudest = std::ranges::max(truth.cells());
    for (std::size_t column = 0; column < 50; ++column)
        for (std::size_t row = 0; row < 128; ++row) {
            // Half a level of the 8-bit one, and half as much again of the others.
            const double cell = truth(column, row);
            const double step = 4 * std::pow(cell, 0.75) * std::pow(loudest, 0.25) * 0.75 / 255 + 20;
            QVERIFY(std::abs(made(column, row) - cell) <= step);
        }
}

void BlendFilesTest::equalPower_keepsTheEnergy()
{
    // Two tones that have no band in common.
    RiffusionParams fine = smallTiles();
    fine.depth = PixelDepth::Sixteen;
    const auto sine = [](double hertz) {
        Audio sound = Audio::silence(44100, 1, 22050);
        for (std::size_t i = 0; i < 22050; ++i)
            sound.channels[0][i] =
                static_cast<float>(0.3 * std::sin(2 * std::numbers::pi * hertz / 44100 * static_cast<double>(i)));
        return sound;
    };
    const fs::path a = folder_.encode("a", sine(500), fine).front();
    const fs::path b = folder_.encode("b", sine(530 * 4), fine).front();
    BlendParams params;
    params.curve = "power";
    QVERIFY(blend(a, b, params));
    const auto made = magnitudesOf(folder_.path("out.png"));
    const auto first = magnitudesOf(a);
    const auto second = magnitudesOf(b);
    for (std::size_t column = 12; column < 38; ++column) { // away from the ends, where the window looks at a mirror
        const double share = std::pow(std::sin(std::numbers::pi / 2 * (static_cast<double>(column) + 0.5) / 50), 2);
        const double expected = (1 - share) * energyOf(first.row(column)) + share * energyOf(second.row(column));
        QVERIFY(std::abs(energyOf(made.row(column)) / expected - 1) < 0.01);
    }
}

void BlendFilesTest::result_decodes_asLongAsItsColumns()
{
    const auto a = folder_.encode("a", heldTones(1, 220), smallTiles());
    BlendParams params;
    params.region = 20;
    QVERIFY(blend(a[0], a[1], params));
    ImageFiles images({folder_.path("out.png")});
    QCOMPARE(images.recordOrigin(0), RecordOrigin::Image);
    const Record record = *images.record(0);
    QCOMPARE(record.tile->columns, 80);
    QCOMPARE(record.tile->samples, std::size_t{80 * 441});
    QCOMPARE(record.level->rule, std::string("shared"));
    DecodeFilesOptions options;
    options.reconstruct.method = ReconstructMethod::Draft;
    Listener listener;
    const auto decoded = decodeFiles(images, *makeCodec("riffusion"), {}, folder_.path("out.wav"), options, listener);
    QVERIFY(decoded);
    QCOMPARE(decoded->samples, std::size_t{80 * 441});
    QCOMPARE(listener.notices, std::string());
}

void BlendFilesTest::otherKinds_areConverted_withANotice()
{
    RiffusionParams other = smallTiles();
    other.bands = 96;
    other.stepMs = 20;
    const fs::path a = folder_.encode("a", heldTones(0.5, 220, 0.1, 2), smallTiles()).front();
    const fs::path b = folder_.encode("b", heldTones(0.5, 220, 0.1, 1, 48000), other).front();
    QVERIFY(blend(a, b, {}));
    for (const char* words : {"96 bands instead of 128", "48000 Hz sample rate instead of 44100",
                              "20 ms a column instead of 10", "mono instead of stereo", "converted to fit 'a0.png'"})
        QVERIFY2(told(listener_, words), listener_.notices.c_str());
    // The same sound: at the region's end, where b alone is left, it is as loud as a, and at the same place.
    const auto made = magnitudesOf(folder_.path("out.png"));
    const auto first = magnitudesOf(a);
    const double change = 10 * std::log10(energyOf(made.row(45)) / energyOf(first.row(45)));
    QVERIFY2(std::abs(change) < 2, qPrintable(QString::number(change)));
    const auto loudest = [](std::span<const float> column) {
        return std::ranges::max_element(column) - column.begin();
    };
    QVERIFY(std::abs(loudest(made.row(45)) - loudest(first.row(45))) <= 1);
}

void BlendFilesTest::columnsWithoutSound_areLeftOut()
{
    const auto a = folder_.encode("a", heldTones(0.8, 220), smallTiles()); // 50 and 30 columns
    BlendParams params;
    params.region = 10;
    QVERIFY(blend(a[0], a[1], params));
    QCOMPARE(folder_.image("out.png").width, 70);
}

void BlendFilesTest::wrongAsking_isRefused_andNothingWritten()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const std::size_t before = folder_.count();
    const auto refused = [&](const BlendParams& params, const char* words, const std::string& to = "new.png") {
        const auto made = blend(a, a, params, to);
        return !made && made.error().code == ErrorCode::InvalidArgument &&
               made.error().message.find(words) != std::string::npos;
    };
    BlendParams params;
    params.region = 51;
    QVERIFY(refused(params, "'a0.png' has 50"));
    params = {};
    params.bands = 129;
    QVERIFY(refused(params, "128 rows"));
    params = {};
    params.curve = "linear,cosine";
    QVERIFY(refused(params, "2 values for 8 bands"));
    params.curve = "steep";
    QVERIFY(refused(params, "not 'steep'"));
    params = {};
    params.starts = "1.5";
    QVERIFY(refused(params, "not '1.5'"));
    params.starts = "0.5";
    params.lengths = "0.6";
    QVERIFY(refused(params, "beyond the region"));
    QVERIFY(refused({}, "end in .png", "new.jpg"));
    QCOMPARE(blend(a, folder_.path("missing.png"), {}, "new.png").error().code, ErrorCode::NotFound);
    ImageFiles images({a, a});
    QCOMPARE(blendFiles(images, {{}, {}, a, Overwrite::No}, listener_).error().code, ErrorCode::Exists);
    ImageFiles three({a, a, a});
    QVERIFY(!blendFiles(three, {{}, {}, folder_.path("new.png"), Overwrite::No}, listener_));
    QCOMPARE(folder_.count(), before);
}

void BlendFilesTest::otherFormats_areRefused()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    auto codec = makeCodec("wavdiff");
    const Audio sound = heldTones(1, 220);
    const auto source = memorySource(std::make_shared<const Audio>(sound));
    const auto sink = [&](const Tile& tile) {
        return writePngFile(folder_.path("other.png"), tile.image, Overwrite::Yes);
    };
    QVERIFY(codec->encode(*source, {"s", "", sound.sampleCount()}, sink, 0, listener_));
    const auto made = blend(a, folder_.path("other.png"), {}, "new.png");
    QCOMPARE(made.error().code, ErrorCode::Unsupported);
    QVERIFY(made.error().message.find("other.png' is an image of the format wavdiff") != std::string::npos);
    Image stripped = folder_.image("other.png");
    stripped.text.clear();
    QVERIFY(writePngFile(folder_.path("other.png"), stripped, Overwrite::Yes));
    QVERIFY(blend(a, folder_.path("other.png"), {}, "new.png").error().message == made.error().message);
    Image photograph(64, 64, 3);
    for (std::size_t i = 0; i < photograph.samples.size(); ++i)
        photograph.samples[i] = static_cast<std::uint16_t>(i * 37 % 251);
    QVERIFY(writePngFile(folder_.path("photo.png"), photograph, Overwrite::Yes));
    const auto photo = blend(a, folder_.path("photo.png"), {}, "new.png");
    QCOMPARE(photo.error().code, ErrorCode::Unsupported);
    QVERIFY(photo.error().message.find("'photo.png' does not look like") != std::string::npos);
}

void BlendFilesTest::peersWay_isTheGoldenCase()
{
    ImageFiles images({goldenPath("png/blend_in1.png"), goldenPath("png/blend_in2.png")});
    BlendFilesJob job{{}, {}, folder_.path("peer"), Overwrite::No};
    job.params.region = 18;
    job.params.bands = 7;
    const auto made = blendFilesAsPeer(images, job, listener_);
    QVERIFY(made);
    QCOMPARE(made->outputs.size(), std::size_t{2});
    QVERIFY(same(readImageFile(made->outputs[0]).value(), readImageFile(goldenPath("png/blend_18_7_a.png")).value()));
    QVERIFY(same(readImageFile(made->outputs[1]).value(), readImageFile(goldenPath("png/blend_18_7_b.png")).value()));
    QCOMPARE(blendFilesAsPeer(images, job, listener_).error().code, ErrorCode::Exists);
}

void BlendFilesTest::cancelled_leavesNothing()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const std::size_t before = folder_.count();
    StopAt stop(0.2);
    ImageFiles images({a, a});
    const auto made = blendFiles(images, {{}, {}, folder_.path("new.png"), Overwrite::No}, stop);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
    QCOMPARE(folder_.count(), before);
}

QTEST_GUILESS_MAIN(BlendFilesTest)
#include "blendfiles_test.moc"
