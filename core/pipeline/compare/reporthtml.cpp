// SPDX-License-Identifier: GPL-3.0-or-later
// The page that people read.
#include "core/pipeline/compare/comparereport.h"

#include <cstdio>

namespace sonoloom
{

namespace
{

constexpr const char* styleSheet = R"(
:root { color-scheme: light dark; --ink: #1d1f24; --paper: #fff; --soft: #6a6f7a; --line: #d8dbe2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ec; --paper: #17191d; --soft: #9aa0ac; --line: #363a43; } }
body { margin: 2rem auto; max-width: 90rem; padding: 0 1.5rem; background: var(--paper); color: var(--ink);
       font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td.n, th.n { text-align: right; }
tr.mean td { font-weight: 600; }
figure { margin: 1.5rem 0; } img { max-width: 100%; height: auto; border: 1px solid var(--line); }
.note, figcaption { color: var(--soft); }
.players { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; }
audio { width: 100%; }
)";

constexpr const char* imageLegend =
    "<p class=\"note\">PSNR: the difference in dB below the greatest value, 100 for equal images; it counts phases like "
    "levels. SSIM: structural similarity, 1 for equal images. SNR, spectral convergence and log-spectral distance are "
    "of what the images hold: higher SNR, lower convergence and lower distance are truer.</p>\n";
constexpr const char* soundLegend =
    "<p class=\"note\">SNR: the difference sample by sample in dB below A; higher is truer. Spectral convergence: the "
    "difference of the spectrograms in dB below that of A; log-spectral distance: their mean difference in dB, quiet cells "
    "counting like loud ones; lower is truer.</p>\n";
constexpr const char* phasesDiffer = "The waves of B are not those of A, though the levels are alike, as after phases were found anew: "
                                     "the SNR says little here.";

/// Text that stays text.
std::string escaped(const std::string& text)
{
    std::string out;
    for (const char letter : text) {
        switch (letter) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += letter;
        }
    }
    return out;
}

std::string number(const char* format, const std::optional<double>& value)
{
    char text[48];
    std::snprintf(text, sizeof text, format, value.value_or(0));
    return value ? text : "\u2014";
}

std::string page(const std::string& title, const std::string& body)
{
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>" +
           escaped(title) + "</title>\n<style>" + styleSheet + "</style>\n</head>\n<body>\n<h1>" + escaped(title) + "</h1>\n" +
           body + "</body>\n</html>\n";
}

std::string notes(const std::vector<std::string>& sentences)
{
    std::string text;
    for (const std::string& sentence : sentences)
        text += "<p class=\"note\">" + escaped(sentence) + "</p>\n";
    return text;
}

std::string names(const char* before, const std::vector<std::filesystem::path>& files)
{
    if (files.empty())
        return {};
    std::string text;
    for (const auto& file : files)
        text += (text.empty() ? "" : ", ") + file.string();
    return "<p class=\"note\">" + std::string(before) + escaped(text) + "</p>\n";
}

std::string cells(const ImageFigures& figures)
{
    std::string text;
    const auto add = [&text](const std::string& value) { text += "<td class=\"n\">" + value + "</td>"; };
    add(number("%.2f", figures.psnrDb));
    add(number("%.4f", figures.similarity));
    add(number("%.2f", figures.snrDb));
    add(number("%.2f", figures.spectralConvergenceDb));
    add(number("%.2f", figures.logSpectralDistanceDb));
    return text;
}

std::string sliceTable(const ComparedImages& compared)
{
    std::string text = "<table>\n<tr><th>Original</th><th>Reconstructed</th><th class=\"n\">PSNR, dB</th><th class=\"n\">SSIM</th>"
                       "<th class=\"n\">SNR, dB</th><th class=\"n\">spectral convergence, dB</th>"
                       "<th class=\"n\">log-spectral distance, dB</th></tr>\n";
    for (const ComparedSlice& slice : compared.slices)
        text += "<tr><td>" + escaped(slice.files.a.filename().string()) + "</td><td>" +
                escaped(slice.files.b.filename().string()) + "</td>" + cells(slice.figures) + "</tr>\n";
    return text + "<tr class=\"mean\"><td>Average</td><td></td>" + cells(compared.mean) + "</tr>\n</table>\n";
}

std::string figure(const std::string& uri, const std::string& caption)
{
    return "<figure><img loading=\"lazy\" src=\"" + escaped(uri) + "\" alt=\"" + escaped(caption) + "\"/><figcaption>" +
           escaped(caption) + "</figcaption></figure>\n";
}

std::string player(const char* title, const std::string& uri)
{
    return "<div><h2>" + std::string(title) + "</h2><audio controls=\"controls\" preload=\"metadata\" src=\"" + escaped(uri) +
           "\"></audio></div>\n";
}

std::string row(const char* what, const std::string& a, const std::string& b = {})
{
    return "<tr><td>" + std::string(what) + "</td><td class=\"n\"" + (b.empty() ? " colspan=\"2\">" : ">") + a + "</td>" +
           (b.empty() ? "" : "<td class=\"n\">" + b + "</td>") + "</tr>\n";
}

std::string offsetText(const SoundComparison& c)
{
    if (c.alignment.by == AlignedBy::Nothing)
        return "none found";
    const double milliseconds = c.offsetSeconds() * 1000;
    return std::to_string(c.alignment.offset) + " samples (" + number("%.3f", milliseconds) + " ms) by " +
           (c.alignment.by == AlignedBy::Waveform ? "waveform" : "envelopes") + ", " +
           number("%.0f", c.alignment.confidence() * 100) + " % sure";
}

std::string soundTable(const ComparedSounds& compared)
{
    const SoundComparison& c = compared.comparison;
    return "<table>\n<tr><th></th><th class=\"n\">A, original</th><th class=\"n\">B, reconstructed</th></tr>\n" +
           row("File", escaped(compared.a.filename().string()), escaped(compared.b.filename().string())) +
           row("Length, s", number("%.3f", c.secondsA), number("%.3f", c.secondsB)) +
           row("Loudness, LUFS", number("%.1f", c.loudnessA.lufs), number("%.1f", c.loudnessB.lufs)) +
           row("True peak, dBTP", number("%.1f", c.loudnessA.truePeakDb), number("%.1f", c.loudnessB.truePeakDb)) +
           row("Offset of B", offsetText(c)) + row("Compared, s", number("%.3f", c.a->seconds())) +
           row("B louder by, dB", number("%+.2f", c.gainDb)) +
           row("Polarity of B", c.alignment.inverted ? "opposite" : "the same") + row("SNR, dB", number("%.2f", c.snrDb)) +
           row("Spectral convergence, dB", number("%.2f", c.spectralConvergenceDb)) +
           row("Log-spectral distance, dB", number("%.2f", c.logSpectralDistanceDb)) + "</table>\n";
}

} // namespace

std::string toHtml(const ComparedImages& compared, const std::vector<std::string>& pictures)
{
    std::string body = sliceTable(compared) + imageLegend + names("Without a partner in the first set: ", compared.onlyA) +
                       names("Without a partner in the second set: ", compared.onlyB);
    for (const Error& failure : compared.failures)
        body += notes({failure.message});
    for (std::size_t i = 0; i < compared.slices.size(); ++i) {
        const ComparedSlice& slice = compared.slices[i];
        const std::string a = slice.files.a.filename().string();
        const std::string b = slice.files.b.filename().string();
        body += "<h2>" + escaped(a == b ? a : a + " and " + b) + "</h2>\n" + notes(slice.conversions) +
                figure(pictures[i], "Original, reconstructed, difference times " + number("%g", compared.gain));
        if (!slice.missing.empty())
            body += notes({slice.missing});
    }
    return page("Comparison of images", body);
}

std::string toHtml(const ComparedSounds& compared, const std::vector<std::string>& media)
{
    std::string body = soundTable(compared) + soundLegend + notes(compared.comparison.conversions);
    if (compared.comparison.alignment.by == AlignedBy::Envelopes)
        body += notes({phasesDiffer});
    body += "<div class=\"players\">\n" + player("A, original", media[1]) + player("B, reconstructed", media[2]) +
            player("Difference", media[3]) + "</div>\n";
    body += figure(media[0], "Levels of the original, the reconstruction and how far they are apart");
    return page("Comparison of sounds", body);
}

} // namespace sonoloom
