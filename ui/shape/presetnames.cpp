// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shape/presetnames.h"

#include <QCoreApplication>

namespace sonoloom
{

namespace
{

QString shown(const std::string& text, bool translated)
{
    return translated && !text.empty() ? QCoreApplication::translate("Presets", text.c_str()) : QString::fromStdString(text);
}

} // namespace

QString shownName(const PresetShelf::Entry& entry)
{
    return shown(entry.preset->name, entry.builtIn);
}

QString shownDescription(const PresetShelf::Entry& entry)
{
    return shown(entry.preset->description, entry.builtIn);
}

std::vector<const char*> translatedPresetTexts()
{
    return {QT_TRANSLATE_NOOP("Presets", "Peer default"),
            QT_TRANSLATE_NOOP("Presets", "Exactly what riffusion-manipulation makes with its own values, both ways: mono, 44.1 kHz, "
                                         "each image stretched by itself."),
            QT_TRANSLATE_NOOP("Presets", "Maximum quality"),
            QT_TRANSLATE_NOOP("Presets", "Magnitude and phase in 16-bit colours: the sound comes back as it was, but the images are large."),
            QT_TRANSLATE_NOOP("Presets", "Small and robust"),
            QT_TRANSLATE_NOOP("Presets", "Small grey images in mono that bear JPEG and the loss of their records."),
            QT_TRANSLATE_NOOP("Presets", "Full bandwidth stereo"),
            QT_TRANSLATE_NOOP("Presets", "Mel images of both channels up to 22 kHz instead of 10 kHz.")};
}

} // namespace sonoloom
