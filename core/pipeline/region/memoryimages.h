// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"

#include <memory>
#include <string>
#include <vector>

namespace sonoloom
{

/// Images that lie in memory, with the records that are in them.
class MemoryImages final : public ImageSet
{
public:
    explicit MemoryImages(std::vector<std::shared_ptr<const Image>> images) : images_(std::move(images)) {}

    std::size_t count() const override { return images_.size(); }
    std::string name(std::size_t index) const override { return "image " + std::to_string(index); }
    Result<Image> load(std::size_t index) override { return Image(*images_[index]); }
    std::optional<Record> record(std::size_t index) override
    {
        std::vector<std::string> notices;
        return recordOfImage(*images_[index], notices);
    }

private:
    std::vector<std::shared_ptr<const Image>> images_;
};

} // namespace sonoloom
