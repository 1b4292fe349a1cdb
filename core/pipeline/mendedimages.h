// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/pipeline/decode.h"

#include <optional>

namespace sonoloom
{

/// Image files as repairedImage() gives them back: with what is mendable mended. The files stay as they are.
class MendedImages final : public ImageSet
{
public:
    explicit MendedImages(ImageFiles files) : files_(std::move(files)) {}

    std::size_t count() const override { return files_.count(); }
    std::string name(std::size_t index) const override { return files_.name(index); }
    Result<Image> load(std::size_t index) override;
    std::optional<Record> record(std::size_t index) override { return files_.record(index); }

private:
    ImageFiles files_;
    std::optional<std::size_t> lastIndex_; ///< of the image mended last, which is often asked about next
    Image lastImage_;
};

} // namespace sonoloom
