// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/sequence/clips/sequenceeditor.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace sonoloom
{

/// The buttons above a timeline: what is added, what is done to the selected clips, what edges snap to, and what becomes of it.
class SequenceTools : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive this
    explicit SequenceTools(SequenceEditor& editor, QWidget* parent = nullptr);

    bool hasTwoLanes() const;
    void setTwoLanes(bool two);
    /// Of the page's menu of what can be written.
    const QList<QAction*>& exports() const { return exports_; }

signals:
    void filesWanted();
    void workbenchWanted();
    void splitWanted();
    void repeatWanted();
    void lanesToggled(bool two);
    void soundWanted();
    void imageWanted();
    void tilesWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* add(const char* name, const QString& text, const QString& help, const char* action);
    void addEdits();
    void addSnapping();
    void addExports();
    void addSnapChoice(QMenu& menu, const char* name, const QString& text, bool SnapChoice::* member);
    void addBeatChoices(QMenu& menu);
    void showState();
    void takeIcons();

    SequenceEditor& editor_;
    QHBoxLayout* row_;
    QList<QToolButton*> needClips_;
    QToolButton* split_ = nullptr;
    QToolButton* snap_ = nullptr;
    QToolButton* lanes_ = nullptr;
    QToolButton* export_ = nullptr;
    QToolButton* open_ = nullptr;
    QList<QAction*> exports_;
    QList<std::pair<QAction*, bool SnapChoice::*>> choices_;
    QList<QAction*> beats_;
};

} // namespace sonoloom
