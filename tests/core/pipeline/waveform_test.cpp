// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/waveform.h"

#include "core/base/random.h"

#include <QtTest>

#include <algorithm>

using namespace sonoloom;

namespace
{

std::shared_ptr<const Audio> noise(std::size_t samples)
{
    Audio sound = Audio::silence(44100, 2, samples);
    Random random(7);
    for (auto& channel : sound.channels)
        for (float& sample : channel)
            sample = static_cast<float>(random.uniform() - 0.5);
    return std::make_shared<const Audio>(std::move(sound));
}

} // namespace

class WaveformTest : public QObject
{
    Q_OBJECT

private slots:
    void extremes_ofShortStretch_areExact()
    {
        JobMonitor monitor;
        const auto sound = noise(100'000);
        const auto waveform = *Waveform::of(sound, monitor);
        const auto& samples = sound->channels[1];
        const auto [least, greatest] = std::minmax_element(samples.begin() + 777, samples.begin() + 2000);
        QCOMPARE(waveform->extremes(1, 777, 2000).least, *least);
        QCOMPARE(waveform->extremes(1, 777, 2000).greatest, *greatest);
    }

    void extremes_ofLongStretch_findTheOnePeak()
    {
        JobMonitor monitor;
        Audio sound = Audio::silence(44100, 1, 1'000'001);
        sound.channels[0][654'321] = 0.9f;
        sound.channels[0].back() = -0.8f;
        const auto waveform = *Waveform::of(std::make_shared<const Audio>(std::move(sound)), monitor);
        QCOMPARE(waveform->extremes(0, 600'000, 700'000).greatest, 0.9f);
        QCOMPARE(waveform->extremes(0, 600'000, 640'000).greatest, 0.0f);
        QCOMPARE(waveform->extremes(0, 668'000, 960'000).greatest, 0.0f);
        QCOMPARE(waveform->extremes(0, 0, 1'000'001).least, -0.8f);
    }

    void extremes_beyondTheSound_areZero()
    {
        JobMonitor monitor;
        const auto waveform = *Waveform::of(noise(1000), monitor);
        QCOMPARE(waveform->extremes(0, 2000, 3000).greatest, 0.0f);
        QCOMPARE(waveform->extremes(2, 0, 100).greatest, 0.0f);
        QCOMPARE(waveform->extremes(0, 10, 10).least, 0.0f);
        QVERIFY((*Waveform::of(std::make_shared<const Audio>(), monitor))->extremes(0, 0, 5).least == 0);
    }

    void cancelled_says_so()
    {
        struct Stopped : JobMonitor {
            bool cancelled() const override { return true; }
        } monitor;
        QCOMPARE(Waveform::of(noise(1000), monitor).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(WaveformTest)
#include "waveform_test.moc"
