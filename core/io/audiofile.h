// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audiosource.h"
#include "core/base/fields.h"
#include "core/base/monitor.h"
#include "core/io/atomicfile.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace sonoloom
{

/// What a sound file says of itself.
struct AudioFileFacts {
    std::string container; ///< "WAV", "FLAC", "MP3", "MP4" ...
    std::string encoding;  ///< "16-bit PCM", "Vorbis", "AAC" ...
    int sampleRate = 0;
    int channels = 0;
    std::size_t samples = 0; ///< per channel, exact
};

/// An open sound file. NaN and infinite samples are read as 0 and, at the first of them, noticed to the monitor;
/// so is a file that ends before its header says (its readable samples are all of it).
class AudioFileSource : public AudioSource
{
public:
    virtual const AudioFileFacts& facts() const = 0;
};

/// Opens a sound file of any kind: libsndfile's formats, and through libav mp3, m4a, aac, mp4, webm, wma and the like
/// (these are decoded once at opening, for the exact count).
///
/// Channels and rate are the file's own. `monitor` must outlive the source.
/// Errors: NotFound, Unreadable, Unsupported (no sound in it), Corrupt (a header that promises what cannot be: more
/// than 1024 channels, a rate outside 1 Hz..1 MHz), each naming the file; a file without a sample is Corrupt.
Result<std::unique_ptr<AudioFileSource>> openAudioFile(const std::filesystem::path& path, JobMonitor& monitor);

/// openAudioFile and readAll.
Result<Audio> readAudioFile(const std::filesystem::path& path, JobMonitor& monitor);

enum class SampleFormat { Int16, Int24, Float32 };

/// How sound is written; the container and codec follow from the file's suffix.
struct AudioWriteParams {
    SampleFormat bits = SampleFormat::Int24; ///< for wav, flac (flac: 16 or 24)
    bool operator==(const AudioWriteParams&) const = default;
};

template <class Params, class Visitor>
    requires FieldsOf<Params, AudioWriteParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("bits", p.bits, Choices{{"16", "24", "32f"}}, Label{SONO_TR("Params", "Bits a sample")},
          Help{SONO_TR("Params", "Sample format of wav and flac files")});
}

/// Suffixes that writeAudioFile understands, without dot: wav, flac, ogg, opus, mp3, m4a.
const std::vector<std::string>& writableAudioSuffixes();

/// Suffixes that a folder's sound files are known by (lower case, without dot).
const std::vector<std::string>& readableAudioSuffixes();

/// Writes a sound file whole or not at all; the same sound as the same bytes. Integer and lossy formats never wrap or
/// clip: sound beyond full scale is scaled down as a whole, with a notice of how many dB. Samples that are not numbers
/// are written as 0, with a notice. A wav file too large for RIFF becomes RF64. A rate that the format cannot have is
/// resampled by the caller: see supportedRate.
/// Errors: InvalidArgument (unknown suffix; no sample; bits, rate or channels that the format cannot have: wav has up to
/// 1024 channels, flac 8, the lossy ones 2), Exists, WriteFailed, Cancelled.
Result<void> writeAudioFile(const std::filesystem::path& place, const Audio& audio, const AudioWriteParams& params,
                            Overwrite overwrite, JobMonitor& monitor);

/// The lowest rate that files with this suffix can have and that loses nothing of sound at `sampleRate`, or else their
/// highest (opus: 48000; mp3: up to 48000; wav: any). `sampleRate` itself for an unknown suffix.
int supportedRate(const std::string& suffix, int sampleRate);

} // namespace sonoloom
