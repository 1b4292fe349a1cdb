// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"
#include "core/dsp/reconstruct.h"
#include "core/edit/region/regionedit.h"
#include "core/project/marker.h"

#include <QUndoCommand>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sonoloom
{

/// All of a session that the user sets: what one step of undo brings back.
struct SessionSettings {
    std::shared_ptr<Codec> codec; ///< never changed in place
    std::vector<std::string> given;
    ReconstructParams reconstruct;
    std::vector<Marker> markers{}; ///< in order of time
    RegionEdits edits{};           ///< of the images, in the order they were made
};

/// One step from settings to others. Steps of one gesture (the drag of a slider) are one.
class SettingsChange final : public QUndoCommand
{
public:
    using Apply = std::function<void(const SessionSettings&)>;

    /// @param gesture of the same number and text are merged
    SettingsChange(SessionSettings before, SessionSettings after, const QString& text, int gesture, Apply apply);

    void undo() override { apply_(before_); }
    void redo() override { apply_(after_); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    SessionSettings before_;
    SessionSettings after_;
    int gesture_;
    Apply apply_;
};

} // namespace sonoloom
