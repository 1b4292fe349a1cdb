// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/pipeline/preview.h"
#include "core/pipeline/shape/levelhint.h"
#include "core/pipeline/shape/pixelspread.h"
#include "tests/core/pipeline/sounds.h"

#include <QtTest>

using namespace sonoloom;

namespace
{

std::unique_ptr<Codec> riffusionWith(const std::vector<std::pair<const char*, const char*>>& values)
{
    auto codec = makeCodec("riffusion");
    for (const auto& [key, value] : values)
        if (!setFieldText(*findField(codec->fields(), key), value))
            return nullptr;
    return codec;
}

std::vector<std::shared_ptr<const Image>> shared(const std::vector<Image>& images)
{
    std::vector<std::shared_ptr<const Image>> all;
    for (const Image& image : images)
        all.push_back(std::make_shared<const Image>(image));
    return all;
}

std::shared_ptr<const TilePreview> drawn(const std::shared_ptr<const Audio>& sound, const Codec& codec, int threads = 0)
{
    JobMonitor monitor;
    PreviewStages stages(sound);
    const auto preview = stages.update(codec, threads, [](const Preview&) {}, monitor);
    return preview ? preview.value().tiles : nullptr;
}

std::shared_ptr<const Audio> music()
{
    static const auto sound = std::make_shared<const Audio>(testsupport::fadingMusic(2));
    return sound;
}

std::optional<LevelHint> hintOf(const Codec& codec, const std::shared_ptr<const Audio>& sound = music())
{
    const auto tiles = drawn(sound, codec);
    return tiles ? levelHint(codec, tiles->report, *tiles->levels) : std::nullopt;
}

/// The hint after its values are set.
std::optional<LevelHint> mended(const Codec& codec, const LevelHint& hint)
{
    const auto other = codec.clone();
    if (hint.maxvol)
        *std::get<double*>(findField(other->fields(), "maxvol")->value) = *hint.maxvol;
    if (hint.power)
        *std::get<double*>(findField(other->fields(), "power")->value) = *hint.power;
    return hintOf(*other);
}

} // namespace

class ShapeTest : public QObject
{
    Q_OBJECT

private slots:
    void spread_ofKnownPixels_isCounted()
    {
        Image grey(2, 2, 1, 16);
        grey.samples = {0, 255, 256, 65535};
        const PixelSpread spread = spreadOf(shared({grey}), PixelMeaning::Levels, 1);
        QCOMPARE(spread.channels.size(), std::size_t{1});
        QVERIFY(spread.channels[0].channel == PixelSpread::Channel::Grey);
        QCOMPARE(spread.channels[0].values[0], std::uint64_t{2});
        QCOMPARE(spread.channels[0].values[1], std::uint64_t{1});
        QCOMPARE(spread.least(), 0);
        QCOMPARE(spread.greatest(), 255);
        QCOMPARE(spread.shareOf(0), 0.5);
    }

    void spread_ofStereoLevels_leavesRedOut()
    {
        Image stereo(1, 1, 3);
        stereo.samples = {0, 40, 200};
        const PixelSpread spread = spreadOf(shared({stereo, stereo}), PixelMeaning::Levels, 2);
        QCOMPARE(spread.channels.size(), std::size_t{2});
        QVERIFY(spread.channels[0].channel == PixelSpread::Channel::Left);
        QCOMPARE(spread.channels[0].values[40], std::uint64_t{2});
        QCOMPARE(spread.least(), 40);
        QCOMPARE(spread.total(), std::uint64_t{4});
        QCOMPARE(spreadOf(shared({stereo}), PixelMeaning::Colours, 1).channels.size(), std::size_t{3});
    }

    void spread_ofRgbGrey_isOneChannel()
    {
        Image image(1, 2, 3);
        image.samples = {7, 7, 7, 9, 9, 9};
        QCOMPARE(spreadOf(shared({image}), PixelMeaning::Levels, 1).total(), std::uint64_t{2});
    }

    void spread_ofManyPixels_looksAtSomeRows()
    {
        Image image(5000, 4001, 1);
        for (int x = 0; x < image.width; ++x)
            image.at(x, 1) = 99; // a row that is passed over
        const PixelSpread spread = spreadOf(shared({image}), PixelMeaning::Levels, 2);
        QCOMPARE(spread.rowStep, std::size_t{3});
        QCOMPARE(spread.total(), std::uint64_t{1334 * 5000});
        QCOMPARE(spread.greatest(), 0);
    }

    void melSpread_ofKnownMagnitudes_tellsTheirShares()
    {
        MelSpread spread;
        const std::vector<float> cells{0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 500};
        spread.add(cells);
        QCOMPARE(spread.cells(), std::uint64_t{10});
        QCOMPARE(spread.loudest(), 500.0);
        QCOMPARE(spread.shareAbove(100), 0.3);
        QCOMPARE(spread.reachedBy(0.2), 256.0);
        QCOMPARE(spread.reachedBy(1), 1.0);
    }

    void preview_carriesBoth_forAnyThreadCount()
    {
        const auto codec = makeCodec("riffusion");
        const auto one = drawn(music(), *codec, 1);
        const auto four = drawn(music(), *codec, 4);
        QVERIFY(one && four);
        QCOMPARE(one->spread->channels.size(), std::size_t{2});
        for (std::size_t c = 0; c < 2; ++c)
            QVERIFY(one->spread->channels[c].values == four->spread->channels[c].values);
        QCOMPARE(one->levels->loudest(), four->levels->loudest());
        QCOMPARE(one->spread->least(), 0); // level shared: the loudest cell is the darkest pixel
        QVERIFY(!drawn(music(), *makeCodec("wavdiff"))->levels);
    }

    void defaults_ofMusic_haveNoHint() { QVERIFY(!hintOf(*makeCodec("riffusion"))); }

    void clipping_isTold_andMendedByMaxvol()
    {
        const auto codec = riffusionWith({{"level", "fixed"}, {"maxvol", "10"}});
        const auto hint = hintOf(*codec);
        QVERIFY(hint && hint->fault == LevelFault::Clipped && hint->share > leastClippedShare);
        QVERIFY(hint->maxvol && !hint->power);
        QCOMPARE(QString::number(*hint->maxvol).size() <= 4, true); // three digits
        QVERIFY(!mended(*codec, *hint));
        *std::get<double*>(findField(codec->fields(), "maxvol")->value) = *hint->maxvol;
        QCOMPARE(drawn(music(), *codec)->report.clippedPixels, std::size_t{0});
        *std::get<double*>(findField(codec->fields(), "maxvol")->value) = *hint->maxvol * 0.98;
        QVERIFY(drawn(music(), *codec)->report.clippedPixels > 0); // not more than needed
    }

    void emptyDarkHalf_ofAGreatMaxvol_isMendedByMaxvol()
    {
        const auto codec = riffusionWith({{"level", "fixed"}, {"maxvol", "5000"}});
        const auto hint = hintOf(*codec);
        QVERIFY(hint && hint->fault == LevelFault::DarkHalfEmpty);
        QVERIFY(hint->maxvol && *hint->maxvol < 5000 && !hint->power);
        QVERIFY(!mended(*codec, *hint));
    }

    void emptyHalves_ofAnOddPower_areMendedByPower()
    {
        const auto flat = riffusionWith({{"power", "0.01"}});
        const auto light = hintOf(*flat);
        QVERIFY(light && light->fault == LevelFault::LightHalfEmpty);
        QVERIFY(light->power && *light->power > 0.01 && !light->maxvol); // level shared finds its maxvol
        QVERIFY(!mended(*flat, *light));

        MelSpread clicks; // one loud cell among many
        clicks.add(std::vector<float>{20'000});
        for (int i = 0; i < 10'000; ++i)
            clicks.add(std::vector<float>{2.0f + 0.02f * static_cast<float>(i)});
        const auto steep = riffusionWith({{"power", "1"}, {"level", "fixed"}, {"maxvol", "20000"}});
        const auto dark = levelHint(*steep, {}, clicks);
        QVERIFY(dark && dark->fault == LevelFault::DarkHalfEmpty && dark->power && dark->maxvol);
        *std::get<double*>(findField(steep->fields(), "power")->value) = *dark->power;
        *std::get<double*>(findField(steep->fields(), "maxvol")->value) = *dark->maxvol;
        QVERIFY(!levelHint(*steep, {}, clicks));
    }

    void formatsAndLevels_withoutAMaxvol_haveNoHint()
    {
        const auto sound = drawn(music(), *makeCodec("riffusion"));
        QVERIFY(!levelHint(*makeCodec("wavdiff"), sound->report, *sound->levels));
        QVERIFY(!hintOf(*riffusionWith({{"level", "minmax"}, {"power", "0.01"}})));
        QVERIFY(!hintOf(*makeCodec("riffusion"), std::make_shared<Audio>(Audio::silence(44100, 1, 44100))));
    }
};

QTEST_GUILESS_MAIN(ShapeTest)
#include "shape_test.moc"
