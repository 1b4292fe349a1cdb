// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audiofile.h"

#include "core/io/audioformats.h"
#include "tests/core/io/scratchfolder.h"
#include "tests/core/io/sounds.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <span>

using namespace sonoloom;

namespace
{

const char* messageOf(const Result<void>& result)
{
    return result ? "" : result.error().message.c_str();
}

Result<void> write(const std::filesystem::path& place, const Audio& audio, SampleFormat bits = SampleFormat::Int24)
{
    JobMonitor monitor;
    return writeAudioFile(place, audio, {bits}, Overwrite::Yes, monitor);
}

Audio read(const std::filesystem::path& path)
{
    JobMonitor monitor;
    auto audio = readAudioFile(path, monitor);
    if (!audio) {
        qWarning("%s", audio.error().message.c_str());
        return {};
    }
    return std::move(*audio);
}

double largestDifference(const Audio& actual, const Audio& expected)
{
    double largest = 0.0;
    for (std::size_t c = 0; c < expected.channelCount(); ++c) {
        for (std::size_t i = 0; i < expected.sampleCount(); ++i) {
            largest = std::max(largest, std::abs(double{actual.channels[c][i]} - double{expected.channels[c][i]}));
        }
    }
    return largest;
}

bool sameShape(const Audio& a, const Audio& b)
{
    return a.sampleRate == b.sampleRate && a.channelCount() == b.channelCount() && a.sampleCount() == b.sampleCount();
}

/// Every value that 16 bits can have, shuffled, as two channels.
Audio all16BitValues()
{
    Audio audio;
    audio.channels.resize(2);
    for (int value = -32768; value <= 32767; ++value) {
        audio.channels[0].push_back(static_cast<float>(value) / 32768.0f);
        audio.channels[1].push_back(static_cast<float>(-1 - value) / 32768.0f);
    }
    return audio;
}

Audio soundOfOtherProcess(const std::string& suffix)
{
    return sines(30000, supportedRate(suffix, 44100), 2);
}

std::string quotedName(const std::filesystem::path& path)
{
    return "'" + path.string() + "'";
}

} // namespace

class AudioWriterTest : public QObject
{
    Q_OBJECT
private slots:
    void write_lossless_isWithinHalfAStep_data();
    void write_lossless_isWithinHalfAStep();
    void write_16BitSound_readsBackIdentical_data();
    void write_16BitSound_readsBackIdentical();
    void write_lossy_keepsLengthAndPlace_data();
    void write_lossy_keepsLengthAndPlace();
    void write_lossyAnyLength_isExact_data();
    void write_lossyAnyLength_isExact();
    void write_everyRate_isKept_data();
    void write_everyRate_isKept();
    void write_wavHeader_isPlain();
    void needsRf64_around4GiB_switches();
    void write_sameSound_isSameBytesInAnyProcess_data();
    void write_sameSound_isSameBytesInAnyProcess();
    void write_overFullScale_isScaledDownWithNotice_data();
    void write_overFullScale_isScaledDownWithNotice();
    void write_overFullScaleAsFloat_isLeft();
    void write_fullScaleSquare_isNotScaled();
    void write_notANumber_isZeroWithOneNotice();
    void write_whatAFormatCannotHold_isRefused_data();
    void write_whatAFormatCannotHold_isRefused();
    void write_cancelled_leavesNothing_data();
    void write_cancelled_leavesNothing();
    void write_progress_risesToOne();
    void supportedRate_losesNothingWherePossible();
};

void AudioWriterTest::write_lossless_isWithinHalfAStep_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("bits");
    QTest::addColumn<double>("tolerance");
    // Rounded to the nearest step: half of one; float is stored as it is.
    QTest::newRow("wav 16") << "a.wav" << int(SampleFormat::Int16) << std::ldexp(1.0, -16);
    QTest::newRow("wav 24") << "a.wav" << int(SampleFormat::Int24) << std::ldexp(1.0, -24);
    QTest::newRow("wav 32f") << "a.wav" << int(SampleFormat::Float32) << 0.0;
    QTest::newRow("flac 16") << "a.flac" << int(SampleFormat::Int16) << std::ldexp(1.0, -16);
    QTest::newRow("flac 24") << "a.flac" << int(SampleFormat::Int24) << std::ldexp(1.0, -24);
    QTest::newRow("upper case suffix") << "a.WAV" << int(SampleFormat::Int24) << std::ldexp(1.0, -24);
}

void AudioWriterTest::write_lossless_isWithinHalfAStep()
{
    QFETCH(QString, name);
    QFETCH(int, bits);
    QFETCH(double, tolerance);
    const ScratchFolder folder;
    const auto place = folder.path(name.toStdString());
    for (const std::size_t channels : {1u, 2u, 8u}) {
        for (const std::size_t samples : {1u, 2u, 4095u, 4096u, 4097u, 20000u}) {
            const Audio audio = sines(samples, 44100, channels);
            const auto written = write(place, audio, static_cast<SampleFormat>(bits));
            QVERIFY2(written, messageOf(written));
            const Audio back = read(place);
            QVERIFY(sameShape(back, audio));
            QVERIFY(largestDifference(back, audio) <= tolerance);
        }
    }
    QCOMPARE(folder.entries(), std::vector<std::string>{name.toStdString()});
}

void AudioWriterTest::write_16BitSound_readsBackIdentical_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("bits");
    QTest::newRow("wav 16") << "a.wav" << int(SampleFormat::Int16);
    QTest::newRow("wav 24") << "a.wav" << int(SampleFormat::Int24);
    QTest::newRow("flac 16") << "a.flac" << int(SampleFormat::Int16);
    QTest::newRow("flac 24") << "a.flac" << int(SampleFormat::Int24);
}

void AudioWriterTest::write_16BitSound_readsBackIdentical()
{
    QFETCH(QString, name);
    QFETCH(int, bits);
    const ScratchFolder folder;
    const auto place = folder.path(name.toStdString());
    const Audio audio = all16BitValues();
    RecordingMonitor monitor;
    QVERIFY(writeAudioFile(place, audio, {static_cast<SampleFormat>(bits)}, Overwrite::No, monitor));
    QVERIFY(monitor.notices.empty());
    QCOMPARE(read(place).channels, audio.channels);
}

void AudioWriterTest::write_lossy_keepsLengthAndPlace_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("channels");
    for (const int channels : {1, 2}) {
        for (const char* name : {"a.ogg", "a.opus", "a.mp3", "a.m4a"}) {
            const int rate = supportedRate(std::string(name + 2), 44100);
            QTest::addRow("%s, %d channels", name, channels) << name << rate << channels;
        }
    }
}

void AudioWriterTest::write_lossy_keepsLengthAndPlace()
{
    QFETCH(QString, name);
    QFETCH(int, rate);
    QFETCH(int, channels);
    const ScratchFolder folder;
    const auto place = folder.path(name.toStdString());
    const Audio audio = sines(static_cast<std::size_t>(rate) * 2 + 123, rate, static_cast<std::size_t>(channels));
    const auto written = write(place, audio);
    QVERIFY2(written, messageOf(written));
    const Audio back = read(place);
    QVERIFY(sameShape(back, audio));
    for (int c = 0; c < channels; ++c) {
        // One sample off alone is a difference of -24 dB at 440 Hz, and exchanged channels more than 0 dB.
        const double difference = differenceDb(back.channels[c], audio.channels[c]);
        QVERIFY2(difference < -30.0, qPrintable(QString::number(difference)));
    }
}

void AudioWriterTest::write_lossyAnyLength_isExact_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"a.ogg", "a.opus", "a.mp3", "a.m4a"}) {
        QTest::newRow(name) << name;
    }
}

void AudioWriterTest::write_lossyAnyLength_isExact()
{
    QFETCH(QString, name);
    const ScratchFolder folder;
    const auto place = folder.path(name.toStdString());
    const int rate = supportedRate(name.mid(2).toStdString(), 44100);
    for (const std::size_t samples :
         {1, 2, 3, 100, 575, 576, 1023, 1024, 1025, 1105, 1152, 2047, 2048, 2049, 4096, 4097, 44100}) {
        const auto written = write(place, sines(samples, rate, 2));
        QVERIFY2(written, messageOf(written));
        QCOMPARE(read(place).sampleCount(), samples);
    }
}

void AudioWriterTest::write_everyRate_isKept_data()
{
    QTest::addColumn<QString>("suffix");
    for (const std::string& suffix : writableAudioSuffixes()) {
        QTest::newRow(suffix.c_str()) << QString::fromStdString(suffix);
    }
}

void AudioWriterTest::write_everyRate_isKept()
{
    QFETCH(QString, suffix);
    const ScratchFolder folder;
    const auto place = folder.path("a." + suffix.toStdString());
    for (const int wanted : {1, 1000, 7350, 8000, 11025, 12000, 16000, 18000, 22050, 24000, 32000, 44100, 48000, 64000,
                             88200, 96000, 192000, 655350, 1000000}) {
        const int rate = supportedRate(suffix.toStdString(), wanted);
        const auto written = write(place, sines(5000, rate));
        QVERIFY2(written, messageOf(written));
        const Audio back = read(place);
        QCOMPARE(back.sampleRate, rate);
        QCOMPARE(back.sampleCount(), std::size_t{5000});
    }
}

void AudioWriterTest::write_wavHeader_isPlain()
{
    const ScratchFolder folder;
    QVERIFY(write(folder.path("a.wav"), sines(1000, 44100, 2), SampleFormat::Int16));
    const std::string bytes = contentOf(folder.path("a.wav"));
    QCOMPARE(bytes.size(), std::size_t{44 + 1000 * 2 * 2});
    QCOMPARE(bytes.substr(0, 4) + bytes.substr(8, 8) + bytes.substr(36, 4), std::string("RIFFWAVEfmt data"));
    QVERIFY(write(folder.path("f.wav"), sines(1000), SampleFormat::Float32));
    QVERIFY(contentOf(folder.path("f.wav")).find("PEAK") == std::string::npos); // it holds a date
}

void AudioWriterTest::needsRf64_around4GiB_switches()
{
    constexpr std::size_t gibi = std::size_t{1} << 30;
    QVERIFY(!needsRf64(gibi, 1, SampleFormat::Int24));
    QVERIFY(needsRf64(gibi, 1, SampleFormat::Float32));
    QVERIFY(needsRf64(gibi, 2, SampleFormat::Int16));
    QVERIFY(!needsRf64(2 * gibi - 4096, 1, SampleFormat::Int16));
    QVERIFY(needsRf64(2 * gibi - 1, 1, SampleFormat::Int16)); // the header comes on top
}

void AudioWriterTest::write_sameSound_isSameBytesInAnyProcess_data()
{
    QTest::addColumn<QString>("suffix");
    for (const std::string& suffix : writableAudioSuffixes()) {
        QTest::newRow(suffix.c_str()) << QString::fromStdString(suffix);
    }
}

void AudioWriterTest::write_sameSound_isSameBytesInAnyProcess()
{
    QFETCH(QString, suffix);
    const ScratchFolder folder;
    const auto here = folder.path("here." + suffix.toStdString());
    const auto there = folder.path("there." + suffix.toStdString());
    QVERIFY(write(here, soundOfOtherProcess(suffix.toStdString()), SampleFormat::Int16));
    QTest::qSleep(1100); // past a full second, for whatever takes its number from the clock
    QCOMPARE(
        QProcess::execute(QCoreApplication::applicationFilePath(), {"--write", QString::fromStdString(there.string())}),
        0);
    const std::string bytes = contentOf(here);
    QVERIFY(bytes.size() > 1000);
    QVERIFY(bytes == contentOf(there));
}

void AudioWriterTest::write_overFullScale_isScaledDownWithNotice_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("wav") << "a.wav" << std::ldexp(1.0, -23); // a step
    QTest::newRow("flac") << "a.flac" << std::ldexp(1.0, -23);
    // Lossy encoders keep a sine within -30 dB.
    QTest::newRow("ogg") << "a.ogg" << 0.03;
    QTest::newRow("opus") << "a.opus" << 0.03;
    QTest::newRow("mp3") << "a.mp3" << 0.03;
    QTest::newRow("m4a") << "a.m4a" << 0.03;
}

void AudioWriterTest::write_overFullScale_isScaledDownWithNotice()
{
    QFETCH(QString, name);
    QFETCH(double, tolerance);
    const ScratchFolder folder;
    const auto place = folder.path(name.toStdString());
    Audio loud = sines(48000, 48000, 2);
    for (float& sample : loud.channels[1]) {
        sample *= 4.0f; // peak 2, 6.02 dB over; the first channel stays within and is scaled with it
    }
    RecordingMonitor monitor;
    QVERIFY(writeAudioFile(place, loud, {SampleFormat::Int24}, Overwrite::No, monitor));
    QCOMPARE(monitor.notices.size(), std::size_t{1});
    QVERIFY2(monitor.notices[0].find("6.02 dB") != std::string::npos, monitor.notices[0].c_str());
    QVERIFY2(monitor.notices[0].find(quotedName(place)) != std::string::npos, monitor.notices[0].c_str());
    const Audio back = read(place);
    const auto middle = [](const std::vector<float>& channel) { return std::span(channel).subspan(12000, 24000); };
    for (std::size_t c = 0; c < 2; ++c) {
        const auto peak = std::ranges::max(middle(back.channels[c]));
        QVERIFY2(std::abs(peak - (c == 0 ? 0.25 : 1.0)) <= tolerance, qPrintable(QString::number(peak)));
    }
}

void AudioWriterTest::write_overFullScaleAsFloat_isLeft()
{
    const ScratchFolder folder;
    Audio loud = sines(1000);
    loud.channels[0][500] = -7.5f;
    RecordingMonitor monitor;
    QVERIFY(writeAudioFile(folder.path("a.wav"), loud, {SampleFormat::Float32}, Overwrite::No, monitor));
    QVERIFY(monitor.notices.empty());
    QCOMPARE(read(folder.path("a.wav")).channels, loud.channels);
}

void AudioWriterTest::write_fullScaleSquare_isNotScaled()
{
    const ScratchFolder folder;
    Audio square;
    square.channels.emplace_back();
    for (int i = 0; i < 1000; ++i) {
        square.channels[0].push_back(i % 100 < 50 ? 1.0f : -1.0f);
    }
    RecordingMonitor monitor;
    QVERIFY(writeAudioFile(folder.path("a.wav"), square, {SampleFormat::Int16}, Overwrite::No, monitor));
    QVERIFY(monitor.notices.empty());
    const Audio back = read(folder.path("a.wav"));
    QCOMPARE(back.channels[0][0], 32767.0f / 32768.0f); // the largest there is
    QCOMPARE(back.channels[0][50], -1.0f);
}

void AudioWriterTest::write_notANumber_isZeroWithOneNotice()
{
    const ScratchFolder folder;
    for (const SampleFormat bits : {SampleFormat::Int16, SampleFormat::Float32}) {
        Audio audio = sines(1000);
        audio.channels[0][10] = std::numeric_limits<float>::quiet_NaN();
        audio.channels[0][20] = -std::numeric_limits<float>::infinity();
        RecordingMonitor monitor;
        QVERIFY(writeAudioFile(folder.path("a.wav"), audio, {bits}, Overwrite::Yes, monitor));
        QCOMPARE(monitor.notices.size(), std::size_t{1});
        const Audio back = read(folder.path("a.wav"));
        QCOMPARE(back.channels[0][10], 0.0f);
        QCOMPARE(back.channels[0][20], 0.0f);
        QVERIFY(std::abs(back.channels[0][100] - audio.channels[0][100]) < 1e-4f); // the rest keeps its level
    }
}

void AudioWriterTest::write_whatAFormatCannotHold_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("samples");
    QTest::addColumn<QString>("part");
    QTest::newRow("no suffix") << "song" << 44100 << 1 << 10 << "suffix";
    QTest::newRow("unknown suffix") << "song.xyz" << 44100 << 1 << 10 << "wav, flac, ogg, opus, mp3 or m4a";
    QTest::newRow("no sample") << "song.wav" << 44100 << 1 << 0 << "not one sample";
    QTest::newRow("no channel") << "song.wav" << 44100 << 0 << 0 << "not one sample";
    QTest::newRow("mp3, channels") << "song.mp3" << 44100 << 8 << 10 << "8 channels";
    QTest::newRow("ogg, channels") << "song.ogg" << 44100 << 3 << 10 << "3 channels";
    QTest::newRow("flac, channels") << "song.flac" << 44100 << 9 << 10 << "9 channels";
    QTest::newRow("wav, channels") << "song.wav" << 44100 << 1025 << 1 << "1025 channels";
    QTest::newRow("mp3, rate") << "song.mp3" << 192000 << 1 << 10 << "choose 48000 Hz";
    QTest::newRow("opus, rate") << "song.opus" << 44100 << 1 << 10 << "choose 48000 Hz";
    QTest::newRow("m4a, rate") << "song.m4a" << 192000 << 1 << 10 << "choose 96000 Hz";
    QTest::newRow("flac, rate") << "song.flac" << 700000 << 1 << 10 << "choose 655350 Hz";
    QTest::newRow("wav, rate") << "song.wav" << 0 << 1 << 10 << "rate of 0 Hz";
    QTest::newRow("flac, bits") << "float.flac" << 44100 << 1 << 10 << "32f";
}

void AudioWriterTest::write_whatAFormatCannotHold_isRefused()
{
    QFETCH(QString, name);
    QFETCH(int, rate);
    QFETCH(int, channels);
    QFETCH(int, samples);
    QFETCH(QString, part);
    const ScratchFolder folder;
    const auto place = folder.path("out/" + name.toStdString());
    Audio audio;
    audio.sampleRate = rate;
    audio.channels.assign(static_cast<std::size_t>(channels), std::vector<float>(static_cast<std::size_t>(samples)));
    const auto written = write(place, audio, name.startsWith("float") ? SampleFormat::Float32 : SampleFormat::Int16);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(written.error().message.find(part.toStdString()) != std::string::npos, messageOf(written));
    QVERIFY2(written.error().message.find(quotedName(place)) != std::string::npos, messageOf(written));
    QVERIFY(folder.entries().empty());
}

void AudioWriterTest::write_cancelled_leavesNothing_data()
{
    write_sameSound_isSameBytesInAnyProcess_data();
}

void AudioWriterTest::write_cancelled_leavesNothing()
{
    QFETCH(QString, suffix);
    const ScratchFolder folder;
    RecordingMonitor monitor(0.3);
    const auto written = writeAudioFile(folder.path("new/a." + suffix.toStdString()), sines(100000, 48000),
                                        {SampleFormat::Int16}, Overwrite::No, monitor);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QVERIFY(monitor.fractions.back() < 0.4);
    QVERIFY(folder.entries().empty());
}

void AudioWriterTest::write_progress_risesToOne()
{
    const ScratchFolder folder;
    for (const char* name : {"a.wav", "a.m4a"}) {
        RecordingMonitor monitor;
        QVERIFY(writeAudioFile(folder.path(name), sines(100000), {}, Overwrite::No, monitor));
        QVERIFY(monitor.fractions.size() > 20);
        QVERIFY(std::ranges::is_sorted(monitor.fractions));
        QCOMPARE(monitor.fractions.back(), 1.0);
    }
}

void AudioWriterTest::supportedRate_losesNothingWherePossible()
{
    QCOMPARE(supportedRate("wav", 192000), 192000);
    QCOMPARE(supportedRate("flac", 44100), 44100);
    QCOMPARE(supportedRate("opus", 44100), 48000);
    QCOMPARE(supportedRate("opus", 192000), 48000);
    QCOMPARE(supportedRate("mp3", 44100), 44100);
    QCOMPARE(supportedRate("mp3", 18000), 22050);
    QCOMPARE(supportedRate("MP3", 192000), 48000);
    QCOMPARE(supportedRate("m4a", 192000), 96000);
    QCOMPARE(supportedRate("m4a", 1000), 7350);
    QCOMPARE(supportedRate("ogg", 500), 1000);
    QCOMPARE(supportedRate("xyz", 12345), 12345);
}

/// Runs the tests, or with "--write PLACE" is the other process that writes a file.
int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && std::string(argv[1]) == "--write") {
        const std::filesystem::path place(argv[2]);
        return write(place, soundOfOtherProcess(place.extension().string().substr(1)), SampleFormat::Int16) ? 0 : 1;
    }
    AudioWriterTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "audiowriter_test.moc"
