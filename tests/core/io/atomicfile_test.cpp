// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomicfile.h"

#include "core/base/parallel.h"
#include "tests/core/io/scratchfolder.h"

#include <QTest>

#include <sys/stat.h>

#include <string_view>
#include <vector>

using namespace sonoloom;
namespace fs = std::filesystem;

namespace
{

using Names = std::vector<std::string>;

Result<void> write(const fs::path& place, std::string_view bytes, Overwrite overwrite = Overwrite::No)
{
    return writeFile(place, bytes, overwrite);
}

/// True if it failed with that code and a sentence that names the place.
bool failedWith(const Result<void>& result, ErrorCode code, const fs::path& place)
{
    if (result || result.error().code != code) {
        return false;
    }
    return result.error().message.find("'" + place.string() + "'") != std::string::npos;
}

} // namespace

class AtomicFileTest : public QObject
{
    Q_OBJECT
private slots:
    void write_newFile_hasAllBytes();
    void write_withoutCommit_showsAndLeavesNothing();
    void write_existingWithoutLeave_isRefusedAndKept();
    void write_existingWithLeave_isReplacedAndKeepsPermissions();
    void write_newFile_hasTheUsualPermissions();
    void commit_somebodyMadeItMeanwhile_isRefusedAndKept();
    void commit_temporaryVanished_failsAndKeepsTheOld();
    void commit_folderVanished_fails();
    void write_throughLink_replacesItsTarget();
    void write_throughDanglingLink_makesItsTarget();
    void write_missingFolders_areMade();
    void abandon_madeFolders_goUnlessUsed();
    void write_impossiblePlaces_areRefused_data();
    void write_impossiblePlaces_areRefused();
    void write_oddNames_work_data();
    void write_oddNames_work();
    void write_nameOf256Bytes_isRefused();
    void write_manyThreads_leaveOneWholeFile();
    void temporaryPath_ofPlace_isHiddenWithItsSuffix();
    void moved_file_isCommittedOnce();
    void readFile_faults_areNamed();
    void sha256_knownTexts_giveKnownDigests();
};

void AtomicFileTest::write_newFile_hasAllBytes()
{
    const ScratchFolder folder;
    const std::string bytes = std::string(300'000, 'x') + std::string("\0\n\r\xFF", 4);
    QVERIFY(write(folder.path("a.bin"), bytes));
    QVERIFY(contentOf(folder.path("a.bin")) == bytes);
    QVERIFY(write(folder.path("empty"), ""));
    QCOMPARE(folder.entries(), (Names{"a.bin", "empty"}));
}

void AtomicFileTest::write_withoutCommit_showsAndLeavesNothing()
{
    const ScratchFolder folder;
    {
        const auto file = AtomicFile::create(folder.path("a.wav"), Overwrite::No);
        QVERIFY(file);
        std::ofstream(file->temporaryPath()) << "half";
        QVERIFY(!fs::exists(folder.path("a.wav")));
        QCOMPARE(folder.entries().size(), std::size_t{1});
    }
    QVERIFY(folder.entries().empty());
}

void AtomicFileTest::write_existingWithoutLeave_isRefusedAndKept()
{
    const ScratchFolder folder;
    const auto place = folder.with("a.png", "old");
    QVERIFY(failedWith(write(place, "new"), ErrorCode::Exists, place));
    QCOMPARE(contentOf(place), std::string("old"));
    QCOMPARE(folder.entries(), Names{"a.png"});
}

void AtomicFileTest::write_existingWithLeave_isReplacedAndKeepsPermissions()
{
    const ScratchFolder folder;
    const auto place = folder.with("a.png", "old and longer");
    fs::permissions(place, fs::perms(0640));
    QVERIFY(write(place, "new", Overwrite::Yes));
    QCOMPARE(contentOf(place), std::string("new"));
    QCOMPARE(fs::status(place).permissions(), fs::perms(0640));
}

void AtomicFileTest::write_newFile_hasTheUsualPermissions()
{
    const ScratchFolder folder;
    const mode_t mask = ::umask(027);
    const auto written = write(folder.path("a"), "x");
    ::umask(mask);
    QVERIFY(written);
    QCOMPARE(fs::status(folder.path("a")).permissions(), fs::perms(0640));
}

void AtomicFileTest::commit_somebodyMadeItMeanwhile_isRefusedAndKept()
{
    const ScratchFolder folder;
    auto file = AtomicFile::create(folder.path("a.png"), Overwrite::No);
    QVERIFY(file);
    folder.with("a.png", "theirs");
    QVERIFY(failedWith(file->commit(), ErrorCode::Exists, folder.path("a.png")));
    QCOMPARE(contentOf(folder.path("a.png")), std::string("theirs"));
    QCOMPARE(folder.entries(), Names{"a.png"});
}

void AtomicFileTest::commit_temporaryVanished_failsAndKeepsTheOld()
{
    const ScratchFolder folder;
    const auto place = folder.with("a.png", "old");
    auto file = AtomicFile::create(place, Overwrite::Yes);
    QVERIFY(file);
    fs::remove(file->temporaryPath());
    QVERIFY(failedWith(file->commit(), ErrorCode::WriteFailed, place));
    QCOMPARE(contentOf(place), std::string("old"));
}

void AtomicFileTest::commit_folderVanished_fails()
{
    const ScratchFolder folder;
    auto file = AtomicFile::create(folder.path("new/deep/a.png"), Overwrite::No);
    QVERIFY(file);
    fs::remove_all(folder.path("new"));
    QVERIFY(failedWith(file->commit(), ErrorCode::WriteFailed, folder.path("new/deep/a.png")));
    QVERIFY(folder.entries().empty());
}

void AtomicFileTest::write_throughLink_replacesItsTarget()
{
    const ScratchFolder folder;
    const auto target = folder.with("real/target.png", "old");
    fs::create_symlink("real/target.png", folder.path("link.png"));
    QVERIFY(write(folder.path("link.png"), "new", Overwrite::Yes));
    QVERIFY(fs::is_symlink(folder.path("link.png")));
    QCOMPARE(contentOf(target), std::string("new"));
    QCOMPARE(folder.entries(), (Names{"link.png", "real", "real/target.png"}));
}

void AtomicFileTest::write_throughDanglingLink_makesItsTarget()
{
    const ScratchFolder folder;
    fs::create_symlink("target.png", folder.path("link.png"));
    fs::create_symlink(folder.path("link.png"), folder.path("second.png"));
    for (const Overwrite overwrite : {Overwrite::No, Overwrite::Yes}) {
        fs::remove(folder.path("target.png"));
        QVERIFY(write(folder.path("second.png"), "new", overwrite));
        QCOMPARE(folder.entries(), (Names{"link.png", "second.png", "target.png"}));
        QVERIFY(fs::is_symlink(folder.path("link.png")));
        QVERIFY(fs::is_symlink(folder.path("second.png")));
        QCOMPARE(contentOf(folder.path("target.png")), std::string("new"));
    }
}

void AtomicFileTest::write_missingFolders_areMade()
{
    const ScratchFolder folder;
    QVERIFY(write(folder.path("one/two/../three/a.png"), "x"));
    QCOMPARE(contentOf(folder.path("one/three/a.png")), std::string("x"));
}

void AtomicFileTest::abandon_madeFolders_goUnlessUsed()
{
    const ScratchFolder folder;
    {
        QVERIFY(AtomicFile::create(folder.path("one/two/a.png"), Overwrite::No));
    }
    QVERIFY(folder.entries().empty());
    {
        const auto file = AtomicFile::create(folder.path("one/two/a.png"), Overwrite::No);
        QVERIFY(file);
        folder.with("one/theirs.txt", "theirs");
    }
    QCOMPARE(folder.entries(), (Names{"one", "one/theirs.txt"}));
}

void AtomicFileTest::write_impossiblePlaces_areRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a folder") << "folder";
    QTest::newRow("ends in a slash") << "folder/new/";
    QTest::newRow("below a file") << "file/a.png";
    QTest::newRow("far below a file") << "file/x/y/a.png";
    QTest::newRow("a pipe") << "pipe";
    QTest::newRow("a loop of links") << "loop";
    QTest::newRow("a folder in a loop of links") << "loop/a.png";
}

void AtomicFileTest::write_impossiblePlaces_areRefused()
{
    QFETCH(QString, name);
    const ScratchFolder folder;
    folder.with("file", "kept");
    fs::create_directory(folder.path("folder"));
    fs::create_symlink("loop", folder.path("loop"));
    QCOMPARE(::mkfifo(folder.path("pipe").c_str(), 0666), 0);
    const auto before = folder.entries();
    const auto place = folder.path(name.toStdString());
    for (const Overwrite overwrite : {Overwrite::No, Overwrite::Yes}) {
        QVERIFY(failedWith(write(place, "x", overwrite), ErrorCode::WriteFailed, place));
        QCOMPARE(folder.entries(), before);
        QCOMPARE(contentOf(folder.path("file")), std::string("kept"));
    }
}

void AtomicFileTest::write_oddNames_work_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("spaces") << QByteArray(" two  words .png");
    QTest::newRow("umlauts") << QByteArray("Übergröße – ñ.png");
    QTest::newRow("leading dash") << QByteArray("-rf.png");
    QTest::newRow("200 characters") << QByteArray(196, 'n') + ".png";
    QTest::newRow("255 bytes") << QByteArray(251, 'n') + ".png";
    QTest::newRow("255 bytes of umlauts") << QByteArray("ä").repeated(125) + "a.png";
    QTest::newRow("long suffix") << "a." + QByteArray(253, 's');
    QTest::newRow("dots") << QByteArray("...");
    QTest::newRow("line break") << QByteArray("two\nlines.png");
    QTest::newRow("quotes") << QByteArray("it's \"so\".png");
}

void AtomicFileTest::write_oddNames_work()
{
    QFETCH(QByteArray, name);
    const ScratchFolder folder;
    const std::string file = name.toStdString();
    QVERIFY(write(folder.path(file), "one"));
    QVERIFY(write(folder.path(file), "two", Overwrite::Yes));
    QCOMPARE(folder.entries(), Names{file});
    const auto content = readFile(folder.path(file));
    QVERIFY(content);
    QCOMPARE(content.value(), std::string("two"));
}

void AtomicFileTest::write_nameOf256Bytes_isRefused()
{
    const ScratchFolder folder;
    const auto place = folder.path(std::string(256, 'n'));
    QVERIFY(failedWith(write(place, "x"), ErrorCode::WriteFailed, place));
    const auto inFolder = folder.path(std::string(256, 'n') + "/a.png");
    QVERIFY(failedWith(write(inFolder, "x"), ErrorCode::WriteFailed, inFolder));
    QVERIFY(folder.entries().empty());
}

void AtomicFileTest::write_manyThreads_leaveOneWholeFile()
{
    const ScratchFolder folder;
    constexpr std::size_t writers = 32;
    std::vector<int> won(writers);
    parallelFor(writers, 8, [&](std::size_t i) {
        won[i] = write(folder.path("new/a.png"), std::string(10'000, static_cast<char>('A' + i))).has_value();
    });
    QCOMPARE(std::count(won.begin(), won.end(), 1), 1);
    const auto winner = std::find(won.begin(), won.end(), 1) - won.begin();
    QVERIFY(contentOf(folder.path("new/a.png")) == std::string(10'000, static_cast<char>('A' + winner)));
    QCOMPARE(folder.entries(), (Names{"new", "new/a.png"}));
}

void AtomicFileTest::temporaryPath_ofPlace_isHiddenWithItsSuffix()
{
    const ScratchFolder folder;
    const auto file = AtomicFile::create(folder.path("a.flac"), Overwrite::No);
    QVERIFY(file);
    QCOMPARE(file->temporaryPath().parent_path(), folder.root());
    QVERIFY(file->temporaryPath().filename().string().starts_with('.'));
    QCOMPARE(file->temporaryPath().extension(), fs::path(".flac"));
    QCOMPARE(file->place(), folder.path("a.flac"));
}

void AtomicFileTest::moved_file_isCommittedOnce()
{
    const ScratchFolder folder;
    auto first = AtomicFile::create(folder.path("a"), Overwrite::No);
    QVERIFY(first);
    std::ofstream(first->temporaryPath()) << "content";
    {
        AtomicFile second(std::move(*first));
        QVERIFY(second.commit());
    }
    QCOMPARE(contentOf(folder.path("a")), std::string("content"));
    QCOMPARE(folder.entries(), Names{"a"});
}

void AtomicFileTest::readFile_faults_areNamed()
{
    const ScratchFolder folder;
    folder.with("ten", "0123456789");
    const auto failure = [&folder](const char* name, std::size_t limit) {
        const auto read = readFile(folder.path(name), limit);
        const bool named = !read && read.error().message.find(folder.path(name).string()) != std::string::npos;
        return named ? read.error().code : ErrorCode::Cancelled;
    };
    QCOMPARE(failure("missing", 100), ErrorCode::NotFound);
    QCOMPARE(failure("ten/below", 100), ErrorCode::NotFound);
    QCOMPARE(failure("", 100), ErrorCode::Unreadable);
    QCOMPARE(failure("ten", 9), ErrorCode::TooLarge);
    QVERIFY(readFile(folder.path("ten"), 10));
    QCOMPARE(fileSha256(folder.path("missing")).error().code, ErrorCode::NotFound);
    struct Stopped final : JobMonitor {
        bool cancelled() const override { return true; }
    };
    QCOMPARE(fileSha256(folder.with("stopped", "x"), Stopped{}).error().code, ErrorCode::Cancelled);
}

void AtomicFileTest::sha256_knownTexts_giveKnownDigests()
{
    // Source: FIPS 180-4's examples, and NIST's vector of a million times "a".
    QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(sha256("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    const ScratchFolder folder;
    const auto digest = fileSha256(folder.with("a", std::string(1'000'000, 'a')));
    QVERIFY(digest);
    QCOMPARE(*digest, std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
}

QTEST_GUILESS_MAIN(AtomicFileTest)
#include "atomicfile_test.moc"
