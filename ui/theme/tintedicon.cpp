// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tintedicon.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <algorithm>

namespace sonoloom
{

namespace
{

QColor colourOf(QIcon::Mode mode, const QPalette& palette)
{
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    default:
        return palette.color(QPalette::Active, QPalette::ButtonText);
    }
}

} // namespace

TintedIcon::TintedIcon(const QString& file, const QPalette& palette)
    : drawing_(std::make_shared<QSvgRenderer>(file)), palette_(palette)
{
}

void TintedIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    const double ratio = painter->device()->devicePixelRatioF();
    QPixmap picture = pixmap(rect.size() * ratio, mode, state);
    picture.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect, picture);
}

QPixmap TintedIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State)
{
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    if (!drawing_->isValid())
        return picture;
    QPainter painter(&picture);
    const int side = std::min(size.width(), size.height());
    drawing_->render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), colourOf(mode, palette_));
    return picture;
}

QIconEngine* TintedIcon::clone() const
{
    return new TintedIcon(*this);
}

} // namespace sonoloom
