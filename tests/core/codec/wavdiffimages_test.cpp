// SPDX-License-Identifier: GPL-3.0-or-later
// Images that are not as they were made.
#include "core/codec/wavdiff/lanczos.h"
#include "tests/core/codec/wavdiffrig.h"

#include <QtTest>

using namespace sonoloom;
using namespace sonoloom::testsupport;

class WavdiffImagesTest : public QObject
{
    Q_OBJECT

private slots:
    void stereo_withOneSideOnly_isMono();
    void stereo_withAnImageMissing_isRefused();
    void copyOf8Bits_isReadWithANotice();
    void resizedImage_isStretchedBackWithANotice();
    void withoutRecord_isReadAsAskedFor();
    void channels_given_beatTheRecord();
    void badImages_areRefusedInOneSentence_data();
    void badImages_areRefusedInOneSentence();
    void recordThatLies_isBorne();

private:
    WavdiffRig rig_;
};

namespace
{

void without(std::vector<Tile>& tiles, std::size_t index)
{
    tiles.erase(tiles.begin() + static_cast<std::ptrdiff_t>(index));
}

Image at8Bits(Image image)
{
    image.depth = 8;
    for (auto& sample : image.samples)
        sample = static_cast<std::uint16_t>((sample + 128) / 257);
    return image;
}

} // namespace

void WavdiffImagesTest::stereo_withOneSideOnly_isMono()
{
    WavdiffParams params;
    params.size = 256;
    const Audio sound = notes(60000, 2);
    auto tiles = rig_.encoded(params, sound);
    without(tiles, 2);
    without(tiles, 0);
    const Audio right{sound.sampleRate, {sound.channels[1]}};
    QVERIFY(snrDb(right, rig_.decoded(tiles)) > 95);
    QVERIFY(rig_.noticed("Only the right"));
}

void WavdiffImagesTest::stereo_withAnImageMissing_isRefused()
{
    WavdiffParams params;
    params.size = 256;
    auto tiles = rig_.encoded(params, notes(60000, 2));
    without(tiles, 3);
    rig_.decoded(tiles);
    QVERIFY2(rig_.error().find("left and the right") != std::string::npos, rig_.error().c_str());
}

void WavdiffImagesTest::copyOf8Bits_isReadWithANotice()
{
    const Audio sound = notes(60000);
    WavdiffParams params;
    params.size = 256;
    auto tiles = rig_.encoded(params, sound);
    for (Tile& tile : tiles)
        tile.image = at8Bits(tile.image);
    QVERIFY(snrDb(sound, rig_.decoded(tiles)) > 30);
    QVERIFY(rig_.noticed("8 bits a pixel"));
}

void WavdiffImagesTest::resizedImage_isStretchedBackWithANotice()
{
    const Audio sound = notes(60000);
    WavdiffParams params;
    params.size = 256;
    auto tiles = rig_.encoded(params, sound);
    for (Tile& tile : tiles)
        tile.image = resizedByLanczos4(tile.image, 300, 300, 1);
    QCOMPARE(rig_.decoded(tiles).sampleCount(), sound.sampleCount());
    QVERIFY(rig_.noticed("was resized from 256"));
}

void WavdiffImagesTest::withoutRecord_isReadAsAskedFor()
{
    const Audio sound = notes(256 * 128);
    WavdiffParams params;
    params.size = 256;
    auto tiles = rig_.encoded(params, sound);
    tiles[0].record = {};
    QVERIFY(snrDb(sound, rig_.decoded(tiles, {"layout"}, params)) > 90);
    QCOMPARE(rig_.decoded(tiles).sampleCount(), std::size_t{1024 * 512}); // as the peer's
    QVERIFY(rig_.noticed("read as the peer's"));
}

void WavdiffImagesTest::channels_given_beatTheRecord()
{
    WavdiffParams params;
    params.size = 128;
    const auto tiles = rig_.encoded(params, notes(20000, 2));
    params.channels = WavdiffChannels::Mono;
    QCOMPARE(rig_.decoded(tiles, {"channels"}, params).channelCount(), std::size_t{1});
    QCOMPARE(rig_.decoded(tiles).channelCount(), std::size_t{2});
}

void WavdiffImagesTest::badImages_areRefusedInOneSentence_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("channels");
    QTest::newRow("grey") << 512 << 512 << 1;
    QTest::newRow("no pixels") << 0 << 0 << 3;
    QTest::newRow("tiny") << 3 << 3 << 3;
    QTest::newRow("wide") << 9000 << 64 << 3;
}

void WavdiffImagesTest::badImages_areRefusedInOneSentence()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, channels);
    rig_.decoded({{Image(width, height, channels, 16), {}}});
    QVERIFY(rig_.error().starts_with("tile 0 "));
    QVERIFY2(rig_.error().ends_with('.') || rig_.error().ends_with('?') || rig_.error().ends_with(')'), rig_.error().c_str());
}

void WavdiffImagesTest::recordThatLies_isBorne()
{
    WavdiffParams params;
    params.size = 128;
    params.trimDb = 30;
    const Audio sound = notes(20000);
    auto tiles = rig_.encoded(params, sound);
    tiles[0].record.source->samples = std::size_t{1} << 60;
    tiles[0].record.tile->samples = 5;
    tiles[0].record.sampleRate = -1;
    tiles[0].record.params["size"] = "-4";
    tiles[0].record.params["layout"] = "twisted";
    for (std::size_t i = 1; i < tiles.size(); ++i)
        tiles[i].record = tiles[0].record;
    const Audio back = rig_.decoded(tiles);
    QVERIFY2(rig_.error().empty(), rig_.error().c_str());
    QVERIFY(back.sampleCount() < 4 * sound.sampleCount());

    auto endless = rig_.encoded(params, sound);
    endless[0].record.tile->firstSample = std::size_t{1} << 62;
    rig_.decoded(endless);
    QVERIFY(rig_.noticed("an hour of silence"));
}

QTEST_GUILESS_MAIN(WavdiffImagesTest)
#include "wavdiffimages_test.moc"
