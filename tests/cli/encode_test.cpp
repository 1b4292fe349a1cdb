// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/imagefile.h"
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace sonoloom;
using testsupport::chord;
using testsupport::Program;

class EncodeTest : public QObject
{
    Q_OBJECT

private slots:
    void everyType_isEncodedAndDecoded_data();
    void everyType_isEncodedAndDecoded();
    void sameCall_anyJobs_givesTheSameBytes();
    void folder_isEncoded_inNaturalOrder_withACount();
    void sameStemTwice_keepsSuffix();
    void existingOutput_isRefused_withoutForce();
    void badFileInABatch_isNamed_andTheRestGoesOn();
    void strangeNames_work_data();
    void strangeNames_work();
    void json_isOneObject();
    void quiet_printsNothing();
    void peerCommands_makeThePeersImages();
    void convert_printsWhereEverythingIs();
};

void EncodeTest::everyType_isEncodedAndDecoded_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"song.wav", "song.flac", "song.ogg", "song.opus", "song.mp3", "song.m4a"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void EncodeTest::everyType_isEncodedAndDecoded()
{
    QFETCH(QString, name);
    const Program program;
    const bool opus = name.endsWith("opus");
    program.writeSound(name, chord(6, opus ? 48000 : 44100, 2));
    const auto encoded = program.run({"encode", name, "-o", "tiles"});
    QVERIFY2(encoded.exitCode == 0, qPrintable(encoded.err));
    QCOMPARE(program.files("tiles"), (QStringList{"tiles/song.sonoloom.json", "tiles/song_00000.png", "tiles/song_00001.png"}));
    const auto decoded = program.run({"decode", "tiles/", "-o", "back.wav", "--method", "preview"});
    QVERIFY2(decoded.exitCode == 0, qPrintable(decoded.err));
    QCOMPARE(program.readSound("back.wav").sampleCount(), std::size_t(6 * (opus ? 48000 : 44100)));
    QCOMPARE(program.readSound("back.wav").channelCount(), std::size_t{2});
}

void EncodeTest::sameCall_anyJobs_givesTheSameBytes()
{
    const Program program;
    program.writeSound("song.wav", chord(7, 44100, 2));
    QCOMPARE(program.run({"encode", "song.wav", "-o", "one", "--jobs", "1"}).exitCode, 0);
    QCOMPARE(program.run({"encode", "song.wav", "-o", "four", "--jobs", "4"}).exitCode, 0);
    for (const char* file : {"song_00000.png", "song_00001.png", "song.sonoloom.json"})
        QCOMPARE(program.bytes(QStringLiteral("one/") + file), program.bytes(QStringLiteral("four/") + file));
    QCOMPARE(program.run({"decode", "one/", "-o", "one.wav", "--jobs", "1"}).exitCode, 0);
    QCOMPARE(program.run({"decode", "four/", "-o", "four.wav", "--jobs", "3"}).exitCode, 0);
    QVERIFY(program.bytes("one.wav").size() > 1000);
    QCOMPARE(program.bytes("one.wav"), program.bytes("four.wav"));
}

void EncodeTest::folder_isEncoded_inNaturalOrder_withACount()
{
    const Program program;
    for (const char* name : {"in/b10.wav", "in/b2.wav"})
        program.writeSound(name, chord(0.3));
    program.write("in/notes.txt", "hello");
    const auto run = program.run({"encode", "in", "-o", "tiles"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY(run.out.indexOf("b2.wav") < run.out.indexOf("b10.wav"));
    QVERIFY2(run.err.contains("1 other file"), qPrintable(run.err));
}

void EncodeTest::sameStemTwice_keepsSuffix()
{
    const Program program;
    program.writeSound("a.wav", chord(0.3));
    program.writeSound("a.mp3", chord(0.3));
    QCOMPARE(program.run({"encode", "a.wav", "a.mp3", "-o", "t"}).exitCode, 0);
    QCOMPARE(program.files("t"), (QStringList{"t/a.mp3.sonoloom.json", "t/a.mp3_00000.png", "t/a.sonoloom.json", "t/a_00000.png"}));
}

void EncodeTest::existingOutput_isRefused_withoutForce()
{
    const Program program;
    program.writeSound("a.wav", chord(0.3));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t"}).exitCode, 0);
    program.write("t/a_00000.png", "painted");
    const auto again = program.run({"encode", "a.wav", "-o", "t"});
    QCOMPARE(again.exitCode, 1);
    QVERIFY(again.errorLines().size() == 1 && again.err.contains("a_00000.png"));
    QCOMPARE(program.bytes("t/a_00000.png"), QByteArray("painted"));
    QCOMPARE(program.run({"encode", "a.wav", "-o", "t", "--force"}).exitCode, 0);
    QVERIFY(program.bytes("t/a_00000.png").startsWith("\x89PNG"));
}

void EncodeTest::badFileInABatch_isNamed_andTheRestGoesOn()
{
    const Program program;
    program.writeSound("a.wav", chord(0.3));
    program.write("bad.wav", "no sound at all");
    program.writeSound("c.wav", chord(0.3));
    const auto run = program.run({"encode", "a.wav", "bad.wav", "c.wav", "-o", "t"});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.errorLines().size(), 1);
    QVERIFY(run.err.contains("bad.wav"));
    QVERIFY(program.has("t/a_00000.png") && program.has("t/c_00000.png") && !program.has("t/bad_00000.png"));
}

void EncodeTest::strangeNames_work_data()
{
    QTest::addColumn<QString>("stem");
    QTest::newRow("blanks") << "my best song";
    QTest::newRow("umlauts") << QStringLiteral("Übergröße ♫");
    QTest::newRow("leading dash") << "-style";
    QTest::newRow("200 letters") << QString(200, 'x');
    QTest::newRow("glob letters") << "a[1]*?";
    QTest::newRow("quotes") << "it's \"it\"";
}

void EncodeTest::strangeNames_work()
{
    QFETCH(QString, stem);
    const Program program;
    program.writeSound(stem + ".wav", chord(0.3));
    const auto run = program.run({"encode", "-o", "t", "--", stem + ".wav"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY(program.has("t/" + stem + "_00000.png"));
    const auto back = program.run({"decode", "-o", "back.wav", "--", "t/" + stem + "_00000.png"});
    QVERIFY2(back.exitCode == 0, qPrintable(back.err));
}

void EncodeTest::json_isOneObject()
{
    const Program program;
    program.writeSound("a.wav", chord(0.3));
    const auto run = program.run({"encode", "a.wav", "missing.wav", "-o", "t", "--json"});
    QCOMPARE(run.exitCode, 1);
    const auto missing = QJsonDocument::fromJson(run.out.toUtf8()).object();
    QCOMPARE(missing["errors"].toArray().size(), 1);
    const auto good = program.run({"encode", "a.wav", "-o", "t2", "--json"});
    QCOMPARE(good.exitCode, 0);
    const auto object = QJsonDocument::fromJson(good.out.toUtf8()).object();
    QCOMPARE(object["files"].toArray().size(), 1);
    QCOMPARE(object["files"].toArray()[0].toObject()["images"].toArray().size(), 1);
    QVERIFY(object["files"].toArray()[0].toObject()["maxvol"].toDouble() > 0);
}

void EncodeTest::quiet_printsNothing()
{
    const Program program;
    program.writeSound("a.wav", chord(0.3));
    const auto run = program.run({"encode", "a.wav", "-o", "t", "--quiet"});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QString());
    QCOMPARE(run.err, QString());
}

void EncodeTest::peerCommands_makeThePeersImages()
{
    const Program program;
    program.writeSound("in/song.wav", chord(2, 48000, 2));
    const auto one = program.run({"file2img", "-i", "in/song.wav", "-o", "one", "-m", "50", "-p", "0.4", "-n", "128", "-d", "900"});
    QVERIFY2(one.exitCode == 0, qPrintable(one.err));
    const auto many = program.run({"manyfiles2img", "-r", "in", "-o", "many", "--maxvol", "50", "--powerforimage=0.4", "--nmels", "128", "--duration", "900"});
    QVERIFY2(many.exitCode == 0, qPrintable(many.err));
    QCOMPARE(program.files("one"), (QStringList{"one/song_00000.png", "one/song_00001.png", "one/song_00002.png"}));
    QCOMPARE(program.bytes("one/song_00000.png"), program.bytes("many/song_00000.png"));
    const Image image = readImageFile(program.path("one/song_00001.png").toStdString()).value();
    QCOMPARE(image.height, 128);
    QCOMPARE(image.channels, 1);
    QVERIFY(image.text.empty());
    const auto back = program.run({"img2audio", "-i", "one/song_00000.png", "-o", "back.wav", "-m", "50", "-p", "0.4", "-n", "128"});
    QVERIFY2(back.exitCode == 0, qPrintable(back.err));
    QCOMPARE(program.readSound("back.wav").sampleCount(), std::size_t{90 * 441}); // hop * (columns - 1)
}

void EncodeTest::convert_printsWhereEverythingIs()
{
    const Program program;
    program.writeSound("song.flac", chord(3, 44100, 2));
    const auto run = program.run({"convert", "song.flac", "-o", "out"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    const QStringList expected{"out/song.sonoloom.json", "out/song_00000.png", "out/song_comparison.png",
                               "out/song_figures.json", "out/song_reconstructed.wav"};
    QCOMPARE(program.files("out"), expected);
    for (const char* name : {"song_00000.png", "song_comparison.png", "song_figures.json", "song_reconstructed.wav"})
        QVERIFY2(run.out.contains(name), name);
    const auto back = program.run({"decode", "out", "-o", "back.wav", "--method", "draft"});
    QVERIFY2(back.exitCode == 0, qPrintable(back.err)); // the comparison picture is not taken for an image of sound
}

QTEST_GUILESS_MAIN(EncodeTest)
#include "encode_test.moc"
