// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/io/imagefile.h"
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace sonoloom;
using testsupport::chord;
using testsupport::Program;

class InfoTest : public QObject
{
    Q_OBJECT

private slots:
    void help_listsEveryVerb();
    void verbHelp_listsEveryParameter_data();
    void verbHelp_listsEveryParameter();
    void version_isPrinted();
    void sound_isDescribed();
    void image_isDescribed_withItsRecord();
    void image_withoutRecord_isRecognised();
    void repair_ofAnInvertedImage_bringsItBack();
    void repair_withoutOutputOrFault_isRefused();
    void decode_intoAFolder_makesOneFileAnImage();
    void decode_suffixAndBits_areFollowed();
    void tune_takesNoInput();
    void withoutVerb_withoutDisplay_isOneSentence();
};

namespace
{

QJsonObject firstFile(const testsupport::Run& run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object()["files"].toArray()[0].toObject();
}

} // namespace

void InfoTest::help_listsEveryVerb()
{
    const auto run = Program().run({"--help"});
    QCOMPARE(run.exitCode, 0);
    for (const char* verb : {"encode", "decode", "convert", "compare", "rgb", "info", "tune", "file2img", "manyfiles2img", "img2audio",
                             "audio_converter", "compare_spectrograms"})
        QVERIFY2(run.out.contains(QStringLiteral("  %1 ").arg(verb)), verb);
}

void InfoTest::verbHelp_listsEveryParameter_data()
{
    QTest::addColumn<QString>("verb");
    for (const char* verb : {"encode", "decode", "convert"})
        QTest::newRow(verb) << verb;
}

void InfoTest::verbHelp_listsEveryParameter()
{
    QFETCH(QString, verb);
    const auto run = Program().run({verb, "--help"});
    QCOMPARE(run.exitCode, 0);
    for (const auto& codec : allCodecs())
        for (const Field& field : codec->fields())
            QVERIFY2(run.out.contains(QString::fromStdString(std::string(field.key))), std::string(field.key).c_str());
    QVERIFY(run.out.simplified().contains("(8, 16; default 8; wavdiff 16)")); // one name, two formats
    QVERIFY(run.out.simplified().contains("--width px resonance: Width"));
    for (const QString& line : run.out.split('\n'))
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

void InfoTest::version_isPrinted()
{
    const auto run = Program().run({"--version"});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.startsWith("sonoloom "));
}

void InfoTest::sound_isDescribed()
{
    const Program program;
    program.writeSound("a.flac", chord(0.5, 48000, 2));
    const auto object = firstFile(program.run({"info", "a.flac", "--json"}));
    QCOMPARE(object["kind"].toString(), QString("sound"));
    QCOMPARE(object["sample_rate"].toInt(), 48000);
    QCOMPARE(object["channels"].toInt(), 2);
    QCOMPARE(object["samples"].toInt(), 24000);
}

void InfoTest::image_isDescribed_withItsRecord()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t", "--n-mels", "128", "--power", "0.3"}).exitCode, 0);
    const auto object = firstFile(program.run({"info", "t/a_00000.png", "--json"}));
    QCOMPARE(object["format"].toString(), QString("riffusion"));
    QCOMPARE(object["height"].toInt(), 128);
    QCOMPARE(object["record_found"].toString(), QString("in the image"));
    QCOMPARE(object["record"].toObject()["params"].toObject()["power"].toDouble(), 0.3);
    QVERIFY(program.run({"info", "t/a_00000.png"}).out.contains("n-mels: 128"));
}

void InfoTest::image_withoutRecord_isRecognised()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    QCOMPARE(program.run({"file2img", "-i", "a.wav", "-o", "t"}).exitCode, 0);
    const auto object = firstFile(program.run({"info", "t/a_00000.png", "--json"}));
    QCOMPARE(object["format"].toString(), QString("riffusion"));
    QVERIFY(object["record"].isNull());
    QVERIFY(object["confidence"].toDouble() >= 0.5);
}

void InfoTest::repair_ofAnInvertedImage_bringsItBack()
{
    const Program program;
    program.writeSound("a.wav", chord(5));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t"}).exitCode, 0);
    Image image = readImageFile(program.path("t/a_00000.png").toStdString()).value();
    const Image clean = image;
    for (auto& sample : image.samples)
        sample = static_cast<std::uint16_t>(255 - sample);
    QVERIFY(writePngFile(program.path("inverted.png").toStdString(), image, Overwrite::No));

    const auto object = firstFile(program.run({"info", "inverted.png", "--json"}));
    const QJsonObject finding = object["findings"].toArray()[0].toObject();
    QCOMPARE(finding["fault"].toString(), QString("inverted"));
    QVERIFY(finding["confidence"].toDouble() >= 0.5 && finding["mendable"].toBool());
    QVERIFY(!finding["what"].toString().isEmpty() && !finding["cost"].toString().isEmpty());
    QVERIFY(program.run({"decode", "inverted.png", "-o", "b.wav", "--method", "draft"}).err.contains("--repair"));

    QCOMPARE(program.run({"info", "inverted.png", "--repair", "-o", "mended.png"}).exitCode, 0);
    const Image mended = readImageFile(program.path("mended.png").toStdString()).value();
    QVERIFY(mended.samples == clean.samples);
    QCOMPARE(mended.text, clean.text);
    QCOMPARE(program.run({"info", "inverted.png", "--repair", "-o", "mended.png"}).exitCode, 1);
    QCOMPARE(program.run({"info", "inverted.png", "t", "--repair", "-o", "many/"}).exitCode, 0);
    QCOMPARE(program.files("many"), (QStringList{"many/inverted.png"}));
}

void InfoTest::repair_withoutOutputOrFault_isRefused()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t"}).exitCode, 0);
    QCOMPARE(program.run({"info", "t/a_00000.png", "--repair"}).exitCode, 2);
    QCOMPARE(program.run({"info", "t/a_00000.png", "-o", "b.png"}).exitCode, 2);
    QCOMPARE(program.run({"info", "t/a_00000.png", "--repair", "-o", "b.png"}).exitCode, 1);
    QVERIFY(!program.has("b.png"));
}

void InfoTest::decode_intoAFolder_makesOneFileAnImage()
{
    const Program program;
    program.writeSound("a.wav", chord(12));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t"}).exitCode, 0);
    const auto run = program.run({"decode", "t", "-o", "single/", "--method", "draft"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QCOMPARE(program.files("single"), (QStringList{"single/a_00000.wav", "single/a_00001.wav", "single/a_00002.wav"}));
    QCOMPARE(program.readSound("single/a_00000.wav").sampleCount(), std::size_t{512 * 441});
}

void InfoTest::decode_suffixAndBits_areFollowed()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t"}).exitCode, 0);
    QCOMPARE(program.run({"decode", "t", "-o", "back.flac", "--bits", "16", "--rate", "32000", "--method", "draft"}).exitCode, 0);
    const auto object = firstFile(program.run({"info", "back.flac", "--json"}));
    QCOMPARE(object["encoding"].toString(), QString("16-bit PCM"));
    QCOMPARE(object["sample_rate"].toInt(), 32000);
    QCOMPARE(program.run({"decode", "t", "-o", "mel.npy", "--as", "mel"}).exitCode, 0);
    QVERIFY(program.bytes("mel.npy").startsWith("\x93NUMPY"));
}

void InfoTest::tune_takesNoInput()
{
    const auto run = Program().run({"tune", "everything"});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.err.contains("everything"));
}

void InfoTest::withoutVerb_withoutDisplay_isOneSentence()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SONOLOOM_PROGRAM), {});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QString err = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(err.count('\n') == 1 && err.contains("display"), qPrintable(err));
}

QTEST_GUILESS_MAIN(InfoTest)
#include "info_test.moc"
