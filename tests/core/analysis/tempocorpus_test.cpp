// SPDX-License-Identifier: GPL-3.0-or-later
// Tempo and beats of a part of the corpus that nothing was learnt from; all of it: sonoloom-tempo-run.
#include "core/analysis/tempo/tempo.h"
#include "tests/corpus/beatmeasures.h"
#include "tests/corpus/pieces.h"

#include <QtTest>

#include <cmath>

using namespace sonoloom;

class TempoCorpusTest : public QObject
{
    Q_OBJECT

private slots:
    void pieces_ofAllStyles_areHeardRight();
    void fMeasure_ofKnownBeats_isAsDefined();
    void notes_ofOneSeed_areTheSame();
};

void TempoCorpusTest::pieces_ofAllStyles_areHeardRight()
{
    constexpr int count = 30;
    int right = 0;
    int peersRight = 0;
    double f = 0;
    for (int i = 0; i < count; ++i) {
        const auto piece = corpus::makePiece(300, static_cast<std::size_t>(i), 20);
        if (!piece && piece.error().code == ErrorCode::Unavailable)
            QSKIP(piece.error().message.c_str());
        JobMonitor monitor;
        const Tempo tempo = findTempo(piece->sound, {}, 0, monitor).value();
        const Tempo peers = findTempoAsPeer(piece->sound, 0, monitor).value();
        right += std::abs(tempo.bpm.value_or(0) / piece->pulse.bpm - 1) <= 0.02;
        peersRight += std::abs(peers.bpm.value_or(0) / piece->pulse.bpm - 1) <= 0.02;
        f += corpus::beatFMeasure(tempo.beats, piece->beats) / count;
    }
    qInfo("tempo right: %d of %d, librosa's %d; beats' F %.3f", right, count, peersRight, f);
    QVERIFY(right >= 0.9 * count);
    QVERIFY(f >= 0.85);
}

void TempoCorpusTest::fMeasure_ofKnownBeats_isAsDefined()
{
    QCOMPARE(corpus::beatFMeasure({1, 2, 3}, {1.05, 2.0, 2.95}), 1.0);
    QCOMPARE(corpus::beatFMeasure({1, 2, 3}, {1.1, 2.1, 3.1}), 0.0);
    QCOMPARE(corpus::beatFMeasure({1, 1.5, 2, 2.5}, {1, 2}), 2.0 * 2 / 6);
    QCOMPARE(corpus::beatFMeasure({}, {1}), 0.0);
}

void TempoCorpusTest::notes_ofOneSeed_areTheSame()
{
    const auto piece = corpus::makePiece(300, 9, 5); // synthesised drums
    const auto again = corpus::makePiece(300, 9, 5);
    QVERIFY(piece->sound.channels == again->sound.channels);
    QVERIFY(corpus::makePiece(301, 9, 5)->sound.channels != piece->sound.channels);
}

QTEST_APPLESS_MAIN(TempoCorpusTest)
#include "tempocorpus_test.moc"
