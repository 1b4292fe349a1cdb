// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <array>
#include <functional>

class QAction;
class QMenu;
class QToolButton;

namespace sonoloom
{

class ElidedLabel;

/// Where one input of an editor is picked or dropped: an image or a sound.
class ImageSlot : public QFrame
{
    Q_OBJECT

public:
    /// @param letter "A" or "B"
    explicit ImageSlot(const QString& letter, QWidget* parent = nullptr);

    /// Takes no images.
    void setSoundsOnly();
    /// Empty: nothing is in it, and what to do is shown.
    void setFile(const QString& path);
    /// The button's menu, for entries beside the one that picks a file.
    QMenu* menu() { return menu_; }

signals:
    void picked(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void pickFile();

    QString letter_;
    bool soundsOnly_ = false;
    QAction* pick_;
    ElidedLabel* name_;
    QToolButton* open_;
    QMenu* menu_;
};

/// Both inputs side by side, with a button that exchanges them.
class ImageSlots : public QWidget
{
    Q_OBJECT

public:
    explicit ImageSlots(QWidget* parent = nullptr);

    void setSoundsOnly();
    ImageSlot& input(std::size_t number) { return *inputs_[number]; }
    void setFiles(const QString& a, const QString& b);
    /// What the workbench has to offer: the path of a file, or empty with what is missing already told. Asked when the
    /// entry of a slot's menu is chosen.
    void setWorkbench(std::function<QString()> source) { workbench_ = std::move(source); }

signals:
    /// @param input 0 for A, 1 for B
    void picked(int input, const QString& path);
    void swapRequested();

private:
    std::array<ImageSlot*, 2> inputs_{};
    std::function<QString()> workbench_;
};

} // namespace sonoloom
