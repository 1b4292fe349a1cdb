// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/displayspectrogram.h"
#include "ui/spectrogram/frequencyaxis.h"
#include "ui/spectrogram/reading.h"
#include "ui/spectrogram/spectrogrammouse.h"
#include "ui/spectrogram/spectrogrampainter.h"
#include "ui/spectrogram/timeaxis.h"

#include <QLine>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QCPItemStraightLine;
class QCPLayer;
class QCustomPlot;
class QHBoxLayout;
class QLabel;

namespace sonoloom
{

class SpectrogramLayer;

/// One spectrogram over the shared time axis, with frequencies at the left and time below.
///
/// Wheel: pans; with Ctrl: zooms time at the cursor; with Shift, Alt: the same for frequency. Click: seeks. Left drag: what
/// the tool does, or moves the divider between two spectrograms; in the ruler: scrubs. Middle drag: pans both.
class SpectrogramView : public QWidget
{
    Q_OBJECT

public:
    /// The axes must outlive the view.
    SpectrogramView(TimeAxis& axis, FrequencyAxis& bands, const QString& title, QWidget* parent = nullptr);
    ~SpectrogramView() override;

    /// Null: nothing is shown but the message.
    void setSpectrogram(std::shared_ptr<const DisplaySpectrogram> spectrogram);
    std::shared_ptr<const DisplaySpectrogram> spectrogram() const { return spectrogram_; }
    /// Another one of the same analysis, shown right of a divider; null: none.
    void setOther(std::shared_ptr<const DisplaySpectrogram> other);
    /// Where the divider stands, 0 (left) to 1.
    void setDivider(double share);
    double divider() const;
    void setColourScale(const ColourScale& scale);
    const ColourScale& colourScale() const;
    /// Where tiles begin, in seconds, with what is written there.
    void setTileBorders(std::vector<double> starts, const QStringList& names);
    void setPlayhead(double seconds);
    double playhead() const;
    /// Shown in the middle: what to do next, or what is being done. Empty: none.
    void setMessage(const QString& text);
    void setTitle(const QString& title);
    /// Beside the title: "draft", "refining", how true it is.
    void setBadge(const QString& text, const QString& help = {});
    QString badge() const;

    /// Names of places in time, drawn over the picture.
    void setMarkers(std::vector<double> seconds, const QStringList& names);
    void setTool(DragTool tool) { mouse_->setTool(tool); }
    void setWheelUse(WheelUse use) { mouse_->setWheelUse(use); }
    /// The times below the picture; off where another view below shows them.
    void setRulerVisible(bool visible);
    /// Beside the badge, at the head's right end; the view owns it.
    void addHeadWidget(QWidget* widget);

    /// What lies under a point of this widget; nothing outside of the picture.
    std::optional<Reading> readingAt(const QPoint& point) const;
    /// What lies at a time and a place of the frequency axis; only with a spectrogram.
    Reading read(double seconds, double place) const;
    /// The picture within this widget.
    QRect plotArea() const;

    // For the gestures, in coordinates of the plot.
    QRect picture() const;
    double secondsAt(int x) const;
    /// On the frequency axis: 0 is its lower end.
    double placeAt(int y) const;
    bool isOnDivider(const QPoint& point) const;
    void setPictureCursor(Qt::CursorShape shape);
    /// A line that is being measured; null: none.
    void setMeasure(const QLine& line);
    QCustomPlot& plot() { return *plot_; }

signals:
    void seekRequested(double seconds);
    /// Nothing under the cursor: nullopt.
    void cursorMoved(const std::optional<sonoloom::Reading>& reading);
    /// The ruler is dragged; the playhead goes along.
    void scrubbed(double seconds);
    void scrubEnded();
    void menuRequested(const QPoint& globalPoint, bool onScale);
    void measured(const QString& text);
    /// The user moved the divider.
    void dividerMoved(double share);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildPlot();
    void takeColours();
    void showTime();
    void showFrequencies();
    void showSelection();
    TimeAxis& axis_;
    FrequencyAxis& bands_;
    std::shared_ptr<const DisplaySpectrogram> spectrogram_;
    std::shared_ptr<const DisplaySpectrogram> other_;
    QLabel* title_;
    QLabel* badge_;
    QLabel* message_;
    QCustomPlot* plot_;
    SpectrogramLayer* layer_ = nullptr;
    QCPLayer* overlay_ = nullptr;
    QCPItemStraightLine* playhead_ = nullptr;
    QHBoxLayout* head_ = nullptr;
    SpectrogramMouse* mouse_;
    bool ruler_ = true;
};

} // namespace sonoloom
