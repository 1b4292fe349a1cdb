// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shape/presetshelf.h"

#include <QString>

#include <vector>

namespace sonoloom
{

/// The preset's name and description for the user: the built-in ones' in their language.
QString shownName(const PresetShelf::Entry& entry);
QString shownDescription(const PresetShelf::Entry& entry);

/// The texts of the built-in presets that are translated.
std::vector<const char*> translatedPresetTexts();

} // namespace sonoloom
