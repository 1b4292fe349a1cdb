// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/clipsources.h"

#include "core/io/audiofile.h"

#include <algorithm>
#include <cctype>

namespace sonoloom
{

namespace
{

constexpr std::size_t leastKept = 2;
constexpr std::size_t keptBytes = std::size_t{256} << 20;

bool isSound(const std::filesystem::path& file)
{
    std::string suffix = file.extension().string();
    suffix.erase(0, suffix.empty() ? 0 : 1);
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto& known = readableAudioSuffixes();
    return std::ranges::find(known, suffix) != known.end();
}

/// Asks whether to stop and tells nothing: a sound may be drawn more than once.
class StopOnly final : public JobMonitor
{
public:
    explicit StopOnly(const JobMonitor& parent) : parent_(parent) {}
    bool cancelled() const override { return parent_.cancelled(); }

private:
    const JobMonitor& parent_;
};

} // namespace

RiffusionParams soundParamsOf(const Codec& codec)
{
    RiffusionParams params;
    const auto own = codec.clone();
    if (own->name() != "riffusion")
        return params;
    const auto from = own->fields();
    for (const Field& field : fieldsOf(params))
        if (const Field* same = findField(from, field.key))
            (void)setFieldText(field, fieldText(*same)); // it is the same field
    return params;
}

ClipSources::ClipSources(const std::vector<std::filesystem::path>& files, const RiffusionParams& params, int threads,
                         const JobMonitor& monitor)
    : files_(files), params_(params), threads_(threads), monitor_(monitor)
{
    params_.whole = true;
    params_.level = LevelRule::Shared;
    params_.depth = PixelDepth::Sixteen;
    params_.channels = RiffusionChannels::Auto;
    params_.rgb = params_.compatible = false;
}

Result<Image> ClipSources::load(std::size_t index)
{
    if (!isSound(files_.files()[index]))
        return files_.load(index);
    const auto kept = std::ranges::find(recent_, index, &std::pair<std::size_t, Image>::first);
    if (kept != recent_.end())
        return kept->second;
    auto image = drawn(index);
    if (!image)
        return image;
    recent_.emplace_front(index, *image);
    std::size_t bytes = 0;
    std::size_t count = 0;
    std::erase_if(recent_, [&](const auto& each) {
        bytes += each.second.samples.size() * sizeof(std::uint16_t);
        return ++count > leastKept && bytes > keptBytes;
    });
    return image;
}

std::optional<Record> ClipSources::record(std::size_t index)
{
    if (!isSound(files_.files()[index]))
        return files_.record(index);
    const auto image = load(index);
    std::vector<std::string> troubles;
    return image ? recordOfImage(*image, troubles) : std::nullopt;
}

Result<Image> ClipSources::drawn(std::size_t index) const
{
    StopOnly stopping(monitor_);
    const std::filesystem::path& file = files_.files()[index];
    auto source = openAudioFile(file, stopping);
    if (!source)
        return source.error();
    Image image;
    const auto keep = [&](Tile tile) -> Result<void> {
        image = std::move(tile.image);
        return {};
    };
    const auto made = makeRiffusionCodec(params_)->encode(
        **source, {file.filename().string(), {}, (*source)->sampleCount()}, keep, threads_, stopping);
    return made ? Result<Image>(std::move(image)) : Result<Image>(made.error());
}

} // namespace sonoloom
