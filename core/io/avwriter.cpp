// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/avwriter.h"

#include "core/io/avpointers.h"

#include <algorithm>
#include <string>

namespace sonoloom
{

namespace
{

/// What libav calls the parts that write one kind of file.
struct AvKind {
    const char* muxer;
    const char* encoder;
    AVSampleFormat samples;
    std::int64_t bitRate; ///< for one channel
};

/// Rates at which a spectrogram shows hardly a difference below 16 kHz; AAC has at most 6 bits a sample.
AvKind kindOf(const WritableFormat& format, const Audio& audio)
{
    if (format.suffix == "opus") {
        return {"opus", "libopus", AV_SAMPLE_FMT_FLT, 96'000};
    }
    return {"ipod", "aac", AV_SAMPLE_FMT_FLTP, std::min<std::int64_t>(160'000, std::int64_t{6} * audio.sampleRate)};
}

extern "C" {

static int writeTo(void* file, std::uint8_t* bytes, int count)
{
    return static_cast<OutputFile*>(file)->write(bytes, static_cast<std::size_t>(count)) ? count : AVERROR(EIO);
}

static std::int64_t seekIn(void* file, std::int64_t offset, int whence)
{
    auto* output = static_cast<OutputFile*>(file);
    return whence == AVSEEK_SIZE ? output->size() : output->seek(offset, whence & ~AVSEEK_FORCE);
}

} // extern "C"

struct FreeMuxer {
    void operator()(AVFormatContext* muxer) const
    {
        if (muxer->pb != nullptr) {
            av_freep(&muxer->pb->buffer);
            avio_context_free(&muxer->pb);
        }
        avformat_free_context(muxer);
    }
};

/// Encodes and muxes. Functions that may fail return libav's code, negative on failure.
class AvWriting
{
public:
    AvWriting(OutputFile& file, const Audio& audio, AvKind kind) : file_(file), audio_(audio), kind_(kind) {}

    int open()
    {
        const int opened = openMuxer();
        return opened < 0 ? opened : openCodec();
    }

    /// Writes the header, which needs the codec's.
    int start()
    {
        stream_->time_base = codec_->time_base;
        if (const int code = avcodec_parameters_from_context(stream_->codecpar, codec_.get()); code < 0) {
            return code;
        }
        AVDictionary* options = nullptr;
        av_dict_set_int(&options, "movie_timescale", audio_.sampleRate, 0); // edit lists exact to the sample
        const int code = avformat_write_header(muxer_.get(), &options);
        const AvDictionaryPointer unused(options);
        return code;
    }

    /// @param block of up to frameSize() samples, interleaved; empty: the end
    int encode(std::span<const float> block)
    {
        const int prepared = block.empty() ? 0 : fillFrame(block);
        const int sent =
            prepared < 0 ? prepared : avcodec_send_frame(codec_.get(), block.empty() ? nullptr : frame_.get());
        return sent < 0 ? sent : writePackets();
    }

    int finish()
    {
        const int code = av_write_trailer(muxer_.get());
        avio_flush(muxer_->pb);
        return code < 0 ? code : muxer_->pb->error;
    }

    std::size_t frameSize() const { return static_cast<std::size_t>(codec_->frame_size); }

private:
    int openMuxer()
    {
        constexpr int bufferSize = 65536;
        AVFormatContext* muxer = nullptr;
        if (const int code = avformat_alloc_output_context2(&muxer, nullptr, kind_.muxer, nullptr); code < 0) {
            return code;
        }
        muxer_.reset(muxer);
        muxer->flags |= AVFMT_FLAG_BITEXACT; // no date, no version, no random serial
        auto* buffer = static_cast<unsigned char*>(av_malloc(bufferSize));
        muxer->pb =
            buffer != nullptr ? avio_alloc_context(buffer, bufferSize, 1, &file_, nullptr, writeTo, seekIn) : nullptr;
        if (muxer->pb == nullptr) {
            av_free(buffer);
            return AVERROR(ENOMEM);
        }
        stream_ = avformat_new_stream(muxer, nullptr);
        return stream_ != nullptr ? 0 : AVERROR(ENOMEM);
    }

    int openCodec()
    {
        const AVCodec* encoder = avcodec_find_encoder_by_name(kind_.encoder);
        codec_.reset(encoder != nullptr ? avcodec_alloc_context3(encoder) : nullptr);
        if (!codec_ || !packet_ || !frame_) {
            return encoder == nullptr ? AVERROR_ENCODER_NOT_FOUND : AVERROR(ENOMEM);
        }
        codec_->sample_fmt = kind_.samples;
        codec_->sample_rate = audio_.sampleRate;
        codec_->time_base = {1, audio_.sampleRate};
        codec_->bit_rate = kind_.bitRate * static_cast<std::int64_t>(audio_.channelCount());
        codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT;
        codec_->thread_count = 1;
        av_channel_layout_default(&codec_->ch_layout, static_cast<int>(audio_.channelCount()));
        return avcodec_open2(codec_.get(), encoder, nullptr);
    }

    int fillFrame(std::span<const float> block)
    {
        const std::size_t channels = audio_.channelCount();
        av_frame_unref(frame_.get());
        frame_->format = codec_->sample_fmt;
        frame_->sample_rate = codec_->sample_rate;
        frame_->nb_samples = static_cast<int>(block.size() / channels);
        frame_->pts = position_;
        av_channel_layout_copy(&frame_->ch_layout, &codec_->ch_layout);
        if (const int code = av_frame_get_buffer(frame_.get(), 0); code < 0) {
            return code;
        }
        const std::size_t planes = av_sample_fmt_is_planar(kind_.samples) != 0 ? channels : 1;
        for (std::size_t i = 0; i < block.size(); ++i) {
            reinterpret_cast<float*>(frame_->extended_data[i % planes])[i / planes] = block[i];
        }
        position_ += frame_->nb_samples;
        return 0;
    }

    int writePackets()
    {
        for (;;) {
            const int received = avcodec_receive_packet(codec_.get(), packet_.get());
            if (received == AVERROR(EAGAIN) || received == AVERROR_EOF) {
                return 0;
            }
            if (received < 0) {
                return received;
            }
            av_packet_rescale_ts(packet_.get(), codec_->time_base, stream_->time_base);
            packet_->stream_index = stream_->index;
            if (const int code = av_interleaved_write_frame(muxer_.get(), packet_.get()); code < 0) {
                return code;
            }
        }
    }

    OutputFile& file_;
    const Audio& audio_;
    AvKind kind_;
    std::unique_ptr<AVFormatContext, FreeMuxer> muxer_;
    AvCodecPointer codec_;
    AvPacketPointer packet_{av_packet_alloc()};
    AvFramePointer frame_{av_frame_alloc()};
    AVStream* stream_ = nullptr; ///< the muxer's
    std::int64_t position_ = 0;  ///< samples of each channel encoded so far
};

Error encodeFailure(const OutputFile& file, int code)
{
    char reason[AV_ERROR_MAX_STRING_SIZE] = "";
    av_strerror(code, reason, sizeof reason);
    return file.error(std::string("libav says \"") + reason + "\"");
}

} // namespace

Result<void> encodeWithAv(OutputFile& file, SampleFeed& feed, const WritableFormat& format)
{
    av_log_set_level(AV_LOG_QUIET);
    AvWriting writing(file, feed.audio(), kindOf(format, feed.audio()));
    int code = writing.open();
    code = code < 0 ? code : writing.start();
    for (bool more = true; more && code >= 0;) {
        const auto block = feed.next(writing.frameSize());
        if (!block) {
            return block.error();
        }
        more = !block.value().empty();
        code = writing.encode(block.value());
    }
    code = code < 0 ? code : writing.finish();
    return code < 0 || file.hasFailed() ? Result<void>(encodeFailure(file, code)) : Result<void>{};
}

} // namespace sonoloom
