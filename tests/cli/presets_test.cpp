// SPDX-License-Identifier: GPL-3.0-or-later
// Presets as a user asks for them on the command line.
#include "core/io/imagefile.h"
#include "tests/cli/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace sonoloom;
using testsupport::Program;

namespace
{

const QByteArray small = R"({"kind": "sonoloom preset", "version": 1, "name": "Mine", "description": "My own.",
    "format": {"name": "riffusion", "params": {"n-mels": 64, "duration": 1000}}, "reconstruct": {"method": "draft"}})";

QJsonObject jsonOf(const testsupport::Run& run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object();
}

Image imageAt(const Program& program, const QString& name)
{
    const auto image = readImageFile(program.path(name).toStdString());
    return image ? image.value() : Image{};
}

} // namespace

class CliPresetsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { qputenv("XDG_DATA_HOME", program_.path("data").toUtf8()); }

    void list_namesBuiltInAndOwn()
    {
        const auto before = jsonOf(program_.run({"presets", "--json"}))["presets"].toArray();
        QCOMPARE(before.size(), 4);
        QCOMPARE(before[0].toObject()["name"].toString(), QString("Peer default"));
        QVERIFY(before[0].toObject()["built_in"].toBool());
        QDir().mkpath(program_.path("data/sonoloom/sonoloom/presets"));
        program_.write("data/sonoloom/sonoloom/presets/Mine.json", small);
        const auto plain = program_.run({"presets"});
        QCOMPARE(plain.exitCode, 0);
        QVERIFY2(plain.out.contains("Mine (riffusion, your own)\n  My own."), qPrintable(plain.out));
        QCOMPARE(program_.run({"presets", "x"}).exitCode, 2);
    }

    void encode_byNameOrFile_takesTheParameters()
    {
        program_.writeSound("a.wav", testsupport::chord(2));
        program_.write("other.json", small);
        for (const QString& preset : {QString("other.json"), QString("mine")}) {
            const auto run = program_.run({"encode", "a.wav", "-o", "out", "-f", "--preset", preset});
            QVERIFY2(run.exitCode == 0, qPrintable(run.err));
            QCOMPARE(imageAt(program_, "out/a_00000.png").height, 64);
            QVERIFY(program_.has("out/a_00001.png"));
        }
    }

    void options_besideIt_win()
    {
        const auto run = program_.run({"encode", "a.wav", "-o", "out", "-f", "--preset", "other.json", "--n-mels", "80"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(imageAt(program_, "out/a_00000.png").height, 80);
        const auto wrong = program_.run({"encode", "a.wav", "-o", "out", "-f", "--preset", "other.json", "--format", "wavdiff"});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.err.contains("is for format riffusion"), qPrintable(wrong.err));
    }

    void convert_takesTheMethod_unlessOneIsGiven()
    {
        const auto rounds = [this](const QStringList& more) {
            const auto run = program_.run(QStringList{"convert", "a.wav", "-o", "c", "-f", "--preset", "other.json", "--json"} + more);
            return jsonOf(run)["files"].toArray()[0].toObject()["figures"].toObject()["rounds"].toDouble(-1);
        };
        const double drafted = rounds({});
        const double own = rounds({"--iterations", "9"});
        QVERIFY2(drafted >= 0 && own > drafted, qPrintable(QString("%1 %2").arg(drafted).arg(own)));
    }

    void decode_lostRecords_areReplacedByThePreset()
    {
        QCOMPARE(program_.run({"encode", "a.wav", "-o", "bare", "-f", "--preset", "other.json", "--step-ms", "5", "--no-sidecar"}).exitCode, 0);
        Image image = imageAt(program_, "bare/a_00000.png");
        QVERIFY(writePngFile(program_.path("kept.png").toStdString(), image, Overwrite::Yes));
        image.text.clear();
        image.exif.clear();
        QVERIFY(writePngFile(program_.path("lost.png").toStdString(), image, Overwrite::Yes));
        QByteArray slow = small;
        slow.replace("\"n-mels\": 64", "\"n-mels\": 64, \"step-ms\": 20");
        program_.write("slow.json", slow);
        const auto seconds = [this](const QString& name) {
            const auto run = program_.run({"decode", name, "-o", "back.wav", "-f", "--preset", "slow.json"});
            return run.exitCode == 0 ? program_.readSound("back.wav").seconds() : 0.0;
        };
        QVERIFY2(std::abs(seconds("lost.png") - image.width * 0.02) < 0.03, qPrintable(QString::number(seconds("lost.png"))));
        QVERIFY2(std::abs(seconds("kept.png") - 1.0) < 0.03, qPrintable(QString::number(seconds("kept.png")))); // its record wins
    }

    void wrongOnes_areOneSentence()
    {
        const auto near = program_.run({"encode", "a.wav", "-o", "out", "--preset", "Maximum qualty"});
        QCOMPARE(near.exitCode, 2);
        QVERIFY2(near.err.contains("did you mean 'Maximum quality'"), qPrintable(near.err));
        program_.write("bad.json", R"({"kind": "sonoloom preset", "version": 1, "name": "B", "format": {"name": "riffusion", "params": {"power": 7}}})");
        const auto bad = program_.run({"decode", "kept.png", "-o", "x.wav", "--preset", "bad.json"});
        QCOMPARE(bad.exitCode, 2);
        QCOMPARE(bad.errorLines().size(), 1);
        QVERIFY2(bad.err.contains("bad.json") && bad.err.contains("0.01 to 2"), qPrintable(bad.err));
    }

private:
    const Program program_;
};

QTEST_GUILESS_MAIN(CliPresetsTest)
#include "presets_test.moc"
