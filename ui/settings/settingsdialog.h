// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingskeeper.h"

#include <QDialog>

class QLabel;

namespace sonoloom
{

class ParamsForm;

/// The settings as a form; what is changed holds at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param keeper must outlive the dialog
    explicit SettingsDialog(SettingsKeeper& keeper, QWidget* parent = nullptr);

private:
    void edit(const QString& key, const QString& text);
    void refresh();
    void chooseFolder();

    SettingsKeeper& keeper_;
    ParamsForm* form_;
    QLabel* told_;
};

} // namespace sonoloom
