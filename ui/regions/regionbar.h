// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionedit.h"
#include "ui/regions/regionpen.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QAction;
class QMenu;
class QSpinBox;
class QPushButton;
class QToolBar;

namespace sonoloom
{

/// What is done to a region, with its numbers; while a brush is the tool, the brush's. The numbers are kept here, the actions
/// are somebody else's.
class RegionBar : public QWidget
{
    Q_OBJECT

public:
    /// @param pen must outlive the bar
    explicit RegionBar(RegionPen& pen, QWidget* parent = nullptr);

    /// The buttons, which must outlive the bar.
    struct Actions {
        QAction* gain = nullptr;
        QAction* erase = nullptr;
        QAction* heal = nullptr;
        QAction* smooth = nullptr;
        QAction* copy = nullptr;
        QAction* paste = nullptr;
        QAction* shift = nullptr;
        QAction* mirrorTime = nullptr;
        QAction* mirrorFrequency = nullptr;
        QAction* hearSelection = nullptr;
        QAction* hearOthers = nullptr;
        QAction* removeEdits = nullptr;
    };
    void setActions(const Actions& actions);

    /// The edits that were made, oldest first, for the list that leaves one out.
    void setEdits(const QStringList& names);

    /// An edit without a shape, with the numbers as they are.
    RegionEdit numbers() const;
    /// What the brush does, without a shape.
    RegionEdit brush() const;
    /// How many harmonics a tone has.
    int harmonics() const;

signals:
    /// The user left out one of setEdits().
    void editRemoved(std::size_t index);
    void harmonicsChanged(int count);

private:
    void addBrushes();
    void addTone();
    QPushButton* addMenu(const QString& text, const QString& help, const QList<QAction*>& actions);
    void showHeard();
    void showTool();
    QDoubleSpinBox* addNumber(const QString& name, const QString& help, const Range& range, double value, int decimals, const QString& unit);
    QComboBox* addChoice(const QStringList& choices, const QString& name, const QString& help);

    RegionPen& pen_;
    QSpinBox* size_ = nullptr;
    QComboBox* brushOp_ = nullptr;
    QDoubleSpinBox* strength_ = nullptr;
    QComboBox* eraser_ = nullptr;
    QSpinBox* harmonics_ = nullptr;
    QDoubleSpinBox* gain_ = nullptr;
    QComboBox* mode_ = nullptr;
    QDoubleSpinBox* seconds_ = nullptr;
    QDoubleSpinBox* semitones_ = nullptr;
    QPushButton* hear_ = nullptr;
    QPushButton* edits_ = nullptr;
    QMenu* editList_ = nullptr;
    QAction* removeEdits_ = nullptr;
    QAction* hearSelection_ = nullptr;
    QAction* hearOthers_ = nullptr;
    QToolBar* brushBar_;
    QToolBar* selectionBar_;
    QAction* brushOnly_ = nullptr;
    QAction* strengthOnly_ = nullptr;
    QAction* eraserOnly_ = nullptr;
    QAction* toneOnly_ = nullptr;
};

} // namespace sonoloom
