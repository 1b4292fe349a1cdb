// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/resultbadge.h"

#include <cmath>

namespace sonoloom
{

namespace
{

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace

ResultBadge::ResultBadge(Session& session, PreviewController& preview, QObject* parent)
    : QObject(parent), session_(session), preview_(preview)
{
    connect(&preview_, &PreviewController::reconstructionStarted, this, &ResultBadge::begin);
    connect(&preview_, &PreviewController::reconstructionProgressed, this, [this](double fraction) {
        const int percent = static_cast<int>(std::floor(fraction * 100));
        if (percent != percent_) {
            percent_ = percent;
            emit changed();
        }
    });
    connect(&preview_, &PreviewController::sounded, this, [this] {
        drafted_ = true;
        emit changed();
    });
    connect(&preview_, &PreviewController::pieceSounded, this, [this] {
        drafted_ = true;
        emit changed();
    });
    for (const auto signal : {&PreviewController::reconstructed, &PreviewController::reconstructionCancelled})
        connect(&preview_, signal, this, &ResultBadge::end);
    connect(&preview_, &PreviewController::reconstructionFailed, this, &ResultBadge::end);
    for (const auto signal : {&Session::opened, &Session::closed})
        connect(&session_, signal, this, &ResultBadge::end);
    connect(&session_, &Session::resultChanged, this, &ResultBadge::changed);
}

void ResultBadge::begin()
{
    percent_ = 0;
    emit changed();
}

void ResultBadge::end()
{
    drafted_ = false;
    emit changed();
}

ResultBadge::State ResultBadge::state() const
{
    if (session_.resultIsCurrent())
        return State::Final;
    if (preview_.isReconstructing())
        return drafted_ ? State::DraftRefining : State::Refining;
    if (drafted_)
        return State::Draft;
    return session_.result() ? State::Earlier : State::None;
}

QString ResultBadge::figures() const
{
    const auto result = session_.result();
    QStringList parts;
    if (result && result->imageError)
        parts.append(tr("img %1").arg(number(*result->imageError, 2)));
    if (result && result->figures) {
        parts.append(tr("sc %1 dB").arg(number(result->figures->spectralConvergenceDb, 1)));
        parts.append(tr("lsd %1 dB").arg(number(result->figures->logSpectralDistanceDb, 2)));
    }
    return parts.join(QStringLiteral(" · "));
}

QString ResultBadge::text() const
{
    const QString known = figures();
    switch (state()) {
    case State::None:
        return {};
    case State::Refining:
        return tr("refining %1 %").arg(percent_);
    case State::DraftRefining:
        return tr("draft, refining %1 %").arg(percent_);
    case State::Draft:
        return tr("draft");
    case State::Final:
        return known.isEmpty() ? tr("final") : tr("final: %1").arg(known);
    case State::Earlier:
        break;
    }
    return known.isEmpty() ? tr("of earlier parameters") : tr("of earlier parameters: %1").arg(known);
}

QString ResultBadge::figuresHelp() const
{
    const auto result = session_.result();
    QStringList lines;
    if (result && result->imageError)
        lines.append(tr("img %1: the image of this sound differs from the image it was made of by so many of 255 levels on average.")
                         .arg(number(*result->imageError, 2)));
    if (result && result->figures) {
        lines.append(tr("sc %1 dB, spectral convergence: the error of all magnitudes against the original; −20 dB is a hundredth of "
                        "its energy.")
                         .arg(number(result->figures->spectralConvergenceDb, 1)));
        lines.append(tr("lsd %1 dB, log-spectral distance: by how much levels are off, loud and quiet ones alike.")
                         .arg(number(result->figures->logSpectralDistanceDb, 2)));
    } else if (result) {
        lines.append(tr("There is no original to compare with."));
    }
    lines.append(tr("The lower each of them, the truer."));
    return lines.join(QLatin1Char('\n'));
}

QString ResultBadge::help() const
{
    switch (state()) {
    case State::None:
        return {};
    case State::Refining:
        return tr("The sound is being found; what is heard until then is older.");
    case State::DraftRefining:
    case State::Draft:
        return tr("A quick draft is heard, which is not measured. The refined sound takes its place once it is found.");
    case State::Final:
        return tr("The sound of the images as they are now, refined to the end.") + QLatin1Char('\n') + figuresHelp();
    case State::Earlier:
        break;
    }
    return tr("Parameters changed since; reconstruct again to hear them.") + QLatin1Char('\n') + figuresHelp();
}

} // namespace sonoloom
