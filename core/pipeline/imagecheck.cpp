// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/imagecheck.h"

#include "core/analysis/diagnosis/diagnosis.h"
#include "core/analysis/diagnosis/repair.h"
#include "core/codec/codecs.h"
#include "core/io/imagefile.h"
#include "core/pipeline/outputset.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sonoloom
{

namespace
{

constexpr double sure = 0.5; ///< from this confidence on a format is taken

Content contentOf(const std::string& format)
{
    if (format == "riffusion")
        return Content::Mel;
    if (format == "wavdiff")
        return Content::Phase;
    return format == "resonance" ? Content::Bytes : Content::Other;
}

double numberOf(const Record& record, const char* key)
{
    const auto found = record.params.find(key);
    return found == record.params.end() ? 0.0 : std::strtod(found->second.c_str(), nullptr);
}

/// A size from a record, 0 if it is none.
int sizeOf(double value)
{
    return value >= 1 && value < 1e6 ? static_cast<int>(std::ceil(value)) : 0;
}

int melWidth(const Record& record)
{
    const auto whole = record.params.find("whole");
    if (whole != record.params.end() && whole->second == "true")
        return record.tile ? record.tile->columns : 0;
    const double step = numberOf(record, "step-ms");
    return step > 0 ? sizeOf(numberOf(record, "duration") / step) : 0;
}

Expected expectedOf(const Record& record, Content content)
{
    Expected expected;
    expected.content = content;
    expected.depth = sizeOf(numberOf(record, "depth"));
    expected.sampleRate = record.sampleRate;
    if (content == Content::Mel) {
        expected.stretched = record.channels == 1 && record.level && record.level->rule == "minmax";
        expected.width = melWidth(record);
        expected.height = sizeOf(numberOf(record, "n-mels"));
        expected.bottomHz = numberOf(record, "f-min");
        expected.topHz = numberOf(record, "f-max");
        expected.fftSize = static_cast<int>(std::clamp(numberOf(record, "padded-ms") / 1000 * record.sampleRate, 0.0, 1e9));
    } else if (content == Content::Phase) {
        expected.width = expected.height = sizeOf(numberOf(record, "size"));
    } else if (content == Content::Bytes) {
        expected.width = sizeOf(numberOf(record, "width"));
        expected.height = sizeOf(numberOf(record, "height"));
    }
    return expected;
}

/// What lies behind a frame or colours of a map, if anything.
void lookPast(const Image& image, ImageCheck& check, JobMonitor& monitor)
{
    const auto findings = diagnose(image, {.content = Content::Other}, monitor);
    if (!findings || std::ranges::none_of(findings.value(), &Finding::mendable))
        return;
    const auto bare = repair(image, findings.value(), monitor);
    if (!bare)
        return;
    RecognisedCodec recognised = recogniseCodec(bare.value());
    if (!recognised.codec)
        return;
    const Finding* colours = findingOf(findings.value(), Fault::ColourMapped);
    const std::string seen = colours ? "in the colours of " + colours->mend.map : "inside a frame";
    check.format = recognised.codec->name();
    check.formatLabel = recognised.codec->label();
    check.recognition = {recognised.recognition.confidence, "looks like " + check.formatLabel + ", " + seen};
}

void recogniseInto(ImageCheck& check, const Image& image, const std::optional<Record>& record, JobMonitor& monitor)
{
    const std::unique_ptr<Codec> recorded = record && !record->format.empty() ? makeCodec(record->format) : nullptr;
    RecognisedCodec recognised = recogniseCodec(image);
    check.recognition = recognised.recognition;
    const Codec* codec = recorded ? recorded.get() : recognised.codec.get();
    if (recorded && recognised.recognition.confidence < 1)
        check.recognition = {1.0, "is known by its record"};
    if (!codec)
        return lookPast(image, check, monitor);
    check.format = codec->name();
    check.formatLabel = codec->label();
}

/// The image with the record in its texts, if it lacks it.
void giveRecord(Image& image, const std::optional<Record>& record)
{
    if (record && !record->format.empty() && !image.text.contains(recordKeyword))
        image.text[recordKeyword] = recordToJson(*record);
}

} // namespace

bool ImageCheck::mendable() const
{
    return std::ranges::any_of(findings, &Finding::mendable);
}

Result<ImageCheck> checkImage(const Image& image, const std::optional<Record>& record, JobMonitor& monitor)
{
    ImageCheck check;
    recogniseInto(check, image, record, monitor);
    const Content content = check.recognition.confidence >= sure ? contentOf(check.format) : Content::Other;
    auto findings = diagnose(image, record ? expectedOf(*record, content) : Expected{.content = content}, monitor);
    if (!findings)
        return findings.error();
    if (content != Content::Other)
        check.findings = std::move(*findings);
    return check;
}

Result<ImageCheck> checkImage(ImageFiles& images, std::size_t index, JobMonitor& monitor)
{
    const auto image = images.load(index);
    if (!image)
        return image.error();
    auto check = checkImage(image.value(), images.record(index), monitor);
    if (check)
        check->origin = images.recordOrigin(index);
    return check;
}

Result<void> noticeFaults(ImageFiles& images, JobMonitor& monitor)
{
    constexpr double surely = 0.7;
    if (images.count() == 0)
        return {};
    if (const auto record = images.record(0); record && record->format == "resonance")
        return {}; // decoding checks its bytes better
    const auto check = checkImage(images, 0, monitor);
    if (!check)
        return check.error();
    for (const Finding& finding : check.value().findings)
        if (finding.mendable && finding.confidence >= surely)
            monitor.notice("'" + images.name(0) + "': " + finding.what + " " + finding.cost +
                           " Mend it with 'sonoloom info --repair' and decode what that writes.");
    return {};
}

Result<RepairedImage> repairedImage(ImageFiles& images, std::size_t index, JobMonitor& monitor)
{
    auto check = checkImage(images, index, monitor);
    if (!check)
        return check.error();
    std::erase_if(check->findings, [](const Finding& finding) { return !finding.mendable; });
    if (check->findings.empty())
        return Error{ErrorCode::Unsupported, "'" + images.name(index) + "' has nothing that can be mended; leave it as it is."};
    const auto image = images.load(index);
    if (!image)
        return image.error();
    auto mended = repair(image.value(), check->findings, monitor);
    if (!mended)
        return mended.error();
    giveRecord(mended.value(), images.record(index));
    return RepairedImage{std::move(*mended), std::move(check->findings)};
}

Result<std::vector<Finding>> repairFile(ImageFiles& images, std::size_t index, const std::filesystem::path& place,
                                        Overwrite overwrite, JobMonitor& monitor)
{
    OutputSet output(overwrite);
    if (auto free = output.expect(place); !free)
        return free.error();
    auto repaired = repairedImage(images, index, monitor);
    if (!repaired)
        return repaired.error();
    const auto bytes = encodePng(repaired->image);
    if (!bytes)
        return bytes.error();
    if (const auto added = output.add(place, bytes.value()); !added)
        return added.error();
    if (auto committed = output.commit(); !committed)
        return committed.error();
    return std::move(repaired->mended);
}

} // namespace sonoloom
