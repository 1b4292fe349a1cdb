// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace sonoloom
{

/// Does something when the key that started an action is let go.
///
/// Repeats of a held key do not count as letting go; a click, or leaving the program, does.
class HeldKey : public QObject
{
    Q_OBJECT

public:
    explicit HeldKey(QObject* parent = nullptr) : QObject(parent) {}
    ~HeldKey() override;

    /// Waits for the key; what was waited for before with something else is done first.
    /// @param released called once
    void hold(int purpose, std::function<void()> released);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void release();

    int purpose_ = 0;
    std::function<void()> released_;
};

} // namespace sonoloom
