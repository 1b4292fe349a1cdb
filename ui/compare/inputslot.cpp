// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/inputslot.h"

#include "core/io/audiofile.h"
#include "core/io/imagefile.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

namespace sonoloom
{

namespace
{

QString filePatterns()
{
    QStringList patterns;
    for (const auto* suffixes : {&readableAudioSuffixes(), &readableImageSuffixes()})
        for (const std::string& suffix : *suffixes)
            patterns.append(QStringLiteral("*.") + QString::fromStdString(suffix));
    return patterns.join(QLatin1Char(' '));
}

QString onePath(const QMimeData* mime)
{
    const auto urls = mime->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

InputSlot::InputSlot(const QString& letter, QWidget* parent)
    : QFrame(parent), letter_(letter), name_(new ElidedLabel(this)), open_(new QToolButton(this)), menu_(new QMenu(open_))
{
    setFrameShape(QFrame::StyledPanel);
    setAcceptDrops(true);
    auto* mark = new QLabel(letter, this);
    QFont bold = mark->font();
    bold.setBold(true);
    mark->setFont(bold);
    menu_->addAction(tr("Sound or image …"), this, &InputSlot::pickFile);
    menu_->addAction(tr("Folder of images …"), this, &InputSlot::pickFolder);
    open_->setObjectName(QStringLiteral("open-") + letter.toLower());
    open_->setText(tr("Open"));
    open_->setMenu(menu_);
    open_->setPopupMode(QToolButton::InstantPopup);
    open_->setAccessibleName(tr("Open %1").arg(letter));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::tight, spacing::tight);
    row->addWidget(mark);
    row->addWidget(name_, 1);
    row->addWidget(open_);
    setName({}, {});
}

void InputSlot::setName(const QString& name, const QString& path)
{
    name_->setText(name.isEmpty() ? tr("Drop a sound, an image or a folder of images here") : name);
    name_->setForegroundRole(name.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    setToolTip(path);
    setAccessibleName(letter_ + QStringLiteral(": ") + name_->text());
}

void InputSlot::pickFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a sound or an image to compare"), {},
                                                      tr("Sound and images (%1);;All files (*)").arg(filePatterns()));
    if (!file.isEmpty())
        emit picked(file);
}

void InputSlot::pickFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder of images to compare"));
    if (!folder.isEmpty())
        emit picked(folder);
}

void InputSlot::dragEnterEvent(QDragEnterEvent* event)
{
    if (!onePath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void InputSlot::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    emit picked(onePath(event->mimeData()));
}

} // namespace sonoloom
