// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/spectrogrampainter.h"
#include "ui/spectrogram/timeaxis.h"

#include <qcustomplot.h>

#include <QStringList>

#include <memory>
#include <vector>

namespace sonoloom
{

/// The pixels of a spectrogram inside a plot's axes: our own image instead of a colour map of the plot's, which is
/// ten times slower. Also draws the tiles' borders and the selection.
class SpectrogramLayer : public QCPLayerable
{
    Q_OBJECT

public:
    SpectrogramLayer(QCPAxisRect* area, const TimeAxis& axis);

    void setSpectrogram(std::shared_ptr<const DisplaySpectrogram> spectrogram);
    void setScale(const ColourScale& scale);
    void setTileBorders(std::vector<double> starts, const QStringList& names);
    void setSelectionColour(const QColor& colour) { selectionColour_ = colour; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;
    QRect clipRect() const override { return area_->rect(); }

private:
    void drawImage(QCPPainter* painter);
    void drawBorders(QCPPainter* painter) const;
    void drawSelection(QCPPainter* painter) const;
    int pixelOf(double seconds) const;

    QCPAxisRect* area_;
    const TimeAxis& axis_;
    std::shared_ptr<const DisplaySpectrogram> spectrogram_;
    ColourScale scale_;
    std::vector<double> starts_;
    QStringList names_;
    QColor selectionColour_;

    /// What image_ was painted from.
    struct Painted {
        std::shared_ptr<const DisplaySpectrogram> spectrogram;
        ColourScale scale;
        double from = 0;
        double to = 0;
        QSize size;
        bool operator==(const Painted&) const = default;
    };
    Painted painted_;
    QImage image_;
};

} // namespace sonoloom
