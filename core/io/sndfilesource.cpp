// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sndfilesource.h"

#include "core/io/countedsource.h"
#include "core/io/descriptor.h"
#include "core/io/failure.h"

#include <fcntl.h>
#include <sndfile.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <sstream>
#include <string_view>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

/// Samples of all channels together that are read at once.
constexpr std::size_t blockSamples = 262144;

struct Named {
    int code;
    const char* name;
};

constexpr std::array containers{
    Named{SF_FORMAT_WAV, "WAV"},   Named{SF_FORMAT_WAVEX, "WAV"},  Named{SF_FORMAT_RF64, "RF64"},
    Named{SF_FORMAT_W64, "W64"},   Named{SF_FORMAT_AIFF, "AIFF"},  Named{SF_FORMAT_AU, "AU"},
    Named{SF_FORMAT_FLAC, "FLAC"}, Named{SF_FORMAT_OGG, "Ogg"},    Named{SF_FORMAT_CAF, "CAF"},
    Named{SF_FORMAT_NIST, "NIST"}, Named{SF_FORMAT_VOC, "VOC"},
    Named{SF_FORMAT_SVX, "SVX"},   Named{SF_FORMAT_MAT4, "MAT4"},  Named{SF_FORMAT_MAT5, "MAT5"},
};

constexpr std::array encodings{
    Named{SF_FORMAT_PCM_S8, "8-bit PCM"},      Named{SF_FORMAT_PCM_U8, "8-bit PCM"},
    Named{SF_FORMAT_PCM_16, "16-bit PCM"},     Named{SF_FORMAT_PCM_24, "24-bit PCM"},
    Named{SF_FORMAT_PCM_32, "32-bit PCM"},     Named{SF_FORMAT_FLOAT, "32-bit float"},
    Named{SF_FORMAT_DOUBLE, "64-bit float"},   Named{SF_FORMAT_ULAW, "mu-law"},
    Named{SF_FORMAT_ALAW, "A-law"},            Named{SF_FORMAT_IMA_ADPCM, "IMA ADPCM"},
    Named{SF_FORMAT_MS_ADPCM, "MS ADPCM"},     Named{SF_FORMAT_VORBIS, "Vorbis"},
    Named{SF_FORMAT_OPUS, "Opus"},             Named{SF_FORMAT_ALAC_16, "ALAC"},
    Named{SF_FORMAT_ALAC_24, "ALAC"},
};

template <std::size_t Count>
std::string nameOf(const std::array<Named, Count>& names, int code, const char* otherwise)
{
    const auto found = std::find_if(names.begin(), names.end(), [code](const Named& n) { return n.code == code; });
    return found != names.end() ? found->name : otherwise;
}

struct CloseSndfile {
    void operator()(SNDFILE* file) const { sf_close(file); }
};

/// An open handle and the file below it, which must be closed after it.
struct Opened {
    std::unique_ptr<Descriptor> descriptor;
    std::unique_ptr<SNDFILE, CloseSndfile> handle;
    SF_INFO info{};
};

Error unsupported(const fs::path& path)
{
    return {ErrorCode::Unsupported, quoted(path) + " is not a sound file that libsndfile can read."};
}

Error openFailure(const fs::path& path)
{
    if (sf_error(nullptr) == SF_ERR_UNRECOGNISED_FORMAT) {
        return unsupported(path);
    }
    return {ErrorCode::Corrupt, quoted(path) + " is damaged: libsndfile says \"" + sf_strerror(nullptr) + "\"."};
}

/// True for an ID3 tag or MPEG's frame mark. libsndfile's MP3 decoder writes warnings to stderr, so it is not asked.
bool startsAsMpeg(int descriptor)
{
    std::array<unsigned char, 3> start{};
    if (::pread(descriptor, start.data(), start.size(), 0) != static_cast<ssize_t>(start.size())) {
        return false;
    }
    const bool tag = start[0] == 'I' && start[1] == 'D' && start[2] == '3';
    return tag || (start[0] == 0xFF && (start[1] & 0xE0) == 0xE0);
}

Result<Opened> open(const fs::path& path)
{
    Opened opened;
    opened.descriptor = std::make_unique<Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (opened.descriptor->number() < 0) {
        return readFailure(path, errno);
    }
    if (startsAsMpeg(opened.descriptor->number())) {
        return unsupported(path);
    }
    // By descriptor and not by name: libsndfile takes files of some names for headerless sound, whatever is in them.
    opened.handle.reset(sf_open_fd(opened.descriptor->number(), SFM_READ, &opened.info, SF_FALSE));
    if (!opened.handle) {
        return openFailure(path);
    }
    return opened;
}

/// True for a log line such as "data : 264880 (should be 158904)".
bool tellsTruncation(const std::string& line)
{
    constexpr std::string_view actualMark = "(should be ";
    constexpr unsigned long long unknownSize = 0xFFFFFF00; // and above: written by programs that could not go back
    const std::size_t colon = line.find(':');
    const std::size_t actualAt = line.find(actualMark);
    if (colon == std::string::npos || actualAt == std::string::npos) {
        return false;
    }
    std::string key = line.substr(0, colon);
    std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return std::tolower(c); });
    const bool ofSamples = key.find("data") != std::string::npos || key.find("ssnd") != std::string::npos;
    const bool ofFile = key.find("riff") != std::string::npos; // some writers are a few bytes off
    const unsigned long long promised = std::strtoull(line.c_str() + colon + 1, nullptr, 0);
    const unsigned long long actual = std::strtoull(line.c_str() + actualAt + actualMark.size(), nullptr, 0);
    return (ofSamples || ofFile) && promised < unknownSize && promised > actual + (ofFile ? 64 : 1);
}

/// libsndfile cuts the count of samples to the file's size and only its log tells.
bool logTellsTruncation(SNDFILE* handle)
{
    std::array<char, 4096> text{};
    sf_command(handle, SFC_GET_LOG_INFO, text.data(), static_cast<int>(text.size()) - 1);
    std::istringstream lines(text.data());
    for (std::string line; std::getline(lines, line);) {
        if (tellsTruncation(line)) {
            return true;
        }
    }
    return false;
}

/// libsndfile believes MP3's estimated counts.
bool isMpeg(const SF_INFO& info)
{
    const int encoding = info.format & SF_FORMAT_SUBMASK;
    return encoding >= SF_FORMAT_MPEG_LAYER_I && encoding <= SF_FORMAT_MPEG_LAYER_III;
}

/// True if the last frame that the header promises can be read, and none after it.
bool endsWhereItSays(Opened& opened)
{
    if (opened.info.frames < 1 || sf_seek(opened.handle.get(), opened.info.frames - 1, SEEK_SET) < 0) {
        return false;
    }
    std::vector<float> frames(2 * static_cast<std::size_t>(opened.info.channels));
    return sf_readf_float(opened.handle.get(), frames.data(), 2) == 1;
}

/// Whole frames, one at least.
std::size_t blockSamplesOf(const SF_INFO& info)
{
    const auto channels = static_cast<std::size_t>(info.channels);
    return std::max<std::size_t>(1, blockSamples / channels) * channels;
}

/// The frames that can be read, by reading them all.
Result<std::size_t> countFrames(const fs::path& path, JobMonitor& monitor)
{
    auto opened = open(path);
    if (!opened) {
        return opened.error();
    }
    std::vector<float> block(blockSamplesOf(opened->info));
    const sf_count_t frames = static_cast<sf_count_t>(block.size()) / opened->info.channels;
    std::size_t count = 0;
    for (;;) {
        if (monitor.cancelled()) {
            return cancelledError();
        }
        const sf_count_t got = sf_readf_float(opened->handle.get(), block.data(), frames);
        if (got <= 0) {
            return count;
        }
        count += static_cast<std::size_t>(got);
    }
}

class SndfileSource final : public CountedSource
{
public:
    using CountedSource::CountedSource;

private:
    Result<void> reopen() override
    {
        opened_ = {};
        auto opened = open(path());
        if (!opened) {
            return opened.error();
        }
        opened_ = std::move(*opened);
        block_.resize(blockSamplesOf(opened_.info));
        return {};
    }

    Result<void> append(Audio& audio, std::size_t wanted) override
    {
        const std::size_t channels = audio.channels.size();
        const auto frames = static_cast<sf_count_t>(std::min(wanted, block_.size() / channels));
        const sf_count_t got = sf_readf_float(opened_.handle.get(), block_.data(), frames);
        if (sf_error(opened_.handle.get()) == SF_ERR_SYSTEM) {
            return readFailure(path(), EIO);
        }
        for (std::size_t c = 0; c < channels; ++c) {
            for (sf_count_t i = 0; i < got; ++i) {
                audio.channels[c].push_back(block_[static_cast<std::size_t>(i) * channels + c]);
            }
        }
        return {};
    }

    Opened opened_;
    std::vector<float> block_;
};

AudioFileFacts headerFacts(const SF_INFO& info)
{
    AudioFileFacts facts;
    facts.container = nameOf(containers, info.format & SF_FORMAT_TYPEMASK, "libsndfile's");
    facts.encoding = nameOf(encodings, info.format & SF_FORMAT_SUBMASK, "other");
    facts.sampleRate = info.samplerate;
    facts.channels = info.channels;
    const bool known = info.frames > 0 && info.frames < SF_COUNT_MAX;
    facts.samples = known ? static_cast<std::size_t>(info.frames) : 0;
    return facts;
}

} // namespace

Result<std::unique_ptr<AudioFileSource>> openWithSndfile(const fs::path& path, JobMonitor& monitor)
{
    auto opened = open(path);
    if (!opened) {
        return opened.error();
    }
    if (isMpeg(opened->info)) {
        return unsupported(path);
    }
    AudioFileFacts facts = headerFacts(opened->info);
    bool truncated = logTellsTruncation(opened->handle.get());
    if (!endsWhereItSays(*opened)) {
        const auto counted = countFrames(path, monitor);
        if (!counted) {
            return counted.error();
        }
        const bool oggCut = facts.container == "Ogg" && facts.samples == 0; // its last page is missing
        truncated = truncated || oggCut || *counted < facts.samples;
        facts.samples = *counted;
    }
    if (auto checked = checkFacts(facts, path); !checked) {
        return checked.error();
    }
    if (truncated) {
        noticeTruncated(monitor, path, facts);
    }
    return rewound(std::make_unique<SndfileSource>(path, std::move(facts), monitor));
}

} // namespace sonoloom
