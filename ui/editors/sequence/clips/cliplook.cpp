// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/clips/cliplook.h"

#include "core/io/audiofile.h"
#include "core/pipeline/decode.h"
#include "core/pipeline/displayspectrogram.h"
#include "core/pipeline/edit/melimages.h"
#include "core/pipeline/edit/melsequence.h"
#include "ui/spectrogram/spectrogrampainter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int oneThread = 1; // the rest are for what is heard
constexpr double rangeDb = 80;
constexpr int mostColumns = 32'768;
constexpr int leastColumns = 512;
constexpr int mostRows = 256;
constexpr int leastRows = 128; ///< where there are many
constexpr std::size_t many = 250;
constexpr std::size_t mostBytes = std::size_t{256} << 20;
constexpr int fewestColumns = 32; ///< of the coarsest
constexpr double columnSeconds = 0.01;
constexpr int windowSamples = 4096;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ClipLook)
};

/// One image file as magnitudes.
struct OpenedImage {
    std::unique_ptr<ImageFiles> file;
    std::unique_ptr<MelImages> mel;
};

Result<OpenedImage> openImage(const std::filesystem::path& source)
{
    JobMonitor quiet;
    OpenedImage opened;
    opened.file = std::make_unique<ImageFiles>(std::vector{source});
    auto mel = MelImages::open(*opened.file, {}, quiet);
    if (!mel)
        return mel.error();
    opened.mel = std::move(*mel);
    return opened;
}

Result<double> secondsOf(const std::filesystem::path& source, bool isSound, JobMonitor& monitor)
{
    if (isSound) {
        const auto file = openAudioFile(source, monitor);
        if (!file)
            return file.error();
        return static_cast<double>((*file)->facts().samples) / (*file)->facts().sampleRate;
    }
    const auto image = openImage(source);
    if (!image)
        return image.error();
    const MelAnalysis& analysis = image->mel->analysis();
    return static_cast<double>(image->mel->columns(0)) * analysis.stft.hop / analysis.sampleRate;
}

ColourScale greys(const DisplaySpectrogram& spectrogram)
{
    const auto cells = spectrogram.levels.back().cells();
    const double loudest = cells.empty() ? 0 : *std::ranges::max_element(cells) / 100.0;
    return {ColourMap::Grey, std::max(loudest, DisplaySpectrogram::floorDb + rangeDb), rangeDb};
}

QList<QRgb> colours()
{
    QList<QRgb> table;
    for (const Colour& colour : colourTable(ColourMap::Magma))
        table.append(qRgb(colour.red, colour.green, colour.blue));
    return table;
}

/// The louder of each two columns.
QImage halved(const QImage& picture)
{
    QImage half((picture.width() + 1) / 2, picture.height(), QImage::Format_Indexed8);
    half.setColorTable(picture.colorTable());
    for (int y = 0; y < half.height(); ++y) {
        const uchar* from = picture.constScanLine(y);
        uchar* to = half.scanLine(y);
        for (int x = 0; x < half.width(); ++x)
            to[x] = std::max(from[2 * x], from[std::min(2 * x + 1, picture.width() - 1)]);
    }
    return half;
}

ClipPicture pictureOf(const DisplaySpectrogram& spectrogram, const QSize& size)
{
    const int width = std::clamp(static_cast<int>(spectrogram.columns()), 1, size.width());
    QImage finest = paintSpectrogram(spectrogram, {0, spectrogram.seconds, 0, 1, FrequencyScale::Own},
                                     {width, size.height()}, greys(spectrogram))
                        .convertToFormat(QImage::Format_Grayscale8);
    finest.reinterpretAsFormat(QImage::Format_Indexed8);
    finest.setColorTable(colours());
    ClipPicture picture{{finest}};
    while (picture.levels.back().width() > fewestColumns)
        picture.levels.push_back(halved(picture.levels.back()));
    return picture;
}

/// Shorter windows and fewer bands than images have: as fine as the picture.
MelAnalysis pictureAnalysis(int sampleRate, int bands)
{
    MelAnalysis analysis;
    analysis.sampleRate = sampleRate;
    analysis.stft.hop = std::max(1, static_cast<int>(std::lround(columnSeconds * sampleRate)));
    analysis.stft.window = analysis.stft.fftSize = windowSamples;
    analysis.mel.bands = bands;
    analysis.mel.topHz = std::min(analysis.mel.topHz, sampleRate / 2.0);
    return analysis;
}

Result<std::shared_ptr<const DisplaySpectrogram>> spectrogramOf(const std::filesystem::path& source, int bands, JobMonitor& monitor)
{
    if (isSoundFile(source)) {
        const auto sound = readAudioFile(source, monitor);
        if (!sound)
            return sound.error();
        return displaySpectrogram(*sound, pictureAnalysis(sound->sampleRate, bands), oneThread, monitor);
    }
    const auto image = openImage(source);
    if (!image)
        return image.error();
    auto mel = MelSequence::create(*image->mel, MelTransition{});
    if (!mel)
        return mel.error();
    return displaySpectrogram(*mel, image->mel->analysis(), oneThread, monitor);
}

} // namespace

const QImage& ClipPicture::levelFor(double pixels) const
{
    std::size_t level = 0;
    while (level + 1 < levels.size() && levels[level + 1].width() >= pixels)
        ++level;
    return levels[level];
}

bool isSoundFile(const std::filesystem::path& file)
{
    const QString suffix = QString::fromStdString(file.extension().string()).mid(1).toLower();
    return std::ranges::find(readableAudioSuffixes(), suffix.toStdString()) != readableAudioSuffixes().end();
}

Result<ClipLook> lookAtSource(const std::filesystem::path& source, JobMonitor& monitor)
{
    ClipLook look;
    look.isSound = isSoundFile(source);
    std::error_code ignored;
    if (!std::filesystem::exists(source, ignored)) {
        look.state = ClipLook::State::Missing;
        look.trouble = Texts::tr("'%1' is not there; bring it back, or locate it.").arg(QString::fromStdString(source.string()));
        return look;
    }
    const auto seconds = secondsOf(source, look.isSound, monitor);
    if (!seconds && seconds.error().code == ErrorCode::Cancelled)
        return seconds.error();
    look.state = seconds ? ClipLook::State::Ready : ClipLook::State::Unreadable;
    look.seconds = seconds ? *seconds : 0;
    look.trouble = seconds ? QString() : QString::fromStdString(seconds.error().message);
    return look;
}

QSize finestPicture(std::size_t sources)
{
    const int rows = sources <= many ? mostRows : leastRows;
    const std::size_t columns = mostBytes / (std::max<std::size_t>(1, sources) * static_cast<std::size_t>(rows) * 2); // the coarser ones are as large together
    return {static_cast<int>(std::clamp<std::size_t>(columns, leastColumns, mostColumns)), rows};
}

Result<ClipPicture> pictureOfSource(const std::filesystem::path& source, const QSize& finest, JobMonitor& monitor)
{
    const auto spectrogram = spectrogramOf(source, finest.height(), monitor);
    if (spectrogram)
        return pictureOf(**spectrogram, finest);
    if (spectrogram.error().code == ErrorCode::Cancelled)
        return spectrogram.error();
    return ClipPicture();
}

Result<Tempo> tempoOfSource(const std::filesystem::path& source, JobMonitor& monitor)
{
    const auto sound = readAudioFile(source, monitor);
    const auto tempo = sound ? findTempo(*sound, {}, oneThread, monitor) : Result<Tempo>(sound.error());
    if (tempo || tempo.error().code == ErrorCode::Cancelled)
        return tempo;
    return Tempo();
}

} // namespace sonoloom
