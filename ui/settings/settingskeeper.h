// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"

#include <QObject>

namespace sonoloom
{

/// The settings of now, kept with every change.
class SettingsKeeper : public QObject
{
    Q_OBJECT

public:
    explicit SettingsKeeper(QObject* parent = nullptr);

    const Settings& now() const { return now_; }
    /// Of the texts in the window, which are not exchanged while it runs.
    Language languageAtStart() const { return languageAtStart_; }
    /// Keeps them and tells; nothing is told if they are the same.
    void set(const Settings& settings);

signals:
    void changed();

private:
    Settings now_;
    Language languageAtStart_;
};

} // namespace sonoloom
