// SPDX-License-Identifier: GPL-3.0-or-later
// What the program refuses, with one sentence and nothing left behind; and what it must not refuse.
#include "tests/cli/program.h"

#include "core/io/imagefile.h"

#include <QImage>
#include <QtEndian>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <limits>

using namespace sonoloom;
using testsupport::chord;
using testsupport::Program;

class BadInputTest : public QObject
{
    Q_OBJECT

private slots:
    void badSound_isRefused_data();
    void badSound_isRefused();
    void badImage_isRefused_data();
    void badImage_isRefused();
    void absurdParameter_isWrongUsage_data();
    void absurdParameter_isWrongUsage();
    void wrongUsage_namesTheNearest_data();
    void wrongUsage_namesTheNearest();
    void outputThatCannotBe_isRefused_data();
    void outputThatCannotBe_isRefused();
    void fullDisk_isOneSentence_andLeavesNothing();
    void oddSound_works_data();
    void oddSound_works();
    void silence_decodesToSilence();
    void notNumbers_becomeZero_withANote();
    void truncatedSound_isConverted_withANote();
    void oddImage_works_data();
    void oddImage_works();
    void contradiction_isNoted();
    void imagesOfTwoSizes_areRefused();
    void longWav_comesBackThroughItsBytes();
    void expansionThatDividesNoSide_losesNothing();
    void interrupt_leavesNothing();

private:
    Program program_;
};

namespace
{

/// A WAV header of 16-bit samples with these numbers, and `bytes` of sound behind it.
QByteArray wav(quint16 channels, quint32 rate, quint32 promisedBytes, const QByteArray& bytes)
{
    QByteArray file("RIFF");
    const auto add = [&file](auto value) {
        const auto little = qToLittleEndian(value);
        file.append(reinterpret_cast<const char*>(&little), sizeof little);
    };
    add(quint32(36 + promisedBytes));
    file.append("WAVEfmt ");
    add(quint32(16));
    add(quint16(1));
    add(channels);
    add(rate);
    add(quint32(rate * channels * 2));
    add(quint16(channels * 2));
    add(quint16(16));
    file.append("data");
    add(promisedBytes);
    return file + bytes;
}

/// One sentence, naming what is wrong.
void verifyRefused(const testsupport::Run& run, int exitCode, const QString& named)
{
    QVERIFY2(run.exitCode == exitCode, qPrintable(QString::number(run.exitCode) + ": " + run.err));
    QVERIFY2(run.errorLines().size() == 1, qPrintable(run.err));
    QVERIFY2(run.errorLines().front().contains(named), qPrintable(run.err));
    QCOMPARE(run.out, QString());
}

} // namespace

void BadInputTest::badSound_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("This is a letter, not a song.\n");
    QTest::newRow("more channels than can be") << wav(60000, 44100, 1000, QByteArray(1000, 1));
    QTest::newRow("rate that cannot be") << wav(1, 4'000'000'000u, 1000, QByteArray(1000, 1));
    QTest::newRow("frames promised, none there") << wav(2, 44100, 2'000'000'000u, {});
    QTest::newRow("no samples") << wav(1, 44100, 0, {});
    QTest::newRow("a header cut short") << wav(1, 44100, 1000, {}).left(20);
    QTest::newRow("zeros") << QByteArray(5000, 0);
}

void BadInputTest::badSound_isRefused()
{
    QFETCH(QByteArray, bytes);
    program_.write("bad.wav", bytes);
    verifyRefused(program_.run({"encode", "bad.wav", "-o", "refused"}), 1, "bad.wav");
    verifyRefused(program_.run({"convert", "bad.wav", "-o", "refused"}), 1, "bad.wav");
    QVERIFY(!program_.has("refused"));
}

void BadInputTest::badImage_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = QByteArray::fromStdString(encodePng(Image(512, 64, 1)).value());
    QByteArray bomb = whole;
    for (const int at : {16, 20}) // width and height in the header, whose checksum then does not fit either
        qToBigEndian(quint32(1'000'000), bomb.data() + at);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << whole.left(whole.size() / 2);
    QTest::newRow("bomb") << bomb;
    QTest::newRow("text") << QByteArray("not an image");
}

void BadInputTest::badImage_isRefused()
{
    QFETCH(QByteArray, bytes);
    program_.write("bad.png", bytes);
    verifyRefused(program_.run({"decode", "bad.png", "-o", "refused/x.wav"}), 1, "bad.png");
    QVERIFY(!program_.has("refused"));
}

void BadInputTest::absurdParameter_isWrongUsage_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    const auto add = [](const char* option, const char* value) { QTest::addRow("%s %s", option, value) << option << value; };
    for (const char* value : {"0", "10000000", "-1", "many", "1.5", ""})
        add("n-mels", value);
    for (const char* value : {"0", "-1", "NaN", "inf"})
        add("power", value);
    for (const char* value : {"0", "-5", "1e300", "NaN"})
        add("maxvol", value);
    add("duration", "1");
    add("f-max", "1000000000");
    add("level", "loudest");
    add("format", "mp3");
    add("jobs", "-1");
    add("seed", "x");
}

void BadInputTest::absurdParameter_isWrongUsage()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    program_.writeSound("good.wav", chord(0.2));
    const auto run = program_.run({"encode", "good.wav", "-o", "refused", "--" + option + "=" + value});
    verifyRefused(run, 2, option == "format" ? "mp3" : option);
    QVERIFY(!program_.has("refused"));
}

void BadInputTest::wrongUsage_namesTheNearest_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("verb") << QStringList{"enocde", "a.wav"} << "'encode'";
    QTest::newRow("unknown verb") << QStringList{"zzzzzzzzzz"} << "--help";
    QTest::newRow("option") << QStringList{"encode", "a.wav", "-o", "t", "--maxvolume", "3"} << "'--maxvol'";
    QTest::newRow("short option") << QStringList{"encode", "-z"} << "-z";
    QTest::newRow("value missing") << QStringList{"encode", "a.wav", "-o"} << "--output";
    QTest::newRow("output missing") << QStringList{"encode", "a.wav"} << "-o";
    QTest::newRow("input missing") << QStringList{"encode", "-o", "t"} << "input";
    QTest::newRow("another format's suffix") << QStringList{"decode", "a.png", "-o", "t.xyz"} << "t.xyz";
}

void BadInputTest::wrongUsage_namesTheNearest()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    program_.writeSound("a.wav", chord(0.2));
    QVERIFY(writePngFile(program_.path("a.png").toStdString(), Image(16, 64, 1), Overwrite::Yes));
    verifyRefused(program_.run(arguments), 2, named);
}

void BadInputTest::outputThatCannotBe_isRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("a file in the folder's place") << QStringList{"encode", "good.wav", "-o", "taken"} << "taken";
    QTest::newRow("below a file") << QStringList{"encode", "good.wav", "-o", "taken/deeper"} << "taken";
    QTest::newRow("a place of the system's") << QStringList{"encode", "good.wav", "-o", "/proc/sonoloom"} << "/proc";
    QTest::newRow("no such input") << QStringList{"encode", "missing.wav", "-o", "t"} << "missing.wav";
    QTest::newRow("a glob of nothing") << QStringList{"encode", "nothing*.wav", "-o", "t"} << "nothing*.wav";
}

void BadInputTest::outputThatCannotBe_isRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    program_.writeSound("good.wav", chord(0.2));
    program_.write("taken", "mine");
    verifyRefused(program_.run(arguments), 1, named);
    QCOMPARE(program_.bytes("taken"), QByteArray("mine"));
}

void BadInputTest::fullDisk_isOneSentence_andLeavesNothing()
{
    program_.writeSound("good.wav", chord(6, 44100, 2));
    QProcess shell;
    shell.setWorkingDirectory(program_.path({}));
    // 40 kB a file: less than one image.
    shell.start("bash", {"-c", QStringLiteral("ulimit -f 40; '%1' encode good.wav -o full").arg(SONOLOOM_PROGRAM)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 1);
    const QString err = QString::fromUtf8(shell.readAllStandardError());
    QVERIFY2(err.contains("full") && err.count('\n') == 1, qPrintable(err));
    QVERIFY(!program_.has("full"));
}

void BadInputTest::oddSound_works_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("samples");
    QTest::addColumn<QString>("shape");
    QTest::newRow("one sample") << 44100 << 1 << 1 << "constant";
    QTest::newRow("8 channels") << 44100 << 8 << 20000 << "square";
    QTest::newRow("8 kHz") << 8000 << 1 << 8000 << "square";
    QTest::newRow("192 kHz") << 192000 << 2 << 100000 << "square";
    QTest::newRow("full-scale square") << 44100 << 2 << 44100 << "square";
    QTest::newRow("constant") << 44100 << 1 << 44100 << "constant";
}

void BadInputTest::oddSound_works()
{
    QFETCH(int, rate);
    QFETCH(int, channels);
    QFETCH(int, samples);
    QFETCH(QString, shape);
    Audio audio{rate, std::vector<std::vector<float>>(static_cast<std::size_t>(channels), std::vector<float>(static_cast<std::size_t>(samples)))};
    for (auto& channel : audio.channels)
        for (std::size_t i = 0; i < channel.size(); ++i)
            channel[i] = shape == "square" && i / 50 % 2 ? -1.0f : 1.0f;
    program_.writeSound("odd.wav", audio);
    const auto encoded = program_.run({"encode", "odd.wav", "-o", "odd", "--force"});
    QVERIFY2(encoded.exitCode == 0, qPrintable(encoded.err));
    const auto decoded = program_.run({"decode", "odd/odd_00000.png", "-o", "odd.flac", "--force"});
    QVERIFY2(decoded.exitCode == 0, qPrintable(decoded.err));
    QCOMPARE(program_.readSound("odd.flac").sampleCount(), static_cast<std::size_t>(samples));
    QCOMPARE(program_.readSound("odd.flac").sampleRate, rate);
}

void BadInputTest::silence_decodesToSilence()
{
    program_.writeSound("silent.wav", Audio{44100, {std::vector<float>(30000)}});
    QCOMPARE(program_.run({"encode", "silent.wav", "-o", "silent"}).exitCode, 0);
    QCOMPARE(program_.run({"decode", "silent", "-o", "silent.back.wav"}).exitCode, 0);
    const Audio back = program_.readSound("silent.back.wav");
    QCOMPARE(back.sampleCount(), std::size_t{30000});
    QVERIFY(std::ranges::all_of(back.channels[0], [](float x) { return x == 0.0f; }));
}

void BadInputTest::notNumbers_becomeZero_withANote()
{
    QByteArray file("RIFF");
    const auto add = [&file](auto value) { file.append(reinterpret_cast<const char*>(&value), sizeof value); };
    constexpr quint32 bytes = 44100 * 4;
    add(quint32(36 + bytes));
    file.append("WAVEfmt ");
    add(quint32(16));
    add(quint16(3)); // IEEE float
    add(quint16(1));
    add(quint32(44100));
    add(quint32(44100 * 4));
    add(quint16(4));
    add(quint16(32));
    file.append("data");
    add(bytes);
    for (int i = 0; i < 44100; ++i)
        add(i % 100 == 0 ? std::numeric_limits<float>::quiet_NaN() : i % 100 == 1 ? std::numeric_limits<float>::infinity() : 0.25f);
    program_.write("nan.wav", file);
    const auto run = program_.run({"encode", "nan.wav", "-o", "nan"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QCOMPARE(run.err.count("Note: "), 1);
    QVERIFY(run.err.contains("nan.wav"));
}

void BadInputTest::truncatedSound_isConverted_withANote()
{
    program_.write("cut.wav", wav(1, 44100, 400'000, QByteArray(100'000, 3)));
    const auto run = program_.run({"encode", "cut.wav", "-o", "cut", "--json"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains("Note: ") && run.err.contains("cut.wav"), qPrintable(run.err));
    QVERIFY(program_.has("cut/cut_00000.png"));
}

void BadInputTest::oddImage_works_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("one pixel") << "one.png";
    QTest::newRow("16000 wide") << "wide.png";
    QTest::newRow("16 bit") << "deep.png";
    QTest::newRow("jpeg") << "photo.jpg";
    QTest::newRow("bmp") << "photo.bmp";
}

void BadInputTest::oddImage_works()
{
    QFETCH(QString, name);
    const int width = name == "wide.png" ? 16000 : name == "one.png" ? 1 : 40;
    const int height = name == "one.png" ? 1 : 64;
    if (name.endsWith(".png")) {
        Image image(width, height, 1, name == "deep.png" ? 16 : 8);
        for (std::size_t i = 0; i < image.samples.size(); ++i)
            image.samples[i] = static_cast<std::uint16_t>(image.maxValue() - (i * 7919) % 40);
        QVERIFY(writePngFile(program_.path(name).toStdString(), image, Overwrite::Yes));
    } else {
        QImage picture(width, height, QImage::Format_Grayscale8);
        picture.fill(200);
        QVERIFY(picture.save(program_.path(name)));
    }
    const auto run = program_.run({"decode", name, "-o", "odd-image.wav", "--force", "--format", "riffusion", "--method", "draft"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QCOMPARE(program_.readSound("odd-image.wav").sampleCount(), static_cast<std::size_t>(width) * 441);
}

void BadInputTest::contradiction_isNoted()
{
    program_.writeSound("c.wav", chord(1));
    QCOMPARE(program_.run({"encode", "c.wav", "-o", "c"}).exitCode, 0);
    const auto run = program_.run({"decode", "c", "-o", "c.back.wav", "--power", "0.5", "--method", "draft"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains("Note: ") && run.err.contains("power"), qPrintable(run.err));
}

void BadInputTest::imagesOfTwoSizes_areRefused()
{
    program_.writeSound("sizes.wav", chord(1));
    for (const char* size : {"64", "128"})
        QCOMPARE(program_.run({"encode", "sizes.wav", "-o", QString("sizes") + size, "--format", "wavdiff", "--size", size}).exitCode, 0);
    const auto run = program_.run({"decode", "sizes64/sizes_00000.png", "sizes128/sizes_00000.png", "-o", "sizes_back.wav"});
    verifyRefused(run, 2, "sizes_00000.png does not fit the images before it");
    QVERIFY(!program_.has("sizes_back.wav"));
}

/// RF64 (EBU Tech 3306): lengths beyond 32 bits stand in a chunk of their own.
void BadInputTest::longWav_comesBackThroughItsBytes()
{
    QByteArray sound = wav(2, 48000, 8000, QByteArray(8000, '\x21'));
    QByteArray lengths("ds64\x1c\0\0\0", 8);
    for (const quint64 length : {quint64(sound.size() + 28), quint64(8000), quint64(2000)}) {
        const auto little = qToLittleEndian(length);
        lengths.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    lengths.append(4, '\0'); // no table
    sound.replace(0, 8, QByteArray("RF64\xff\xff\xff\xff", 8));
    sound.replace(sound.indexOf("data") + 4, 4, QByteArray("\xff\xff\xff\xff", 4));
    sound.insert(12, lengths);
    program_.write("long64.wav", sound);
    const auto made = program_.run({"encode", "long64.wav", "-o", "long64", "--format", "resonance", "--width", "40", "--height", "40"});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QCOMPARE(program_.run({"decode", "long64", "-o", "long64_back.wav"}).exitCode, 0);
    QCOMPARE(program_.bytes("long64_back.wav"), sound);
}

void BadInputTest::expansionThatDividesNoSide_losesNothing()
{
    program_.write("seven.wav", wav(1, 44100, 5001, QByteArray(5001, '\x13'))); // half a sample at the end
    const auto made = program_.run({"encode", "seven.wav", "-o", "seven", "--format", "resonance", "--width", "100", "--height", "64",
                                    "--expansion", "7"});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QCOMPARE(program_.run({"decode", "seven", "-o", "seven_back.wav"}).exitCode, 0);
    QCOMPARE(program_.bytes("seven_back.wav"), program_.bytes("seven.wav"));
}

void BadInputTest::interrupt_leavesNothing()
{
    program_.writeSound("long.wav", chord(120, 44100, 2));
    const auto process = program_.start({"convert", "long.wav", "-o", "stopped", "--method", "best"});
    QVERIFY(process->waitForStarted());
    QTest::qWait(1500);
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    QVERIFY(process->waitForFinished(5000));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 130);
    QVERIFY(!program_.has("stopped"));
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "badinput_test.moc"
