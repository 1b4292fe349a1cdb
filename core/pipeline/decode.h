// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/codec/codec.h"
#include "core/io/audiofile.h"
#include "core/pipeline/records/sidecars.h"

#include <filesystem>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// Image files as an ImageSet: loaded when asked for, records from the image, else as findRecord finds them among
/// known ones and the sidecars in its folder, in this order. EXIF alone, which says less, stands behind those.
class ImageFiles final : public ImageSet
{
public:
    /// @param known records beside the sidecars, those of the open project or of another folder; null for none
    explicit ImageFiles(std::vector<std::filesystem::path> files,
                        std::shared_ptr<const std::vector<RecordSet>> known = nullptr);

    std::size_t count() const override { return files_.size(); }
    std::string name(std::size_t index) const override;
    Result<Image> load(std::size_t index) override;
    std::optional<Record> record(std::size_t index) override;

    RecordOrigin recordOrigin(std::size_t index);
    /// Where the record came from, for the user: "in the image", "from 'song.sonoloom.json' by name pattern", "none".
    std::string recordOriginText(std::size_t index);
    /// One sentence for each place and way that records not in their images came from: "Parameters of 3 images were
    /// restored from 'song.sonoloom.json' by name pattern." Looks at all images.
    std::vector<std::string> restorations();
    const std::vector<std::filesystem::path>& files() const { return files_; }
    /// Troubles met while looking for records (a broken sidecar, a broken text in an image), each once.
    const std::vector<std::string>& notices() const { return notices_; }

private:
    struct Found {
        std::optional<Record> record;
        RecordOrigin origin = RecordOrigin::None;
        std::string text = "none"; ///< for the user, of the origin
    };
    const Found& find(std::size_t index);
    Found search(std::size_t index, const Image& image);
    void remember(std::size_t index, Image image);
    void noticeOnce(const std::string& sentence);

    std::vector<std::filesystem::path> files_;
    std::vector<std::optional<Found>> found_;
    std::vector<std::string> notices_;
    std::shared_ptr<const std::vector<RecordSet>> known_; ///< may be null
    SidecarFolders sidecars_;
    std::list<std::pair<std::size_t, Image>> recent_; ///< images by index, loaded last first
};

/// What a decode makes of the images.
enum class DecodeAs { Audio, Mel, Stft };

/// What stands for images that are missing between others.
enum class Gaps { Join, Silence };

/// What is written of a decode.
struct DecodeOutputParams {
    DecodeAs as = DecodeAs::Audio;
    int rate = 0; ///< Hz of the written file; 0: the images' own
    Gaps gaps = Gaps::Join;
    bool operator==(const DecodeOutputParams&) const = default;
};

template <class Params, class Visitor>
    requires FieldsOf<Params, DecodeOutputParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("as", p.as, Choices{{"audio", "mel", "stft"}}, Label{SONO_TR("Params", "Output")},
          Help{SONO_TR("Params", "audio is a sound file; mel and stft are numbers, [bands x frames], in a .npy file")});
    visit("rate", p.rate, Range{0, 384'000}, Label{SONO_TR("Params", "Sample rate")}, "Hz",
          Help{SONO_TR("Params", "Rate of the written sound; 0 takes the images' own")});
    visit("gaps", p.gaps, Choices{{"join", "silence"}}, Label{SONO_TR("Params", "Missing images")},
          Help{SONO_TR("Params", "Where images are missing between others: join leaves their time out, silence keeps it; in "
                                 "Resonance's it is always kept")});
}

struct DecodeFilesOptions : DecodeOutputParams {
    ReconstructParams reconstruct;
    AudioWriteParams write;
    bool asStored = true; ///< a .wav may be the very file that the images hold: neither bits nor rate were asked for
    Overwrite overwrite = Overwrite::No;
    int threads = 0;
};

struct DecodedFile {
    std::filesystem::path output;
    int sampleRate = 0;
    int channels = 0;
    std::size_t samples = 0;
    std::optional<double> imageError; ///< mean difference in 8-bit levels between the images and those of the result
    double rounds = 0;                ///< of refinement, mean over the timeline
};

/// The codec for these images: `format` by name, or "auto" by recognition of the first image.
/// Errors: Unsupported with the reason, InvalidArgument for an unknown name.
Result<std::unique_ptr<Codec>> codecForImages(ImageSet& images, const std::string& format);

/// Tells the monitor of images that were not made one after the other: from several sounds, or with one left out.
/// They are joined in the order given all the same.
void noticeOrder(ImageSet& images, JobMonitor& monitor);

/// Images, as one timeline, to one file (sound, or .npy for mel and stft).
Result<DecodedFile> decodeFiles(ImageFiles& images, const Codec& codec, const std::vector<std::string>& given,
                                const std::filesystem::path& output, const DecodeFilesOptions& options,
                                JobMonitor& monitor);

} // namespace sonoloom
