// SPDX-License-Identifier: GPL-3.0-or-later
// Images of magnitude and phase as a user makes and reads them.
#include "core/io/imagefile.h"
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace sonoloom;
using testsupport::chord;
using testsupport::Program;

class CliWavdiffTest : public QObject
{
    Q_OBJECT

private slots:
    void sound_encodedAndDecoded_isItself();
    void image_isDescribed();
    void image_withoutItsText_isFoundInTheSidecar();
    void compatible_isRecognisedWithoutRecord();
    void peersCommand_goesBothWays();
    void missingImage_isLeftOut_orSilent_data();
    void missingImage_isLeftOut_orSilent();
    void eightBits_andOtherShapes_areTold();
    void optionOfAnotherFormat_isWrongUsage();
    void valueOutOfRange_isWrongUsage();
};

namespace
{

double greatestDifference(const Audio& a, const Audio& b)
{
    if (a.channelCount() != b.channelCount() || a.sampleCount() != b.sampleCount())
        return 1e9;
    double worst = 0;
    for (std::size_t c = 0; c < a.channelCount(); ++c)
        for (std::size_t i = 0; i < a.sampleCount(); ++i)
            worst = std::max(worst, std::abs(static_cast<double>(a.channels[c][i]) - b.channels[c][i]));
    return worst;
}

QJsonObject firstFile(const testsupport::Run& run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object()["files"].toArray().at(0).toObject();
}

} // namespace

void CliWavdiffTest::sound_encodedAndDecoded_isItself()
{
    const Program program;
    program.writeSound("song.wav", chord(4.3, 44100, 2));
    const auto encoded = program.run({"encode", "song.wav", "-o", "out/", "--format", "wavdiff", "--size", "512"});
    QVERIFY2(encoded.exitCode == 0, qPrintable(encoded.err));
    QCOMPARE(program.files("out").size(), 5); // two images a channel and the sidecar
    const auto decoded = program.run({"decode", "out/", "-o", "back.wav"});
    QVERIFY2(decoded.exitCode == 0, qPrintable(decoded.err));
    // 24 bits in the file, 100 dB in the images.
    QVERIFY(greatestDifference(program.readSound("song.wav"), program.readSound("back.wav")) < 1e-4);
}

void CliWavdiffTest::image_isDescribed()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t", "--format", "wavdiff", "--size", "256"}).exitCode, 0);
    const auto object = firstFile(program.run({"info", "t/a_00000.png", "--json"}));
    QCOMPARE(object["format"].toString(), QString("wavdiff"));
    QCOMPARE(object["depth"].toInt(), 16);
    QCOMPARE(object["record"].toObject()["params"].toObject()["layout"].toString(), QString("exact"));
}

void CliWavdiffTest::image_withoutItsText_isFoundInTheSidecar()
{
    const Program program;
    program.writeSound("a.wav", chord(1.2));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t", "--format", "wavdiff", "--size", "256"}).exitCode, 0);
    for (const QString& name : program.files("t").filter(".png")) {
        Image image = readImageFile(program.path(name).toStdString()).value();
        image.text.clear();
        const std::string bytes = encodePng(image).value();
        program.write(name, QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    }
    const auto decoded = program.run({"decode", "t/", "-o", "back.wav"});
    QVERIFY2(decoded.exitCode == 0, qPrintable(decoded.err));
    QVERIFY(greatestDifference(program.readSound("a.wav"), program.readSound("back.wav")) < 1e-4);
}

void CliWavdiffTest::compatible_isRecognisedWithoutRecord()
{
    const Program program;
    program.writeSound("a.wav", chord(13));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t", "--format", "wavdiff", "--compat"}).exitCode, 0);
    QCOMPARE(program.files("t"), QStringList{"t/a_slice_0000.png"});
    const auto object = firstFile(program.run({"info", "t/a_slice_0000.png", "--json"}));
    QCOMPARE(object["format"].toString(), QString("wavdiff"));
    QVERIFY(object["record"].isNull());
    const auto decoded = program.run({"decode", "t/a_slice_0000.png", "-o", "back.wav"});
    QVERIFY2(decoded.exitCode == 0, qPrintable(decoded.err));
    QCOMPARE(program.readSound("back.wav").sampleCount(), std::size_t{1024 * 512});
    program.writeSound("short.wav", chord(5));
    const auto refused = program.run({"encode", "short.wav", "-o", "s", "--format", "wavdiff", "--compat"});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.errorLines().size(), 1);
}

void CliWavdiffTest::peersCommand_goesBothWays()
{
    const Program program;
    program.writeSound("in/a.wav", chord(25.5));
    program.writeSound("in/b.wav", chord(12.8));
    const auto encoded = program.run({"audio_converter", "in", "-o", "out", "--size", "1025"});
    QVERIFY2(encoded.exitCode == 0, qPrintable(encoded.err));
    QCOMPARE(program.files("out"), (QStringList{"out/a_slice_0000.png", "out/a_slice_0001.png", "out/b_slice_0000.png"}));
    QCOMPARE(program.run({"audio_converter", "in/a.wav", "-o", "out", "--size", "1025"}).exitCode, 1); // are there already
    const auto plain = program.run({"encode", "in/b.wav", "-o", "plain", "--format", "wavdiff", "--compat", "--size", "1025"});
    QCOMPARE(plain.exitCode, 0);
    QCOMPARE(program.bytes("plain/b_slice_0000.png"), program.bytes("out/b_slice_0000.png"));
    const auto decoded = program.run({"audio_converter", "out/a_slice_0000.png", "out/a_slice_0001.png", "--decode", "-o", "a.wav"});
    QVERIFY2(decoded.exitCode == 0, qPrintable(decoded.err));
    QCOMPARE(program.readSound("a.wav").sampleCount(), std::size_t{512 * (1025 * 2 - 1)});
    QCOMPARE(program.run({"audio_converter", "out/b_slice_0000.png", "--decode", "--size", "512", "-o", "b.wav"}).exitCode, 0);
}

void CliWavdiffTest::missingImage_isLeftOut_orSilent_data()
{
    QTest::addColumn<QStringList>("encoding");
    QTest::addColumn<int>("tile"); // samples
    QTest::newRow("wavdiff") << QStringList{"--format", "wavdiff", "--size", "256"} << 256 * 128;
    QTest::newRow("wavdiff, 8 bits") << QStringList{"--format", "wavdiff", "--size", "256", "--depth", "8"} << 256 * 128;
    QTest::newRow("riffusion") << QStringList{"--duration", "700"} << 70 * 441;
    QTest::newRow("riffusion, minmax") << QStringList{"--duration", "700", "--level", "minmax"} << 70 * 441;
    QTest::newRow("riffusion, 16 bits, stereo") << QStringList{"--duration", "700", "--depth", "16", "--channels", "stereo"} << 70 * 441;
}

void CliWavdiffTest::missingImage_isLeftOut_orSilent()
{
    QFETCH(QStringList, encoding);
    QFETCH(int, tile);
    const Program program;
    program.writeSound("a.wav", chord(3.5));
    QCOMPARE(program.run(QStringList{"encode", "a.wav", "-o", "t"} + encoding).exitCode, 0);
    QVERIFY(QFile::remove(program.path("t/a_00001.png")));
    const auto joined = program.run({"decode", "t", "-o", "joined.wav"});
    QVERIFY2(joined.exitCode == 0 && joined.err.contains("does not follow"), qPrintable(joined.err));
    QCOMPARE(program.readSound("joined.wav").sampleCount(), static_cast<std::size_t>(3.5 * 44100 - tile));
    const auto silent = program.run({"decode", "t", "-o", "silent.wav", "--gaps", "silence"});
    QVERIFY2(silent.exitCode == 0 && silent.err.contains("silence stands for 1 image"), qPrintable(silent.err));
    const Audio sound = program.readSound("silent.wav");
    QCOMPARE(sound.sampleCount(), static_cast<std::size_t>(3.5 * 44100));
    const auto energy = [&](int from) { // of the middle of a tile, away from what reaches over its edge
        double sum = 0;
        for (int i = from + tile / 3; i < from + 2 * tile / 3; ++i)
            sum += std::pow(static_cast<double>(sound.channels[0][static_cast<std::size_t>(i)]), 2);
        return sum;
    };
    QVERIFY2(energy(tile) < 1e-6 * energy(0), qPrintable(QString::number(energy(tile) / energy(0))));
    QVERIFY(energy(2 * tile) > 0.1 * energy(0));
}

void CliWavdiffTest::eightBits_andOtherShapes_areTold()
{
    const Program program;
    program.writeSound("a.wav", chord(1.2));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t", "--format", "wavdiff", "--size", "256", "--layout", "resized"}).exitCode, 0);
    Image image = readImageFile(program.path("t/a_00000.png").toStdString()).value();
    image.text.clear();
    Image cut(100, image.height, 3, 8);
    for (int y = 0; y < cut.height; ++y)
        for (int x = 0; x < cut.width; ++x)
            for (int c = 0; c < 3; ++c)
                cut.at(x, y, c) = static_cast<std::uint16_t>(image.at(x, y, c) >> 8);
    const std::string bytes = encodePng(cut).value();
    program.write("cut.png", QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    const auto run = program.run({"decode", "cut.png", "-o", "cut.wav", "--format", "wavdiff"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains("100 x 256 pixels"), qPrintable(run.err));
    QVERIFY2(run.err.contains("at best 42 dB"), qPrintable(run.err));
    QVERIFY(program.readSound("cut.wav").sampleCount() > 0);
}

void CliWavdiffTest::optionOfAnotherFormat_isWrongUsage()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    const auto run = program.run({"encode", "a.wav", "-o", "t", "--format", "wavdiff", "--power", "0.5"});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("wavdiff has no 'power'"), qPrintable(run.err));
    QVERIFY(!program.has("t"));
}

void CliWavdiffTest::valueOutOfRange_isWrongUsage()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    for (const char* size : {"0", "1", "63", "4097", "20000", "-5", "1e3x", "nan"})
        QCOMPARE(program.run({"encode", "a.wav", "-o", "t", "--format", "wavdiff", "--size", size}).exitCode, 2);
}

QTEST_GUILESS_MAIN(CliWavdiffTest)
#include "wavdiff_test.moc"
