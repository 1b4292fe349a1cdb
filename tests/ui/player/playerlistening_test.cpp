// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the player, sample by sample. Runs with an audio server of its own (with_null_sink.sh) whose output is recorded.
#include "core/analysis/loudness.h"
#include "tests/ui/player/recorder.h"
#include "ui/player/player.h"

#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <numbers>
#include <random>

using namespace sonoloom;
using testsupport::Recorder;

class PlayerListeningTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void a_andB_areHeardSampleBySample_acrossASwitch();
    void difference_ofASoundAndItself_isDigitalSilence();
    void loop_recorded_turnsInTime_withoutAClick();
    void loop_tooShort_isLengthened_andTold();
    void loop_setBehindThePlayhead_isJumpedTo();
    void matched_recorded_areEquallyLoud();
    void matching_switchedWhilePlaying_makesNoClick();
    void matching_ofShortOrSilentSounds_saysWhy();
    void scrub_atRest_isHeard_andEnds();
    void scrub_once_bringsOneGrain();
    void scrub_whilePlaying_goesOnFromThere();
    void blind_tellsNothing();
    void device_chosenAndGone_isFollowed();
};

namespace
{

constexpr int rate = 44100;
constexpr std::size_t fadeFrames = 353; // 8 ms

using Sound = std::shared_ptr<const Audio>;

Sound soundOf(std::vector<float> samples)
{
    return std::make_shared<Audio>(Audio{rate, {samples, samples}});
}

std::vector<float> tone(double hertz, double amplitude, double seconds)
{
    std::vector<float> samples(static_cast<std::size_t>(seconds * rate));
    for (std::size_t i = 0; i < samples.size(); ++i) // a cosine: it begins with a step
        samples[i] = static_cast<float>(amplitude * std::cos(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate));
    return samples;
}

std::vector<float> noise(unsigned seed, double amplitude, double seconds)
{
    std::mt19937 random(seed);
    std::vector<float> samples(static_cast<std::size_t>(seconds * rate));
    for (float& sample : samples)
        sample = static_cast<float>(amplitude * (static_cast<double>(random()) / 2147483648.0 - 1.0)) + 1e-6f; // never zero
    return samples;
}

bool load(Player& player, Sound a, Sound b)
{
    QSignalSpy made(&player, &Player::conversionChanged);
    player.setSound(Side::A, std::move(a));
    player.setSound(Side::B, std::move(b));
    return made.wait(5000);
}

bool playsPast(const Player& player, double seconds)
{
    return QTest::qWaitFor([&] { return player.position() > seconds; }, 8000);
}

double largestStep(const std::vector<float>& samples, std::size_t from, std::size_t to)
{
    double step = 0;
    for (std::size_t i = from + 1; i < to; ++i)
        step = std::max(step, std::abs(static_cast<double>(samples[i]) - samples[i - 1]));
    return step;
}

double lufsOf(const std::vector<float>& heard, std::size_t first, std::size_t count)
{
    const std::vector<float> part(heard.begin() + static_cast<std::ptrdiff_t>(first), heard.begin() + static_cast<std::ptrdiff_t>(first + count));
    JobMonitor monitor;
    return loudnessOf(Audio{rate, {part, part}}, {}, 1, monitor)->lufs.value_or(0);
}

/// Where in `sound` the recording begins: the first frames may be lost before the server has woken up.
std::size_t lost(const std::vector<float>& heard, const std::vector<float>& sound)
{
    return static_cast<std::size_t>(std::search(sound.begin(), sound.end(), heard.begin(), heard.begin() + 8) - sound.begin());
}

} // namespace

void PlayerListeningTest::initTestCase()
{
    QVERIFY2(!QMediaDevices::defaultAudioOutput().isNull(), "There is no audio output; run this through with_null_sink.sh.");
}

void PlayerListeningTest::a_andB_areHeardSampleBySample_acrossASwitch()
{
    const auto a = noise(1, 0.5, 20);
    const auto b = noise(2, 0.5, 20);
    Player player;
    QVERIFY(load(player, soundOf(a), soundOf(b)));
    Recorder recorder;
    player.play();
    QVERIFY(playsPast(player, 1));
    const double asked = player.position();
    player.switchTo(Side::B);
    QVERIFY(playsPast(player, 3));
    player.pause();
    auto heard = recorder.finish();
    const auto length = static_cast<std::size_t>(2.5 * rate);
    const std::size_t first = lost(heard, a);
    QVERIFY2(first < rate / 2, qPrintable(QString::number(first)));
    heard.insert(heard.begin(), a.begin(), a.begin() + static_cast<std::ptrdiff_t>(first));
    QVERIFY(heard.size() > length);
    std::size_t at = 0;
    while (at < length && heard[at] == a[at])
        ++at;
    const std::size_t switched = at - 1; // the first frame of a fade is A still
    const double after = static_cast<double>(switched) / rate - asked;
    QVERIFY2(after > -0.1 && after < 1.0, qPrintable(QString::number(after))); // what the device held is A still
    for (std::size_t i = 0; i < fadeFrames; ++i) {
        const double weight = 0.5 - 0.5 * std::cos(std::numbers::pi * static_cast<double>(i) / fadeFrames);
        const double expected = a[switched + i] + weight * (static_cast<double>(b[switched + i]) - a[switched + i]);
        QVERIFY2(std::abs(heard[switched + i] - expected) < 1e-6, qPrintable(QString::number(i)));
    }
    for (std::size_t i = switched + fadeFrames; i < length; ++i)
        QVERIFY2(heard[i] == b[i], qPrintable(QString::number(i)));
}

void PlayerListeningTest::difference_ofASoundAndItself_isDigitalSilence()
{
    const auto a = noise(1, 0.5, 10);
    Player player;
    QVERIFY(load(player, soundOf(a), soundOf(a)));
    Recorder recorder;
    player.play();
    QVERIFY(playsPast(player, 0.5));
    player.switchTo(Side::Difference);
    QVERIFY(playsPast(player, 1.5));
    player.switchTo(Side::A);
    QVERIFY(playsPast(player, 2.5));
    player.pause();
    const auto heard = recorder.finish();
    const auto silence = std::ranges::find(heard, 0.0f);
    const auto sound = std::find_if(silence, heard.end(), [](float sample) { return sample != 0; });
    QVERIFY2(sound - silence > rate / 2, qPrintable(QString::number(sound - silence)));
    QVERIFY(sound != heard.end()); // A again, in its place
    const auto at = static_cast<std::size_t>(sound - heard.begin()) + fadeFrames;
    QCOMPARE(heard[at], a[at + lost(heard, a)]);
}

void PlayerListeningTest::loop_recorded_turnsInTime_withoutAClick()
{
    Player player;
    const auto a = tone(441, 0.5, 1.03); // ends and begins with a step
    QVERIFY(load(player, soundOf(a), nullptr));
    player.setLoop(0, 1.03);
    Recorder recorder;
    player.play();
    QTest::qWait(3500);
    player.pause();
    const auto heard = recorder.finish();
    const std::size_t turn = a.size();
    QVERIFY(heard.size() > 3 * turn);
    const double steepest = 0.5 * 2 * std::numbers::pi * 441 / rate + 0.5 * std::numbers::pi / 2 / fadeFrames;
    QVERIFY2(largestStep(heard, 0, 3 * turn) < steepest, qPrintable(QString::number(largestStep(heard, 0, 3 * turn))));
    for (std::size_t i = turn; i < 2 * turn; ++i)
        QCOMPARE(heard[i], heard[i + turn]);
}

void PlayerListeningTest::loop_tooShort_isLengthened_andTold()
{
    Player player;
    QVERIFY(load(player, soundOf(tone(441, 0.5, 3)), nullptr));
    QSignalSpy told(&player, &Player::noticed);
    player.setLoop(1, 1.2);
    QCOMPARE(player.loopFrom(), 1.0);
    QCOMPARE(player.loopTo(), 1.5);
    player.setLoop(2.9, 3);
    QCOMPARE(player.loopFrom(), 2.5);
    QCOMPARE(player.loopTo(), 3.0);
    QVERIFY(told.wait(3000));
    QCOMPARE(told.size(), 1); // once, when it has come to rest
    player.setLoop(1, 2);
    QCOMPARE(player.loopTo(), 2.0);
    player.setSound(Side::A, soundOf(tone(441, 0.5, 0.3)));
    player.setLoop(0, 0.3);
    QCOMPARE(player.loopTo(), 0.0);
    QVERIFY(told.wait(3000));
    QVERIFY(told.back().front().toString().contains("not repeated"));
}

void PlayerListeningTest::loop_setBehindThePlayhead_isJumpedTo()
{
    Player player;
    QVERIFY(load(player, soundOf(tone(441, 0.5, 30)), nullptr));
    player.seek(20);
    player.play();
    QVERIFY(playsPast(player, 20.2));
    player.setLoop(5, 6);
    QVERIFY(QTest::qWaitFor([&] { return player.position() > 5.05 && player.position() < 6.1; }, 5000));
}

void PlayerListeningTest::matched_recorded_areEquallyLoud()
{
    Player player;
    QVERIFY(load(player, soundOf(noise(1, 0.4, 10)), soundOf(tone(997, 0.1, 10))));
    player.setMatching(true);
    QVERIFY(QTest::qWaitFor([&] { return player.match().state == LoudnessMatch::State::Matched; }, 5000));
    QVERIFY2(player.match().gainADb < -3 && player.match().gainBDb == 0, qPrintable(QString::number(player.match().gainADb)));
    Recorder recorder;
    player.play();
    QVERIFY(playsPast(player, 2));
    player.switchTo(Side::B);
    QVERIFY(playsPast(player, 4.5));
    player.pause();
    const auto heard = recorder.finish();
    const double loudA = lufsOf(heard, rate / 10, rate * 3 / 2);
    const double loudB = lufsOf(heard, heard.size() - rate * 5 / 2, rate * 3 / 2);
    QVERIFY2(std::abs(loudA - loudB) < 0.1, qPrintable(QStringLiteral("%1 %2").arg(loudA).arg(loudB)));
    QVERIFY(std::abs(loudB - player.match().lufs) < 0.1);
}

void PlayerListeningTest::matching_switchedWhilePlaying_makesNoClick()
{
    Player player;
    QVERIFY(load(player, soundOf(tone(441, 0.5, 10)), soundOf(tone(441, 0.05, 10))));
    Recorder recorder;
    player.play();
    QVERIFY(playsPast(player, 1));
    player.setMatching(true);
    QVERIFY(playsPast(player, 2));
    player.setMatching(false);
    QVERIFY(playsPast(player, 3));
    player.pause();
    const auto heard = recorder.finish();
    const auto length = static_cast<std::size_t>(2.8 * rate);
    QVERIFY(heard.size() > length);
    const double steepest = 0.5 * 2 * std::numbers::pi * 441 / rate + 0.45 * std::numbers::pi / 2 / fadeFrames;
    QVERIFY(largestStep(heard, 0, length) < steepest);
    float quietest = 1;
    for (std::size_t i = 0; i + 100 < length; i += 100)
        quietest = std::min(quietest, *std::max_element(heard.begin() + static_cast<std::ptrdiff_t>(i), heard.begin() + static_cast<std::ptrdiff_t>(i + 100)));
    QVERIFY2(std::abs(quietest - 0.05f) < 0.001f, qPrintable(QString::number(quietest))); // it was turned down in between
}

void PlayerListeningTest::matching_ofShortOrSilentSounds_saysWhy()
{
    using State = LoudnessMatch::State;
    Player player;
    player.setMatching(true);
    QCOMPARE(player.match().state, State::Nothing);
    QVERIFY(load(player, soundOf(tone(441, 0.5, 0.3)), soundOf(tone(441, 0.1, 0.3))));
    QVERIFY(QTest::qWaitFor([&] { return player.match().state == State::TooShort; }, 5000));
    QVERIFY(load(player, soundOf(tone(441, 0.5, 3)), soundOf(std::vector<float>(3 * rate))));
    QVERIFY(QTest::qWaitFor([&] { return player.match().state == State::Silent; }, 5000));
    QCOMPARE(player.match().gainADb, 0.0);
    auto b = tone(441, 0.25, 3);
    std::fill(b.begin(), b.begin() + rate, 0.0f);
    QVERIFY(load(player, soundOf(tone(441, 0.5, 3)), soundOf(b)));
    QVERIFY(QTest::qWaitFor([&] { return std::abs(player.match().gainADb + 6.02) < 0.5; }, 5000)); // blocks over the edge count, too
    player.setLoop(0, 0.9); // there B is silent
    QVERIFY(QTest::qWaitFor([&] { return player.match().state == State::Silent; }, 5000));
    player.setMatching(false);
    QCOMPARE(player.match().state, State::Off);
}

void PlayerListeningTest::scrub_atRest_isHeard_andEnds()
{
    Player player;
    const auto a = noise(3, 0.5, 10);
    QVERIFY(load(player, soundOf(a), nullptr));
    Recorder recorder;
    for (int i = 0; i < 10; ++i) {
        player.scrub(5 + 0.05 * i);
        QTest::qWait(60);
    }
    QVERIFY(!player.isPlaying());
    QCOMPARE(player.position(), 5.45);
    player.endScrub();
    QTest::qWait(600);
    const auto heard = recorder.finish();
    double loudest = 0;
    for (const float sample : heard)
        loudest = std::max(loudest, std::abs(static_cast<double>(sample)));
    QVERIFY2(loudest > 0.4 && loudest <= 0.51, qPrintable(QString::number(loudest)));
    QVERIFY(std::all_of(heard.end() - rate / 10, heard.end(), [](float sample) { return sample == 0; })); // silent where it stood
    const auto loud = std::ranges::count_if(heard, [](float sample) { return sample != 0; });
    QVERIFY2(loud > rate / 5 && loud < rate, qPrintable(QString::number(loud)));
}

void PlayerListeningTest::scrub_once_bringsOneGrain()
{
    Player player;
    QVERIFY(load(player, soundOf(noise(3, 0.5, 10)), nullptr));
    Recorder recorder;
    player.scrub(5);
    QTest::qWait(500);
    player.endScrub();
    const auto heard = recorder.finish();
    const auto loud = std::ranges::count_if(heard, [](float sample) { return sample != 0; });
    const double grain = AbMixer::grainSeconds * rate;
    QVERIFY2(loud > 0.3 * grain && loud <= grain + 1, qPrintable(QString::number(loud))); // its first frames may be lost
}

void PlayerListeningTest::scrub_whilePlaying_goesOnFromThere()
{
    Player player;
    QVERIFY(load(player, soundOf(tone(441, 0.5, 30)), nullptr));
    Recorder recorder;
    player.play();
    QVERIFY(playsPast(player, 0.3));
    player.scrub(20);
    QTest::qWait(500);
    QCOMPARE(player.position(), 20.0);
    QVERIFY(player.isPlaying());
    player.endScrub();
    QVERIFY(QTest::qWaitFor([&] { return player.position() > 20.5 && player.position() < 22; }, 5000));
    player.pause();
    const auto heard = recorder.finish();
    const auto silence = std::search_n(heard.begin(), heard.end(), rate / 10, 0.0f); // where the place was held
    const auto loud = std::count_if(silence, heard.end(), [](float sample) { return std::abs(sample) > 0.1f; });
    QVERIFY2(loud > rate / 4, qPrintable(QString::number(loud))); // and then it is heard again
}

void PlayerListeningTest::blind_tellsNothing()
{
    Player player;
    QVERIFY(load(player, soundOf(tone(441, 0.5, 10)), soundOf(tone(882, 0.5, 10))));
    QVERIFY(player.hasSound(Side::Difference));
    player.switchTo(Side::B);
    QSignalSpy sides(&player, &Player::sideChanged);
    QSignalSpy durations(&player, &Player::durationChanged);
    player.beginBlind();
    for (const Side side : {Side::B, Side::A, Side::B}) {
        player.hearBlind(side);
        QCOMPARE(player.side(), Side::B);
    }
    player.switchTo(Side::A); // as if a key was pressed
    player.setSound(Side::B, soundOf(tone(441, 0.5, 20)));
    player.setLoop(2, 4);
    QCOMPARE(player.duration(), 10.0);
    QCOMPARE(player.loopTo(), 0.0);
    QCOMPARE(sides.size() + durations.size(), 0);
    player.endBlind();
    QCOMPARE(player.side(), Side::B);
    QCOMPARE(player.duration(), 20.0);
    QCOMPARE(player.loopTo(), 4.0);
}

void PlayerListeningTest::device_chosenAndGone_isFollowed()
{
    Player player;
    QVERIFY(load(player, soundOf(noise(1, 0.5, 30)), nullptr));
    player.setDevice("other"); // not there yet: the usual one plays
    player.play();
    QVERIFY(playsPast(player, 0.5));
    QSignalSpy restarted(&player, &Player::restarted);
    QSignalSpy stopped(&player, &Player::playingChanged);
    QProcess pactl;
    pactl.start("pactl", {"load-module", "module-null-sink", "sink_name=other", "rate=48000", "channels=2", "format=float32le"});
    QVERIFY(pactl.waitForFinished());
    const QString module = QString::fromUtf8(pactl.readAllStandardOutput()).trimmed();
    QVERIFY(restarted.wait(5000));
    Recorder recorder(QStringLiteral("other"));
    const double there = player.position();
    QVERIFY2(there > 0.4, qPrintable(QString::number(there)));
    QVERIFY(playsPast(player, there + 0.5));
    QVERIFY(recorder.finish().size() > rate / 4);
    pactl.start("pactl", {"unload-module", module});
    QVERIFY(pactl.waitForFinished());
    QVERIFY(restarted.wait(5000));
    const double again = player.position();
    QVERIFY(playsPast(player, again + 0.3));
    QVERIFY(player.isPlaying());
    QVERIFY(stopped.isEmpty());
}

QTEST_GUILESS_MAIN(PlayerListeningTest)
#include "playerlistening_test.moc"
