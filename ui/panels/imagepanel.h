// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/imagechecks.h"
#include "ui/document/session.h"
#include "ui/jobs/job.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sonoloom
{

/// Of images that were opened: what they are, where their parameters came from, what is wrong with them, and the button
/// that mends it.
class ImagePanel : public QWidget
{
    Q_OBJECT

public:
    /// @param session must outlive the panel
    explicit ImagePanel(Session& session, QWidget* parent = nullptr);

    /// The newest checks are there.
    bool isChecked() const { return checked_; }

signals:
    /// The mended images are wanted as files.
    void saveRequested();
    void checked();

private:
    void check();
    void show(const ImageChecks& checks);
    void showSet(const ImageChecks& checks);
    QLabel* addLine(const QString& text, bool dimmed = false);

    Session& session_;
    Job job_;
    QWidget* lines_;
    QVBoxLayout* column_;
    QCheckBox* mend_;
    QPushButton* save_;
    bool checked_ = false;
};

} // namespace sonoloom
