// SPDX-License-Identifier: GPL-3.0-or-later
// Loops, gains and scrubbing.
#include "tests/ui/player/mixersupport.h"

#include <QTest>

using namespace sonoloom;
using namespace sonoloom::testsupport;

class AbMixerChangesTest : public QObject
{
    Q_OBJECT

private slots:
    void loop_reachedEnd_goesOnAtItsStart();
    void loop_ofAllOfALoudSound_hasNoStep_data();
    void loop_ofAllOfALoudSound_hasNoStep();
    void loop_startedJustBeforeItsEnd_turnsInTime();
    void seek_toTheLoopsEnd_staysInTheLoop();
    void gain_ofOne_isBitByBit_andOfLess_isExact();
    void gain_changedWhilePlaying_fadesWithoutAStep();
    void difference_withGains_isOfTheSoundsAsTheyAre();
    void scrub_bringsAGrainAndSilence();
    void scrub_movedQuickly_playsEachPlaceLongEnough();
    void scrub_beyondTheEnd_waitsThere_andSeekGoesOn();
    void start_whileAFadeWasLeft_cutsIt();
};

void AbMixerChangesTest::loop_reachedEnd_goesOnAtItsStart()
{
    AbMixer mixer;
    mixer.setSounds(mono(ramp(0, 20000), {}));
    mixer.setLoop(1000, 3000);
    mixer.start(2500);
    const auto before = take(mixer, 500 - fadeFrames + 1);
    QCOMPARE(before.back(), 3000.0f - fadeFrames); // the fade starts on the end
    take(mixer, fadeFrames - 1);
    QCOMPARE(take(mixer, 1).front(), 1000.0f); // the start is whole, and in time
    take(mixer, 2000); // one full turn later it is at the same place
    QCOMPARE(mixer.position(), std::size_t{1001});
    mixer.setLoop(0, 0);
    take(mixer, 3000);
    QCOMPARE(mixer.position(), std::size_t{4001});
}

void AbMixerChangesTest::loop_ofAllOfALoudSound_hasNoStep_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::newRow("all") << 0 << 24000;
    QTest::newRow("from the very start") << 0 << 20000;
    QTest::newRow("to the very end") << 4000 << 24000;
    QTest::newRow("within") << 3000 << 20000;
}

void AbMixerChangesTest::loop_ofAllOfALoudSound_hasNoStep()
{
    QFETCH(int, first);
    QFETCH(int, last);
    AbMixer mixer;
    mixer.setSounds(mono(std::vector<float>(24000, 0.9f), std::vector<float>(24000, -0.9f))); // steps to silence at both ends
    mixer.setLoop(static_cast<std::size_t>(first), static_cast<std::size_t>(last));
    mixer.start(static_cast<std::size_t>(first));
    std::vector<float> heard;
    for (int i = 0; i < 1000; ++i) {
        mixer.setSide(i % 7 < 3 ? Side::B : Side::A); // at all places, at the seam too
        const auto block = take(mixer, 101);
        heard.insert(heard.end(), block.begin(), block.end());
    }
    QVERIFY2(largestStep(heard) < 1.8 * std::numbers::pi / 2 / fadeFrames * 1.01, qPrintable(QString::number(largestStep(heard))));
    mixer.setSide(Side::A);
    take(mixer, 2 * fadeFrames);
    const auto there = mixer.position();
    take(mixer, static_cast<std::size_t>(last - first));
    QCOMPARE(mixer.position(), there); // a turn takes as long as the loop
}

void AbMixerChangesTest::loop_startedJustBeforeItsEnd_turnsInTime()
{
    AbMixer mixer;
    mixer.setSounds(mono(std::vector<float>(24000, 0.9f), {}));
    mixer.setLoop(4000, 24000);
    mixer.start(23900); // less than a fade before the end
    QVERIFY(largestStep(take(mixer, 1000)) == 0);
    QCOMPARE(mixer.position(), std::size_t{4900});
}

void AbMixerChangesTest::seek_toTheLoopsEnd_staysInTheLoop()
{
    AbMixer mixer;
    mixer.setSounds(mono(ramp(0, 40000), {}));
    mixer.setLoop(1000, 30000);
    mixer.start(2000);
    take(mixer, 10);
    mixer.seek(29990);
    take(mixer, 5000);
    QVERIFY2(mixer.position() < 30000, qPrintable(QString::number(mixer.position())));
    mixer.seek(35000); // beyond it, there it goes on
    take(mixer, 1000);
    QCOMPARE(mixer.position(), std::size_t{36000});
}

void AbMixerChangesTest::gain_ofOne_isBitByBit_andOfLess_isExact()
{
    AbMixer mixer;
    const auto a = sine(440, 0.7, 1000);
    mixer.setSounds(mono(a, a));
    mixer.setGain(Side::B, 0.5f);
    mixer.setSide(Side::B);
    mixer.start(0);
    std::vector<float> half = a;
    for (float& sample : half)
        sample *= 0.5f;
    QCOMPARE(take(mixer, 1000), half); // from the first sample on
    mixer.setSide(Side::A);
    mixer.start(0);
    QCOMPARE(take(mixer, 1000), a);
}

void AbMixerChangesTest::gain_changedWhilePlaying_fadesWithoutAStep()
{
    AbMixer mixer;
    mixer.setSounds(mono(std::vector<float>(4000, 1.0f), {}));
    mixer.start(0);
    take(mixer, 500);
    mixer.setGain(Side::A, 0.25f);
    const auto faded = take(mixer, fadeFrames);
    QVERIFY(faded.front() > 0.99f);
    QCOMPARE(faded.back(), 0.25f);
    QVERIFY(largestStep(faded) < 0.75 * std::numbers::pi / 2 / fadeFrames * 1.01);
}

void AbMixerChangesTest::difference_withGains_isOfTheSoundsAsTheyAre()
{
    AbMixer mixer;
    const auto a = sine(997, 0.99, 1000);
    mixer.setSide(Side::Difference);
    mixer.setGain(Side::A, 0.3f);
    mixer.setSounds(mono(a, a));
    mixer.start(0);
    QCOMPARE(take(mixer, 1000), std::vector<float>(1000, 0.0f));
}

void AbMixerChangesTest::scrub_bringsAGrainAndSilence()
{
    AbMixer mixer;
    mixer.setSounds(mono(std::vector<float>(40000, 1.0f), {}));
    mixer.startScrub(9000);
    const auto heard = take(mixer, 6000);
    const auto grainFrames = static_cast<std::size_t>(AbMixer::grainSeconds * rate);
    QCOMPARE(heard.front(), 0.0f);
    QCOMPARE(heard[fadeFrames], 1.0f);
    QCOMPARE(heard[grainFrames - fadeFrames - 1], 1.0f);
    QCOMPARE(heard[grainFrames], 0.0f);
    QCOMPARE(heard.back(), 0.0f);
    QVERIFY(largestStep(heard) < std::numbers::pi / 2 / fadeFrames * 1.01);
    QVERIFY(!mixer.atEnd());
}

void AbMixerChangesTest::scrub_movedQuickly_playsEachPlaceLongEnough()
{
    AbMixer mixer;
    mixer.setSounds(mono(ramp(0, 400000), {}));
    mixer.startScrub(100000);
    take(mixer, 500);
    mixer.scrub(200000);
    mixer.scrub(300000); // the newest counts
    const auto least = static_cast<std::size_t>(AbMixer::leastGrainSeconds * rate);
    const auto first = take(mixer, least - 500);
    QCOMPARE(first.back(), 100000.0f + static_cast<float>(least) - 1);
    take(mixer, fadeFrames);
    QCOMPARE(take(mixer, 1).front(), 300000.0f + fadeFrames);
}

void AbMixerChangesTest::scrub_beyondTheEnd_waitsThere_andSeekGoesOn()
{
    AbMixer mixer;
    mixer.setSounds(mono(std::vector<float>(10000, 1.0f), {}));
    mixer.startScrub(9990);
    take(mixer, 20000);
    QVERIFY(!mixer.atEnd());
    mixer.seek(100);
    const auto fade = take(mixer, fadeFrames + 1);
    QCOMPARE(fade.front(), 0.0f);
    QCOMPARE(fade.back(), 1.0f);
    QCOMPARE(mixer.position(), std::size_t{101 + fadeFrames});
}

void AbMixerChangesTest::start_whileAFadeWasLeft_cutsIt()
{
    AbMixer mixer;
    mixer.setSounds(mono(ramp(0, 20000), ramp(100000, 20000)));
    take(mixer, 100);
    mixer.setSide(Side::B);
    take(mixer, 10); // stopped in the fade
    mixer.start(500);
    QCOMPARE(take(mixer, 2), (std::vector<float>{100500, 100501}));
}

QTEST_APPLESS_MAIN(AbMixerChangesTest)
#include "abmixerchanges_test.moc"
