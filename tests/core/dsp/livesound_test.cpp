// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/livesound.h"
#include "tests/core/dsp/signals.h"

#include <QtTest>

using namespace sonoloom;
using namespace sonoloom::test;

namespace
{

constexpr std::size_t samples = 600 * 441;

MelAnalysis analysis()
{
    return analysisAt(44'100, 10'000);
}

Grid<float> melOf(const std::vector<float>& sound)
{
    return test::melOf(sound, analysis());
}

/// Mean difference in levels between what was asked for and what a sound gives, over columns first..end-1.
double errorWithin(const Grid<float>& asked, const std::vector<float>& sound, std::size_t first, std::size_t end)
{
    const auto reached = melOf(sound);
    const float peak = *std::ranges::max_element(asked.cells());
    double sum = 0;
    for (std::size_t c = first; c < end; ++c)
        for (std::size_t b = 0; b < asked.columns(); ++b)
            sum += std::abs(std::pow(asked(c, b) / peak, 0.25) - std::pow(reached(c, b) / peak, 0.25));
    return 255 * sum / static_cast<double>((end - first) * asked.columns());
}

std::vector<float> decoded(const Grid<float>& mel)
{
    MagnitudesInMemory source({mel});
    JobMonitor monitor;
    return reconstruct(source, analysis(), samples, {}, 1, monitor)->audio.channels.front();
}

LiveSound liveSound(const std::vector<Grid<float>>& magnitudes)
{
    return std::move(LiveSound::create(analysis(), magnitudes, samples).value());
}

void finish(LiveSound& sound, std::size_t column, int threads = 1)
{
    JobMonitor monitor;
    for (int calls = 0; calls < 200; ++calls)
        if (const auto changed = sound.advance(column, threads, monitor); changed->first == changed->end)
            return;
    QFAIL("never done");
}

Grid<float> rows(const Grid<float>& grid, std::size_t first, std::size_t count)
{
    Grid<float> part(count, grid.columns());
    std::ranges::copy(grid.cells().subspan(first * grid.columns(), count * grid.columns()), part.cells().begin());
    return part;
}

/// `grid` with columns first.. replaced.
Grid<float> with(Grid<float> grid, std::size_t first, const Grid<float>& columns)
{
    std::ranges::copy(columns.cells(), grid.row(first).begin());
    return grid;
}

class Cancelling final : public JobMonitor
{
public:
    bool cancelled() const override { return true; }
};

} // namespace

class LiveSoundTest : public QObject
{
    Q_OBJECT

private slots:
    void advance_inSilence_bringsAQuarterSecondAtTheListener();
    void advance_untilNothingChanges_isAsTrueAsADecode();
    void advance_whileListening_isAlwaysAhead();
    void advance_stereo_keepsEqualChannelsEqual();
    void advance_linearMagnitudes_comesBack();
    void joints_ofPieces_haveNoSeam();
    void edit_ofAnyKind_isAsTrueAsARedo_data();
    void edit_ofAnyKind_isAsTrueAsARedo();
    void edit_farAway_changesNothingElse();
    void edit_whereNothingSounds_isLeftToAdvance();
    void edit_thatDoesNotFit_isRefused();
    void cancel_leavesNoTrace();
    void anyThreadCount_givesTheSameBits();
    void shortAndOddTimelines_work();
};

void LiveSoundTest::advance_inSilence_bringsAQuarterSecondAtTheListener()
{
    const auto mel = melOf(music(samples));
    auto sound = liveSound({mel});
    JobMonitor monitor;
    const auto changed = sound.advance(300, 1, monitor);
    QVERIFY(changed.has_value());
    QCOMPARE(changed->first, std::size_t(300 * 441));
    QCOMPARE(changed->end, std::size_t(325 * 441));
    QCOMPARE(sound.states()[299], SoundState::None);
    QCOMPARE(sound.states()[300], SoundState::Draft);
    QCOMPARE(sound.states()[325], SoundState::None);
    // Columns that hear this quarter second only.
    const double error = errorWithin(mel, sound.audio().channels.front(), 305, 320);
    QVERIFY2(error < 3, qPrintable(QString::number(error)));
}

void LiveSoundTest::advance_untilNothingChanges_isAsTrueAsADecode()
{
    const auto mel = melOf(music(samples));
    auto sound = liveSound({mel});
    finish(sound, 200);
    QVERIFY(std::ranges::all_of(sound.states(), [](SoundState state) { return state == SoundState::Final; }));
    const double whole = errorWithin(mel, decoded(mel), 0, mel.rows());
    const double pieces = errorWithin(mel, sound.audio().channels.front(), 0, mel.rows());
    QVERIFY2(pieces < 1.25 * whole, qPrintable(QString("%1 against %2").arg(pieces).arg(whole)));
}

void LiveSoundTest::advance_whileListening_isAlwaysAhead()
{
    auto sound = liveSound({melOf(music(samples))});
    JobMonitor monitor;
    // A piece is made while the last one plays: the listener moves on by what the call before brought, at most 25 columns.
    for (std::size_t column = 100; column < 590; column += 20) {
        QVERIFY(sound.advance(column, 1, monitor).has_value());
        for (std::size_t c = column; c < std::min<std::size_t>(600, column + 20); ++c)
            QVERIFY(sound.states()[c] != SoundState::None);
    }
}

void LiveSoundTest::advance_stereo_keepsEqualChannelsEqual()
{
    const auto mel = melOf(music(samples));
    auto sound = liveSound({mel, mel});
    JobMonitor monitor;
    for (int i = 0; i < 5; ++i)
        QVERIFY(sound.advance(50, 1, monitor).has_value());
    QVERIFY(sound.audio().channels[0] == sound.audio().channels[1]);
}

void LiveSoundTest::advance_linearMagnitudes_comesBack()
{
    const auto signal = music(samples);
    const LinearAnalysis linear{analysis().stft, 44'100};
    const auto magnitudes = linearMagnitudes(signal, linear.stft);
    auto sound = LiveSound::create(linear, {magnitudes}, samples);
    QVERIFY(sound.has_value());
    finish(*sound, 0);
    MagnitudesInMemory source({magnitudes});
    JobMonitor monitor;
    const auto whole = reconstruct(source, linear, samples, {}, 1, monitor)->audio.channels.front();
    const double pieces = errorWithin(melOf(signal), sound->audio().channels.front(), 0, 600);
    const double asked = errorWithin(melOf(signal), whole, 0, 600);
    QVERIFY2(pieces < 1.25 * asked, qPrintable(QString("%1 against %2").arg(pieces).arg(asked)));
}

void LiveSoundTest::joints_ofPieces_haveNoSeam()
{
    const auto mel = melOf(music(samples));
    auto sound = liveSound({mel});
    finish(sound, 200);
    // A seam is a click or a hole: columns around the joints would be less true than the others.
    const auto& found = sound.audio().channels.front();
    const double all = errorWithin(mel, found, 0, 600);
    for (const std::size_t joint : {200u, 225u, 250u, 275u, 300u}) {
        const double here = errorWithin(mel, found, joint - 3, joint + 3);
        QVERIFY2(here < 2.5 * all, qPrintable(QString("%1: %2 against %3").arg(joint).arg(here).arg(all)));
    }
}

void LiveSoundTest::edit_ofAnyKind_isAsTrueAsARedo_data()
{
    QTest::addColumn<int>("kind");
    QTest::addRow("quieter") << 0;
    QTest::addRow("moved in time") << 1;
    QTest::addRow("moved in pitch") << 2;
    QTest::addRow("erased") << 3;
    QTest::addRow("another sound") << 4;
}

void LiveSoundTest::edit_ofAnyKind_isAsTrueAsARedo()
{
    QFETCH(int, kind);
    const std::size_t first = 250;
    const auto before = melOf(music(samples));
    Grid<float> columns = rows(before, first, 60);
    if (kind == 1)
        columns = rows(before, first + 17, 60);
    if (kind == 4)
        columns = rows(melOf(music(samples, 9)), first, 60);
    for (std::size_t c = 0; c < 60; ++c)
        for (std::size_t b = 0; b < 512; ++b) {
            if (kind == 0)
                columns(c, b) *= 0.3f;
            if (kind == 2)
                columns(c, b) = b < 30 ? 0.0f : before(first + c, b - 30);
            if (kind == 3 && b > 100 && b < 300)
                columns(c, b) = 0.0f;
        }
    const auto after = with(before, first, columns);

    auto sound = liveSound({before});
    JobMonitor monitor;
    MagnitudesInMemory source({before});
    QVERIFY(sound.adopt(reconstruct(source, analysis(), samples, {}, 1, monitor)->audio).has_value());
    const auto changed = sound.edit(first, {columns}, 1, monitor);
    QVERIFY(changed.has_value() && changed->end > changed->first);
    ReconstructParams preview;
    preview.method = ReconstructMethod::Preview;
    MagnitudesInMemory edited({after});
    const auto redone = reconstruct(edited, analysis(), samples, preview, 1, monitor)->audio.channels.front();
    const double quick = errorWithin(after, sound.audio().channels.front(), first - 10, first + 70);
    const double redo = errorWithin(after, redone, first - 10, first + 70);
    QVERIFY2(quick < 1.25 * redo, qPrintable(QString("%1 against %2").arg(quick).arg(redo)));
    finish(sound, first);
    const double final = errorWithin(after, sound.audio().channels.front(), first - 10, first + 70);
    QVERIFY2(final < quick, qPrintable(QString("%1 after %2").arg(final).arg(quick)));
}

void LiveSoundTest::edit_farAway_changesNothingElse()
{
    const auto mel = melOf(music(samples));
    auto sound = liveSound({mel});
    finish(sound, 0);
    const auto before = sound.audio().channels.front();
    JobMonitor monitor;
    const auto changed = sound.edit(300, {Grid<float>(10, 512)}, 1, monitor);
    QVERIFY(changed.has_value());
    const auto& after = sound.audio().channels.front();
    QVERIFY(std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(changed->first), after.begin()));
    QVERIFY(std::equal(before.begin() + static_cast<std::ptrdiff_t>(changed->end), before.end(),
                       after.begin() + static_cast<std::ptrdiff_t>(changed->end)));
    QVERIFY(changed->first >= 280 * 441 && changed->end <= 330 * 441);
}

void LiveSoundTest::edit_whereNothingSounds_isLeftToAdvance()
{
    const auto mel = melOf(music(samples));
    auto sound = liveSound({mel});
    JobMonitor monitor;
    const auto changed = sound.edit(100, {Grid<float>(10, 512)}, 1, monitor);
    QVERIFY(changed.has_value());
    QCOMPARE(changed->first, changed->end);
    QCOMPARE(sound.magnitudes().front()(105, 60), 0.0f);
}

void LiveSoundTest::edit_thatDoesNotFit_isRefused()
{
    auto sound = liveSound({melOf(music(samples))});
    JobMonitor monitor;
    QCOMPARE(sound.edit(595, {Grid<float>(10, 512)}, 1, monitor).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(sound.edit(0, {Grid<float>(10, 511)}, 1, monitor).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(sound.edit(0, {}, 1, monitor).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(sound.adopt(Audio{44'100, {{1.0f}}}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(LiveSound::create(analysis(), {}, 10).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(LiveSound::create(analysis(), {Grid<float>(10, 100)}, 10).error().code, ErrorCode::InvalidArgument);
}

void LiveSoundTest::cancel_leavesNoTrace()
{
    auto sound = liveSound({melOf(music(samples))});
    finish(sound, 0);
    const auto before = sound.audio().channels;
    const auto mel = sound.magnitudes();
    Cancelling cancelling;
    QCOMPARE(sound.edit(300, {Grid<float>(10, 512)}, 1, cancelling).error().code, ErrorCode::Cancelled);
    QVERIFY(sound.audio().channels == before);
    QVERIFY(sound.magnitudes() == mel);

    auto empty = liveSound(mel);
    QCOMPARE(empty.advance(0, 1, cancelling).error().code, ErrorCode::Cancelled);
    QVERIFY(std::ranges::all_of(empty.states(), [](SoundState state) { return state == SoundState::None; }));
}

void LiveSoundTest::anyThreadCount_givesTheSameBits()
{
    const auto mel = melOf(music(samples));
    auto one = liveSound({mel});
    finish(one, 350, 1);
    auto three = liveSound({mel});
    finish(three, 350, 3);
    QVERIFY(one.audio().channels == three.audio().channels);
}

void LiveSoundTest::shortAndOddTimelines_work()
{
    for (const std::size_t length : {1u, 440u, 441u, 5'000u}) {
        const auto signal = music(length);
        const auto mel = melOf(signal);
        auto sound = LiveSound::create(analysis(), {mel}, length);
        QVERIFY(sound.has_value());
        finish(*sound, 5);
        QCOMPARE(sound->audio().sampleCount(), length);
        QVERIFY(std::ranges::all_of(sound->audio().channels.front(), [](float x) { return std::isfinite(x); }));
    }
}

QTEST_APPLESS_MAIN(LiveSoundTest)
#include "livesound_test.moc"
