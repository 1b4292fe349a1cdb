// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace sonoloom
{

/// Progress of one job with what is being done and a cancel button. Shown only once the job took half a second.
class JobBar : public QWidget
{
    Q_OBJECT

public:
    explicit JobBar(QWidget* parent = nullptr);

    void begin(const QString& stage);
    void setProgress(double fraction, const QString& stage);
    void end();

signals:
    void cancelRequested();

private:
    QLabel* stage_;
    QProgressBar* bar_;
    QToolButton* cancel_;
    QTimer delay_;
};

} // namespace sonoloom
