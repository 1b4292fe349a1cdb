// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "ui/theme/theme.h"

#include <QLocale>

#include <string>

namespace sonoloom
{

/// What the mouse wheel does in a spectrogram without keys; Ctrl with it does the other.
enum class WheelPreset { Pan, Zoom };

enum class Language { System, English, German };

/// How the user wants the workbench, whatever is open.
struct Settings {
    ThemeMode theme = ThemeMode::System;
    Language language = Language::System; ///< from the next start on
    WheelPreset wheel = WheelPreset::Pan;
    double tuningHz = 440;                ///< A4, of the notes in the read-out
    bool live = true;                     ///< results are made by themselves
    int liveSeconds = 120;                ///< of sounds up to this length
    int autosaveSeconds = 3;              ///< after a change
    int threads = 0;                      ///< for the work; 0: all
    std::string exportFolder;             ///< where dialogs for exports open; empty: the last one
    bool confirmClose = true;             ///< ask before jobs are stopped
    bool operator==(const Settings&) const = default;
};

/// Keys are those of the settings' file.
template <class Params, class Visitor>
    requires FieldsOf<Params, Settings>
void visitFields(Params& p, Visitor&& visit)
{
    visit("view/theme", p.theme, Choices{{SONO_TR("Params", "As the system"), SONO_TR("Params", "Light"), SONO_TR("Params", "Dark")}},
          Label{SONO_TR("Params", "Theme")}, Help{SONO_TR("Params", "Colours of the window")});
    visit("view/language", p.language, Choices{{SONO_TR("Params", "As the system"), "English", "Deutsch"}},
          Label{SONO_TR("Params", "Language")}, Help{SONO_TR("Params", "Language of the window, from the next start on")});
    visit("view/wheel", p.wheel, Choices{{SONO_TR("Params", "Moves in time"), SONO_TR("Params", "Zooms, as in Sonic Visualiser")}},
          Label{SONO_TR("Params", "Mouse wheel")}, Help{SONO_TR("Params", "What the wheel does in a spectrogram; with Ctrl it does the other")});
    visit("view/tuning", p.tuningHz, Range{415, 466}, Label{SONO_TR("Params", "Tuning of A4")}, "Hz",
          Help{SONO_TR("Params", "Frequency from which the notes in the read-out are counted")});
    visit("preview/live", p.live, Label{SONO_TR("Params", "Reconstruct by itself")},
          Help{SONO_TR("Params", "Make the result anew after each change, and let it sound at once")});
    visit("preview/longest", p.liveSeconds, Range{1, 3600}, Label{SONO_TR("Params", "For sounds up to")}, "s",
          Help{SONO_TR("Params", "Longer sounds are reconstructed only when asked to")});
    visit("projects/autosave", p.autosaveSeconds, Range{1, 600}, Label{SONO_TR("Params", "Keep changes after")}, "s",
          Help{SONO_TR("Params", "How long after a change the work is kept, to be recovered if the program ends by accident")});
    visit("work/threads", p.threads, Range{0, 256}, Label{SONO_TR("Params", "Threads")}, "",
          Help{SONO_TR("Params", "How many threads compute; 0 is as many as the machine has. What comes out is the same")});
    visit("export/folder", p.exportFolder, Label{SONO_TR("Params", "Export to")},
          Help{SONO_TR("Params", "Folder in which the dialogs for exports open; empty is the one used last")});
    visit("window/confirmClose", p.confirmClose, Label{SONO_TR("Params", "Ask before files being written are given up")},
          Help{SONO_TR("Params", "When the window is closed while exports run or wait")});
}

/// From the user's settings; what is not there, or is not allowed, has its default.
Settings readSettings();
/// Into the user's settings; what has its default is not kept.
void writeSettings(const Settings& settings);

/// The language as Qt knows it.
QLocale localeOf(Language language);

} // namespace sonoloom
