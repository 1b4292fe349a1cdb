// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/player/mixersupport.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <thread>

using namespace sonoloom;
using namespace sonoloom::testsupport;

class AbMixerTest : public QObject
{
    Q_OBJECT

private slots:
    void piece_standsInTheSound();
    void length_isSilenceBehindTheSound();
    void emptied_whilePlaying_thenFilled_playsAgain();
    void a_played_isTheSoundBitByBit();
    void stereo_played_keepsChannels();
    void sameSound_switchedAllTheTime_isDigitalZeroDifference();
    void difference_heard_isBTakenFromA();
    void difference_ofASoundAndItself_isDigitalZero();
    void switchToB_whilePlaying_keepsTheSample();
    void switch_betweenOppositeSines_makesNoStepBeyondTheFade();
    void switchTwice_withinOneFade_makesNoStep();
    void seek_whilePlaying_fadesAndLandsOnTheSample();
    void start_cuts_toTheExactSample();
    void end_reached_bringsTheRestAndSilence();
    void shorterSide_afterItsEnd_isSilentUntilTheLongerEnds();
    void noSounds_read_isSilence();
    void replacedSounds_keepPositionAndAreFreed();
    void soundsReplaced_whilePlaying_fadeWithoutAStep();
    void soundsReplaced_whileAnotherThreadReads_areNeverReadAfterFree();
};

void AbMixerTest::a_played_isTheSoundBitByBit()
{
    AbMixer mixer;
    const auto a = sine(440, 0.7, 10000);
    mixer.setSounds(mono(a, sine(440, 0.7, 10000, 1)));
    std::vector<float> heard;
    for (int i = 0; i < 100; ++i) {
        const auto block = take(mixer, 100);
        heard.insert(heard.end(), block.begin(), block.end());
    }
    QCOMPARE(heard, a);
    QCOMPARE(mixer.position(), std::size_t{10000});
}

void AbMixerTest::stereo_played_keepsChannels()
{
    AbMixer mixer;
    const std::vector<float> interleaved{0.1f, -0.1f, 0.2f, -0.2f, 0.3f, -0.3f};
    mixer.setSounds(std::make_shared<AbSounds>(AbSounds{rate, 2, interleaved, {}}));
    QCOMPARE(take(mixer, 6), interleaved);
    QCOMPARE(mixer.position(), std::size_t{3});
}

void AbMixerTest::piece_standsInTheSound()
{
    AbMixer mixer;
    AbSounds sounds{rate, 1, {}, std::vector<float>{0.1f, 0.2f, 0.3f, 0.4f}};
    sounds.b = sounds.b.with({0.7f, 0.8f, 0.9f}, 2); // longer than what it stands in
    mixer.setSide(Side::B);
    mixer.setSounds(std::make_shared<AbSounds>(sounds));
    mixer.start(0);
    QCOMPARE(take(mixer, 5), (std::vector<float>{0.1f, 0.2f, 0.7f, 0.8f, 0.9f}));
    QCOMPARE(sounds.b.whole().size(), std::size_t{4});
    std::vector<float> scratch;
    const auto across = sounds.b.values(1, 3, scratch);
    QCOMPARE(std::vector(across.begin(), across.end()), (std::vector<float>{0.2f, 0.7f}));
    scratch.clear();
    QCOMPARE(sounds.b.values(0, 2, scratch).size(), std::size_t{2});
    QVERIFY(scratch.empty()); // not copied
}

void AbMixerTest::length_isSilenceBehindTheSound()
{
    AbMixer mixer;
    AbSounds sounds{rate, 1, {}, SideSamples().with({0.7f, 0.8f}, 1)};
    sounds.b = sounds.b.lasting(5);
    QCOMPARE(sounds.frames(), std::size_t{5});
    mixer.setSide(Side::B);
    mixer.setSounds(std::make_shared<AbSounds>(sounds));
    mixer.start(0);
    QCOMPARE(take(mixer, 5), (std::vector<float>{0, 0.7f, 0.8f, 0, 0}));
    std::vector<float> scratch;
    const auto behind = sounds.b.values(2, 9, scratch);
    QCOMPARE(std::vector(behind.begin(), behind.end()), (std::vector<float>{0.8f, 0, 0}));
    QCOMPARE(sounds.b.lasting(0).size(), std::size_t{3});
}

void AbMixerTest::emptied_whilePlaying_thenFilled_playsAgain()
{
    AbMixer mixer;
    const auto sounds = std::make_shared<AbSounds>(AbSounds{rate, 1, std::vector<float>(1000, 0.5f), {}});
    mixer.setSounds(sounds);
    mixer.start(0);
    QCOMPARE(take(mixer, 10).back(), 0.5f);
    mixer.setSounds(std::make_shared<AbSounds>(AbSounds{rate, 1, {}, {}}));
    static_cast<void>(take(mixer, 10)); // ends within the fade from the one to the other
    QVERIFY(mixer.atEnd());
    mixer.setSounds(std::make_shared<AbSounds>(*sounds));
    mixer.start(0);
    QCOMPARE(take(mixer, 10).back(), 0.5f);
}

void AbMixerTest::sameSound_switchedAllTheTime_isDigitalZeroDifference()
{
    AbMixer mixer;
    const auto a = sine(997, 0.99, 48000);
    mixer.setSounds(mono(a, a));
    std::vector<float> heard;
    for (int i = 0; i < 480; ++i) {
        mixer.setSide(i % 3 == 0 ? Side::B : Side::A);
        const auto block = take(mixer, 100);
        heard.insert(heard.end(), block.begin(), block.end());
    }
    QCOMPARE(heard, a);
}

void AbMixerTest::difference_heard_isBTakenFromA()
{
    AbMixer mixer;
    mixer.setSide(Side::Difference);
    mixer.setSounds(mono(ramp(1000, 6), {1, 2, 3, 4}));
    mixer.start(0);
    QCOMPARE(take(mixer, 6), (std::vector<float>{999, 999, 999, 999, 1004, 1005})); // B is silent after its end
}

void AbMixerTest::difference_ofASoundAndItself_isDigitalZero()
{
    AbMixer mixer;
    const auto a = sine(997, 0.99, 4800);
    mixer.setSide(Side::Difference);
    mixer.setSounds(mono(a, a));
    mixer.start(0);
    QCOMPARE(take(mixer, 4800), std::vector<float>(4800, 0.0f));
}

void AbMixerTest::switchToB_whilePlaying_keepsTheSample()
{
    AbMixer mixer;
    mixer.setSounds(mono(ramp(0, 20000), ramp(100000, 20000)));
    take(mixer, 5000);
    mixer.setSide(Side::B);
    const auto fade = take(mixer, fadeFrames);
    QCOMPARE(fade.front(), 5000.0f); // the fade starts on A, not beyond it
    const auto after = take(mixer, 10);
    QCOMPARE(after.front(), 100000.0f + 5000 + fadeFrames);
    QCOMPARE(mixer.position(), std::size_t{5000 + fadeFrames + 10});
}

void AbMixerTest::switch_betweenOppositeSines_makesNoStepBeyondTheFade()
{
    // Worst case: B = -A at its crest. The raised cosine climbs at most pi / 2 / fadeFrames of the distance (2) a
    // sample, the sine itself 2 pi f / rate.
    AbMixer mixer;
    mixer.setSounds(mono(sine(100, 1, rate), sine(100, 1, rate, std::numbers::pi)));
    auto heard = take(mixer, 120); // a quarter period: the crest
    mixer.setSide(Side::B);
    const auto rest = take(mixer, 2000);
    heard.insert(heard.end(), rest.begin(), rest.end());
    const double allowed = 2 * std::numbers::pi / 2 / fadeFrames + 2 * std::numbers::pi * 100 / rate;
    QVERIFY2(largestStep(heard) <= allowed, qPrintable(QString::number(largestStep(heard))));
    QVERIFY(largestStep(heard) < 0.03); // a hard cut would step by 2
}

void AbMixerTest::switchTwice_withinOneFade_makesNoStep()
{
    AbMixer mixer;
    mixer.setSounds(mono(std::vector<float>(5000, 1.0f), std::vector<float>(5000, -1.0f)));
    std::vector<float> heard;
    for (int i = 0; i < 20; ++i) {
        mixer.setSide(i % 2 ? Side::A : Side::B);
        const auto block = take(mixer, 100);
        heard.insert(heard.end(), block.begin(), block.end());
    }
    QVERIFY(largestStep(heard) <= std::numbers::pi / fadeFrames * 1.001);
    take(mixer, fadeFrames);
    take(mixer, fadeFrames); // the fade that ran and the one that waited
    QCOMPARE(take(mixer, 1).front(), 1.0f);
}

void AbMixerTest::seek_whilePlaying_fadesAndLandsOnTheSample()
{
    AbMixer mixer;
    mixer.setSounds(mono(ramp(0, 20000), {}));
    take(mixer, 100);
    mixer.seek(9000);
    QCOMPARE(mixer.position(), std::size_t{9000});
    const auto fade = take(mixer, fadeFrames);
    QCOMPARE(fade.front(), 100.0f);
    QCOMPARE(take(mixer, 1).front(), 9000.0f + fadeFrames);
}

void AbMixerTest::start_cuts_toTheExactSample()
{
    AbMixer mixer;
    mixer.setSounds(mono(ramp(0, 20000), ramp(100000, 20000)));
    mixer.setSide(Side::B);
    mixer.start(777);
    QCOMPARE(take(mixer, 3), (std::vector<float>{100777, 100778, 100779}));
}

void AbMixerTest::end_reached_bringsTheRestAndSilence()
{
    AbMixer mixer;
    mixer.setSounds(mono(std::vector<float>(150, 0.5f), {}));
    std::vector<float> out(100, -99.0f);
    QCOMPARE(mixer.read(out), std::size_t{100});
    QVERIFY(!mixer.atEnd());
    QCOMPARE(mixer.read(out), std::size_t{50});
    QCOMPARE(out[49], 0.5f);
    QCOMPARE(out[50], 0.0f);
    QVERIFY(mixer.atEnd());
    mixer.start(10);
    QVERIFY(!mixer.atEnd());
    QCOMPARE(mixer.read(out), std::size_t{100});
    QVERIFY(!mixer.atEnd());
}

void AbMixerTest::shorterSide_afterItsEnd_isSilentUntilTheLongerEnds()
{
    AbMixer mixer;
    mixer.setSounds(mono(std::vector<float>(100, 0.5f), std::vector<float>(300, 0.25f)));
    const auto heard = take(mixer, 200);
    QCOMPARE(heard[99], 0.5f);
    QCOMPARE(heard[100], 0.0f);
    QVERIFY(!mixer.atEnd());
}

void AbMixerTest::noSounds_read_isSilence()
{
    AbMixer mixer;
    QCOMPARE(take(mixer, 4), std::vector<float>(4, 0.0f));
    QVERIFY(mixer.atEnd());
}

void AbMixerTest::replacedSounds_keepPositionAndAreFreed()
{
    AbMixer mixer;
    auto first = mono(ramp(0, 2000), {});
    const std::weak_ptr<const AbSounds> watched = first;
    mixer.setSounds(std::move(first));
    take(mixer, 500);
    mixer.setSounds(mono(ramp(0, 2000), ramp(100000, 2000)));
    QCOMPARE(take(mixer, 1).front(), 500.0f);
    take(mixer, 1000); // longer than a fade
    mixer.freeReplaced();
    QVERIFY(watched.expired());
    mixer.setSounds(mono(ramp(0, 100), {}));
    take(mixer, 1);
    QCOMPARE(mixer.position(), std::size_t{100});
    QVERIFY(mixer.atEnd());
}

void AbMixerTest::soundsReplaced_whilePlaying_fadeWithoutAStep()
{
    AbMixer mixer;
    mixer.setSounds(mono(std::vector<float>(4000, 0.0f), {}));
    take(mixer, 500);
    mixer.setSounds(mono(std::vector<float>(4000, 1.0f), {}));
    const auto faded = take(mixer, 1000);
    const int fade = static_cast<int>(std::lround(AbMixer::fadeSeconds * rate));
    QCOMPARE(faded.front(), 0.0f);
    QCOMPARE(faded.back(), 1.0f);
    for (std::size_t i = 1; i < faded.size(); ++i)
        QVERIFY(std::abs(faded[i] - faded[i - 1]) < 2.0f / static_cast<float>(fade)); // a raised cosine's steepest step is pi/2
    QCOMPARE(mixer.position(), std::size_t{1500});
}

void AbMixerTest::soundsReplaced_whileAnotherThreadReads_areNeverReadAfterFree()
{
    // Each pair of sounds holds one value, larger than those before: within a block values stay or, where one pair fades into
    // the next, rise; freed memory would bring others (and the sanitizers would see it). The sounds are longer than a fade and a block together, so that no block reaches their end.
    constexpr std::size_t frames = 2000;
    AbMixer mixer;
    std::atomic<bool> stop = false;
    std::atomic<int> wrong = 0;
    std::thread reader([&] {
        std::vector<float> out(64);
        while (!stop) {
            mixer.start(0);
            const std::size_t brought = mixer.read(out);
            for (std::size_t i = 0; i < brought; ++i)
                if (!(out[i] >= 0 && out[i] < 5000) || (i > 0 && out[i] < out[i - 1]))
                    ++wrong;
        }
    });
    for (int i = 0; i < 5000; ++i) {
        const auto value = static_cast<float>(i);
        mixer.setSounds(mono(std::vector<float>(frames, value), std::vector<float>(frames, value)));
        mixer.setSide(i % 2 ? Side::A : Side::B);
    }
    stop = true;
    reader.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_APPLESS_MAIN(AbMixerTest)
#include "abmixer_test.moc"
