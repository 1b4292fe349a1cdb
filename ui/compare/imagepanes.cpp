// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/imagepanes.h"

#include "ui/compare/imagepane.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace sonoloom
{

ImagePanes::ImagePanes(QWidget* parent)
    : QWidget(parent), a_(new ImagePane(viewport_, tr("A"), this)), b_(new ImagePane(viewport_, tr("B"), this)),
      difference_(new ImagePane(viewport_, tr("Difference"), this))
{
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    for (ImagePane* pane : {a_, b_, difference_}) {
        split->addWidget(pane);
        connect(pane, &ImagePane::pixelHovered, this, &ImagePanes::pixelHovered);
    }
    connect(a_, &ImagePane::dividerMoved, this, &ImagePanes::dividerMoved);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
}

void ImagePanes::setImages(std::shared_ptr<const DrawnImages> images, double gain)
{
    images_ = std::move(images);
    gain_ = gain;
    show();
}

void ImagePanes::setSwiping(bool swiping)
{
    swiping_ = swiping;
    b_->setVisible(!swiping);
    show();
}

void ImagePanes::setDivider(double share)
{
    a_->setDivider(share);
}

void ImagePanes::show()
{
    const auto part = [this](const Image ImageComparison::*image, const QImage DrawnImages::*picture) {
        return images_ ? PaneImage{std::shared_ptr<const Image>(images_, &(images_->comparison.*image)), (*images_).*picture}
                       : PaneImage{};
    };
    const auto nameOf = [](const std::filesystem::path& file) { return QString::fromStdString(file.filename().string()); };
    const QString nameA = images_ ? nameOf(images_->comparison.files.a) : QString();
    const QString nameB = images_ ? nameOf(images_->comparison.files.b) : QString();
    a_->setTitle(swiping_ ? tr("A  %1 | B  %2").arg(nameA, nameB) : tr("A  %1").arg(nameA));
    b_->setTitle(tr("B  %1").arg(nameB));
    difference_->setTitle(tr("Difference × %1").arg(gain_));
    a_->setImage(part(&ImageComparison::a, &DrawnImages::a));
    a_->setOther(swiping_ ? part(&ImageComparison::b, &DrawnImages::b) : PaneImage{});
    b_->setImage(part(&ImageComparison::b, &DrawnImages::b));
    difference_->setImage(part(&ImageComparison::difference, &DrawnImages::difference));
}

} // namespace sonoloom
