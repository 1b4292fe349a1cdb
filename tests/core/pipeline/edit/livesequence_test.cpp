// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/clipmel.h"
#include "core/pipeline/edit/livesequence.h"
#include "tests/core/pipeline/edit/melfiles.h"

#include <QtTest>

#include <atomic>

using namespace sonoloom;
using namespace sonoloom::testsupport;
namespace fs = std::filesystem;

class LiveSequenceTest : public QObject
{
    Q_OBJECT

private slots:
    void firstPiece_beginsAtTheListener_andIsShort();
    void pieces_followTheListener_withoutAGap();
    void listener_whoJumps_isHeardThere();
    void sources_areKept_whileClipsChange();
    void what_cannotBeHeard_isTold();

private:
    MelFolder folder_;
    Listener listener_;
};

namespace
{

/// Stops where it is told.
class Stop final : public JobMonitor
{
public:
    bool cancelled() const override { return stopped; }
    bool stopped = false;
};

struct Heard {
    std::shared_ptr<const Audio> sound;
    double from = 0;

    double to() const { return from + static_cast<double>(sound->sampleCount()) / sound->sampleRate; }
};

/// A player that goes on by a fiftieth of a second each time it is asked where it is.
struct Played {
    Heard piece;
    Audio sound{44100, {{}}};

    double seconds() const { return static_cast<double>(sound.sampleCount()) / 44100; }
    /// False where the piece has a gap.
    bool goOn()
    {
        if (!piece.sound)
            return true;
        const auto here = static_cast<std::size_t>(std::lround((seconds() - piece.from) * 44100));
        if (here + 882 > piece.sound->sampleCount())
            return false;
        const auto begin = piece.sound->channels[0].begin() + static_cast<std::ptrdiff_t>(here);
        sound.channels[0].insert(sound.channels[0].end(), begin, begin + 882);
        return true;
    }
};

double levelDb(const Audio& sound, std::size_t first, std::size_t count)
{
    double power = 0;
    for (std::size_t i = first; i < first + count; ++i)
        power += std::pow(sound.channels[0][i], 2);
    return 10 * std::log10(power / static_cast<double>(count) + 1e-20);
}

} // namespace

void LiveSequenceTest::firstPiece_beginsAtTheListener_andIsShort()
{
    const Sequence sequence{{folder_.encode("a", heldTones(0.5, 220), smallTiles()).front()}};
    const Sequence row(12, sequence.front());
    auto clips = ClipMel::open(row, {smallTiles()}, listener_).value();
    std::vector<Heard> heard;
    Stop stop;
    LiveDecodingJob job;
    job.listener = [] { return 3.0; };
    const auto done = soundClips(*clips, row, job, [&](auto piece, double from) {
        heard.push_back({piece, from});
        stop.stopped = true;
    }, stop);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(heard.size(), std::size_t{1});
    QCOMPARE(heard[0].from, 3.0);
    QVERIFY2(heard[0].to() > 3.1 && heard[0].to() < 4, qPrintable(QString::number(heard[0].to())));
    QVERIFY(levelDb(*heard[0].sound, 4000, 4000) > -40);
}

void LiveSequenceTest::pieces_followTheListener_withoutAGap()
{
    const Sequence row(20, {folder_.encode("a", heldTones(0.5, 220), smallTiles()).front()}); // 10 s
    auto clips = ClipMel::open(row, {smallTiles()}, listener_).value();
    Played played;
    Stop stop;
    LiveDecodingJob job;
    job.secondsAhead = 2;
    job.listener = [&] {
        stop.stopped = !played.goOn() || played.sound.sampleCount() == 10 * 44100;
        return played.seconds();
    };
    std::size_t longest = 0;
    const auto done = soundClips(*clips, row, job, [&](auto piece, double from) {
        longest = std::max(longest, piece->sampleCount());
        played.piece = {piece, from};
    }, stop);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(played.sound.sampleCount(), std::size_t{10 * 44100});
    QVERIFY(longest < 9 * 44100); // memory is bounded
    const double level = levelDb(played.sound, 0, played.sound.sampleCount());
    for (std::size_t first = 4410; first + 8820 <= played.sound.sampleCount(); first += 4410) { // joints, too
        const double here = levelDb(played.sound, first, 4410);
        QVERIFY2(std::abs(here - level) < 3, qPrintable(QString::number(here - level)));
    }
}

void LiveSequenceTest::listener_whoJumps_isHeardThere()
{
    const Sequence row(24, {folder_.encode("a", heldTones(0.5, 220), smallTiles()).front()});
    auto clips = ClipMel::open(row, {smallTiles()}, listener_).value();
    double place = 8;
    Stop stop;
    LiveDecodingJob job;
    job.secondsAhead = 1;
    job.listener = [&] { return place; };
    std::vector<double> begins;
    const auto done = soundClips(*clips, row, job, [&](auto, double from) {
        begins.push_back(from);
        stop.stopped = place == 2;
        place = 2;
    }, stop);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(begins, (std::vector<double>{8, 2}));
}

void LiveSequenceTest::sources_areKept_whileClipsChange()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    RiffusionParams finer = smallTiles();
    finer.bands = 64;
    const fs::path b = folder_.encode("b", heldTones(0.5, 220), finer).front();
    const ClipWish wish{smallTiles()};
    auto clips = ClipMel::open({{a}, {b}, {a, 0.1}}, wish, listener_).value();
    QVERIFY(listener_.notices.find("64 bands instead of 128") != std::string::npos);
    QCOMPARE(*clips->seconds(a), 0.5);
    QVERIFY(!clips->seconds(folder_.path("c.png")));
    QVERIFY(clips->serves({{a, 0.2}, {b}, {b}}, wish));
    QVERIFY(!clips->serves({{b}, {a}}, wish)); // the first one's bands are those of all
    QVERIFY(!clips->serves({{a}, {folder_.path("c.png")}}, wish));
    QVERIFY(!clips->serves({{a}}, {finer}));
    QVERIFY(!clips->serves({}, wish));
    QCOMPARE(clips->lay({{a, 0.2}, {a, 0, 0, 0, ClipTransition::Blend, 0.1}, {b}}).value().columns(), std::size_t{30 + 50 + 50 - 10});
}

void LiveSequenceTest::what_cannotBeHeard_isTold()
{
    const fs::path a = folder_.encode("a", heldTones(0.5, 220), smallTiles()).front();
    const auto refused = [&](const Sequence& sequence, ErrorCode code) {
        const auto opened = ClipMel::open(sequence, {smallTiles()}, listener_);
        return !opened && opened.error().code == code;
    };
    QVERIFY(refused({}, ErrorCode::InvalidArgument));
    QVERIFY(refused({{a}, {folder_.path("gone.png")}}, ErrorCode::NotFound));
    auto clips = ClipMel::open({{a}}, {smallTiles()}, listener_).value();
    QCOMPARE(clips->lay({}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(clips->lay({{folder_.path("b.png")}}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(clips->lay({{a, 0, 0, 0, ClipTransition::Blend, 0.1, {.bands = 2, .curve = "bent"}}, {a}}).error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(LiveSequenceTest)
#include "livesequence_test.moc"
