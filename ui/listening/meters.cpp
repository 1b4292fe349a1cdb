// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/meters.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>

#include <chrono>
#include <cmath>
#include <functional>
#include <thread>

namespace sonoloom
{

namespace
{

constexpr int pauseMs = 33; // two of them between readings: 15 a second
constexpr double peakLimitDb = -1; // EBU R 128: nothing above -1 dBTP
constexpr QColor overOnLight{0xb0, 0x10, 0x10};
constexpr QColor overOnDark{0xff, 0x80, 0x70};

/// Measures until it is cancelled. @param show takes each reading to the window
Result<bool> measureAll(HeardRing& ring, JobMonitor& monitor, const std::function<void(const MeterReading&)>& show)
{
    LoudnessMeter meter(ring.sampleRate(), ring.channels());
    std::vector<float> block(static_cast<std::size_t>(ring.sampleRate() * ring.channels()) / 10);
    while (!monitor.cancelled()) {
        while (const std::size_t count = ring.pop(block))
            meter.add(std::span(block).first(count));
        show(meter.reading());
        for (int i = 0; i < 2 && !monitor.cancelled(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(pauseMs));
    }
    return cancelledError();
}

} // namespace

Meters::Meters(Player& player, QWidget* parent) : QWidget(parent), player_(player)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::tight);
    momentary_ = addMeter(tr("Momentary"), tr("LUFS"), {});
    integrated_ = addMeter(tr("Integrated"), tr("LUFS"), tr("Loudness since playing started, with the gates of EBU R 128"));
    peak_ = addMeter(tr("Peak"), tr("dBTP"), {});
    showReading({});
    connect(&player_, &Player::playingChanged, this, [this](bool playing) { playing ? measure() : job_.cancel(); });
    connect(&player_, &Player::restarted, this, &Meters::measure);
}

QLabel* Meters::addMeter(const QString& name, const QString& unit, const QString& help)
{
    auto* title = new QLabel(name, this);
    title->setEnabled(false);
    auto* value = new QLabel(this);
    value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont widest = value->font();
    widest.setBold(true); // as when it is over
    value->setMinimumWidth(QFontMetrics(widest).horizontalAdvance(QStringLiteral("−00.00")));
    auto* scale = new QLabel(unit, this);
    scale->setEnabled(false);
    for (QLabel* label : {title, value, scale}) {
        label->setToolTip(help);
        layout()->addWidget(label);
    }
    static_cast<QHBoxLayout*>(layout())->addSpacing(spacing::normal);
    return value;
}

QString Meters::valueText(const std::optional<double>& decibels)
{
    if (!decibels)
        return QStringLiteral("—");
    if (std::isinf(*decibels))
        return QStringLiteral("−∞");
    return QString::number(*decibels, 'f', 2).replace(QLatin1Char('-'), QStringLiteral("−"));
}

void Meters::showReading(const MeterReading& reading)
{
    reading_ = reading;
    momentary_->setText(valueText(reading.momentaryLufs));
    momentary_->setToolTip(tr("Loudness of the last 400 ms; of the last 3 s: %1 LUFS").arg(valueText(reading.shortTermLufs)));
    integrated_->setText(valueText(reading.integratedLufs));
    showPeak();
    momentary_->setAccessibleName(tr("Momentary loudness %1 LUFS").arg(momentary_->text()));
    integrated_->setAccessibleName(tr("Integrated loudness %1 LUFS").arg(integrated_->text()));
    peak_->setAccessibleName(tr("True peak %1 dBTP").arg(peak_->text()));
}

void Meters::showPeak()
{
    const bool over = reading_.truePeakDb && *reading_.truePeakDb > peakLimitDb;
    QFont font = peak_->font();
    font.setBold(over);
    peak_->setFont(font);
    QPalette colours = palette();
    if (over)
        colours.setColor(QPalette::WindowText, isDark(palette()) ? overOnDark : overOnLight);
    peak_->setPalette(colours);
    peak_->setText(valueText(reading_.truePeakDb));
    peak_->setToolTip(over ? tr("Greatest true peak since playing started: over −1 dBTP, converters and codecs may clip it")
                           : tr("Greatest true peak since playing started; EBU R 128 asks for at most −1 dBTP"));
}

void Meters::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        showPeak();
    QWidget::changeEvent(event);
}

void Meters::measure()
{
    const auto ring = player_.heard();
    if (!ring)
        return; // the sounds are still being made ready: restarted() follows
    showReading({});
    const auto shown = [this](const MeterReading& reading) { job_.post([this, reading] { showReading(reading); }); };
    job_.start<bool>([ring, shown](JobMonitor& monitor) { return measureAll(*ring, monitor, shown); }, [](const Result<bool>&) {});
}

} // namespace sonoloom
