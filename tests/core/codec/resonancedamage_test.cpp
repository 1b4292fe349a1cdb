// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "tests/core/codec/resonancerig.h"

#include <QtTest>

using namespace sonoloom;
using namespace sonoloom::resonancerig;

class ResonanceDamageTest : public QObject
{
    Q_OBJECT

private slots:
    void missingImage_isTold_andTheRestIsSaved();
    void damage_isLocated_data();
    void damage_isLocated();
    void noise_onExpandedBlocks_isAveragedAway();
    void bits_withoutRecord_surviveNoiseAndJpeg();
    void withoutRecord_isReadAsThePeerDoes();
    void recognise_ownAndForeign();

private:
    Rig rig_;
};

void ResonanceDamageTest::missingImage_isTold_andTheRestIsSaved()
{
    const Bytes wav = wavOf(2, 2, 30000);
    for (const auto code : {ResonanceCode::Bytes, ResonanceCode::Bits})
        for (const std::size_t missing : {0u, 1u}) {
            auto tiles = rig_.encoded(wav, {100, 90, 1, code});
            const double share = static_cast<double>(tiles.front().record.tile->samples * 4 + 44) / static_cast<double>(wav.size());
            tiles.erase(tiles.begin() + static_cast<std::ptrdiff_t>(missing));
            const Bytes back = rig_.decoded(tiles);
            QCOMPARE(back.size(), wav.size());
            QVERIFY(wrongShare(back, wav) <= share);
            QVERIFY(std::equal(wav.begin(), wav.begin() + 44, back.begin())); // the header is in every record
            QVERIFY2(rig_.notices.starts_with("Images are missing"), rig_.notices.c_str());
        }
}

void ResonanceDamageTest::damage_isLocated_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("bytes") << 0;
    QTest::newRow("bits") << 1;
}

void ResonanceDamageTest::damage_isLocated()
{
    QFETCH(int, code);
    const Bytes wav = wavOf(2, 2, 30000);
    auto tiles = rig_.encoded(wav, {200, 100, 1, static_cast<ResonanceCode>(code)});
    for (int x = 0; x < 40; ++x) // far from the header's two copies
        for (int c = 0; c < tiles[1].image.channels; ++c)
            tiles[1].image.at(x, 50, c) = static_cast<std::uint16_t>(255 - tiles[1].image.at(x, 50, c));
    const Bytes back = rig_.decoded(tiles);
    QCOMPARE(back.size(), wav.size());
    const auto wrong = wrongShare(back, wav) * static_cast<double>(wav.size());
    QVERIFY(wrong > 0 && wrong <= 120);
    QVERIFY2(rig_.notices.starts_with("'tile 1' is damaged"), rig_.notices.c_str());
    QCOMPARE(std::ranges::count(rig_.notices, '\n'), 1);
}

void ResonanceDamageTest::noise_onExpandedBlocks_isAveragedAway()
{
    const Bytes wav = wavOf(2, 2, 20000);
    struct Case {
        int expansion, noise;
        double most; ///< share of wrong bytes
    };
    // Midrange errs in 1.7 and 26 % of the blocks of 8, in half of those of 4, however many pixels there are: levels are cut
    // off at 0 and 255, which the estimate knows. Measured 0, 2, 33 %.
    for (const Case& each : {Case{8, 1, 0.0001}, Case{8, 8, 0.05}, Case{4, 8, 0.40}}) {
        auto tiles = rig_.encoded(wav, {768, 768, each.expansion});
        for (Tile& tile : tiles)
            tile.image = noisy(std::move(tile.image), each.noise);
        const double share = wrongShare(rig_.decoded(tiles), wav);
        qInfo("expansion %d, noise %d: %.2f %% wrong", each.expansion, each.noise, 100 * share);
        QVERIFY(share <= each.most);
    }
}

void ResonanceDamageTest::bits_withoutRecord_surviveNoiseAndJpeg()
{
    const Bytes wav = withChunks(wavOf(2, 2, 100'000), 30, 4001);
    auto tiles = rig_.encoded(wav, {768, 768, 1, ResonanceCode::Bits});
    for (Tile& tile : tiles)
        tile.image = jpegOf(noisy(std::move(tile.image), 64), 75);
    QVERIFY2(rig_.decoded(tiles, false) == wav, rig_.error.c_str());
    QVERIFY2(rig_.notices.empty(), rig_.notices.c_str());
}

void ResonanceDamageTest::withoutRecord_isReadAsThePeerDoes()
{
    const Bytes wav = wavOf(2, 2, 5000);
    const auto tiles = rig_.encoded(wav, {160, 120, 4});
    const Bytes back = rig_.decoded(tiles, false); // the expansion is found by its look
    MemoryBytes file(back);
    const WavLayout layout = readWavLayout(file).value();
    QCOMPARE(layout.format.sampleRate, 48000);
    QCOMPARE(layout.format.channels, 2);
    QVERIFY(Bytes(back.begin() + 44, back.end()) == Bytes(wav.begin() + 44, wav.end()));
    QVERIFY(rig_.decoded(tiles, false, {160, 120, 4}, {"expansion"}) == back);
}

void ResonanceDamageTest::recognise_ownAndForeign()
{
    const Bytes wav = wavOf(2, 2, 90000);
    for (const int expansion : {1, 4}) {
        Image bytes = rig_.encoded(wav, {300, 300, expansion}).front().image;
        QCOMPARE(recogniseCodec(bytes).recognition.confidence, 1.0);
        bytes.text.clear();
        QVERIFY(recogniseCodec(bytes).codec && recogniseCodec(bytes).codec->name() == "resonance");
        const Image bits = jpegOf(rig_.encoded(wav, {300, 300, expansion, ResonanceCode::Bits}).front().image, 75);
        QVERIFY(recogniseCodec(bits).codec && recogniseCodec(bits).codec->name() == "resonance");
    }
    Image gradient(300, 300, 3);
    Image noise(300, 300, 3);
    Random random(1);
    for (std::size_t i = 0; i < gradient.samples.size(); ++i) {
        gradient.samples[i] = static_cast<std::uint16_t>(i / 3 % 256);
        noise.samples[i] = static_cast<std::uint16_t>(random.next() & 255);
    }
    const auto codec = makeResonanceCodec();
    QVERIFY(codec->recognise(gradient).confidence < 0.5);
    QVERIFY(codec->recognise(noise).confidence < 0.5);
    QVERIFY(codec->recognise(Image(512, 512, 1)).confidence < 0.5);
}

QTEST_GUILESS_MAIN(ResonanceDamageTest)
#include "resonancedamage_test.moc"
