// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/levelsfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cstring>

using namespace sonoloom;

namespace
{

/// 20 columns of 8 bands; the level of column c, band b is -(10 c + b) / 10 dB.
DisplaySpectrogram stairs()
{
    DisplaySpectrogram spectrogram;
    spectrogram.columnSeconds = 0.1;
    spectrogram.seconds = 2;
    spectrogram.analysis.mel.bands = 8;
    spectrogram.levels.emplace_back(20, 8);
    for (std::size_t c = 0; c < 20; ++c)
        for (std::size_t b = 0; b < 8; ++b)
            spectrogram.levels[0](c, b) = static_cast<std::int16_t>(-10 * static_cast<int>(10 * c + b));
    return spectrogram;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class LevelsFileTest : public QObject
{
    Q_OBJECT

private slots:
    void part_ofTimeAndFrequency_areTheCellsInside()
    {
        const auto spectrogram = stairs();
        const auto part = levelsPart(spectrogram, {0.25, 0.55}, {spectrogram.bandHertz(1.6), spectrogram.bandHertz(4.4)});
        QCOMPARE(part.first, 3u);
        QCOMPARE(part.end, 6u);
        QCOMPARE(part.lowest, 2);
        QCOMPARE(part.highest, 5);
        QCOMPARE(levelsPart(spectrogram, {0, 0}, {0, 0}).end, 20u);
        QCOMPARE(levelsPart(spectrogram, {-5, 99}, {0, 1e6}).highest, 8);
    }

    void npy_holdsThePart()
    {
        QTemporaryDir folder;
        JobMonitor monitor;
        const QString path = folder.filePath("part.npy");
        QVERIFY(writeLevels(path.toStdString(), stairs(), {3, 5, 2, 4}, Overwrite::No, monitor));
        const QByteArray bytes = bytesOf(path);
        QVERIFY(bytes.contains("'shape': (2, 2, )"));
        float values[4];
        std::memcpy(values, bytes.right(16).constData(), sizeof values);
        QCOMPARE(values[0], -3.2f);
        QCOMPARE(values[1], -3.3f);
        QCOMPARE(values[2], -4.2f);
    }

    void csv_hasTimesAndFrequencies()
    {
        QTemporaryDir folder;
        JobMonitor monitor;
        const QString path = folder.filePath("part.csv");
        const auto spectrogram = stairs();
        QVERIFY(writeLevels(path.toStdString(), spectrogram, {3, 5, 2, 4}, Overwrite::No, monitor));
        const QList<QByteArray> lines = bytesOf(path).split('\n');
        QCOMPARE(lines.size(), 4); // and nothing after the last
        QCOMPARE(lines[0], "seconds," + QByteArray::number(spectrogram.bandHertz(2), 'f', 3) + ',' + QByteArray::number(spectrogram.bandHertz(3), 'f', 3));
        QCOMPARE(lines[1], QByteArray("0.300000,-3.20,-3.30"));
        QCOMPARE(lines[2], QByteArray("0.400000,-4.20,-4.30"));
    }

    void trouble_isToldAndLeavesNothing()
    {
        QTemporaryDir folder;
        JobMonitor monitor;
        QCOMPARE(writeLevels(folder.filePath("a.txt").toStdString(), stairs(), {0, 5, 0, 4}, Overwrite::No, monitor).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(writeLevels(folder.filePath("a.csv").toStdString(), stairs(), {5, 5, 0, 4}, Overwrite::No, monitor).error().code, ErrorCode::InvalidArgument);
        struct Stopped : JobMonitor {
            bool cancelled() const override { return true; }
        } stopped;
        QCOMPARE(writeLevels(folder.filePath("a.csv").toStdString(), stairs(), {0, 5, 0, 4}, Overwrite::No, stopped).error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(LevelsFileTest)
#include "levelsfile_test.moc"
