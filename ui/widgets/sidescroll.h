// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace sonoloom
{

/// A column that scrolls up and down and is always as wide as what is in it.
class SideScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit SideScroll(QWidget* content, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool wouldChange(QObject* watched) const;
    void takeWidth();
};

} // namespace sonoloom
