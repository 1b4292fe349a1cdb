// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/jobrow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int barSteps = 1000;
constexpr int barWidth = 160;
constexpr int stateWidth = 110;

QToolButton* button(const QString& text, const QString& help, QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setText(text);
    made->setToolTip(help);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

} // namespace

QString roughTime(double seconds)
{
    const auto whole = static_cast<long long>(std::max(1.0, std::ceil(seconds)));
    if (whole < 60)
        return JobRow::tr("%1 s").arg(whole);
    const auto minutes = (whole + 30) / 60;
    return minutes < 60 ? JobRow::tr("%1 min").arg(minutes) : JobRow::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

JobRow::JobRow(QWidget* parent)
    : QWidget(parent), what_(new ElidedLabel(this)), bar_(new QProgressBar(this)), state_(new QLabel(this)), sentence_(new QLabel(this)),
      stop_(button(tr("Stop"), tr("Stop this; nothing half-written is left"), this)),
      show_(button(tr("Show"), tr("Open the folder that the files are in"), this))
{
    QFont bold = font();
    bold.setBold(true);
    what_->setFont(bold);
    bar_->setRange(0, barSteps);
    bar_->setTextVisible(false);
    bar_->setMaximumHeight(12);
    bar_->setFixedWidth(barWidth);
    state_->setMinimumWidth(stateWidth);
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    stop_->setObjectName(QStringLiteral("stop-job"));
    show_->setObjectName(QStringLiteral("show-job"));
    sentence_->setObjectName(QStringLiteral("sentence"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::normal);
    grid->setVerticalSpacing(spacing::tight);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 2);
    grid->addWidget(what_, 0, 0);
    grid->addWidget(sentence_, 0, 1);
    grid->addWidget(bar_, 0, 2);
    grid->addWidget(state_, 0, 3);
    for (QToolButton* each : {stop_, show_}) // one of them at a time
        grid->addWidget(each, 0, 4);
    grid->setColumnMinimumWidth(4, std::max(stop_->sizeHint().width(), show_->sizeHint().width()));
    connect(stop_, &QToolButton::clicked, this, &JobRow::stopRequested);
    connect(show_, &QToolButton::clicked, this, &JobRow::showRequested);
}

void JobRow::setJob(const ListedJob& job, std::optional<double> secondsLeft)
{
    what_->setText(job.what);
    bar_->setValue(static_cast<int>(job.fraction * barSteps));
    bar_->setVisible(job.isActive());
    bar_->setAccessibleName(tr("Progress of %1").arg(job.what));
    stop_->setVisible(job.isActive());
    stop_->setAccessibleName(tr("Stop %1").arg(job.what));
    show_->setVisible(!job.files.isEmpty());
    show_->setAccessibleName(tr("Show the files of %1").arg(job.what));
    switch (job.state) {
    case ListedJob::State::Waiting:
        state_->setText(tr("waits"));
        break;
    case ListedJob::State::Running:
        state_->setText(secondsLeft ? tr("%1 left").arg(roughTime(*secondsLeft)) : tr("running"));
        break;
    case ListedJob::State::Done:
        state_->setText(tr("done"));
        break;
    case ListedJob::State::Failed:
        state_->setText(tr("failed"));
        break;
    case ListedJob::State::Stopped:
        state_->setText(tr("stopped"));
        break;
    }
    sentence_->setText(job.isActive() ? job.stage : job.sentence);
}

} // namespace sonoloom
