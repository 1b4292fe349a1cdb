// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusion.h"

#include "core/codec/riffusiondecode.h"
#include "core/codec/riffusionencode.h"
#include "core/codec/riffusiongrid.h"
#include "core/codec/riffusionlook.h"

namespace sonoloom
{

namespace
{

constexpr int peerRate = 44100;

/// The fields in which the two spirits differ; what the peer lets its user choose stays.
RiffusionParams inSpirit(RiffusionParams params, bool compatible)
{
    RiffusionParams changed;
    changed.maxvol = params.maxvol;
    changed.power = params.power;
    changed.bands = params.bands;
    changed.durationMs = params.durationMs;
    changed.compatible = compatible;
    if (compatible) {
        changed.level = LevelRule::MinMax;
        changed.channels = RiffusionChannels::Mono;
    }
    return changed;
}

class RiffusionCodec final : public Codec
{
public:
    explicit RiffusionCodec(const RiffusionParams& params) : params_(params) {}

    std::unique_ptr<Codec> clone() const override { return std::make_unique<RiffusionCodec>(params_); }
    std::string name() const override { return "riffusion"; }
    std::string label() const override { return SONO_TR("Codec", "Riffusion mel image"); }
    std::vector<Field> fields() override { return fieldsOf(params_); }
    void setCompatible(bool compatible) override { params_ = inSpirit(params_, compatible); }
    bool compatible() const override { return params_.compatible; }

    Result<void> check(int sampleRate, int channels) const override;
    Result<EncodeReport> encode(AudioSource& source, const Record::Source& origin, const TileSink& sink, int threads,
                                JobMonitor& monitor) const override;
    Recognition recognise(const Image& image) const override { return recogniseRiffusion(image); }
    Result<std::unique_ptr<Decoding>> open(ImageSet& images, const std::vector<std::string>& given,
                                           JobMonitor& monitor) const override;

private:
    bool isHobby() const { return params_.compatible && params_.level == LevelRule::Peak; }

    RiffusionParams params_;
};

Result<void> RiffusionCodec::check(int sampleRate, int channels) const
{
    if (auto ranges = checkParams(params_); !ranges)
        return ranges;
    if (sampleRate < 1 || channels < 1)
        return Error{ErrorCode::InvalidArgument, "The sound has no channels or no sample rate."};
    if (params_.compatible && !isHobby() && params_.channels == RiffusionChannels::Stereo)
        return Error{ErrorCode::InvalidArgument, "'channels' is stereo but the compatible mode is mono; leave it out, "
                                                 "or take level peak or the best mode."};
    const bool ownRate = !params_.compatible || isHobby();
    if (auto fits = checkAnalysis(params_, ownRate ? sampleRate : peerRate); !fits)
        return fits;
    return params_.whole ? Result<void>{} : checkImageSize(columnsPerTile(params_), params_.bands, true, "duration");
}

Result<EncodeReport> RiffusionCodec::encode(AudioSource& source, const Record::Source& origin, const TileSink& sink,
                                            int threads, JobMonitor& monitor) const
{
    if (auto checked = check(source.sampleRate(), source.channelCount()); !checked)
        return checked.error();
    const auto encodeSpirit = params_.compatible ? encodeCompatible : encodeBest;
    return encodeSpirit(source, params_, origin, sink, threads, monitor);
}

Result<std::unique_ptr<Decoding>> RiffusionCodec::open(ImageSet& images, const std::vector<std::string>& given,
                                                       JobMonitor& monitor) const
{
    if (auto ranges = checkParams(params_); !ranges)
        return ranges.error();
    return RiffusionDecoding::open(images, {params_, given}, monitor);
}

} // namespace

std::unique_ptr<Codec> makeRiffusionCodec(const RiffusionParams& params)
{
    return std::make_unique<RiffusionCodec>(params);
}

} // namespace sonoloom
