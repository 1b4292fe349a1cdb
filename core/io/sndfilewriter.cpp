// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sndfilewriter.h"

#include "core/io/oggserial.h"

#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace sonoloom
{

namespace
{

/// Samples of each channel that an encoder gets at once: libvorbis takes its blocks on the stack.
constexpr std::size_t blockSamples = 4096;

extern "C" {

static sf_count_t sizeOf(void* file)
{
    return static_cast<OutputFile*>(file)->size();
}

static sf_count_t seekIn(sf_count_t offset, int whence, void* file)
{
    return static_cast<OutputFile*>(file)->seek(offset, whence);
}

static sf_count_t readFrom(void* bytes, sf_count_t count, void* file)
{
    return static_cast<sf_count_t>(static_cast<OutputFile*>(file)->read(bytes, static_cast<std::size_t>(count)));
}

/// A failure is kept by the file; libsndfile is not told, for its Ogg encoder then forgets to free its memory.
static sf_count_t writeTo(const void* bytes, sf_count_t count, void* file)
{
    static_cast<OutputFile*>(file)->write(bytes, static_cast<std::size_t>(count));
    return count;
}

static sf_count_t positionIn(void* file)
{
    return static_cast<OutputFile*>(file)->seek(0, SEEK_CUR);
}

} // extern "C"

struct CloseSndfile {
    void operator()(SNDFILE* handle) const { sf_close(handle); }
};

using Handle = std::unique_ptr<SNDFILE, CloseSndfile>;

int pcmFormat(SampleFormat bits)
{
    return bits == SampleFormat::Int16   ? SF_FORMAT_PCM_16
           : bits == SampleFormat::Int24 ? SF_FORMAT_PCM_24
                                         : SF_FORMAT_FLOAT;
}

int formatOf(std::string_view suffix, const Audio& audio, SampleFormat bits)
{
    if (suffix == "wav") {
        const bool large = needsRf64(audio.sampleCount(), audio.channelCount(), bits);
        return (large ? SF_FORMAT_RF64 : SF_FORMAT_WAV) | pcmFormat(bits);
    }
    if (suffix == "flac") {
        return SF_FORMAT_FLAC | pcmFormat(bits);
    }
    if (suffix == "mp3") {
        return SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III;
    }
    return SF_FORMAT_OGG | SF_FORMAT_VORBIS;
}

void configure(SNDFILE* handle, int format)
{
    sf_command(handle, SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE); // it holds the time of writing
    // How much to leave out, 0 to 1: Vorbis' quality 8, MP3's V0. A spectrogram shows hardly a difference below 16 kHz.
    const int container = format & SF_FORMAT_TYPEMASK;
    double level = container == SF_FORMAT_OGG ? 0.2 : 0.0;
    int mode = SF_BITRATE_MODE_VARIABLE;
    if (container == SF_FORMAT_OGG || container == SF_FORMAT_MPEG) {
        sf_command(handle, SFC_SET_COMPRESSION_LEVEL, &level, sizeof level);
    }
    if (container == SF_FORMAT_MPEG) {
        sf_command(handle, SFC_SET_BITRATE_MODE, &mode, sizeof mode);
    }
}

/// Integers on the readers' scale, where 1.0 is one more than the largest: libsndfile's own would be off by one part in
/// 32768, so that a 16-bit file read and written again would differ.
std::vector<int> integersOf(std::span<const float> block, int bits)
{
    const double fullScale = std::ldexp(1.0, bits - 1);
    std::vector<int> integers(block.size());
    std::transform(block.begin(), block.end(), integers.begin(), [=](float sample) {
        const double scaled = std::clamp(std::nearbyint(sample * fullScale), -fullScale, fullScale - 1.0);
        return static_cast<int>(std::ldexp(scaled, 32 - bits));
    });
    return integers;
}

bool writeBlock(SNDFILE* handle, std::span<const float> block, int format)
{
    const int encoding = format & SF_FORMAT_SUBMASK;
    const auto items = static_cast<sf_count_t>(block.size());
    if (encoding == SF_FORMAT_PCM_16 || encoding == SF_FORMAT_PCM_24) {
        const std::vector<int> integers = integersOf(block, encoding == SF_FORMAT_PCM_16 ? 16 : 24);
        return sf_write_int(handle, integers.data(), items) == items;
    }
    return sf_write_float(handle, block.data(), items) == items;
}

Error failureOf(const OutputFile& file, SNDFILE* handle)
{
    return file.error(std::string("libsndfile says \"") + sf_strerror(handle) + "\"");
}

Result<void> writeBlocks(SNDFILE* handle, SampleFeed& feed, OutputFile& file, int format)
{
    for (;;) {
        const auto block = feed.next(blockSamples);
        if (!block) {
            return block.error();
        }
        if (block.value().empty()) {
            return {};
        }
        if (!writeBlock(handle, block.value(), format) || file.hasFailed()) {
            return failureOf(file, handle);
        }
    }
}

} // namespace

Result<void> encodeWithSndfile(OutputFile& file, SampleFeed& feed, const WritableFormat& kind, SampleFormat bits)
{
    const int format = formatOf(kind.suffix, feed.audio(), bits);
    SF_INFO info{};
    info.format = format;
    info.samplerate = feed.audio().sampleRate;
    info.channels = static_cast<int>(feed.audio().channelCount());
    SF_VIRTUAL_IO io{sizeOf, seekIn, readFrom, writeTo, positionIn};
    Handle handle(sf_open_virtual(&io, SFM_WRITE, &info, &file));
    if (!handle) {
        return failureOf(file, nullptr);
    }
    configure(handle.get(), format);
    if (auto written = writeBlocks(handle.get(), feed, file, format); !written) {
        return written;
    }
    if (sf_close(handle.release()) != 0 || file.hasFailed()) {
        return file.error("libsndfile could not finish it");
    }
    return (format & SF_FORMAT_TYPEMASK) == SF_FORMAT_OGG ? fixOggSerial(file) : Result<void>{};
}

} // namespace sonoloom
