// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/images/imageslot.h"

#include "core/io/audiofile.h"
#include "core/io/imagefile.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

namespace sonoloom
{

namespace
{

QString filePatterns(bool soundsOnly)
{
    QStringList patterns;
    auto suffixes = readableAudioSuffixes();
    if (!soundsOnly)
        suffixes.insert(suffixes.begin(), readableImageSuffixes().begin(), readableImageSuffixes().end());
    for (const std::string& suffix : suffixes)
        patterns.append(QStringLiteral("*.") + QString::fromStdString(suffix));
    return patterns.join(QLatin1Char(' '));
}

/// The one file that is dragged, or empty.
QString oneFile(const QMimeData* mime)
{
    const auto urls = mime->urls();
    const bool isOne = urls.size() == 1 && urls.front().isLocalFile() && QFileInfo(urls.front().toLocalFile()).isFile();
    return isOne ? urls.front().toLocalFile() : QString();
}

} // namespace

ImageSlot::ImageSlot(const QString& letter, QWidget* parent)
    : QFrame(parent), letter_(letter), name_(new ElidedLabel(this)), open_(new QToolButton(this)), menu_(new QMenu(open_))
{
    setFrameShape(QFrame::StyledPanel);
    setAcceptDrops(true);
    auto* mark = new QLabel(letter, this);
    QFont bold = mark->font();
    bold.setBold(true);
    mark->setFont(bold);
    pick_ = menu_->addAction(tr("Image or sound …"), this, &ImageSlot::pickFile);
    open_->setObjectName(QStringLiteral("open-") + letter.toLower());
    open_->setText(tr("Open"));
    open_->setMenu(menu_);
    open_->setPopupMode(QToolButton::InstantPopup);
    open_->setAccessibleName(tr("Open %1").arg(letter));
    open_->setToolTip(tr("Choose the image or sound that is %1").arg(letter));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::tight, spacing::tight);
    row->addWidget(mark);
    row->addWidget(name_, 1);
    row->addWidget(open_);
    setFile({});
}

void ImageSlot::setSoundsOnly()
{
    soundsOnly_ = true;
    pick_->setText(tr("Sound …"));
    open_->setToolTip(tr("Choose the sound that is %1").arg(letter_));
    setFile({});
}

void ImageSlot::setFile(const QString& path)
{
    const QString empty = soundsOnly_ ? tr("Drop a sound here") : tr("Drop an image or a sound here");
    name_->setText(path.isEmpty() ? empty : QFileInfo(path).fileName());
    name_->setForegroundRole(path.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    setToolTip(path);
    setAccessibleName(letter_ + QStringLiteral(": ") + name_->text());
}

void ImageSlot::pickFile()
{
    const QString title = soundsOnly_ ? tr("Open a sound as %1") : tr("Open an image or a sound as %1");
    const QString filter = soundsOnly_ ? tr("Sound (%1);;All files (*)") : tr("Images and sound (%1);;All files (*)");
    const QString file = QFileDialog::getOpenFileName(this, title.arg(letter_), {}, filter.arg(filePatterns(soundsOnly_)));
    if (!file.isEmpty())
        emit picked(file);
}

void ImageSlot::dragEnterEvent(QDragEnterEvent* event)
{
    if (!oneFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImageSlot::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    emit picked(oneFile(event->mimeData()));
}

ImageSlots::ImageSlots(QWidget* parent) : QWidget(parent)
{
    auto* swap = new QToolButton(this);
    swap->setObjectName(QStringLiteral("swap"));
    swap->setText(QStringLiteral("⇄"));
    swap->setToolTip(tr("Exchange A and B"));
    swap->setAccessibleName(swap->toolTip());
    connect(swap, &QToolButton::clicked, this, &ImageSlots::swapRequested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (int input = 0; input < 2; ++input) {
        auto*& slot = inputs_[static_cast<std::size_t>(input)];
        slot = new ImageSlot(input == 0 ? QStringLiteral("A") : QStringLiteral("B"), this);
        if (input == 1)
            row->addWidget(swap);
        row->addWidget(slot, 1);
        connect(slot, &ImageSlot::picked, this, [this, input](const QString& path) { emit picked(input, path); });
        slot->menu()->addAction(tr("What is open in the workbench"), this, [this, input] {
            if (const QString path = workbench_ ? workbench_() : QString(); !path.isEmpty())
                emit picked(input, path);
        });
    }
}

void ImageSlots::setSoundsOnly()
{
    for (ImageSlot* input : inputs_)
        input->setSoundsOnly();
}

void ImageSlots::setFiles(const QString& a, const QString& b)
{
    inputs_[0]->setFile(a);
    inputs_[1]->setFile(b);
}

} // namespace sonoloom
