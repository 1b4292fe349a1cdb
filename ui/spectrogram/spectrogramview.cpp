// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/spectrogramview.h"

#include "ui/spectrogram/axisticks.h"
#include "ui/spectrogram/spectrogramlayer.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int bottomMargin = 24;
constexpr int topMargin = 2;
constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1; // of what is visible, a notch of the wheel
constexpr double wheelNotch = 120;
constexpr int dividerReach = 5; // pixels at either side that take hold of it

} // namespace

SpectrogramView::SpectrogramView(TimeAxis& axis, FrequencyAxis& bands, const QString& title, QWidget* parent)
    : QWidget(parent), axis_(axis), bands_(bands), title_(new QLabel(title, this)), badge_(new QLabel(this)), plot_(new QCustomPlot(this))
{
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(plotmargin::left, 0, plotmargin::right, 0);
    header->addWidget(title_);
    header->addStretch(1);
    header->addWidget(badge_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addLayout(header);
    column->addWidget(plot_, 1);
    setAccessibleName(title);
    setMinimumHeight(120);

    message_ = new QLabel(plot_);
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    message_->setAttribute(Qt::WA_TransparentForMouseEvents);
    message_->hide();
    buildPlot();
    takeColours();
    connect(&axis_, &TimeAxis::changed, this, &SpectrogramView::showTime);
    connect(&axis_, &TimeAxis::selectionChanged, this, &SpectrogramView::showSelection);
    connect(&bands_, &FrequencyAxis::changed, this, &SpectrogramView::showFrequencies);
    showTime();
}

SpectrogramView::~SpectrogramView() = default;

void SpectrogramView::buildPlot()
{
    QCPAxisRect* area = plot_->axisRect();
    area->setAutoMargins(QCP::msNone);
    area->setMargins(QMargins(plotmargin::left, topMargin, plotmargin::right, bottomMargin));
    plot_->xAxis->setTicker(timeTicker());
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->grid()->setVisible(false);
        axis->setSubTicks(false);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(4);
    }
    layer_ = new SpectrogramLayer(area, axis_, bands_);
    plot_->addLayer(QStringLiteral("playhead"));
    overlay_ = plot_->layer(QStringLiteral("playhead"));
    overlay_->setMode(QCPLayer::lmBuffered); // moves without painting the rest again
    playhead_ = new QCPItemStraightLine(plot_);
    playhead_->setLayer(overlay_);
    playhead_->setPen(QPen(Qt::white, 1.5));
    playhead_->setVisible(false);
    plot_->setInteractions(QCP::Interactions());
    plot_->setNoAntialiasingOnDrag(true);
    plot_->setMouseTracking(true);
    plot_->installEventFilter(this);
}

void SpectrogramView::takeColours()
{
    const QColor text = palette().color(QPalette::WindowText);
    plot_->setBackground(QBrush(palette().color(QPalette::Window)));
    plot_->axisRect()->setBackground(QBrush(palette().color(QPalette::Base)));
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setBasePen(QPen(palette().color(QPalette::Mid)));
        axis->setTickPen(QPen(palette().color(QPalette::Mid)));
        axis->setTickLabelColor(text);
        axis->setTickLabelFont(font());
    }
    layer_->setSelectionColour(palette().color(QPalette::Highlight).lighter(130));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramView::setSpectrogram(std::shared_ptr<const DisplaySpectrogram> spectrogram)
{
    spectrogram_ = std::move(spectrogram);
    layer_->setSpectrogram(spectrogram_);
    if (!spectrogram_)
        playhead_->setVisible(false);
    showFrequencies();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramView::setOther(std::shared_ptr<const DisplaySpectrogram> other)
{
    other_ = std::move(other);
    layer_->setOther(other_);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramView::setDivider(double share)
{
    share = std::clamp(share, 0.0, 1.0);
    if (share == layer_->divider())
        return;
    layer_->setDivider(share);
    plot_->replot(QCustomPlot::rpQueuedReplot);
    emit dividerMoved(share);
}

double SpectrogramView::divider() const
{
    return layer_->divider();
}

void SpectrogramView::setColourScale(const ColourScale& scale)
{
    layer_->setScale(scale);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramView::setTileBorders(std::vector<double> starts, const QStringList& names)
{
    layer_->setTileBorders(std::move(starts), names);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramView::setPlayhead(double seconds)
{
    playhead_->setVisible(spectrogram_ != nullptr);
    playhead_->point1->setCoords(seconds, 0);
    playhead_->point2->setCoords(seconds, 1);
    overlay_->replot();
}

void SpectrogramView::setMessage(const QString& text)
{
    message_->setText(text);
    message_->setGeometry(plot_->axisRect()->rect());
    message_->setVisible(!text.isEmpty());
}

void SpectrogramView::setTitle(const QString& title)
{
    title_->setText(title);
    setAccessibleName(title);
}

void SpectrogramView::setBadge(const QString& text)
{
    badge_->setText(text);
}

void SpectrogramView::showTime()
{
    plot_->xAxis->setRange(axis_.from(), axis_.visible() > 0 ? axis_.to() : axis_.from() + 1);
    plot_->xAxis->setTicks(axis_.total() > 0);
    plot_->xAxis->setTickLabels(axis_.total() > 0);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramView::showSelection()
{
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

/// The axis counts bands.
void SpectrogramView::showFrequencies()
{
    if (spectrogram_) {
        const double bands = spectrogram_->bands();
        plot_->yAxis->setRange(bands_.from() * bands - 0.5, bands_.to() * bands - 0.5);
        plot_->yAxis->setTicker(frequencyTicker(*spectrogram_, plot_->yAxis->range(), plot_->axisRect()->height()));
    } else {
        plot_->yAxis->setTicker(QSharedPointer<QCPAxisTickerText>::create());
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

QRect SpectrogramView::plotArea() const
{
    return plot_->axisRect()->rect().translated(plot_->pos());
}

double SpectrogramView::secondsAt(int x) const
{
    const QRect area = plot_->axisRect()->rect();
    return axis_.from() + axis_.visible() * (x - area.left()) / std::max(1, area.width());
}

/// Place on the axis of bands: 0 is the lower edge of the lowest, 1 the upper one of the highest.
double SpectrogramView::bandShareAt(int y) const
{
    const QRect area = plot_->axisRect()->rect();
    return bands_.from() + bands_.visible() * (area.bottom() - y + 0.5) / std::max(1, area.height());
}

bool SpectrogramView::isOnDivider(const QPoint& point) const
{
    const QRect area = plot_->axisRect()->rect();
    return layer_->hasOther() && area.contains(point) &&
           std::abs(area.left() + layer_->divider() * area.width() - point.x()) <= dividerReach;
}

std::optional<SpectrogramView::Reading> SpectrogramView::readingAt(const QPoint& point) const
{
    const QRect area = plotArea();
    if (!spectrogram_ || spectrogram_->columns() == 0 || !area.contains(point))
        return std::nullopt;
    Reading reading;
    reading.seconds = secondsAt(point.x() - plot_->x());
    const double band = spectrogram_->bands() * bandShareAt(point.y() - plot_->y()) - 0.5;
    const bool rightOfDivider = other_ && point.x() - area.left() > layer_->divider() * area.width();
    const DisplaySpectrogram& shown = rightOfDivider ? *other_ : *spectrogram_;
    reading.hertz = shown.bandHertz(band);
    reading.column = std::min(shown.columns() - 1,
                              static_cast<std::size_t>(std::max(0.0, reading.seconds / shown.columnSeconds + 0.5)));
    reading.decibels = shown.decibels(reading.column, std::clamp(static_cast<int>(std::lround(band)), 0, shown.bands() - 1));
    return reading;
}

bool SpectrogramView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != plot_)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Resize:
        showFrequencies();
        message_->setGeometry(plot_->axisRect()->rect());
        QMetaObject::invokeMethod(this, [this] { // the plot lays itself out after this event
            showFrequencies();
            setMessage(message_->text());
            plot_->replot();
        }, Qt::QueuedConnection);
        return false;
    case QEvent::Wheel: {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        onWheel(wheel->position().toPoint(), wheel->angleDelta(), wheel->modifiers());
        return true;
    }
    case QEvent::MouseButtonPress:
        onPress(static_cast<QMouseEvent*>(event)->pos(), static_cast<QMouseEvent*>(event)->button());
        return true;
    case QEvent::MouseMove:
        onMove(static_cast<QMouseEvent*>(event)->pos());
        return true;
    case QEvent::MouseButtonRelease:
        onRelease(static_cast<QMouseEvent*>(event)->pos());
        return true;
    case QEvent::MouseButtonDblClick:
        return true;
    case QEvent::Leave:
        emit cursorMoved(std::nullopt);
        return false;
    default:
        return false;
    }
}

void SpectrogramView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && overlay_)
        takeColours();
    QWidget::changeEvent(event);
}

void SpectrogramView::onWheel(const QPoint& point, const QPoint& angle, Qt::KeyboardModifiers modifiers)
{
    const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / wheelNotch; // Alt makes x of y
    if (modifiers & Qt::AltModifier)
        bands_.zoom(std::pow(zoomStep, -notches), bandShareAt(point.y()));
    else if (modifiers & Qt::ShiftModifier)
        bands_.pan(notches * panStep * bands_.visible());
    else if (modifiers & Qt::ControlModifier)
        axis_.zoom(std::pow(zoomStep, -notches), secondsAt(point.x()));
    else
        axis_.pan(-notches * panStep * axis_.visible());
}

void SpectrogramView::onPress(const QPoint& point, Qt::MouseButton button)
{
    if (!plot_->axisRect()->rect().contains(point) || !spectrogram_)
        return;
    button_ = button;
    pressed_ = point;
    pressedSeconds_ = secondsAt(point.x());
    pressedShare_ = bandShareAt(point.y());
    movesDivider_ = button == Qt::LeftButton && isOnDivider(point);
    dragging_ = false;
}

void SpectrogramView::onMove(const QPoint& point)
{
    emit cursorMoved(readingAt(point + plot_->pos()));
    if (button_ == Qt::NoButton) {
        plot_->setCursor(isOnDivider(point) ? Qt::SplitHCursor : Qt::ArrowCursor);
        return;
    }
    if (movesDivider_) {
        const QRect area = plot_->axisRect()->rect();
        setDivider(static_cast<double>(point.x() - area.left()) / std::max(1, area.width()));
        return;
    }
    dragging_ = dragging_ || (point - pressed_).manhattanLength() >= QApplication::startDragDistance();
    if (!dragging_)
        return;
    if (button_ == Qt::LeftButton)
        axis_.select(pressedSeconds_, secondsAt(point.x()));
    else if (button_ == Qt::MiddleButton) {
        axis_.pan(pressedSeconds_ - secondsAt(point.x()));
        bands_.pan(pressedShare_ - bandShareAt(point.y()));
    }
}

void SpectrogramView::onRelease(const QPoint& point)
{
    if (button_ == Qt::LeftButton && !dragging_ && !movesDivider_) {
        axis_.select(0, 0);
        emit seekRequested(std::clamp(secondsAt(point.x()), 0.0, axis_.total()));
    }
    button_ = Qt::NoButton;
    dragging_ = false;
    movesDivider_ = false;
}

} // namespace sonoloom
