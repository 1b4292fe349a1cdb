// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/project/project.h"
#include "tests/core/io/scratchfolder.h"

#include <QTest>

#include <fstream>

using namespace sonoloom;
namespace fs = std::filesystem;

namespace
{

Project someProject(const fs::path& source)
{
    Project project;
    project.sources = {source};
    project.mended = true;
    std::shared_ptr<Codec> codec = makeCodec("riffusion");
    codec->setCompatible(true);
    const auto fields = codec->fields();
    if (!setFieldText(*findField(fields, "power"), "0.5"))
        qFatal("no power");
    project.codec = codec;
    project.given = {"power"};
    project.reconstruct.method = ReconstructMethod::Best;
    project.view = {1.5, 2.5, 0.25, 0.75, 1.6, 2.0, 1.7, true, 0.3, 0.5, "linear", true, "original,result", "viridis", 60, -6, "result=grey/40/0"};
    project.markers = {{0.5, "verse"}, {2.25, ""}};
    project.sequence = {{source,
                         1,
                         2.5,
                         -6,
                         ClipTransition::Interpolation,
                         0.5,
                         {0, 2, BlendOrder::TrebleFirst, "linear,power", "0,0.5", "0.5", MixSpace::Decibel},
                         InterpolationSpace::Magnitude},
                        {source}};
    return project;
}

std::string valueOf(const Project& project, const char* key)
{
    const auto codec = project.codec->clone();
    return fieldText(*findField(codec->fields(), key));
}

void touch(const fs::path& file)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "x";
}

} // namespace

class ProjectTest : public QObject
{
    Q_OBJECT

private slots:
    void project_writtenAndRead_isTheSame();
    void folder_movedWithItsSound_findsIt();
    void project_movedAlone_findsTheSoundWhereItWas();
    void missingSource_isNamed();
    void unknownKeys_areKept_andANewerVersionIsTold();
    void impossibleValue_isLeftOut_andTold();
    void unreadable_isOneSentence_data();
    void unreadable_isOneSentence();
    void clip_thatCannotBe_isLeftOut_andTold();
    void existingFile_isReplacedOnlyIfAsked();
    void edits_writtenAndRead_areTheSame();
    void edit_thatCannotBe_isLeftOut_andTold();

private:
    std::vector<std::string> notices_;
};

void ProjectTest::project_writtenAndRead_isTheSame()
{
    const ScratchFolder folder;
    touch(folder.path("song.wav"));
    const Project before = someProject(folder.path("song.wav"));
    QVERIFY(writeProject(folder.path("p.sonoloom"), before, Overwrite::No));
    const auto read = readProject(folder.path("p.sonoloom"), notices_);
    QVERIFY(read.has_value());
    const Project& after = read.value();
    QVERIFY(notices_.empty());
    QCOMPARE(after.sources, before.sources);
    QCOMPARE(after.mended, true);
    QCOMPARE(after.codec->name(), std::string("riffusion"));
    QVERIFY(after.codec->compatible());
    QCOMPARE(valueOf(after, "power"), std::string("0.5"));
    QCOMPARE(after.given, before.given);
    QVERIFY(after.reconstruct == before.reconstruct);
    QVERIFY(after.view == before.view);
    QVERIFY(after.markers == before.markers);
    QVERIFY(after.sequence == before.sequence);
    QCOMPARE(projectToJson(after, folder.root()), projectToJson(before, folder.root()));
}

void ProjectTest::folder_movedWithItsSound_findsIt()
{
    const ScratchFolder folder;
    touch(folder.path("a/sounds/song.wav"));
    QVERIFY(writeProject(folder.path("a/p.sonoloom"), someProject(folder.path("a/sounds/song.wav")), Overwrite::No));
    fs::rename(folder.path("a"), folder.path("b"));
    touch(folder.path("a/sounds/song.wav")); // another one where it was
    QCOMPARE(readProject(folder.path("b/p.sonoloom"), notices_).value().sources.front(), folder.path("b/sounds/song.wav"));
}

void ProjectTest::project_movedAlone_findsTheSoundWhereItWas()
{
    const ScratchFolder folder;
    touch(folder.path("a/song.wav"));
    QVERIFY(writeProject(folder.path("a/p.sonoloom"), someProject(folder.path("a/song.wav")), Overwrite::No));
    fs::create_directories(folder.path("c/d"));
    fs::rename(folder.path("a/p.sonoloom"), folder.path("c/d/p.sonoloom"));
    QCOMPARE(readProject(folder.path("c/d/p.sonoloom"), notices_).value().sources.front(), folder.path("a/song.wav"));
}

void ProjectTest::missingSource_isNamed()
{
    const ScratchFolder folder;
    touch(folder.path("song.wav"));
    QVERIFY(missingSources(someProject(folder.path("song.wav"))).empty());
    QCOMPARE(missingSources(someProject(folder.path("gone.wav"))), std::vector{folder.path("gone.wav")});
    Project project = someProject(folder.path("song.wav"));
    project.sequence[1].source = folder.path("gone.png");
    QCOMPARE(missingSources(project), std::vector{folder.path("gone.png")});
}

void ProjectTest::unknownKeys_areKept_andANewerVersionIsTold()
{
    std::string json = projectToJson(someProject("/x/song.wav"), "/x");
    json.replace(json.find("\"version\": 1"), 12, "\"clips\": [1, 2], \"version\": 7");
    const auto read = projectFromJson(json, "/x", notices_);
    QVERIFY(read.has_value());
    QCOMPARE(notices_.size(), std::size_t{1});
    QVERIFY(QString::fromStdString(notices_.front()).contains("newer version"));
    QVERIFY(QString::fromStdString(projectToJson(read.value(), "/x")).contains("\"clips\""));
    QCOMPARE(valueOf(read.value(), "power"), std::string("0.5"));
}

void ProjectTest::impossibleValue_isLeftOut_andTold()
{
    notices_.clear();
    std::string json = projectToJson(someProject("/x/song.wav"), "/x");
    json.replace(json.find("\"power\": 0.5"), 12, "\"power\": 99");
    json.replace(json.find("\"range\": 60"), 11, "\"range\": \"wide\"");
    const auto read = projectFromJson(json, "/x", notices_);
    QVERIFY(read.has_value());
    QCOMPARE(notices_.size(), std::size_t{2});
    QCOMPARE(valueOf(read.value(), "power"), std::string("0.25"));
    QCOMPARE(read.value().view.rangeDb, 80);
    QCOMPARE(read.value().view.colours, std::string("viridis"));
}

void ProjectTest::clip_thatCannotBe_isLeftOut_andTold()
{
    notices_.clear();
    std::string json = projectToJson(someProject("/x/song.wav"), "/x");
    json.replace(json.find("\"gain\": -6.0"), 12, "\"gain\": 900");
    json.replace(json.find("\"sequence\": ["), 13, "\"sequence\": [{\"from\": 1}, ");
    const auto read = projectFromJson(json, "/x", notices_);
    QVERIFY(read.has_value());
    QCOMPARE(notices_.size(), std::size_t{2});
    QCOMPARE(read->sequence.size(), std::size_t{2});
    QCOMPARE(read->sequence[0].gainDb, 0.0);
    QCOMPARE(read->sequence[0].to, 2.5);
}

void ProjectTest::unreadable_isOneSentence_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << "no project";
    QTest::newRow("other json") << QByteArray("{\"a\": 1}") << "no project";
    QTest::newRow("cut short") << QByteArray("{\"kind\": \"sonoloom project\", \"version\"") << "no project";
    QTest::newRow("a list") << QByteArray("[1]") << "no project";
    QTest::newRow("deep") << QByteArray(100'000, '[') << "no project";
    QTest::newRow("unknown format") << QByteArray("{\"kind\": \"sonoloom project\", \"format\": {\"name\": \"video\"}}") << "format 'video'";
}

void ProjectTest::unreadable_isOneSentence()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, part);
    const ScratchFolder folder;
    std::ofstream(folder.path("p.sonoloom")) << content.toStdString();
    const auto read = readProject(folder.path("p.sonoloom"), notices_);
    QVERIFY(!read.has_value());
    const QString sentence = QString::fromStdString(read.error().message);
    QVERIFY2(sentence.contains("p.sonoloom") && sentence.contains(part), qPrintable(sentence));
}

void ProjectTest::existingFile_isReplacedOnlyIfAsked()
{
    const ScratchFolder folder;
    touch(folder.path("p.sonoloom"));
    const auto refused = writeProject(folder.path("p.sonoloom"), someProject("/x/song.wav"), Overwrite::No);
    QVERIFY(!refused.has_value());
    QCOMPARE(fs::file_size(folder.path("p.sonoloom")), std::uintmax_t{1});
    QVERIFY(writeProject(folder.path("p.sonoloom"), someProject("/x/song.wav"), Overwrite::Yes));
    QVERIFY(fs::file_size(folder.path("p.sonoloom")) > 100);
}

void ProjectTest::edits_writtenAndRead_areTheSame()
{
    Project project = someProject("/a/song.wav");
    RegionEdit stroke;
    stroke.op = RegionOp::Erase;
    stroke.shape = {RegionKind::Brush, {{0.1 + 0.2, 440}, {0.5, 466.1637615180899}}};
    stroke.shape.radiusMels = 17.25;
    RegionEdit pasted;
    pasted.op = RegionOp::Paste;
    pasted.shape = {RegionKind::Lasso, {{1, 100}, {2, 200}, {1, 300}}};
    pasted.shiftSeconds = -0.75;
    pasted.semitones = 7;
    pasted.mode = PasteMode::Max;
    project.edits = {std::make_shared<const RegionEdit>(stroke), std::make_shared<const RegionEdit>(pasted)};
    notices_.clear();
    const auto read = projectFromJson(projectToJson(project, "/a"), "/a", notices_);
    QVERIFY(read);
    QVERIFY(notices_.empty());
    QCOMPARE(read->edits.size(), std::size_t{2});
    QVERIFY(*read->edits[0] == stroke);
    QVERIFY(*read->edits[1] == pasted);
}

void ProjectTest::edit_thatCannotBe_isLeftOut_andTold()
{
    std::string text = projectToJson(someProject("/a/song.wav"), "/a");
    text.insert(text.rfind('}'), R"(, "edits": [{"shape": "star", "points": "1:2"}, 7, {"shape": "lasso", "points": "x"},
        {"shape": "brush", "points": "1:2", "op": "gain", "gain": 1e9}])");
    notices_.clear();
    const auto read = projectFromJson(text, "/a", notices_);
    QVERIFY(read);
    QCOMPARE(read->edits.size(), std::size_t{1});
    QCOMPARE(read->edits[0]->gainDb, RegionEdit().gainDb);
    QCOMPARE(notices_.size(), std::size_t{4});
}

QTEST_APPLESS_MAIN(ProjectTest)
#include "project_test.moc"
