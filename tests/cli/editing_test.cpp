// SPDX-License-Identifier: GPL-3.0-or-later
// Blending, interpolating and joining images as a user asks for it.
#include "core/codec/record.h"
#include "core/io/imagefile.h"
#include "tests/cli/program.h"
#include "tests/support/golden.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace sonoloom;
using testsupport::chord;
using testsupport::Program;

class CliEditingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void blend_isWritten_andDecodes();
    void blend_ofStrippedImages_takesGivenLevels();
    void interpolate_makesImages_orOneSound();
    void concat_andJoin_takeAFolderInItsOrder();
    void join_isTheSame_forAnyJobs();
    void render_makesSound_image_orTiles();
    void compatible_isThePeers();
    void wrongUsage_isRefused_data();
    void wrongUsage_isRefused();
    void existing_isNotReplaced_unforced();
    void brokenImage_isNamed_andNothingWritten();

private:
    Image image(const QString& name) const { return readImageFile(program_.path(name).toStdString()).value(); }

    Program program_;
};

namespace
{

QJsonObject jsonOf(const testsupport::Run& run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object();
}

QString golden(const char* name)
{
    return QString::fromStdString(testsupport::goldenPath(name).string());
}

} // namespace

/// in/a_00000.png, in/a_00001.png, in/b_00000.png: a second each, of 128 bands.
void CliEditingTest::initTestCase()
{
    program_.writeSound("a.wav", chord(2));
    program_.writeSound("b.wav", chord(1, 48000));
    for (const char* sound : {"a.wav", "b.wav"})
        QCOMPARE(program_.run({"encode", sound, "-o", "in", "--duration", "1000", "--n-mels", "128"}).exitCode, 0);
}

void CliEditingTest::blend_isWritten_andDecodes()
{
    const auto run = program_.run({"blend", "in/a_00000.png", "in/b_00000.png", "-o", "out/ab.png", "--region", "40",
                                   "--order", "bass", "--curve", "logistic", "--json"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QCOMPARE(jsonOf(run)["width"].toInt(), 160);
    QCOMPARE(jsonOf(run)["samples"].toInt(), 160 * 441);
    QVERIFY2(jsonOf(run)["notices"].toArray()[0].toString().contains("48000 Hz"), qPrintable(run.out));
    QCOMPARE(image("out/ab.png").width, 160);
    const auto decoded = program_.run({"decode", "out/ab.png", "-o", "ab.wav", "--method", "draft"});
    QVERIFY2(decoded.exitCode == 0 && decoded.err.isEmpty(), qPrintable(decoded.err));
    QCOMPARE(program_.readSound("ab.wav").sampleCount(), std::size_t{160 * 441});
    const auto sound = program_.run({"blend", "in/a_00000.png", "in/a_00001.png", "-o", "blend.wav", "--region", "40", "--method", "draft"});
    QVERIFY2(sound.exitCode == 0, qPrintable(sound.err));
    QCOMPARE(program_.readSound("blend.wav").sampleCount(), std::size_t{160 * 441});
}

void CliEditingTest::blend_ofStrippedImages_takesGivenLevels()
{
    Image stripped = image("in/a_00000.png");
    stripped.text.clear();
    stripped.exif.clear();
    const std::string bytes = encodePng(stripped).value();
    program_.write("lost/x.png", QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    const auto run =
        program_.run({"blend", "lost/x.png", "lost/x.png", "-o", "lost/out.png", "--maxvol", "50", "--power", "0.5"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    const Record record = recordFromJson(image("lost/out.png").text.at(recordKeyword)).value();
    QCOMPARE(record.level->maxvol, 50.0);
    QCOMPARE(record.params.at("power"), std::string("0.5"));
    QCOMPARE(image("lost/out.png").samples, stripped.samples);
    // Or those of the image that it was.
    QCOMPARE(program_.run({"blend", "lost/x.png", "lost/x.png", "-o", "lost/known.png", "--records", "in"}).exitCode,
             0);
    QVERIFY(recordFromJson(image("lost/known.png").text.at(recordKeyword))->level ==
            recordFromJson(image("in/a_00000.png").text.at(recordKeyword))->level);
}

void CliEditingTest::interpolate_makesImages_orOneSound()
{
    const auto run = program_.run({"interpolate", "in/a_00000.png", "in/a_00001.png", "-n", "4", "-o", "mid"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QCOMPARE(program_.files("mid"), (QStringList{"mid/a_00000_a_00001_00000.png", "mid/a_00000_a_00001_00001.png",
                                                 "mid/a_00000_a_00001_00002.png", "mid/a_00000_a_00001_00003.png"}));
    QCOMPARE(image("mid/a_00000_a_00001_00000.png").samples, image("in/a_00000.png").samples);
    QCOMPARE(image("mid/a_00000_a_00001_00003.png").samples, image("in/a_00001.png").samples);
    const auto sound = program_.run({"interpolate", "in/a_00000.png", "in/a_00001.png", "-n", "4", "-o", "mid.flac",
                                     "--method", "draft", "--space", "db", "--json"});
    QVERIFY2(sound.exitCode == 0, qPrintable(sound.err));
    QCOMPARE(jsonOf(sound)["samples"].toInt(), 4 * 44100);
    QCOMPARE(program_.readSound("mid.flac").sampleCount(), std::size_t{4 * 44100});
}

void CliEditingTest::concat_andJoin_takeAFolderInItsOrder()
{
    const auto wide = program_.run({"concat", "in", "-o", "wide.png"});
    QVERIFY2(wide.exitCode == 0, qPrintable(wide.err));
    QVERIFY2(wide.out.contains("300 x 128 pixels, 3.000 s"), qPrintable(wide.out));
    const auto joined = program_.run(
        {"join", "in", "-o", "joined.wav", "--method", "draft", "--transition", "power", "--overlap", "30", "--json"});
    QVERIFY2(joined.exitCode == 0, qPrintable(joined.err));
    QCOMPARE(jsonOf(joined)["columns"].toInt(), 240);
    QCOMPARE(program_.readSound("joined.wav").sampleCount(), std::size_t{240 * 441});
}

void CliEditingTest::join_isTheSame_forAnyJobs()
{
    for (const char* jobs : {"1", "4"}) {
        const QString name = QString("jobs%1.wav").arg(jobs);
        QCOMPARE(program_.run({"join", "in", "-o", name, "--method", "preview", "--jobs", jobs}).exitCode, 0);
    }
    QCOMPARE(program_.bytes("jobs1.wav"), program_.bytes("jobs4.wav"));
}

void CliEditingTest::render_makesSound_image_orTiles()
{
    const QByteArray head = R"({"kind": "sonoloom project", "version": 1, "format": {"name": "riffusion", "params": )"
                            R"({"n-mels": 128, "duration": 1000}}, "reconstruct": {"method": "draft"}, "sequence": )";
    program_.write("mix.sonoloom", head + R"([{"path": "in/a_00000.png", "to": 0.8, "transition": "power",
        "transition-seconds": 0.3}, {"path": "a.wav", "from": 1, "gain": -3}]})");
    const auto sound = program_.run({"render", "mix.sonoloom", "-o", "mix.wav", "--json"});
    QVERIFY2(sound.exitCode == 0, qPrintable(sound.err));
    QCOMPARE(jsonOf(sound)["columns"].toInt(), 80 + 100 - 30);
    QCOMPARE(jsonOf(sound)["rounds"].toDouble(), 0.0); // the project's draft
    QCOMPARE(program_.readSound("mix.wav").sampleCount(), std::size_t{150 * 441});
    QCOMPARE(program_.run({"render", "mix.sonoloom", "-o", "mix.png"}).exitCode, 0);
    QCOMPARE(image("mix.png").width, 150);
    QCOMPARE(program_.run({"render", "mix.sonoloom", "-o", "rendered"}).exitCode, 0);
    QCOMPARE(program_.files("rendered"), (QStringList{"rendered/mix_00000.png", "rendered/mix_00001.png"}));

    program_.write("none.sonoloom", head + "[]}");
    program_.write("gone.sonoloom", head + R"([{"path": "gone.png"}]})");
    const QStringList before = program_.files();
    const auto none = program_.run({"render", "none.sonoloom", "-o", "new.wav"});
    QVERIFY2(none.err.contains("no sequence") && none.errorLines().size() == 1, qPrintable(none.err));
    const auto gone = program_.run({"render", "gone.sonoloom", "-o", "new.wav"});
    QCOMPARE(gone.exitCode, 1);
    QVERIFY2(gone.err.contains("gone.png") && gone.errorLines().size() == 1, qPrintable(gone.err));
    QCOMPARE(program_.run({"render", "a.wav", "-o", "new.wav"}).exitCode, 1);
    QCOMPARE(program_.run({"render", "-o", "new.wav"}).exitCode, 2);
    QCOMPARE(program_.files(), before);
}

void CliEditingTest::compatible_isThePeers()
{
    const auto blended = program_.run({"blend", golden("png/blend_in1.png"), golden("png/blend_in2.png"), "-o", "peer",
                                       "--region", "10", "--bands", "10", "--compat"});
    QVERIFY2(blended.exitCode == 0, qPrintable(blended.err));
    QCOMPARE(program_.files("peer"), (QStringList{"peer/blend_in1.png", "peer/blend_in2.png"}));
    QCOMPARE(image("peer/blend_in1.png").samples,
             readImageFile(testsupport::goldenPath("png/blend_10_10_a.png")).value().samples);
    QCOMPARE(image("peer/blend_in2.png").samples,
             readImageFile(testsupport::goldenPath("png/blend_10_10_b.png")).value().samples);
    const auto row = program_.run({"concat", golden("png/blend_in1.png"), golden("png/concat_in3.png"),
                                   golden("png/blend_in2.png"), "-o", "peer.png", "--compat"});
    QVERIFY2(row.exitCode == 0, qPrintable(row.err));
    QCOMPARE(image("peer.png").samples, readImageFile(testsupport::goldenPath("png/concat.png")).value().samples);
}

void CliEditingTest::wrongUsage_isRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const QString a = "in/a_00000.png";
    QTest::newRow("one image to blend") << QStringList{"blend", a, "-o", "x.png"} << "takes two images";
    QTest::newRow("no output") << QStringList{"blend", a, a} << "add -o";
    QTest::newRow("no png") << QStringList{"blend", a, a, "-o", "x.txt"} << "end in .png";
    QTest::newRow("no region") << QStringList{"blend", a, a, "-o", "x.png", "--region", "101"} << "has 100";
    QTest::newRow("no curve") << QStringList{"blend", a, a, "-o", "x.png", "--curve", "round"} << "not 'round'";
    QTest::newRow("too many") << QStringList{"interpolate", a, a, "-n", "241", "-o", "x"} << "1 to 240";
    QTest::newRow("one of many") << QStringList{"interpolate", a, a, "-o", "x.png"} << "name a folder";
    QTest::newRow("three images") << QStringList{"interpolate", a, a, a, "-o", "x"} << "takes two images";
    QTest::newRow("no image") << QStringList{"concat", "-o", "x.png"} << "No input";
    QTest::newRow("long overlap") << QStringList{"join",         a,       a,           a,   "-o", "x.wav",
                                                 "--transition", "blend", "--overlap", "51"}
                                  << "fewer than the 102";
    QTest::newRow("no sound") << QStringList{"join", a, "-o", "x.txt"} << "suffix of a sound file";
}

void CliEditingTest::wrongUsage_isRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const QStringList before = program_.files();
    const auto run = program_.run(arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.errorLines().size(), 1);
    QVERIFY2(run.err.contains(words), qPrintable(run.err));
    QCOMPARE(program_.files(), before);
}

void CliEditingTest::existing_isNotReplaced_unforced()
{
    program_.write("there.png", "kept");
    program_.write("there.wav", "kept");
    const QStringList commands[] = {{"blend", "in/a_00000.png", "in/a_00001.png", "-o", "there.png"},
                                    {"concat", "in", "-o", "there.png"},
                                    {"join", "in", "-o", "there.wav", "--method", "draft"}};
    for (const QStringList& command : commands) {
        QCOMPARE(program_.run(command).exitCode, 1);
        QCOMPARE(program_.bytes(command[command.indexOf("-o") + 1]), QByteArray("kept"));
    }
    for (const QStringList& command : commands)
        QCOMPARE(program_.run(command + QStringList{"--force"}).exitCode, 0);
    QVERIFY(program_.bytes("there.wav").startsWith("RIFF"));
}

void CliEditingTest::brokenImage_isNamed_andNothingWritten()
{
    program_.write("broken/b.png", program_.bytes("in/a_00000.png").left(500));
    const QStringList before = program_.files();
    for (const QStringList& command : {QStringList{"join", "in/a_00000.png", "broken/b.png", "-o", "new.wav"},
                                       QStringList{"interpolate", "in/a_00000.png", "broken/b.png", "-o", "new"},
                                       QStringList{"concat", "in/a_00000.png", "broken/b.png", "-o", "new.png"}}) {
        const auto run = program_.run(command);
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.errorLines().size(), 1);
        QVERIFY2(run.err.contains("b.png"), qPrintable(run.err));
    }
    QCOMPARE(program_.files(), before);
}

QTEST_GUILESS_MAIN(CliEditingTest)
#include "editing_test.moc"
