// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/panelpicture.h"

#include "core/io/paintedimage.h"

#include <QFont>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sonoloom
{

namespace
{

// Distances in pixels.
constexpr int leftMargin = 78;
constexpr int rightMargin = 108;
constexpr int topMargin = 48;
constexpr int bottomMargin = 60;
constexpr int panelGap = 40;
constexpr int keyGap = 18;
constexpr int keyWidth = 18;
constexpr int tickLength = 5;
constexpr int textSize = 14;
constexpr int titleSize = 18;
constexpr int letterSize = 30; // on a picture
constexpr int outerMargin = 24;      // side by side
constexpr int leastPanelWidth = 200; // room for its title
constexpr int keyTextWidth = 64;

void setTextSize(QPainter& painter, int pixels, bool bold = false)
{
    QFont font = painter.font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    painter.setFont(font);
}

enum class Side { Left, Right };

/// Ticks and their texts along the left or right edge of `area`.
void drawVerticalTicks(QPainter& painter, const QRect& area, const std::vector<AxisTick>& ticks, Side side)
{
    for (const AxisTick& tick : ticks) {
        const int y = area.bottom() - static_cast<int>(std::lround(tick.place * (area.height() - 1)));
        const int edge = side == Side::Left ? area.left() - 1 : area.right() + 1;
        const int out = side == Side::Left ? -tickLength : tickLength;
        painter.drawLine(edge, y, edge + out, y);
        const int textLeft = side == Side::Left ? 0 : edge + out + 3;
        const int textRight = side == Side::Left ? edge + out - 3 : textLeft + rightMargin;
        painter.drawText(QRect(textLeft, y - textSize, textRight - textLeft, 2 * textSize),
                         Qt::AlignVCenter | (side == Side::Left ? Qt::AlignRight : Qt::AlignLeft),
                         QString::fromStdString(tick.text));
    }
}

void drawHorizontalTicks(QPainter& painter, const QRect& area, const PanelPicture& picture)
{
    for (const AxisTick& tick : picture.ticks) {
        const int x = area.left() + static_cast<int>(std::lround(tick.place * (area.width() - 1)));
        painter.drawLine(x, area.bottom() + 1, x, area.bottom() + 1 + tickLength);
        painter.drawText(QRect(x - 50, area.bottom() + tickLength + 3, 100, textSize + 6), Qt::AlignHCenter,
                         QString::fromStdString(tick.text));
    }
    painter.drawText(QRect(area.left(), area.bottom() + tickLength + textSize + 8, area.width(), textSize + 8),
                     Qt::AlignHCenter, QString::fromStdString(picture.axisTitle));
}

void drawKey(QPainter& painter, const PicturePanel& panel, const QRect& area)
{
    if (panel.key.samples.empty())
        return;
    const QRect key(area.right() + keyGap, area.top(), keyWidth, area.height());
    painter.drawImage(key, paintable(panel.key));
    painter.drawRect(key.adjusted(-1, -1, 0, 0));
    drawVerticalTicks(painter, key, panel.keyTicks, Side::Right);
}

QString elided(const QPainter& painter, const std::string& text, int width)
{
    return painter.fontMetrics().elidedText(QString::fromStdString(text), Qt::ElideMiddle, width);
}

void drawPanel(QPainter& painter, const PicturePanel& panel, const QRect& area, int titleWidth)
{
    painter.drawImage(area.topLeft(), paintable(panel.plot));
    painter.drawRect(area.adjusted(-1, -1, 0, 0));
    setTextSize(painter, textSize, true);
    painter.drawText(QRect(area.left(), area.top() - textSize - 12, titleWidth, textSize + 8), Qt::AlignLeft,
                     elided(painter, panel.title, titleWidth));
    setTextSize(painter, textSize);
    drawVerticalTicks(painter, area, panel.ticks, Side::Left);
    drawKey(painter, panel, area);
}

void drawTitle(QPainter& painter, const PanelPicture& picture, int left, int width)
{
    painter.setPen(QColor(40, 40, 40));
    setTextSize(painter, titleSize, true);
    painter.drawText(QRect(left, 14, width, titleSize + 10), Qt::AlignLeft, elided(painter, picture.title, width));
}

Image drawBelow(const PanelPicture& picture)
{
    const int plotWidth = picture.panels.front().plot.width;
    int height = topMargin + bottomMargin;
    for (const PicturePanel& panel : picture.panels)
        height += panel.plot.height + panelGap;
    QImage canvas(leftMargin + plotWidth + rightMargin, height, QImage::Format_RGB888);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    drawTitle(painter, picture, leftMargin, plotWidth);
    QRect area(leftMargin, topMargin, plotWidth, 0);
    for (const PicturePanel& panel : picture.panels) {
        area = QRect(leftMargin, area.bottom() + 1 + panelGap, plotWidth, panel.plot.height);
        drawPanel(painter, panel, area, plotWidth);
    }
    drawHorizontalTicks(painter, area, picture);
    painter.end();
    return paintedImage(canvas);
}

int panelWidth(const PicturePanel& panel)
{
    const int key = panel.key.samples.empty() ? 0 : keyGap + keyWidth + tickLength + keyTextWidth;
    return std::max(panel.plot.width + key, leastPanelWidth);
}

Image drawBeside(const PanelPicture& picture)
{
    int width = 2 * outerMargin - panelGap;
    for (const PicturePanel& panel : picture.panels)
        width += panelWidth(panel) + panelGap;
    const int plotTop = topMargin + panelGap;
    const int height = plotTop + picture.panels.front().plot.height + outerMargin;
    QImage canvas(width, height, QImage::Format_RGB888);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    drawTitle(painter, picture, outerMargin, width - 2 * outerMargin);
    int left = outerMargin;
    for (const PicturePanel& panel : picture.panels) {
        drawPanel(painter, panel, QRect(left, plotTop, panel.plot.width, panel.plot.height), panelWidth(panel));
        left += panelWidth(panel) + panelGap;
    }
    painter.end();
    return paintedImage(canvas);
}

} // namespace

Image drawPanels(const PanelPicture& picture)
{
    assert(!picture.panels.empty());
    return picture.order == PanelOrder::Beside ? drawBeside(picture) : drawBelow(picture);
}

Image withTexts(const Image& image, const std::vector<PictureText>& texts)
{
    QImage canvas = paintable(image);
    QPainter painter(&canvas);
    setTextSize(painter, letterSize, true);
    for (const PictureText& text : texts) {
        painter.setPen(QColor::fromRgb(text.colour));
        painter.drawText(text.left, text.baseline, QString::fromStdString(text.text));
    }
    painter.end();
    return paintedImage(canvas);
}

} // namespace sonoloom
