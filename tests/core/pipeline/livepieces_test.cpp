// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/livedecoding.h"
#include "core/pipeline/region/editedtiles.h"
#include "core/pipeline/roundtrip.h"
#include "tests/core/pipeline/edit/melfiles.h"

#include <QtTest>

#include <complex>
#include <mutex>
#include <thread>

using namespace sonoloom;
using namespace sonoloom::testsupport;

class LivePiecesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void edit_whileItIsHeard_isFollowed();
    void knownSound_isKept_whereNothingWasEdited();
    void undoneEdit_soundsAsBefore();
    void otherImages_areSoundedAnew();

private:
    std::unique_ptr<Codec> codec_;
    std::shared_ptr<const TilePreview> plain_;
    std::shared_ptr<const TilePreview> edited_; ///< without the tone
    std::shared_ptr<const Audio> known_;        ///< of plain_
};

namespace
{

constexpr double toneHertz = 1000;
constexpr double otherHertz = 400;

Audio mix(double seconds)
{
    Audio sound = Audio::silence(44100, 1, static_cast<std::size_t>(seconds * 44100));
    for (std::size_t i = 0; i < sound.sampleCount(); ++i)
        for (const double hertz : {toneHertz, otherHertz})
            sound.channels[0][i] += 0.2f * static_cast<float>(std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / 44100));
    return sound;
}

LiveTiles tilesOf(const TilePreview& preview)
{
    return {preview.tiles, preview.starts};
}

/// Level in dB of a frequency in a stretch of seconds of a piece that begins at `start`.
double levelAt(const Audio& piece, double start, double hertz, double from, double to)
{
    std::complex<double> sum;
    std::size_t count = 0;
    for (std::size_t i = 0; i < piece.sampleCount(); ++i) {
        const double seconds = start + static_cast<double>(i) / piece.sampleRate;
        if (seconds < from || seconds >= to)
            continue;
        sum += static_cast<double>(piece.channels[0][i]) * std::polar(1.0, -2 * std::numbers::pi * hertz * seconds);
        ++count;
    }
    return 20 * std::log10(std::abs(sum) / static_cast<double>(std::max<std::size_t>(1, count)) + 1e-12);
}

/// decodeLivePieces on a thread of its own, and what it gave.
class Live
{
public:
    Live(const Codec& codec, LiveTiles tiles, LiveDecodingJob job) : tiles_(std::move(tiles))
    {
        job.listener = [] { return 0.0; };
        thread_ = std::thread([this, codec = std::shared_ptr<const Codec>(codec.clone()), job] {
            (void)decodeLivePieces([this] { const std::lock_guard lock(mutex_); return tiles_; }, *codec, job,
                                   [this](std::shared_ptr<const Audio> piece, double seconds) {
                                       const std::lock_guard lock(mutex_);
                                       piece_ = std::move(piece);
                                       start_ = seconds;
                                       ++count_;
                                   }, monitor_);
        });
    }
    ~Live()
    {
        monitor_.stop = true;
        thread_.join();
    }
    void setTiles(LiveTiles tiles)
    {
        const std::lock_guard lock(mutex_);
        tiles_ = std::move(tiles);
    }
    int count() const { const std::lock_guard lock(mutex_); return count_; }
    std::shared_ptr<const Audio> piece() const { const std::lock_guard lock(mutex_); return piece_; }
    double level(double hertz, double from, double to) const
    {
        const std::lock_guard lock(mutex_);
        return piece_ ? levelAt(*piece_, start_, hertz, from, to) : 0;
    }
    bool reaches(double seconds) const
    {
        const std::lock_guard lock(mutex_);
        return piece_ && start_ <= 0 && start_ + piece_->seconds() >= seconds;
    }

private:
    struct Monitor final : JobMonitor {
        bool cancelled() const override { return stop; }
        std::atomic<bool> stop = false;
    };
    mutable std::mutex mutex_;
    LiveTiles tiles_;
    std::shared_ptr<const Audio> piece_;
    double start_ = 0;
    int count_ = 0;
    Monitor monitor_;
    std::thread thread_;
};

} // namespace

void LivePiecesTest::initTestCase()
{
    RiffusionParams params;
    params.durationMs = 2000;
    codec_ = makeRiffusionCodec(params);
    const auto sound = std::make_shared<const Audio>(mix(4));
    PreviewStages stages(sound);
    JobMonitor monitor;
    plain_ = stages.update(*codec_, 0, [](const Preview&) {}, monitor)->tiles;
    RegionEdit stroke;
    stroke.op = RegionOp::Erase;
    stroke.shape = {RegionKind::Brush, {{1.0, toneHertz}, {3.0, toneHertz}}};
    EditedTiles tiles;
    edited_ = tiles.update(plain_, *codec_, {}, {std::make_shared<const RegionEdit>(stroke)}, monitor).value();
    RoundTripJob job;
    job.sound = sound;
    job.stem = "mix";
    job.codec = codec_->clone();
    known_ = roundTrip(job, monitor)->sound;
    QVERIFY(plain_ && known_);
}

void LivePiecesTest::edit_whileItIsHeard_isFollowed()
{
    Live live(*codec_, tilesOf(*plain_), {});
    QTRY_VERIFY(live.reaches(3.9));
    const double before = live.level(toneHertz, 1.4, 2.6);
    const double other = live.level(otherHertz, 1.4, 2.6);
    QVERIFY(before > -25);
    const int count = live.count();
    QElapsedTimer timer;
    timer.start();
    live.setTiles(tilesOf(*edited_));
    while (live.count() == count && timer.elapsed() < 5000)
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    qInfo("first sound after a stroke of 2 s at 512 bands: %.1f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    QVERIFY(live.level(toneHertz, 1.4, 2.6) < before - 20);
    QVERIFY(std::abs(live.level(otherHertz, 1.4, 2.6) - other) < 1);
}

void LivePiecesTest::knownSound_isKept_whereNothingWasEdited()
{
    LiveDecodingJob job;
    job.knownSound = known_;
    job.knownTiles = tilesOf(*plain_);
    QElapsedTimer timer;
    timer.start();
    Live live(*codec_, tilesOf(*edited_), job);
    while (live.count() == 0 && timer.elapsed() < 5000)
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    qInfo("the same from a known result: %.1f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    QVERIFY(live.reaches(3.9));
    const auto piece = live.piece();
    for (std::size_t i = 0; i < 35000; i += 7)
        QVERIFY(std::abs(piece->channels[0][i] - known_->channels[0][i]) < 1e-6f);
    QVERIFY(live.level(toneHertz, 1.4, 2.6) < levelAt(*known_, 0, toneHertz, 1.4, 2.6) - 20);
}

void LivePiecesTest::undoneEdit_soundsAsBefore()
{
    LiveDecodingJob job;
    job.knownSound = known_;
    job.knownTiles = tilesOf(*plain_);
    Live live(*codec_, tilesOf(*edited_), job);
    QTRY_VERIFY(live.count() > 0);
    live.setTiles(tilesOf(*plain_));
    const double before = levelAt(*known_, 0, toneHertz, 1.4, 2.6);
    QTRY_VERIFY(std::abs(live.level(toneHertz, 1.4, 2.6) - before) < 1);
}

void LivePiecesTest::otherImages_areSoundedAnew()
{
    Live live(*codec_, tilesOf(*plain_), {});
    QTRY_VERIFY(live.reaches(3.9));
    LiveTiles other = tilesOf(*plain_);
    other.images.pop_back();
    other.starts.pop_back();
    live.setTiles(other);
    QTRY_VERIFY(live.piece() && live.piece()->seconds() < 2.1 && live.reaches(1.9));
}

QTEST_GUILESS_MAIN(LivePiecesTest)
#include "livepieces_test.moc"
