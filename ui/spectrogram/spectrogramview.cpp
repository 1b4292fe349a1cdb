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
constexpr int noRulerMargin = 4;
constexpr int dividerReach = 5; // pixels at either side that take hold of it

} // namespace

SpectrogramView::SpectrogramView(TimeAxis& axis, FrequencyAxis& bands, const QString& title, QWidget* parent)
    : QWidget(parent), axis_(axis), bands_(bands), title_(new QLabel(title, this)), badge_(new QLabel(this)), plot_(new QCustomPlot(this)),
      head_(new QHBoxLayout), mouse_(new SpectrogramMouse(*this, axis, bands))
{
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    head_->setContentsMargins(plotmargin::left, 0, plotmargin::right, 0);
    head_->addWidget(title_);
    head_->addStretch(1);
    head_->addWidget(badge_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addLayout(head_);
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
    connect(&bands_, &FrequencyAxis::selectionChanged, this, &SpectrogramView::showSelection);
    connect(mouse_, &SpectrogramMouse::clicked, this, &SpectrogramView::seekRequested);
    connect(mouse_, &SpectrogramMouse::scrubbed, this, &SpectrogramView::scrubbed);
    connect(mouse_, &SpectrogramMouse::scrubEnded, this, &SpectrogramView::scrubEnded);
    connect(mouse_, &SpectrogramMouse::measured, this, &SpectrogramView::measured);
    connect(mouse_, &SpectrogramMouse::menuRequested, this,
            [this](const QPoint& point, bool onScale) { emit menuRequested(plot_->mapToGlobal(point), onScale); });
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
    plot_->setFocusPolicy(Qt::StrongFocus);
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

const ColourScale& SpectrogramView::colourScale() const
{
    return layer_->scale();
}

QString SpectrogramView::badge() const
{
    return badge_->text();
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

double SpectrogramView::playhead() const
{
    return playhead_->point1->key();
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

void SpectrogramView::setBadge(const QString& text, const QString& help)
{
    badge_->setText(text);
    badge_->setToolTip(help);
    badge_->setAccessibleDescription(help);
}

void SpectrogramView::showTime()
{
    plot_->xAxis->setRange(axis_.from(), axis_.visible() > 0 ? axis_.to() : axis_.from() + 1);
    plot_->xAxis->setTicks(ruler_ && axis_.total() > 0);
    plot_->xAxis->setTickLabels(ruler_ && axis_.total() > 0);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramView::showSelection()
{
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

/// The axis counts places.
void SpectrogramView::showFrequencies()
{
    if (spectrogram_) {
        plot_->yAxis->setRange(bands_.from(), bands_.to());
        plot_->yAxis->setTicker(frequencyTicker(BandPlaces(*spectrogram_, bands_.scale()), plot_->yAxis->range(),
                                                plot_->axisRect()->height(), {bands_.showsNotes(), bands_.tuning()}));
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

double SpectrogramView::placeAt(int y) const
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

std::optional<Reading> SpectrogramView::readingAt(const QPoint& point) const
{
    const QRect area = plotArea();
    if (!spectrogram_ || spectrogram_->columns() == 0 || !area.contains(point))
        return std::nullopt;
    return read(secondsAt(point.x() - plot_->x()), placeAt(point.y() - plot_->y()));
}

Reading SpectrogramView::read(double seconds, double place) const
{
    const double divided = axis_.from() + layer_->divider() * axis_.visible();
    const DisplaySpectrogram& shown = other_ && seconds > divided ? *other_ : *spectrogram_;
    return sonoloom::readingAt(shown, bands_.scale(), seconds, place);
}

QRect SpectrogramView::picture() const
{
    return plot_->axisRect()->rect();
}

void SpectrogramView::setPictureCursor(Qt::CursorShape shape)
{
    plot_->setCursor(shape);
}

void SpectrogramView::setMeasure(const QLine& line)
{
    layer_->setMeasure(line);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramView::setMarkers(std::vector<double> seconds, const QStringList& names)
{
    layer_->setMarkers(std::move(seconds), names);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramView::setRulerVisible(bool visible)
{
    ruler_ = visible;
    plot_->axisRect()->setMargins(QMargins(plotmargin::left, topMargin, plotmargin::right, visible ? bottomMargin : noRulerMargin));
    showTime();
}

void SpectrogramView::addHeadWidget(QWidget* widget)
{
    head_->addWidget(widget);
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
    case QEvent::MouseMove:
        emit cursorMoved(readingAt(static_cast<QMouseEvent*>(event)->pos() + plot_->pos()));
        return mouse_->handle(event);
    case QEvent::Leave:
        emit cursorMoved(std::nullopt);
        return false;
    default:
        return mouse_->handle(event);
    }
}

void SpectrogramView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && overlay_)
        takeColours();
    QWidget::changeEvent(event);
}

} // namespace sonoloom
