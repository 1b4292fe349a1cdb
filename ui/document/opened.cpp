// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/opened.h"

#include "core/codec/codecs.h"
#include "core/io/failure.h"
#include "core/io/filelist.h"
#include "core/io/imagefile.h"
#include "core/pipeline/convert.h"
#include "core/pipeline/imagecheck.h"
#include "core/pipeline/mendedimages.h"

#include <algorithm>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

Error mixture(const std::string& sentence)
{
    return {ErrorCode::InvalidArgument, sentence};
}

Result<Opened> openSound(const fs::path& file, JobMonitor& monitor)
{
    monitor.progress(0, "Reading " + file.filename().string());
    auto source = openAudioFile(file, monitor);
    if (!source)
        return source.error();
    auto hash = fileSha256(file);
    if (!hash)
        return hash.error();
    auto opened = std::make_shared<OpenedSound>();
    opened->path = file;
    opened->facts = (*source)->facts();
    opened->origin = {file.filename().string(), *hash, (*source)->sampleCount()};
    Audio audio{opened->facts.sampleRate, std::vector<std::vector<float>>(static_cast<std::size_t>(opened->facts.channels))};
    for (auto& channel : audio.channels)
        channel.reserve(opened->facts.samples);
    constexpr std::size_t samplesAtOnce = 1 << 18;
    while (audio.sampleCount() < opened->facts.samples) {
        if (monitor.cancelled())
            return cancelledError();
        auto block = (*source)->read(samplesAtOnce);
        if (!block)
            return block.error();
        if (block->sampleCount() == 0)
            break;
        for (std::size_t c = 0; c < audio.channels.size(); ++c)
            audio.channels[c].insert(audio.channels[c].end(), block->channels[c].begin(), block->channels[c].end());
        monitor.progress(static_cast<double>(audio.sampleCount()) / static_cast<double>(opened->facts.samples),
                         "Reading " + file.filename().string());
    }
    opened->audio = std::make_shared<Audio>(std::move(audio));
    return Opened(std::shared_ptr<const OpenedSound>(std::move(opened)));
}

/// The codec's fields as the first image's record has them.
void takeRecord(Codec& codec, const std::optional<Record>& record)
{
    if (!record)
        return;
    const auto fields = codec.fields();
    for (const auto& [key, text] : record->params)
        if (const Field* field = findField(fields, key))
            static_cast<void>(setFieldText(*field, text)); // a record of a newer version may hold what this one cannot
    if (const Field* maxvol = findField(fields, "maxvol"); maxvol && record->level && record->level->maxvol > 0)
        *std::get<double*>(maxvol->value) = record->level->maxvol;
}

/// Tiles of an open sound as records to find images by.
Result<std::shared_ptr<const std::vector<RecordSet>>> knownFrom(const OpenOptions& options, JobMonitor& monitor)
{
    if (options.known)
        return options.known;
    auto known = std::make_shared<std::vector<RecordSet>>();
    if (options.tiles) {
        auto set = recordSetOf("the sound that was open", *options.tiles, monitor);
        if (!set)
            return set.error();
        known->push_back(std::move(*set));
    }
    return std::shared_ptr<const std::vector<RecordSet>>(std::move(known));
}

/// What decodes them: as codecForImages, or what the first would be once mended, or what the user said; null: nobody knows.
Result<std::unique_ptr<Codec>> codecOf(ImageFiles& images, ImageSet& shown, const OpenOptions& options, JobMonitor& monitor)
{
    auto codec = codecForImages(shown, "auto");
    if (codec || codec.error().code != ErrorCode::Unsupported)
        return codec;
    if (!options.format.empty())
        return codecForImages(shown, options.format);
    const auto check = checkImage(images, 0, monitor);
    if (check && !check.value().format.empty() && check.value().mendable())
        if (auto likely = makeCodec(check.value().format))
            return likely;
    if (check && check.value().format.empty() && !images.record(0))
        return std::unique_ptr<Codec>();
    return codec;
}

/// Why, without what the command line could do about it.
std::string doubtOf(const Image& first, const std::string& name)
{
    return "'" + name + "' does not look like a spectrogram (" + recogniseCodec(first).recognition.reason + ")";
}

Result<Opened> openImages(const std::vector<fs::path>& files, const OpenOptions& options, JobMonitor& monitor)
{
    auto known = knownFrom(options, monitor);
    if (!known)
        return known.error();
    ImageFiles images(files, *known);
    auto opened = std::make_shared<OpenedImages>();
    for (const fs::path& file : files)
        opened->images.emplace_back().path = file;
    opened->mended = options.mended;
    opened->known = *known;
    const auto shown = opened->imageSet();
    auto codec = codecOf(images, *shown, options, monitor);
    if (!codec)
        return codec.error();
    if (!*codec) {
        const auto first = shown->load(0);
        return first ? Result<Opened>(DoubtfulImages{files, doubtOf(first.value(), images.name(0))}) : first.error();
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        monitor.progress(static_cast<double>(i) / static_cast<double>(files.size()), "Reading " + images.name(i));
        const auto image = shown->load(i);
        if (!image)
            return image.error();
        if (i == 0)
            opened->recognition = recogniseCodec(image.value()).recognition.reason;
        opened->images[i] = {files[i], image.value().width, image.value().height, images.record(i),
                             images.recordOrigin(i), images.recordOriginText(i)};
    }
    for (const std::string& restored : images.restorations())
        monitor.notice(restored);
    for (const std::string& notice : images.notices())
        monitor.notice(notice);
    takeRecord(**codec, opened->images.front().record);
    opened->codec = std::move(*codec);
    return Opened(std::shared_ptr<const OpenedImages>(std::move(opened)));
}

} // namespace

std::vector<fs::path> OpenedImages::paths() const
{
    std::vector<fs::path> paths;
    for (const OpenedImage& image : images)
        paths.push_back(image.path);
    return paths;
}

std::unique_ptr<ImageSet> OpenedImages::imageSet() const
{
    ImageFiles files(paths(), known);
    if (mended)
        return std::make_unique<MendedImages>(std::move(files));
    return std::make_unique<ImageFiles>(std::move(files));
}

Result<Opened> openFiles(const std::vector<std::string>& paths, const OpenOptions& options, JobMonitor& monitor)
{
    auto suffixes = readableImageSuffixes();
    suffixes.insert(suffixes.end(), readableAudioSuffixes().begin(), readableAudioSuffixes().end());
    auto list = expandInputs(paths, suffixes, false);
    if (!list)
        return list.error();
    auto& files = list->files;
    if (files.size() > 1)
        std::erase_if(files, isComparisonPicture);
    if (files.empty())
        return Error{ErrorCode::NotFound, "There are no sound files or images in " + quoted(fs::path(paths.front())) + "."};
    const auto images = static_cast<std::size_t>(std::ranges::count_if(files, hasImageSuffix));
    if (images == files.size()) {
        std::ranges::sort(files, [](const fs::path& a, const fs::path& b) { return naturalLess(a.string(), b.string()); });
        return openImages(files, options, monitor);
    }
    if (images > 0)
        return mixture("Sound files and images were picked together; open either one sound file or images.");
    if (files.size() > 1)
        return mixture("Several sound files were picked; open one at a time (many are converted by 'sonoloom encode').");
    auto sound = openSound(files.front(), monitor);
    if (sound || sound.error().code != ErrorCode::Unsupported || !readImageFile(files.front()))
        return sound;
    return openImages(files, options, monitor);
}

} // namespace sonoloom
