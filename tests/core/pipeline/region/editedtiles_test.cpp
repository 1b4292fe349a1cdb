// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/pipeline/previewmel.h"
#include "core/pipeline/region/editedtiles.h"
#include "core/pipeline/region/memoryimages.h"
#include "tests/core/pipeline/edit/melfiles.h"

#include <QtTest>

using namespace sonoloom;
using namespace sonoloom::testsupport;

class EditedTilesTest : public QObject
{
    Q_OBJECT

private slots:
    void pixels_outsideOfTheShape_keepTheirBits_data();
    void pixels_outsideOfTheShape_keepTheirBits();
    void edit_acrossImages_isOne();
    void gain_isHeardInTheMagnitudes();
    void editOf0dB_changesNoPixel();
    void newEdit_isMadeAlone_andUndoneGivesTheSameImages();
    void otherBands_takeTheSameEdit();
    void setsAndPreviews_getTheSamePixels();
    void otherFormats_areRefused();
    void resizedImage_isRefused();
    void clippedPixels_areCounted();
};

namespace
{

RegionEdits edits(std::vector<RegionEdit> values)
{
    RegionEdits edits;
    for (RegionEdit& value : values)
        edits.push_back(std::make_shared<const RegionEdit>(std::move(value)));
    return edits;
}

RegionEdit edit(RegionOp op, double from, double to, double lowest, double highest)
{
    RegionEdit edit;
    edit.op = op;
    edit.shape.points = {{from, lowest}, {to, highest}};
    return edit;
}

std::shared_ptr<const TilePreview> drawn(const Codec& codec, const Audio& sound)
{
    PreviewStages stages(std::make_shared<const Audio>(sound));
    JobMonitor monitor;
    const auto preview = stages.update(codec, 0, [](const Preview&) {}, monitor);
    return preview ? preview->tiles : nullptr;
}

/// The middle of an image's pixel: seconds since the beginning of the images, hertz.
RegionPoint placeOf(const TileGrid& tiles, std::size_t tile, int x, int y)
{
    return {static_cast<double>(tiles.firstColumns[tile] + static_cast<std::size_t>(x)) * tiles.grid.columnSeconds,
            tiles.grid.hertzOf(static_cast<double>(tiles.readings[tile].height - 1 - y))};
}

/// Pixels that differ, and whether all of them lie between these times and frequencies.
std::pair<int, bool> changes(const TilePreview& before, const TilePreview& after, const TileGrid& tiles, const RegionEdit& within)
{
    const auto& from = within.shape.points[0];
    const auto& to = within.shape.points[1];
    int changed = 0;
    bool inside = true;
    for (std::size_t t = 0; t < before.tiles.size(); ++t)
        for (int y = 0; y < before.tiles[t]->height; ++y)
            for (int x = 0; x < before.tiles[t]->width; ++x)
                for (int c = 0; c < before.tiles[t]->channels; ++c)
                    if (before.tiles[t]->at(x, y, c) != after.tiles[t]->at(x, y, c)) {
                        const RegionPoint place = placeOf(tiles, t, x, y);
                        inside = inside && place.seconds >= from.seconds && place.seconds <= to.seconds && place.hertz >= from.hertz && place.hertz <= to.hertz;
                        ++changed;
                    }
    return {changed, inside};
}

TileGrid gridOf(const TilePreview& preview, const Codec& codec)
{
    MemoryImages images(preview.tiles);
    JobMonitor monitor;
    return TileGrid::of(images, codec, {}, monitor).value();
}

} // namespace

void EditedTilesTest::pixels_outsideOfTheShape_keepTheirBits_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("rgb");
    QTest::addColumn<bool>("compatible");
    QTest::addColumn<int>("op");
    const auto row = [](const char* name, int channels, int depth, bool rgb, bool compatible, RegionOp op) {
        QTest::newRow(name) << channels << depth << rgb << compatible << static_cast<int>(op);
    };
    row("grey", 1, 8, false, false, RegionOp::Gain);
    row("16 bits", 1, 16, false, false, RegionOp::Gain);
    row("drawn in colours", 1, 8, true, false, RegionOp::Gain);
    row("stereo", 2, 8, false, false, RegionOp::Gain);
    row("compatible", 1, 8, false, true, RegionOp::Gain);
    row("erased", 2, 16, false, false, RegionOp::Erase);
    row("healed", 1, 8, false, false, RegionOp::Heal);
    row("smoothed", 1, 8, false, false, RegionOp::Smooth);
    row("mirrored", 2, 8, false, false, RegionOp::Mirror);
}

void EditedTilesTest::pixels_outsideOfTheShape_keepTheirBits()
{
    QFETCH(int, channels);
    QFETCH(int, depth);
    QFETCH(bool, rgb);
    QFETCH(bool, compatible);
    QFETCH(int, op);
    RiffusionParams params = smallTiles();
    params.depth = depth == 16 ? PixelDepth::Sixteen : PixelDepth::Eight;
    params.rgb = rgb;
    params.compatible = compatible;
    params.level = compatible ? LevelRule::MinMax : LevelRule::Shared;
    const auto codec = makeRiffusionCodec(params);
    const auto before = drawn(*codec, heldTones(1.6, 220, 0.1, channels));
    QVERIFY(before);
    const RegionEdit made = edit(static_cast<RegionOp>(op), 0.35, 0.83, 150, 900);
    EditedTiles tiles;
    JobMonitor monitor;
    const auto after = tiles.update(before, *codec, {}, edits({made}), monitor);
    QVERIFY2(after, after ? "" : after.error().message.c_str());
    const auto [changed, inside] = changes(*before, **after, gridOf(*before, *codec), made);
    QVERIFY2(changed > 200, qPrintable(QString::number(changed)));
    QVERIFY(inside);
    if (rgb)
        for (const auto& image : (*after)->tiles)
            for (int x = 0; x < image->width; ++x)
                QVERIFY(image->at(x, 100, 0) == image->at(x, 100, 1) && image->at(x, 100, 1) == image->at(x, 100, 2));
    if (channels == 2)
        QCOMPARE((*after)->tiles[0]->at(40, 100, 0), std::uint16_t{0});
}

/// What one wide image becomes is what its tiles become.
void EditedTilesTest::edit_acrossImages_isOne()
{
    const auto edited = [](bool whole, RegionEdit edit) {
        RiffusionParams params = smallTiles();
        params.whole = whole;
        const auto codec = makeRiffusionCodec(params);
        EditedTiles tiles;
        JobMonitor monitor;
        return tiles.update(drawn(*codec, heldTones(1.5, 220)), *codec, {}, edits({std::move(edit)}), monitor).value();
    };
    for (const RegionOp op : {RegionOp::Smooth, RegionOp::Mirror, RegionOp::Shift, RegionOp::Heal}) {
        RegionEdit edit = ::edit(op, 0.2, 1.3, 100, 2000);
        edit.shiftSeconds = 0.15;
        edit.semitones = 2;
        const auto parts = edited(false, edit);
        const auto one = edited(true, edit);
        QCOMPARE(parts->tiles.size(), std::size_t{3});
        int x = 0;
        for (const auto& tile : parts->tiles) {
            QVERIFY(holds(*one->tiles[0], x, *tile, 0, std::min(tile->width, one->tiles[0]->width - x)));
            x += tile->width;
        }
    }
}

void EditedTilesTest::gain_isHeardInTheMagnitudes()
{
    const auto codec = makeRiffusionCodec(smallTiles());
    const auto before = drawn(*codec, heldTones(0.5, 220));
    const TileGrid grid = gridOf(*before, *codec);
    const auto energy = [&](const TilePreview& preview) {
        TileCanvas canvas(grid, [&](std::size_t tile) -> Result<std::shared_ptr<const Image>> { return preview.tiles[tile]; });
        const auto columns = canvas.read(20, 10);
        double sum = 0;
        for (const float cell : (*columns)[0].cells())
            sum += static_cast<double>(cell) * cell;
        return sum;
    };
    EditedTiles tiles;
    JobMonitor monitor;
    const auto after = tiles.update(before, *codec, {}, edits({edit(RegionOp::Gain, 0, 0.5, 0, 10000)}), monitor).value();
    QVERIFY(std::abs(10 * std::log10(energy(*after) / energy(*before)) + 12) < 0.1);
}

void EditedTilesTest::editOf0dB_changesNoPixel()
{
    RegionEdit nothing = edit(RegionOp::Gain, 0.1, 0.4, 100, 5000);
    nothing.gainDb = 0;
    for (const LevelRule level : {LevelRule::Shared, LevelRule::MinMax, LevelRule::Peak}) { // some cut off what they round
        RiffusionParams params = smallTiles();
        params.compatible = level != LevelRule::Shared;
        params.level = level;
        const auto codec = makeRiffusionCodec(params);
        const auto before = drawn(*codec, heldTones(0.5, 220));
        EditedTiles tiles;
        JobMonitor monitor;
        const auto after = tiles.update(before, *codec, {}, edits({nothing}), monitor).value();
        QVERIFY(same(*before->tiles[0], *after->tiles[0]));
    }
}

void EditedTilesTest::newEdit_isMadeAlone_andUndoneGivesTheSameImages()
{
    const auto codec = makeRiffusionCodec(smallTiles());
    const auto base = drawn(*codec, heldTones(1.5, 220));
    const RegionEdits all = edits({edit(RegionOp::Gain, 0.1, 0.4, 100, 5000), edit(RegionOp::Erase, 0.2, 0.9, 300, 500), edit(RegionOp::Smooth, 0.1, 1.2, 100, 5000)});
    const auto first = [&](std::size_t count) { return RegionEdits(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)); };
    EditedTiles tiles;
    JobMonitor monitor;
    const auto one = tiles.update(base, *codec, {}, first(1), monitor).value();
    const auto two = tiles.update(base, *codec, {}, first(2), monitor).value();
    const auto three = tiles.update(base, *codec, {}, first(3), monitor).value();
    QCOMPARE(tiles.made(), 3);
    const auto undone = tiles.update(base, *codec, {}, first(1), monitor).value();
    QCOMPARE(tiles.made(), 3);
    QVERIFY(undone->tiles == one->tiles);
    QCOMPARE(tiles.update(base, *codec, {}, {}, monitor).value(), base);
    EditedTiles anew;
    const auto atOnce = anew.update(base, *codec, {}, all, monitor).value();
    for (std::size_t t = 0; t < 3; ++t) {
        QVERIFY(same(*atOnce->tiles[t], *three->tiles[t]));
        QVERIFY(!same(*two->tiles[t], *three->tiles[t]));
    }
    QCOMPARE(base->tiles[2], one->tiles[2]); // not touched: not copied
}

void EditedTilesTest::otherBands_takeTheSameEdit()
{
    const RegionEdit erased = edit(RegionOp::Erase, 0.1, 0.4, 300, 3000);
    for (const int bands : {64, 128, 400}) {
        RiffusionParams params = smallTiles();
        params.bands = bands;
        const auto codec = makeRiffusionCodec(params);
        const auto base = drawn(*codec, heldTones(0.5, 220));
        EditedTiles tiles;
        JobMonitor monitor;
        const auto after = tiles.update(base, *codec, {}, edits({erased}), monitor).value();
        const TileGrid grid = gridOf(*base, *codec);
        const auto row = [&](double hertz) { return bands - 1 - static_cast<int>(std::lround(grid.grid.bandAt(melFromHertz(hertz)))); };
        QCOMPARE(after->tiles[0]->at(25, row(900)), std::uint16_t{255});
        QCOMPARE(after->tiles[0]->at(25, row(220)), base->tiles[0]->at(25, row(220)));
        QVERIFY(base->tiles[0]->at(25, row(880)) < 250);
    }
}

void EditedTilesTest::setsAndPreviews_getTheSamePixels()
{
    const auto codec = makeRiffusionCodec(smallTiles());
    const auto sound = std::make_shared<const Audio>(heldTones(1.4, 220));
    const RegionEdits made = edits({edit(RegionOp::Erase, 0.3, 0.8, 300, 3000)});
    JobMonitor monitor;
    EditedTiles tiles;
    const auto preview = tiles.update(drawn(*codec, *sound), *codec, {}, made, monitor).value();
    const auto plain = encodeToMemory(sound, {}, "tone", *codec, monitor);
    const auto set = editedTileSet(plain.value(), *codec, made, monitor);
    QVERIFY(set);
    QCOMPARE(set->tiles[2].png, plain->tiles[2].png);
    TileSetImages images(std::make_shared<TileSet>(*set));
    const auto source = memorySource(sound);
    std::vector<Image> streamed;
    const auto report = encodeEdited(*codec, *source, {}, made, [&](Tile tile) -> Result<void> {
        streamed.push_back(std::move(tile.image));
        return {};
    }, 0, monitor);
    QVERIFY(report);
    QCOMPARE(streamed.size(), std::size_t{3});
    for (std::size_t t = 0; t < 3; ++t) {
        QVERIFY(same(images.load(t).value(), *preview->tiles[t]));
        QVERIFY(same(streamed[t], *preview->tiles[t]));
    }
}

void EditedTilesTest::otherFormats_areRefused()
{
    const auto codec = makeCodec("resonance");
    MemoryImages images({std::make_shared<const Image>(8, 8, 3)});
    JobMonitor monitor;
    const auto tiles = TileGrid::of(images, *codec, {}, monitor);
    QVERIFY(!tiles);
    QCOMPARE(tiles.error().code, ErrorCode::Unsupported);
    QVERIFY(QString::fromStdString(tiles.error().message).contains("resonance"));
}

void EditedTilesTest::resizedImage_isRefused()
{
    const auto codec = makeRiffusionCodec(smallTiles());
    const auto base = drawn(*codec, heldTones(0.5, 220));
    auto small = std::make_shared<Image>(base->tiles[0]->width / 2, base->tiles[0]->height / 2, 1);
    small->text = base->tiles[0]->text;
    MemoryImages images({small});
    JobMonitor monitor;
    const auto tiles = TileGrid::of(images, *codec, {}, monitor);
    QVERIFY(!tiles);
    QVERIFY(QString::fromStdString(tiles.error().message).contains("resized"));
}

void EditedTilesTest::clippedPixels_areCounted()
{
    const auto codec = makeRiffusionCodec(smallTiles());
    const auto base = drawn(*codec, heldTones(0.5, 220));
    RegionEdit loud = edit(RegionOp::Gain, 0, 1, 0, 10000);
    loud.gainDb = 20;
    EditedTiles tiles;
    JobMonitor monitor;
    QVERIFY(tiles.update(base, *codec, {}, edits({loud}), monitor).value()->report.clippedPixels > base->report.clippedPixels);
}

QTEST_GUILESS_MAIN(EditedTilesTest)
#include "editedtiles_test.moc"
