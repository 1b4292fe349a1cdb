// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/shape/levelhint.h"
#include "ui/document/session.h"
#include "ui/preview/previewcontroller.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace sonoloom
{

/// One sentence where pixels waste levels or cut them off, and the button that mends it in one step of undo. Hidden while
/// there is nothing to say.
class HintBar : public QFrame
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    HintBar(Session& session, PreviewController& preview, QWidget* parent = nullptr);

    /// What it says; empty while hidden.
    QString sentence() const;

signals:
    /// One sentence: a value that does not fit.
    void refused(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void look();
    void mend();
    void takeColours();

    Session& session_;
    PreviewController& preview_;
    std::optional<LevelHint> hint_;
    QLabel* icon_;
    QLabel* text_;
    QPushButton* mend_;
};

} // namespace sonoloom
