// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/spectrogrampainter.h"

#include <QString>

#include <array>
#include <optional>

namespace sonoloom
{

/// The spectrograms of the workbench, from top to bottom.
enum class SpectrogramPane { Original, Result, Difference };
inline constexpr std::array spectrogramPanes{SpectrogramPane::Original, SpectrogramPane::Result, SpectrogramPane::Difference};

/// For settings: "original", "result", "difference".
QString paneId(SpectrogramPane pane);

/// How a pane's levels become colours, as the user sets it.
struct PaneColours {
    ColourMap map = ColourMap::Magma;
    int rangeDb = 80;
    int gainDb = 0; ///< brightens: everything is shown as that much louder
    bool operator==(const PaneColours&) const = default;

    ColourScale scale(double loudestDb) const { return {map, loudestDb - gainDb, static_cast<double>(rangeDb)}; }
};

/// The colours of all panes: those they share, and those of panes that have their own.
class PaneScales
{
public:
    PaneColours of(SpectrogramPane pane) const { return own_[index(pane)].value_or(shared_); }
    const PaneColours& shared() const { return shared_; }
    void setShared(const PaneColours& colours) { shared_ = colours; }
    bool hasOwn(SpectrogramPane pane) const { return own_[index(pane)].has_value(); }
    /// Nothing: linked to the shared ones.
    void setOwn(SpectrogramPane pane, const std::optional<PaneColours>& colours) { own_[index(pane)] = colours; }

    /// Of panes with their own: "result=grey/80/0;difference=inferno/40/0".
    QString text() const;
    /// What text() gave; parts that cannot be are passed over.
    void setText(const QString& text);
    bool operator==(const PaneScales&) const = default;

private:
    static std::size_t index(SpectrogramPane pane) { return static_cast<std::size_t>(pane); }

    PaneColours shared_;
    std::array<std::optional<PaneColours>, 3> own_;
};

} // namespace sonoloom
