// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shape/presetshelf.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace sonoloom
{

/// The list of presets: rename and delete one's own, import and export any.
class PresetsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param shelf must outlive the dialog
    explicit PresetsDialog(PresetShelf& shelf, QWidget* parent = nullptr);

    /// The chosen preset's name; empty: none.
    QString chosen() const;
    void choose(const QString& name);

private:
    QPushButton* addButton(const QString& text, const QString& help, void (PresetsDialog::*work)());
    void fill();
    void showChosen();
    void rename();
    void askToRemove();
    void chooseImport();
    void chooseExport();

    PresetShelf& shelf_;
    QListWidget* list_;
    QLabel* description_;
    QLabel* told_;
    QPushButton* rename_ = nullptr;
    QPushButton* remove_ = nullptr;
    QPushButton* export_ = nullptr;
};

} // namespace sonoloom
