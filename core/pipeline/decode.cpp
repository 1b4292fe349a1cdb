// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/decode.h"

#include "core/dsp/resample.h"
#include "core/io/failure.h"
#include "core/io/npyfile.h"
#include "core/pipeline/figures.h"
#include "core/pipeline/gaps.h"
#include "core/pipeline/outputset.h"

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

constexpr std::size_t columnsAtOnce = 256;
constexpr std::uint64_t bytesAtOnce = 1 << 20;

std::string suffixOf(const fs::path& file)
{
    std::string suffix = file.extension().string();
    if (!suffix.empty())
        suffix.erase(0, 1);
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    return suffix;
}

Result<void> checkOutput(const fs::path& output, DecodeAs as)
{
    const std::string suffix = suffixOf(output);
    if (as != DecodeAs::Audio && suffix != "npy")
        return Error{ErrorCode::InvalidArgument,
                     "'" + output.string() + "' must end in .npy, as numbers are to be written."};
    if (as == DecodeAs::Audio && std::ranges::find(writableAudioSuffixes(), suffix) == writableAudioSuffixes().end()) {
        std::string known;
        for (const std::string& each : writableAudioSuffixes())
            known += (known.empty() ? "" : ", ") + each;
        return Error{ErrorCode::InvalidArgument, "'" + output.string() + "' has no suffix of a sound file; end it in one of " +
                                                     known + "."};
    }
    return {};
}

/// Rows of the channels woven together, so that a channel axis comes first in Fortran order.
template <class Value>
std::vector<Value> woven(const std::vector<Grid<Value>>& channels, std::size_t row)
{
    std::vector<Value> values;
    values.reserve(channels.size() * channels.front().columns());
    for (std::size_t k = 0; k < channels.front().columns(); ++k)
        for (const auto& channel : channels)
            values.push_back(channel(row, k));
    return values;
}

/// [rows x frames], stereo [channels x rows x frames].
std::vector<std::size_t> arrayShape(std::size_t channels, std::size_t rows, std::size_t frames)
{
    return channels == 1 ? std::vector{rows, frames} : std::vector{channels, rows, frames};
}

Result<void> writeMel(const fs::path& place, Decoding& decoding, JobMonitor& monitor)
{
    MagnitudeSource* mel = decoding.mel();
    if (!mel)
        return Error{ErrorCode::Unsupported, "Images of this format hold no mel magnitudes; decode them as audio or stft."};
    const auto channels = static_cast<std::size_t>(mel->channelCount());
    const auto bands = static_cast<std::size_t>(decoding.melAnalysis()->mel.bands);
    auto npy = NpyWriter::create(place, NpyWriter::Values::Float32, arrayShape(channels, bands, mel->columns()));
    if (!npy)
        return npy.error();
    for (std::size_t first = 0; first < mel->columns(); first += columnsAtOnce) {
        if (monitor.cancelled())
            return cancelledError();
        const std::size_t count = std::min(columnsAtOnce, mel->columns() - first);
        const auto block = mel->read(first, count);
        if (!block)
            return block.error();
        for (std::size_t i = 0; i < count; ++i)
            npy->append(std::span<const float>(woven(block.value(), i)));
        monitor.progress(static_cast<double>(first + count) / static_cast<double>(mel->columns()), "Writing magnitudes");
    }
    return npy->finish();
}

Result<void> writeStft(const fs::path& place, const Audio& sound, const StftParams& stft, int threads, JobMonitor& monitor)
{
    const std::size_t frames = centredFrameCount(sound.sampleCount(), stft.hop);
    auto npy = NpyWriter::create(place, NpyWriter::Values::Complex64,
                                 arrayShape(sound.channelCount(), static_cast<std::size_t>(stft.bins()), frames));
    if (!npy)
        return npy.error();
    for (std::size_t first = 0; first < frames; first += columnsAtOnce) {
        const std::size_t count = std::min(columnsAtOnce, frames - first);
        std::vector<Grid<std::complex<float>>> block;
        for (const auto& channel : sound.channels) {
            auto part = stftFrames(channel, stft, first, count, threads, monitor);
            if (!part)
                return part.error();
            block.push_back(std::move(*part));
        }
        for (std::size_t i = 0; i < count; ++i)
            npy->append(std::span<const std::complex<float>>(woven(block, i)));
        monitor.progress(static_cast<double>(first + count) / static_cast<double>(frames), "Writing the transform");
    }
    return npy->finish();
}

/// The bytes that the images hold, as they are.
Result<void> writeStored(const fs::path& place, ByteSource& bytes, JobMonitor& monitor)
{
    std::ofstream file(place, std::ios::binary);
    for (std::uint64_t at = 0; at < bytes.size(); at += bytesAtOnce) {
        if (monitor.cancelled())
            return cancelledError();
        const auto block = readBytes(bytes, at, std::min(bytesAtOnce, bytes.size() - at));
        if (!block)
            return block.error();
        file.write(reinterpret_cast<const char*>(block->data()), static_cast<std::streamsize>(block->size()));
        monitor.progress(static_cast<double>(at + block->size()) / static_cast<double>(bytes.size()), "Reading images");
    }
    return file.flush() ? Result<void>{} : Result<void>{writeFailure(place, errno)};
}

/// The frames of a transform for formats that have none of their own.
StftParams stftOf(const Decoding& decoding)
{
    return decoding.melAnalysis() ? decoding.melAnalysis()->stft
                                  : stftFromMilliseconds(400, 100, 10, decoding.sampleRate());
}

/// The rate that the file is written at.
int outputRate(const DecodeFilesOptions& options, const fs::path& output, int own)
{
    return options.rate > 0 ? options.rate : supportedRate(suffixOf(output), own);
}

/// One decode on its way to a file.
class DecodeJob
{
public:
    DecodeJob(Decoding& decoding, const fs::path& output, const DecodeFilesOptions& options)
        : decoding_(decoding), output_(output), options_(options)
    {
        made_.output = output;
        made_.sampleRate = decoding.sampleRate();
        made_.channels = decoding.channelCount();
        made_.samples = decoding.sampleCount();
    }

    Result<DecodedFile> run(JobMonitor& monitor)
    {
        if (options_.as == DecodeAs::Mel) {
            if (auto written = inPlace([this](const fs::path& place, JobMonitor& told) { return writeMel(place, decoding_, told); }, monitor); !written)
                return written.error();
            return made_;
        }
        if (decoding_.file() && options_.as == DecodeAs::Audio && options_.asStored && suffixOf(output_) == "wav") {
            if (auto written = inPlace([this](const fs::path& place, JobMonitor& told) { return writeStored(place, *decoding_.file(), told); }, monitor); !written)
                return written.error();
            return made_;
        }
        PartMonitor finding(monitor, 0, 0.85);
        auto found = decoding_.audio(options_.reconstruct, options_.threads, finding);
        if (!found)
            return found.error();
        made_.rounds = found->rounds;
        Audio& sound = found->audio;
        PartMonitor measuring(monitor, 0.85, 0.92);
        if (auto measured = measure(sound, measuring); !measured)
            return measured.error();
        PartMonitor writing(monitor, 0.92, 1);
        auto written = options_.as == DecodeAs::Stft ? inPlace([&](const fs::path& place, JobMonitor& told) {
            return writeStft(place, sound, stftOf(decoding_), options_.threads, told);
        }, writing)
                                                     : writeSound(std::move(sound), writing);
        if (!written)
            return written.error();
        return made_;
    }

private:
    Result<void> measure(const Audio& sound, JobMonitor& monitor)
    {
        if (!decoding_.mel())
            return {};
        auto error = imageErrorOf(sound, *decoding_.mel(), *decoding_.melAnalysis(), options_.threads, monitor);
        if (!error)
            return error.error();
        made_.imageError = *error;
        return {};
    }

    Result<void> writeSound(Audio sound, JobMonitor& monitor)
    {
        const int rate = outputRate(options_, output_, sound.sampleRate);
        if (rate != sound.sampleRate) {
            auto other = resample(sound, rate);
            if (!other)
                return other.error();
            sound = std::move(*other);
        }
        made_.sampleRate = rate;
        made_.samples = sound.sampleCount();
        return writeAudioFile(output_, sound, options_.write, options_.overwrite, monitor);
    }

    Result<void> inPlace(const OutputSet::Write& write, JobMonitor& monitor)
    {
        OutputSet outputs(options_.overwrite);
        if (auto added = outputs.add(output_, write, monitor); !added)
            return added.error();
        return outputs.commit();
    }

    Decoding& decoding_;
    const fs::path& output_;
    const DecodeFilesOptions& options_;
    DecodedFile made_;
};

} // namespace

Result<DecodedFile> decodeFiles(ImageFiles& images, const Codec& codec, const std::vector<std::string>& given,
                                const fs::path& output, const DecodeFilesOptions& options, JobMonitor& monitor)
{
    if (auto suits = checkOutput(output, options.as); !suits)
        return suits.error();
    if (auto free = OutputSet(options.overwrite).expect(output); !free)
        return free.error();
    std::optional<GapFilledImages> filled;
    if (options.gaps == Gaps::Silence && !codec.compatible()) {
        auto made = GapFilledImages::create(images, monitor);
        if (!made)
            return made.error();
        filled = std::move(*made);
    }
    ImageSet& set = filled ? static_cast<ImageSet&>(*filled) : images;
    auto decoding = codec.open(set, given, monitor);
    for (const std::string& sentence : images.notices())
        monitor.notice(sentence);
    if (!decoding)
        return decoding.error();
    if (!codec.compatible()) // which knows no records
        for (const std::string& sentence : images.restorations())
            monitor.notice(sentence);
    if (!(*decoding)->file()) // those know their places
        noticeOrder(set, monitor);
    return DecodeJob(**decoding, output, options).run(monitor);
}

} // namespace sonoloom
