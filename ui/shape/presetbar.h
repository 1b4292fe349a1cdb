// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/session.h"
#include "ui/shape/presetshelf.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace sonoloom
{

/// Which preset the session's parameters are, with "(changed)" once they are not any more; choosing one sets them all in
/// one step of undo.
class PresetBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    PresetBar(Session& session, PresetShelf& shelf, QWidget* parent = nullptr);

    /// Sets all parameters; nothing for a name that is not there.
    void apply(const QString& name);
    /// The parameters as they are, under a name, which is chosen then.
    void saveAs(const QString& name, Overwrite overwrite = Overwrite::No);
    /// What is shown: "Maximum quality", "Maximum quality (changed)", "No preset".
    QString shown() const;

signals:
    /// One sentence.
    void refused(const QString& sentence);

private:
    void fill();
    void show();
    void askForName();
    void manage();

    Session& session_;
    PresetShelf& shelf_;
    QComboBox* presets_;
    QToolButton* more_;
    QString chosen_;       ///< the last one whose parameters these were; empty: none
    int chosenAt_ = 0;     ///< the step of undo at which they became so
};

} // namespace sonoloom
