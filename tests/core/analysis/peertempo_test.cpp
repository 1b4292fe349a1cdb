// SPDX-License-Identifier: GPL-3.0-or-later
// The golden case that librosa made, and its beat tracker on signals with a known answer.
#include "core/analysis/tempo/peertempo.h"
#include "core/io/audiofile.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace sonoloom;
using nlohmann::json;
using testsupport::goldenPath;

class PeerTempoTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void onsets_ofDrums_areThePeers();
    void tempo_ofAllSounds_isThePeers();
    void beats_ofPulses_areOnThem();
    void cancelled_work_stops();

private:
    json golden_;
};

namespace
{

std::vector<float> monoOf(const std::string& name)
{
    JobMonitor monitor;
    const auto audio = readAudioFile(goldenPath(name), monitor);
    std::vector<float> mono(audio->sampleCount());
    for (const auto& channel : audio->channels)
        for (std::size_t i = 0; i < mono.size(); ++i)
            mono[i] += channel[i] / static_cast<float>(audio->channelCount());
    return mono;
}

} // namespace

void PeerTempoTest::initTestCase()
{
    std::ifstream file(goldenPath("manifest.json"));
    const json manifest = json::parse(file);
    for (const auto& each : manifest["cases"])
        if (each["id"] == "tempo")
            golden_ = each;
    QVERIFY(!golden_.is_null());
}

void PeerTempoTest::onsets_ofDrums_areThePeers()
{
    JobMonitor monitor;
    const auto onsets = peertempo::onsetStrength(monoOf(golden_["inputs"][0]), 44100, 0, monitor);
    const auto expected = testsupport::goldenFloats(golden_["outputs"][0]["path"]);
    QVERIFY(testsupport::relativeL2(onsets.value(), expected) <= golden_["tolerance"]["onset_rel_l2"].get<double>());
}

void PeerTempoTest::tempo_ofAllSounds_isThePeers()
{
    for (const auto& reference : golden_["reference"]) {
        JobMonitor monitor;
        const auto onsets = peertempo::onsetStrength(monoOf(reference["input"]), 44100, 0, monitor);
        const auto one = peertempo::tempo(onsets.value(), 44100, 1, monitor);
        const auto two = peertempo::tempo(onsets.value(), 44100, 2, monitor);
        QVERIFY(std::abs(one.value() - reference["tempo_bpm"].get<double>()) <=
                golden_["tolerance"]["tempo_bpm"].get<double>());
        QCOMPARE(two.value(), one.value());
    }
}

void PeerTempoTest::beats_ofPulses_areOnThem()
{
    std::vector<float> onsets(1000);
    for (std::size_t i = 20; i < onsets.size(); i += 43)
        onsets[i] = 1;
    JobMonitor monitor;
    const double bpm = 60 * 44100.0 / 512 / 43;
    const auto beats = peertempo::beats(onsets, 44100, bpm, monitor);
    // The last of 23 is the one that the peer always cuts off.
    QCOMPARE(beats->size(), std::size_t{22});
    for (std::size_t b = 0; b < beats->size(); ++b)
        QVERIFY(std::abs(beats.value()[b] * 44100 / 512 - (20 + 43.0 * static_cast<double>(b))) < 1e-9);
    QVERIFY(peertempo::beats(std::vector<float>(1000), 44100, 120, monitor)->empty());
}

void PeerTempoTest::cancelled_work_stops()
{
    class Cancelled final : public JobMonitor
    {
        bool cancelled() const override { return true; }
    } monitor;
    const std::vector<float> values(100'000, 0.5f);
    QCOMPARE(peertempo::onsetStrength(values, 44100, 0, monitor).error().code, ErrorCode::Cancelled);
    QCOMPARE(peertempo::tempo(values, 44100, 0, monitor).error().code, ErrorCode::Cancelled);
    QCOMPARE(peertempo::beats(values, 44100, 120, monitor).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(PeerTempoTest)
#include "peertempo_test.moc"
