// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/dsp/stft.h"
#include "core/io/imagefile.h"
#include "core/pipeline/decode.h"
#include "core/pipeline/encode.h"
#include "tests/core/pipeline/sounds.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cstring>

using namespace sonoloom;
namespace fs = std::filesystem;

class DecodeTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void shared_decoded_keepsLevelTileByTile_andLength();
    void tiles_decodedTogether_leaveNoTrace();
    void anyThreads_giveTheSameBytes();
    void recordInSidecarOnly_isFoundByName();
    void renamedWithoutRecord_isFoundByBytesOrLook();
    void brokenSidecar_isNoticed_andPassedOver();
    void imageLeftOut_isNoticed_onceAndOnlyThen();
    void smallerStep_playsFaster_withNotice();
    void rate_resamples_theResult();
    void opus_takesARateItKnows();
    void mel_isWritten_asNpy();
    void stft_isWritten_asNpy_withAxisOfChannels();
    void unknownSuffix_isRefused_beforeTheWork();
    void unknownFormat_isRefused_withTheNames();
    void photograph_isRefused();
    void cancelled_leavesNothing();

private:
    fs::path folder() const { return dir_->path().toStdString(); }
    std::vector<fs::path> encoded(const Audio& audio);
    Result<DecodedFile> decode(const std::vector<fs::path>& files, const std::string& to,
                               const DecodeFilesOptions& options = {}, const std::vector<std::string>& given = {},
                               Codec* codec = nullptr);
    Audio decodedSound(const std::string& name) { return readAudioFile(folder() / name, listener_).value(); }
    void stripRecord(const fs::path& from, const fs::path& to) const;

    std::unique_ptr<QTemporaryDir> dir_;
    testsupport::Listener listener_;
};

namespace
{

/// The sound below `hertz`, which an image up to that frequency can hold.
double energyBelow(const std::vector<float>& samples, std::size_t first, std::size_t count, int rate, double hertz)
{
    const std::vector<float> part(samples.begin() + static_cast<std::ptrdiff_t>(first),
                                  samples.begin() + static_cast<std::ptrdiff_t>(first + count));
    JobMonitor monitor;
    const StftParams params{4096, 4096, 1024};
    const auto frames = stft(part, params, 1, monitor).value();
    const auto bins = static_cast<std::size_t>(hertz / (static_cast<double>(rate) / params.fftSize));
    double energy = 0;
    for (std::size_t f = 0; f < frames.rows(); ++f)
        for (std::size_t k = 0; k < bins; ++k)
            energy += std::norm(frames(f, k));
    return energy;
}

/// Header of a NumPy file, and the offset of its values.
std::pair<std::string, std::size_t> npyHeader(const std::string& bytes)
{
    const auto length = static_cast<std::size_t>(static_cast<unsigned char>(bytes[8]) + 256 * static_cast<unsigned char>(bytes[9]));
    return {bytes.substr(10, length), 10 + length};
}

} // namespace

void DecodeTest::init()
{
    dir_ = std::make_unique<QTemporaryDir>();
    listener_.notices.clear();
}

std::vector<fs::path> DecodeTest::encoded(const Audio& audio)
{
    const auto codec = makeCodec("riffusion");
    if (!testsupport::write(folder() / "song.wav", audio))
        return {};
    auto made = encodeFile(folder() / "song.wav", "song", *codec, {folder() / "tiles", true, Overwrite::Yes, 0}, listener_);
    return made ? made->images : std::vector<fs::path>{};
}

Result<DecodedFile> DecodeTest::decode(const std::vector<fs::path>& files, const std::string& to,
                                       const DecodeFilesOptions& options, const std::vector<std::string>& given, Codec* codec)
{
    ImageFiles images(files);
    if (codec)
        return decodeFiles(images, *codec, given, folder() / to, options, listener_);
    const auto recognised = codecForImages(images, "auto");
    if (!recognised)
        return recognised.error();
    return decodeFiles(images, *recognised.value(), given, folder() / to, options, listener_);
}

void DecodeTest::stripRecord(const fs::path& from, const fs::path& to) const
{
    Image image = readImageFile(from).value();
    image.text.clear();
    image.exif.clear();
    QVERIFY(writePngFile(to, image, Overwrite::Yes));
}

void DecodeTest::shared_decoded_keepsLevelTileByTile_andLength()
{
    const Audio original = testsupport::fadingMusic(16.37);
    const auto made = decode(encoded(original), "back.wav");
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    const Audio back = decodedSound("back.wav");
    QCOMPARE(back.sampleCount(), original.sampleCount());
    QCOMPARE(back.channelCount(), std::size_t{2});
    QVERIFY(made.value().imageError.has_value());
    QVERIFY2(*made.value().imageError < 1.5, qPrintable(QString::number(*made.value().imageError)));
    constexpr std::size_t tile = 512 * 441;
    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t first = 0; first < original.sampleCount(); first += tile) {
            const std::size_t count = std::min(tile, original.sampleCount() - first);
            double power = 0;
            for (std::size_t i = first; i < first + count; ++i)
                power += std::pow(static_cast<double>(original.channels[c][i]), 2) / static_cast<double>(count);
            if (10 * std::log10(power) < -50)
                continue;
            const double level = 10 * std::log10(energyBelow(back.channels[c], first, count, 44100, 9900) /
                                                 energyBelow(original.channels[c], first, count, 44100, 9900));
            QVERIFY2(std::abs(level) < 0.5, qPrintable(QString("tile at %1: %2 dB").arg(first).arg(level)));
        }
}

void DecodeTest::tiles_decodedTogether_leaveNoTrace()
{
    QVERIFY(testsupport::write(folder() / "song.wav", testsupport::fadingMusic(12)));
    const auto codec = makeCodec("riffusion");
    QVERIFY(setFieldText(*findField(codec->fields(), "duration"), "700"));
    const auto tiles = encodeFile(folder() / "song.wav", "tiled", *codec, {folder() / "tiled", true, Overwrite::No, 0}, listener_);
    QVERIFY(setFieldText(*findField(codec->fields(), "whole"), "true"));
    const auto whole = encodeFile(folder() / "song.wav", "whole", *codec, {folder() / "whole", true, Overwrite::No, 0}, listener_);
    QVERIFY(tiles && whole);
    QCOMPARE(tiles.value().images.size(), std::size_t{18});
    QCOMPARE(whole.value().images.size(), std::size_t{1});
    QVERIFY(decode(tiles.value().images, "tiled.wav"));
    QVERIFY(decode(whole.value().images, "whole.wav"));
    QCOMPARE(fileSha256(folder() / "tiled.wav").value(), fileSha256(folder() / "whole.wav").value());
}

void DecodeTest::anyThreads_giveTheSameBytes()
{
    const auto images = encoded(testsupport::fadingMusic(8));
    DecodeFilesOptions options;
    options.threads = 1;
    QVERIFY(decode(images, "one.wav", options));
    options.threads = 5;
    QVERIFY(decode(images, "five.wav", options));
    QCOMPARE(fileSha256(folder() / "one.wav").value(), fileSha256(folder() / "five.wav").value());
}

void DecodeTest::recordInSidecarOnly_isFoundByName()
{
    const auto images = encoded(testsupport::fadingMusic(6));
    for (const fs::path& image : images)
        stripRecord(image, image);
    ImageFiles files(images);
    for (std::size_t i = 0; i < images.size(); ++i) {
        QCOMPARE(files.recordOrigin(i), RecordOrigin::Name);
        QCOMPARE(files.record(i)->tile->index, static_cast<int>(i));
    }
    const auto made = decode(images, "back.wav");
    QVERIFY(made);
    QCOMPARE(made.value().samples, std::size_t{6 * 44100});
}

void DecodeTest::renamedWithoutRecord_isFoundByBytesOrLook()
{
    const auto images = encoded(testsupport::fadingMusic(6));
    stripRecord(images[0], folder() / "tiles" / "img_0007.png"); // other bytes, same look
    ImageFiles files({folder() / "tiles" / "img_0007.png"});
    QCOMPARE(files.recordOrigin(0), RecordOrigin::Look);
    QCOMPARE(files.record(0)->tile->index, 0);

    fs::create_directories(folder() / "elsewhere");
    fs::copy_file(folder() / "tiles" / "img_0007.png", folder() / "elsewhere" / "img_0007.png");
    ImageFiles alone({folder() / "elsewhere" / "img_0007.png"});
    QCOMPARE(alone.recordOrigin(0), RecordOrigin::None);
    QVERIFY(!alone.record(0));
}

void DecodeTest::brokenSidecar_isNoticed_andPassedOver()
{
    const auto images = encoded(testsupport::fadingMusic(2));
    stripRecord(images[0], images[0]);
    QVERIFY(writeFile(folder() / "tiles" / "song.sonoloom.json", std::string_view("{ broken"), Overwrite::Yes));
    QVERIFY(decode(images, "back.wav"));
    QVERIFY2(listener_.notices.find("song.sonoloom.json") != std::string::npos, listener_.notices.c_str());
}

void DecodeTest::imageLeftOut_isNoticed_onceAndOnlyThen()
{
    const auto images = encoded(testsupport::fadingMusic(18));
    ImageFiles all(images);
    noticeOrder(all, listener_);
    QVERIFY2(listener_.notices.empty(), listener_.notices.c_str());
    ImageFiles some({images[0], images[2], images[1]});
    noticeOrder(some, listener_);
    QCOMPARE(std::ranges::count(listener_.notices, '\n'), 1);
    QVERIFY2(listener_.notices.starts_with("'song_00002.png' does not follow 'song_00000.png'"), listener_.notices.c_str());
    listener_.notices.clear();
    QVERIFY(testsupport::write(folder() / "other.wav", testsupport::fadingMusic(1)));
    const auto other = encodeFile(folder() / "other.wav", "other", *makeCodec("riffusion"), {folder() / "tiles", true, Overwrite::No, 0}, listener_);
    QVERIFY(other);
    ImageFiles mixed({images[0], other.value().images[0], images[1]});
    noticeOrder(mixed, listener_);
    QCOMPARE(std::ranges::count(listener_.notices, '\n'), 1);
    QVERIFY2(listener_.notices.find("other.wav") != std::string::npos, listener_.notices.c_str());
}

void DecodeTest::smallerStep_playsFaster_withNotice()
{
    Audio sine{44100, {std::vector<float>(6 * 44100)}};
    for (std::size_t i = 0; i < sine.sampleCount(); ++i)
        sine.channels[0][i] = static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * 1000 * static_cast<double>(i) / 44100));
    const auto images = encoded(sine);
    const auto codec = makeCodec("riffusion");
    QVERIFY(setFieldText(*findField(codec->fields(), "step-ms"), "8"));
    const auto made = decode(images, "fast.wav", {}, {"step-ms"}, codec.get());
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(made.value().samples, static_cast<std::size_t>(std::lround(6 * 44100 * 0.8)));
    QVERIFY2(listener_.notices.find("step-ms") != std::string::npos, listener_.notices.c_str());
    const Audio fast = decodedSound("fast.wav");
    int crossings = 0;
    for (std::size_t i = 44101; i < 3 * 44100; ++i)
        crossings += fast.channels[0][i - 1] < 0 && fast.channels[0][i] >= 0 ? 1 : 0;
    QVERIFY2(std::abs(crossings - 2000) <= 4, qPrintable(QString::number(crossings))); // 2 s of 1 kHz
}

void DecodeTest::rate_resamples_theResult()
{
    DecodeFilesOptions options;
    options.rate = 48000;
    const auto made = decode(encoded(testsupport::fadingMusic(2)), "back.flac", options);
    QVERIFY(made);
    QCOMPARE(decodedSound("back.flac").sampleRate, 48000);
    QCOMPARE(made.value().samples, std::size_t{96000});
    QCOMPARE(decodedSound("back.flac").sampleCount(), std::size_t{96000});
}

void DecodeTest::opus_takesARateItKnows()
{
    const auto made = decode(encoded(testsupport::fadingMusic(2)), "back.opus");
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(made.value().sampleRate, 48000);
    QCOMPARE(decodedSound("back.opus").sampleRate, 48000);
}

void DecodeTest::mel_isWritten_asNpy()
{
    DecodeFilesOptions options;
    options.as = DecodeAs::Mel;
    const auto images = encoded(Audio{44100, {std::vector<float>(44100, 0.0f)}});
    QVERIFY(decode(images, "mel.npy", options));
    const std::string bytes = readFile(folder() / "mel.npy").value();
    const auto [header, start] = npyHeader(bytes);
    QVERIFY(bytes.starts_with("\x93NUMPY"));
    QVERIFY2(header.find("'shape': (512, 100, )") != std::string::npos, header.c_str());
    QVERIFY(header.find("'<f4'") != std::string::npos && header.find("'fortran_order': True") != std::string::npos);
    QCOMPARE(start % 64, std::size_t{0});
    QCOMPARE(bytes.size(), start + 512 * 100 * 4);
    QVERIFY(std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(start), bytes.end(), [](char c) { return c == 0; }));
}

void DecodeTest::stft_isWritten_asNpy_withAxisOfChannels()
{
    DecodeFilesOptions options;
    options.as = DecodeAs::Stft;
    QVERIFY(decode(encoded(testsupport::fadingMusic(1)), "stft.npy", options));
    const std::string bytes = readFile(folder() / "stft.npy").value();
    const auto [header, start] = npyHeader(bytes);
    QVERIFY2(header.find("'shape': (2, 8821, 101, )") != std::string::npos, header.c_str());
    QVERIFY(header.find("'<c8'") != std::string::npos);
    QCOMPARE(bytes.size(), start + std::size_t{2} * 8821 * 101 * 8);
    // The same numbers as a transform of the sound as decoded to a file of floats.
    options.as = DecodeAs::Audio;
    options.write.bits = SampleFormat::Float32;
    QVERIFY(decode(encoded(testsupport::fadingMusic(1)), "back.wav", options));
    const Audio back = decodedSound("back.wav");
    const auto expected = stft(back.channels[1], {17640, 4410, 441}, 1, listener_).value();
    std::complex<float> value;
    const std::size_t at = (std::size_t{50} * 8821 + 100) * 2 + 1; // frame 50, bin 100, channel 1
    std::memcpy(&value, bytes.data() + start + at * 8, 8);
    QVERIFY(std::abs(value - expected(50, 100)) <= 1e-4f * std::abs(expected(50, 100)) + 1e-6f);
}

void DecodeTest::unknownSuffix_isRefused_beforeTheWork()
{
    const auto images = encoded(testsupport::fadingMusic(1));
    const auto made = decode(images, "back.xyz");
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
    QVERIFY(made.error().message.find("flac") != std::string::npos);
    DecodeFilesOptions options;
    options.as = DecodeAs::Mel;
    QVERIFY(!decode(images, "back.wav", options));
}

void DecodeTest::unknownFormat_isRefused_withTheNames()
{
    ImageFiles images({});
    const auto codec = codecForImages(images, "mp3");
    QVERIFY(!codec);
    QVERIFY(codec.error().message.find("riffusion") != std::string::npos);
    const auto none = codecForImages(images, "auto");
    QVERIFY(!none);
}

void DecodeTest::photograph_isRefused()
{
    Image photograph(64, 64, 3);
    Random random(1);
    for (auto& sample : photograph.samples)
        sample = static_cast<std::uint16_t>(random.next() % 256);
    QVERIFY(writePngFile(folder() / "photo.png", photograph, Overwrite::No));
    ImageFiles images({folder() / "photo.png"});
    const auto codec = codecForImages(images, "auto");
    QVERIFY(!codec);
    QCOMPARE(codec.error().code, ErrorCode::Unsupported);
    QVERIFY2(codec.error().message.find("photo.png") != std::string::npos, codec.error().message.c_str());
}

void DecodeTest::cancelled_leavesNothing()
{
    const auto files = encoded(testsupport::fadingMusic(20));
    for (const double when : {0.0, 0.4, 0.88, 0.95}) {
        testsupport::StopAt monitor(when);
        ImageFiles images(files);
        const auto codec = makeCodec("riffusion");
        const auto made = decodeFiles(images, *codec, {}, folder() / "out" / "back.wav", {}, monitor);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
        QVERIFY(!fs::exists(folder() / "out"));
    }
}

QTEST_GUILESS_MAIN(DecodeTest)
#include "decode_test.moc"
