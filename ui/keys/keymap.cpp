// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keymap.h"

#include <QAction>
#include <QKeyEvent>
#include <QSettings>

#include <algorithm>

namespace sonoloom
{

namespace
{

QString settingOf(const QString& id)
{
    return QStringLiteral("keys/") + id;
}

/// A menu's text as a list shows it.
QString plainText(QString text)
{
    text = text.section(QLatin1Char('\t'), 0, 0);
    return text.remove(QLatin1Char('&')).trimmed();
}

bool collide(const QKeySequence& a, const QKeySequence& b)
{
    return !a.isEmpty() && !b.isEmpty() && (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

bool collide(const KeyMap::Keys& keys, const QKeySequence& key)
{
    return std::ranges::any_of(keys, [&](const QKeySequence& own) { return collide(own, key); });
}

KeyMap::Keys tidied(const KeyMap::Keys& keys)
{
    KeyMap::Keys tidy;
    for (const QKeySequence& key : keys)
        if (!key.isEmpty() && !tidy.contains(key))
            tidy.append(key);
    return tidy;
}

QStringList portable(const KeyMap::Keys& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts.append(key.toString(QKeySequence::PortableText));
    return texts;
}

KeyMap::Keys fromPortable(const QStringList& texts)
{
    KeyMap::Keys keys;
    for (const QString& text : texts)
        keys.append(QKeySequence::fromString(text, QKeySequence::PortableText));
    return tidied(keys);
}

bool typesText(const QKeyEvent& event)
{
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    return plain && !event.text().isEmpty() && event.text().front().isPrint();
}

} // namespace

KeyMap::KeyMap(QObject* parent) : QObject(parent) {}

void KeyMap::add(QAction* action, const QString& id, const QString& group)
{
    Q_ASSERT(!find(id));
    entries_.push_back({id, plainText(group), plainText(action->text()), tidied(action->shortcuts()), false, action});
    const QSettings settings;
    if (settings.contains(settingOf(id)))
        action->setShortcuts(fromPortable(settings.value(settingOf(id)).toStringList()));
}

void KeyMap::addDefault(const QString& id, const QKeySequence& key)
{
    const auto entry = std::ranges::find(entries_, id, &Entry::id);
    Q_ASSERT(entry != entries_.end());
    entry->defaults = tidied(entry->defaults + Keys{key});
    if (!QSettings().contains(settingOf(id)))
        entry->action->setShortcuts(entry->defaults);
}

void KeyMap::reachEverywhere(const QString& id)
{
    const auto entry = std::ranges::find(entries_, id, &Entry::id);
    Q_ASSERT(entry != entries_.end());
    entry->everywhere = true;
}

const KeyMap::Entry* KeyMap::find(const QString& id) const
{
    const auto entry = std::ranges::find(entries_, id, &Entry::id);
    return entry == entries_.end() ? nullptr : &*entry;
}

KeyMap::Keys KeyMap::keys(const QString& id) const
{
    const Entry* entry = find(id);
    return entry && entry->action ? tidied(entry->action->shortcuts()) : Keys();
}

QString KeyMap::keyText(const QString& id) const
{
    return QKeySequence::listToString(keys(id), QKeySequence::NativeText).replace(QStringLiteral("; "), QStringLiteral(", "));
}

QString KeyMap::tip(const QString& text, const QString& id) const
{
    const Keys all = keys(id);
    return all.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, all.front().toString(QKeySequence::NativeText));
}

QStringList KeyMap::conflicts(const QString& id, const QKeySequence& key) const
{
    QStringList others;
    for (const Entry& entry : entries_)
        if (entry.id != id && collide(keys(entry.id), key))
            others.append(entry.id);
    return others;
}

void KeyMap::apply(const Entry& entry, const Keys& keys)
{
    if (entry.action)
        entry.action->setShortcuts(keys);
    store(entry, keys);
}

/// Defaults are not kept, so that a later version's better ones are taken.
void KeyMap::store(const Entry& entry, const Keys& keys)
{
    QSettings settings;
    if (keys == entry.defaults)
        settings.remove(settingOf(entry.id));
    else
        settings.setValue(settingOf(entry.id), portable(keys));
}

void KeyMap::setKeys(const QString& id, const Keys& keys)
{
    const Entry* entry = find(id);
    if (!entry)
        return;
    apply(*entry, tidied(keys));
    emit changed();
}

void KeyMap::takeKeys(const QString& id, const Keys& keys)
{
    for (const QKeySequence& key : keys)
        for (const QString& other : conflicts(id, key)) {
            Keys left = this->keys(other);
            left.removeIf([&](const QKeySequence& own) { return collide(own, key); });
            apply(*find(other), left);
        }
    setKeys(id, keys);
}

bool KeyMap::isDefault(const QString& id) const
{
    const Entry* entry = find(id);
    return !entry || keys(id) == entry->defaults;
}

void KeyMap::restore(const QString& id)
{
    if (const Entry* entry = find(id))
        takeKeys(id, entry->defaults);
}

void KeyMap::restoreAll()
{
    for (const Entry& entry : entries_)
        apply(entry, entry.defaults);
    emit changed();
}

QAction* KeyMap::everywhere(const QKeyEvent& event, bool typing) const
{
    if (typing && typesText(event))
        return nullptr;
    const QKeySequence pressed(event.keyCombination());
    for (const Entry& entry : entries_)
        if (entry.everywhere && entry.action && entry.action->isEnabled() && keys(entry.id).contains(pressed))
            return entry.action;
    return nullptr;
}

} // namespace sonoloom
