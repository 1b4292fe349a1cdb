// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/blend/bandbars.h"

#include "ui/editors/blend/bandcolours.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sonoloom
{

namespace
{

constexpr double reach = 6;        // pixels at either side of an end that take hold of it
constexpr double leastCurve = 12;  // pixels of height from which on curves are drawn
constexpr double keyStep = 0.01;   // of the region
constexpr int sharesWidth = 256;   // pixels of the shares' picture
constexpr double disabledOpacity = 0.2;
constexpr int margin = 3;
constexpr int besideNames = 12;  // pixels between the names and the bars

bool isOurKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        return !(event.modifiers() & Qt::AltModifier);
    default:
        return event.matches(QKeySequence::SelectAll);
    }
}

} // namespace

BandBars::BandBars(QWidget* parent) : QWidget(parent), bands_(1)
{
    setMinimumSize(200, 90);
    takeMargin();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("bandBars"));
    setAccessibleName(tr("When each band of frequencies changes over"));
    setToolTip(tr("Each bar is a band, the lowest at the bottom: left of it the first input sounds, right of it the second.\n"
                  "Drag a bar or its ends; Ctrl, Shift and a drag beside the bars choose several.\n"
                  "Up and Down choose; Left and Right move, with Shift the end, with Ctrl the start."));
}

void BandBars::setBands(const BandFades& bands)
{
    if (bands == bands_)
        return;
    const bool isOtherCount = bands.size() != bands_.size();
    bands_ = bands;
    shares_ = {};
    update();
    if (!isOtherCount)
        return;
    takeMargin();
    BandNumbers all;
    for (std::size_t b = 0; b < bands_.size(); ++b)
        all.insert(all.end(), b);
    choose(all, std::min(current_, bands_.size() - 1));
}

void BandBars::setNames(const QStringList& names)
{
    names_ = names;
    takeMargin();
    update();
}

/// As wide as the widest name.
void BandBars::takeMargin()
{
    int widest = fontMetrics().horizontalAdvance(QString::number(bands_.size()));
    for (const QString& name : names_)
        widest = std::max(widest, fontMetrics().horizontalAdvance(name));
    left_ = widest + besideNames;
}

void BandBars::choose(BandNumbers bands, std::size_t current)
{
    if (bands == chosen_ && current == current_)
        return;
    chosen_ = std::move(bands);
    current_ = current;
    update();
    emit choiceChanged();
}

QRectF BandBars::area() const
{
    return QRectF(rect()).adjusted(left_, margin, -margin, -margin);
}

double BandBars::xOf(double place) const
{
    return area().left() + place * area().width();
}

std::size_t BandBars::bandAt(double y) const
{
    const double share = (area().bottom() - y) / std::max(1.0, area().height());
    const auto band = static_cast<int>(std::floor(share * static_cast<double>(bands_.size())));
    return static_cast<std::size_t>(std::clamp(band, 0, static_cast<int>(bands_.size()) - 1));
}

QRectF BandBars::barOf(std::size_t band) const
{
    const double height = area().height() / static_cast<double>(bands_.size());
    const double top = area().bottom() - static_cast<double>(band + 1) * height;
    const BandFade& fade = bands_[band];
    return {xOf(fade.start), top, fade.length * area().width(), height};
}

std::optional<BandEdge> BandBars::edgeAt(std::size_t band, double x) const
{
    const QRectF bar = barOf(band);
    const double toStart = std::abs(x - bar.left());
    const double toEnd = std::abs(x - bar.right());
    if (std::min(toStart, toEnd) <= std::min(reach, std::max(2.0, bar.width() / 3)))
        return toStart < toEnd ? BandEdge::Start : BandEdge::End;
    return x > bar.left() && x < bar.right() ? std::optional(BandEdge::Both) : std::nullopt;
}

QString BandBars::textOf(std::size_t band) const
{
    const BandFade& fade = bands_[band];
    const auto number = static_cast<int>(band);
    const QString name = number < names_.size() ? names_[number] : tr("Band %1").arg(band + 1);
    const double end = fade.start + fade.length;
    if (seconds_ > 0)
        return tr("%1: from %2 to %3 s of the overlap").arg(name).arg(fade.start * seconds_, 0, 'f', 3).arg(end * seconds_, 0, 'f', 3);
    return tr("%1: from %2 to %3 % of the overlap").arg(name).arg(fade.start * 100, 0, 'f', 1).arg(end * 100, 0, 'f', 1);
}

/// A row of pixels a band, from the first input's colour to the second's.
void BandBars::paintShares()
{
    shares_ = QImage(sharesWidth, static_cast<int>(bands_.size()), QImage::Format_RGB32);
    for (std::size_t b = 0; b < bands_.size(); ++b) {
        auto* row = reinterpret_cast<QRgb*>(shares_.scanLine(static_cast<int>(bands_.size() - 1 - b)));
        for (int x = 0; x < sharesWidth; ++x)
            row[x] = inputsColour(gainsAt(bands_[b], (x + 0.5) / sharesWidth).second, palette()).rgb();
    }
}

void BandBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (shares_.isNull())
        paintShares();
    painter.setOpacity(isEnabled() ? 1 : disabledOpacity); // what is shown means nothing then
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(area(), shares_);
    paintCurves(painter);
    paintChosen(painter);
    paintNames(painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area().adjusted(-1.5, -1.5, 1.5, 1.5));
    }
}

/// The second input's gain in each bar, where there is room for it.
void BandBars::paintCurves(QPainter& painter) const
{
    const double height = area().height() / static_cast<double>(bands_.size());
    if (height < leastCurve)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(255, 255, 255, 220), 1.5));
    for (std::size_t b = 0; b < bands_.size(); ++b) {
        const QRectF bar = barOf(b);
        const int steps = std::clamp(static_cast<int>(bar.width() / 3), 1, 100);
        QPolygonF line;
        for (int i = 0; i <= steps; ++i) {
            const double place = bands_[b].start + bands_[b].length * i / steps;
            line << QPointF(xOf(place), bar.bottom() - 2 - gainsAt(bands_[b], place).second * (height - 4));
        }
        painter.drawPolyline(line);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void BandBars::paintChosen(QPainter& painter) const
{
    const double height = area().height() / static_cast<double>(bands_.size());
    for (std::size_t b = 0; b < bands_.size(); ++b) {
        const QRectF bar = barOf(b);
        const bool isChosen = chosen_.contains(b);
        painter.setPen(QPen(isChosen ? Qt::white : QColor(255, 255, 255, 130), isChosen ? 2 : 1));
        painter.drawLine(QLineF(bar.left(), bar.top() + 0.5, bar.left(), bar.bottom() - 0.5));
        painter.drawLine(QLineF(bar.right(), bar.top() + 0.5, bar.right(), bar.bottom() - 0.5));
        if (height >= leastCurve / 2) {
            painter.setPen(QPen(palette().color(QPalette::Window), 1));
            painter.drawLine(QLineF(area().left(), bar.top(), area().right(), bar.top()));
        }
        if (isChosen) // beside the bars, so that no colour is the only sign
            painter.fillRect(QRectF(area().left() - 6, bar.top() + 0.5, b == current_ ? 6 : 3, std::max(1.0, height - 1)),
                             palette().color(QPalette::Highlight));
    }
}

void BandBars::paintNames(QPainter& painter) const
{
    const double height = area().height() / static_cast<double>(bands_.size());
    const double lettering = fontMetrics().height();
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(lettering / height)));
    painter.setPen(palette().color(QPalette::WindowText));
    for (std::size_t b = 0; b < bands_.size(); b += every) {
        const auto number = static_cast<int>(b);
        const double middle = barOf(b).center().y();
        const QRectF place(0, std::clamp(middle - lettering / 2, 0.0, QWidget::height() - lettering), left_ - besideNames + 2, lettering);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, number < names_.size() ? names_[number] : QString::number(b + 1));
    }
}

void BandBars::chooseAt(std::size_t band, Qt::KeyboardModifiers modifiers)
{
    BandNumbers chosen = chosen_;
    if (modifiers & Qt::ShiftModifier) {
        for (std::size_t b = std::min(band, current_); b <= std::max(band, current_); ++b)
            chosen.insert(b);
    } else if (modifiers & Qt::ControlModifier) {
        if (chosen.size() > 1 && chosen.contains(band))
            chosen.erase(band);
        else
            chosen.insert(band);
    } else if (!chosen.contains(band)) {
        chosen = {band};
    }
    const std::size_t current = chosen.contains(band) ? band : *chosen.begin();
    choose(std::move(chosen), current);
}

void BandBars::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const std::size_t band = bandAt(event->position().y());
    held_ = edgeAt(band, event->position().x());
    choosing_ = !held_;
    if (choosing_ && event->modifiers() == Qt::NoModifier)
        choose({band}, band);
    else
        chooseAt(band, event->modifiers());
    if (!chosen_.contains(band))
        held_.reset();
    pressed_ = event->position().x();
    atPress_ = bands_;
    isMoved_ = false;
}

void BandBars::mouseMoveEvent(QMouseEvent* event)
{
    const std::size_t band = bandAt(event->position().y());
    if (choosing_) {
        BandNumbers chosen;
        for (std::size_t b = std::min(band, current_); b <= std::max(band, current_); ++b)
            chosen.insert(b);
        choose(std::move(chosen), current_);
    } else if (held_) {
        edit(movedBands(atPress_, chosen_, *held_, (event->position().x() - pressed_) / std::max(1.0, area().width())));
        isMoved_ = true;
        emit hovered(textOf(current_));
    } else {
        const auto edge = edgeAt(band, event->position().x());
        setCursor(!edge ? Qt::ArrowCursor : *edge == BandEdge::Both ? Qt::OpenHandCursor : Qt::SplitHCursor);
        emit hovered(textOf(band));
    }
}

/// A click on one of several that are chosen chooses it alone.
void BandBars::mouseReleaseEvent(QMouseEvent* event)
{
    if (held_ && !isMoved_ && event->modifiers() == Qt::NoModifier)
        choose({bandAt(event->position().y())}, bandAt(event->position().y()));
    if (held_ && isMoved_)
        emit settled();
    held_.reset();
    choosing_ = false;
}

void BandBars::mouseDoubleClickEvent(QMouseEvent*)
{
    BandFades bands = bands_;
    for (const std::size_t band : chosen_) {
        bands[band].start = 0;
        bands[band].length = 1;
    }
    edit(bands);
    emit settled();
}

void BandBars::leaveEvent(QEvent*)
{
    emit hovered({});
}

void BandBars::edit(const BandFades& bands)
{
    if (bands == bands_)
        return;
    setBands(bands);
    emit edited(bands_);
}

/// The window's own shortcuts on these keys have to wait while the bars have the focus.
bool BandBars::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOurKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::PaletteChange)
        shares_ = {};
    if (event->type() == QEvent::FontChange)
        takeMargin();
    return QWidget::event(event);
}

void BandBars::stepTo(std::size_t band, bool extends)
{
    BandNumbers chosen = extends ? chosen_ : BandNumbers{};
    chosen.insert(band);
    choose(std::move(chosen), band);
}

void BandBars::keyPressEvent(QKeyEvent* event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (!isOurKey(*event)) {
        QWidget::keyPressEvent(event);
    } else if (event->matches(QKeySequence::SelectAll)) {
        BandNumbers all;
        for (std::size_t b = 0; b < bands_.size(); ++b)
            all.insert(all.end(), b);
        choose(std::move(all), current_);
    } else if (event->key() == Qt::Key_Up) {
        stepTo(std::min(current_ + 1, bands_.size() - 1), shift);
    } else if (event->key() == Qt::Key_Down) {
        stepTo(current_ > 0 ? current_ - 1 : 0, shift);
    } else {
        const BandEdge edge = shift ? BandEdge::End : control ? BandEdge::Start : BandEdge::Both;
        edit(movedBands(bands_, chosen_, edge, event->key() == Qt::Key_Left ? -keyStep : keyStep));
    }
}

void BandBars::keyReleaseEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) && !event->isAutoRepeat())
        emit settled();
    QWidget::keyReleaseEvent(event);
}

} // namespace sonoloom
