// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audiofile.h"

#include "core/io/audioformats.h"
#include "tests/core/io/scratchfolder.h"
#include "tests/core/io/soundfiles.h"
#include "tests/core/io/sounds.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sonoloom;

namespace
{

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
            const auto written = writeSound(place, audio, static_cast<SampleFormat>(bits));
            QVERIFY2(written, messageOf(written));
            const Audio back = readSound(place);
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
    QCOMPARE(readSound(place).channels, audio.channels);
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
    const auto written = writeSound(place, audio);
    QVERIFY2(written, messageOf(written));
    const Audio back = readSound(place);
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
        const auto written = writeSound(place, sines(samples, rate, 2));
        QVERIFY2(written, messageOf(written));
        QCOMPARE(readSound(place).sampleCount(), samples);
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
        const auto written = writeSound(place, sines(5000, rate));
        QVERIFY2(written, messageOf(written));
        const Audio back = readSound(place);
        QCOMPARE(back.sampleRate, rate);
        QCOMPARE(back.sampleCount(), std::size_t{5000});
    }
}

void AudioWriterTest::write_wavHeader_isPlain()
{
    const ScratchFolder folder;
    QVERIFY(writeSound(folder.path("a.wav"), sines(1000, 44100, 2), SampleFormat::Int16));
    const std::string bytes = contentOf(folder.path("a.wav"));
    QCOMPARE(bytes.size(), std::size_t{44 + 1000 * 2 * 2});
    QCOMPARE(bytes.substr(0, 4) + bytes.substr(8, 8) + bytes.substr(36, 4), std::string("RIFFWAVEfmt data"));
    QVERIFY(writeSound(folder.path("f.wav"), sines(1000), SampleFormat::Float32));
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

QTEST_GUILESS_MAIN(AudioWriterTest)
#include "audiowriter_test.moc"
