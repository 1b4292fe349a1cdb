// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of the golden set that Resonance made: the manifest says what goes in and comes out.
#include "core/codec/resonance/resonance.h"
#include "core/codec/resonance/wavlayout.h"
#include "core/io/audiofile.h"
#include "core/io/imagefile.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <fstream>

using namespace sonoloom;
using nlohmann::json;
using testsupport::goldenPath;

class ResonanceGoldenTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void encode_isThePeers_data() { addCases(); }
    void encode_isThePeers();
    void decode_isThePeers_data() { addCases(); }
    void decode_isThePeers();

private:
    void addCases() const;
    const json& currentCase() const;

    json manifest_;
};

namespace
{

std::vector<std::uint8_t> bytesOf(const std::string& name)
{
    std::ifstream file(goldenPath(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A sound whose file is the golden one, cut as the manifest says.
class CutSource final : public AudioSource
{
public:
    explicit CutSource(const json& golden) : file_(cut(golden)) {}
    int sampleRate() const override { return 48000; }
    int channelCount() const override { return 2; }
    std::size_t sampleCount() const override { return 1; }
    Result<Audio> read(std::size_t) override { return Audio{}; }
    Result<void> rewind() override { return {}; }
    ByteSource* file() override { return &file_; }

private:
    static std::vector<std::uint8_t> cut(const json& golden)
    {
        MemoryBytes whole(bytesOf(golden["inputs"][0]));
        const WavLayout layout = readWavLayout(whole).value();
        const auto length = golden["params"]["pcm_bytes"].get<std::uint64_t>();
        auto file = wavHeader(layout.format, length);
        const auto payload = readBytes(whole, layout.before, length).value();
        file.insert(file.end(), payload.begin(), payload.end());
        return file;
    }

    MemoryBytes file_;
};

class GoldenImages final : public ImageSet
{
public:
    explicit GoldenImages(const json& golden)
    {
        for (const json& output : golden["outputs"])
            if (output["path"].get<std::string>().ends_with(".png"))
                names_.push_back(output["path"]);
    }
    std::size_t count() const override { return names_.size(); }
    std::string name(std::size_t index) const override { return names_[index]; }
    Result<Image> load(std::size_t index) override { return readImageFile(goldenPath(names_[index])); }
    std::optional<Record> record(std::size_t) override { return std::nullopt; }

private:
    std::vector<std::string> names_;
};

std::unique_ptr<Codec> codecOf(const json& golden)
{
    ResonanceParams params;
    params.width = golden["params"]["width"];
    params.height = golden["params"]["height"];
    params.expansion = golden["params"]["pixel_expansion"];
    params.compatible = true;
    return makeResonanceCodec(params);
}

} // namespace

void ResonanceGoldenTest::initTestCase()
{
    std::ifstream file(goldenPath("manifest.json"));
    manifest_ = json::parse(file);
}

void ResonanceGoldenTest::addCases() const
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < manifest_["cases"].size(); ++i)
        if (manifest_["cases"][i]["kind"] == "resonance")
            QTest::newRow(manifest_["cases"][i]["id"].get<std::string>().c_str()) << static_cast<int>(i);
}

const json& ResonanceGoldenTest::currentCase() const
{
    return manifest_["cases"][static_cast<std::size_t>(*static_cast<int*>(QTest::qData("index", QMetaType::Int)))];
}

void ResonanceGoldenTest::encode_isThePeers()
{
    const json& golden = currentCase();
    JobMonitor monitor;
    CutSource source(golden);
    std::vector<Image> images;
    const auto keep = [&images](Tile tile) -> Result<void> {
        images.push_back(std::move(tile.image));
        return {};
    };
    QVERIFY(codecOf(golden)->encode(source, {}, keep, 1, monitor));
    GoldenImages expected(golden); // the manifest keeps no more than three
    QVERIFY(expected.count() <= images.size());
    for (std::size_t i = 0; i < expected.count(); ++i) {
        const Image theirs = expected.load(i).value();
        QCOMPARE(images[i].width, theirs.width);
        QCOMPARE(images[i].height, theirs.height);
        QCOMPARE(images[i].channels, theirs.channels);
        QVERIFY(images[i].samples == theirs.samples);
        QVERIFY(images[i].text.empty());
    }
}

void ResonanceGoldenTest::decode_isThePeers()
{
    const json& golden = currentCase();
    JobMonitor monitor;
    GoldenImages images(golden);
    const auto decoding = codecOf(golden)->open(images, {"expansion"}, monitor);
    QVERIFY2(decoding, decoding ? "" : decoding.error().message.c_str());
    QCOMPARE(decoding.value()->sampleRate(), 48000);
    QCOMPARE(decoding.value()->channelCount(), 2);
    ByteSource& file = *decoding.value()->file();
    const WavLayout layout = readWavLayout(file).value();
    QCOMPARE(layout.format.bytes, 2);
    QVERIFY(readBytes(file, layout.before, layout.payload).value() == bytesOf(golden["outputs"].back()["path"]));
}

QTEST_GUILESS_MAIN(ResonanceGoldenTest)
#include "resonancegolden_test.moc"
