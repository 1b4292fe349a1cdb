// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audioformats.h"

#include "core/io/failure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <limits>

namespace sonoloom
{

namespace
{

const std::array<WritableFormat, 6>& writableFormats()
{
    static const std::array<WritableFormat, 6> formats{{
        {"wav", "WAV", 1024, {1, 1'000'000}, false},
        {"flac", "FLAC", 8, {1, 655'350}, false},
        {"ogg", "Ogg Vorbis", 2, {1000, 200'000}, true},
        {"opus", "Opus", 2, {48'000}, true},
        {"mp3", "MP3", 2, {8000, 11'025, 12'000, 16'000, 22'050, 24'000, 32'000, 44'100, 48'000}, true},
        {"m4a",
         "M4A",
         2,
         {7350, 8000, 11'025, 12'000, 16'000, 22'050, 24'000, 32'000, 44'100, 48'000, 64'000, 88'200, 96'000},
         true},
    }};
    return formats;
}

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

const WritableFormat* findFormat(const std::string& suffix)
{
    const auto& formats = writableFormats();
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&suffix](const WritableFormat& format) { return format.suffix == suffix; });
    return found != formats.end() ? &*found : nullptr;
}

std::string suffixesText()
{
    const auto& suffixes = writableAudioSuffixes();
    std::string text = suffixes.front();
    for (std::size_t i = 1; i < suffixes.size(); ++i) {
        text += (i + 1 < suffixes.size() ? ", " : " or ") + suffixes[i];
    }
    return text;
}

int nearestRate(const WritableFormat& format, int sampleRate)
{
    if (format.rates.size() == 2) {
        return std::clamp(sampleRate, format.rates.front(), format.rates.back());
    }
    const auto enough = std::lower_bound(format.rates.begin(), format.rates.end(), sampleRate);
    return enough != format.rates.end() ? *enough : format.rates.back();
}

Error invalid(const std::filesystem::path& place, const std::string& rest)
{
    return {ErrorCode::InvalidArgument, "Cannot write " + quoted(place) + ": " + rest};
}

} // namespace

const std::vector<std::string>& writableAudioSuffixes()
{
    static const std::vector<std::string> suffixes = [] {
        std::vector<std::string> all;
        for (const WritableFormat& format : writableFormats()) {
            all.emplace_back(format.suffix);
        }
        return all;
    }();
    return suffixes;
}

int supportedRate(const std::string& suffix, int sampleRate)
{
    const WritableFormat* format = findFormat(lowerCase(suffix));
    return format != nullptr ? nearestRate(*format, sampleRate) : sampleRate;
}

Result<const WritableFormat*> writableFormat(const std::filesystem::path& place)
{
    const std::string suffix = place.extension().string();
    const WritableFormat* format = suffix.empty() ? nullptr : findFormat(lowerCase(suffix.substr(1)));
    if (format == nullptr) {
        return invalid(place, (suffix.empty() ? "a name without a suffix" : "'" + suffix + "'") +
                                  " does not tell a kind of sound file; choose " + suffixesText() + ".");
    }
    return format;
}

Result<void> checkWritable(const std::filesystem::path& place, const WritableFormat& format, const Audio& audio,
                           const AudioWriteParams& params)
{
    const std::string name(format.name);
    const int rate = nearestRate(format, audio.sampleRate);
    if (audio.sampleCount() == 0) {
        return invalid(place, "there is not one sample in the sound.");
    }
    if (audio.channelCount() > static_cast<std::size_t>(format.mostChannels)) {
        const bool flacHolds = audio.channelCount() <= 8;
        return invalid(place, "it has " + std::to_string(audio.channelCount()) + " channels and " + name +
                                  " files have at most " + std::to_string(format.mostChannels) + "; choose " +
                                  (flacHolds ? "wav or flac." : "wav."));
    }
    if (rate != audio.sampleRate) {
        return invalid(place, name + " files cannot have a rate of " + std::to_string(audio.sampleRate) +
                                  " Hz; choose " + std::to_string(rate) + " Hz.");
    }
    if (format.suffix == "flac" && params.bits == SampleFormat::Float32) {
        return invalid(place, "FLAC files have 16 or 24 bits a sample, not 32f; choose these or wav.");
    }
    return {};
}

bool needsRf64(std::size_t samples, std::size_t channels, SampleFormat bits)
{
    constexpr std::uint64_t headerBytes = 4096; // and more than enough
    const std::uint64_t sampleBytes = bits == SampleFormat::Int16 ? 2 : bits == SampleFormat::Int24 ? 3 : 4;
    return samples * channels * sampleBytes + headerBytes > std::numeric_limits<std::uint32_t>::max();
}

} // namespace sonoloom
