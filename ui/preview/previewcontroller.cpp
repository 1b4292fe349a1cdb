// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/previewcontroller.h"

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
        if (record && !record->format.empty())
            image->text[recordKeyword] = recordToJson(*record); // wherever it was found: edits ask for it
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
    connect(&session_, &Session::editsChanged, this, &PreviewController::onEditsChanged);
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
    editJob_.disconnect(this);
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
    editJob_.cancel();
    encodeJob_.cancel();
    liveJob_.cancel();
    cancelReconstruction();
    plainTiles_ = nullptr;
    resultTiles_ = nullptr;
    plainSet_ = {};
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
            previewJob_.post([this, coarse = std::move(coarse)] { take(coarse); });
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
    take(std::move(*preview));
    rest_.start(live_ ? restBeforeSounding : restBeforeEncoding);
}

/// Shows it, its images with their edits.
void PreviewController::take(Preview preview)
{
    if (preview.tiles)
        plainTiles_ = preview.tiles;
    if (preview.tiles && (mask_ || !session_.appliedEdits().empty())) {
        show({preview.spectrogram, nullptr});
        editTiles();
        return;
    }
    editJob_.cancel();
    const bool hasTiles = preview.tiles != nullptr;
    show(std::move(preview));
    if (hasTiles)
        soundPieces();
}

void PreviewController::onEditsChanged()
{
    encodeJob_.cancel();
    rest_.stop();
    if (live_)
        stopReconstructing();
    if (plainTiles_)
        editTiles();
}

void PreviewController::setMask(std::shared_ptr<const RegionEdit> mask)
{
    const bool isGone = mask_ && !mask;
    if (mask == mask_ || (mask && mask_ && *mask == *mask_))
        return;
    mask_ = takesEdits(*session_.codec()) ? std::move(mask) : nullptr;
    if (isGone) {
        liveJob_.cancel();
        heardTiles_ = nullptr;
        keepDrawn();
        emit unmasked();
        soundPieces();
    } else if (plainTiles_ && mask_) {
        editTiles();
    }
}

void PreviewController::editTiles()
{
    using Tiles = std::shared_ptr<const TilePreview>;
    const auto work = [edited = edited_, masked = masked_, plain = plainTiles_, codec = session_.codec(), given = session_.givenFields(),
                       edits = session_.appliedEdits(), mask = mask_](JobMonitor& monitor) -> Result<std::pair<Tiles, Tiles>> {
        const auto shown = edited->update(plain, *codec, given, edits, monitor);
        if (!shown || !mask)
            return shown ? Result<std::pair<Tiles, Tiles>>(std::pair(*shown, Tiles())) : shown.error();
        const auto heard = masked->update(*shown, *codec, given, {mask}, monitor);
        if (!heard)
            return heard.error();
        return std::pair(*shown, *heard);
    };
    editJob_.start<std::pair<Tiles, Tiles>>(work, [this](Result<std::pair<Tiles, Tiles>> tiles) {
        if (!tiles)
            emit previewFailed(QString::fromStdString(tiles.error().message));
        heardTiles_ = tiles ? tiles->second : nullptr;
        show({preview_.spectrogram, tiles ? tiles->first : plainTiles_});
        keepDrawn();
        soundPieces();
        if (!previewJob_.running() && !session_.resultIsCurrent())
            rest_.start(live_ ? restBeforeSounding : restBeforeEncoding);
    });
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
    const auto tiles = heardTiles_ ? heardTiles_ : preview_.tiles;
    drawn_->tiles = tiles ? LiveTiles{tiles->tiles, tiles->starts} : LiveTiles();
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
    if (!live_ || isComputing() || isEditing() || session_.resultIsCurrent() || (session_.sound() && !session_.tiles()) || session_.isEmpty())
        return;
    if (!session_.sound() && session_.appliedEdits().empty())
        soundDrafts();
    reconstruct();
}

/// Around the listener, from the images as they are drawn now: what is changed is heard at once, in sounds of any length.
/// Of a draft only where the listener will be for a while is drawn with the parameters as they are.
void PreviewController::soundPieces()
{
    const bool fromImages = session_.sound() || !session_.appliedEdits().empty();
    const bool isWanted = heardTiles_ || (live_ && fromImages && !session_.resultIsCurrent());
    if (!isWanted || !preview_.tiles || !preview_.spectrogram)
        return;
    LiveDecodingJob job;
    if (session_.images())
        job.given = session_.givenFields();
    if (resultTiles_ && session_.result()) {
        job.knownSound = session_.result()->sound;
        job.knownTiles = {resultTiles_->tiles, resultTiles_->starts};
    }
    job.listener = [listener = listener_] { return listener->load(); };
    const double here = job.listener();
    const double end = preview_.spectrogram->seconds;
    const bool isDrawn = !preview_.tiles->draft || (here >= focus_.first && std::min(here + job.secondsAhead, end) <= focus_.second);
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

} // namespace sonoloom
