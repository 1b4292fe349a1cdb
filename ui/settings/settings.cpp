// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QSettings>

namespace sonoloom
{

namespace
{

QString nameOf(const Field& field)
{
    return QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()));
}

/// Choices are kept by their number: their names are translated and may be worded anew.
QVariant valueOf(const Field& field)
{
    if (const auto* choice = std::get_if<Field::Choice>(&field.value))
        return choice->get(choice->target);
    return QString::fromStdString(fieldText(field));
}

/// False if the value is not one of the field's.
bool take(const Field& field, const QVariant& value)
{
    const auto* choice = std::get_if<Field::Choice>(&field.value);
    if (!choice)
        return setFieldText(field, value.toString().toStdString()) && checkField(field);
    bool isNumber = false;
    const int index = value.toInt(&isNumber);
    if (!isNumber || index < 0 || index >= static_cast<int>(choice->names.size()))
        return false;
    choice->set(choice->target, index);
    return true;
}

} // namespace

Settings readSettings()
{
    Settings settings;
    const QSettings kept;
    for (const Field& field : fieldsOf(settings)) {
        const std::string usual = fieldText(field);
        if (kept.contains(nameOf(field)) && !take(field, kept.value(nameOf(field))))
            (void)setFieldText(field, usual);
    }
    return settings;
}

void writeSettings(const Settings& settings)
{
    Settings written = settings;
    Settings usual;
    const auto defaults = fieldsOf(usual);
    QSettings kept;
    for (const Field& field : fieldsOf(written)) {
        if (fieldText(field) == fieldText(*findField(defaults, field.key)))
            kept.remove(nameOf(field));
        else
            kept.setValue(nameOf(field), valueOf(field));
    }
}

QLocale localeOf(Language language)
{
    switch (language) {
    case Language::English:
        return QLocale(QLocale::English);
    case Language::German:
        return QLocale(QLocale::German);
    case Language::System:
        break;
    }
    return QLocale();
}

} // namespace sonoloom
