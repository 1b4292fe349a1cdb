// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <vector>

class QAction;
class QKeyEvent;

namespace sonoloom
{

/// The keys of all the window's actions: what they are from the start, and what the user made of them, which is kept in
/// the settings under keys/ID.
class KeyMap : public QObject
{
    Q_OBJECT

public:
    using Keys = QList<QKeySequence>;

    /// One action as lists show it.
    struct Entry {
        QString id;    ///< never changes: "play.toggle"
        QString group; ///< for the user: "Play"
        QString text;  ///< for the user: "Play or pause"
        Keys defaults;
        bool everywhere = false;
        QPointer<QAction> action;
    };

    explicit KeyMap(QObject* parent = nullptr);

    /// Takes the action in. The keys that it has are its defaults; the user's own replace them if there are any.
    /// @param id unlike that of any other action
    void add(QAction* action, const QString& id, const QString& group);
    /// Another key that the action has from the start.
    void addDefault(const QString& id, const QKeySequence& key);
    /// Lets its keys work everywhere, not only where they mean nothing else.
    void reachEverywhere(const QString& id);

    /// All actions, in the order in which they came.
    const std::vector<Entry>& entries() const { return entries_; }
    /// Null for an id that is not there.
    const Entry* find(const QString& id) const;

    /// None for an id that is not there.
    Keys keys(const QString& id) const;
    /// The keys for the user, "Ctrl+Shift+Z, Ctrl+Y"; empty if there are none.
    QString keyText(const QString& id) const;
    /// The text with the first of the keys behind it: "Repeat the selection (L)".
    QString tip(const QString& text, const QString& id) const;

    /// The ids of other actions that could not be told from this one by that key: they have it, or one begins with the
    /// other.
    QStringList conflicts(const QString& id, const QKeySequence& key) const;
    /// Gives the action these keys (none is allowed) and keeps that. Empty keys and repeated ones are left out.
    void setKeys(const QString& id, const Keys& keys);
    /// The same; who has one of these keys until now loses it.
    void takeKeys(const QString& id, const Keys& keys);
    bool isDefault(const QString& id) const;
    /// The keys from the start; of other actions that have one of them meanwhile it is taken.
    void restore(const QString& id);
    void restoreAll();

    /// The action that reaches everywhere and that this key press means, or null.
    /// @param typing text is being typed: keys that type are left to it
    QAction* everywhere(const QKeyEvent& event, bool typing) const;

signals:
    /// Keys of an action changed.
    void changed();

private:
    void apply(const Entry& entry, const Keys& keys);
    void store(const Entry& entry, const Keys& keys);

    std::vector<Entry> entries_;
};

} // namespace sonoloom
