// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/regioneditor.h"

#include "core/pipeline/region/partialtrack.h"
#include "core/pipeline/region/tilegrid.h"
#include "ui/player/player.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sonoloom
{

QString regionOpName(RegionOp op)
{
    switch (op) {
    case RegionOp::Gain: return QCoreApplication::translate("RegionEditor", "gain");
    case RegionOp::Erase: return QCoreApplication::translate("RegionEditor", "erase");
    case RegionOp::Heal: return QCoreApplication::translate("RegionEditor", "heal");
    case RegionOp::Smooth: return QCoreApplication::translate("RegionEditor", "smooth");
    case RegionOp::Paste: return QCoreApplication::translate("RegionEditor", "paste");
    case RegionOp::Shift: return QCoreApplication::translate("RegionEditor", "shift");
    case RegionOp::Mirror: return QCoreApplication::translate("RegionEditor", "mirror");
    case RegionOp::Keep: break;
    }
    return QCoreApplication::translate("RegionEditor", "keep");
}

RegionEditor::RegionEditor(const Parts& parts, QWidget* parent) : QObject(parent), parts_(parts), bar_(new RegionBar(pen_, parent))
{
    connect(&pen_, &RegionPen::strokeBegan, this, &RegionEditor::onStrokeBegan);
    connect(&pen_, &RegionPen::strokeChanged, this, [this] {
        isUnpainted_ = pen_.stroke().has_value();
        paint();
    });
    connect(&pen_, &RegionPen::shifted, this, &RegionEditor::shiftBy);
    connect(&pen_, &RegionPen::stroked, this, &RegionEditor::onStroked);
    connect(&pen_, &RegionPen::selectionChanged, this, &RegionEditor::updateHeard);
    connect(&pen_, &RegionPen::selectionChanged, this, &RegionEditor::stateChanged);
    connect(&parts_.axis, &TimeAxis::selectionChanged, this, &RegionEditor::onAxesSelected);
    connect(&parts_.bands, &FrequencyAxis::selectionChanged, this, &RegionEditor::onAxesSelected);
    connect(&parts_.preview, &PreviewController::tilesChanged, this, &RegionEditor::paint);
    connect(&parts_.session, &Session::editsChanged, this, &RegionEditor::showEdits);
    for (const auto signal : {&Session::opened, &Session::closed})
        connect(&parts_.session, signal, this, [this] {
            copied_.reset();
            pen_.select(std::nullopt);
            hear(HeardRegion::All);
            showEdits();
        });
    connect(bar_, &RegionBar::editRemoved, this, [this](std::size_t index) { parts_.session.removeEdit(index); });
    connect(bar_, &RegionBar::harmonicsChanged, this, [this](int count) {
        auto shape = pen_.selection();
        if (!shape || shape->kind != RegionKind::Harmonics)
            return;
        shape->harmonics = count;
        pen_.select(shape);
    });
}

bool RegionEditor::canEdit() const
{
    return parts_.preview.tiles() && parts_.preview.spectrogram() && takesEdits(*parts_.session.codec());
}

std::optional<RegionShape> RegionEditor::selected() const
{
    if (pen_.selection())
        return pen_.selection();
    const auto spectrogram = parts_.preview.spectrogram();
    if (!parts_.axis.hasSelection() || !spectrogram)
        return std::nullopt;
    RegionShape shape;
    double lowest = 0;
    double highest = 2 * spectrogram->analysis.mel.topHz;
    if (parts_.bands.hasSelection()) {
        const BandPlaces places(*spectrogram, parts_.bands.scale());
        lowest = std::max(0.0, places.hertzAt(parts_.bands.selectedFrom()));
        highest = places.hertzAt(parts_.bands.selectedTo());
    }
    shape.points = {{parts_.axis.selectedFrom(), lowest}, {parts_.axis.selectedTo(), highest}};
    return shape;
}

/// A rectangle takes the place of a lasso or a tone.
void RegionEditor::onAxesSelected()
{
    if (parts_.axis.hasSelection())
        pen_.select(std::nullopt);
    const bool isRectangle = parts_.axis.hasSelection() && parts_.bands.hasSelection();
    pen_.setRectangle(isRectangle ? selected() : std::nullopt);
    updateHeard();
    emit stateChanged();
}

void RegionEditor::clearSelection()
{
    pen_.select(std::nullopt);
    parts_.axis.select(0, 0);
    parts_.bands.select(0, 0);
}

void RegionEditor::onStrokeBegan()
{
    before_ = parts_.session.edits();
    parts_.session.endGesture();
    if (!pen_.isBrush())
        clearSelection();
}

/// What is painted is an edit while it is painted: as soon as the last one is made, the next one begins.
void RegionEditor::paint()
{
    if (!isUnpainted_ || !pen_.isBrush() || !pen_.stroke() || !canEdit() || parts_.preview.isEditing())
        return;
    isUnpainted_ = false;
    RegionEdit edit = bar_->brush();
    edit.shape = *pen_.stroke();
    parts_.session.setEdit(before_, edit, regionOpName(edit.op));
}

void RegionEditor::onStroked(const RegionShape& shape)
{
    isUnpainted_ = false;
    if (shape.kind == RegionKind::Harmonics) {
        selectTone(shape.points.front());
        return;
    }
    if (shape.kind == RegionKind::Rectangle && shape.points.size() == 2)
        selectRectangle(shape);
    if (shape.kind != RegionKind::Brush)
        return;
    if (!canEdit()) {
        emit noticed(tr("There are no mel images whose regions could be edited; open a sound, or choose the format riffusion."));
        return;
    }
    RegionEdit edit = bar_->brush();
    edit.shape = shape;
    parts_.session.setEdit(before_, edit, regionOpName(edit.op));
    parts_.session.endGesture();
}

void RegionEditor::selectTone(const RegionPoint& place)
{
    const auto spectrogram = parts_.preview.spectrogram();
    if (!spectrogram || spectrogram->columns() == 0)
        return;
    RegionShape tone{RegionKind::Harmonics, partialAt(*spectrogram, place)};
    tone.harmonics = bar_->harmonics();
    pen_.select(tone);
}

void RegionEditor::add(RegionEdit edit, const RegionShape& shape)
{
    if (!canEdit()) {
        emit noticed(tr("There are no mel images whose regions could be edited; open a sound, or choose the format riffusion."));
        return;
    }
    edit.shape = shape;
    parts_.session.addEdit(edit, regionOpName(edit.op));
}

void RegionEditor::edit(RegionOp op)
{
    const auto shape = selected();
    if (!shape) {
        emit noticed(tr("Nothing is selected; drag with the tool Region or Lasso, or click a tone with the tool Harmonics."));
        return;
    }
    RegionEdit edit = bar_->numbers();
    if (op == RegionOp::Shift) {
        shiftBy(edit.shiftSeconds, edit.semitones);
        return;
    }
    edit.op = op;
    edit.shiftSeconds = edit.semitones = 0;
    add(edit, *shape);
}

void RegionEditor::mirror(MirrorAxis axis)
{
    const auto shape = selected();
    if (!shape)
        return;
    RegionEdit edit;
    edit.op = RegionOp::Mirror;
    edit.axis = axis;
    add(edit, *shape);
}

void RegionEditor::shiftBy(double seconds, double semitones)
{
    const auto shape = selected();
    if (!shape || (seconds == 0 && semitones == 0))
        return;
    RegionEdit edit = bar_->numbers();
    edit.op = RegionOp::Shift;
    edit.shiftSeconds = seconds;
    edit.semitones = semitones;
    add(edit, *shape);
    selectMoved(*shape, seconds, semitones);
}

/// What was selected, where it is now.
void RegionEditor::selectMoved(const RegionShape& shape, double seconds, double semitones)
{
    const RegionShape there = moved(shape, seconds, semitones);
    if (shape.kind != RegionKind::Rectangle)
        pen_.select(there);
    else if (parts_.bands.hasSelection())
        selectRectangle(there);
    else
        parts_.axis.select(there.points[0].seconds, there.points[1].seconds);
}

void RegionEditor::selectRectangle(const RegionShape& shape)
{
    const auto spectrogram = parts_.preview.spectrogram();
    if (!spectrogram)
        return;
    const BandPlaces places(*spectrogram, parts_.bands.scale());
    parts_.bands.select(places.shareOf(shape.points[0].hertz), places.shareOf(shape.points[1].hertz));
    parts_.axis.select(shape.points[0].seconds, shape.points[1].seconds);
}

void RegionEditor::copy()
{
    copied_ = selected();
    emit stateChanged();
}

void RegionEditor::paste()
{
    if (!copied_)
        return;
    const auto there = selected();
    const double from = boundsOf(*copied_).from;
    RegionEdit edit = bar_->numbers();
    edit.op = RegionOp::Paste;
    edit.semitones = 0;
    edit.shiftSeconds = (there && !(*there == *copied_) ? boundsOf(*there).from : parts_.player.position()) - from;
    add(edit, *copied_);
}

void RegionEditor::showEdits()
{
    QStringList names;
    for (const auto& edit : parts_.session.edits()) {
        const RegionBounds bounds = boundsOf(edit->shape);
        names.append(tr("%1 at %2").arg(regionOpName(edit->op), timeText(std::max(0.0, bounds.from))));
    }
    bar_->setEdits(names);
    emit stateChanged();
}

void RegionEditor::hear(HeardRegion what)
{
    heard_ = selected() ? what : HeardRegion::All;
    updateHeard();
    if (heard_ != HeardRegion::All) {
        parts_.player.switchTo(Side::B);
        if (!parts_.player.isPlaying()) {
            parts_.player.seek(std::max(0.0, boundsOf(*selected()).from));
            parts_.player.play();
        }
    }
    emit stateChanged();
}

/// The mask follows the selection.
void RegionEditor::updateHeard()
{
    const auto shape = selected();
    if (!shape)
        heard_ = HeardRegion::All;
    if (heard_ == HeardRegion::All) {
        parts_.preview.setMask(nullptr);
        return;
    }
    RegionEdit mask;
    mask.op = heard_ == HeardRegion::Selection ? RegionOp::Keep : RegionOp::Erase;
    mask.shape = *shape;
    parts_.preview.setMask(std::make_shared<const RegionEdit>(mask));
}

} // namespace sonoloom
