// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audiofile.h"

#include "tests/core/io/scratchfolder.h"
#include "tests/core/io/soundfiles.h"
#include "tests/core/io/sounds.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <span>

using namespace sonoloom;

namespace
{

/// Writes a file of each kind, the same in each process.
bool writeAllKinds(const std::filesystem::path& folder)
{
    return std::ranges::all_of(writableAudioSuffixes(), [&folder](const std::string& suffix) {
        const Audio audio = sines(30000, supportedRate(suffix, 44100), 2);
        return writeSound(folder / ("a." + suffix), audio, SampleFormat::Int16).has_value() &&
               (suffix != "wav" || writeSound(folder / "float.wav", audio, SampleFormat::Float32).has_value());
    });
}

} // namespace

class AudioWriterPolicyTest : public QObject
{
    Q_OBJECT
private slots:
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

void AudioWriterPolicyTest::write_sameSound_isSameBytesInAnyProcess()
{
    const ScratchFolder here;
    const ScratchFolder there;
    QVERIFY(writeAllKinds(here.root()));
    QTest::qSleep(1100); // past a full second, for whatever takes its number from the clock
    const QStringList arguments{"--write", QString::fromStdString(there.root().string())};
    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(), arguments), 0);
    QCOMPARE(here.entries().size(), writableAudioSuffixes().size() + 1);
    for (const std::string& name : here.entries()) {
        const std::string bytes = contentOf(here.path(name));
        QVERIFY(bytes.size() > 1000);
        QVERIFY2(bytes == contentOf(there.path(name)), name.c_str());
    }
}

void AudioWriterPolicyTest::write_overFullScale_isScaledDownWithNotice_data()
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

void AudioWriterPolicyTest::write_overFullScale_isScaledDownWithNotice()
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
    const Audio back = readSound(place);
    const auto middle = [](const std::vector<float>& channel) { return std::span(channel).subspan(12000, 24000); };
    for (std::size_t c = 0; c < 2; ++c) {
        const auto peak = std::ranges::max(middle(back.channels[c]));
        QVERIFY2(std::abs(peak - (c == 0 ? 0.25 : 1.0)) <= tolerance, qPrintable(QString::number(peak)));
    }
}

void AudioWriterPolicyTest::write_overFullScaleAsFloat_isLeft()
{
    const ScratchFolder folder;
    Audio loud = sines(1000);
    loud.channels[0][500] = -7.5f;
    RecordingMonitor monitor;
    QVERIFY(writeAudioFile(folder.path("a.wav"), loud, {SampleFormat::Float32}, Overwrite::No, monitor));
    QVERIFY(monitor.notices.empty());
    QCOMPARE(readSound(folder.path("a.wav")).channels, loud.channels);
}

void AudioWriterPolicyTest::write_fullScaleSquare_isNotScaled()
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
    const Audio back = readSound(folder.path("a.wav"));
    QCOMPARE(back.channels[0][0], 32767.0f / 32768.0f); // the largest there is
    QCOMPARE(back.channels[0][50], -1.0f);
}

void AudioWriterPolicyTest::write_notANumber_isZeroWithOneNotice()
{
    const ScratchFolder folder;
    for (const SampleFormat bits : {SampleFormat::Int16, SampleFormat::Float32}) {
        Audio audio = sines(1000);
        audio.channels[0][10] = std::numeric_limits<float>::quiet_NaN();
        audio.channels[0][20] = -std::numeric_limits<float>::infinity();
        RecordingMonitor monitor;
        QVERIFY(writeAudioFile(folder.path("a.wav"), audio, {bits}, Overwrite::Yes, monitor));
        QCOMPARE(monitor.notices.size(), std::size_t{1});
        const Audio back = readSound(folder.path("a.wav"));
        QCOMPARE(back.channels[0][10], 0.0f);
        QCOMPARE(back.channels[0][20], 0.0f);
        QVERIFY(std::abs(back.channels[0][100] - audio.channels[0][100]) < 1e-4f); // the rest keeps its level
    }
}

void AudioWriterPolicyTest::write_whatAFormatCannotHold_isRefused_data()
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

void AudioWriterPolicyTest::write_whatAFormatCannotHold_isRefused()
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
    const auto written =
        writeSound(place, audio, name.startsWith("float") ? SampleFormat::Float32 : SampleFormat::Int16);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(written.error().message.find(part.toStdString()) != std::string::npos, messageOf(written));
    QVERIFY2(written.error().message.find(quotedName(place)) != std::string::npos, messageOf(written));
    QVERIFY(folder.entries().empty());
}

void AudioWriterPolicyTest::write_cancelled_leavesNothing_data()
{
    QTest::addColumn<QString>("suffix");
    for (const std::string& suffix : writableAudioSuffixes()) {
        QTest::newRow(suffix.c_str()) << QString::fromStdString(suffix);
    }
}

void AudioWriterPolicyTest::write_cancelled_leavesNothing()
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

void AudioWriterPolicyTest::write_progress_risesToOne()
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

void AudioWriterPolicyTest::supportedRate_losesNothingWherePossible()
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

/// Runs the tests, or with "--write FOLDER" is the other process that writes the files.
int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && std::string(argv[1]) == "--write") {
        return writeAllKinds(argv[2]) ? 0 : 1;
    }
    AudioWriterPolicyTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "audiowriterpolicy_test.moc"
