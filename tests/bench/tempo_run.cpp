// SPDX-License-Identifier: GPL-3.0-or-later
// Tempo and beats of pieces that are known, ours beside librosa's:
//   sonoloom-tempo-run table SEED...    a line a piece, and the sums
//   sonoloom-tempo-run learn SEED...    the weights of readings that make the right ones of these pieces likeliest
// PIECES=n in the environment takes n pieces a seed instead of 30, SECONDS=s makes them so long instead of 24.
#include "core/analysis/tempo/readingchoice.h"
#include "core/analysis/tempo/tempo.h"
#include "tests/corpus/beatmeasures.h"
#include "tests/corpus/pieces.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <numeric>

using namespace sonoloom;

namespace
{

double environment(const char* name, double usual)
{
    const char* text = std::getenv(name);
    return text ? std::atof(text) : usual;
}

bool isRight(double bpm, double truth)
{
    return std::abs(bpm / truth - 1) <= 0.02;
}

template <class Use>
int forEachPiece(int argc, char** argv, Use&& use)
{
    for (int a = 2; a < argc; ++a)
        for (int i = 0; i < static_cast<int>(environment("PIECES", 30)); ++i) {
            const auto piece = corpus::makePiece(std::strtoull(argv[a], nullptr, 10), static_cast<std::size_t>(i),
                                                 environment("SECONDS", 24));
            if (!piece) {
                std::fprintf(stderr, "%s\n", piece.error().message.c_str());
                return 1;
            }
            use(piece.value());
        }
    return 0;
}

/// Sums of one method over all pieces.
struct Score {
    int right = 0;
    int octaves = 0; ///< wrong, but right when doubled or halved
    double f = 0;

    void add(const Tempo& found, const corpus::Piece& piece)
    {
        const double bpm = found.bpm.value_or(0);
        right += isRight(bpm, piece.pulse.bpm);
        octaves += isRight(2 * bpm, piece.pulse.bpm) || isRight(bpm / 2, piece.pulse.bpm);
        f += corpus::beatFMeasure(found.beats, piece.beats);
    }
    void print(const char* name, int count) const
    {
        std::printf("%-8s tempo right %5.1f %%, octave wrong %4.1f %%, F %.3f\n", name, 100.0 * right / count,
                    100.0 * octaves / count, f / count);
    }
};

/// Downbeats of pieces whose beats were found.
struct BarScore {
    int pieces = 0;
    int right = 0; ///< beats a bar
    double f = 0;
    double confidence = 0;
};

int table(int argc, char** argv)
{
    Score ours;
    Score peers;
    BarScore bars;
    int count = 0;
    double seconds = 0;
    std::vector<double> late; // milliseconds, of the beats found
    std::printf("%-16s %6s | %6s %5s %5s | %6s %5s\n", "piece", "BPM", "ours", "conf", "F", "peer", "F");
    const int code = forEachPiece(argc, argv, [&](const corpus::Piece& piece) {
        JobMonitor monitor;
        const auto begin = std::chrono::steady_clock::now();
        const Tempo best = findTempo(piece.sound, {}, 0, monitor).value();
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const Tempo peer = findTempoAsPeer(piece.sound, 0, monitor).value();
        const double f = corpus::beatFMeasure(best.beats, piece.beats);
        std::printf("%-16s %6.1f | %6.1f %5.2f %5.2f | %6.1f %5.2f %s\n", piece.name.c_str(), piece.pulse.bpm,
                    best.bpm.value_or(0), best.confidence, f, peer.bpm.value_or(0),
                    corpus::beatFMeasure(peer.beats, piece.beats),
                    isRight(best.bpm.value_or(0), piece.pulse.bpm) ? "" : "wrong");
        for (const double beat : best.beats)
            for (const double truth : piece.beats)
                if (std::abs(beat - truth) <= 0.07)
                    late.push_back(1000 * (beat - truth));
        ours.add(best, piece);
        peers.add(peer, piece);
        if (f > 0.8) {
            ++bars.pieces;
            bars.right += best.beatsPerBar == piece.beatsPerBar;
            bars.confidence += best.barConfidence;
            bars.f += corpus::beatFMeasure(best.downbeats, piece.downbeats);
        }
        ++count;
    });
    ours.print("ours", count);
    peers.print("librosa", count);
    std::printf(
        "bars of %d pieces whose beats are right: metre right %.1f %%, downbeats' F %.3f, mean confidence %.2f\n",
        bars.pieces, 100.0 * bars.right / bars.pieces, bars.f / bars.pieces, bars.confidence / bars.pieces);
    std::ranges::sort(late);
    if (!late.empty())
        std::printf("beats found are late by %.1f ms, from %.1f to %.1f in four of five\n", late[late.size() / 2],
                    late[late.size() / 10], late[late.size() * 9 / 10]);
    std::printf("%.3f s a piece\n", seconds / count);
    return code;
}

/// The readings of one piece, and which are right.
struct Example {
    std::vector<BeatReading> readings;
    std::vector<bool> right;
};

/// One step up the likelihood of the right readings; its size.
double climb(const std::vector<Example>& examples, ReadingFeatures& weights, ReadingFeatures& speed, double rate)
{
    ReadingFeatures gradient{};
    double likelihood = 0;
    for (const Example& example : examples) {
        const auto likely = readingProbabilities(example.readings, weights);
        double right = 1e-12;
        for (std::size_t i = 0; i < likely.size(); ++i)
            right += example.right[i] ? likely[i] : 0;
        likelihood += std::log(right);
        for (std::size_t i = 0; i < likely.size(); ++i)
            for (std::size_t k = 0; k < gradient.size(); ++k)
                gradient[k] +=
                    ((example.right[i] ? likely[i] / right : 0) - likely[i]) * example.readings[i].features[k];
    }
    constexpr double held = 0.002; // weights stay small where nothing speaks for them
    for (std::size_t k = 0; k < weights.size(); ++k) {
        speed[k] = 0.9 * speed[k] + rate * (gradient[k] / static_cast<double>(examples.size()) - held * weights[k]);
        weights[k] += speed[k];
    }
    return likelihood / static_cast<double>(examples.size());
}

int learn(int argc, char** argv)
{
    std::vector<Example> examples;
    int hopeless = 0;
    const int code = forEachPiece(argc, argv, [&](const corpus::Piece& piece) {
        JobMonitor monitor;
        const auto onsets = onsetBandsOf(piece.sound, 0, monitor);
        Example example{
            beatReadings(onsets.value(), TempoParams{}.leastBpm, TempoParams{}.greatestBpm, 0, monitor).value(), {}};
        bool any = false;
        for (const BeatReading& reading : example.readings) {
            std::vector<double> beats;
            for (const double beat : reading.beats)
                beats.push_back(onsets->secondsOf(beat));
            example.right.push_back(isRight(reading.bpm, piece.pulse.bpm) &&
                                    corpus::beatFMeasure(beats, piece.beats) > 0.8);
            any = any || example.right.back();
        }
        if (any)
            examples.push_back(std::move(example));
        else
            std::fprintf(stderr, "no right reading of %s (%.1f)\n", piece.name.c_str(), piece.pulse.bpm), ++hopeless;
    });
    ReadingFeatures weights{};
    ReadingFeatures speed{};
    double likelihood = 0;
    for (int step = 0; step < 8000; ++step)
        likelihood = climb(examples, weights, speed, 0.02);
    std::printf("// %zu pieces, %d without a right reading, mean log likelihood %.3f\n", examples.size(), hopeless,
                likelihood);
    for (std::size_t k = 0; k < weights.size(); ++k)
        std::printf("    %.2f, // %s\n", weights[k], readingFeatureNames()[k]);
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc >= 3 && std::strcmp(argv[1], "table") == 0)
        return table(argc, argv);
    if (argc >= 3 && std::strcmp(argv[1], "learn") == 0)
        return learn(argc, argv);
    std::fprintf(stderr, "usage: sonoloom-tempo-run table|learn SEED...\n");
    return 2;
}
