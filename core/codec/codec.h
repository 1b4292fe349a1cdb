// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/audiosource.h"
#include "core/base/fields.h"
#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/codec/record.h"
#include "core/dsp/reconstruct.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// One image of a set, with the record already in its texts where the format carries one.
struct Tile {
    Image image;
    Record record;
};

/// Receives the tiles in order; an error stops the encoding.
using TileSink = std::function<Result<void>(Tile)>;

/// What an encoding came to.
struct EncodeReport {
    int tiles = 0;
    std::size_t pixels = 0;        ///< sample values written
    std::size_t clippedPixels = 0; ///< of these, cut off at the end of the range
    double maxvol = 0;             ///< the level really used, where the format has one
};

/// Images that are loaded one by one, in the order of time.
class ImageSet
{
public:
    virtual ~ImageSet() = default;
    virtual std::size_t count() const = 0;
    /// For messages: the file's name.
    virtual std::string name(std::size_t index) const = 0;
    virtual Result<Image> load(std::size_t index) = 0;
    /// The record that belongs to the image, wherever it was found (image, sidecar, project); nothing if there is none.
    virtual std::optional<Record> record(std::size_t index) = 0;
};

/// What decodes a set of images: opened, it knows what will come out; asked, it brings it.
class Decoding
{
public:
    virtual ~Decoding() = default;
    virtual int sampleRate() const = 0;
    virtual int channelCount() const = 0;
    virtual std::size_t sampleCount() const = 0;

    /// The sound, full scale +-1 (may go beyond). Errors: Cancelled, and what loading the images reports.
    virtual Result<Reconstructed> audio(const ReconstructParams& params, int threads, JobMonitor& monitor) = 0;

    /// The mel magnitudes and their analysis where the format holds such, else null. The int16 scale.
    virtual MagnitudeSource* mel() { return nullptr; }
    virtual const MelAnalysis* melAnalysis() const { return nullptr; }

    /// The bytes of a WAV file where the format holds such, owned by this, else null. What is damaged in them is told to
    /// open()'s monitor when it is read.
    virtual ByteSource* file() { return nullptr; }
};

/// How sure recognise() is, and why.
struct Recognition {
    double confidence = 0; ///< 0 no .. 1 certain
    std::string reason;    ///< half a sentence for the user: "carries a Sonoloom record"
};

/// An image format for sound, with its parameters. A value in effect: clone() it for a job, never share it.
///
/// Adding a format: one pair of files that implements this, one line in codecs.cpp, one test, one section in README.md.
class Codec
{
public:
    virtual ~Codec() = default;
    virtual std::unique_ptr<Codec> clone() const = 0;

    virtual std::string name() const = 0;  ///< the CLI's: "riffusion"
    virtual std::string label() const = 0; ///< for people, marked with SONO_TR: "Riffusion mel image"

    /// The parameters, pointing into this codec, with defaults until set.
    virtual std::vector<Field> fields() = 0;

    /// Sets the fields to what the peer's own program does (compatible) or to the best there is.
    virtual void setCompatible(bool compatible) = 0;
    virtual bool compatible() const = 0;

    /// Errors: InvalidArgument for parameters that do not fit together or this sound.
    virtual Result<void> check(int sampleRate, int channels) const = 0;

    /// Sound to images. Reads `source` as often as it needs (rewinding it).
    /// `origin` goes into the records. `threads` never changes a bit.
    virtual Result<EncodeReport> encode(AudioSource& source, const Record::Source& origin, const TileSink& sink,
                                        int threads, JobMonitor& monitor) const = 0;

    /// The phase in radians, -pi to pi, that a pixel holds, for who reads images; nothing where the format has none.
    virtual std::optional<double> phaseAt(const Image& /*image*/, int /*x*/, int /*y*/) const { return std::nullopt; }

    virtual Recognition recognise(const Image& image) const = 0;

    /// Images to sound. Keys in `given` were set by the user on this codec's fields and beat the records, with a notice
    /// to `monitor` for each contradiction. `images` and `monitor` must outlive the decoding.
    /// Errors: Unsupported (not such an image), InvalidArgument (images that do not fit together, named).
    virtual Result<std::unique_ptr<Decoding>> open(ImageSet& images, const std::vector<std::string>& given,
                                                   JobMonitor& monitor) const = 0;
};

} // namespace sonoloom
