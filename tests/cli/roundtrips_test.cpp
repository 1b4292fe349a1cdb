// SPDX-License-Identifier: GPL-3.0-or-later
// Images that went through other programs, ImageMagick and Pillow, which strip, rename, recolour, recompress, cut and
// resize them, and come back to another folder.
#include "tests/cli/program.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QtTest>

using namespace sonoloom;
using testsupport::chord;
using testsupport::Program;

namespace
{

constexpr const char* pillow = R"(
import sys
from PIL import Image
act, source, target = sys.argv[1:]
image = Image.open(source)
if act == "rgb":
    image = image.convert("RGB")
elif act == "half":
    image = image.resize((image.width // 2, image.height // 2), Image.BOX)
elif act == "cut":
    image = image.crop((0, 0, image.width * 3 // 5, image.height))
elif act == "new":  # as a model that paints another picture
    image = image.transpose(Image.FLIP_TOP_BOTTOM).transpose(Image.FLIP_LEFT_RIGHT)
elif act == "exif":
    image.save(target, exif=image.getexif())
    sys.exit()
elif act == "hobby":  # writes its tags into a JPEG file
    tags = Image.Exif()
    tags.update(image.getexif())
    image.save(target, exif=tags, quality=95)
    sys.exit()
image.save(target)
)";

QJsonObject jsonOf(const testsupport::Run& run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object();
}

bool hasNotice(const QJsonObject& result, const QString& part)
{
    for (const auto& notice : result["notices"].toArray())
        if (notice.toString().contains(part))
            return true;
    return false;
}

} // namespace

class CliRoundtripsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void image_comesBack_withItsRecord_data();
    void image_comesBack_withItsRecord();
    void image_besideItsSidecar_isFoundWithoutBeingTold();
    void image_cut_isToldToBe();
    void image_paintedAnew_keepsItsParameters_aloud();
    void originalsWithoutSidecar_giveTheirRecords();
    void place_withoutRecords_isRefused();
    void exif_isWhatPillowReads();
    void jpegOfHobby_isReadByItsExif_data();
    void jpegOfHobby_isReadByItsExif();

private:
    QString tileName(int index) const { return QString("song_%1.png").arg(index, 5, 10, QChar('0')); }
    QStringList tiles() const { return QDir(program_.path("in")).entryList({"*.png"}); }
    /// `{from}` and `{to}` stand for the files; "pillow" for the script.
    void through(QStringList command, const QString& from, const QString& to) const;

    Program program_;
    static constexpr double seconds = 12.5;
};

void CliRoundtripsTest::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable("convert").isEmpty(), "ImageMagick is missing: packaging/install-deps.sh --tests");
    program_.write("pillow.py", pillow);
    program_.writeSound("song.wav", chord(seconds, 44100, 2));
    const auto run = program_.run({"encode", "song.wav", "-o", "in"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QCOMPARE(tiles().size(), 3);
}

void CliRoundtripsTest::through(QStringList command, const QString& from, const QString& to) const
{
    command.replaceInStrings("{from}", program_.path(from)).replaceInStrings("{to}", program_.path(to));
    if (command.front() == "pillow")
        command = QStringList{SONOLOOM_PYTHON, program_.path("pillow.py")} + command.mid(1);
    QDir().mkpath(QFileInfo(program_.path(to)).path());
    QProcess process;
    process.start(command.front(), command.mid(1));
    QVERIFY2(process.waitForFinished(60'000), qPrintable(command.join(' ')));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QVERIFY(program_.has(to));
}

void CliRoundtripsTest::image_comesBack_withItsRecord_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("name"); // {n} is the tile's number, {i} the generator's own
    QTest::addColumn<QString>("way");
    const QStringList strip{"convert", "{from}", "-strip", "{to}"};
    const QStringList jpeg{"convert", "{from}", "-strip", "-quality", "75", "{to}"};
    const QStringList twice{"convert", "{from}", "-strip", "-resize", "200%", "-quality", "85", "{to}"};
    const auto byPillow = [](const char* act) { return QStringList{"pillow", act, "{from}", "{to}"}; };
    QTest::newRow("a name in front") << strip << "000{i}-song_{n}.png" << "by name pattern";
    QTest::newRow("a copy") << byPillow("copy") << "song_{n} (1).png" << "by name pattern";
    QTest::newRow("a copy with EXIF, which says less") << byPillow("exif") << "song_{n}-copy.png" << "by name pattern";
    QTest::newRow("img2img") << byPillow("rgb") << "song_{n}-img2img-000{i}.jpg" << "by name pattern";
    QTest::newRow("upscaled") << twice << "song_{n}_upscaled.jpg" << "by name pattern";
    QTest::newRow("the same name") << byPillow("rgb") << "song_{n}.png" << "by name";
    QTest::newRow("another name, stripped") << strip << "ComfyUI_0000{i}_.png" << "by what it looks like";
    QTest::newRow("another name, JPEG") << jpeg << "image{i}.jpeg" << "by what it looks like";
    QTest::newRow("another name, twice as large") << twice << "out-{i}.jpg" << "by what it looks like";
    QTest::newRow("another name, half as large") << byPillow("half") << "grid-{i}.png" << "by what it looks like";
    QTest::newRow("resized with its text") << QStringList{"convert", "{from}", "-resize", "150%", "{to}"} << "large{i}.png" << "";
}

void CliRoundtripsTest::image_comesBack_withItsRecord()
{
    QFETCH(QStringList, command);
    QFETCH(QString, name);
    QFETCH(QString, way);
    const QString folder = QString("back/") + QTest::currentDataTag() + "/";
    for (int i = 0; i < 3; ++i) {
        QString target = name;
        target.replace("{n}", tileName(i).mid(5, 5)).replace("{i}", QString::number(i + 4));
        through(command, "in/" + tileName(i), folder + target);
    }
    const auto decoded = program_.run({"decode", folder, "--records", "in", "-o", "back.wav", "-f", "--json", "--method", "draft"});
    QVERIFY2(decoded.exitCode == 0, qPrintable(decoded.err));
    const auto result = jsonOf(decoded);
    if (!way.isEmpty())
        QVERIFY2(hasNotice(result, "Parameters of 3 images were restored from 'song.sonoloom.json' " + way + "."), qPrintable(decoded.err));
    // The length to the sample is in the record alone.
    QCOMPARE(result["files"].toArray()[0].toObject()["samples"].toInt(), static_cast<int>(seconds * 44100));
    QCOMPARE(result["files"].toArray()[0].toObject()["channels"].toInt(), 2);
}

void CliRoundtripsTest::image_besideItsSidecar_isFoundWithoutBeingTold()
{
    through({"convert", "{from}", "-strip", "{to}"}, "in/" + tileName(1), "beside/00007-song_00001.png");
    program_.write("beside/song.sonoloom.json", program_.bytes("in/song.sonoloom.json"));
    const auto info = jsonOf(program_.run({"info", "beside/00007-song_00001.png", "--json"}))["files"].toArray()[0].toObject();
    QCOMPARE(info["record_found"].toString(), QString("from 'song.sonoloom.json' by name pattern"));
    QCOMPARE(info["record"].toObject()["tile"].toObject()["index"].toInt(), 1);
}

void CliRoundtripsTest::image_cut_isToldToBe()
{
    through({"pillow", "cut", "{from}", "{to}"}, "in/" + tileName(0), "cut/song_00000_cut.png");
    const auto run = program_.run({"decode", "cut/", "--records", "in/song.sonoloom.json", "-o", "cut.wav", "--json", "--method", "draft"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    const auto result = jsonOf(run);
    QVERIFY2(hasNotice(result, "has 307 x 512 pixels, but its record says 512 x 512"), qPrintable(run.err));
    QCOMPARE(result["files"].toArray()[0].toObject()["samples"].toInt(), 307 * 441);
}

void CliRoundtripsTest::image_paintedAnew_keepsItsParameters_aloud()
{
    through({"pillow", "new", "{from}", "{to}"}, "in/" + tileName(2), "new/song_00002-0001.png");
    const auto info = jsonOf(program_.run({"info", "new", "--json", "--records", "in"}))["files"].toArray()[0].toObject();
    QCOMPARE(info["record_found"].toString(), QString("from 'song.sonoloom.json' by name pattern, though it looks different"));
    QCOMPARE(info["record"].toObject()["level"].toObject()["rule"].toString(), QString("shared"));
}

void CliRoundtripsTest::originalsWithoutSidecar_giveTheirRecords()
{
    for (int i = 0; i < 3; ++i)
        program_.write("only/" + tileName(i), program_.bytes("in/" + tileName(i)));
    through({"convert", "{from}", "-strip", "{to}"}, "in/" + tileName(2), "stripped/x-song_00002.png");
    const auto found = [&](const char* place) {
        const auto info = jsonOf(program_.run({"info", "stripped", "--json", "--records", place}));
        return info["files"].toArray()[0].toObject()["record_found"].toString();
    };
    QCOMPARE(found("only"), QString("from 'only' by name pattern"));
    QCOMPARE(found("only/song_00002.png"), QString("from 'song_00002.png' by name pattern"));
    QCOMPARE(found("only/song_00001.png"), QString("none"));
}

void CliRoundtripsTest::place_withoutRecords_isRefused()
{
    program_.write("empty/note.txt", "nothing");
    program_.write("broken/a.sonoloom.json", "{");
    for (const char* place : {"empty", "nowhere", "empty/note.txt", "broken", "broken/a.sonoloom.json"}) {
        const auto run = program_.run({"decode", "in", "--records", place, "-o", "never.wav"});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.errorLines().size(), 1);
        QVERIFY2(run.err.contains(place), qPrintable(run.err));
    }
    QVERIFY(!program_.has("never.wav"));
}

void CliRoundtripsTest::exif_isWhatPillowReads()
{
    const char* reader = "import sys; from PIL import Image; e = Image.open(sys.argv[1]).getexif(); "
                         "print(*[e.get(t) for t in (11000, 11005, 11010, 11020, 11030, 11040, 11050, 11060, 11070)])";
    QProcess process;
    process.start(SONOLOOM_PYTHON, {"-c", reader, program_.path("in/" + tileName(0))});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.readAllStandardOutput(), QByteArray("44100 1 10 100 400 512 0 10000 0.25\n"));
}

void CliRoundtripsTest::jpegOfHobby_isReadByItsExif_data()
{
    QTest::addColumn<int>("channels");
    QTest::newRow("mono") << 1;
    QTest::newRow("stereo") << 2;
}

void CliRoundtripsTest::jpegOfHobby_isReadByItsExif()
{
    QFETCH(int, channels);
    const QString name = QString("hobby%1").arg(channels);
    program_.writeSound(name + ".wav", chord(2, 48000, channels));
    const auto made = program_.run({"encode", name + ".wav", "-o", name, "--level", "peak", "--n-mels", "256", "--rgb", "--no-sidecar"});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    through({"pillow", "hobby", "{from}", "{to}"}, name + "/" + name + "_00000.png", name + "/x.jpg");
    const auto info = jsonOf(program_.run({"info", name + "/x.jpg", "--json"}))["files"].toArray()[0].toObject();
    const auto record = info["record"].toObject();
    QCOMPARE(info["record_found"].toString(), QString("in the image"));
    QCOMPARE(record["sampleRate"].toInt(), 48000);
    QCOMPARE(record["channels"].toInt(), channels);
    QCOMPARE(record["params"].toObject()["n-mels"].toInt(), 256);
    for (const char* finish : {"--finish", "--no-finish"}) {
        const auto back = program_.run({"decode", name + "/x.jpg", "-o", name + "_back.wav", "-f", finish, "--method", "draft"});
        QVERIFY2(back.exitCode == 0, qPrintable(back.err));
        QCOMPARE(program_.readSound(name + "_back.wav").sampleRate, 48000);
        QCOMPARE(program_.readSound(name + "_back.wav").channelCount(), static_cast<std::size_t>(channels));
    }
}

QTEST_GUILESS_MAIN(CliRoundtripsTest)
#include "roundtrips_test.moc"
