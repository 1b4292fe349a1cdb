// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/io/failure.h"
#include "core/io/imagefile.h"
#include "core/pipeline/decode.h"
#include "core/pipeline/imagecheck.h"

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace
{

/// Images in memory: a set is looked at as a whole before its sound is read from it.
constexpr std::size_t keptBytes = std::size_t{48} << 20;

std::string formatNames()
{
    std::string names;
    for (const auto& codec : allCodecs())
        names += (names.empty() ? "" : ", ") + codec->name();
    return names;
}

} // namespace

ImageFiles::ImageFiles(std::vector<std::filesystem::path> files, std::shared_ptr<const std::vector<RecordSet>> known)
    : files_(std::move(files)), found_(files_.size()), known_(std::move(known))
{
}

std::string ImageFiles::name(std::size_t index) const
{
    return files_[index].filename().string();
}

Result<Image> ImageFiles::load(std::size_t index)
{
    const auto kept = std::ranges::find(recent_, index, &std::pair<std::size_t, Image>::first);
    if (kept != recent_.end())
        return kept->second;
    auto image = readImageFile(files_[index]);
    if (image)
        remember(index, *image);
    return image;
}

void ImageFiles::remember(std::size_t index, Image image)
{
    recent_.emplace_front(index, std::move(image));
    std::size_t bytes = 0;
    auto keep = recent_.begin();
    do {
        bytes += keep->second.samples.size() * sizeof(std::uint16_t);
        ++keep;
    } while (keep != recent_.end() && bytes < keptBytes);
    recent_.erase(keep, recent_.end());
}

std::optional<Record> ImageFiles::record(std::size_t index)
{
    return find(index).record;
}

RecordOrigin ImageFiles::recordOrigin(std::size_t index)
{
    return find(index).origin;
}

std::string ImageFiles::recordOriginText(std::size_t index)
{
    return find(index).text;
}

std::vector<std::string> ImageFiles::restorations()
{
    std::vector<std::pair<std::string, std::vector<std::size_t>>> ways;
    for (std::size_t i = 0; i < count(); ++i) {
        const Found& found = find(i);
        if (found.origin == RecordOrigin::None || found.origin == RecordOrigin::Image)
            continue;
        const auto known = std::ranges::find(ways, found.text, &decltype(ways)::value_type::first);
        if (known == ways.end())
            ways.push_back({found.text, {i}});
        else
            known->second.push_back(i);
    }
    std::vector<std::string> sentences;
    for (const auto& [way, which] : ways)
        sentences.push_back("Parameters of " +
                            (which.size() == 1 ? "'" + name(which.front()) + "'" : std::to_string(which.size()) + " images") +
                            " were restored " + way + ".");
    return sentences;
}

void ImageFiles::noticeOnce(const std::string& sentence)
{
    if (std::ranges::find(notices_, sentence) == notices_.end())
        notices_.push_back(sentence);
}

const ImageFiles::Found& ImageFiles::find(std::size_t index)
{
    if (found_[index])
        return *found_[index];
    Found found;
    if (const auto image = load(index))
        found = search(index, image.value());
    for (const std::string& trouble : sidecars_.takeNotices())
        noticeOnce(trouble);
    return found_[index].emplace(std::move(found));
}

ImageFiles::Found ImageFiles::search(std::size_t index, const Image& image)
{
    std::vector<std::string> troubles;
    Found own{recordOfImage(image, troubles), RecordOrigin::Image, "in the image"};
    for (const std::string& trouble : troubles)
        noticeOnce(quoted(files_[index]) + ": " + trouble);
    if (own.record && !own.record->format.empty())
        return own;
    std::vector<const RecordSet*> sets;
    if (known_)
        for (const RecordSet& set : *known_)
            sets.push_back(&set);
    for (const RecordSet& set : sidecars_.of(files_[index].parent_path()))
        sets.push_back(&set);
    if (auto listed = findRecord(sets, files_[index], image)) {
        std::string text = originText(*listed);
        return {std::move(listed->record), listed->origin, std::move(text)};
    }
    return own.record ? own : Found{};
}

void noticeOrder(ImageSet& images, JobMonitor& monitor)
{
    std::optional<Record> before;
    bool toldOfSounds = false;
    bool toldOfGap = false;
    for (std::size_t i = 0; i < images.count(); ++i) {
        const auto record = images.record(i);
        if (!record || !record->source || !record->tile)
            return; // without records nobody knows
        const bool other = before && before->source != record->source;
        const bool gap = before && !other && record->tile->index != before->tile->index + 1;
        if (other && !std::exchange(toldOfSounds, true))
            monitor.notice("The images come from different sounds ('" + before->source->name + "', '" +
                           record->source->name + "'); they are joined in the order given.");
        if (gap && !std::exchange(toldOfGap, true))
            monitor.notice("'" + images.name(i) + "' does not follow '" + images.name(i - 1) +
                           "' in their sound; the images are joined without a gap.");
        before = record;
    }
}

Result<std::unique_ptr<Codec>> codecForImages(ImageSet& images, const std::string& format)
{
    if (format != "auto") {
        if (auto codec = makeCodec(format))
            return codec;
        return Error{ErrorCode::InvalidArgument, "There is no format '" + format + "'; take auto or " + formatNames() + "."};
    }
    if (images.count() == 0)
        return Error{ErrorCode::InvalidArgument, "There are no images to decode."};
    const auto first = images.load(0);
    if (!first)
        return first.error();
    if (const auto record = images.record(0); record && !record->format.empty()) {
        if (auto codec = makeCodec(record->format))
            return codec;
        return Error{ErrorCode::Unsupported, "'" + images.name(0) + "' is of the format '" + record->format +
                                                 "', which this version does not know; update Sonoloom."};
    }
    auto recognised = recogniseCodec(first.value());
    if (recognised.codec)
        return std::move(recognised.codec);
    JobMonitor silent;
    if (const auto check = checkImage(first.value(), std::nullopt, silent); check && !check.value().format.empty())
        return Error{ErrorCode::Unsupported, "'" + images.name(0) + "' " + check.value().recognition.reason +
                                                 "; mend it with 'sonoloom info --repair' and decode what that writes."};
    return Error{ErrorCode::Unsupported,
                 "'" + images.name(0) + "' does not look like a spectrogram (" + recognised.recognition.reason +
                     "); name its format with --format if it is one."};
}

} // namespace sonoloom
