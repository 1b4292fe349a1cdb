// SPDX-License-Identifier: GPL-3.0-or-later
// The golden cases that wav_diff made: the manifest says what goes in and comes out.
#include "core/codec/wavdiff/lanczos.h"
#include "core/codec/wavdiff/wavdiff.h"
#include "core/io/audiofile.h"
#include "core/io/imagefile.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

using namespace sonoloom;
using nlohmann::json;
using testsupport::goldenPath;

class WavdiffGoldenTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void image_ofASound_isThePeers();
    void cells_beforeResizing_areThePeers();
    void sound_ofAnImage_isThePeers();
    void resizing_isThePeers();
    void image_ofThePeer_isRecognised();

private:
    json caseOf(const std::string& id) const;

    json manifest_;
};

namespace
{

/// One golden image without a record.
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

std::unique_ptr<Codec> compatibleCodec(int size)
{
    WavdiffParams params;
    params.size = size;
    auto codec = makeWavdiffCodec(params);
    codec->setCompatible(true);
    return codec;
}

std::vector<Image> encoded(const std::string& sound, int size)
{
    JobMonitor monitor;
    const auto source = openAudioFile(goldenPath(sound), monitor);
    std::vector<Image> images;
    const auto keep = [&images](Tile tile) -> Result<void> {
        images.push_back(std::move(tile.image));
        return {};
    };
    if (!source || !compatibleCodec(size)->encode(*source.value(), {}, keep, 2, monitor))
        return {};
    return images;
}

/// [height x width x 3] of the 16-bit vector `output` names.
Image goldenImage(const json& output)
{
    const auto& shape = output["shape"];
    Image image(shape[1], shape[0], shape[2], 16);
    const auto values = testsupport::goldenInt16(output["path"]);
    std::ranges::transform(values, image.samples.begin(), [](std::int16_t v) { return static_cast<std::uint16_t>(v); });
    return image;
}

/// Greatest difference of red, and of green and blue where red is above 30000: near the floor phase is rounding noise.
std::pair<int, int> difference(const Image& image, int firstColumn, const Image& expected)
{
    int level = 0;
    int phase = 0;
    for (int y = 0; y < expected.height; ++y)
        for (int x = 0; x < expected.width; ++x)
            for (int c = 0; c < 3; ++c) {
                const int d = std::abs(image.at(firstColumn + x, y, c) - expected.at(x, y, c));
                if (c == 0)
                    level = std::max(level, d);
                else if (expected.at(x, y, 0) > 30000)
                    phase = std::max(phase, d);
            }
    return {level, phase};
}

void compareWithin(const Image& image, int firstColumn, const Image& expected, const json& golden)
{
    const auto [level, phase] = difference(image, firstColumn, expected);
    qInfo("%s: greatest difference %d of red, %d of green and blue", golden["id"].get<std::string>().c_str(), level, phase);
    QVERIFY2(level <= golden["tolerance"]["R"]["max_abs"].get<int>(), qPrintable(QString::number(level)));
    QVERIFY2(phase <= golden["tolerance"]["G,B"]["max_abs"].get<int>(), qPrintable(QString::number(phase)));
}

} // namespace

void WavdiffGoldenTest::initTestCase()
{
    std::ifstream file(goldenPath("manifest.json"));
    manifest_ = json::parse(file);
}

json WavdiffGoldenTest::caseOf(const std::string& id) const
{
    for (const json& golden : manifest_["cases"])
        if (golden["id"] == id)
            return golden;
    return {};
}

void WavdiffGoldenTest::image_ofASound_isThePeers()
{
    const json golden = caseOf("wavdiff.encode");
    const auto images = encoded(golden["inputs"][0], golden["params"]["size"]);
    QCOMPARE(images.size(), golden["outputs"].size());
    const Image expected = readImageFile(goldenPath(golden["outputs"][0]["path"])).value();
    QCOMPARE(images[0].width, expected.width);
    QCOMPARE(images[0].height, expected.height);
    QCOMPARE(images[0].depth, 16);
    QVERIFY(images[0].text.empty());
    compareWithin(images[0], 0, expected, golden);
}

void WavdiffGoldenTest::cells_beforeResizing_areThePeers()
{
    const json golden = caseOf("wavdiff.rgb16");
    const auto images = encoded(golden["inputs"][0], 1025); // a size that resizes nothing
    QCOMPARE(images.size(), std::size_t{1});
    compareWithin(images[0], golden["params"]["first_column"], goldenImage(golden["outputs"][0]), golden);
}

void WavdiffGoldenTest::sound_ofAnImage_isThePeers()
{
    const json golden = caseOf("wavdiff.decode");
    JobMonitor monitor;
    OneImage images(golden["inputs"][0]);
    const auto decoding = compatibleCodec(golden["params"]["size"])->open(images, {}, monitor);
    QVERIFY2(decoding, decoding ? "" : decoding.error().message.c_str());
    QCOMPARE(decoding.value()->sampleCount(), golden["total_samples"].get<std::size_t>());
    QCOMPARE(decoding.value()->sampleRate(), 44100);
    const auto sound = decoding.value()->audio({}, 2, monitor);
    QVERIFY(sound);
    const auto& samples = sound.value().audio.channels.at(0);
    QCOMPARE(samples.size(), golden["total_samples"].get<std::size_t>());
    const auto expected = testsupport::goldenInt16(golden["outputs"][0]["path"]);
    double worst = 0;
    double noise = 0;
    double power = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double ours = std::clamp(std::floor(samples[i] * 32768.0), -32768.0, 32767.0);
        worst = std::max(worst, std::abs(ours - expected[i]));
        noise += (ours - expected[i]) * (ours - expected[i]);
        power += static_cast<double>(expected[i]) * expected[i];
    }
    const double snr = 10 * std::log10(power / std::max(noise, 1e-9));
    qInfo("wavdiff.decode: greatest difference %.0f of 16 bit, SNR %.1f dB", worst, snr);
    QVERIFY2(worst <= golden["tolerance"]["max_abs"].get<double>(), qPrintable(QString::number(worst)));
    QVERIFY2(snr >= golden["tolerance"]["snr_db"].get<double>(), qPrintable(QString::number(snr)));
}

void WavdiffGoldenTest::resizing_isThePeers()
{
    const json golden = caseOf("wavdiff.lanczos");
    const Image in = goldenImage(golden["outputs"][0]);
    for (std::size_t i = 1; i < golden["outputs"].size(); ++i) {
        const Image expected = goldenImage(golden["outputs"][i]);
        const Image resized = resizedByLanczos4(in, expected.width, expected.height, 2);
        int worst = 0;
        for (std::size_t s = 0; s < expected.samples.size(); ++s)
            worst = std::max(worst, std::abs(resized.samples[s] - expected.samples[s]));
        qInfo("wavdiff.lanczos to %d x %d: greatest difference %d", expected.width, expected.height, worst);
        QVERIFY2(worst <= golden["tolerance"]["max_abs"].get<int>(), qPrintable(QString::number(worst)));
    }
}

void WavdiffGoldenTest::image_ofThePeer_isRecognised()
{
    const Image image = readImageFile(goldenPath(caseOf("wavdiff.decode")["inputs"][0])).value();
    QVERIFY(makeWavdiffCodec()->recognise(image).confidence >= 0.9);
    for (const char* other : {"png/hobby_stereo48_stereo.png", "png/hobby_music_mono.png", "png/riff_music_00.png"})
        QVERIFY2(makeWavdiffCodec()->recognise(readImageFile(goldenPath(other)).value()).confidence < 0.5, other);
}

QTEST_GUILESS_MAIN(WavdiffGoldenTest)
#include "wavdiffgolden_test.moc"
