// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shape/pixelhistogram.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int values = 256;
constexpr int plotHeight = 72;
constexpr int clippedWidth = 14;

/// A channel's line; styles differ so that no colour is needed to tell them apart.
struct Look {
    QString name;
    QColor colour;
    Qt::PenStyle style;
};

Look lookOf(PixelSpread::Channel channel, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (channel) {
    case PixelSpread::Channel::Left:
        return {PixelHistogram::tr("left"), dark ? 0xff6fb4ff : 0xff1f6fc0, Qt::SolidLine};
    case PixelSpread::Channel::Right:
        return {PixelHistogram::tr("right"), dark ? 0xffffb060 : 0xffb05a00, Qt::DashLine};
    case PixelSpread::Channel::Red:
        return {PixelHistogram::tr("red"), dark ? 0xffff8080 : 0xffc02020, Qt::SolidLine};
    case PixelSpread::Channel::Green:
        return {PixelHistogram::tr("green"), dark ? 0xff80e080 : 0xff208020, Qt::DashLine};
    case PixelSpread::Channel::Blue:
        return {PixelHistogram::tr("blue"), dark ? 0xff90b0ff : 0xff3050d0, Qt::DotLine};
    case PixelSpread::Channel::Grey:
        break;
    }
    return {QString(), palette.color(QPalette::WindowText), Qt::SolidLine};
}

QString percent(double share)
{
    if (share == 0)
        return PixelHistogram::tr("0 %");
    if (share < 0.0001)
        return PixelHistogram::tr("less than 0.01 %");
    return PixelHistogram::tr("%1 %").arg(share * 100, 0, 'f', 2);
}

double clippedShare(const EncodeReport& report)
{
    return report.pixels == 0 ? 0.0 : static_cast<double>(report.clippedPixels) / static_cast<double>(report.pixels);
}

QString factsOf(const TilePreview& tiles)
{
    const PixelSpread& spread = *tiles.spread;
    const bool clippingIsKnown = tiles.report.pixels > 0;
    const QString share = clippingIsKnown ? PixelHistogram::tr("%1 clipped").arg(percent(clippedShare(tiles.report)))
                                          : PixelHistogram::tr("%1 are 0").arg(percent(spread.shareOf(0)));
    QString text = PixelHistogram::tr("%1, range used %2 to %3").arg(share).arg(spread.least()).arg(spread.greatest());
    if (spread.rowStep > 1)
        text += PixelHistogram::tr(" (of each %1 rows one is counted)").arg(spread.rowStep);
    return text;
}

} // namespace

PixelHistogram::PixelHistogram(QWidget* parent) : QWidget(parent), facts_(new QLabel(this))
{
    setObjectName(QStringLiteral("histogram"));
    setAccessibleName(tr("Spread of the pixels"));
    facts_->setObjectName(QStringLiteral("histogramFacts"));
    facts_->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, plotHeight + fontMetrics().height() + spacing::tight, 0, 0);
    column->addWidget(facts_);
    hide();
}

void PixelHistogram::setTiles(std::shared_ptr<const TilePreview> tiles)
{
    tiles_ = tiles && tiles->spread && tiles->spread->total() > 0 ? std::move(tiles) : nullptr;
    facts_->setText(tiles_ ? factsOf(*tiles_) : QString());
    setAccessibleDescription(facts_->text());
    setVisible(tiles_ != nullptr);
    update();
}

QString PixelHistogram::facts() const
{
    return facts_->text();
}

QRect PixelHistogram::plotArea() const
{
    return {0, 0, width(), plotHeight};
}

void PixelHistogram::paintEvent(QPaintEvent*)
{
    if (!tiles_)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect plot = plotArea();
    painter.fillRect(plot, palette().base());
    paintBars(painter, plot.adjusted(1, 2, -1, -1));
    paintClipped(painter, plot.adjusted(1, 1, -1, -1));
    paintLegend(painter, plot);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(plot).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect numbers(0, plot.bottom() + 2, width(), fontMetrics().height());
    painter.drawText(numbers, Qt::AlignLeft, tr("0, loud"));
    painter.drawText(numbers, Qt::AlignHCenter, QStringLiteral("128"));
    painter.drawText(numbers, Qt::AlignRight, tr("quiet, 255"));
}

void PixelHistogram::paintBars(QPainter& painter, const QRect& plot) const
{
    std::uint64_t most = 1;
    for (const PixelSpread::Counts& counts : tiles_->spread->channels)
        most = std::max(most, *std::ranges::max_element(counts.values));
    const double unit = plot.height() / std::log1p(static_cast<double>(most));
    const double step = static_cast<double>(plot.width()) / values;
    for (const PixelSpread::Counts& counts : tiles_->spread->channels) {
        QPainterPath outline(QPointF(plot.left(), plot.bottom() + 1));
        for (int value = 0; value < values; ++value) {
            const double y = plot.bottom() + 1 - unit * std::log1p(static_cast<double>(counts.values[static_cast<std::size_t>(value)]));
            outline.lineTo(plot.left() + value * step, y);
            outline.lineTo(plot.left() + (value + 1) * step, y);
        }
        outline.lineTo(plot.right() + 1, plot.bottom() + 1);
        const Look look = lookOf(counts.channel, palette());
        QColor fill = look.colour;
        fill.setAlpha(60);
        painter.fillPath(outline, fill);
        painter.strokePath(outline, QPen(look.colour, 1, look.style));
    }
}

/// A hatched strip with an exclamation mark where pixels were cut off.
void PixelHistogram::paintClipped(QPainter& painter, const QRect& plot) const
{
    if (tiles_->report.clippedPixels == 0)
        return;
    const QRect strip(plot.left(), plot.top(), clippedWidth, plot.height());
    const QColor warning = warningColour(palette());
    painter.fillRect(strip, QBrush(warning, Qt::BDiagPattern));
    painter.setPen(QPen(warning, 1));
    painter.drawLine(strip.topRight(), strip.bottomRight());
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(strip.adjusted(clippedWidth + 3, 0, clippedWidth + 3, 0), Qt::AlignTop | Qt::AlignLeft, QStringLiteral("!"));
    painter.setFont(font());
}

void PixelHistogram::paintLegend(QPainter& painter, const QRect& plot) const
{
    int right = plot.right() - spacing::tight;
    const auto& channels = tiles_->spread->channels;
    for (auto counts = channels.rbegin(); counts != channels.rend(); ++counts) {
        const Look look = lookOf(counts->channel, palette());
        if (look.name.isEmpty())
            continue;
        const int width = fontMetrics().horizontalAdvance(look.name);
        const int height = fontMetrics().height();
        QColor under = palette().color(QPalette::Base);
        under.setAlpha(190);
        painter.fillRect(QRect(right - width - spacing::tight - 20, plot.top() + 2, width + spacing::tight + 22, height), under);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(right - width, plot.top() + 2, width, height), Qt::AlignVCenter, look.name);
        right -= width + spacing::tight;
        painter.setPen(QPen(look.colour, 2, look.style));
        painter.drawLine(right - 18, plot.top() + 2 + height / 2, right, plot.top() + 2 + height / 2);
        right -= 18 + spacing::normal;
    }
}

QString PixelHistogram::tipAt(const QPoint& point) const
{
    if (!tiles_ || !plotArea().contains(point))
        return tr("How often each pixel value occurs in all images, on a logarithmic scale: 0 is the loudest, 255 silence");
    const int value = std::clamp(point.x() * values / std::max(1, width()), 0, values - 1);
    return tr("Value %1: %2 of the pixels").arg(value).arg(percent(tiles_->spread->shareOf(value)));
}

bool PixelHistogram::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

} // namespace sonoloom
