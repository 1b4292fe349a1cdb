// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/crossfade/fadelanes.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr double gap = 3;   // pixels between the lanes
constexpr double reach = 6; // pixels from an end that take hold of it
constexpr double leastFade = 0.02;   // seconds
constexpr double leastBeatGap = 5;   // pixels: closer ones are left out
constexpr double beatMark = 0.18;    // of a lane's height
constexpr int curveSteps = 32;
constexpr double rulerHeight = 18;
constexpr double leastTimeDistance = 70;

/// Gain of the sound that begins, 0 to 1 through the fade.
double gainAt(FadeCurve curve, double place)
{
    return curve == FadeCurve::Linear ? place : std::sin(std::numbers::pi / 2 * place);
}

} // namespace

FadeLanes::FadeLanes(TimeAxis& axis, QWidget* parent) : AxisWidget(axis, parent)
{
    setMinimumSize(200, 130);
    setMouseTracking(true);
    setObjectName(QStringLiteral("fadeLanes"));
    setAccessibleName(tr("Both sounds where they lie in the cross-fade"));
    setToolTip(tr("Short lines are beats, long ones bars. Drag an end of the fade to make it longer or shorter.\n"
                  "Click to play from there, drag to select; Ctrl and wheel zoom."));
}

void FadeLanes::setPair(std::shared_ptr<const FadingPair> pair, const QStringList& names)
{
    pair_ = std::move(pair);
    names_ = names;
    update();
}

void FadeLanes::setFade(std::shared_ptr<const MadeFade> made, std::optional<FadeCurve> curve)
{
    made_ = std::move(made);
    curve_ = curve;
    update();
}

void FadeLanes::setMessage(const QString& text)
{
    message_ = text;
    update();
}

QRectF FadeLanes::area() const
{
    return AxisWidget::area().adjusted(0, 0, 0, -rulerHeight);
}

QRectF FadeLanes::laneRect(int lane) const
{
    const double height = (area().height() - gap) / 2;
    return {area().left(), area().top() + lane * (height + gap), area().width(), height};
}

double FadeLanes::begin(int lane) const
{
    if (lane == 0 || !pair_)
        return 0;
    return made_ ? made_->fade.secondStart : pair_->waveforms[0]->sound().seconds();
}

double FadeLanes::stretch(int lane) const
{
    return lane == 1 && made_ ? made_->fade.stretch : 1;
}

const Tempo* FadeLanes::tempo(int lane) const
{
    if (!made_)
        return nullptr;
    return lane == 0 ? &made_->fade.first : &made_->fade.second;
}

QRectF FadeLanes::fadeRect() const
{
    if (!made_)
        return {};
    const double from = made_->fade.fadeStart;
    return {QPointF(pixelOf(from), area().top()), QPointF(pixelOf(from + made_->fade.fadeSeconds), area().bottom())};
}

void FadeLanes::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    paintTimes(painter);
    painter.setClipRect(area().intersected(QRectF(event->rect())));
    if (!pair_)
        painter.fillRect(area(), palette().color(QPalette::Base));
    for (int lane = 0; lane < 2; ++lane) {
        if (!pair_)
            break;
        painter.fillRect(laneRect(lane), palette().color(QPalette::Base));
        paintWave(painter, lane);
        paintBeats(painter, lane);
        paintName(painter, lane);
    }
    if (pair_ && made_)
        paintFade(painter);
    paintSelection(painter);
    if (!message_.isEmpty()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(area(), Qt::AlignCenter | Qt::TextWordWrap, message_);
    }
    if (pair_)
        paintPlayhead(painter, palette().color(QPalette::WindowText));
}

void FadeLanes::paintTimes(QPainter& painter) const
{
    if (axis().visible() <= 0)
        return;
    painter.setPen(palette().color(QPalette::WindowText));
    const double step = rulerStep(area().width() / axis().visible(), leastTimeDistance);
    const int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
    for (double time = std::ceil(axis().from() / step) * step; time <= axis().to(); time += step) {
        const double x = pixelOf(time);
        painter.drawLine(QLineF(x, area().bottom() + 1, x, area().bottom() + 4));
        painter.drawText(QRectF(x + 3, area().bottom() + 1, leastTimeDistance, rulerHeight), Qt::AlignLeft | Qt::AlignVCenter, timeText(time, decimals));
    }
}

/// All channels over each other; what is not heard in the result is pale.
void FadeLanes::paintWave(QPainter& painter, int lane) const
{
    const Waveform& wave = *pair_->waveforms[static_cast<std::size_t>(lane)];
    const QRectF place = laneRect(lane);
    const double rate = wave.sound().sampleRate / stretch(lane);
    const double step = 1 / devicePixelRatioF();
    const double from = std::max({place.left(), pixelOf(begin(lane)), painter.clipBoundingRect().left()});
    const double to = std::min({place.right(), pixelOf(begin(lane) + static_cast<double>(wave.sound().sampleCount()) / rate),
                                painter.clipBoundingRect().right()});
    QColor silent = palette().color(QPalette::Highlight);
    silent.setAlpha(70);
    for (double x = from; x < to; x += step) {
        const auto sampleAt = [&](double pixel) { return static_cast<std::size_t>(std::max(0.0, (secondsAt(pixel) - begin(lane)) * rate)); };
        Extremes all;
        for (std::size_t c = 0; c < wave.sound().channelCount(); ++c) {
            const Extremes one = wave.extremes(c, sampleAt(x), std::max(sampleAt(x) + 2, sampleAt(x + step) + 1));
            all = {std::min(all.least, one.least), std::max(all.greatest, one.greatest)};
        }
        const bool isHeard = !made_ || (lane == 0 ? x < fadeRect().right() : x >= fadeRect().left());
        painter.setPen(QPen(isHeard ? palette().color(QPalette::Highlight) : silent, step));
        const double half = place.height() / 2 - 1;
        painter.drawLine(QLineF(x, place.center().y() - std::min(1.0f, all.greatest) * half, x,
                                place.center().y() - std::max(-1.0f, all.least) * half + step));
    }
}

void FadeLanes::paintBeats(QPainter& painter, int lane) const
{
    const Tempo* found = tempo(lane);
    if (!found || !found->bpm)
        return;
    const QRectF place = laneRect(lane);
    const auto paint = [&](const std::vector<double>& times, double height, double width) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), width));
        double last = -leastBeatGap;
        for (const double time : times) {
            const double x = pixelOf(begin(lane) + time); // the second one's are as it is stretched
            if (x < place.left() || x > place.right() || x - last < leastBeatGap)
                continue;
            painter.drawLine(QLineF(x, place.bottom() - height, x, place.bottom()));
            last = x;
        }
    };
    paint(found->beats, place.height() * beatMark, 1);
    paint(found->downbeats, place.height() * 2 * beatMark, 2);
}

void FadeLanes::paintName(QPainter& painter, int lane) const
{
    const Tempo* found = tempo(lane);
    QString text = names_.value(lane);
    if (found && found->bpm)
        text += tr(" · %1 BPM").arg(*found->bpm, 0, 'f', 2);
    const QRectF place = laneRect(lane);
    text = painter.fontMetrics().elidedText(text, Qt::ElideMiddle, static_cast<int>(place.width() / 2));
    const double begins = std::clamp(pixelOf(begin(lane)), place.left(), place.right() - place.width() / 2);
    const QRectF label(QPointF(begins + 4, place.top() + 3),
                       QSizeF(painter.fontMetrics().horizontalAdvance(text) + 8, painter.fontMetrics().height() + 2));
    painter.fillRect(label, QColor(0, 0, 0, 150));
    painter.setPen(Qt::white);
    painter.drawText(label, Qt::AlignCenter, text);
}

/// The gain of each sound, and the ends to drag.
void FadeLanes::paintFade(QPainter& painter) const
{
    const QRectF fade = fadeRect();
    QColor fill = palette().color(QPalette::WindowText);
    fill.setAlpha(22);
    painter.fillRect(fade, fill);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int lane = 0; lane < 2 && curve_; ++lane) {
        const QRectF place(fade.left(), laneRect(lane).top() + 2, fade.width(), laneRect(lane).height() - 4);
        QPainterPath path;
        for (int i = 0; i <= curveSteps; ++i) {
            const double share = static_cast<double>(i) / curveSteps;
            const double gain = gainAt(*curve_, lane == 0 ? 1 - share : share);
            const QPointF point(place.left() + share * place.width(), place.bottom() - gain * place.height());
            i == 0 ? path.moveTo(point) : path.lineTo(point);
        }
        painter.setPen(QPen(warningColour(palette()), 2));
        painter.drawPath(path);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
    painter.drawLine(QLineF(fade.left(), fade.top(), fade.left(), fade.bottom()));
    painter.drawLine(QLineF(fade.right(), fade.top(), fade.right(), fade.bottom()));
}

FadeLanes::Drag FadeLanes::dragAt(const QPointF& point) const
{
    if (!pair_)
        return Drag::None;
    if (!made_)
        return Drag::Seek;
    const double toStart = std::abs(point.x() - fadeRect().left());
    const double toEnd = std::abs(point.x() - fadeRect().right());
    if (std::min(toStart, toEnd) > reach)
        return Drag::Seek;
    return toStart < toEnd ? Drag::Start : Drag::End;
}

void FadeLanes::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !area().contains(event->position()))
        return;
    drag_ = dragAt(event->position());
    pressed_ = event->position().x();
    lengthAtPress_ = made_ ? made_->fade.fadeSeconds : 0;
    secondsAPixel_ = axis().visible() / std::max(1.0, area().width());
    if (drag_ == Drag::Seek)
        emit seekRequested(std::clamp(secondsAt(pressed_), 0.0, axis().total()));
}

void FadeLanes::mouseMoveEvent(QMouseEvent* event)
{
    const double moved = (event->position().x() - pressed_) * secondsAPixel_;
    if (drag_ == Drag::Start || drag_ == Drag::End) {
        emit lengthEdited(std::max(leastFade, lengthAtPress_ + (drag_ == Drag::End ? moved : -moved)));
    } else if (drag_ == Drag::Seek) {
        if (std::abs(event->position().x() - pressed_) > reach)
            axis().select(secondsAt(pressed_), secondsAt(event->position().x()));
    } else {
        const Drag drag = dragAt(event->position());
        setCursor(drag == Drag::Start || drag == Drag::End ? Qt::SplitHCursor : Qt::ArrowCursor);
        emit hovered(textAt(event->position()));
    }
}

void FadeLanes::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(drag_, Drag::None);
    if (drag == Drag::Seek && std::abs(event->position().x() - pressed_) <= reach)
        axis().select(0, 0);
    else if (drag == Drag::Start || drag == Drag::End)
        emit settled();
}

QString FadeLanes::textAt(const QPointF& point) const
{
    if (!pair_ || !area().contains(point))
        return {};
    const double seconds = secondsAt(point.x());
    const int lane = laneRect(0).contains(point) ? 0 : 1;
    const double own = (seconds - begin(lane)) / stretch(lane);
    const QString name = lane == 0 ? QStringLiteral("A") : QStringLiteral("B");
    if (own < 0 || own > pair_->waveforms[static_cast<std::size_t>(lane)]->sound().seconds())
        return timeText(std::max(0.0, seconds));
    return tr("%1 · %2 at %3").arg(timeText(std::max(0.0, seconds)), name, timeText(own));
}

void FadeLanes::leaveEvent(QEvent*)
{
    emit hovered({});
}

} // namespace sonoloom
