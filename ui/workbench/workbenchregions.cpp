// SPDX-License-Identifier: GPL-3.0-or-later
// The page's regions: what is drawn over the panes, and the bar of what is done to it.
#include "ui/workbench/workbenchpage.h"

#include "ui/panels/tilesview.h"
#include "ui/regions/regionoverlay.h"
#include "ui/workbench/regioneditor.h"

#include <qcustomplot.h>

namespace sonoloom
{

void WorkbenchPage::buildRegions()
{
    regions_ = new RegionEditor({session_, preview_, player_, axis_, bands_}, this);
    regions_->bar().hide();
    for (const SpectrogramPane pane : spectrogramPanes) {
        SpectrogramView& view = panes_->view(pane);
        new RegionOverlay(regions_->pen(), view.plot(), [this, &view]() -> std::optional<RegionMap> {
            if (!view.spectrogram())
                return std::nullopt;
            return RegionMap(view.picture(), axis_, view.spectrogram(), &bands_);
        });
    }
    TilesView& tiles = panes_->tiles();
    auto* overTiles = new RegionOverlay(regions_->pen(), tiles, [this, &tiles]() -> std::optional<RegionMap> {
        const auto spectrogram = preview_.spectrogram();
        if (!spectrogram || !preview_.tiles())
            return std::nullopt;
        return RegionMap(tiles.rect().adjusted(plotmargin::left, 0, -plotmargin::right, 0), axis_, spectrogram, nullptr);
    });
    overTiles->setObjectName(QStringLiteral("regionOverImages"));
    overTiles->takeRectangles();
    connect(regions_, &RegionEditor::noticed, this, &WorkbenchPage::noticed);
    connect(&preview_, &PreviewController::unmasked, this, [this] {
        if (const auto result = session_.result())
            player_.setSound(Side::B, result->sound);
    });
}

void WorkbenchPage::useTool(DragTool tool)
{
    panes_->setTool(tool);
    regions_->pen().setTool(tool == DragTool::Region ? RegionTool::Rectangle : RegionTool::None);
    regions_->bar().setVisible(tool == DragTool::Region);
}

void WorkbenchPage::useTool(RegionTool tool)
{
    regions_->pen().setTool(tool);
    regions_->bar().show();
}

/// While the bar is there, what is copied, pasted and deleted is the region.
bool WorkbenchPage::edit(EditCommand command)
{
    const bool isRegion = !regions_->bar().isHidden() && regions_->canEdit();
    if (command == EditCommand::SelectNothing) {
        regions_->clearSelection();
        return true;
    }
    if (!isRegion || (command == EditCommand::Paste ? !regions_->hasCopy() : !regions_->selected()))
        return false;
    switch (command) {
    case EditCommand::Paste: regions_->paste(); return true;
    case EditCommand::Copy: regions_->copy(); return true;
    case EditCommand::Delete: regions_->edit(RegionOp::Erase); return true;
    case EditCommand::Cut:
        regions_->copy();
        regions_->edit(RegionOp::Erase);
        return true;
    default: return false;
    }
}

} // namespace sonoloom
