// SPDX-License-Identifier: GPL-3.0-or-later
// Tempo and transitions as a user asks for them.
#include "tests/cli/program.h"
#include "tests/support/golden.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace sonoloom;
using testsupport::Program;

class CliTempoTest : public QObject
{
    Q_OBJECT

private slots:
    void tempo_ofOneFile_standsAtTheTop();
    void tempo_ofSeveral_isAList();
    void tempo_ofSilence_isNothing_orThePeers();
    void tempo_withWrongLimits_isWrongUsage();
    void crossfade_ofTwo_isWritten_andTold();
    void crossfade_compatible_isThePeersFile();
    void crossfade_wrongly_isRefused();
};

namespace
{

/// A click each beat.
Audio clicks(double bpm, double seconds, int rate = 44100)
{
    Audio sound = Audio::silence(rate, 1, static_cast<std::size_t>(seconds * rate));
    for (double beat = 0.2; beat + 0.1 < seconds; beat += 60 / bpm)
        for (std::size_t i = 0; i < 2000; ++i)
            sound.channels[0][static_cast<std::size_t>(beat * rate) + i] =
                0.7f *
                static_cast<float>(std::exp(-0.004 * static_cast<double>(i)) * std::sin(0.2 * static_cast<double>(i)));
    return sound;
}

QJsonObject jsonOf(const testsupport::Run& run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object();
}

QString golden(const char* name)
{
    return QString::fromStdString(testsupport::goldenPath(name).string());
}

} // namespace

void CliTempoTest::tempo_ofOneFile_standsAtTheTop()
{
    const Program program;
    program.writeSound("a.wav", clicks(131, 20));
    const auto json = jsonOf(program.run({"tempo", "a.wav", "--json"}));
    QVERIFY(json["bpm"].isDouble());
    QVERIFY2(std::abs(json["bpm"].toDouble() - 131) < 0.4, qPrintable(QString::number(json["bpm"].toDouble())));
    QVERIFY(json["confidence"].toDouble() > 0.3);
    QVERIFY(std::abs(json["beats"].toArray().size() - 20 * 131 / 60.0) < 3);
    const auto plain = program.run({"tempo", "a.wav"});
    QCOMPARE(plain.exitCode, 0);
    QVERIFY2(plain.out.startsWith("a.wav: 13"), qPrintable(plain.out));
    QVERIFY(!plain.out.contains("bars")); // all clicks are alike
    QVERIFY(plain.out.contains("beats at"));
}

void CliTempoTest::tempo_ofSeveral_isAList()
{
    const Program program;
    program.writeSound("a.wav", clicks(120, 12));
    program.writeSound("b.wav", clicks(100, 12));
    program.write("c.wav", "no sound");
    const auto run = program.run({"tempo", "a.wav", "c.wav", "b.wav", "--json"});
    QCOMPARE(run.exitCode, 1);
    const auto files = jsonOf(run)["files"].toArray();
    QCOMPARE(files.size(), 2);
    QVERIFY(std::abs(files[1].toObject()["bpm"].toDouble() - 100) < 0.4);
    QVERIFY(!jsonOf(run).contains("bpm"));
}

void CliTempoTest::tempo_ofSilence_isNothing_orThePeers()
{
    const Program program;
    program.writeSound("a.wav", Audio::silence(44100, 1, 3 * 44100));
    const auto json = jsonOf(program.run({"tempo", "a.wav", "--json"}));
    QVERIFY(json["bpm"].isNull());
    QVERIFY(json["beats"].toArray().isEmpty());
    QVERIFY(program.run({"tempo", "a.wav"}).out.contains("a.wav: no tempo"));
    const auto peers = jsonOf(program.run({"tempo", "a.wav", "--compat", "--json"}));
    QVERIFY(std::abs(peers["bpm"].toDouble() - 120.185) < 0.01);
}

void CliTempoTest::tempo_withWrongLimits_isWrongUsage()
{
    const Program program;
    program.writeSound("a.wav", clicks(120, 5));
    for (const QStringList& limits : {QStringList{"--min-bpm", "20"}, {"--min-bpm", "120", "--max-bpm", "200"}})
        QCOMPARE(program.run(QStringList{"tempo", "a.wav"} + limits).exitCode, 2);
}

void CliTempoTest::crossfade_ofTwo_isWritten_andTold()
{
    const Program program;
    program.writeSound("a.wav", clicks(120, 12));
    program.writeSound("b.wav", clicks(112, 12, 48000));
    const auto run = program.run({"crossfade", "a.wav", "b.wav", "-o", "out.wav", "--align", "beat", "--stretch",
                                  "--seconds", "3", "--curve", "bands"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY2(run.out.contains("The first sound has 120."), qPrintable(run.out));
    QVERIFY(run.out.contains("stretched"));
    QVERIFY(run.out.contains("on a beat"));
    QCOMPARE(program.readSound("out.wav").sampleRate, 48000);
    const auto again = program.run({"crossfade", "a.wav", "b.wav", "-o", "out.wav"});
    QCOMPARE(again.exitCode, 1);
    const auto json = jsonOf(program.run({"crossfade", "a.wav", "b.wav", "-o", "out.flac", "--json"}));
    QCOMPARE(json["samples"].toInt(), static_cast<int>(program.readSound("out.flac").sampleCount()));
    QVERIFY(!json["findings"].toArray().isEmpty());
}

void CliTempoTest::crossfade_compatible_isThePeersFile()
{
    const Program program;
    const auto run = program.run({"crossfade", golden("wav/xfade1_mono_16000.wav"), golden("wav/xfade2_mono_16000.wav"),
                                  "-o", "out.wav", "--compat", "--bits", "16"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QFile peers(golden("f32/crossfade.i2"));
    QVERIFY(peers.open(QIODevice::ReadOnly));
    QVERIFY(program.bytes("out.wav").endsWith(peers.readAll()));
}

void CliTempoTest::crossfade_wrongly_isRefused()
{
    const Program program;
    program.writeSound("a.wav", clicks(120, 5));
    QCOMPARE(program.run({"crossfade", "a.wav", "-o", "out.wav"}).exitCode, 2);
    QCOMPARE(program.run({"crossfade", "a.wav", "a.wav", "a.wav", "-o", "out.wav"}).exitCode, 2);
    QCOMPARE(program.run({"crossfade", "a.wav", "a.wav"}).exitCode, 2);
    const auto run = program.run({"crossfade", "a.wav", "a.wav", "-o", "out.wav", "--seconds", "6"});
    QVERIFY(run.exitCode != 0);
    QCOMPARE(run.errorLines().size(), 1);
    QVERIFY(!program.has("out.wav"));
}

QTEST_GUILESS_MAIN(CliTempoTest)
#include "tempo_test.moc"
