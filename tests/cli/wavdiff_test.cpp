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
    QCOMPARE(program.files("t"), QStringList{"t/a_00000.png"});
    const auto object = firstFile(program.run({"info", "t/a_00000.png", "--json"}));
    QCOMPARE(object["format"].toString(), QString("wavdiff"));
    QVERIFY(object["record"].isNull());
    const auto decoded = program.run({"decode", "t/a_00000.png", "-o", "back.wav"});
    QVERIFY2(decoded.exitCode == 0, qPrintable(decoded.err));
    QCOMPARE(program.readSound("back.wav").sampleCount(), std::size_t{1024 * 512});
    program.writeSound("short.wav", chord(5));
    const auto refused = program.run({"encode", "short.wav", "-o", "s", "--format", "wavdiff", "--compat"});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.errorLines().size(), 1);
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
    for (const char* size : {"63", "4097", "1e3x", "nan"})
        QCOMPARE(program.run({"encode", "a.wav", "-o", "t", "--format", "wavdiff", "--size", size}).exitCode, 2);
}

QTEST_GUILESS_MAIN(CliWavdiffTest)
#include "wavdiff_test.moc"
