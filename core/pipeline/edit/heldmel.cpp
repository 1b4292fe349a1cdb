// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/heldmel.h"

#include "core/edit/images/peerimages.h"
#include "core/pipeline/edit/meldrawing.h"
#include "core/pipeline/rgb.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr std::size_t columnsBetweenAsking = 64;

/// Images in memory under the names and records of others.
class RenewedImages final : public ImageSet
{
public:
    RenewedImages(ImageSet& originals, std::vector<Image> images) : originals_(originals), images_(std::move(images)) {}

    std::size_t count() const override { return images_.size(); }
    std::string name(std::size_t index) const override { return originals_.name(index); }
    Result<Image> load(std::size_t index) override { return images_[index]; }
    std::optional<Record> record(std::size_t index) override
    {
        auto record = originals_.record(index);
        return record ? std::optional(rgbRecord(*record)) : std::nullopt;
    }

private:
    ImageSet& originals_;
    std::vector<Image> images_;
};

Result<void> checkSize(const MelSet& images, std::size_t most)
{
    std::size_t columns = 0;
    for (std::size_t i = 0; i < images.count(); ++i)
        columns += images.columns(i);
    const std::size_t cells = columns * static_cast<std::size_t>(images.analysis().mel.bands * images.channelCount());
    if (cells * sizeof(float) <= most)
        return {};
    const double seconds =
        static_cast<double>(columns) * images.analysis().stft.hop / static_cast<double>(images.analysis().sampleRate);
    return Error{ErrorCode::TooLarge, "'" + images.name(0) + "' and what belongs to it are " +
                                          std::to_string(static_cast<int>(seconds / 60)) +
                                          " minutes long, more than can be edited at once; cut shorter pieces first."};
}

} // namespace

Result<std::shared_ptr<HeldMel>> HeldMel::open(ImageSet& images, const MelImagesWish& wish, JobMonitor& monitor,
                                               std::size_t most)
{
    PartMonitor looking(monitor, 0, 0.7);
    auto opened = MelImages::open(images, wish, looking);
    if (!opened)
        return opened.error();
    MelImages& all = **opened;
    if (auto fits = checkSize(all, most); !fits)
        return fits.error();
    std::shared_ptr<HeldMel> held(new HeldMel);
    held->analysis_ = all.analysis();
    held->channels_ = all.channelCount();
    held->power_ = commonCurve(all).power;
    for (std::size_t i = 0; i < all.count(); ++i) {
        if (auto done = held->hold(all, i, monitor); !done)
            return done.error();
        monitor.progress(0.7 + 0.3 * static_cast<double>(i + 1) / static_cast<double>(all.count()),
                         "Reading the images");
    }
    return held;
}

Result<void> HeldMel::hold(MelImages& images, std::size_t index, const JobMonitor& monitor)
{
    const std::size_t columns = images.columns(index);
    held_.push_back({images.name(index), images.samples(index),
                     std::vector<Grid<float>>(static_cast<std::size_t>(channels_),
                                              Grid<float>(columns, static_cast<std::size_t>(analysis_.mel.bands)))});
    for (std::size_t column = 0; column < columns; ++column) {
        if (column % columnsBetweenAsking == 0 && monitor.cancelled())
            return cancelledError();
        if (auto done = images.read(index, column, held_.back().mel, column); !done)
            return done;
    }
    return {};
}

Result<void> HeldMel::read(std::size_t index, std::size_t column, std::vector<Grid<float>>& into, std::size_t row)
{
    for (std::size_t c = 0; c < into.size(); ++c)
        std::ranges::copy(held_[index].mel[c].row(column), into[c].row(row).begin());
    return {};
}

Result<std::shared_ptr<HeldMel>> heldPeerBlend(ImageSet& images, int region, int bands, const MelImagesWish& wish,
                                               JobMonitor& monitor)
{
    std::vector<Image> both;
    for (std::size_t i = 0; i < images.count(); ++i) {
        auto image = images.load(i);
        if (!image)
            return image.error();
        both.push_back(toRgb(*image, {}));
    }
    if (both.size() != 2)
        return Error{ErrorCode::InvalidArgument, "A blend takes two images, not " + std::to_string(both.size()) + "."};
    auto pair = blendAsPeer(both[0], both[1], region, bands);
    if (!pair)
        return pair.error();
    both = {std::move(pair->first), std::move(pair->second)};
    RenewedImages renewed(images, std::move(both));
    return HeldMel::open(renewed, wish, monitor);
}

Result<std::vector<Grid<float>>> MelOfOne::read(std::size_t first, std::size_t count)
{
    std::vector<Grid<float>> mel(static_cast<std::size_t>(channelCount()),
                                 Grid<float>(count, static_cast<std::size_t>(images_.analysis().mel.bands)));
    for (std::size_t i = 0; i < count; ++i)
        if (auto done = images_.read(index_, first + i, mel, i); !done)
            return done.error();
    return mel;
}

} // namespace sonoloom
