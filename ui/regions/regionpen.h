// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionshape.h"

#include <QObject>

#include <optional>

namespace sonoloom
{

/// What the left button draws in the panes.
enum class RegionTool {
    None,      ///< nothing: it is the panes' own
    Rectangle, ///< selects time and frequency; spectrograms do that by themselves
    Lasso,     ///< selects what it goes around
    Brush,     ///< paints louder or softer
    Erase,     ///< paints silence
    Harmonics  ///< selects a tone with its harmonics
};

/// How far a brush reaches around a point.
struct BrushReach {
    double ms = 0;
    double mels = 0;
};

/// What is drawn in the panes, in all of them together: the shape that is being drawn, the one that is selected, and the
/// brush. It draws values; what becomes of them others decide.
class RegionPen : public QObject
{
    Q_OBJECT

public:
    static constexpr int leastRadius = 2;
    static constexpr int greatestRadius = 200;

    explicit RegionPen(QObject* parent = nullptr) : QObject(parent) {}

    RegionTool tool() const { return tool_; }
    /// Gives up what is being drawn.
    void setTool(RegionTool tool);
    bool isBrush() const { return tool_ == RegionTool::Brush || tool_ == RegionTool::Erase; }

    /// Of the brush, in pixels of the screen.
    int radius() const { return radius_; }
    void setRadius(int pixels);

    /// A lasso or a tone; a rectangle is the axes' own.
    const std::optional<RegionShape>& selection() const { return selection_; }
    void select(std::optional<RegionShape> shape);
    /// The rectangle, for panes that do not show the axes' own; nothing: none.
    const std::optional<RegionShape>& rectangle() const { return rectangle_; }
    void setRectangle(std::optional<RegionShape> shape);

    /// Draws from here on. @param reach of the brush there
    void begin(const RegionPoint& point, const BrushReach& reach);
    void extend(const RegionPoint& point);
    void finish();
    /// Takes hold of what is selected at a point, to be moved by extend(); by whole semitones.
    void grab(const RegionPoint& point);
    /// What is selected: a lasso, a tone or the rectangle.
    const std::optional<RegionShape>& selected() const { return selection_ ? selection_ : rectangle_; }
    /// What is being drawn; nothing between strokes.
    const std::optional<RegionShape>& stroke() const { return stroke_; }

signals:
    void toolChanged();
    void radiusChanged(int pixels);
    void selectionChanged();
    /// stroke() began, grew or ended.
    void strokeChanged();
    void strokeBegan();
    /// It is complete.
    void stroked(const sonoloom::RegionShape& shape);
    /// What was selected was moved so far.
    void shifted(double seconds, double semitones);

private:
    bool isFarEnough(const RegionPoint& point) const;
    void moveTo(const RegionPoint& point);

    RegionTool tool_ = RegionTool::None;
    int radius_ = 14;
    std::optional<RegionShape> stroke_;
    /// What is being moved, and from where.
    struct Grabbed {
        RegionShape shape;
        RegionPoint from;
        double seconds = 0;
        double semitones = 0;
    };
    std::optional<Grabbed> grabbed_;
    std::optional<RegionShape> selection_;
    std::optional<RegionShape> rectangle_;
};

} // namespace sonoloom
