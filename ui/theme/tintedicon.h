// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>
#include <QPalette>

#include <memory>

class QSvgRenderer;

namespace sonoloom
{

/// A drawing of which only the shape counts, in the palette's text colours: as of a button, of one that is disabled, or
/// of what is selected. Drawn anew for every size, so that no pixel is a scaled one.
class TintedIcon final : public QIconEngine
{
public:
    /// @param file an SVG; one that cannot be read gives an empty icon
    TintedIcon(const QString& file, const QPalette& palette);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;

private:
    std::shared_ptr<QSvgRenderer> drawing_;
    QPalette palette_;
};

} // namespace sonoloom
