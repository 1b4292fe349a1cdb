// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusion.h"
#include "core/pipeline/decode.h"

#include <filesystem>
#include <list>
#include <vector>

namespace sonoloom
{

/// How a project draws sounds: a codec's parameters where it is of mel images, else the defaults.
RiffusionParams soundParamsOf(const Codec& codec);

/// The files of a sequence's clips as images: mel images as they are, sound files as one wide 16-bit image each, which
/// is drawn when it is asked for. Files that end in the suffix of a sound file are sounds.
class ClipSources final : public ImageSet
{
public:
    /// @param files each once @param params how sounds are drawn; their level, depth and length are not looked at
    /// @param monitor is asked whether to stop while a sound is drawn; must outlive this
    ClipSources(const std::vector<std::filesystem::path>& files, const RiffusionParams& params, int threads,
                const JobMonitor& monitor);

    std::size_t count() const override { return files_.files().size(); }
    std::string name(std::size_t index) const override { return files_.name(index); }
    /// Errors: those of reading images and sound files, and of Codec::encode, which includes Cancelled.
    Result<Image> load(std::size_t index) override;
    std::optional<Record> record(std::size_t index) override;

private:
    Result<Image> drawn(std::size_t index) const;

    ImageFiles files_;
    RiffusionParams params_;
    int threads_;
    const JobMonitor& monitor_;
    std::list<std::pair<std::size_t, Image>> recent_; ///< sounds drawn last, latest first
};

} // namespace sonoloom
