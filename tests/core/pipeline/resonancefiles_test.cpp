// SPDX-License-Identifier: GPL-3.0-or-later
// Resonance from file to file: the WAV file comes back byte for byte, unless something else is asked for.
#include "core/codec/codecs.h"
#include "core/codec/resonance/resonance.h"
#include "core/io/audiofile.h"
#include "core/io/imagefile.h"
#include "core/pipeline/convert.h"
#include "tests/core/io/wavbytes.h"
#include "tests/core/pipeline/sounds.h"
#include "tests/support/golden.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace sonoloom;
namespace fs = std::filesystem;

class ResonanceFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void wav_comesBackByteForByte_data();
    void wav_comesBackByteForByte();
    void anyWav_comesBackByteForByte();
    void otherOutput_isConverted();
    void damage_isLocated_fromTheSidecar();
    void convert_writesTheSameFile();
    void cancelled_leavesNothing();

private:
    fs::path folder() const { return dir_->path().toStdString(); }
    std::vector<fs::path> encoded(const ResonanceParams& params);
    Result<DecodedFile> decoded(const std::vector<fs::path>& files, const std::string& to, const DecodeFilesOptions& options = {});

    std::unique_ptr<QTemporaryDir> dir_;
    std::string original_;
    testsupport::Listener listener_;
};

void ResonanceFilesTest::init()
{
    dir_ = std::make_unique<QTemporaryDir>();
    listener_.notices.clear();
    original_ = readFile(testsupport::goldenPath("wav/stereo_48000.wav")).value();
    original_ += std::string("LIST\x05\0\0\0abcde\0", 14); // behind the samples, with its padding
    QVERIFY(writeFile(folder() / "song.wav", original_, Overwrite::Yes));
}

std::vector<fs::path> ResonanceFilesTest::encoded(const ResonanceParams& params)
{
    const auto made = encodeFile(folder() / "song.wav", "song", *makeResonanceCodec(params), {folder() / "tiles", true, Overwrite::Yes, 0}, listener_);
    return made ? made->images : std::vector<fs::path>{};
}

Result<DecodedFile> ResonanceFilesTest::decoded(const std::vector<fs::path>& files, const std::string& to, const DecodeFilesOptions& options)
{
    ImageFiles images(files);
    auto codec = codecForImages(images, "auto");
    if (!codec)
        return codec.error();
    return decodeFiles(images, **codec, {}, folder() / to, options, listener_);
}

void ResonanceFilesTest::wav_comesBackByteForByte_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("expansion");
    QTest::addColumn<int>("code");
    for (const int code : {0, 1})
        for (const int expansion : {1, 3})
            for (const int width : {768, 211})
                QTest::addRow("code %d, expansion %d, width %d", code, expansion, width) << width << expansion << code;
}

void ResonanceFilesTest::wav_comesBackByteForByte()
{
    QFETCH(int, width);
    QFETCH(int, expansion);
    QFETCH(int, code);
    const auto images = encoded({width, 300, expansion, static_cast<ResonanceCode>(code)});
    QVERIFY(!images.empty());
    const auto made = decoded(images, "back.wav");
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(made->sampleRate, 48000);
    QCOMPARE(made->samples, std::size_t{38400});
    QVERIFY(readFile(folder() / "back.wav").value() == original_);
    QVERIFY(listener_.notices.empty());
}

/// 200 files of every width, channel count and rate, of odd lengths, with chunks before and behind, some with a frame cut
/// short, a missing padding byte, or a length that is 0 or wrong.
void ResonanceFilesTest::anyWav_comesBackByteForByte()
{
    struct Kind {
        std::uint32_t format;
        std::uint32_t bits;
    };
    constexpr Kind kinds[]{{1, 8}, {1, 16}, {1, 24}, {1, 32}, {3, 32}, {3, 64}};
    constexpr std::uint32_t rates[]{8000, 22050, 44100, 48000, 96000};
    Random random(200);
    const auto upTo = [&random](int most) { return static_cast<std::uint32_t>(random.uniform(0, most + 1)); };
    const auto noise = [&](std::size_t count) {
        std::string bytes;
        for (std::size_t i = 0; i < count; ++i)
            bytes += static_cast<char>(upTo(255));
        return bytes;
    };
    for (std::uint32_t n = 0; n < 200; ++n) {
        const Kind kind = kinds[n % 6];
        const std::uint32_t channels = 1 + n / 6 % 8;
        const std::size_t frame = channels * kind.bits / 8;
        const std::size_t count = frame * (1 + upTo(300)) + (n % 5 == 0 ? upTo(static_cast<int>(frame) - 1) : 0);
        WavHeader header{kind.format, channels, rates[n % 5], kind.bits, -1};
        if (n % 11 == 0)
            header.soundBytes = n % 2 == 0 ? 0 : 0xFFFFFFFF;
        std::string wav = wavBytes(header, noise(count));
        if (n % 3 == 0)
            wav.insert(wav.find("data"), "junk" + littleEndian(n, 4) + noise(n + n % 2));
        if (n % 4 == 0)
            wav += (count % 2 == 1 && n % 8 == 0 ? std::string(1, '\0') : "") + "LIST" + littleEndian(5, 4) + "abcde";
        QVERIFY(writeFile(folder() / "song.wav", wav, Overwrite::Yes));
        const bool bits = n % 7 == 0;
        const int side = (bits ? 250 : 60) + static_cast<int>(n % 30);
        const auto images = encoded({side, side - 20, 1 + static_cast<int>(n % 3), bits ? ResonanceCode::Bits : ResonanceCode::Bytes});
        const QByteArray which = QByteArray::number(n) + " " + QByteArray::fromStdString(listener_.notices);
        QVERIFY2(!images.empty(), which);
        DecodeFilesOptions options;
        options.overwrite = Overwrite::Yes;
        const auto made = decoded(images, "back.wav", options);
        QVERIFY2(made, made ? "" : made.error().message.c_str());
        QVERIFY2(readFile(folder() / "back.wav").value() == wav, which);
    }
}

void ResonanceFilesTest::otherOutput_isConverted()
{
    const auto images = encoded({});
    DecodeFilesOptions options;
    options.asStored = false; // as when bits or a rate are given
    options.write.bits = SampleFormat::Float32;
    QVERIFY(decoded(images, "float.wav", options));
    QVERIFY(decoded(images, "back.flac"));
    JobMonitor monitor;
    const Audio expected = readAudioFile(folder() / "song.wav", monitor).value();
    QVERIFY(readFile(folder() / "float.wav").value() != original_);
    for (const char* name : {"float.wav", "back.flac"})
        QVERIFY(readAudioFile(folder() / name, monitor).value().channels == expected.channels);
}

void ResonanceFilesTest::damage_isLocated_fromTheSidecar()
{
    const auto images = encoded({400, 300, 2});
    QVERIFY(images.size() > 1);
    Image image = readImageFile(images[1]).value();
    image.text.clear();
    image.at(10, 150, 0) ^= 255;
    image.at(11, 150, 0) ^= 255;
    image.at(10, 151, 0) ^= 255;
    image.at(11, 151, 0) ^= 255;
    QVERIFY(writePngFile(images[1], image, Overwrite::Yes));
    QVERIFY(decoded(images, "back.wav"));
    const std::string back = readFile(folder() / "back.wav").value();
    QCOMPARE(back.size(), original_.size());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < back.size(); ++i)
        wrong += back[i] != original_[i] ? 1 : 0;
    QCOMPARE(wrong, std::size_t{1});
    QCOMPARE(std::ranges::count(listener_.notices, '\n'), 2);
    QVERIFY2(listener_.notices.starts_with("Parameters of 'song_00001.png' were restored from"), listener_.notices.c_str());
    QVERIFY2(listener_.notices.find("\n'song_00001.png' is damaged at bytes ") != std::string::npos, listener_.notices.c_str());
}

void ResonanceFilesTest::convert_writesTheSameFile()
{
    const EncodeFilesOptions encode{folder() / "out", true, Overwrite::No, 0};
    const auto made = convertFile(folder() / "song.wav", "song", *makeResonanceCodec(), encode, {}, listener_);
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QVERIFY(readFile(made->audio).value() == original_);
    QVERIFY(made->result.spectralConvergenceDb < -100);
}

void ResonanceFilesTest::cancelled_leavesNothing()
{
    struct Cancelled final : JobMonitor {
        bool cancelled() const override { return true; }
    } cancelled;
    const auto made = encodeFile(folder() / "song.wav", "song", *makeResonanceCodec(), {folder() / "none", true, Overwrite::No, 0}, cancelled);
    QVERIFY(!made && made.error().code == ErrorCode::Cancelled);
    QVERIFY(!fs::exists(folder() / "none"));
}

QTEST_MAIN(ResonanceFilesTest)
#include "resonancefiles_test.moc"
