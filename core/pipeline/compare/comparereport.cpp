// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/compare/comparereport.h"

#include "core/io/imagefile.h"
#include "core/io/qtimage.h"
#include "core/pipeline/compare/datauri.h"
#include "core/pipeline/compare/reducedimage.h"
#include "core/pipeline/encode.h"
#include "core/pipeline/outputset.h"

#include <algorithm>
#include <cstdio>

namespace sonoloom
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t mostInlinePictures = 40;
constexpr int inlineWidth = 1800;
constexpr int inlineQuality = 85;

/// Compares pairs and stages their pictures.
class ImagesJob
{
public:
    ImagesJob(const CompareFilesOptions& options, ImagePairing pairing)
        : options_(options), pairs_(std::move(pairing.pairs)), outputs_(options.overwrite)
    {
        made_.onlyA = std::move(pairing.onlyA);
        made_.onlyB = std::move(pairing.onlyB);
        made_.gain = options.params.gain;
    }

    Result<ComparedImages> run(JobMonitor& monitor)
    {
        std::vector<fs::path> places;
        for (const std::string& stem : stems())
            places.push_back(options_.folder / (stem + "_comparison.png"));
        const ReportFiles report = reportIn(options_.folder);
        for (const fs::path& place : {report.csv, report.json, report.html})
            if (auto free = outputs_.expect(place); !free)
                return free.error();
        if (auto done = compareAll(places, monitor); !done)
            return done.error();
        made_.report = report;
        if (auto done = addReport(); !done)
            return done.error();
        return finish();
    }

    Result<ComparedImages> runAsPeer(JobMonitor& monitor)
    {
        draw_ = peersPictureOf;
        std::vector<fs::path> places;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            char name[48];
            std::snprintf(name, sizeof name, "compare_slice_%04zu.png", i);
            places.push_back(options_.folder / name);
        }
        if (auto done = compareAll(places, monitor); !done)
            return done.error();
        return finish();
    }

    static ReportFiles reportIn(const fs::path& folder)
    {
        return {folder / "comparison.csv", folder / "comparison.json", folder / "comparison.html"};
    }

private:
    std::vector<std::string> stems() const
    {
        std::vector<fs::path> originals;
        for (const ImagePair& pair : pairs_)
            originals.push_back(pair.a);
        return outputStems(originals);
    }

    Result<void> compareAll(const std::vector<fs::path>& places, JobMonitor& monitor)
    {
        if (pairs_.empty())
            return Error{ErrorCode::InvalidArgument,
                         "No image of the first set has a partner in the second; give both the same names or numbers."};
        for (const fs::path& place : places)
            if (auto free = outputs_.expect(place); !free)
                return free;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            PartMonitor part(monitor, static_cast<double>(i) / static_cast<double>(pairs_.size()),
                             static_cast<double>(i + 1) / static_cast<double>(pairs_.size()));
            part.progress(0, "Comparing " + pairs_[i].a.filename().string());
            if (auto done = compareOne(pairs_[i], places[i], part); !done)
                return done;
        }
        if (made_.slices.empty())
            return made_.failures.front();
        std::vector<ImageFigures> figures;
        for (const ComparedSlice& slice : made_.slices)
            figures.push_back(slice.figures);
        made_.mean = meanOf(figures);
        return {};
    }

    /// Errors that concern this pair only are kept.
    Result<void> compareOne(const ImagePair& pair, const fs::path& place, JobMonitor& monitor)
    {
        auto compared = compareImageFiles(pair, options_.params, options_.threads, monitor);
        if (!compared && compared.error().code == ErrorCode::Cancelled)
            return compared.error();
        if (!compared) {
            made_.failures.push_back(compared.error());
            return {};
        }
        const Image picture = draw_(*compared, options_.params.gain);
        const auto bytes = encodePng(picture);
        if (!bytes)
            return bytes.error();
        if (auto added = outputs_.add(place, bytes.value()); !added)
            return added.error();
        if (auto kept = keepForPage(picture, place); !kept)
            return kept;
        made_.slices.push_back({pair, compared->figures, std::move(compared->conversions), std::move(compared->missing), place});
        return {};
    }

    Result<void> keepForPage(const Image& picture, const fs::path& place)
    {
        if (pictures_.size() >= mostInlinePictures) {
            pictures_.push_back(uriOfName(place.filename().string()));
            return {};
        }
        const auto bytes = encodeJpeg(reducedImage(picture, inlineWidth, Shrink::Mean, true), inlineQuality);
        if (!bytes)
            return bytes.error();
        pictures_.push_back(dataUri("image/jpeg", bytes.value()));
        return {};
    }

    Result<void> addReport()
    {
        for (const auto& [place, text] : {std::pair(made_.report.csv, toCsv(made_)), std::pair(made_.report.json, toJson(made_)),
                                          std::pair(made_.report.html, toHtml(made_, pictures_))})
            if (auto added = outputs_.add(place, text); !added)
                return added.error();
        return {};
    }

    Result<ComparedImages> finish()
    {
        if (auto committed = outputs_.commit(); !committed)
            return committed.error();
        return std::move(made_);
    }

    const CompareFilesOptions& options_;
    std::vector<ImagePair> pairs_;
    OutputSet outputs_;
    Image (*draw_)(const ImageComparison&, double) = pictureOf;
    ComparedImages made_;
    std::vector<std::string> pictures_; ///< URIs for the page
};

} // namespace

Result<ComparedImages> compareImageSets(const std::vector<fs::path>& a, const std::vector<fs::path>& b,
                                        const CompareFilesOptions& options, JobMonitor& monitor)
{
    return ImagesJob(options, pairImages(a, b)).run(monitor);
}

Result<ComparedImages> compareAsPeer(const std::vector<fs::path>& a, const std::vector<fs::path>& b,
                                     const CompareFilesOptions& options, JobMonitor& monitor)
{
    return ImagesJob(options, pairImagesInOrder(a, b)).runAsPeer(monitor);
}

} // namespace sonoloom
