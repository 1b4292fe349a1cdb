// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/filelist.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace sonoloom;

namespace
{

const std::vector<std::string> pictureSuffixes{"png", "jpg"};

/// A folder with empty files, and its paths as text.
class Folder
{
public:
    std::string path(const std::string& name) const { return (dir_.path().toStdString() + "/").append(name); }

    Folder& with(const std::string& name)
    {
        QFile file(QString::fromStdString(path(name)));
        QDir().mkpath(QFileInfo(file).path());
        made_ = made_ && file.open(QIODevice::WriteOnly);
        return *this;
    }

    bool isMade() const { return made_; }

private:
    QTemporaryDir dir_;
    bool made_ = dir_.isValid();
};

/// Paths below the folder of all files listed.
std::vector<std::string> namesIn(const Folder& folder, const FileList& list)
{
    std::vector<std::string> names;
    for (const auto& file : list.files) {
        names.push_back(file.string().substr(folder.path("").size()));
    }
    return names;
}

} // namespace

class FileListTest : public QObject
{
    Q_OBJECT
private slots:
    void naturalLess_pairs_countsAsPeopleDo_data();
    void naturalLess_pairs_countsAsPeopleDo();
    void naturalLess_mixedNames_isAStrictOrder();
    void expand_folder_listsItsSuffixesSortedAndCountsTheRest();
    void expand_folderRecursive_goesBelow();
    void expand_loopOfLinks_ends();
    void expand_namedFiles_keepOrderAndAnySuffix();
    void expand_sidecars_areNeitherListedNorCounted();
    void expand_hiddenFiles_areLeftOutOfFoldersAndGlobs();
    void expand_globs_matchInTheLastPart_data();
    void expand_globs_matchInTheLastPart();
    void expand_globOfAFolder_listsItsFiles();
    void expand_existingNameWithGlobCharacters_isThatFile();
    void expand_oddNames_areFound_data();
    void expand_oddNames_areFound();
    void expand_nothingThere_namesTheInput_data();
    void expand_nothingThere_namesTheInput();
    void expand_noInputs_isEmpty();
};

void FileListTest::naturalLess_pairs_countsAsPeopleDo_data()
{
    QTest::addColumn<QByteArray>("less");
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("numbers by value") << QByteArray("tile2.png") << QByteArray("tile10.png");
    QTest::newRow("leading zeros") << QByteArray("tile002") << QByteArray("tile10");
    QTest::newRow("beyond 64 bits") << QByteArray("9999999999999999999998") << QByteArray("9999999999999999999999");
    QTest::newRow("several numbers") << QByteArray("1-2-3") << QByteArray("1-10-2");
    QTest::newRow("case alike") << QByteArray("B1") << QByteArray("b2");
    QTest::newRow("case alike before bytes") << QByteArray("a") << QByteArray("B");
    QTest::newRow("umlaut's case alike") << QByteArray("Ä1") << QByteArray("ä2");
    QTest::newRow("ties by bytes") << QByteArray("Tile") << QByteArray("tile");
    QTest::newRow("same value, ties by bytes") << QByteArray("a01") << QByteArray("a1");
    QTest::newRow("shorter first") << QByteArray("tile") << QByteArray("tile1");
    QTest::newRow("nothing first") << QByteArray("") << QByteArray("0");
    QTest::newRow("not UTF-8") << QByteArray("\xFF"
                                             "1")
                               << QByteArray("\xFF"
                                             "2");
}

void FileListTest::naturalLess_pairs_countsAsPeopleDo()
{
    QFETCH(QByteArray, less);
    QFETCH(QByteArray, more);
    QVERIFY(naturalLess(less.toStdString(), more.toStdString()));
    QVERIFY(!naturalLess(more.toStdString(), less.toStdString()));
}

void FileListTest::naturalLess_mixedNames_isAStrictOrder()
{
    const std::vector<std::string> names{"",   "0",  "00", "1",   "01",  "1a", "1A", "a",  "A",
                                         "a0", "a1", "a/", "a 1", "a01", "a9", "ä",  "Ä1", "\xFF"};
    for (const auto& a : names) {
        QVERIFY(!naturalLess(a, a));
        for (const auto& b : names) {
            QVERIFY(a == b || naturalLess(a, b) != naturalLess(b, a));
            for (const auto& c : names) {
                QVERIFY(!(naturalLess(a, b) && naturalLess(b, c)) || naturalLess(a, c));
            }
        }
    }
}

void FileListTest::expand_folder_listsItsSuffixesSortedAndCountsTheRest()
{
    Folder folder;
    folder.with("t10.png").with("t9.PNG").with("T1.jpg").with("song.wav").with("png").with("below/deep.png");
    QVERIFY(folder.isMade());
    const auto list = expandInputs({folder.path("")}, pictureSuffixes, false);
    QVERIFY2(list, list ? "" : list.error().message.c_str());
    QCOMPARE(namesIn(folder, list.value()), (std::vector<std::string>{"T1.jpg", "t9.PNG", "t10.png"}));
    QCOMPARE(list.value().passedOver, std::size_t{2});
}

void FileListTest::expand_folderRecursive_goesBelow()
{
    Folder folder;
    folder.with("a.png")
        .with("z.png")
        .with("part10/1.png")
        .with("part2/1.png")
        .with("part2/in/2.png")
        .with("part2/x.txt");
    const auto list = expandInputs({folder.path("")}, pictureSuffixes, true);
    QVERIFY(list);
    QCOMPARE(namesIn(folder, list.value()),
             (std::vector<std::string>{"a.png", "part2/1.png", "part2/in/2.png", "part10/1.png", "z.png"}));
    QCOMPARE(list.value().passedOver, std::size_t{1});
}

void FileListTest::expand_loopOfLinks_ends()
{
    Folder folder;
    folder.with("below/a.png");
    QVERIFY(QFile::link(QString::fromStdString(folder.path("")), QString::fromStdString(folder.path("below/up"))));
    const auto list = expandInputs({folder.path("")}, pictureSuffixes, true);
    QVERIFY(list);
    QCOMPARE(namesIn(folder, list.value()), std::vector<std::string>{"below/a.png"});
}

void FileListTest::expand_namedFiles_keepOrderAndAnySuffix()
{
    Folder folder;
    folder.with("10.png").with("2.png").with("notes.txt");
    const auto list =
        expandInputs({folder.path("notes.txt"), folder.path("10.png"), folder.path("2.png")}, pictureSuffixes, false);
    QVERIFY(list);
    QCOMPARE(namesIn(folder, list.value()), (std::vector<std::string>{"notes.txt", "10.png", "2.png"}));
    QCOMPARE(list.value().passedOver, std::size_t{0});
}

void FileListTest::expand_sidecars_areNeitherListedNorCounted()
{
    Folder folder;
    folder.with("a.png").with("a.sonoloom.json").with("b.json");
    const auto ofFolder = expandInputs({folder.path("")}, {"png", "json"}, false);
    QVERIFY(ofFolder);
    QCOMPARE(namesIn(folder, ofFolder.value()), (std::vector<std::string>{"a.png", "b.json"}));
    QCOMPARE(ofFolder.value().passedOver, std::size_t{0});
    const auto named = expandInputs({folder.path("a.png"), folder.path("a.sonoloom.json")}, {"png"}, false);
    QVERIFY(named);
    QCOMPARE(namesIn(folder, named.value()), std::vector<std::string>{"a.png"});
    const auto alone = expandInputs({folder.path("a.sonoloom.json")}, {"png"}, false);
    QVERIFY(!alone);
    QCOMPARE(alone.error().code, ErrorCode::NotFound);
    QVERIFY(alone.error().message.find("a.sonoloom.json") != std::string::npos);
}

void FileListTest::expand_hiddenFiles_areLeftOutOfFoldersAndGlobs()
{
    Folder folder;
    folder.with("a.png").with(".a.0123.png").with(".cache/b.png").with(".notes");
    const auto ofFolder = expandInputs({folder.path("")}, pictureSuffixes, true);
    QVERIFY(ofFolder);
    QCOMPARE(namesIn(folder, ofFolder.value()), std::vector<std::string>{"a.png"});
    QCOMPARE(ofFolder.value().passedOver, std::size_t{0});
    const auto ofGlob = expandInputs({folder.path("*.png")}, pictureSuffixes, true);
    QVERIFY(ofGlob);
    QCOMPARE(namesIn(folder, ofGlob.value()), std::vector<std::string>{"a.png"});
    const auto asked = expandInputs({folder.path(".a*")}, pictureSuffixes, true);
    QVERIFY(asked);
    QCOMPARE(namesIn(folder, asked.value()), std::vector<std::string>{".a.0123.png"});
}

void FileListTest::expand_globs_matchInTheLastPart_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("star") << QByteArray("t*.png") << QByteArrayList{"t1.png", "t2.png", "t10.png"};
    QTest::newRow("question mark") << QByteArray("t?.png") << QByteArrayList{"t1.png", "t2.png"};
    QTest::newRow("question mark, umlaut") << QByteArray("?.png") << QByteArrayList{"ö.png"};
    QTest::newRow("set") << QByteArray("t[2-9].png") << QByteArrayList{"t2.png"};
    QTest::newRow("not in set") << QByteArray("t[!2].png") << QByteArrayList{"t1.png"};
    QTest::newRow("dot is a dot") << QByteArray("t1?png*") << QByteArrayList{"t1.png"};
    QTest::newRow("any suffix") << QByteArray("*.txt") << QByteArrayList{"notes.txt"};
}

void FileListTest::expand_globs_matchInTheLastPart()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArrayList, expected);
    Folder folder;
    folder.with("t10.png").with("t2.png").with("t1.png").with("ö.png").with("notes.txt").with("t1.sonoloom.json");
    const auto list = expandInputs({folder.path(pattern.toStdString())}, pictureSuffixes, false);
    QVERIFY2(list, list ? "" : list.error().message.c_str());
    std::vector<std::string> names;
    std::transform(expected.begin(), expected.end(), std::back_inserter(names),
                   [](const QByteArray& name) { return name.toStdString(); });
    QCOMPARE(namesIn(folder, list.value()), names);
    QCOMPARE(list.value().passedOver, std::size_t{0});
}

void FileListTest::expand_globOfAFolder_listsItsFiles()
{
    Folder folder;
    folder.with("set1/a.png").with("set2/b.png").with("set2/b.txt").with("other/c.png");
    const auto list = expandInputs({folder.path("set*")}, pictureSuffixes, false);
    QVERIFY(list);
    QCOMPARE(namesIn(folder, list.value()), (std::vector<std::string>{"set1/a.png", "set2/b.png"}));
    QCOMPARE(list.value().passedOver, std::size_t{1});
}

void FileListTest::expand_existingNameWithGlobCharacters_isThatFile()
{
    Folder folder;
    folder.with("song [live].png").with("song l.png");
    const auto list = expandInputs({folder.path("song [live].png")}, pictureSuffixes, false);
    QVERIFY(list);
    QCOMPARE(namesIn(folder, list.value()), std::vector<std::string>{"song [live].png"});
}

void FileListTest::expand_oddNames_areFound_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("spaces") << QByteArray(" a b  c .png");
    QTest::newRow("umlauts") << QByteArray("Übergröße.png");
    QTest::newRow("leading dash") << QByteArray("-o.png");
    QTest::newRow("200 characters") << QByteArray(196, 'n') + ".png";
    QTest::newRow("line break") << QByteArray("two\nlines.png");
    QTest::newRow("not UTF-8") << QByteArray("caf\xE9.png");
}

void FileListTest::expand_oddNames_areFound()
{
    QFETCH(QByteArray, name);
    Folder folder;
    const std::string path = folder.path(name.toStdString());
    FILE* file = std::fopen(path.c_str(), "w"); // QFile would write bytes that are not UTF-8 otherwise
    QVERIFY(file != nullptr);
    std::fclose(file);
    const auto removed = qScopeGuard([&path] { std::remove(path.c_str()); });
    for (const std::string& input : {path, folder.path(""), folder.path("*"), folder.path("*.png")}) {
        const auto list = expandInputs({input}, pictureSuffixes, false);
        QVERIFY2(list, input.c_str());
        QCOMPARE(namesIn(folder, list.value()), std::vector<std::string>{name.toStdString()});
    }
}

void FileListTest::expand_nothingThere_namesTheInput_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("no file") << QByteArray("missing.png");
    QTest::newRow("nothing matches") << QByteArray("x*.png");
    QTest::newRow("glob in a missing folder") << QByteArray("missing/*.png");
    QTest::newRow("glob not in the last part") << QByteArray("b*/a.png");
    QTest::newRow("folder without such files") << QByteArray("below");
    QTest::newRow("file taken for a folder") << QByteArray("a.txt/b.png");
}

void FileListTest::expand_nothingThere_namesTheInput()
{
    QFETCH(QByteArray, name);
    Folder folder;
    folder.with("a.txt").with("below/b.txt");
    const std::string input = folder.path(name.toStdString());
    const auto list = expandInputs({folder.path("a.txt"), input}, pictureSuffixes, false);
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::NotFound);
    QVERIFY2(list.error().message.find("'" + input + "'") != std::string::npos, list.error().message.c_str());
}

void FileListTest::expand_noInputs_isEmpty()
{
    const auto list = expandInputs({}, pictureSuffixes, false);
    QVERIFY(list);
    QVERIFY(list.value().files.empty());
}

QTEST_GUILESS_MAIN(FileListTest)
#include "filelist_test.moc"
