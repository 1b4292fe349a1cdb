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
    enum class Kind { Info, Error };

    explicit NoticeBar(QWidget* parent = nullptr);

    void show(Kind kind, const QString& sentence);
    QString sentence() const;
    void dismiss();

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeColours();

    Kind kind_ = Kind::Info;
    QLabel* icon_;
    QLabel* text_;
    QToolButton* close_;
};

} // namespace sonoloom
