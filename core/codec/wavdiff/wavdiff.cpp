// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/wavdiff.h"

#include "core/codec/wavdiff/wavdiffdecode.h"
#include "core/codec/wavdiff/wavdiffencode.h"
#include "core/codec/wavdiff/wavdifflook.h"

#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double peerTrimDb = 20;

/// The fields in which the two spirits differ; the size, which the peer's user chooses, too, stays.
WavdiffParams inSpirit(const WavdiffParams& params, bool compatible)
{
    WavdiffParams changed;
    changed.size = params.size;
    changed.compatible = compatible;
    if (compatible) {
        changed.layout = WavdiffLayout::Resized;
        changed.trimDb = peerTrimDb;
        changed.channels = WavdiffChannels::Mono;
    }
    return changed;
}

class WavdiffCodec final : public Codec
{
public:
    explicit WavdiffCodec(const WavdiffParams& params) : params_(params) {}

    std::unique_ptr<Codec> clone() const override { return std::make_unique<WavdiffCodec>(params_); }
    std::string name() const override { return "wavdiff"; }
    std::string label() const override { return SONO_TR("Codec", "Magnitude and phase (wav_diff)"); }
    std::vector<Field> fields() override { return fieldsOf(params_); }
    void setCompatible(bool compatible) override { params_ = inSpirit(params_, compatible); }
    bool compatible() const override { return params_.compatible; }

    Result<void> check(int sampleRate, int channels) const override;
    std::optional<double> phaseAt(const Image& image, int x, int y) const override;
    Result<EncodeReport> encode(AudioSource& source, const Record::Source& origin, const TileSink& sink, int threads,
                                JobMonitor& monitor) const override;
    Recognition recognise(const Image& image) const override { return recogniseWavdiff(image); }
    Result<std::unique_ptr<Decoding>> open(ImageSet& images, const std::vector<std::string>& given,
                                           JobMonitor& monitor) const override;

private:
    WavdiffParams params_;
};

Result<void> WavdiffCodec::check(int sampleRate, int channels) const
{
    if (auto ranges = checkParams(params_); !ranges)
        return ranges;
    if (sampleRate < 1 || channels < 1)
        return Error{ErrorCode::InvalidArgument, "The sound has no channels or no sample rate."};
    if (!params_.compatible)
        return {};
    if (params_.channels == WavdiffChannels::Stereo)
        return Error{ErrorCode::InvalidArgument, "'channels' is stereo but the compatible mode is mono; leave it out, or "
                                                 "take the best mode."};
    if (params_.depth == WavdiffDepth::Eight)
        return Error{ErrorCode::InvalidArgument, "'depth' is 8 but the compatible mode writes 16 bits; leave it out, or take "
                                                 "the best mode."};
    if (params_.layout == WavdiffLayout::Exact)
        return Error{ErrorCode::InvalidArgument, "'layout' is exact but the compatible mode resizes; leave it out, or take "
                                                 "'size' 1025, which resizes nothing."};
    return {};
}

/// The direction of green (cosine) and blue (sine) from their middle.
std::optional<double> WavdiffCodec::phaseAt(const Image& image, int x, int y) const
{
    if (image.channels < 3)
        return std::nullopt;
    const double middle = image.maxValue() / 2.0;
    return std::atan2(image.at(x, y, 2) - middle, image.at(x, y, 1) - middle);
}

Result<EncodeReport> WavdiffCodec::encode(AudioSource& source, const Record::Source& origin, const TileSink& sink,
                                          int threads, JobMonitor& monitor) const
{
    if (auto checked = check(source.sampleRate(), source.channelCount()); !checked)
        return checked.error();
    return encodeWavdiff(source, params_, origin, {sink, threads}, monitor);
}

Result<std::unique_ptr<Decoding>> WavdiffCodec::open(ImageSet& images, const std::vector<std::string>& given,
                                                     JobMonitor& monitor) const
{
    if (auto ranges = checkParams(params_); !ranges)
        return ranges.error();
    return WavdiffDecoding::open(images, {params_, given}, monitor);
}

} // namespace

std::unique_ptr<Codec> makeWavdiffCodec(const WavdiffParams& params)
{
    return std::make_unique<WavdiffCodec>(params);
}

} // namespace sonoloom
