// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"
#include "core/io/audiofile.h"
#include "core/io/imagefile.h"
#include "core/io/qtimage.h"
#include "core/pipeline/compare/comparereport.h"
#include "core/pipeline/compare/datauri.h"
#include "core/pipeline/comparisonpicture.h"
#include "core/pipeline/outputset.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace sonoloom
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t mostInlineBytes = 8u << 20; // of samples of all three sounds
constexpr std::size_t bytesInSample = 3;
constexpr std::size_t mostFlacChannels = 8;
constexpr std::size_t samplesAtOnce = 1u << 18;
constexpr int pictureQuality = 90;
constexpr int pictureBands = 256;

/// A whole file, read in blocks so that a cancel is heard. Errors: as readAudioFile, Cancelled.
Result<Audio> soundOf(const fs::path& file, JobMonitor& monitor)
{
    const auto source = openAudioFile(file, monitor);
    if (!source)
        return source.error();
    Audio sound{source.value()->sampleRate(), std::vector<std::vector<float>>(static_cast<std::size_t>(source.value()->channelCount()))};
    for (auto& channel : sound.channels)
        channel.reserve(source.value()->sampleCount());
    for (;;) {
        const auto block = source.value()->read(samplesAtOnce);
        if (!block)
            return block.error();
        if (monitor.cancelled())
            return cancelledError();
        if (block->sampleCount() == 0)
            return sound;
        for (std::size_t c = 0; c < sound.channelCount(); ++c)
            sound.channels[c].insert(sound.channels[c].end(), block->channels[c].begin(), block->channels[c].end());
    }
}

class SoundsJob
{
public:
    SoundsJob(const CompareFilesOptions& options) : options_(options), outputs_(options.overwrite) {}

    Result<ComparedSounds> run(const fs::path& a, const fs::path& b, JobMonitor& monitor)
    {
        namePlaces(a, b);
        for (const fs::path& place : {made_.picture, made_.report.csv, made_.report.json, made_.report.html})
            if (auto free = outputs_.expect(place); !free)
                return free.error();
        PartMonitor reading(monitor, 0, 0.1);
        PartMonitor comparing(monitor, 0.1, 0.7);
        PartMonitor drawing(monitor, 0.7, 0.9);
        PartMonitor writing(monitor, 0.9, 1);
        auto done = read(reading);
        if (done)
            done = compare(comparing);
        if (done)
            done = draw(drawing);
        if (done)
            done = addSounds(writing);
        if (done)
            done = addReport();
        if (done)
            done = outputs_.commit();
        return done ? Result<ComparedSounds>(std::move(made_)) : Result<ComparedSounds>(done.error());
    }

private:
    void namePlaces(const fs::path& a, const fs::path& b)
    {
        made_.a = a;
        made_.b = b;
        made_.picture = options_.folder / "comparison.png";
        made_.report = {options_.folder / "comparison.csv", options_.folder / "comparison.json",
                        options_.folder / "comparison.html"};
    }

    Result<void> read(JobMonitor& monitor)
    {
        auto first = soundOf(made_.a, monitor);
        if (!first)
            return first.error();
        auto second = soundOf(made_.b, monitor);
        if (!second)
            return second.error();
        first_ = std::move(*first);
        second_ = std::move(*second);
        return {};
    }

    Result<void> compare(JobMonitor& monitor)
    {
        auto compared = compareTwoSounds(std::move(first_), std::move(second_), options_.params, options_.threads, monitor);
        if (!compared)
            return compared.error();
        made_.comparison = std::move(*compared);
        return {};
    }

    Result<void> draw(JobMonitor& monitor)
    {
        const int rate = made_.comparison.a->sampleRate;
        const double nyquist = rate / 2.0;
        const double topHz = options_.params.topHz > 0 ? std::min(options_.params.topHz, nyquist) : nyquist;
        const MelAnalysis analysis{stftFromMilliseconds(400, 100, 10, rate), MelParams{pictureBands, 0, topHz}, rate};
        PartMonitor first(monitor, 0, 0.5);
        PartMonitor second(monitor, 0.5, 1);
        const auto before = displaySpectrogram(*made_.comparison.a, analysis, options_.threads, first);
        const auto after = before ? displaySpectrogram(*made_.comparison.b, analysis, options_.threads, second) : before;
        if (!after)
            return after.error();
        const std::string title = made_.a.filename().string() + ", " + made_.b.filename().string();
        const Image picture = comparisonPicture(*before.value(), *after.value(), title);
        const auto bytes = encodePng(picture);
        const auto small = bytes ? encodeJpeg(picture, pictureQuality) : bytes;
        if (!small)
            return small.error();
        media_.push_back(dataUri("image/jpeg", small.value()));
        const auto added = outputs_.add(made_.picture, bytes.value());
        return added ? Result<void>{} : Result<void>{added.error()};
    }

    Result<void> addSounds(JobMonitor& monitor)
    {
        const Audio& a = *made_.comparison.a;
        const std::size_t bytes = 3 * bytesInSample * a.channelCount() * a.sampleCount();
        const double factor = commonFactor(monitor);
        const std::array sounds{made_.comparison.a, made_.comparison.b, made_.comparison.difference};
        const std::array names{"a", "b", "difference"};
        for (std::size_t i = 0; i < sounds.size(); ++i) {
            PartMonitor part(monitor, static_cast<double>(i) / 3, static_cast<double>(i + 1) / 3);
            const fs::path place = options_.folder / (std::string("comparison_") + names[i] + suffix());
            const Audio quieter = factor == 1 ? Audio{} : scaled(*sounds[i], factor);
            const Audio& sound = factor == 1 ? *sounds[i] : quieter;
            const auto done = bytes <= mostInlineBytes ? hold(place, sound, part) : keep(place, sound, part);
            if (!done)
                return done;
        }
        return {};
    }

    /// What makes the loudest sample of all three fit a file of integers, so that their levels keep their proportion.
    double commonFactor(JobMonitor& monitor) const
    {
        float peak = 0;
        for (const auto& sound : {made_.comparison.a, made_.comparison.b, made_.comparison.difference})
            for (const auto& channel : sound->channels)
                for (const float sample : channel)
                    peak = std::max(peak, std::abs(sample));
        if (peak <= 0.9999f || !std::isfinite(peak))
            return 1;
        char text[120];
        std::snprintf(text, sizeof text, "The sounds of the report were made quieter by %.1f dB to fit full scale.",
                      decibelsFromAmplitude(peak / 0.9999));
        monitor.notice(text);
        return 0.9999 / peak;
    }

    static Audio scaled(Audio sound, double factor)
    {
        for (auto& channel : sound.channels)
            for (float& sample : channel)
                sample = static_cast<float>(sample * factor);
        return sound;
    }

    bool isFlac() const
    {
        const Audio& a = *made_.comparison.a;
        return a.channelCount() <= mostFlacChannels && supportedRate("flac", a.sampleRate) == a.sampleRate;
    }
    std::string suffix() const { return isFlac() ? ".flac" : ".wav"; }

    /// Writes a sound beside its place, and takes its bytes into the page.
    Result<void> hold(const fs::path& place, const Audio& sound, JobMonitor& monitor)
    {
        const auto file = AtomicFile::create(place, Overwrite::Yes);
        if (!file)
            return file.error();
        if (auto written = writeAudioFile(file->temporaryPath(), sound, {}, Overwrite::Yes, monitor); !written)
            return written;
        const auto bytes = readFile(file->temporaryPath());
        if (!bytes)
            return bytes.error();
        media_.push_back(dataUri(isFlac() ? "audio/flac" : "audio/wav", bytes.value()));
        return {};
    }

    Result<void> keep(const fs::path& place, const Audio& sound, JobMonitor& monitor)
    {
        const auto write = [&sound](const fs::path& temporary, JobMonitor& naming) {
            return writeAudioFile(temporary, sound, {}, Overwrite::Yes, naming);
        };
        if (auto added = outputs_.add(place, write, monitor); !added)
            return added.error();
        made_.sounds.push_back(place);
        media_.push_back(uriOfName(place.filename().string()));
        return {};
    }

    Result<void> addReport()
    {
        for (const auto& [place, text] : {std::pair(made_.report.csv, toCsv(made_)), std::pair(made_.report.json, toJson(made_)),
                                          std::pair(made_.report.html, toHtml(made_, media_))})
            if (auto added = outputs_.add(place, text); !added)
                return added.error();
        return {};
    }

    const CompareFilesOptions& options_;
    OutputSet outputs_;
    ComparedSounds made_;
    Audio first_;
    Audio second_;
    std::vector<std::string> media_; ///< URIs of the picture and the three sounds
};

} // namespace

Result<ComparedSounds> compareSoundFiles(const fs::path& a, const fs::path& b, const CompareFilesOptions& options,
                                         JobMonitor& monitor)
{
    return SoundsJob(options).run(a, b, monitor);
}

} // namespace sonoloom
