// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/blend/bandediting.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <optional>

namespace sonoloom
{

/// The bands of a blend over its region, the lowest at the bottom: where each begins and ends to change, and how.
///
/// Click, Ctrl+click, Shift+click and dragging beside a bar choose bands. Dragging a bar moves all chosen ones, dragging its
/// ends begins or ends them elsewhere. Double click: all of the region. Arrows do the same: Up, Down choose; Left, Right move,
/// with Shift the end, with Ctrl the start.
class BandBars : public QWidget
{
    Q_OBJECT

public:
    explicit BandBars(QWidget* parent = nullptr);

    void setBands(const BandFades& bands);
    const BandFades& bands() const { return bands_; }
    /// What stands beside the bars, the lowest first; fewer than bands: their numbers.
    void setNames(const QStringList& names);
    /// Of the region, for the read-out; 0: unknown.
    void setSeconds(double seconds) { seconds_ = seconds; }

    const BandNumbers& chosen() const { return chosen_; }
    /// The one that was chosen last; of several, its curve is shown.
    std::size_t current() const { return current_; }
    void choose(BandNumbers bands, std::size_t current);

    /// Where a band's bar lies in this widget.
    QRectF barOf(std::size_t band) const;
    QSize sizeHint() const override { return {420, 170}; }

signals:
    /// The user changed bands; many times in a drag.
    void edited(const sonoloom::BandFades& bands);
    /// The drag ended: the next edit is another one.
    void settled();
    void choiceChanged();
    /// What is under the cursor; empty: nothing.
    void hovered(const QString& text);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void takeMargin();
    QRectF area() const;
    std::size_t bandAt(double y) const;
    double xOf(double place) const;
    /// What of the band's bar is under x; nothing beside it.
    std::optional<BandEdge> edgeAt(std::size_t band, double x) const;
    QString textOf(std::size_t band) const;
    void chooseAt(std::size_t band, Qt::KeyboardModifiers modifiers);
    void stepTo(std::size_t band, bool extends);
    void edit(const BandFades& bands);
    void paintShares();
    void paintNames(QPainter& painter) const;
    void paintCurves(QPainter& painter) const;
    void paintChosen(QPainter& painter) const;

    BandFades bands_;
    QStringList names_;
    double seconds_ = 0;
    int left_ = 0; ///< pixels beside the bars
    BandNumbers chosen_{0};
    std::size_t current_ = 0;
    std::optional<BandEdge> held_;
    bool choosing_ = false; ///< a drag beside the bars
    double pressed_ = 0;
    bool isMoved_ = false;
    BandFades atPress_;
    QImage shares_; ///< null: to be painted anew
};

} // namespace sonoloom
