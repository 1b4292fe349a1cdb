// SPDX-License-Identifier: GPL-3.0-or-later
// RGB images for trainers, as a user makes them.
#include "core/codec/record.h"
#include "core/io/imagefile.h"
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace sonoloom;
using testsupport::chord;
using testsupport::Program;

class CliRgbTest : public QObject
{
    Q_OBJECT

private slots:
    void fineGrey_becomesRgb_andDecodes();
    void strippedImage_getsItsRecordBack();
    void existing_isNotReplaced_unforced();
    void brokenImage_isNamed_restGoesOn();
};

void CliRgbTest::fineGrey_becomesRgb_andDecodes()
{
    const Program program;
    program.writeSound("a.wav", chord(6));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "fine", "--depth", "16"}).exitCode, 0);
    const auto run = program.run({"rgb", "fine", "-o", "rgb"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY2(run.out.contains("16 bits rounded to 8"), qPrintable(run.out));
    QCOMPARE(program.files("rgb"), (QStringList{"rgb/a_00000.png", "rgb/a_00001.png"}));
    const Image fine = readImageFile(program.path("fine/a_00000.png").toStdString()).value();
    const Image rgb = readImageFile(program.path("rgb/a_00000.png").toStdString()).value();
    QCOMPARE(fine.depth, 16);
    QCOMPARE(rgb.depth, 8);
    QCOMPARE(rgb.channels, 3);
    for (std::size_t i = 0; i < fine.samples.size(); ++i)
        QCOMPARE(rgb.samples[3 * i], static_cast<std::uint16_t>((fine.samples[i] * 255 + 32767) / 65535));
    QCOMPARE(rgb.exif, fine.exif);
    QVERIFY(!rgb.exif.empty());
    const auto decoded = program.run({"decode", "rgb", "-o", "back.wav", "--method", "draft"});
    QVERIFY2(decoded.exitCode == 0, qPrintable(decoded.err));
    QCOMPARE(program.readSound("back.wav").sampleCount(), std::size_t{6 * 44100});
    QVERIFY2(!decoded.err.contains("restored"), qPrintable(decoded.err));
}

void CliRgbTest::strippedImage_getsItsRecordBack()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "in"}).exitCode, 0);
    Image image = readImageFile(program.path("in/a_00000.png").toStdString()).value();
    image.text.clear();
    image.exif.clear();
    const std::string bytes = encodePng(image).value();
    program.write("out/1-a_00000.png", QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    const auto run = program.run({"rgb", "out/1-a_00000.png", "-o", "rgb", "--records", "in", "--json"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    const auto result = QJsonDocument::fromJson(run.out.toUtf8()).object();
    QVERIFY2(result["notices"].toArray()[0].toString().endsWith("by name pattern."), qPrintable(run.out));
    const Image rgb = readImageFile(program.path("rgb/1-a_00000.png").toStdString()).value();
    const Record record = recordFromJson(rgb.text.at(recordKeyword)).value();
    QCOMPARE(record.source->name, std::string("a.wav"));
    QCOMPARE(record.params.at("rgb"), std::string("true"));
}

void CliRgbTest::existing_isNotReplaced_unforced()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "in"}).exitCode, 0);
    const QByteArray before = program.bytes("in/a_00000.png");
    QCOMPARE(program.run({"rgb", "in", "-o", "in"}).exitCode, 1);
    QCOMPARE(program.bytes("in/a_00000.png"), before);
    QCOMPARE(program.run({"rgb", "in", "-o", "in", "--force"}).exitCode, 0);
    QVERIFY(program.bytes("in/a_00000.png") != before);
}

void CliRgbTest::brokenImage_isNamed_restGoesOn()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "in"}).exitCode, 0);
    program.write("in/broken.png", program.bytes("in/a_00000.png").left(500));
    const auto run = program.run({"rgb", "in", "-o", "rgb"});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.errorLines().size(), 1);
    QVERIFY2(run.err.contains("broken.png"), qPrintable(run.err));
    QCOMPARE(program.files("rgb"), QStringList{"rgb/a_00000.png"});
    QCOMPARE(program.run({"rgb", "-o", "x"}).exitCode, 2);
    QCOMPARE(program.run({"rgb", "in"}).exitCode, 2);
}

QTEST_GUILESS_MAIN(CliRgbTest)
#include "rgb_test.moc"
