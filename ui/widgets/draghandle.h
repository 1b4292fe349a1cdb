// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QToolButton>

#include <functional>
#include <memory>

class QMimeData;

namespace sonoloom
{

/// A handle from which something is dragged out of the window. Its click does what a keyboard can do instead.
class DragHandle : public QToolButton
{
    Q_OBJECT

public:
    /// @param source what is dragged; null: nothing now
    explicit DragHandle(std::function<std::unique_ptr<QMimeData>()> source, QWidget* parent = nullptr);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeIcon();

    std::function<std::unique_ptr<QMimeData>()> source_;
    QPoint pressed_;
};

} // namespace sonoloom
