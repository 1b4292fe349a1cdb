// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace sonoloom
{

namespace
{

constexpr int delayMs = 500;
constexpr int barSteps = 1000;
constexpr int barWidth = 120;

} // namespace

JobBar::JobBar(QWidget* parent)
    : QWidget(parent), stage_(new ElidedLabel(this)), bar_(new QProgressBar(this)), cancel_(new QToolButton(this))
{
    bar_->setRange(0, barSteps);
    bar_->setTextVisible(false);
    bar_->setMaximumHeight(12);
    bar_->setFixedWidth(barWidth);
    bar_->setAccessibleName(tr("Progress"));
    cancel_->setText(tr("Cancel"));
    cancel_->setAutoRaise(true);
    cancel_->setToolTip(tr("Stop this; nothing half-written is left"));
    connect(cancel_, &QToolButton::clicked, this, &JobBar::cancelRequested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::normal);
    row->addWidget(stage_, 1);
    row->addWidget(bar_);
    row->addWidget(cancel_);
    delay_.setSingleShot(true);
    delay_.setInterval(delayMs);
    connect(&delay_, &QTimer::timeout, this, &QWidget::show);
    hide();
}

void JobBar::begin(const QString& stage)
{
    stage_->setText(stage);
    bar_->setValue(0);
    if (isHidden())
        delay_.start();
}

void JobBar::setProgress(double fraction, const QString& stage)
{
    bar_->setValue(static_cast<int>(fraction * barSteps));
    stage_->setText(stage);
}

void JobBar::end()
{
    delay_.stop();
    hide();
}

} // namespace sonoloom
