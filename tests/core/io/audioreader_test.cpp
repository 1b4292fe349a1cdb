// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audiofile.h"

#include "core/base/units.h"
#include "tests/core/io/scratchfolder.h"
#include "tests/core/io/soundfiles.h"
#include "tests/core/io/sounds.h"
#include "tests/core/io/wavbytes.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace sonoloom;

namespace
{

using Samples = std::vector<float>;

/// 0.5, -1 and the largest there is, as AIFF and AU store 16 bits.
const std::string bigEndianSound = bigEndian(0x4000, 2) + bigEndian(0x8000, 2) + bigEndian(0x7FFF, 2);

std::string aiffBytes()
{
    const std::string rate("\x40\x0E\xAC\x44\0\0\0\0\0\0", 10); // 44100 as an 80-bit float
    const std::string common = "COMM" + bigEndian(18, 4) + bigEndian(1, 2) + bigEndian(3, 4) + bigEndian(16, 2) + rate;
    const std::string sound = "SSND" + bigEndian(8 + 6, 4) + bigEndian(0, 8) + bigEndianSound;
    return "FORM" + bigEndian(4 + common.size() + sound.size(), 4) + "AIFF" + common + sound;
}

std::string auBytes()
{
    return ".snd" + bigEndian(24, 4) + bigEndian(6, 4) + bigEndian(3, 4) + bigEndian(44100, 4) + bigEndian(1, 4) +
           bigEndianSound;
}

/// 64-bit sizes in "ds64", -1 in the usual places. Source: EBU Tech 3306.
std::string rf64Bytes()
{
    const std::string sound = int16Sound({16384, -32768, 32767});
    const std::string sizes = "ds64" + littleEndian(28, 4) + littleEndian(72 + 6, 8) + littleEndian(6, 8) +
                              littleEndian(3, 8) + littleEndian(0, 4);
    std::string bytes = wavBytes({}, sound);
    bytes.replace(0, 8, "RF64" + littleEndian(0xFFFFFFFF, 4));
    bytes.replace(40, 4, littleEndian(0xFFFFFFFF, 4));
    return bytes.insert(12, sizes);
}

/// WAVE_FORMAT_EXTENSIBLE of 16-bit PCM.
std::string extensibleBytes()
{
    std::string bytes = wavBytes({.format = 0xFFFE}, int16Sound({16384, -32768, 32767}));
    bytes.replace(16, 4, littleEndian(40, 4));
    bytes.insert(36, littleEndian(22, 2) + littleEndian(16, 2) + littleEndian(4, 4) + littleEndian(1, 2) +
                         std::string("\0\0\0\0\x10\0\x80\0\0\xAA\0\x38\x9B\x71", 14));
    return bytes.replace(4, 4, littleEndian(bytes.size() - 8, 4));
}

/// An odd chunk with its padding before the sound, and a length that a program that could not go back wrote.
std::string streamedBytes()
{
    std::string bytes = wavBytes({.soundBytes = 0xFFFFFFFF}, int16Sound({16384, -32768, 32767}));
    bytes.insert(36, "LIST" + littleEndian(5, 4) + "INFO?" + std::string(1, '\0'));
    return bytes.replace(4, 4, littleEndian(0xFFFFFFFF, 4));
}

std::string doubleSound(const std::vector<double>& samples)
{
    std::string bytes;
    for (const double sample : samples) {
        bytes += littleEndian(std::bit_cast<std::uint64_t>(sample), 8);
    }
    return bytes;
}

/// A row of known bytes and the samples that they are.
void addRow(const char* name, const std::string& bytes, const Samples& samples)
{
    QTest::newRow(name) << QByteArray::fromStdString(bytes) << QList<float>(samples.begin(), samples.end());
}

/// Without both ends, where lossy encoders swing in and out.
std::vector<float> middleOf(const std::vector<float>& channel, int lead = 0)
{
    return {channel.begin() + 4800 + lead, channel.begin() + 43200 + lead};
}

double middlePower(const std::vector<float>& channel)
{
    const auto middle = middleOf(channel);
    return std::inner_product(middle.begin(), middle.end(), middle.begin(), 0.0);
}

double middleDifferenceDb(const std::vector<float>& actual, const std::vector<float>& expected, int lead)
{
    return differenceDb(middleOf(actual, lead), middleOf(expected));
}

struct Made {
    const char* name;
    const char* options;   ///< ffmpeg's
    const char* container; ///< as our facts call it
    const char* encoding;
    int lead; ///< samples that the format itself cannot say are not the sound's
    bool exactLength;
};

constexpr Made madeByFfmpeg[] = {
    {"a.m4a", "-c:a aac -b:a 256k", "MP4", "AAC", 0, true},
    {"alac.m4a", "-c:a alac", "MP4", "ALAC", 0, true},
    {"a.aac", "-c:a aac -b:a 256k", "ADTS", "AAC", 1024, false}, // ADTS has no place for the priming
    {"a.webm", "-c:a libopus", "WebM/Matroska", "Opus", 0, true},
    {"v.webm", "-c:a libvorbis", "WebM/Matroska", "Vorbis", 0, false},
    {"a.wma", "-c:a wmav2 -b:a 192k", "WMA", "WMA 2", -1, false},
    {"a.mka", "-c:a flac", "WebM/Matroska", "FLAC", 0, true},
    {"a.caf", "-c:a pcm_s16be", "CAF", "16-bit PCM", 0, true},
    {"a.w64", "-c:a pcm_s24le", "W64", "24-bit PCM", 0, false}, // ffmpeg counts its padding to 8 bytes as sound
    {"a.oga", "-c:a flac", "Ogg", "FLAC", 0, true},
    {"video.mp4", "-f lavfi -i testsrc=d=1:s=64x64 -c:a aac -b:a 256k", "MP4", "AAC", 0, true},
};

} // namespace

class AudioReaderTest : public QObject
{
    Q_OBJECT
private slots:
    void read_knownBytes_givesKnownSamples_data();
    void read_knownBytes_givesKnownSamples();
    void read_filesOfFfmpeg_giveTheSound_data();
    void read_filesOfFfmpeg_giveTheSound();
    void facts_ofOurFiles_tellWhatTheyAre_data();
    void facts_ofOurFiles_tellWhatTheyAre();
    void read_inBlocks_equalsReadingWhole_data();
    void read_inBlocks_equalsReadingWhole();
    void read_unusualShapes_work_data();
    void read_unusualShapes_work();
    void read_wrongSuffix_goesByContent();
};

void AudioReaderTest::read_knownBytes_givesKnownSamples_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<float>>("expected");
    const Samples three{0.5f, -1.0f, 32767.0f / 32768.0f};
    addRow("wav 8 bit", wavBytes({.bits = 8}, std::string("\xC0\x00\xFF\x80", 4)),
           {0.5f, -1.0f, 127.0f / 128.0f, 0.0f});
    addRow("wav 16 bit", wavBytes({}, int16Sound({16384, -32768, 32767})), three);
    addRow("wav 24 bit", wavBytes({.bits = 24}, std::string("\0\0\x40\0\0\x80\xFF\xFF\x7F", 9)),
           {0.5f, -1.0f, 8388607.0f / 8388608.0f});
    addRow("wav 32 bit", wavBytes({.bits = 32}, littleEndian(0x40000000, 4) + littleEndian(0x80000000, 4)),
           {0.5f, -1.0f});
    addRow("wav float", wavBytes({.format = 3, .bits = 32}, floatSound({0.1f, -7.5f, 1e-30f})), {0.1f, -7.5f, 1e-30f});
    addRow("wav double", wavBytes({.format = 3, .bits = 64}, doubleSound({0.1, -7.5})), {0.1f, -7.5f});
    // Source: ITU-T G.711, table 2a and 2b: the codes of the greatest values.
    addRow("wav mu-law", wavBytes({.format = 7, .bits = 8}, std::string("\x80\x00\xFF", 3)),
           {32124.0f / 32768.0f, -32124.0f / 32768.0f, 0.0f});
    addRow("wav A-law", wavBytes({.format = 6, .bits = 8}, std::string("\xAA\x2A", 2)),
           {32256.0f / 32768.0f, -32256.0f / 32768.0f});
    addRow("wav extensible", extensibleBytes(), three);
    addRow("wav streamed", streamedBytes(), three);
    addRow("RF64", rf64Bytes(), three);
    addRow("AIFF", aiffBytes(), three);
    addRow("AU", auBytes(), three);
}

void AudioReaderTest::read_knownBytes_givesKnownSamples()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<float>, expected);
    const ScratchFolder folder;
    RecordingMonitor monitor;
    const auto audio = readAudioFile(folder.with("a.wav", bytes.toStdString()), monitor);
    QVERIFY2(audio, messageOf(audio));
    QCOMPARE(audio.value().sampleRate, 44100);
    QCOMPARE(audio.value().channelCount(), std::size_t{1});
    QCOMPARE(audio.value().channels[0], Samples(expected.begin(), expected.end()));
    QVERIFY2(monitor.notices.empty(), monitor.notices.empty() ? "" : monitor.notices[0].c_str());
}

void AudioReaderTest::read_filesOfFfmpeg_giveTheSound_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(madeByFfmpeg)); ++i) {
        QTest::newRow(madeByFfmpeg[i].name) << i;
    }
}

void AudioReaderTest::read_filesOfFfmpeg_giveTheSound()
{
    QFETCH(int, index);
    const Made& made = madeByFfmpeg[index];
    QVERIFY2(!QStandardPaths::findExecutable("ffmpeg").isEmpty(), "run packaging/install-deps.sh --tests");
    const ScratchFolder folder;
    const Audio sound = sines(48123, 48000, 2);
    QVERIFY(writeSound(folder.path("in.wav"), sound, SampleFormat::Int16));
    QStringList arguments{"-v", "error", "-i", QString::fromStdString(folder.path("in.wav").string())};
    arguments += QString(made.options).split(' ') << QString::fromStdString(folder.path(made.name).string());
    QCOMPARE(QProcess::execute("ffmpeg", arguments), 0);

    RecordingMonitor monitor;
    const auto source = openAudioFile(folder.path(made.name), monitor);
    QVERIFY2(source, messageOf(source));
    const AudioFileFacts& facts = (*source)->facts();
    QCOMPARE(facts.container, std::string(made.container));
    QCOMPARE(facts.encoding, std::string(made.encoding));
    QCOMPARE(facts.sampleRate, 48000);
    QCOMPARE(facts.channels, 2);
    QVERIFY2(!made.exactLength || facts.samples == sound.sampleCount(), qPrintable(QString::number(facts.samples)));
    const auto audio = readAll(**source);
    QVERIFY2(audio, messageOf(audio));
    QCOMPARE(audio->sampleCount(), facts.samples);
    QVERIFY2(monitor.notices.empty(), monitor.notices.empty() ? "" : monitor.notices[0].c_str());
    for (std::size_t c = 0; c < 2; ++c) {
        const double level = decibelsFromPower(middlePower(audio->channels[c]) / middlePower(sound.channels[c]));
        QVERIFY2(std::abs(level) < 0.5, qPrintable(QString::number(level))); // lossy encoders take a little away
        // One sample off alone is a difference of -25 dB at 440 Hz, and exchanged channels more than 0 dB.
        const double difference =
            made.lead < 0 ? -100.0 : middleDifferenceDb(audio->channels[c], sound.channels[c], made.lead);
        QVERIFY2(difference < -30.0, qPrintable(QString::number(difference)));
    }
}

void AudioReaderTest::facts_ofOurFiles_tellWhatTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("container");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("wav") << "a.wav"
                         << "WAV"
                         << "24-bit PCM";
    QTest::newRow("flac") << "a.flac"
                          << "FLAC"
                          << "24-bit PCM";
    QTest::newRow("ogg") << "a.ogg"
                         << "Ogg"
                         << "Vorbis";
    QTest::newRow("opus") << "a.opus"
                          << "Ogg"
                          << "Opus";
    QTest::newRow("mp3") << "a.mp3"
                         << "MP3"
                         << "MP3";
    QTest::newRow("m4a") << "a.m4a"
                         << "MP4"
                         << "AAC";
}

void AudioReaderTest::facts_ofOurFiles_tellWhatTheyAre()
{
    QFETCH(QString, name);
    QFETCH(QString, container);
    QFETCH(QString, encoding);
    const ScratchFolder folder;
    const auto place = folder.path(name.toStdString());
    QVERIFY(writeSound(place, sines(10001, 48000, 2)));
    JobMonitor monitor;
    const auto source = openAudioFile(place, monitor);
    QVERIFY2(source, messageOf(source));
    const AudioFileFacts& facts = (*source)->facts();
    QCOMPARE(QString::fromStdString(facts.container), container);
    QCOMPARE(QString::fromStdString(facts.encoding), encoding);
    QCOMPARE(facts.sampleRate, 48000);
    QCOMPARE(facts.channels, 2);
    QCOMPARE(facts.samples, std::size_t{10001});
}

void AudioReaderTest::read_inBlocks_equalsReadingWhole_data()
{
    QTest::addColumn<QString>("name");
    for (const std::string& suffix : writableAudioSuffixes()) {
        QTest::newRow(suffix.c_str()) << QString::fromStdString("a." + suffix);
    }
}

void AudioReaderTest::read_inBlocks_equalsReadingWhole()
{
    QFETCH(QString, name);
    const ScratchFolder folder;
    const auto place = folder.path(name.toStdString());
    QVERIFY(writeSound(place, sines(20011, 48000, 2)));
    const Audio whole = readSound(place);
    JobMonitor monitor;
    const auto source = openAudioFile(place, monitor);
    QVERIFY2(source, messageOf(source));
    for (const std::size_t size : {7777u, 1u, 1152u}) {
        Audio joined;
        joined.channels.resize(2);
        while (joined.sampleCount() < whole.sampleCount()) {
            const auto block = (*source)->read(size);
            QVERIFY2(block, messageOf(block));
            QCOMPARE(block->sampleCount(), std::min(size, whole.sampleCount() - joined.sampleCount()));
            for (std::size_t c = 0; c < 2; ++c) {
                joined.channels[c].insert(joined.channels[c].end(), block->channels[c].begin(),
                                          block->channels[c].end());
            }
        }
        QCOMPARE(joined.channels, whole.channels);
        const auto after = (*source)->read(10);
        QVERIFY(after);
        QCOMPARE(after->sampleCount(), std::size_t{0});
        QCOMPARE(after->channelCount(), std::size_t{2});
        QVERIFY((*source)->rewind());
    }
}

void AudioReaderTest::read_unusualShapes_work_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("samples");
    QTest::newRow("1 sample") << 44100 << 1 << 1;
    QTest::newRow("8 channels") << 48000 << 8 << 1000;
    QTest::newRow("1024 channels") << 48000 << 1024 << 3;
    QTest::newRow("8 kHz") << 8000 << 1 << 1000;
    QTest::newRow("192 kHz") << 192000 << 2 << 1000;
    QTest::newRow("1 Hz") << 1 << 1 << 10;
    QTest::newRow("1 MHz") << 1000000 << 1 << 10;
}

void AudioReaderTest::read_unusualShapes_work()
{
    QFETCH(int, rate);
    QFETCH(int, channels);
    QFETCH(int, samples);
    std::vector<int> numbers;
    for (int i = 0; i < samples * channels; ++i) {
        numbers.push_back(i % 30000 - 15000);
    }
    const ScratchFolder folder;
    const WavHeader header{.channels = static_cast<std::uint32_t>(channels), .rate = static_cast<std::uint32_t>(rate)};
    const Audio audio = readSound(folder.with("a.wav", wavBytes(header, int16Sound(numbers))));
    QCOMPARE(audio.sampleRate, rate);
    QCOMPARE(audio.channelCount(), static_cast<std::size_t>(channels));
    QCOMPARE(audio.sampleCount(), static_cast<std::size_t>(samples));
    for (int i = 0; i < samples * channels; ++i) {
        QCOMPARE(audio.channels[i % channels][i / channels], static_cast<float>(numbers[i]) / 32768.0f);
    }
}

void AudioReaderTest::read_wrongSuffix_goesByContent()
{
    const ScratchFolder folder;
    for (const std::string& suffix : writableAudioSuffixes()) {
        QVERIFY(writeSound(folder.path("a." + suffix), sines(5000, 48000)));
        for (const char* other : {"b.wav", "b.mp3", "b.gsm", "b.raw", "b"}) {
            std::filesystem::copy_file(folder.path("a." + suffix), folder.path(other),
                                       std::filesystem::copy_options::overwrite_existing);
            QCOMPARE(readSound(folder.path(other)).sampleCount(), std::size_t{5000});
        }
    }
}

QTEST_GUILESS_MAIN(AudioReaderTest)
#include "audioreader_test.moc"
