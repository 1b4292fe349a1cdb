// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/session.h"
#include "ui/preview/previewcontroller.h"

#include <QObject>
#include <QString>

namespace sonoloom
{

/// What state the result is in and how true it is, in a few words: "draft, refining 40 %", "final: img 0.75, sc −22.4 dB,
/// lsd 4.44 dB".
class ResultBadge : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the badge.
    ResultBadge(Session& session, PreviewController& preview, QObject* parent = nullptr);

    enum class State { None, Refining, DraftRefining, Draft, Final, Earlier };
    State state() const;
    /// Empty while there is nothing to say.
    QString text() const;
    /// The same in plain sentences.
    QString help() const;

signals:
    void changed();

private:
    QString figures() const;
    QString figuresHelp() const;
    void begin();
    void end();

    Session& session_;
    PreviewController& preview_;
    bool drafted_ = false; ///< a draft of what is to come is heard
    int percent_ = 0;
};

} // namespace sonoloom
