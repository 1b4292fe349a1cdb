// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/abx.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

/// What a blind test shows before, while and after it runs.
namespace sonoloom
{

/// How many trials, and with what.
class AbxSetupPage : public QWidget
{
    Q_OBJECT

public:
    explicit AbxSetupPage(QWidget* parent = nullptr);

    int trials() const;
    /// @param conditions what stays as it is during the test, one line each
    void setConditions(const QString& conditions);
    /// Why it cannot start; empty: it can.
    void setTrouble(const QString& trouble);

signals:
    void startRequested();

private:
    void showWhatItTakes();

    QSpinBox* trials_;
    QLabel* needed_;
    QLabel* conditions_;
    QLabel* trouble_;
    QPushButton* start_;
};

/// What is heard, and the answers. Shows the same whatever X is.
class AbxTrialPage : public QWidget
{
    Q_OBJECT

public:
    explicit AbxTrialPage(QWidget* parent = nullptr);

    void setTrial(int trial, int planned);
    /// Marks the button of 'A', 'B' or 'X'.
    void setHeard(QChar which);
    void setPlaying(bool playing);
    void setPosition(const QString& text);

signals:
    void hearRequested(QChar which);
    void answered(sonoloom::AbxSide side);
    void playRequested();
    void startRequested();
    void givenUp();

private:
    QPushButton* addButton(const QString& text, const QString& help, const QKeySequence& key);

    QLabel* title_;
    QPushButton* hear_[3];
    QPushButton* play_;
    QLabel* position_;
};

/// The score, and the way to keep it.
class AbxResultPage : public QWidget
{
    Q_OBJECT

public:
    explicit AbxResultPage(QWidget* parent = nullptr);

    void setReport(const AbxReport& report);
    /// Until the files' sums are known a report cannot be saved.
    void setSaveable(bool saveable);
    /// What happened to the report.
    void setNote(const QString& note);

signals:
    void saveRequested();
    void againRequested();

private:
    QLabel* score_;
    QLabel* meaning_;
    QTreeWidget* trials_;
    QLabel* note_;
    QPushButton* save_;
};

} // namespace sonoloom
