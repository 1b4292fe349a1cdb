// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/avreader.h"

#include "core/io/audiofile.h"
#include "core/io/avpointers.h"
#include "core/io/failure.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace sonoloom
{

namespace
{

struct FreeFormat {
    void operator()(AVFormatContext* format) const { avformat_close_input(&format); }
};

/// Demuxers of single files: playlists and scripts, which name other files, are left out.
constexpr const char* containersAllowed =
    "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dsf,dts,eac3,flac,flv,matroska,mov,mp3,mpc,mpc8,mpeg,mpegts,ogg,rm,tak,tta,"
    "w64,wav,wv";

struct Named {
    std::string_view key;
    std::string_view name;
};

std::string nameOf(std::string_view key, std::initializer_list<Named> names)
{
    const auto found = std::find_if(names.begin(), names.end(), [key](const Named& n) { return n.key == key; });
    if (found != names.end()) {
        return std::string(found->name);
    }
    std::string upper(key);
    std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
    return upper;
}

template <class Stored>
float fullScaleSample(Stored sample)
{
    if constexpr (std::is_floating_point_v<Stored>) {
        return static_cast<float>(sample);
    } else if constexpr (std::is_same_v<Stored, std::uint8_t>) {
        return static_cast<float>(sample - 128) / 128.0f;
    } else {
        constexpr double fullScale = static_cast<double>(std::uint64_t{1} << (8 * sizeof(Stored) - 1));
        return static_cast<float>(static_cast<double>(sample) / fullScale);
    }
}

template <class Stored>
void copySamples(const AVFrame& frame, bool planar, Audio& audio)
{
    const std::size_t channels = audio.channels.size();
    const auto samples = static_cast<std::size_t>(frame.nb_samples);
    for (std::size_t c = 0; c < channels; ++c) {
        const auto* from = reinterpret_cast<const Stored*>(frame.extended_data[planar ? c : 0]) + (planar ? 0 : c);
        const std::size_t stride = planar ? 1 : channels;
        audio.channels[c].resize(samples);
        for (std::size_t i = 0; i < samples; ++i) {
            audio.channels[c][i] = fullScaleSample(from[i * stride]);
        }
    }
}

Audio audioOf(const AVFrame& frame)
{
    Audio audio;
    audio.sampleRate = frame.sample_rate;
    audio.channels.resize(static_cast<std::size_t>(std::max(0, frame.ch_layout.nb_channels)));
    const auto format = static_cast<AVSampleFormat>(frame.format);
    const bool planar = av_sample_fmt_is_planar(format) != 0;
    switch (av_get_packed_sample_fmt(format)) {
    case AV_SAMPLE_FMT_U8:
        copySamples<std::uint8_t>(frame, planar, audio);
        break;
    case AV_SAMPLE_FMT_S16:
        copySamples<std::int16_t>(frame, planar, audio);
        break;
    case AV_SAMPLE_FMT_S32:
        copySamples<std::int32_t>(frame, planar, audio);
        break;
    case AV_SAMPLE_FMT_S64:
        copySamples<std::int64_t>(frame, planar, audio);
        break;
    case AV_SAMPLE_FMT_FLT:
        copySamples<float>(frame, planar, audio);
        break;
    case AV_SAMPLE_FMT_DBL:
        copySamples<double>(frame, planar, audio);
        break;
    default:
        break;
    }
    return audio;
}

Error unsupported(const std::filesystem::path& path, const char* why)
{
    return {ErrorCode::Unsupported, quoted(path) + " " + why + "; give a sound file."};
}

bool hasSoundSuffix(const std::filesystem::path& path)
{
    const auto& suffixes = readableAudioSuffixes();
    std::string suffix = path.extension().string();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    return !suffix.empty() && std::find(suffixes.begin(), suffixes.end(), suffix.substr(1)) != suffixes.end();
}

Error openFailure(const std::filesystem::path& path, int code)
{
    constexpr int greatestErrno = 4095; // beyond it are libav's own codes, all about the content
    const int reason = AVUNERROR(code);
    if (reason != EINVAL && reason <= greatestErrno) { // EINVAL: a container that is not allowed
        return readFailure(path, reason);
    }
    if (hasSoundSuffix(path)) {
        return {ErrorCode::Corrupt, quoted(path) + " is damaged or not a sound file, although its name says so."};
    }
    return unsupported(path, "is not a sound file that can be read");
}

/// What is obeyed of an MP4 file's edit list.
enum class Edits { Followed, PrimingOnly };

using FormatPointer = std::unique_ptr<AVFormatContext, FreeFormat>;

Result<FormatPointer> openContainer(const std::filesystem::path& path, Edits edits)
{
    av_log_set_level(AV_LOG_QUIET);
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", containersAllowed, 0);
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "advanced_editlist", edits == Edits::Followed ? "1" : "0", 0);
    AVFormatContext* opened = nullptr;
    const int code = avformat_open_input(&opened, ("file:" + path.string()).c_str(), nullptr, &options);
    const AvDictionaryPointer unused(options);
    if (code < 0) {
        return openFailure(path, code);
    }
    FormatPointer format(opened);
    if (avformat_find_stream_info(opened, nullptr) < 0) {
        return unsupported(path, "cannot be understood");
    }
    return format;
}

std::string containerOf(const AVFormatContext& format)
{
    const std::string_view names = format.iformat->name;
    return nameOf(names.substr(0, names.find(',')),
                  {{"mov", "MP4"}, {"matroska", "WebM/Matroska"}, {"asf", "WMA"}, {"aac", "ADTS"}, {"ogg", "Ogg"}});
}

/// The sound; no packets of other streams are read from then on. Null if there is none.
AVStream* onlySound(AVFormatContext& format)
{
    const int index = av_find_best_stream(&format, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        format.streams[i]->discard = static_cast<int>(i) == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    return index < 0 ? nullptr : format.streams[index];
}

/// The sound's own length in an MP4 file, without priming, in its time base; 0 if the file does not say.
std::int64_t lengthAfterPriming(const std::filesystem::path& path)
{
    const auto format = openContainer(path, Edits::PrimingOnly);
    const AVStream* stream = format ? onlySound(**format) : nullptr;
    const AvPacketPointer packet(av_packet_alloc());
    if (stream == nullptr || !packet) {
        return 0;
    }
    do { // packets of other streams may wait in the queue
        av_packet_unref(packet.get());
        if (av_read_frame(format->get(), packet.get()) < 0) {
            return 0;
        }
    } while (packet->stream_index != stream->index);
    const std::int64_t priming = packet->pts == AV_NOPTS_VALUE ? 0 : std::max<std::int64_t>(0, -packet->pts);
    return std::max<std::int64_t>(0, stream->duration - priming);
}

} // namespace

struct AvReader::State {
    FormatPointer format;
    AvCodecPointer codec;
    AvPacketPointer packet{av_packet_alloc()};
    AvFramePointer frame{av_frame_alloc()};
    AVStream* stream = nullptr;
    int sampleRate = 0; ///< the first frame's, as are the channels
    int channels = 0;
    bool drained = false;
    std::int64_t endTicks = 0; ///< where the container ends the sound, in the stream's time base; 0 if it does not say

    Result<void> openFormat(const std::filesystem::path& path);
    Result<void> openEdited(const std::filesystem::path& path);
    Result<void> openCodec(const std::filesystem::path& path);
    bool feed();
    bool sameShape();
};

Result<void> AvReader::State::openFormat(const std::filesystem::path& path)
{
    auto opened = openContainer(path, Edits::Followed);
    if (!opened) {
        return opened.error();
    }
    format = std::move(*opened);
    stream = onlySound(*format);
    if (stream == nullptr) {
        return unsupported(path, "has no sound in it");
    }
    return containerOf(*format) == "MP4" ? openEdited(path) : Result<void>{};
}

/// Most MP4 files have one edit only, which leaves out the encoder's priming and padding and is rounded to a coarse
/// unit. Then the stream's own length is exact.
Result<void> AvReader::State::openEdited(const std::filesystem::path& path)
{
    constexpr AVRational coarsest{1, 500};
    endTicks = std::max<std::int64_t>(0, stream->duration);
    const std::int64_t whole = lengthAfterPriming(path);
    if (std::abs(whole - endTicks) > av_rescale_q(1, coarsest, stream->time_base)) {
        return {};
    }
    auto opened = openContainer(path, Edits::PrimingOnly);
    if (!opened) {
        return opened.error();
    }
    format = std::move(*opened);
    stream = onlySound(*format);
    endTicks = whole;
    return {};
}

Result<void> AvReader::State::openCodec(const std::filesystem::path& path)
{
    const AVCodec* decoder = avcodec_find_decoder(stream->codecpar->codec_id);
    if (decoder == nullptr) {
        return unsupported(path, "is packed in a way that is not known");
    }
    codec.reset(avcodec_alloc_context3(decoder));
    if (!codec || !packet || !frame || avcodec_parameters_to_context(codec.get(), stream->codecpar) < 0) {
        return Error{ErrorCode::TooLarge, "There is not enough memory to read " + quoted(path) + "."};
    }
    codec->pkt_timebase = stream->time_base; // without it priming is not cut
    codec->thread_count = 1;
    if (avcodec_open2(codec.get(), decoder, nullptr) < 0) {
        return Error{ErrorCode::Corrupt, quoted(path) + " is damaged: its sound cannot be decoded."};
    }
    return {};
}

/// Gives the decoder a packet more; false when there is none.
bool AvReader::State::feed()
{
    while (!drained) {
        if (av_read_frame(format.get(), packet.get()) < 0) {
            drained = true;
            return avcodec_send_packet(codec.get(), nullptr) >= 0;
        }
        const bool ours = packet->stream_index == stream->index;
        const bool taken = ours && avcodec_send_packet(codec.get(), packet.get()) >= 0;
        av_packet_unref(packet.get());
        if (taken) {
            return true;
        }
    }
    return false;
}

bool AvReader::State::sameShape()
{
    if (channels == 0) {
        sampleRate = frame->sample_rate;
        channels = frame->ch_layout.nb_channels;
    }
    return frame->sample_rate == sampleRate && frame->ch_layout.nb_channels == channels;
}

AvReader::AvReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
AvReader::AvReader(AvReader&&) noexcept = default;
AvReader& AvReader::operator=(AvReader&&) noexcept = default;
AvReader::~AvReader() = default;

Result<AvReader> AvReader::open(const std::filesystem::path& path)
{
    auto state = std::make_unique<State>();
    if (auto opened = state->openFormat(path); !opened) {
        return opened.error();
    }
    if (auto opened = state->openCodec(path); !opened) {
        return opened.error();
    }
    return AvReader(std::move(state));
}

Audio AvReader::next()
{
    for (;;) {
        const int code = avcodec_receive_frame(state_->codec.get(), state_->frame.get());
        if (code == 0) {
            Audio audio;
            if (state_->sameShape()) {
                audio = audioOf(*state_->frame);
            }
            const bool empty = state_->frame->nb_samples == 0;
            av_frame_unref(state_->frame.get());
            if (!empty) {
                return audio;
            }
        } else if (code == AVERROR_EOF || (!state_->feed() && state_->drained)) {
            return {};
        }
    }
}

std::string AvReader::container() const
{
    return containerOf(*state_->format);
}

std::string AvReader::encoding() const
{
    return nameOf(avcodec_get_name(state_->codec->codec_id),
                  {{"opus", "Opus"}, {"vorbis", "Vorbis"}, {"wmav1", "WMA 1"}, {"wmav2", "WMA 2"}});
}

std::size_t AvReader::endSample(int sampleRate) const
{
    return static_cast<std::size_t>(av_rescale_q(state_->endTicks, state_->stream->time_base, {1, sampleRate}));
}

double AvReader::promisedSeconds() const
{
    const AVFormatContext& format = *state_->format;
    const bool guessed = format.duration <= 0 || format.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
    return guessed ? 0.0 : static_cast<double>(format.duration) / AV_TIME_BASE;
}

} // namespace sonoloom
