// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/diagnosis.h"

#include "core/analysis/diagnosis/colourcurves.h"
#include "core/analysis/diagnosis/findbands.h"
#include "core/analysis/diagnosis/findcolours.h"
#include "core/analysis/diagnosis/findframe.h"
#include "core/analysis/diagnosis/findjpeg.h"
#include "core/analysis/diagnosis/findlying.h"
#include "core/analysis/diagnosis/findrange.h"
#include "core/analysis/diagnosis/findsize.h"
#include "core/analysis/diagnosis/levels.h"
#include "core/dsp/look/loudness.h"
#include "core/dsp/look/soundlook.h"

#include <utility>

namespace sonoloom
{

namespace
{

class Diagnosis
{
public:
    Diagnosis(const Image& image, const Expected& expected, JobMonitor& monitor)
        : image_(image), expected_(expected), monitor_(monitor)
    {
    }

    Result<std::vector<Finding>> all()
    {
        using Step = void (Diagnosis::*)();
        constexpr Step steps[] = {&Diagnosis::lookForFrame, &Diagnosis::lookForColours, &Diagnosis::lookForCompression,
                                  &Diagnosis::lookAtSize,   &Diagnosis::lookAtLying,    &Diagnosis::lookAtLevels};
        for (const Step step : steps) {
            if (monitor_.cancelled())
                return cancelledError();
            (this->*step)();
        }
        return std::move(findings_);
    }

private:
    void keep(std::optional<Finding> finding)
    {
        if (finding)
            findings_.push_back(std::move(*finding));
    }
    void keep(std::vector<Finding> findings)
    {
        for (Finding& finding : findings)
            findings_.push_back(std::move(finding));
    }
    bool isMel() const { return expected_.content == Content::Mel; }
    const Image& inside() const { return inside_.samples.empty() ? image_ : inside_; }

    void lookForFrame()
    {
        if (expected_.content == Content::Bytes)
            return;
        keep(findFrame(image_, expected_));
        if (!findings_.empty())
            inside_ = cropped(image_, findings_.front().mend.inside);
    }

    void lookForColours()
    {
        if (!isMel() && expected_.content != Content::Other)
            return;
        if (auto colours = findColourMap(inside()))
            keep(std::move(colours));
        else
            keep(findInvertedStereo(inside()));
        if (const Finding* colours = findingOf(findings_, Fault::ColourMapped))
            inside_ = valuesOn(*colourCurveNamed(colours->mend.map), inside(), true);
        else if (findingOf(findings_, Fault::Inverted))
            inside_ = invertedLevels(inside());
    }

    void lookForCompression()
    {
        if (expected_.content == Content::Other)
            return;
        auto jpeg = findJpeg(image_, expected_.content);
        if (!jpeg && isMel())
            jpeg = findBlocks(image_, expected_.content);
        keep(std::move(jpeg));
        keep(findEightBit(image_, expected_));
    }

    void lookAtSize()
    {
        if (expected_.content == Content::Other)
            return;
        loudness_ = loudnessOf(inside());
        keep(findSize(loudness_, expected_, findingOf(findings_, Fault::Jpeg) != nullptr));
    }

    /// A map whose end is silence is known by its picture's being inverted.
    void lookAtLying()
    {
        if (!isMel())
            return;
        auto findings = findLying(loudness_);
        if (findingOf(findings_, Fault::Inverted)) // of stereo, seen by its colours and turned round already
            std::erase_if(findings, [](const Finding& finding) { return finding.fault == Fault::Inverted; });
        const bool isInverted = findingOf(findings, Fault::Inverted) != nullptr;
        if (isInverted)
            for (float& cell : loudness_.cells())
                cell = 1 - cell;
        for (Finding& earlier : findings_)
            if (earlier.fault == Fault::ColourMapped && isInverted) {
                earlier.mend.mapReversed = true;
                std::erase_if(findings, [](const Finding& finding) { return finding.fault == Fault::Inverted; });
            }
        if (const auto figures = lookFigures(loudness_); figures && invertedLikelihood(*figures) > 0.5)
            mayBeInverted_ = true;
        isFlipped_ = findingOf(findings, Fault::UpsideDown) != nullptr;
        keep(std::move(findings));
    }

    void lookAtLevels()
    {
        if (isMel())
            keep(findTooManyBands(expected_));
        if (!isMel() || mayBeInverted_)
            return;
        keep(findRange(loudness_, expected_, !findingOf(findings_, Fault::ColourMapped)));
        if (!isFlipped_)
            keep(findMissingBands(loudness_, expected_));
    }

    const Image& image_;
    const Expected& expected_;
    JobMonitor& monitor_;
    std::vector<Finding> findings_;
    Image inside_;         ///< what is looked at where it is not image_: without frame and colours
    Grid<float> loudness_; ///< of that, upright once it was looked at how it lies
    bool isFlipped_ = false;
    bool mayBeInverted_ = false; ///< although not surely: full level may be silence
};

} // namespace

Result<std::vector<Finding>> diagnose(const Image& image, const Expected& expected, JobMonitor& monitor)
{
    if (image.samples.empty())
        return Error{ErrorCode::InvalidArgument, "The image has no pixels; choose another one."};
    return Diagnosis(image, expected, monitor).all();
}

} // namespace sonoloom
