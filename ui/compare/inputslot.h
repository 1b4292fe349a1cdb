// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QMenu;
class QToolButton;

namespace sonoloom
{

class ElidedLabel;

/// Where one side of a comparison is picked or dropped: a sound, an image, a folder of images.
class InputSlot : public QFrame
{
    Q_OBJECT

public:
    /// @param letter "A" or "B"
    InputSlot(const QString& letter, QWidget* parent = nullptr);

    /// What is in it; empty: nothing, and what to do is shown.
    void setName(const QString& name, const QString& path);
    /// The button's menu, for entries beside those that pick files.
    QMenu* menu() { return menu_; }

signals:
    void picked(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void pickFile();
    void pickFolder();

    QString letter_;
    ElidedLabel* name_;
    QToolButton* open_;
    QMenu* menu_;
};

} // namespace sonoloom
