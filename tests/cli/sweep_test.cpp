// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of settings as a user asks for it.
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace sonoloom;
using testsupport::Program;

class CliSweepTest : public QObject
{
    Q_OBJECT

private slots:
    void grid_isWritten_andTold()
    {
        program_.writeSound("a.wav", testsupport::chord(3, 22050));
        const auto run = program_.run({"sweep", "a.wav", "-o", "out", "--columns", "maxvol=20,100", "--rows", "power=0.2:0.3:2", "--n-mels",
                                       "64", "--method", "draft", "--from", "1", "--part", "1.5", "--json"});
        QVERIFY2(run.exitCode == 0, qPrintable(run.err));
        const auto json = QJsonDocument::fromJson(run.out.toUtf8()).object();
        const auto cells = json["cells"].toArray();
        QCOMPARE(cells.size(), 4);
        QCOMPARE(cells[1].toObject()["maxvol"].toString(), QString("100"));
        QCOMPARE(cells[2].toObject()["power"].toString(), QString("0.3"));
        QVERIFY(cells[0].toObject()["img"].isDouble() && cells[0].toObject()["bytes"].toInt() > 0);
        QCOMPARE(program_.files("out").size(), 6);
        QVERIFY(program_.has("out/a_sweep.png") && program_.has("out/a_sweep.csv"));
        QVERIFY(std::abs(program_.readSound("out/a_sweep_maxvol-20_power-0.2.flac").seconds() - 1.5) < 0.001);
        const auto again = program_.run({"sweep", "a.wav", "-o", "out", "--columns", "maxvol=20,100"});
        QCOMPARE(again.exitCode, 1);
        QVERIFY(again.err.contains("a_sweep.png"));
    }

    void jobs_neverChangeABit()
    {
        for (const QString& jobs : {QString("1"), QString("3")})
            QCOMPARE(program_.run({"sweep", "a.wav", "-o", "j" + jobs, "--columns", "power=0.2,0.3", "--method", "draft", "--jobs", jobs}).exitCode, 0);
        for (const char* name : {"a_sweep.png", "a_sweep.csv", "a_sweep_power-0.3.flac"})
            QVERIFY2(program_.bytes(QString("j1/") + name) == program_.bytes(QString("j3/") + name), name);
    }

    void failedCell_isTold_andTheRestWritten()
    {
        const auto run = program_.run({"sweep", "a.wav", "-o", "f", "--columns", "window-ms=50,300", "--padded-ms", "200", "--method", "draft"});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.errorLines().size(), 1);
        QVERIFY2(run.err.contains("window-ms 300:"), qPrintable(run.err));
        QCOMPARE(program_.files("f").size(), 3);
    }

    void wrongUsage_isOneSentence_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("nothing varied") << QStringList{};
        QTest::newRow("unknown") << QStringList{"--columns", "loudness=1,2"};
        QTest::newRow("out of range") << QStringList{"--columns", "power=0.1,7"};
        QTest::newRow("twice") << QStringList{"--columns", "power=0.1,0.2", "--rows", "power=0.1,0.2"};
        QTest::newRow("two files") << QStringList{"a.wav", "--columns", "power=0.1,0.2"};
        QTest::newRow("too long") << QStringList{"--columns", "power=0.1,0.2", "--part", "11"};
    }

    void wrongUsage_isOneSentence()
    {
        QFETCH(QStringList, more);
        const auto run = program_.run(QStringList{"sweep", "a.wav", "-o", "w"} + more);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.errorLines().size(), 1);
        QVERIFY(!program_.has("w"));
    }

private:
    const Program program_;
};

QTEST_GUILESS_MAIN(CliSweepTest)
#include "sweep_test.moc"
