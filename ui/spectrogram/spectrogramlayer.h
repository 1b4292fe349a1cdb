// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/frequencyaxis.h"
#include "ui/spectrogram/spectrogrampainter.h"
#include "ui/spectrogram/timeaxis.h"

#include <qcustomplot.h>

#include <QLine>
#include <QStringList>

#include <memory>
#include <vector>

namespace sonoloom
{

/// The pixels of a spectrogram inside a plot's axes: our own image instead of a colour map of the plot's, which is
/// ten times slower. Also draws the tiles' borders, the selection and, right of a divider, another spectrogram.
class SpectrogramLayer : public QCPLayerable
{
    Q_OBJECT

public:
    SpectrogramLayer(QCPAxisRect* area, const TimeAxis& axis, const FrequencyAxis& bands);

    void setSpectrogram(std::shared_ptr<const DisplaySpectrogram> spectrogram);
    /// Shown instead of the first one right of the divider; null: none.
    void setOther(std::shared_ptr<const DisplaySpectrogram> other);
    /// Where the divider stands, 0 (left) to 1.
    void setDivider(double share) { divider_ = share; }
    double divider() const { return divider_; }
    bool hasOther() const { return other_.spectrogram != nullptr; }
    void setScale(const ColourScale& scale);
    const ColourScale& scale() const { return scale_; }
    void setTileBorders(std::vector<double> starts, const QStringList& names);
    void setMarkers(std::vector<double> seconds, const QStringList& names);
    /// Null: none.
    void setMeasure(const QLine& line) { measure_ = line; }
    void setSelectionColour(const QColor& colour) { selectionColour_ = colour; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;
    QRect clipRect() const override { return area_->rect(); }

private:
    struct Picture;
    void drawImage(QCPPainter* painter, Picture& picture, const QRect& part);
    void drawDivider(QCPPainter* painter) const;
    void drawBorders(QCPPainter* painter) const;
    void drawMarkers(QCPPainter* painter) const;
    void drawMeasure(QCPPainter* painter) const;
    void drawSelection(QCPPainter* painter) const;
    int pixelOf(double seconds) const;
    int pixelOfPlace(double place) const;

    QCPAxisRect* area_;
    const TimeAxis& axis_;
    const FrequencyAxis& bands_;
    ColourScale scale_;
    double divider_ = 0.5;
    std::vector<double> starts_;
    QStringList names_;
    std::vector<double> markers_;
    QStringList markerNames_;
    QLine measure_;
    QColor selectionColour_;

    /// What an image was painted from.
    struct Painted {
        std::shared_ptr<const DisplaySpectrogram> spectrogram;
        ColourScale scale;
        PaintedPart part;
        QSize size;
        bool operator==(const Painted&) const = default;
    };
    struct Picture {
        std::shared_ptr<const DisplaySpectrogram> spectrogram;
        Painted painted;
        QImage image;
    };
    Picture first_;
    Picture other_;
};

} // namespace sonoloom
