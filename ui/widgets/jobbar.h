// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QToolButton;

namespace sonoloom
{

class ElidedLabel;

/// Progress of one job with what is being done and a cancel button. Shown only once the job took half a second; its
/// least width is the same whatever is being done, so that nothing beside it moves.
class JobBar : public QWidget
{
    Q_OBJECT

public:
    explicit JobBar(QWidget* parent = nullptr);

    void begin(const QString& stage);
    /// @param fraction 0 to 1
    void setProgress(double fraction, const QString& stage);
    void end();

signals:
    void cancelRequested();

private:
    ElidedLabel* stage_;
    QProgressBar* bar_;
    QToolButton* cancel_;
    QTimer delay_;
};

} // namespace sonoloom
