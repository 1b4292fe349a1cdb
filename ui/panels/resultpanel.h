// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/session.h"
#include "ui/preview/previewcontroller.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QCheckBox;
class QPushButton;

namespace sonoloom
{

class JobBar;
class ParamsForm;

/// How the sound is found again, the button that starts it, and how true the result is.
class ResultPanel : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the panel.
    ResultPanel(Session& session, PreviewController& preview, QWidget* parent = nullptr);

signals:
    void refused(const QString& sentence);

private:
    QLabel* addFigure(QGridLayout& grid, const QString& name, const QString& help);
    void refreshParams();
    void showState();
    void showFigures();

    Session& session_;
    PreviewController& preview_;
    ParamsForm* form_;
    QPushButton* reconstruct_;
    QCheckBox* live_;
    JobBar* job_;
    QLabel* state_;
    QWidget* figures_;
    QLabel* image_;
    QLabel* convergence_;
    QLabel* distance_;
    QLabel* level_;
    QLabel* rounds_;
};

} // namespace sonoloom
