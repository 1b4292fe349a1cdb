// SPDX-License-Identifier: GPL-3.0-or-later
// Every case of the golden set that the peers' image programs made: the manifest says what goes in and comes out.
#include "core/base/units.h"
#include "core/codec/hobbyexif.h"
#include "core/codec/hobbyfinish.h"
#include "core/codec/riffusion.h"
#include "core/io/audiofile.h"
#include "core/io/imagefile.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace sonoloom;
using nlohmann::json;
using testsupport::goldenPath;

class GoldenTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void encode_isThePeers_data() { addCases({"riffusion_encode", "hobby_encode"}); }
    void encode_isThePeers();
    void decode_isThePeers_data() { addCases({"riffusion_decode", "hobby_decode"}); }
    void decode_isThePeers();
    void exif_isThePeers_data() { addCases({"hobby_encode"}); }
    void exif_isThePeers();
    void finish_isThePeers();

private:
    void addCases(const std::vector<std::string>& kinds) const;
    const json& currentCase() const;

    json manifest_;
};

namespace
{

/// One image under a name, without a record of its own.
class OneImage final : public ImageSet
{
public:
    explicit OneImage(std::string name) : name_(std::move(name)) {}
    std::size_t count() const override { return 1; }
    std::string name(std::size_t) const override { return name_; }
    Result<Image> load(std::size_t) override { return readImageFile(goldenPath(name_)); }
    std::optional<Record> record(std::size_t) override { return std::nullopt; }

private:
    std::string name_;
};

/// The peer's parameters in our words.
RiffusionParams paramsOf(const json& golden)
{
    const json& given = golden["params"];
    RiffusionParams params;
    params.compatible = true;
    params.channels = RiffusionChannels::Mono;
    params.level = LevelRule::MinMax;
    params.power = given.value("power", params.power);
    params.bands = given.value("nmels", params.bands);
    params.maxvol = given.value("maxvol", params.maxvol);
    params.durationMs = given.value("duration", params.durationMs);
    if (golden["kind"].get<std::string>().starts_with("hobby")) {
        params.level = LevelRule::Peak;
        params.whole = true;
        params.channels = given["stereo"].get<bool>() ? RiffusionChannels::Stereo : RiffusionChannels::Mono;
        params.stepMs = given.value("step_ms", params.stepMs);
        params.windowMs = given.value("window_ms", params.windowMs);
        params.paddedMs = given.value("padded_ms", params.paddedMs);
        params.minHz = given.value("f_min", params.minHz);
        params.topHz = given.value("f_max", params.topHz);
    }
    return params;
}

std::vector<Tile> encoded(const json& golden)
{
    JobMonitor monitor;
    const auto codec = makeRiffusionCodec(paramsOf(golden));
    auto source = openAudioFile(goldenPath(golden["inputs"][0]), monitor);
    std::vector<Tile> tiles;
    if (!source)
        return tiles;
    const auto keep = [&tiles](Tile tile) -> Result<void> {
        tiles.push_back(std::move(tile));
        return {};
    };
    if (auto done = codec->encode(**source, {}, keep, 2, monitor); !done)
        qWarning("%s", done.error().message.c_str());
    return tiles;
}

/// Largest difference of any sample, and the share of samples that differ. Grey against R = G = B counts as alike.
std::pair<int, double> difference(const Image& a, const Image& b)
{
    int worst = 0;
    std::size_t differing = 0;
    const int channels = std::max(a.channels, b.channels);
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width; ++x)
            for (int c = 0; c < channels; ++c) {
                const int d = std::abs(a.at(x, y, std::min(c, a.channels - 1)) - b.at(x, y, std::min(c, b.channels - 1)));
                worst = std::max(worst, d);
                differing += d > 0 ? 1 : 0;
            }
    return {worst, static_cast<double>(differing) / (static_cast<double>(a.width) * a.height * channels)};
}

} // namespace

void GoldenTest::initTestCase()
{
    std::ifstream file(goldenPath("manifest.json"));
    manifest_ = json::parse(file);
    QVERIFY(manifest_["cases"].size() > 20);
}

void GoldenTest::addCases(const std::vector<std::string>& kinds) const
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < manifest_["cases"].size(); ++i) {
        const json& golden = manifest_["cases"][i];
        if (std::ranges::find(kinds, golden["kind"].get<std::string>()) != kinds.end())
            QTest::newRow(golden["id"].get<std::string>().c_str()) << static_cast<int>(i);
    }
}

const json& GoldenTest::currentCase() const
{
    return manifest_["cases"][static_cast<std::size_t>(*static_cast<int*>(QTest::qData("index", QMetaType::Int)))];
}

void GoldenTest::encode_isThePeers()
{
    const json& golden = currentCase();
    const auto tiles = encoded(golden);
    QCOMPARE(tiles.size(), golden["outputs"].size());
    int worst = 0;
    double share = 0;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const Image expected = readImageFile(goldenPath(golden["outputs"][i]["path"])).value();
        QCOMPARE(tiles[i].image.width, expected.width);
        QCOMPARE(tiles[i].image.height, expected.height);
        const auto [greatest, differing] = difference(tiles[i].image, expected);
        worst = std::max(worst, greatest);
        share = std::max(share, differing);
    }
    const json& tolerance = golden["tolerance"];
    qInfo("%s: greatest difference %d level(s), %.4f %% of the pixels", golden["id"].get<std::string>().c_str(), worst, 100 * share);
    QVERIFY2(worst <= tolerance["max_abs"].get<int>(), qPrintable(QString::number(worst)));
    QVERIFY2(share <= tolerance.value("max_fraction_differing", 1.0), qPrintable(QString::number(share)));
}

void GoldenTest::decode_isThePeers()
{
    const json& golden = currentCase();
    JobMonitor monitor;
    const auto codec = makeRiffusionCodec(paramsOf(golden));
    OneImage images(golden["inputs"][0]);
    std::vector<std::string> given{"power", "level", "channels"};
    if (golden["params"].contains("maxvol")) // hobby has its own, which is not set
        given.emplace_back("maxvol");
    const auto decoding = codec->open(images, given, monitor);
    QVERIFY2(decoding, decoding ? "" : decoding.error().message.c_str());
    const auto& shape = golden["outputs"][0]["shape"];
    const bool hasChannels = shape.size() == 3;
    const std::size_t channels = hasChannels ? shape[0].get<std::size_t>() : 1;
    const auto bands = shape[hasChannels ? 1 : 0].get<std::size_t>();
    const auto frames = shape[hasChannels ? 2 : 1].get<std::size_t>();
    const auto mel = decoding.value()->mel()->read(0, frames);
    QVERIFY(mel);
    QCOMPARE(mel.value().size(), channels);
    const auto expected = testsupport::goldenFloats(golden["outputs"][0]["path"]);
    double worst = 0;
    for (std::size_t c = 0; c < channels; ++c)
        for (std::size_t b = 0; b < bands; ++b)
            for (std::size_t f = 0; f < frames; ++f) {
                const double theirs = expected[(c * bands + b) * frames + f];
                worst = std::max(worst, std::abs(mel.value()[c](f, b) - theirs) / std::max(theirs, 1e-12));
            }
    qInfo("%s: greatest relative difference %.2g", golden["id"].get<std::string>().c_str(), worst);
    QVERIFY2(worst <= 1e-4, qPrintable(QString::number(worst)));
}

void GoldenTest::exif_isThePeers()
{
    const json& golden = currentCase();
    const auto tiles = encoded(golden);
    QCOMPARE(tiles.size(), std::size_t{1});
    const auto ours = hobbyTagsOf(tiles.front().image.exif);
    const auto theirs = hobbyTagsOf(readImageFile(goldenPath(golden["outputs"][0]["path"])).value().exif);
    QVERIFY(ours);
    for (const auto& [tag, value] : golden["exif"].items()) {
        const auto found = ours.value().find(std::stoi(tag));
        QVERIFY2(found != ours.value().end(), tag.c_str());
        QVERIFY2(std::abs(found->second - value.get<double>()) <= 1e-4 * std::max(1.0, value.get<double>()), tag.c_str());
    }
    if (theirs && !theirs.value().empty()) // the peer's own writer, where the picture still has its block
        QCOMPARE(theirs.value().size(), ours.value().size());
}

void GoldenTest::finish_isThePeers()
{
    const auto in = testsupport::goldenFloats("f32/hobby_finish_in.f32");
    const auto expected = testsupport::goldenInt16("f32/hobby_finish_out.i2");
    const std::size_t samples = in.size() / 2;
    Audio audio{44100, {{in.begin(), in.begin() + static_cast<std::ptrdiff_t>(samples)},
                        {in.begin() + static_cast<std::ptrdiff_t>(samples), in.end()}}};
    const Audio finished = finishedAsHobby(audio);
    double worst = 0;
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t c = 0; c < 2; ++c)
            worst = std::max(worst, std::abs(finished.channels[c][i] * int16FullScale - expected[i * 2 + c]));
    qInfo("hobby.finish: greatest difference %.2f of 16 bit", worst);
    QVERIFY2(worst <= 1.0, qPrintable(QString::number(worst)));
}

QTEST_GUILESS_MAIN(GoldenTest)
#include "golden_test.moc"
