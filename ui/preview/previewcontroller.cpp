// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/previewcontroller.h"

#include "core/pipeline/roundtrip.h"

#include <chrono>

namespace sonoloom
{

namespace
{

using namespace std::chrono_literals;

constexpr int allThreads = 0;
constexpr auto restBeforeAnalysis = 60ms; ///< while a slider moves
constexpr auto restBeforeEncoding = 800ms;
constexpr auto restBeforeSounding = 150ms; ///< the same while live

/// What images hold, for the screen.
Result<Preview> previewOfImages(const OpenedImages& opened, const Codec& codec, const std::vector<std::string>& given,
                                JobMonitor& monitor)
{
    const auto images = opened.imageSet();
    PartMonitor opening(monitor, 0, 0.4);
    auto decoding = codec.open(*images, given, opening);
    if (!decoding)
        return decoding.error();
    Preview preview;
    if (MagnitudeSource* mel = (*decoding)->mel()) {
        PartMonitor showing(monitor, 0.4, 0.8);
        auto spectrogram = displaySpectrogram(*mel, *(*decoding)->melAnalysis(), allThreads, showing);
        if (!spectrogram)
            return spectrogram.error();
        preview.spectrogram = *spectrogram;
    }
    auto tiles = std::make_shared<TilePreview>();
    const double rate = (*decoding)->sampleRate();
    tiles->columnSeconds = preview.spectrogram ? preview.spectrogram->columnSeconds : 0.01;
    double start = 0;
    for (std::size_t i = 0; i < images->count(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        auto image = images->load(i);
        if (!image)
            return image.error();
        const auto record = images->record(i);
        const double own = record && record->tile ? static_cast<double>(record->tile->samples) / rate
                                                  : image->width * tiles->columnSeconds;
        if (!(*decoding)->mel() && record && record->tile) // images of both channels begin at the same time
            start = static_cast<double>(record->tile->firstSample) / rate;
        tiles->starts.push_back(start);
        tiles->lengths.push_back(own);
        start += own;
        tiles->tiles.push_back(std::make_shared<const Image>(std::move(*image)));
    }
    tiles->report.tiles = static_cast<int>(tiles->tiles.size());
    settleLengths(*tiles, (*decoding)->mel() != nullptr);
    countPixels(*tiles, codec, allThreads);
    preview.tiles = std::move(tiles);
    return preview;
}

} // namespace

PreviewController::PreviewController(Session& session, QObject* parent) : QObject(parent), session_(session)
{
    debounce_.setSingleShot(true);
    debounce_.setInterval(restBeforeAnalysis);
    rest_.setSingleShot(true);
    rest_.setInterval(restBeforeEncoding);
    connect(&debounce_, &QTimer::timeout, this, &PreviewController::updateNow);
    connect(&rest_, &QTimer::timeout, this, &PreviewController::encodeWhenShort);
    connect(&session_, &Session::opened, this, &PreviewController::restart);
    connect(&session_, &Session::closed, this, &PreviewController::restart);
    connect(&session_, &Session::codecChanged, this, &PreviewController::scheduleUpdate);

    connect(&session_, &Session::reconstructParamsChanged, this, &PreviewController::soundLive);

    connect(&previewJob_, &Job::started, this, [this] { emit computingChanged(true); });
    connect(&previewJob_, &Job::ended, this, [this] { emit computingChanged(false); });
    connect(&previewJob_, &Job::progressed, this, &PreviewController::previewProgressed);
    connect(&reconstructJob_, &Job::progressed, this, &PreviewController::reconstructionProgressed);
    connect(&reconstructJob_, &Job::noticed, &session_, &Session::addNotice);
    restart();
}

PreviewController::~PreviewController()
{
    // Signals of a job that ends here would reach a window that is half gone.
    previewJob_.disconnect(this);
    encodeJob_.disconnect(this);
    reconstructJob_.disconnect(this);
    liveJob_.disconnect(this);
}

bool PreviewController::isComputing() const
{
    return previewJob_.running() || debounce_.isActive();
}

bool PreviewController::isReconstructing() const
{
    return reconstructJob_.running();
}

void PreviewController::restart()
{
    debounce_.stop();
    rest_.stop();
    previewJob_.cancel();
    encodeJob_.cancel();
    liveJob_.cancel();
    cancelReconstruction();
    stages_ = session_.sound() ? std::make_shared<PreviewStages>(session_.sound()->audio) : nullptr;
    show({});
    updateNow();
}

void PreviewController::scheduleUpdate()
{
    encodeJob_.cancel();
    rest_.stop();
    if (live_) {
        liveJob_.cancel();
        cancelReconstruction();
    }
    const auto codec = session_.codec();
    const bool onlyPixels = session_.sound() && !debounce_.isActive() && previewMelKey(*codec) == melKey_;
    if (onlyPixels || (!previewJob_.running() && !debounce_.isActive()))
        updateNow();
    else
        debounce_.start();
}

void PreviewController::updateNow()
{
    debounce_.stop();
    if (session_.sound())
        updateSound();
    else if (session_.images())
        updateImages();
}

void PreviewController::updateSound()
{
    melKey_ = previewMelKey(*session_.codec());
    const auto work = [this, stages = stages_, codec = session_.codec(), focus = focus_](JobMonitor& monitor) {
        stages->setFocus(focus.first, focus.second);
        const auto draft = [this](Preview coarse) {
            previewJob_.post([this, coarse = std::move(coarse)] {
                show(coarse);
                if (coarse.tiles)
                    soundPieces();
            });
        };
        return stages->update(*codec, allThreads, draft, monitor);
    };
    previewJob_.start<Preview>(work, [this](Result<Preview> preview) { receive(std::move(preview)); });
}

void PreviewController::updateImages()
{
    const auto work = [images = session_.images(), codec = session_.codec(),
                       given = session_.givenFields()](JobMonitor& monitor) {
        return previewOfImages(*images, *codec, given, monitor);
    };
    previewJob_.start<Preview>(work, [this](Result<Preview> preview) { receive(std::move(preview)); });
}

void PreviewController::receive(Result<Preview> preview)
{
    if (!preview) {
        melKey_.clear();
        emit previewFailed(QString::fromStdString(preview.error().message));
        return;
    }
    show(std::move(*preview));
    soundPieces();
    rest_.start(live_ ? restBeforeSounding : restBeforeEncoding);
}

void PreviewController::show(Preview preview)
{
    const bool newSpectrogram = preview.spectrogram != preview_.spectrogram;
    const bool newTiles = preview.tiles != preview_.tiles && (preview.tiles || !preview.spectrogram);
    if (!newTiles)
        preview.tiles = preview_.tiles; // a draft has none: the old ones stay until the new are there
    preview_ = std::move(preview);
    if (newSpectrogram)
        emit spectrogramChanged();
    if (newTiles)
        keepDrawn();
    if (newTiles)
        emit tilesChanged();
}

void PreviewController::keepDrawn()
{
    const std::lock_guard lock(drawn_->mutex);
    drawn_->tiles = preview_.tiles ? LiveTiles{preview_.tiles->tiles, preview_.tiles->starts} : LiveTiles();
}

void PreviewController::encodeWhenShort()
{
    if (session_.sound() && session_.sound()->audio->seconds() < longest_ && !session_.tiles())
        encodeTiles();
    else
        soundLive();
}

void PreviewController::setLive(bool live)
{
    if (live == live_)
        return;
    live_ = live;
    emit liveChanged(live);
    if (!live)
        liveJob_.cancel();
    else if (!isComputing())
        encodeWhenShort();
}

/// Drafts and the result of the images as they are now, where that is wanted and they are there.
void PreviewController::soundLive()
{
    if (!live_ || isComputing() || session_.resultIsCurrent() || (session_.sound() && !session_.tiles()) || session_.isEmpty())
        return;
    if (!session_.sound())
        soundDrafts();
    reconstruct();
}

/// Around the listener, from the images as they are drawn now: what is changed is heard at once, in sounds of any length.
/// Of a draft only where the listener will be for a while is drawn with the parameters as they are.
void PreviewController::soundPieces()
{
    if (!live_ || !session_.sound() || session_.resultIsCurrent() || !preview_.tiles)
        return;
    LiveDecodingJob job;
    job.listener = [listener = listener_] { return listener->load(); };
    const double here = job.listener();
    const bool isDrawn = !preview_.tiles->draft || (here >= focus_.first && std::min(here + job.secondsAhead, session_.sound()->audio->seconds()) <= focus_.second);
    if (!isDrawn || (soundedCodec_ == session_.codec() && liveJob_.running()))
        return;
    soundedCodec_ = session_.codec();
    const PieceSink sink = [this](std::shared_ptr<const Audio> piece, double seconds) {
        liveJob_.post([this, piece = std::move(piece), seconds] { emit pieceSounded(piece, seconds); });
    };
    const auto tiles = [drawn = drawn_] {
        const std::lock_guard lock(drawn->mutex);
        return drawn->tiles;
    };
    const auto work = [job, sink, tiles, codec = soundedCodec_](JobMonitor& monitor) { return decodeLivePieces(tiles, *codec, job, sink, monitor); };
    liveJob_.start<void>(work, [](const Result<void>&) {}); // the result itself says what is wrong
}

void PreviewController::soundDrafts()
{
    LiveDecodingJob job;
    job.given = session_.givenFields();
    job.listener = [listener = listener_] { return listener->load(); };
    job.sink = [this](std::shared_ptr<const Audio> draft) {
        liveJob_.post([this, draft = std::move(draft)] { emit sounded(draft); });
    };
    const auto work = [job, opened = session_.images(), codec = session_.codec()](JobMonitor& monitor) {
        const auto files = opened->imageSet();
        return decodeLive(*files, *codec, job, monitor);
    };
    liveJob_.start<void>(work, [](const Result<void>&) {}); // the result itself says what is wrong
}

void PreviewController::encodeTiles()
{
    if (!session_.sound() || encodeJob_.running())
        return;
    using Tiles = std::shared_ptr<const TileSet>;
    const auto work = [sound = session_.sound(), stem = session_.stem().toStdString(),
                       codec = session_.codec()](JobMonitor& monitor) -> Result<Tiles> {
        auto set = encodeToMemory(sound->audio, sound->origin, stem, *codec, monitor);
        if (!set)
            return set.error();
        return Tiles(std::make_shared<TileSet>(std::move(*set)));
    };
    encodeJob_.start<Tiles>(work, [this](Result<Tiles> tiles) {
        if (tiles) {
            session_.setTiles(std::move(*tiles));
            soundLive();
        } else
            emit previewFailed(QString::fromStdString(tiles.error().message));
    });
}

void PreviewController::reconstruct()
{
    if (session_.isEmpty())
        return;
    const auto codec = session_.codec();
    const ReconstructParams params = session_.reconstructParams();
    std::function<Result<Reconstruction>(JobMonitor&)> work;
    if (const auto sound = session_.sound()) {
        const RoundTripJob job{sound->audio, sound->origin, session_.stem().toStdString(), codec, params, session_.tiles()};
        work = [job](JobMonitor& monitor) { return roundTrip(job, monitor); };
    } else {
        work = [images = session_.images(), codec, params, given = session_.givenFields()](JobMonitor& monitor) {
            const auto files = images->imageSet();
            return reconstructImages(*files, *codec, given, params, monitor);
        };
    }
    reconstructJob_.start<Reconstruction>(std::move(work), [this, codec, params](Result<Reconstruction> result) {
        finishReconstruction(std::move(result), codec, params);
    });
    emit reconstructionStarted();
}

void PreviewController::cancelReconstruction()
{
    if (!reconstructJob_.running())
        return;
    reconstructJob_.cancel();
    liveJob_.cancel();
    emit reconstructionCancelled();
}

void PreviewController::finishReconstruction(Result<Reconstruction> result, std::shared_ptr<const Codec> codec,
                                             const ReconstructParams& params)
{
    liveJob_.cancel();
    if (!result) {
        emit reconstructionFailed(QString::fromStdString(result.error().message));
        return;
    }
    session_.setResult(std::make_shared<Reconstruction>(std::move(*result)), std::move(codec), params);
    emit reconstructed();
}

} // namespace sonoloom
