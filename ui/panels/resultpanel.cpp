// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/resultpanel.h"

#include "ui/keys/keytip.h"
#include "ui/params/paramsform.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jobbar.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonoloom
{

ResultPanel::ResultPanel(Session& session, PreviewController& preview, QWidget* parent)
    : QWidget(parent), session_(session), preview_(preview), form_(new ParamsForm(this)),
      reconstruct_(new QPushButton(tr("Reconstruct"), this)), live_(new QCheckBox(tr("Live"), this)), job_(new JobBar(this)), state_(new QLabel(this)),
      figures_(new QWidget(this))
{
    reconstruct_->setObjectName(QStringLiteral("reconstruct"));
    setKeyTip(*reconstruct_, tr("Make sound of the images again"), "reconstruct");
    live_->setObjectName(QStringLiteral("live"));
    live_->setToolTip(tr("Reconstruct by itself after each change, and let it sound at once (sounds up to the length in the settings)"));
    live_->setChecked(preview.isLive());
    state_->setWordWrap(true);
    auto* grid = new QGridLayout(figures_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::normal);
    grid->setVerticalSpacing(spacing::tight);
    image_ = addFigure(*grid, tr("Image met within"),
                       tr("Mean difference between the images and those that the result would give, of 255 levels"));
    convergence_ = addFigure(*grid, tr("Spectral convergence"),
                             tr("Energy of the magnitudes' error against the original's; lower is truer"));
    distance_ = addFigure(*grid, tr("Log-spectral distance"), tr("Mean difference of the magnitudes in dB; lower is truer"));
    level_ = addFigure(*grid, tr("Level"), tr("Loudness of the result against the original's"));
    rounds_ = addFigure(*grid, tr("Rounds"), tr("Rounds of refinement that were done, on average"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::normal);
    column->addWidget(form_);
    auto* start = new QHBoxLayout;
    start->addWidget(reconstruct_, 1);
    start->addWidget(live_);
    column->addLayout(start);
    column->addWidget(job_);
    column->addWidget(state_);
    column->addWidget(figures_);

    connect(form_, &ParamsForm::edited, this, [this](const QString& key, const QString& text) {
        if (auto set = session_.setReconstructField(key, text); !set) {
            emit refused(QString::fromStdString(set.error().message));
            refreshParams();
        }
    });
    connect(form_, &ParamsForm::settled, this, [this] { session_.endGesture(); });
    connect(reconstruct_, &QPushButton::clicked, &preview_, &PreviewController::reconstruct);
    connect(live_, &QCheckBox::toggled, &preview_, &PreviewController::setLive);
    connect(&preview_, &PreviewController::liveChanged, live_, &QCheckBox::setChecked);
    connect(job_, &JobBar::cancelRequested, &preview_, &PreviewController::cancelReconstruction);
    connect(&preview_, &PreviewController::reconstructionStarted, this, [this] {
        job_->begin(tr("Starting"));
        showState();
    });
    connect(&preview_, &PreviewController::reconstructionProgressed, job_, &JobBar::setProgress);
    for (const auto signal : {&PreviewController::reconstructed, &PreviewController::reconstructionCancelled})
        connect(&preview_, signal, this, &ResultPanel::showState);
    connect(&preview_, &PreviewController::reconstructionFailed, this, &ResultPanel::showState);
    connect(&session_, &Session::reconstructParamsChanged, this, &ResultPanel::refreshParams);
    for (const auto signal : {&Session::opened, &Session::closed, &Session::resultChanged})
        connect(&session_, signal, this, &ResultPanel::showState);

    ReconstructParams params = session_.reconstructParams();
    form_->setFields(fieldsOf(params));
    showState();
}

QLabel* ResultPanel::addFigure(QGridLayout& grid, const QString& name, const QString& help)
{
    auto* label = new QLabel(name);
    auto* value = new QLabel;
    label->setToolTip(help);
    value->setToolTip(help);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleName(name);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(value, row, 1, Qt::AlignRight);
    return value;
}

void ResultPanel::refreshParams()
{
    ReconstructParams params = session_.reconstructParams();
    form_->refresh(fieldsOf(params));
}

void ResultPanel::showState()
{
    const bool running = preview_.isReconstructing();
    reconstruct_->setEnabled(!session_.isEmpty() && !running);
    if (!running)
        job_->end();
    if (!session_.result())
        state_->setText(session_.isEmpty() || running ? QString() : tr("Not reconstructed yet."));
    else
        state_->setText(session_.resultIsCurrent() ? tr("The result is up to date.")
                                                   : tr("Parameters changed since; reconstruct again to hear them."));
    state_->setVisible(!state_->text().isEmpty());
    showFigures();
}

void ResultPanel::showFigures()
{
    const auto result = session_.result();
    figures_->setVisible(result != nullptr);
    if (!result)
        return;
    const QString unknown = QStringLiteral("—");
    image_->setText(result->imageError ? tr("%1 levels").arg(*result->imageError, 0, 'f', 2) : unknown);
    const auto decibels = [&](double Figures::*figure, bool sign) {
        if (!result->figures)
            return unknown;
        const double value = (*result->figures).*figure;
        return QStringLiteral("%1%2 dB").arg(sign && value >= 0 ? QStringLiteral("+") : QString()).arg(value, 0, 'f', 2);
    };
    convergence_->setText(decibels(&Figures::spectralConvergenceDb, false));
    distance_->setText(decibels(&Figures::logSpectralDistanceDb, false));
    level_->setText(decibels(&Figures::levelDifferenceDb, true));
    rounds_->setText(result->rounds > 0 ? QString::number(result->rounds, 'f', 1) : unknown);
}

} // namespace sonoloom
