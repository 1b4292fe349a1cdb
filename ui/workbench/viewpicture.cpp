// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/viewpicture.h"

#include "ui/panels/tilesview.h"
#include "ui/spectrogram/overviewstrip.h"
#include "ui/spectrogram/waveformview.h"
#include "ui/workbench/viewpanes.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

#include <qcustomplot.h>

#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int margin = 12;
constexpr int lineHeight = 22;
constexpr int legendWidth = 150; // pixels of a colour bar
constexpr int legendHeight = 10;
constexpr int colourSteps = 256;

/// Paints the panes in sight below each other.
class Sheet
{
public:
    Sheet(ViewPanes& panes, const QString& heading) : panes_(panes), heading_(heading) {}

    QSize size() const
    {
        int height = 2 * margin + lineHeight;
        for (const Pane pane : panes)
            if (panes_.isPaneVisible(pane))
                height += panes_.paneWidget(pane)->height() + margin;
        return {panes_.width() + 2 * margin, height + legends() * (lineHeight + legendHeight)};
    }

    void paint(QPainter& painter)
    {
        const QPalette palette = panes_.palette();
        painter.setFont(panes_.font());
        painter.fillRect(QRect({}, size()), palette.color(QPalette::Window));
        painter.setPen(palette.color(QPalette::WindowText));
        painter.drawText(QRect(margin, margin, panes_.width(), lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(heading_, Qt::ElideRight, panes_.width()));
        int y = margin + lineHeight;
        for (const Pane pane : panes)
            if (panes_.isPaneVisible(pane))
                y += paintPane(painter, pane, y) + margin;
        paintLegends(painter, y);
    }

private:
    /// One for the sounds; one more where the difference is in sight, which counts otherwise.
    int legends() const { return panes_.isPaneVisible(Pane::Difference) ? 2 : 1; }

    int paintPane(QPainter& painter, Pane pane, int y)
    {
        QWidget* widget = panes_.paneWidget(pane);
        painter.save();
        painter.translate(margin, y);
        if (auto* view = qobject_cast<SpectrogramView*>(widget))
            paintSpectrogramPane(painter, *view);
        else
            widget->render(&painter, {}, {}, QWidget::DrawChildren);
        painter.restore();
        return widget->height();
    }

    static void paintSpectrogramPane(QPainter& painter, SpectrogramView& view)
    {
        QCustomPlot& plot = view.plot();
        painter.setPen(view.palette().color(QPalette::WindowText));
        painter.drawText(QRect(plotmargin::left, 0, view.width() - plotmargin::left, plot.y()), Qt::AlignLeft | Qt::AlignVCenter, view.accessibleName());
        painter.drawText(QRect(plotmargin::left, 0, view.width() - plotmargin::left - plotmargin::right, plot.y()), Qt::AlignRight | Qt::AlignVCenter, view.badge());
        painter.translate(plot.pos());
        QPicture picture;
        QCPPainter recorder(&picture);
        plot.toPainter(&recorder, plot.width(), plot.height());
        recorder.end();
        painter.drawPicture(0, 0, picture);
    }

    void paintLegends(QPainter& painter, int y)
    {
        paintLegend(painter, y, panes_.view(SpectrogramPane::Original).colourScale(), QObject::tr("dB, a full-scale sine being 0"));
        if (legends() == 2)
            paintLegend(painter, y + lineHeight + legendHeight, panes_.view(SpectrogramPane::Difference).colourScale(), QObject::tr("dB apart"));
    }

    static void paintLegend(QPainter& painter, int y, const ColourScale& scale, const QString& unit)
    {
        const double step = static_cast<double>(legendWidth) / colourSteps;
        for (int i = 0; i < colourSteps; ++i) {
            const Colour colour = colourTable(scale.map)[static_cast<std::size_t>(i)];
            painter.fillRect(QRectF(margin + plotmargin::left + i * step, y, step + 0.5, legendHeight), QColor(colour.red, colour.green, colour.blue));
        }
        const QRect text(margin + plotmargin::left + legendWidth + margin, y - (lineHeight - legendHeight) / 2, 400, lineHeight);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QObject::tr("%1 to %2 %3").arg(scale.topDb - scale.rangeDb).arg(scale.topDb).arg(unit));
    }

    ViewPanes& panes_;
    QString heading_;
};

} // namespace

QImage viewPicture(ViewPanes& panes, const QString& heading, double scale)
{
    Sheet sheet(panes, heading);
    QImage image(sheet.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    sheet.paint(painter);
    return image;
}

QByteArray viewSvg(ViewPanes& panes, const QString& heading)
{
    Sheet sheet(panes, heading);
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&bytes);
    generator.setSize(sheet.size());
    generator.setViewBox(QRect({}, sheet.size()));
    generator.setTitle(heading);
    QPainter painter(&generator);
    sheet.paint(painter);
    painter.end();
    return bytes.data();
}

} // namespace sonoloom
