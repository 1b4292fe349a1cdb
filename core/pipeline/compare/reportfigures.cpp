// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a comparison for programs: JSON and CSV.
#include "core/pipeline/compare/comparereport.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace sonoloom
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

/// With bytes that are no UTF-8 replaced.
std::string dumped(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json namesOf(const std::vector<fs::path>& files)
{
    Json names = Json::array();
    for (const fs::path& file : files)
        names.push_back(file.string());
    return names;
}

Json jsonOf(const ComparedSlice& slice)
{
    return {{"a", slice.files.a.string()},
            {"b", slice.files.b.string()},
            {"psnr_db", slice.figures.psnrDb},
            {"ssim", orNull(slice.figures.similarity)},
            {"snr_db", orNull(slice.figures.snrDb)},
            {"spectral_convergence_db", orNull(slice.figures.spectralConvergenceDb)},
            {"log_spectral_distance_db", orNull(slice.figures.logSpectralDistanceDb)},
            {"missing", slice.missing.empty() ? Json(nullptr) : Json(slice.missing)},
            {"conversions", slice.conversions},
            {"picture", slice.picture.string()}};
}

const char* wordOf(AlignedBy by)
{
    switch (by) {
    case AlignedBy::Waveform: return "waveform";
    case AlignedBy::Envelopes: return "envelopes";
    case AlignedBy::Nothing: break;
    }
    return "nothing";
}

/// Keys and values of two sounds, in the order of the files.
Json figuresOf(const ComparedSounds& compared)
{
    const SoundComparison& c = compared.comparison;
    return {{"a", compared.a.string()},
            {"b", compared.b.string()},
            {"snr_db", c.snrDb},
            {"spectral_convergence_db", c.spectralConvergenceDb},
            {"log_spectral_distance_db", c.logSpectralDistanceDb},
            {"offset_samples", c.alignment.offset},
            {"offset_fraction", c.alignment.fraction},
            {"offset_seconds", c.offsetSeconds()},
            {"aligned_by", wordOf(c.alignment.by)},
            {"confidence", c.alignment.confidence()},
            {"inverted", c.alignment.inverted},
            {"gain_db", c.gainDb},
            {"lufs_a", orNull(c.loudnessA.lufs)},
            {"lufs_b", orNull(c.loudnessB.lufs)},
            {"true_peak_a_db", orNull(c.loudnessA.truePeakDb)},
            {"true_peak_b_db", orNull(c.loudnessB.truePeakDb)},
            {"sample_rate", c.a->sampleRate},
            {"channels", c.a->channelCount()},
            {"seconds_a", c.secondsA},
            {"seconds_b", c.secondsB},
            {"seconds_compared", c.a->seconds()}};
}

/// A field of a CSV line, quoted where it must be.
std::string field(const Json& value)
{
    if (value.is_null())
        return {};
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    return quoted + '"';
}

std::string line(const std::vector<Json>& values)
{
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i)
        text += (i == 0 ? "" : ",") + field(values[i]);
    return text + "\r\n";
}

std::vector<Json> rowOf(const std::string& a, const std::string& b, const ImageFigures& figures)
{
    return {a, b, figures.psnrDb, orNull(figures.similarity), orNull(figures.snrDb),
            orNull(figures.spectralConvergenceDb), orNull(figures.logSpectralDistanceDb)};
}

} // namespace

std::string toJson(const ComparedImages& compared)
{
    Json json{{"kind", "images"}, {"gain", compared.gain}, {"slices", Json::array()}};
    for (const ComparedSlice& slice : compared.slices)
        json["slices"].push_back(jsonOf(slice));
    json["average_psnr_db"] = compared.mean.psnrDb;
    json["average_ssim"] = orNull(compared.mean.similarity);
    json["average_snr_db"] = orNull(compared.mean.snrDb);
    json["average_spectral_convergence_db"] = orNull(compared.mean.spectralConvergenceDb);
    json["average_log_spectral_distance_db"] = orNull(compared.mean.logSpectralDistanceDb);
    json["unpaired_a"] = namesOf(compared.onlyA);
    json["unpaired_b"] = namesOf(compared.onlyB);
    return dumped(json);
}

std::string toJson(const ComparedSounds& compared)
{
    Json json{{"kind", "sounds"}};
    json.update(figuresOf(compared));
    json["conversions"] = compared.comparison.conversions;
    json["picture"] = compared.picture.string();
    json["sounds"] = namesOf(compared.sounds);
    return dumped(json);
}

std::string toCsv(const ComparedImages& compared)
{
    std::string text = line({"a", "b", "psnr_db", "ssim", "snr_db", "spectral_convergence_db", "log_spectral_distance_db"});
    for (const ComparedSlice& slice : compared.slices)
        text += line(rowOf(slice.files.a.string(), slice.files.b.string(), slice.figures));
    return text + line(rowOf("average", "", compared.mean));
}

std::string toCsv(const ComparedSounds& compared)
{
    std::vector<Json> keys;
    std::vector<Json> values;
    const Json figures = figuresOf(compared);
    for (const auto& [key, value] : figures.items()) {
        keys.emplace_back(key);
        values.push_back(value);
    }
    return line(keys) + line(values);
}

} // namespace sonoloom
