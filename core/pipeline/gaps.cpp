// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/gaps.h"

#include <array>
#include <cstdio>

namespace sonoloom
{

namespace
{

constexpr int mostMissing = 10'000;

/// Images between two of one sound; 0 where nothing is known.
int missingBetween(const std::optional<Record>& before, const std::optional<Record>& after)
{
    const bool known = before && after && before->tile && after->tile && before->source && before->source == after->source;
    if (!known || before->format == "resonance" || after->tile->index <= before->tile->index)
        return 0;
    return after->tile->index - before->tile->index - 1;
}

/// The record of the silent image `step` places behind `before`.
Record silentRecord(const Record& before, int step)
{
    Record record = before;
    record.tile->index += step;
    record.tile->firstSample += static_cast<std::size_t>(step) * record.tile->samples;
    if (record.level) // a stretch of its own has no place for silence
        record.level = Record::Level{"fixed", record.level->maxvol > 0 ? record.level->maxvol : 1.0, {}, {}};
    return record;
}

/// Pixels that stand for nothing, in red, green and blue.
std::array<int, 3> silence(const Image& image, const Record& record)
{
    const int white = image.maxValue();
    if (record.format == "wavdiff")
        return {0, (white + 1) / 2, (white + 1) / 2};
    return {record.channels == 2 && image.channels >= 3 ? 0 : white, white, white};
}

std::string secondsOf(std::size_t samples, int sampleRate)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3f s", static_cast<double>(samples) / std::max(1, sampleRate));
    return text;
}

} // namespace

Result<GapFilledImages> GapFilledImages::create(ImageSet& images, JobMonitor& monitor)
{
    GapFilledImages filled(images);
    std::optional<Record> before;
    for (std::size_t i = 0; i < images.count(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        auto record = images.record(i);
        const int missing = missingBetween(before, record);
        if (missing > mostMissing)
            return Error{ErrorCode::InvalidArgument, "Before '" + images.name(i) + "' " + std::to_string(missing) +
                                                         " images are missing, too many for silence; take 'gaps' join."};
        for (int step = 1; step <= missing; ++step)
            filled.places_.push_back({i - 1, silentRecord(*before, step)});
        if (missing > 0)
            monitor.notice("'" + images.name(i) + "' does not follow '" + images.name(i - 1) + "' in their sound; silence stands for " +
                           std::to_string(missing) + (missing == 1 ? " image of " : " images of ") +
                           secondsOf(before->tile->samples, before->sampleRate) + " between them.");
        filled.places_.push_back({i, {}});
        before = std::move(record);
    }
    return filled;
}

std::string GapFilledImages::name(std::size_t index) const
{
    const Place& place = places_[index];
    return place.blank ? "silence after " + images_->name(place.image) : images_->name(place.image);
}

Result<Image> GapFilledImages::load(std::size_t index)
{
    const Place& place = places_[index];
    auto image = images_->load(place.image);
    if (!image || !place.blank)
        return image;
    Image blank(image->width, image->height, image->channels, image->depth);
    const auto colours = silence(blank, *place.blank);
    for (std::size_t i = 0; i < blank.samples.size(); ++i) {
        const std::size_t c = i % static_cast<std::size_t>(blank.channels);
        blank.samples[i] = static_cast<std::uint16_t>(c < colours.size() ? colours[c] : blank.maxValue());
    }
    return blank;
}

std::optional<Record> GapFilledImages::record(std::size_t index)
{
    const Place& place = places_[index];
    return place.blank ? place.blank : images_->record(place.image);
}

} // namespace sonoloom
