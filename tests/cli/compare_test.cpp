// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing as a user does it.
#include "core/io/imagefile.h"
#include "tests/cli/program.h"
#include "tests/support/golden.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <csignal>
#include <cmath>

using namespace sonoloom;
using testsupport::chord;
using testsupport::Program;

class CompareTest : public QObject
{
    Q_OBJECT

private slots:
    void folders_areCompared_sliceBySlice();
    void peersImages_haveThePeersFigure();
    void sounds_areCompared();
    void differentCounts_leaveTheRestOut();
    void mixedSizesAndKinds_areCompared();
    void unequalLengthsAndRates_areCompared();
    void brokenImage_fails_andTheRestGoesOn();
    void badInput_isOneSentence_data();
    void badInput_isOneSentence();
    void ownPictures_areNotInputs();
    void twice_needsForce();
    void jobs_changeNothing();
    void peersCommand_makesThePeersFiles();
    void interrupt_leavesNothing();

private:
    static QJsonObject resultOf(const testsupport::Run& run) { return QJsonDocument::fromJson(run.out.toUtf8()).object(); }
    /// Two folders of two images each; the second one's are of 8 bits.
    static void encodeTwice(const Program& program)
    {
        program.writeSound("song.wav", chord(4.3));
        QCOMPARE(program.run({"encode", "song.wav", "-o", "a", "--format", "wavdiff", "--size", "512"}).exitCode, 0);
        QCOMPARE(program.run({"encode", "song.wav", "-o", "b", "--format", "wavdiff", "--size", "512", "--depth", "8"}).exitCode, 0);
    }
};

void CompareTest::folders_areCompared_sliceBySlice()
{
    const Program program;
    encodeTwice(program);
    const auto run = program.run({"compare", "a", "b", "-o", "out", "--json"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    const auto result = resultOf(run);
    const auto slices = result["slices"].toArray();
    QCOMPARE(slices.size(), 2);
    double sum = 0;
    for (const auto& slice : slices) {
        sum += slice.toObject()["psnr_db"].toDouble();
        // 8 bits hold 56 dB (core/codec/README.md).
        QVERIFY(std::abs(slice.toObject()["snr_db"].toDouble() - 56) < 2);
    }
    QVERIFY(std::abs(result["average_psnr_db"].toDouble() - sum / 2) < 1e-9);
    QCOMPARE(program.files("out"), (QStringList{"out/comparison.csv", "out/comparison.html", "out/comparison.json",
                                                "out/song_00000_comparison.png", "out/song_00001_comparison.png"}));
    const auto said = program.run({"compare", "a", "b", "-o", "out2"}).out;
    QVERIFY2(said.contains("song_00001.png | song_00001.png: PSNR") && said.contains("Average: PSNR"), qPrintable(said));
}

void CompareTest::peersImages_haveThePeersFigure()
{
    const Program program;
    const auto a = QString::fromStdString(testsupport::goldenPath("png/cmp_a.png").string());
    const auto b = QString::fromStdString(testsupport::goldenPath("png/cmp_b.png").string());
    const auto result = resultOf(program.run({"compare", a, b, "-o", "out", "--json"}));
    QVERIFY(std::abs(result["average_psnr_db"].toDouble() - 42.154608) < 0.001);
    QCOMPARE(resultOf(program.run({"compare", a, a, "-o", "same", "--json"}))["average_psnr_db"].toDouble(), 100.0);
}

void CompareTest::sounds_areCompared()
{
    const Program program;
    const Audio sound = chord(6, 44100, 2);
    Audio late = sound;
    for (auto& channel : late.channels) {
        channel.insert(channel.begin(), 2000, 0.0f);
        for (float& sample : channel)
            sample *= 0.5f;
    }
    program.writeSound("a.wav", sound);
    program.writeSound("b.flac", late);
    const auto run = program.run({"compare", "a.wav", "b.flac", "-o", "out", "--json"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    const auto result = resultOf(run);
    QCOMPARE(result["offset_samples"].toInt(), 2000);
    QVERIFY(std::abs(result["gain_db"].toDouble() + 6.02) < 0.01);
    QVERIFY(result["snr_db"].toDouble() > 90);
    QVERIFY(result["spectral_convergence_db"].toDouble() < -90);
    QVERIFY(result["log_spectral_distance_db"].toDouble() < 0.1);
    QVERIFY(std::abs(result["lufs_a"].toDouble() - result["lufs_b"].toDouble() - 6.02) < 0.1);
    QVERIFY(program.bytes("out/comparison.html").contains("<audio"));
    QVERIFY(program.has("out/comparison.png"));
    const auto left = resultOf(program.run({"compare", "a.wav", "b.flac", "-o", "left", "--json", "--no-align", "--no-match-level"}));
    QVERIFY(left["snr_db"].toDouble() < 10);
    QCOMPARE(left["aligned_by"].toString(), QString("nothing"));
}

void CompareTest::differentCounts_leaveTheRestOut()
{
    const Program program;
    encodeTwice(program);
    QVERIFY(QFile::remove(program.path("b/song_00000.png")));
    const auto run = program.run({"compare", "a", "b", "-o", "out", "--json"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QCOMPARE(resultOf(run)["slices"].toArray().size(), 1);
    QCOMPARE(resultOf(run)["unpaired_a"].toArray().at(0).toString(), QString("a/song_00000.png"));
    QVERIFY2(run.err.contains("'a/song_00000.png' has no partner in the second set"), qPrintable(run.err));
}

void CompareTest::mixedSizesAndKinds_areCompared()
{
    const Program program;
    program.writeSound("song.wav", chord(2));
    QCOMPARE(program.run({"encode", "song.wav", "-o", "a"}).exitCode, 0);
    QCOMPARE(program.run({"encode", "song.wav", "-o", "b", "--n-mels", "300", "--rgb", "--depth", "16"}).exitCode, 0);
    const auto run = program.run({"compare", "a", "b", "-o", "out", "--json"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains("resized from 512 x 300 to 512 x 512"), qPrintable(run.err));
    QVERIFY(resultOf(run)["slices"].toArray().at(0).toObject()["psnr_db"].toDouble() > 15);
}

void CompareTest::unequalLengthsAndRates_areCompared()
{
    const Program program;
    program.writeSound("a.wav", chord(5, 48000, 2));
    program.writeSound("b.wav", chord(3, 44100, 1));
    const auto run = program.run({"compare", "a.wav", "b.wav", "-o", "out", "--json"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains("resampled from 44100 Hz to 48000 Hz"), qPrintable(run.err));
    QVERIFY2(run.err.contains("mixed from stereo to mono"), qPrintable(run.err));
    QVERIFY(resultOf(run)["seconds_compared"].toDouble() <= 3.001);
}

void CompareTest::brokenImage_fails_andTheRestGoesOn()
{
    const Program program;
    encodeTwice(program);
    program.write("b/song_00001.png", program.bytes("b/song_00001.png").left(3000));
    const auto run = program.run({"compare", "a", "b", "-o", "out"});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.errorLines().size(), 1);
    QVERIFY2(run.err.contains("song_00001.png"), qPrintable(run.err));
    QVERIFY(program.has("out/song_00000_comparison.png"));
    QVERIFY(!program.has("out/song_00001_comparison.png"));
}

void CompareTest::badInput_isOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("one input") << QStringList{"a.wav", "-o", "out"} << 2 << "takes two inputs";
    QTest::newRow("three inputs") << QStringList{"a.wav", "a.wav", "a.wav", "-o", "out"} << 2 << "3 were named";
    QTest::newRow("no output") << QStringList{"a.wav", "a.wav"} << 2 << "No output was named";
    QTest::newRow("missing file") << QStringList{"a.wav", "none.wav", "-o", "out"} << 1 << "none.wav";
    QTest::newRow("empty folder") << QStringList{"empty", "x.png", "-o", "out"} << 1 << "The folder 'empty' has no png";
    QTest::newRow("image and sound") << QStringList{"x.png", "a.wav", "-o", "out"} << 2 << "'a.wav' is a sound and 'x.png' is not";
    QTest::newRow("folder and sound") << QStringList{"a.wav", "folder", "-o", "out"} << 2 << "'a.wav' is a sound and 'folder' is not";
    QTest::newRow("no sound") << QStringList{"a.wav", "text.txt", "-o", "out"} << 1 << "text.txt";
    QTest::newRow("damaged image") << QStringList{"x.png", "broken.png", "-o", "out"} << 1 << "broken.png";
    QTest::newRow("gain") << QStringList{"x.png", "x.png", "-o", "out", "--gain", "0"} << 2 << "gain";
    QTest::newRow("top") << QStringList{"x.png", "x.png", "-o", "out", "--top", "nan"} << 2 << "top";
    QTest::newRow("option") << QStringList{"x.png", "x.png", "-o", "out", "--gian", "3"} << 2 << "did you mean '--gain'";
}

void CompareTest::badInput_isOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, sentence);
    const Program program;
    program.writeSound("a.wav", chord(1));
    program.write("x.png", QByteArray());
    program.write("text.txt", "words");
    program.write("broken.png", "\x89PNG\r\n\x1a\n");
    const auto bytes = encodePng(Image(20, 20, 1)).value();
    program.write("x.png", QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    program.write("folder/x.png", QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    QVERIFY(QDir(program.path({})).mkdir("empty"));
    const auto run = program.run(QStringList{"compare"} + arguments);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.errorLines().size() == 1 && run.err.contains(sentence), qPrintable(run.err));
    QVERIFY(!program.has("out"));
}

void CompareTest::ownPictures_areNotInputs()
{
    const Program program;
    encodeTwice(program);
    QCOMPARE(program.run({"compare", "a", "b", "-o", "a"}).exitCode, 0);
    const auto run = program.run({"compare", "a", "b", "-o", "a", "--force", "--json"});
    QCOMPARE(resultOf(run)["slices"].toArray().size(), 2);
    QCOMPARE(resultOf(run)["unpaired_a"].toArray().size(), 0);
}

void CompareTest::twice_needsForce()
{
    const Program program;
    program.writeSound("a.wav", chord(1));
    QCOMPARE(program.run({"compare", "a.wav", "a.wav", "-o", "out"}).exitCode, 0);
    const auto again = program.run({"compare", "a.wav", "a.wav", "-o", "out"});
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.err.contains("exists already"), qPrintable(again.err));
    QCOMPARE(program.run({"compare", "a.wav", "a.wav", "-o", "out", "--force"}).exitCode, 0);
}

void CompareTest::jobs_changeNothing()
{
    const Program program;
    program.writeSound("a.wav", chord(5));
    program.writeSound("b.wav", chord(4, 48000));
    QCOMPARE(program.run({"compare", "a.wav", "b.wav", "-o", "one", "--jobs", "1"}).exitCode, 0);
    QCOMPARE(program.run({"compare", "a.wav", "b.wav", "-o", "four", "--jobs", "4"}).exitCode, 0);
    for (const char* name : {"comparison.csv", "comparison.html", "comparison.png"})
        QVERIFY2(program.bytes(QString("one/") + name) == program.bytes(QString("four/") + name), name);
}

void CompareTest::peersCommand_makesThePeersFiles()
{
    const Program program;
    encodeTwice(program);
    const auto run = program.run({"compare_spectrograms", "a", "b"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QCOMPARE(program.files("comparison_results"),
             (QStringList{"comparison_results/compare_slice_0000.png", "comparison_results/compare_slice_0001.png"}));
    QVERIFY2(run.out.contains("Slice 00: ") && run.out.contains("AVERAGE PSNR: "), qPrintable(run.out));
    QCOMPARE(program.run({"compare_spectrograms", "a", "b", "-o", "elsewhere"}).exitCode, 0);
    QVERIFY(program.has("elsewhere/compare_slice_0001.png"));
}

void CompareTest::interrupt_leavesNothing()
{
    const Program program;
    program.writeSound("a.wav", chord(120, 44100, 2));
    const auto process = program.start({"compare", "a.wav", "a.wav", "-o", "out"});
    QVERIFY(process->waitForStarted());
    QTest::qWait(700);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    QVERIFY(process->waitForFinished(20'000));
    QCOMPARE(process->exitCode(), 130);
    QVERIFY(!program.has("out"));
}

QTEST_GUILESS_MAIN(CompareTest)
#include "compare_test.moc"
