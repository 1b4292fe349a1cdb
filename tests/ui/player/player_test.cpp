// SPDX-License-Identifier: GPL-3.0-or-later
// Runs with an audio server whose output plays into nothing (with_null_sink.sh) and is recorded.
#include "tests/ui/support.h"
#include "ui/player/player.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <complex>
#include <cstring>
#include <functional>

using namespace sonoloom;

class PlayerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void play_movesOn_andPauseStays();
    void switching_keepsTheTime();
    void recorded_switchIsHeard_withoutGapOrClick();
    void seek_and_loop_areFollowed();
    void end_stops_andGoesBack();
    void sideWithoutSound_isNotTaken();
    void destroyed_whilePlaying_isClean();

private:
    std::unique_ptr<Player> loaded(double seconds) const;
};

namespace
{

std::shared_ptr<const Audio> tone(double hertz, double seconds)
{
    Audio audio{44100, {std::vector<float>(static_cast<std::size_t>(seconds * 44100))}};
    for (std::size_t i = 0; i < audio.sampleCount(); ++i)
        audio.channels[0][i] = static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / 44100));
    return std::make_shared<Audio>(std::move(audio));
}

/// Amplitude of one frequency in a stretch of samples.
double amplitudeOf(double hertz, const float* samples, std::size_t count)
{
    std::complex<double> sum;
    for (std::size_t i = 0; i < count; ++i)
        sum += std::polar(static_cast<double>(samples[i]), -2 * std::numbers::pi * hertz * static_cast<double>(i) / 44100);
    return 2 * std::abs(sum) / static_cast<double>(count);
}

} // namespace

void PlayerTest::initTestCase()
{
    QVERIFY2(!QMediaDevices::defaultAudioOutput().isNull(), "There is no audio output; run this through with_null_sink.sh.");
}

std::unique_ptr<Player> PlayerTest::loaded(double seconds) const
{
    auto player = std::make_unique<Player>();
    QSignalSpy converted(player.get(), &Player::conversionChanged);
    player->setSound(Side::A, tone(441, seconds));
    player->setSound(Side::B, tone(1323, seconds));
    converted.wait(5000);
    return player;
}

void PlayerTest::play_movesOn_andPauseStays()
{
    const auto player = loaded(10);
    QCOMPARE(player->duration(), 10.0);
    player->play();
    QVERIFY(player->isPlaying());
    QVERIFY(QTest::qWaitFor([&] { return player->position() > 0.3; }, 5000));
    player->pause();
    const double there = player->position();
    QVERIFY(!player->isPlaying());
    QTest::qWait(200);
    QCOMPARE(player->position(), there);
}

void PlayerTest::switching_keepsTheTime()
{
    const auto player = loaded(10);
    player->play();
    QVERIFY(QTest::qWaitFor([&] { return player->position() > 0.3; }, 5000));
    const double before = player->position();
    player->switchTo(Side::B);
    QCOMPARE(player->side(), Side::B);
    const double after = player->position();
    QVERIFY2(after >= before && after < before + 0.25, qPrintable(QString::number(after - before)));
    QVERIFY(player->isPlaying());
}

void PlayerTest::recorded_switchIsHeard_withoutGapOrClick()
{
    QProcess recorder;
    recorder.start("parec", {"-d", "null.monitor", "--format=float32le", "--rate=44100", "--channels=1", "--latency-msec=20"});
    QVERIFY(recorder.waitForStarted());
    const auto player = loaded(20);
    player->play();
    QVERIFY(QTest::qWaitFor([&] { return player->position() > 2.5; }, 10'000));
    player->switchTo(Side::B);
    QVERIFY(QTest::qWaitFor([&] { return player->position() > 5; }, 10'000));
    player->pause();
    QTest::qWait(300);
    recorder.terminate();
    recorder.waitForFinished();
    const QByteArray bytes = recorder.readAllStandardOutput();
    std::vector<float> heard(static_cast<std::size_t>(bytes.size()) / sizeof(float));
    std::memcpy(heard.data(), bytes.data(), heard.size() * sizeof(float));

    constexpr std::size_t stretch = 2205; // 50 ms, whole periods of both tones
    std::vector<double> a;
    std::vector<double> b;
    for (std::size_t i = 0; i + stretch <= heard.size(); i += stretch) {
        const double levelA = amplitudeOf(441, heard.data() + i, stretch);
        const double levelB = amplitudeOf(1323, heard.data() + i, stretch);
        if (a.empty() && levelA + levelB < 0.45)
            continue; // before playing
        a.push_back(levelA);
        b.push_back(levelB);
    }
    while (!a.empty() && a.back() + b.back() < 0.45) { // after it
        a.pop_back();
        b.pop_back();
    }
    std::size_t switched = 0;
    while (switched < a.size() && a[switched] > b[switched])
        ++switched;
    QVERIFY2(switched >= 20, qPrintable(QString::number(switched)));
    QVERIFY2(a.size() - switched >= 20, qPrintable(QString::number(a.size())));
    for (std::size_t i = 0; i < a.size(); ++i) {
        QVERIFY2(a[i] + b[i] > 0.4, qPrintable(QStringLiteral("a gap at %1").arg(i)));
        if (i != switched && i + 1 != switched)
            QVERIFY2((i < switched ? b[i] : a[i]) < 0.01, qPrintable(QStringLiteral("both at %1").arg(i)));
    }
    // Steepest step of the louder tone at full volume, with room for both at once in the fade.
    const double steepest = 2 * 0.5 * 2 * std::numbers::pi * 1323 / 44100;
    double step = 0;
    std::size_t from = 0;
    while (from < heard.size() && std::abs(heard[from]) < 1e-4f)
        ++from;
    for (std::size_t i = from + 1; i + 44100 / 2 < heard.size(); ++i)
        step = std::max(step, std::abs(static_cast<double>(heard[i]) - heard[i - 1]));
    QVERIFY2(step < steepest, qPrintable(QString::number(step)));
}

void PlayerTest::seek_and_loop_areFollowed()
{
    const auto player = loaded(30);
    player->setLoop(20, 20.5);
    player->seek(20);
    player->play();
    QTest::qWait(2000);
    QVERIFY2(player->position() >= 19.9 && player->position() <= 20.6, qPrintable(QString::number(player->position())));
    player->setLoop(0, 0);
    player->seek(5);
    QVERIFY(QTest::qWaitFor([&] { return player->position() > 5.2 && player->position() < 8; }, 5000));
}

void PlayerTest::end_stops_andGoesBack()
{
    const auto player = loaded(1);
    QSignalSpy playing(player.get(), &Player::playingChanged);
    player->play();
    QVERIFY(QTest::qWaitFor([&] { return !player->isPlaying(); }, 6000));
    QCOMPARE(playing.size(), 2);
    QCOMPARE(player->position(), 0.0);
}

void PlayerTest::sideWithoutSound_isNotTaken()
{
    Player player;
    player.setSound(Side::A, tone(441, 1));
    player.switchTo(Side::B);
    QCOMPARE(player.side(), Side::A);
    QVERIFY(!player.hasSound(Side::Difference));
    player.switchTo(Side::Difference);
    QCOMPARE(player.side(), Side::A); // nothing to subtract
    player.setSound(Side::A, nullptr);
    player.play();
    QVERIFY(!player.isPlaying());
}

void PlayerTest::destroyed_whilePlaying_isClean()
{
    auto player = loaded(10);
    player->play();
    QTest::qWait(200);
    QVERIFY(player->isPlaying());
    player.reset();
    QTest::qWait(50);
}

QTEST_GUILESS_MAIN(PlayerTest)
#include "player_test.moc"
