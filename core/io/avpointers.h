// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <memory>

namespace sonoloom
{

struct FreeCodec {
    void operator()(AVCodecContext* codec) const { avcodec_free_context(&codec); }
};
struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreeDictionary {
    void operator()(AVDictionary* dictionary) const { av_dict_free(&dictionary); }
};

/// What libav's owners free, freed here.
using AvCodecPointer = std::unique_ptr<AVCodecContext, FreeCodec>;
using AvPacketPointer = std::unique_ptr<AVPacket, FreePacket>;
using AvFramePointer = std::unique_ptr<AVFrame, FreeFrame>;
using AvDictionaryPointer = std::unique_ptr<AVDictionary, FreeDictionary>;

} // namespace sonoloom
