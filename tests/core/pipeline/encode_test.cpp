// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/io/imagefile.h"
#include "core/pipeline/encode.h"
#include "tests/core/pipeline/sounds.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace sonoloom;
namespace fs = std::filesystem;

class EncodeTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void stems_thatCollide_keepTheirSuffix();
    void song_becomesTilesAndSidecar();
    void withoutSidecar_onlyImagesAppear();
    void sameCall_anyThreads_givesTheSameBytes();
    void existingImage_isRefused_andKept();
    void existingSidecar_isRefused();
    void cancelled_leavesNothing_data();
    void cancelled_leavesNothing();
    void missingFolder_isMade_andGoneAgainAfterFailure();
    void shorterSet_overLonger_removesWhatNobodyChanged();
    void folderThatIsAFile_isNamed();

private:
    Result<EncodedFile> encode(const fs::path& audio, const std::string& to, Overwrite overwrite = Overwrite::No,
                               int threads = 0)
    {
        const auto codec = makeCodec("riffusion");
        return encodeFile(audio, "song", *codec, {folder() / to, true, overwrite, threads}, listener_);
    }
    fs::path folder() const { return dir_->path().toStdString(); }
    fs::path song(double seconds)
    {
        const fs::path place = folder() / "song.wav";
        return testsupport::write(place, testsupport::fadingMusic(seconds)) ? place : fs::path();
    }

    std::unique_ptr<QTemporaryDir> dir_;
    testsupport::Listener listener_;
};

void EncodeTest::init()
{
    dir_ = std::make_unique<QTemporaryDir>();
    listener_.notices.clear();
}

void EncodeTest::stems_thatCollide_keepTheirSuffix()
{
    const auto stems = outputStems({"a.wav", "a.mp3", "b/a.wav", "c/a.wav", "b.flac", ".hidden"});
    QVERIFY((stems == std::vector<std::string>{"a", "a.mp3", "a.wav", "a.wav_2", "b", ".hidden"}));
}

void EncodeTest::song_becomesTilesAndSidecar()
{
    const auto made = encode(song(12), "tiles");
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(made.value().images.size(), std::size_t{3}); // 5.12 s each
    QCOMPARE(made.value().report.tiles, 3);
    QCOMPARE(testsupport::filesIn(folder() / "tiles"), std::size_t{4});
    QCOMPARE(made.value().images[2].filename().string(), std::string("song_00002.png"));

    const auto sidecar = sidecarFromJson(readFile(made.value().sidecar).value());
    QVERIFY(sidecar);
    QCOMPARE(sidecar.value().tiles.size(), std::size_t{3});
    std::vector<std::string> notices;
    for (std::size_t i = 0; i < 3; ++i) {
        const Sidecar::Entry& entry = sidecar.value().tiles[i];
        const Image image = readImageFile(made.value().images[i]).value();
        QCOMPARE(image.width, 512);
        QCOMPARE(image.height, 512);
        QCOMPARE(entry.name, made.value().images[i].filename().string());
        QCOMPARE(entry.sha256, fileSha256(made.value().images[i]).value());
        QCOMPARE(entry.perceptualHash, perceptualHash(image));
        const auto record = recordOfImage(image, notices);
        QVERIFY(record.has_value());
        QVERIFY(recordOfEntry(sidecar.value(), entry) == *record);
    }
}

void EncodeTest::withoutSidecar_onlyImagesAppear()
{
    const auto codec = makeCodec("riffusion");
    const auto made = encodeFile(song(1), "song", *codec, {folder() / "tiles", false, Overwrite::No, 0}, listener_);
    QVERIFY(made);
    QVERIFY(made.value().sidecar.empty());
    QCOMPARE(testsupport::filesIn(folder() / "tiles"), std::size_t{1});
}

void EncodeTest::sameCall_anyThreads_givesTheSameBytes()
{
    const fs::path audio = song(7);
    const auto one = encode(audio, "one", Overwrite::No, 1);
    const auto five = encode(audio, "five", Overwrite::No, 5);
    QVERIFY(one && five);
    for (std::size_t i = 0; i < 2; ++i)
        QCOMPARE(fileSha256(one.value().images[i]).value(), fileSha256(five.value().images[i]).value());
    QCOMPARE(fileSha256(one.value().sidecar).value(), fileSha256(five.value().sidecar).value());
}

void EncodeTest::existingImage_isRefused_andKept()
{
    QVERIFY(writeFile(folder() / "tiles" / "song_00000.png", std::string_view("mine"), Overwrite::No));
    const auto made = encode(song(1), "tiles");
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Exists);
    QVERIFY(made.error().message.find("song_00000.png") != std::string::npos);
    QCOMPARE(readFile(folder() / "tiles" / "song_00000.png").value(), std::string("mine"));
    QVERIFY(encode(song(1), "tiles", Overwrite::Yes));
}

void EncodeTest::existingSidecar_isRefused()
{
    QVERIFY(writeFile(folder() / "tiles" / "song.sonoloom.json", std::string_view("{}"), Overwrite::No));
    const auto made = encode(song(1), "tiles");
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Exists);
    QCOMPARE(testsupport::filesIn(folder() / "tiles"), std::size_t{1});
}

void EncodeTest::cancelled_leavesNothing_data()
{
    QTest::addColumn<double>("when");
    QTest::newRow("at once") << 0.0;
    QTest::newRow("in the middle") << 0.5;
    QTest::newRow("while drawing") << 0.9;
}

void EncodeTest::cancelled_leavesNothing()
{
    QFETCH(double, when);
    testsupport::StopAt monitor(when);
    const auto codec = makeCodec("riffusion");
    const auto made = encodeFile(song(30), "song", *codec, {folder() / "tiles", true, Overwrite::No, 0}, monitor);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
    QVERIFY(!fs::exists(folder() / "tiles"));
}

void EncodeTest::missingFolder_isMade_andGoneAgainAfterFailure()
{
    QVERIFY(encode(song(1), "a/b/c"));
    QCOMPARE(testsupport::filesIn(folder() / "a"), std::size_t{2});
    QVERIFY(!encode(folder() / "absent.wav", "x/y"));
    QVERIFY(!fs::exists(folder() / "x"));
}

void EncodeTest::shorterSet_overLonger_removesWhatNobodyChanged()
{
    QVERIFY(encode(song(18), "tiles")); // four images
    QVERIFY(writeFile(folder() / "tiles" / "song_00002.png", std::string_view("painted over"), Overwrite::Yes));
    QVERIFY(encode(song(4), "tiles", Overwrite::Yes));
    QVERIFY(fs::exists(folder() / "tiles" / "song_00000.png"));
    QVERIFY(!fs::exists(folder() / "tiles" / "song_00001.png"));
    QCOMPARE(readFile(folder() / "tiles" / "song_00002.png").value(), std::string("painted over"));
    QVERIFY(!fs::exists(folder() / "tiles" / "song_00003.png"));
    QVERIFY(listener_.notices.find("Removed 2 images") != std::string::npos);
}

void EncodeTest::folderThatIsAFile_isNamed()
{
    QVERIFY(writeFile(folder() / "tiles", std::string_view("a file"), Overwrite::No));
    const auto made = encode(song(1), "tiles");
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::WriteFailed);
    QVERIFY2(made.error().message.find("tiles") != std::string::npos, made.error().message.c_str());
    QCOMPARE(readFile(folder() / "tiles").value(), std::string("a file"));
}

QTEST_GUILESS_MAIN(EncodeTest)
#include "encode_test.moc"
