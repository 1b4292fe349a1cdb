// SPDX-License-Identifier: GPL-3.0-or-later
// The golden case that ai-music-generation made.
#include "core/edit/peercrossfade.h"
#include "core/io/audiofile.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace sonoloom;
using nlohmann::json;
using testsupport::goldenPath;

class PeerCrossfadeTest : public QObject
{
    Q_OBJECT

private slots:
    void goldenCase_isThePeers();
    void transition_longerThanASound_isRefused();
};

void PeerCrossfadeTest::goldenCase_isThePeers()
{
    std::ifstream file(goldenPath("manifest.json"));
    const json manifest = json::parse(file);
    json golden;
    for (const auto& each : manifest["cases"])
        if (each["id"] == "mickets.crossfade")
            golden = each;
    JobMonitor monitor;
    const auto a = readAudioFile(goldenPath(golden["inputs"][0]), monitor);
    const auto b = readAudioFile(goldenPath(golden["inputs"][1]), monitor);
    const auto made = crossfadeAsPeer(a.value(), b.value(), golden["params"]["seconds"], monitor);
    QCOMPARE(made->shift, golden["shift"].get<std::ptrdiff_t>());
    const auto expected = testsupport::goldenInt16(golden["outputs"][0]["path"]);
    const auto& samples = made->sound.channels[0];
    QCOMPARE(samples.size(), expected.size());
    for (std::size_t i = 0; i < samples.size(); ++i)
        QCOMPARE(std::lround(samples[i] * 32768.0), static_cast<long>(expected[i]));

    // The other way round the first one is moved.
    const auto swapped = crossfadeAsPeer(b.value(), a.value(), golden["params"]["seconds"], monitor);
    QCOMPARE(swapped->shift, -made->shift);
    QCOMPARE(swapped->sound.sampleCount(), samples.size());
    QCOMPARE(swapped->sound.channels[0][0], 0.0f);
    QCOMPARE(swapped->sound.channels[0][8], b->channels[0][0]);
}

void PeerCrossfadeTest::transition_longerThanASound_isRefused()
{
    JobMonitor monitor;
    const Audio sound = Audio::silence(1000, 1, 500);
    QCOMPARE(crossfadeAsPeer(sound, sound, 0.6, monitor).error().code, ErrorCode::InvalidArgument);
    QVERIFY(crossfadeAsPeer(sound, sound, 0.5, monitor));
}

QTEST_APPLESS_MAIN(PeerCrossfadeTest)
#include "peercrossfade_test.moc"
