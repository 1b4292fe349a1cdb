// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/io/imagefile.h"
#include "core/pipeline/records/recordset.h"
#include "core/pipeline/records/tilename.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace sonoloom;
namespace fs = std::filesystem;

namespace
{

/// Smooth stripes in both directions with clouds of their own, as a spectrogram has them.
Image picture(std::uint64_t seed, int side = 64)
{
    Random random(seed);
    std::vector<double> clouds(64);
    for (double& cloud : clouds)
        cloud = random.uniform(40, 215);
    Image image(side, side, 1);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            image.at(x, y) = static_cast<std::uint16_t>(clouds[static_cast<std::size_t>(y * 8 / side * 8 + x * 8 / side)]);
    return image;
}

Record recordOf(const std::string& sound, int index)
{
    Record record;
    record.format = "riffusion";
    record.source = Record::Source{sound, "", 1000};
    record.tile = Record::TilePlace{index, 9, 0, 100, 10};
    return record;
}

KnownTile tile(const std::string& name, std::uint64_t seed, const std::string& sound, int index)
{
    return {name, "", perceptualHash(picture(seed)), recordOf(sound, index)};
}

RecordSet song()
{
    return {"'song.sonoloom.json'",
            {tile("song_00000.png", 1, "song.wav", 0), tile("song_00001.png", 2, "song.wav", 1),
             tile("song_00010.png", 3, "song.wav", 10)}};
}

} // namespace

class RecordSetTest : public QObject
{
    Q_OBJECT

private slots:
    void plainName_hasNoSuffixesAndSigns_data();
    void plainName_hasNoSuffixesAndSigns();
    void name_standsInAnother_atItsBorders_data();
    void name_standsInAnother_atItsBorders();
    void pattern_takesTheLongestName();
    void pattern_ofTwoTiles_tellsNothing();
    void pattern_decidesBetweenAlikeTiles();
    void name_ofTheFirstSet_wins();
    void bytes_tell_underAnyName();
    void look_beatsAName_ofAnotherPicture();
    void otherPicture_withTheName_isToldApart();
    void alikeTiles_ofOneSound_giveWhatTheyShare();
    void alikeTiles_ofSounds_giveNothing();
    void look_ofOtherPictures_isNotKnown();
};

void RecordSetTest::plainName_hasNoSuffixesAndSigns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("plain");
    QTest::newRow("a tile") << "song_00003.png" << "song_00003";
    QTest::newRow("folder and letters") << "/a/b/My Song - (Live)_00003.PNG" << "my_song_live_00003";
    QTest::newRow("two suffixes") << "song_00003.png.jpeg" << "song_00003";
    QTest::newRow("letters beyond ASCII") << "fuge \xC3\xBC_00001.webp" << "fuge_\xC3\xBC_00001";
    QTest::newRow("a copy") << "song_00003 (1).png" << "song_00003_1";
    QTest::newRow("a dot that is no suffix") << "no.5_00000.png" << "no_5_00000";
    QTest::newRow("nothing") << "" << "";
}

void RecordSetTest::plainName_hasNoSuffixesAndSigns()
{
    QFETCH(QString, name);
    QFETCH(QString, plain);
    QCOMPARE(plainTileName(name.toStdString()), plain.toStdString());
}

void RecordSetTest::name_standsInAnother_atItsBorders_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<bool>("stands");
    const auto row = [](const char* image, bool stands) { QTest::newRow(image) << image << stands; };
    row("song_00003", true);
    row("00012_song_00003", true);
    row("song_00003_img2img_0001", true);
    row("song_00003x4", true);
    row("song_000031_song_00003", true);
    row("mysong_00003", false);
    row("song_000031", false);
    row("song_0003", false);
    row("00003", false);
    row("", false);
}

void RecordSetTest::name_standsInAnother_atItsBorders()
{
    QFETCH(QString, image);
    QFETCH(bool, stands);
    QCOMPARE(namesTile(image.toStdString(), "song_00003"), stands);
}

void RecordSetTest::pattern_takesTheLongestName()
{
    RecordSet both = song();
    both.tiles.push_back(tile("my_song_00001.png", 2, "my song.wav", 1));
    const auto found = findRecord({&both}, "7-my song_00001-up.png", picture(2));
    QVERIFY(found);
    QCOMPARE(found->origin, RecordOrigin::NamePattern);
    QCOMPARE(found->record.source->name, std::string("my song.wav"));
}

void RecordSetTest::pattern_ofTwoTiles_tellsNothing()
{
    const RecordSet set = song();
    QVERIFY(!findRecord({&set}, "song_00000-song_00010.png", picture(99)));
    QVERIFY(findRecord({&set}, "x-song_00010.png", picture(99)));
}

void RecordSetTest::pattern_decidesBetweenAlikeTiles()
{
    RecordSet set = song();
    set.tiles.push_back(tile("song_00011.png", 2, "song.wav", 11));
    const auto found = findRecord({&set}, "4-song_00011.png", picture(2));
    QVERIFY(found);
    QCOMPARE(found->origin, RecordOrigin::NamePattern);
    QCOMPARE(found->record.tile.value_or(Record::TilePlace{}).index, 11);
}

void RecordSetTest::name_ofTheFirstSet_wins()
{
    const RecordSet given{"given", {tile("song_00001.png", 2, "given.wav", 1)}};
    const RecordSet beside = song();
    for (const char* name : {"song_00001.png", "00001-song_00001.png"}) {
        QCOMPARE(findRecord({&given, &beside}, name, picture(2))->place, std::string("given"));
        QCOMPARE(findRecord({&beside, &given}, name, picture(2))->place, std::string("'song.sonoloom.json'"));
    }
    QCOMPARE(findRecord({&beside}, "song_00001.png", picture(2))->origin, RecordOrigin::Name);
}

void RecordSetTest::bytes_tell_underAnyName()
{
    const QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "x.png";
    QVERIFY(writePngFile(file, picture(50), Overwrite::No));
    RecordSet set = song();
    set.tiles[2].sha256 = fileSha256(file).value();
    const auto found = findRecord({&set}, file, picture(50));
    QVERIFY(found);
    QCOMPARE(found->origin, RecordOrigin::Bytes);
    QVERIFY(found->looksAlike);
    QCOMPARE(found->record.tile->index, 10);
}

void RecordSetTest::look_beatsAName_ofAnotherPicture()
{
    const RecordSet set = song();
    for (const char* name : {"song_00000.png", "1-song_00000.png"}) {
        const auto found = findRecord({&set}, name, picture(2));
        QVERIFY(found);
        QCOMPARE(found->origin, RecordOrigin::Look);
        QCOMPARE(found->record.tile->index, 1);
    }
}

void RecordSetTest::otherPicture_withTheName_isToldApart()
{
    const RecordSet set = song();
    for (const char* name : {"song_00000.png", "1-song_00000.png"}) {
        const auto found = findRecord({&set}, name, picture(77));
        QVERIFY(found);
        QCOMPARE(found->record.tile->index, 0);
        QVERIFY(!found->looksAlike);
        QVERIFY(originText(*found).ends_with(", though it looks different"));
    }
}

void RecordSetTest::alikeTiles_ofOneSound_giveWhatTheyShare()
{
    RecordSet set = song();
    set.tiles.push_back(tile("song_00011.png", 2, "song.wav", 11));
    const auto found = findRecord({&set}, "x.png", picture(2));
    QVERIFY(found);
    QVERIFY(!found->isCertain);
    QCOMPARE(found->record.source->name, std::string("song.wav"));
    QVERIFY(!found->record.tile);
}

void RecordSetTest::alikeTiles_ofSounds_giveNothing()
{
    const RecordSet one = song();
    const RecordSet other{"other", {tile("other_00000.png", 2, "other.wav", 0)}};
    QVERIFY(!findRecord({&one, &other}, "x.png", picture(2)));
    QVERIFY(findRecord({&one, &other}, "x.png", picture(1)));
    const RecordSet again = song(); // the same records in two places are one answer
    QVERIFY(findRecord({&one, &again}, "x.png", picture(2))->isCertain);
}

void RecordSetTest::look_ofOtherPictures_isNotKnown()
{
    RecordSet set{"many", {}};
    for (int i = 0; i < 200; ++i)
        set.tiles.push_back(tile("t" + std::to_string(i) + "_00000.png", static_cast<std::uint64_t>(1000 + i), "s.wav", i));
    for (std::uint64_t seed = 5000; seed < 5200; ++seed)
        QVERIFY(!findRecord({&set}, "x.png", picture(seed)));
    QVERIFY(findRecord({&set}, "x.png", picture(1100, 256)));
}

QTEST_GUILESS_MAIN(RecordSetTest)
#include "recordset_test.moc"
