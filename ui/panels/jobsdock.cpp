// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/jobsdock.h"

#include "ui/panels/jobrow.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int clockMs = 1000;
constexpr int usualHeight = 150;
constexpr int leastHeight = 70;

} // namespace

JobsDock::JobsDock(JobBoard& board, QWidget* parent)
    : QDockWidget(tr("Jobs"), parent), board_(board), list_(new QVBoxLayout), none_(new QLabel(tr("Nothing is being done. Exports are listed here."))),
      clear_(new QPushButton(tr("Clear finished")))
{
    setObjectName(QStringLiteral("jobs"));
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::RightDockWidgetArea);
    clear_->setObjectName(QStringLiteral("clear-jobs"));
    clear_->setToolTip(tr("Take the jobs that ended from the list; their files stay"));
    none_->setEnabled(false);
    list_->setContentsMargins(spacing::normal, spacing::normal, spacing::normal, spacing::normal);
    list_->setSpacing(spacing::normal);
    list_->addWidget(none_);
    list_->addStretch(1);
    auto* rows = new QWidget;
    rows->setLayout(list_);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(rows);
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, spacing::normal, 0);
    row->addWidget(scroll, 1);
    row->addWidget(clear_, 0, Qt::AlignTop);
    content->setMinimumHeight(leastHeight);
    setWidget(content);

    clock_.setInterval(clockMs);
    connect(&clock_, &QTimer::timeout, this, &JobsDock::refreshAll);
    connect(clear_, &QPushButton::clicked, &board_, &JobBoard::clearEnded);
    connect(&board_, &JobBoard::added, this, &JobsDock::add);
    connect(&board_, &JobBoard::changed, this, &JobsDock::refresh);
    connect(&board_, &JobBoard::removed, this, [this](int id) {
        if (const auto found = rows_.extract(id))
            found.mapped()->deleteLater();
        showState();
    });
    for (const ListedJob& job : board_.jobs())
        add(job.id);
    showState();
}

QSize JobsDock::sizeHint() const
{
    return {QDockWidget::sizeHint().width(), usualHeight};
}

void JobsDock::add(int id)
{
    auto* row = new JobRow(widget());
    rows_[id] = row;
    list_->insertWidget(0, row);
    connect(row, &JobRow::stopRequested, this, [this, id] { board_.stop(id); });
    connect(row, &JobRow::showRequested, this, [this, id] {
        if (const ListedJob* job = board_.find(id))
            emit showRequested(job->files);
    });
    refresh(id);
}

void JobsDock::refresh(int id)
{
    const ListedJob* job = board_.find(id);
    const auto row = rows_.find(id);
    if (job && row != rows_.end())
        row->second->setJob(*job, board_.secondsLeft(id));
    showState();
}

void JobsDock::refreshAll()
{
    for (const ListedJob& job : board_.jobs())
        if (job.isActive())
            refresh(job.id);
}

void JobsDock::showState()
{
    none_->setVisible(rows_.empty());
    clear_->setEnabled(std::ranges::any_of(board_.jobs(), [](const ListedJob& job) { return !job.isActive(); }));
    if (board_.active() == 0)
        clock_.stop();
    else if (!clock_.isActive())
        clock_.start();
}

JobsButton::JobsButton(JobBoard& board, QWidget* parent) : QToolButton(parent), board_(board)
{
    setObjectName(QStringLiteral("jobs-button"));
    setAutoRaise(true);
    for (const auto signal : {&JobBoard::added, &JobBoard::changed, &JobBoard::removed})
        connect(&board_, signal, this, &JobsButton::refresh);
    refresh();
}

void JobsButton::refresh()
{
    const int active = board_.active();
    const bool failed = std::ranges::any_of(board_.jobs(), [](const ListedJob& job) { return job.state == ListedJob::State::Failed; });
    setText(active == 1 ? tr("1 job") : active > 1 ? tr("%1 jobs").arg(active) : failed ? tr("Jobs: one failed") : tr("Jobs: all done"));
    setAccessibleName(text());
    setVisible(!board_.jobs().empty());
}

} // namespace sonoloom
