// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job.h"
#include "ui/keys/gestures.h"
#include "ui/keys/keymap.h"

#include <QDialog>

#include <vector>

class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sonoloom
{

class KeyEdit;

/// All keys and gestures, to look up, to change and to print.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param keys must outlive the dialog
    KeysDialog(KeyMap& keys, std::vector<Gesture> gestures, QWidget* parent = nullptr);

    /// The chosen row's action; empty for a group or a gesture.
    QString chosen() const;
    void choose(const QString& id);
    /// Writes the page off this thread; the suffix decides (pdf, html). The dialog says what became of it.
    void save(const QString& file);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* buildEditor();
    void fill();
    QTreeWidgetItem* group(const QString& name);
    void showKeys();
    void filter(const QString& text);
    void showChosen();
    void take(const QKeySequence& key);
    void setChosenKeys();
    void tell(const QString& sentence, bool canTake = false);
    void print();
    void chooseFile();

    KeyMap& keys_;
    std::vector<Gesture> gestures_;
    Job writing_;
    QLineEdit* search_;
    QTreeWidget* table_;
    QWidget* editor_ = nullptr;
    QLabel* name_ = nullptr;
    KeyEdit* first_ = nullptr;
    KeyEdit* second_ = nullptr;
    QPushButton* none_ = nullptr;
    QPushButton* restore_ = nullptr;
    QPushButton* takeOver_ = nullptr;
    QLabel* told_ = nullptr;
};

} // namespace sonoloom
