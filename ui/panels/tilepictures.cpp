// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tilepictures.h"

#include "ui/widgets/picture.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr std::size_t mostAtOnce = 16; // then what is wanted may have changed

/// The image's length halved as long as it is not shorter than on the screen: zooming makes few new pictures.
int halved(int length, int onScreen)
{
    while (length / 2 >= std::max(1, onScreen))
        length /= 2;
    return length;
}

QSize madeSize(const Image& image, const QSize& onScreen)
{
    return {halved(image.width, onScreen.width()), halved(image.height, onScreen.height())};
}

} // namespace

TilePictures::TilePictures(QObject* parent) : QObject(parent) {}

void TilePictures::setTiles(std::shared_ptr<const TilePreview> tiles)
{
    const std::size_t before = tiles_ ? tiles_->tiles.size() : 0;
    tiles_ = std::move(tiles);
    if (!tiles_ || tiles_->tiles.size() != before)
        kept_.clear();
    wanted_.clear();
    job_.cancel();
}

void TilePictures::want(std::vector<Wanted> wanted)
{
    wanted_ = std::move(wanted);
    std::set<std::size_t> needed;
    for (Wanted& each : wanted_) {
        each.size = madeSize(*tiles_->tiles[each.tile], each.size);
        needed.insert(each.tile);
    }
    std::erase_if(kept_, [&](const auto& kept) { return !needed.contains(kept.first); });
    if (!job_.running())
        makeMissing();
}

void TilePictures::makeMissing()
{
    std::vector<Wanted> missing;
    for (const Wanted& each : wanted_) {
        const auto kept = kept_.find(each.tile);
        if (missing.size() < mostAtOnce && (kept == kept_.end() || kept->second.of != tiles_->tiles[each.tile] || kept->second.size != each.size))
            missing.push_back(each);
    }
    if (missing.empty())
        return;
    const auto work = [this, tiles = tiles_, missing](JobMonitor& monitor) -> Result<void> {
        for (const Wanted& each : missing) {
            if (monitor.cancelled())
                return cancelledError();
            QImage picture = pictureOf(*tiles->tiles[each.tile]);
            if (picture.size() != each.size)
                picture = picture.scaled(each.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            job_.post([this, tile = each.tile, kept = Kept{picture, each.size, tiles->tiles[each.tile]}] { keep(tile, kept); });
        }
        return {};
    };
    job_.start<void>(work, [this](const Result<void>&) { makeMissing(); });
}

void TilePictures::keep(std::size_t tile, Kept made)
{
    if (std::ranges::find(wanted_, tile, &Wanted::tile) == wanted_.end())
        return; // no longer in sight
    kept_[tile] = std::move(made);
    emit changed();
}

QImage TilePictures::picture(std::size_t tile) const
{
    const auto kept = kept_.find(tile);
    return kept == kept_.end() ? QImage() : kept->second.picture;
}

qsizetype TilePictures::bytes() const
{
    return std::accumulate(kept_.begin(), kept_.end(), qsizetype{0},
                           [](qsizetype sum, const auto& kept) { return sum + kept.second.picture.sizeInBytes(); });
}

} // namespace sonoloom
