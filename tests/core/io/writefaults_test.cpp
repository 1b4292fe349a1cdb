// SPDX-License-Identifier: GPL-3.0-or-later
// What every writer does when the disk does not.
#include "core/io/audiofile.h"
#include "core/io/imagefile.h"
#include "tests/core/io/commonuser.h"
#include "tests/core/io/scratchfolder.h"
#include "tests/core/io/soundfiles.h"
#include "tests/core/io/sounds.h"

#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace sonoloom;

namespace
{

/// Stands in for a full disk: while it lives, no file of this process grows beyond `bytes`.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(std::uintmax_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limited{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

/// Writes sound or a picture, by the suffix.
Result<void> write(const std::filesystem::path& place, Overwrite overwrite)
{
    const std::string suffix = place.extension().string().substr(1);
    if (suffix == "png") {
        Image image(300, 200, 3);
        for (std::size_t i = 0; i < image.samples.size(); ++i) {
            image.samples[i] = static_cast<std::uint16_t>(i * i % 251);
        }
        return writePngFile(place, image, overwrite);
    }
    if (suffix == "json") {
        return writeFile(place, std::string(5000, '{'), overwrite);
    }
    JobMonitor monitor;
    const Audio audio = sines(60'000, supportedRate(suffix, 44100), 2);
    return writeAudioFile(place, audio, {SampleFormat::Int16}, overwrite, monitor);
}

void everySuffix()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("png") << "a.png";
    QTest::newRow("json") << "a.json";
    for (const std::string& suffix : writableAudioSuffixes()) {
        QTest::newRow(suffix.c_str()) << QString::fromStdString("a." + suffix);
    }
}

} // namespace

class WriteFaultsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void fullDisk_atAnyByte_failsAndLeavesNothing_data();
    void fullDisk_atAnyByte_failsAndLeavesNothing();
    void fullDisk_replacing_keepsTheOld_data();
    void fullDisk_replacing_keepsTheOld();
    void readOnlyFolder_anyWriter_isRefused_data();
    void readOnlyFolder_anyWriter_isRefused();
    void placeBelowAFile_anyWriter_isRefused_data();
    void placeBelowAFile_anyWriter_isRefused();
    void existing_anyWriterWithoutLeave_isRefusedAndKept_data();
    void existing_anyWriterWithoutLeave_isRefusedAndKept();
    void oddNames_anyWriter_works_data();
    void oddNames_anyWriter_works();
};

void WriteFaultsTest::initTestCase()
{
    std::signal(SIGXFSZ, SIG_IGN); // so that writing beyond the limit fails as it does on a full disk
}

void WriteFaultsTest::fullDisk_atAnyByte_failsAndLeavesNothing_data()
{
    everySuffix();
}

void WriteFaultsTest::fullDisk_atAnyByte_failsAndLeavesNothing()
{
    QFETCH(QString, name);
    const ScratchFolder folder;
    const auto place = folder.path("new/" + name.toStdString());
    QVERIFY(write(place, Overwrite::No));
    const std::uintmax_t size = std::filesystem::file_size(place);
    std::filesystem::remove_all(folder.path("new"));
    // In the header, the first blocks, the middle, and what is written only at closing.
    for (const std::uintmax_t limit :
         {std::uintmax_t{0}, std::uintmax_t{1}, std::uintmax_t{40}, size / 3, size / 2, size - 100, size - 1}) {
        Result<void> written;
        {
            const FileSizeLimit full(limit);
            written = write(place, Overwrite::No);
        }
        QVERIFY2(!written, qPrintable(QString("limit %1 of %2").arg(limit).arg(size)));
        QCOMPARE(written.error().code, ErrorCode::WriteFailed);
        QVERIFY2(written.error().message.starts_with("Cannot write " + quotedName(place) + ": it would be larger"),
                 messageOf(written));
        QVERIFY(folder.entries().empty());
    }
}

void WriteFaultsTest::fullDisk_replacing_keepsTheOld_data()
{
    everySuffix();
}

void WriteFaultsTest::fullDisk_replacing_keepsTheOld()
{
    QFETCH(QString, name);
    const ScratchFolder folder;
    const auto place = folder.with(name.toStdString(), "old");
    Result<void> written;
    {
        const FileSizeLimit full(1000);
        written = write(place, Overwrite::Yes);
    }
    QVERIFY(!written);
    QCOMPARE(contentOf(place), std::string("old"));
    QCOMPARE(folder.entries(), std::vector<std::string>{name.toStdString()});
}

void WriteFaultsTest::readOnlyFolder_anyWriter_isRefused_data()
{
    everySuffix();
}

void WriteFaultsTest::readOnlyFolder_anyWriter_isRefused()
{
    QFETCH(QString, name);
    const ScratchFolder folder;
    const auto below = folder.path("readonly");
    std::filesystem::create_directory(below);
    std::filesystem::permissions(folder.root(), std::filesystem::perms(0555));
    std::filesystem::permissions(below, std::filesystem::perms(0555));
    for (const std::string part : {"readonly/", "readonly/new/"}) {
        const auto place = folder.path(part + name.toStdString());
        Result<void> written;
        bool tried = false;
        {
            const CommonUser user;
            tried = user.isCommon();
            written = tried ? write(place, Overwrite::No) : Result<void>{};
        }
        if (!tried) {
            QSKIP("root's rights cannot be laid down here, and no folder is read-only for root");
        }
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::WriteFailed);
        QVERIFY2(written.error().message.find("no permission") != std::string::npos, messageOf(written));
        QVERIFY2(written.error().message.find(quotedName(place)) != std::string::npos, messageOf(written));
    }
    std::filesystem::permissions(folder.root(), std::filesystem::perms(0755));
    std::filesystem::permissions(below, std::filesystem::perms(0755));
    QCOMPARE(folder.entries(), std::vector<std::string>{"readonly"});
}

void WriteFaultsTest::placeBelowAFile_anyWriter_isRefused_data()
{
    everySuffix();
}

void WriteFaultsTest::placeBelowAFile_anyWriter_isRefused()
{
    QFETCH(QString, name);
    const ScratchFolder folder;
    folder.with("file", "kept");
    const auto written = write(folder.path("file/" + name.toStdString()), Overwrite::Yes);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QVERIFY2(written.error().message.find("is a file, not a folder") != std::string::npos, messageOf(written));
    QCOMPARE(contentOf(folder.path("file")), std::string("kept"));
}

void WriteFaultsTest::existing_anyWriterWithoutLeave_isRefusedAndKept_data()
{
    everySuffix();
}

void WriteFaultsTest::existing_anyWriterWithoutLeave_isRefusedAndKept()
{
    QFETCH(QString, name);
    const ScratchFolder folder;
    const auto place = folder.with(name.toStdString(), "old");
    const auto written = write(place, Overwrite::No);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Exists);
    QCOMPARE(contentOf(place), std::string("old"));
    QVERIFY(write(place, Overwrite::Yes));
    QVERIFY(contentOf(place).size() > 1000);
    QCOMPARE(folder.entries(), std::vector<std::string>{name.toStdString()});
}

void WriteFaultsTest::oddNames_anyWriter_works_data()
{
    everySuffix();
}

void WriteFaultsTest::oddNames_anyWriter_works()
{
    QFETCH(QString, name);
    const ScratchFolder folder;
    const std::string suffix = name.mid(1).toStdString();
    std::vector<std::string> names{" two  words", "-o", "Übergröße", "concat:a", "50 %d", std::string(200, 'n')};
    for (std::string& odd : names) {
        odd += suffix;
        const auto written = write(folder.path(odd), Overwrite::No);
        QVERIFY2(written, messageOf(written));
        if (suffix != ".png" && suffix != ".json") {
            QCOMPARE(readSound(folder.path(odd)).sampleCount(), std::size_t{60'000});
        }
    }
    std::sort(names.begin(), names.end());
    QCOMPARE(folder.entries(), names);
}

QTEST_GUILESS_MAIN(WriteFaultsTest)
#include "writefaults_test.moc"
