// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/contactsheet.h"

#include "core/io/paintedimage.h"

#include <QFont>
#include <QPainter>

#include <algorithm>
#include <cassert>

namespace sonoloom
{

namespace
{

// Distances in pixels.
constexpr int margin = 24;
constexpr int gap = 20;
constexpr int titleHeight = 44;
constexpr QSize pictureSize{280, 160};
constexpr int textSize = 14;
constexpr int lineHeight = 19;
constexpr int titleSize = 18;
constexpr int cellHeight = 160 + 6 + sheetLines * lineHeight;

void setLetters(QPainter& painter, int pixels, bool bold)
{
    QFont font = painter.font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    painter.setFont(font);
}

/// The picture in the middle of its place.
void drawPicture(QPainter& painter, const Image& picture, const QRect& place)
{
    painter.setPen(QColor(170, 170, 170));
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
    if (picture.samples.empty())
        return;
    QImage shown = paintable(picture);
    if (shown.width() > place.width() || shown.height() > place.height())
        shown = shown.scaled(place.size(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(place.center() - shown.rect().center(), shown);
}

void drawLines(QPainter& painter, const std::vector<std::string>& lines, QRect room)
{
    painter.setPen(QColor(40, 40, 40));
    for (std::size_t i = 0; i < lines.size() && room.height() >= lineHeight; ++i) {
        setLetters(painter, textSize, i == 0);
        const QString text = QString::fromStdString(lines[i]);
        QRect used;
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &used);
        room.setTop(room.top() + std::max(lineHeight, used.height()));
    }
}

} // namespace

Image drawSheet(const ContactSheet& sheet)
{
    assert(sheet.columns > 0 && !sheet.cells.empty());
    const int columns = static_cast<int>(sheet.columns);
    const int rows = static_cast<int>((sheet.cells.size() + sheet.columns - 1) / sheet.columns);
    QImage canvas(2 * margin + columns * (pictureSize.width() + gap) - gap, titleHeight + margin + rows * (cellHeight + gap) - gap + margin / 2,
                  QImage::Format_RGB888);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    painter.setPen(QColor(40, 40, 40));
    setLetters(painter, titleSize, true);
    const int titleWidth = canvas.width() - 2 * margin;
    painter.drawText(QRect(margin, 14, titleWidth, titleSize + 10), Qt::AlignLeft,
                     painter.fontMetrics().elidedText(QString::fromStdString(sheet.title), Qt::ElideMiddle, titleWidth));
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        const int row = static_cast<int>(i / sheet.columns);
        const int column = static_cast<int>(i % sheet.columns);
        const QPoint corner(margin + column * (pictureSize.width() + gap), titleHeight + margin / 2 + row * (cellHeight + gap));
        drawPicture(painter, sheet.cells[i].picture, {corner, pictureSize});
        const QRect room(corner.x(), corner.y() + pictureSize.height() + 6, pictureSize.width(), sheetLines * lineHeight);
        painter.setClipRect(room.adjusted(0, 0, gap / 2, 0));
        drawLines(painter, sheet.cells[i].lines, room);
        painter.setClipping(false);
    }
    painter.end();
    return paintedImage(canvas);
}

} // namespace sonoloom
