// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace sonoloom
{

/// One sentence across the window, until it is closed or another takes its place. Hidden while it has none.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    /// Info: done or to be done. Warning: done, but not all as one would expect. Error: not done.
    enum class Kind { Info, Warning, Error };

    explicit NoticeBar(QWidget* parent = nullptr);

    /// @param sentence plain text, of which nothing is taken for markup and the longest name is wrapped
    void show(Kind kind, const QString& sentence);
    /// What show() was told; empty once closed.
    QString sentence() const { return sentence_; }
    void dismiss();

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeColours();

    Kind kind_ = Kind::Info;
    QString sentence_;
    QLabel* icon_;
    QLabel* text_;
    QToolButton* close_;
};

} // namespace sonoloom
