// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/spectrogramview.h"

#include "ui/spectrogram/spectrogramlayer.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int bottomMargin = 24;
constexpr int topMargin = 2;
constexpr int leastTickDistance = 20;
constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1; // of what is visible, a notch of the wheel
constexpr double wheelNotch = 120;

/// Times as m:ss, with as many decimals as the ticks are apart.
class TimeTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return timeText(tick, decimals_); }
    double getTickStep(const QCPRange& range) override
    {
        const double step = QCPAxisTicker::getTickStep(range);
        decimals_ = step >= 1 ? 0 : std::min(3, static_cast<int>(std::ceil(-std::log10(step))));
        return step;
    }

private:
    int decimals_ = 0;
};

QString hertzText(double hertz)
{
    return hertz < 1000 ? QString::number(hertz) : QString::number(hertz / 1000) + QStringLiteral("k");
}

} // namespace

SpectrogramView::SpectrogramView(TimeAxis& axis, const QString& title, QWidget* parent)
    : QWidget(parent), axis_(axis), title_(new QLabel(title, this)), badge_(new QLabel(this)), plot_(new QCustomPlot(this))
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
    showTime();
}

SpectrogramView::~SpectrogramView() = default;

void SpectrogramView::buildPlot()
{
    QCPAxisRect* area = plot_->axisRect();
    area->setAutoMargins(QCP::msNone);
    area->setMargins(QMargins(plotmargin::left, topMargin, plotmargin::right, bottomMargin));
    plot_->xAxis->setTicker(QSharedPointer<TimeTicker>::create());
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->grid()->setVisible(false);
        axis->setSubTicks(false);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(4);
    }
    layer_ = new SpectrogramLayer(area, axis_);
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

/// Round frequencies as far as they do not crowd each other; the axis itself counts bands.
void SpectrogramView::showFrequencies()
{
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    if (spectrogram_) {
        const double bands = spectrogram_->bands();
        plot_->yAxis->setRange(-0.5, bands - 0.5);
        const double pixelsABand = plot_->axisRect()->height() / bands;
        double last = -1e9;
        for (const double hertz : {50., 100., 200., 500., 1e3, 2e3, 3e3, 5e3, 7e3, 1e4, 1.5e4, 2e4, 3e4, 5e4, 8e4}) {
            const double band = spectrogram_->bandOf(hertz);
            if (band < 0 || band > bands || (band - last) * pixelsABand < leastTickDistance)
                continue;
            ticker->addTick(band, hertzText(hertz));
            last = band;
        }
    }
    plot_->yAxis->setTicker(ticker);
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

std::optional<SpectrogramView::Reading> SpectrogramView::readingAt(const QPoint& point) const
{
    const QRect area = plotArea();
    if (!spectrogram_ || spectrogram_->columns() == 0 || !area.contains(point))
        return std::nullopt;
    Reading reading;
    reading.seconds = secondsAt(point.x() - plot_->x());
    const double bands = spectrogram_->bands();
    const double band = bands * (area.bottom() - point.y() + 0.5) / area.height() - 0.5;
    reading.hertz = spectrogram_->bandHertz(band);
    reading.column = std::min(spectrogram_->columns() - 1,
                              static_cast<std::size_t>(std::max(0.0, reading.seconds / spectrogram_->columnSeconds + 0.5)));
    reading.decibels = spectrogram_->decibels(reading.column, std::clamp(static_cast<int>(std::lround(band)), 0,
                                                                         spectrogram_->bands() - 1));
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
    const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / wheelNotch;
    if (modifiers & Qt::ControlModifier)
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
    dragging_ = false;
}

void SpectrogramView::onMove(const QPoint& point)
{
    emit cursorMoved(readingAt(point + plot_->pos()));
    if (button_ == Qt::NoButton)
        return;
    dragging_ = dragging_ || (point - pressed_).manhattanLength() >= QApplication::startDragDistance();
    if (!dragging_)
        return;
    if (button_ == Qt::LeftButton)
        axis_.select(pressedSeconds_, secondsAt(point.x()));
    else if (button_ == Qt::MiddleButton)
        axis_.pan(pressedSeconds_ - secondsAt(point.x()));
}

void SpectrogramView::onRelease(const QPoint& point)
{
    if (button_ == Qt::LeftButton && !dragging_) {
        axis_.select(0, 0);
        emit seekRequested(std::clamp(secondsAt(point.x()), 0.0, axis_.total()));
    }
    button_ = Qt::NoButton;
    dragging_ = false;
}

} // namespace sonoloom
