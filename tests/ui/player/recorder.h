// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <vector>

namespace sonoloom::testsupport
{

/// Records what an output of with_null_sink.sh plays: the left channel at 44100 Hz.
class Recorder
{
public:
    explicit Recorder(const QString& sink = QStringLiteral("null"))
    {
        process_.start("parec", {"-d", sink + ".monitor", "--format=float32le", "--rate=44100", "--channels=2", "--latency-msec=20"});
        process_.waitForStarted();
        // Its first bytes are silence: it runs.
        for (int i = 0; i < 200 && process_.bytesAvailable() == 0; ++i)
            QTest::qWait(20);
    }

    /// All of it, without the silence before the first sound.
    std::vector<float> finish()
    {
        QTest::qWait(400);
        process_.terminate();
        process_.waitForFinished();
        const QByteArray bytes = process_.readAllStandardOutput();
        std::vector<float> both(static_cast<std::size_t>(bytes.size()) / sizeof(float));
        std::memcpy(both.data(), bytes.constData(), both.size() * sizeof(float));
        std::vector<float> left;
        for (std::size_t i = 0; i < both.size(); i += 2)
            left.push_back(both[i]);
        left.erase(left.begin(), std::ranges::find_if(left, [](float sample) { return sample != 0; }));
        return left;
    }

private:
    QProcess process_;
};

} // namespace sonoloom::testsupport
