// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/resonance.h"

#include "core/codec/resonance/decode.h"
#include "core/codec/resonance/encode.h"
#include "core/codec/resonance/look.h"

namespace sonoloom
{

namespace
{

class ResonanceCodec final : public Codec
{
public:
    explicit ResonanceCodec(const ResonanceParams& params) : params_(params) {}

    std::unique_ptr<Codec> clone() const override { return std::make_unique<ResonanceCodec>(params_); }
    std::string name() const override { return "resonance"; }
    std::string label() const override { return SONO_TR("Codec", "Resonance bytes"); }
    std::vector<Field> fields() override { return fieldsOf(params_); }
    void setCompatible(bool compatible) override
    {
        params_.compatible = compatible;
        if (compatible)
            params_.code = ResonanceCode::Bytes;
    }
    bool compatible() const override { return params_.compatible; }

    Result<void> check(int sampleRate, int channels) const override;
    Result<EncodeReport> encode(AudioSource& source, const Record::Source& origin, const TileSink& sink, int threads,
                                JobMonitor& monitor) const override;
    Recognition recognise(const Image& image) const override { return recogniseResonance(image); }
    Result<std::unique_ptr<Decoding>> open(ImageSet& images, const std::vector<std::string>& given,
                                           JobMonitor& monitor) const override;

private:
    ResonanceParams params_;
};

Result<void> ResonanceCodec::check(int sampleRate, int channels) const
{
    if (auto ranges = checkParams(params_); !ranges)
        return ranges;
    if (sampleRate < 1 || channels < 1)
        return Error{ErrorCode::InvalidArgument, "The sound has no channels or no sample rate."};
    return checkResonanceSize(params_);
}

Result<EncodeReport> ResonanceCodec::encode(AudioSource& source, const Record::Source& origin, const TileSink& sink, int,
                                            JobMonitor& monitor) const
{
    if (auto checked = check(source.sampleRate(), source.channelCount()); !checked)
        return checked.error();
    return encodeResonance(source, params_, origin, sink, monitor);
}

Result<std::unique_ptr<Decoding>> ResonanceCodec::open(ImageSet& images, const std::vector<std::string>& given,
                                                       JobMonitor& monitor) const
{
    if (auto ranges = checkParams(params_); !ranges)
        return ranges.error();
    return ResonanceDecoding::open(images, {params_, given}, monitor);
}

} // namespace

std::unique_ptr<Codec> makeResonanceCodec(const ResonanceParams& params)
{
    return std::make_unique<ResonanceCodec>(params);
}

} // namespace sonoloom
