// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/displayspectrogram.h"
#include "ui/spectrogram/frequencyaxis.h"
#include "ui/spectrogram/spectrogrampainter.h"
#include "ui/spectrogram/timeaxis.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QCPItemStraightLine;
class QCPLayer;
class QCustomPlot;
class QLabel;

namespace sonoloom
{

class SpectrogramLayer;

/// One spectrogram over the shared time axis, with frequencies at the left and time below.
///
/// Wheel: pans; with Ctrl: zooms time at the cursor; with Shift, Alt: the same for frequency. Click: seeks. Left drag:
/// selects time, or moves the divider between two spectrograms. Middle drag: pans both.
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
    /// Where tiles begin, in seconds, with what is written there.
    void setTileBorders(std::vector<double> starts, const QStringList& names);
    void setPlayhead(double seconds);
    /// Shown in the middle: what to do next, or what is being done. Empty: none.
    void setMessage(const QString& text);
    void setTitle(const QString& title);
    /// Beside the title: "draft", "refining", how true it is.
    void setBadge(const QString& text);

    /// What lies under a point of this widget; nothing outside of the picture.
    struct Reading {
        double seconds = 0;
        double hertz = 0;
        std::size_t column = 0;
        double decibels = 0;
    };
    std::optional<Reading> readingAt(const QPoint& point) const;
    /// The picture within this widget.
    QRect plotArea() const;

signals:
    void seekRequested(double seconds);
    /// Nothing under the cursor: nullopt.
    void cursorMoved(const std::optional<sonoloom::SpectrogramView::Reading>& reading);
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
    void onWheel(const QPoint& point, const QPoint& angle, Qt::KeyboardModifiers modifiers);
    void onPress(const QPoint& point, Qt::MouseButton button);
    void onMove(const QPoint& point);
    void onRelease(const QPoint& point);
    double secondsAt(int x) const;
    double bandShareAt(int y) const;
    bool isOnDivider(const QPoint& point) const;

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
    QPoint pressed_;
    Qt::MouseButton button_ = Qt::NoButton;
    bool dragging_ = false;
    bool movesDivider_ = false;
    double pressedSeconds_ = 0;
    double pressedShare_ = 0;
};

} // namespace sonoloom
