// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/convert.h"

#include "core/io/imagefile.h"
#include "core/pipeline/comparisonpicture.h"
#include "core/pipeline/preview.h"

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

constexpr const char* soundSuffix = "_reconstructed.wav";
constexpr const char* pictureSuffix = "_comparison.png";
constexpr const char* figuresSuffix = "_figures.json";

/// The images of a job whose files have no names yet.
class StagedImages final : public ImageSet
{
public:
    explicit StagedImages(const StagedEncoding& staged) : staged_(staged) {}

    std::size_t count() const override { return staged_.tiles.size(); }
    std::string name(std::size_t index) const override { return staged_.file.images[index].filename().string(); }
    Result<Image> load(std::size_t index) override { return readImageFile(staged_.tiles[index].temporary); }
    std::optional<Record> record(std::size_t index) override { return staged_.tiles[index].record; }

private:
    const StagedEncoding& staged_;
};

class ConvertJob
{
public:
    ConvertJob(const EncodeFilesOptions& encode, const DecodeFilesOptions& decode, const Codec& codec)
        : encode_(encode), decode_(decode), codec_(codec), outputs_(encode.overwrite)
    {
    }

    Result<ConvertedFile> run(const fs::path& audio, const std::string& stem, JobMonitor& monitor)
    {
        namePlaces(stem);
        for (const fs::path& place : {made_.audio, made_.comparison, made_.figures})
            if (auto free = outputs_.expect(place); !free)
                return free.error();
        PartMonitor encoding(monitor, 0, 0.2);
        auto staged = stageEncoding(outputs_, audio, stem, codec_, encode_, encoding);
        if (!staged)
            return staged.error();
        PartMonitor decoding(monitor, 0.2, 0.8);
        auto analysis = decode(*staged, decoding);
        if (!analysis)
            return analysis.error();
        PartMonitor comparing(monitor, 0.8, 1);
        if (auto compared = compare(audio, *analysis, comparing); !compared)
            return compared.error();
        const auto stale = staleTiles(encode_.folder, stem, staged->tiles.size());
        if (auto committed = outputs_.commit(); !committed)
            return committed.error();
        removeStale(stale, monitor);
        made_.encoded = std::move(staged->file);
        return std::move(made_);
    }

private:
    void namePlaces(const std::string& stem)
    {
        made_.audio = encode_.folder / (stem + soundSuffix);
        made_.comparison = encode_.folder / (stem + pictureSuffix);
        made_.figures = encode_.folder / (stem + figuresSuffix);
    }

    /// Finds the sound again, and how far its images would differ; returns the axes of the images.
    Result<MelAnalysis> decode(const StagedEncoding& staged, JobMonitor& monitor)
    {
        StagedImages images(staged);
        auto decoding = codec_.open(images, {}, monitor);
        if (!decoding)
            return decoding.error();
        PartMonitor finding(monitor, 0, 0.9);
        auto sound = (*decoding)->audio(decode_.reconstruct, decode_.threads, finding);
        if (!sound)
            return sound.error();
        sound_ = std::move(sound->audio);
        made_.result.rounds = sound->rounds;
        if (ByteSource* file = (*decoding)->file(); file && decode_.asStored) {
            auto bytes = readBytes(*file, 0, file->size());
            if (!bytes)
                return bytes.error();
            stored_.assign(bytes->begin(), bytes->end());
        }
        MagnitudeSource* mel = (*decoding)->mel();
        if (!mel)
            return previewAnalysis(codec_, sound_.sampleRate);
        PartMonitor measuring(monitor, 0.9, 1);
        const auto error = imageErrorOf(sound_, *mel, *(*decoding)->melAnalysis(), decode_.threads, measuring);
        if (!error)
            return error.error();
        made_.result.imageError = error.value();
        return *(*decoding)->melAnalysis();
    }

    Result<void> compare(const fs::path& audio, const MelAnalysis& analysis, JobMonitor& monitor)
    {
        PartMonitor reading(monitor, 0, 0.1);
        JobMonitor silent; // what is to be noticed of the file was so when it was encoded
        auto read = readAudioFile(audio, silent);
        auto original = read ? matchedTo(std::move(*read), sound_) : read;
        if (!original)
            return original.error();
        PartMonitor measuring(monitor, 0.1, 0.6);
        auto figures = compareSounds(*original, sound_, analysis.mel.topHz, decode_.threads, measuring);
        if (!figures)
            return figures.error();
        figures->imageError = made_.result.imageError;
        figures->rounds = made_.result.rounds;
        made_.result = *figures;
        PartMonitor drawing(monitor, 0.6, 0.9);
        if (auto drawn = draw(*original, analysis, audio.filename().string(), drawing); !drawn)
            return drawn;
        return write(monitor);
    }

    Result<void> draw(const Audio& original, const MelAnalysis& analysis, const std::string& title, JobMonitor& monitor)
    {
        PartMonitor first(monitor, 0, 0.5);
        const auto before = displaySpectrogram(original, analysis, decode_.threads, first);
        if (!before)
            return before.error();
        PartMonitor second(monitor, 0.5, 1);
        const auto after = displaySpectrogram(sound_, analysis, decode_.threads, second);
        if (!after)
            return after.error();
        const auto bytes = encodePng(comparisonPicture(*before.value(), *after.value(), title), monitor);
        if (!bytes)
            return bytes.error();
        const auto added = outputs_.add(made_.comparison, bytes.value());
        return added ? Result<void>{} : Result<void>{added.error()};
    }

    Result<void> write(JobMonitor& monitor)
    {
        const auto writeSound = [this](const fs::path& temporary, JobMonitor& naming) {
            return writeAudioFile(temporary, sound_, decode_.write, Overwrite::Yes, naming);
        };
        const auto sound = stored_.empty() ? outputs_.add(made_.audio, writeSound, monitor)
                                           : outputs_.add(made_.audio, stored_);
        if (!sound)
            return sound.error();
        const auto figures = outputs_.add(made_.figures, figuresToJson(made_.result));
        return figures ? Result<void>{} : Result<void>{figures.error()};
    }

    const EncodeFilesOptions& encode_;
    const DecodeFilesOptions& decode_;
    const Codec& codec_;
    OutputSet outputs_;
    ConvertedFile made_;
    Audio sound_;
    std::string stored_; ///< the file that the images hold, where they hold one
};

} // namespace

bool isComparisonPicture(const fs::path& file)
{
    const std::string name = file.filename().string();
    if (!name.ends_with(pictureSuffix))
        return false;
    std::error_code ignored;
    const std::string stem = name.substr(0, name.size() - std::string_view(pictureSuffix).size());
    return fs::exists(file.parent_path() / (stem + figuresSuffix), ignored);
}

Result<ConvertedFile> convertFile(const fs::path& audio, const std::string& stem, const Codec& codec,
                                  const EncodeFilesOptions& encode, const DecodeFilesOptions& decode, JobMonitor& monitor)
{
    return ConvertJob(encode, decode, codec).run(audio, stem, monitor);
}

} // namespace sonoloom
