// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/melsequence.h"

#include <algorithm>
#include <cassert>

namespace sonoloom
{

MelSequence::MelSequence(MelSet& images, std::vector<MelPart> parts, std::vector<MelTransition> transitions)
    : images_(&images), parts_(std::move(parts)), transitions_(std::move(transitions)),
      one_(static_cast<std::size_t>(images.channelCount()),
           Grid<float>(1, static_cast<std::size_t>(images.analysis().mel.bands))),
      other_(one_)
{
}

Result<MelSequence> MelSequence::create(MelSet& images, std::vector<MelPart> parts,
                                        std::vector<MelTransition> transitions)
{
    assert(!parts.empty() && transitions.size() + 1 == parts.size());
    MelSequence sequence(images, std::move(parts), std::move(transitions));
    if (auto fits = sequence.check(); !fits)
        return fits.error();
    std::size_t at = 0;
    for (std::size_t p = 0; p < sequence.parts_.size(); ++p) {
        sequence.begins_.push_back(at);
        sequence.columns_ = at + sequence.parts_[p].columns;
        at = sequence.columns_ - (p < sequence.transitions_.size() ? sequence.transitions_[p].columns : 0);
    }
    return sequence;
}

Result<MelSequence> MelSequence::create(MelSet& images, const MelTransition& transition)
{
    std::vector<MelPart> parts;
    for (std::size_t i = 0; i < images.count(); ++i)
        parts.push_back({i, 0, images.columns(i)});
    std::vector<MelTransition> transitions(parts.size() - 1, transition);
    return create(images, std::move(parts), std::move(transitions));
}

/// At no column may more than two parts lie on each other.
Result<void> MelSequence::check() const
{
    for (std::size_t p = 0; p < parts_.size(); ++p) {
        const std::size_t before = p > 0 ? transitions_[p - 1].columns : 0;
        const std::size_t behind = p < transitions_.size() ? transitions_[p].columns : 0;
        if (before + behind > parts_[p].columns)
            return Error{ErrorCode::InvalidArgument, "'" + images_->name(parts_[p].image) + "' has " +
                                                         std::to_string(parts_[p].columns) +
                                                         " columns, fewer than the " + std::to_string(before + behind) +
                                                         " of its transitions; make these shorter."};
    }
    return {};
}

std::size_t MelSequence::samples() const
{
    const auto hop = static_cast<std::size_t>(images_->analysis().stft.hop);
    const MelPart& last = parts_.back();
    const std::size_t all = images_->columns(last.image);
    const std::size_t lacking = last.from + last.columns == all ? all * hop - images_->samples(last.image) : 0;
    return columns_ * hop - lacking;
}

Result<std::vector<Grid<float>>> MelSequence::read(std::size_t first, std::size_t count)
{
    std::vector<Grid<float>> mel(static_cast<std::size_t>(channelCount()),
                                 Grid<float>(count, static_cast<std::size_t>(images_->analysis().mel.bands)));
    for (std::size_t i = 0; i < count; ++i)
        if (auto done = readColumn(first + i, mel, i); !done)
            return done.error();
    return mel;
}

Result<void> MelSequence::readPart(std::size_t part, std::size_t column, std::vector<Grid<float>>& into,
                                   std::size_t row)
{
    const MelPart& each = parts_[part];
    if (auto done = images_->read(each.image, each.from + column - begins_[part], into, row); !done)
        return done;
    if (each.gain != 1)
        for (Grid<float>& channel : into)
            for (float& value : channel.row(row))
                value = static_cast<float>(value * each.gain);
    return {};
}

Result<void> MelSequence::readColumn(std::size_t column, std::vector<Grid<float>>& into, std::size_t row)
{
    const auto part = static_cast<std::size_t>(std::ranges::upper_bound(begins_, column) - begins_.begin()) - 1;
    const std::size_t place = column - begins_[part];
    if (part == 0 || place >= transitions_[part - 1].columns)
        return readPart(part, column, into, row);
    if (auto done = readPart(part - 1, column, one_, 0); !done)
        return done;
    if (auto done = readPart(part, column, other_, 0); !done)
        return done;
    for (std::size_t c = 0; c < into.size(); ++c)
        mixColumns(one_[c].row(0), other_[c].row(0), place, transitions_[part - 1], into[c].row(row));
    return {};
}

} // namespace sonoloom
