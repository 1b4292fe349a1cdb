// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/images/pairpage.h"

#include "ui/editors/images/imageslot.h"
#include "ui/panels/transportbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/sidescroll.h"

#include <QFileInfo>
#include <QGroupBox>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr int usualWidth = 1280;

} // namespace

PairPage::PairPage(JobBoard& board, QWidget* parent)
    : EditorPage(parent), exports_(board), slots_(new ImageSlots(this)), transport_(new TransportBar(player_, this)), job_(new JobBar(this))
{
    connect(&exports_, &EditorExports::noticed, this, &PairPage::noticed);
    connect(&exports_, &EditorExports::failed, this, &PairPage::failed);
    connect(&player_, &Player::failed, this, &PairPage::failed);
    connect(&player_, &Player::durationChanged, this, &PairPage::applyLoop);
    connect(&axis_, &TimeAxis::selectionChanged, this, &PairPage::applyLoop);
    connect(transport_, &TransportBar::loopToggled, this, &PairPage::applyLoop);
    connect(&player_, &Player::positionChanged, this, [this](double seconds) {
        if (player_.isPlaying())
            axis_.follow(seconds);
    });
}

void PairPage::layOut(QWidget* view, const std::vector<QWidget*>& groups, int sideWidth)
{
    auto* views = new QWidget(this);
    auto* left = new QVBoxLayout(views);
    left->setContentsMargins(spacing::normal, spacing::normal, 0, spacing::normal);
    left->setSpacing(spacing::normal);
    left->addWidget(slots_);
    left->addWidget(view, 1);
    left->addWidget(transport_);
    auto* side = new QWidget(this);
    auto* right = new QVBoxLayout(side);
    right->setContentsMargins(spacing::tight, spacing::normal, spacing::normal, spacing::normal);
    for (QWidget* group : groups)
        right->addWidget(group);
    right->addWidget(job_);
    right->addStretch(1);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(views);
    split->addWidget(new SideScroll(side, this));
    split->setStretchFactor(0, 1);
    split->setSizes({usualWidth - sideWidth, sideWidth});
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(split);
}

QWidget* PairPage::outputs()
{
    if (!outputs_) {
        outputs_ = new QGroupBox(tr("Result"), this);
        new QVBoxLayout(outputs_);
    }
    return outputs_;
}

QPushButton* PairPage::addOutput(const QString& name, const QString& text, const QString& help, std::function<void()> work)
{
    auto* button = new QPushButton(text, outputs());
    button->setObjectName(name);
    button->setToolTip(help);
    connect(button, &QPushButton::clicked, this, std::move(work));
    outputs()->layout()->addWidget(button);
    buttons_.push_back(button);
    return button;
}

void PairPage::setWorkbench(std::function<QString()> source)
{
    slots_->setWorkbench(std::move(source));
}

QString PairPage::stemOf(const PairFiles& files)
{
    return QFileInfo(files[0]).completeBaseName() + QLatin1Char('_') + QFileInfo(files[1]).completeBaseName();
}

void PairPage::applyLoop()
{
    if (!transport_->isLooping())
        player_.setLoop(0, 0);
    else if (axis_.hasSelection())
        player_.setLoop(axis_.selectedFrom(), axis_.selectedTo());
    else
        player_.setLoop(0, player_.duration());
}

} // namespace sonoloom
