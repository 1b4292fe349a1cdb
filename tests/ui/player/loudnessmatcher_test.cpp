// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/loudnessmatcher.h"

#include <QtTest>

#include <cmath>

using namespace sonoloom;

namespace
{

constexpr int rate = 48000;

std::vector<float> tone(double level, double seconds)
{
    std::vector<float> samples(static_cast<std::size_t>(seconds * rate));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<float>(level * std::sin(0.13 * static_cast<double>(i)));
    return samples;
}

} // namespace

class LoudnessMatcherTest : public QObject
{
    Q_OBJECT

private slots:
    void pieceAlone_isNotMatched()
    {
        LoudnessMatcher matcher;
        matcher.setOn(true);
        AbSounds sounds{rate, 1, tone(0.5, 3), {}};
        sounds.b = sounds.b.with(tone(0.25, 1), rate);
        matcher.setSounds(std::make_shared<AbSounds>(sounds));
        QVERIFY(!matcher.isMeasuring());
        QCOMPARE(matcher.match().state, LoudnessMatch::State::Nothing);
    }

    void pieceInASound_counts()
    {
        LoudnessMatcher matcher;
        matcher.setOn(true);
        AbSounds sounds{rate, 1, tone(0.5, 3), tone(0.25, 3)};
        matcher.setSounds(std::make_shared<AbSounds>(sounds));
        QTRY_COMPARE(matcher.match().state, LoudnessMatch::State::Matched);
        QVERIFY(std::abs(matcher.match().gainADb + 6.02) < 0.05);
        QCOMPARE(matcher.match().gainBDb, 0.0);
        sounds.b = sounds.b.with(tone(0.5, 3), 0);
        matcher.setSounds(std::make_shared<AbSounds>(sounds));
        QTRY_VERIFY(std::abs(matcher.match().gainADb) < 0.05);
    }
};

QTEST_GUILESS_MAIN(LoudnessMatcherTest)
#include "loudnessmatcher_test.moc"
