// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compared.h"
#include "ui/compare/imageviewport.h"

#include <QWidget>

#include <memory>

namespace sonoloom
{

class ImagePane;

/// A pair of images and their difference, locked in place and size.
class ImagePanes : public QWidget
{
    Q_OBJECT

public:
    explicit ImagePanes(QWidget* parent = nullptr);

    /// Null: none. @param gain by which the difference was multiplied
    void setImages(std::shared_ptr<const DrawnImages> images, double gain);
    /// One pane with a divider instead of A and B.
    void setSwiping(bool swiping);
    void setDivider(double share);

    ImageViewport& viewport() { return viewport_; }
    ImagePane& paneA() { return *a_; }
    ImagePane& paneB() { return *b_; }
    ImagePane& differencePane() { return *difference_; }

signals:
    void pixelHovered(const QString& text);
    void dividerMoved(double share);

private:
    void show();

    ImageViewport viewport_;
    ImagePane* a_;
    ImagePane* b_;
    ImagePane* difference_;
    std::shared_ptr<const DrawnImages> images_;
    double gain_ = 1;
    bool swiping_ = false;
};

} // namespace sonoloom
