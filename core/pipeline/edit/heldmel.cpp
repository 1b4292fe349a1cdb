// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/heldmel.h"

#include "core/pipeline/edit/meldrawing.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr std::size_t columnsBetweenAsking = 64;

Result<void> checkSize(const MelSet& images)
{
    std::size_t columns = 0;
    for (std::size_t i = 0; i < images.count(); ++i)
        columns += images.columns(i);
    const std::size_t cells = columns * static_cast<std::size_t>(images.analysis().mel.bands * images.channelCount());
    if (cells * sizeof(float) <= HeldMel::mostBytes)
        return {};
    const double seconds =
        static_cast<double>(columns) * images.analysis().stft.hop / static_cast<double>(images.analysis().sampleRate);
    return Error{ErrorCode::TooLarge, "'" + images.name(0) + "' and what belongs to it are " +
                                          std::to_string(static_cast<int>(seconds / 60)) +
                                          " minutes long, more than can be edited at once; cut shorter pieces first."};
}

} // namespace

Result<std::shared_ptr<HeldMel>> HeldMel::open(ImageSet& images, const MelImagesWish& wish, JobMonitor& monitor)
{
    PartMonitor looking(monitor, 0, 0.7);
    auto opened = MelImages::open(images, wish, looking);
    if (!opened)
        return opened.error();
    MelImages& all = **opened;
    if (auto fits = checkSize(all); !fits)
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
