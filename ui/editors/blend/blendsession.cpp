// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/blend/blendsession.h"

#include "core/pipeline/edit/blendfiles.h"
#include "core/pipeline/edit/clipsources.h"
#include "core/pipeline/edit/melsequence.h"
#include "core/pipeline/edit/owningmel.h"
#include "ui/editors/images/valuechange.h"

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;

using Picture = std::shared_ptr<const DisplaySpectrogram>;
using Source = std::unique_ptr<MagnitudeSource>;

/// The first of the pair and what the second has behind the region.
std::vector<MelPart> peerParts(const HeldMel& pair, int region)
{
    const auto both = static_cast<std::size_t>(region);
    std::vector<MelPart> parts{{0, 0, pair.columns(0)}};
    if (pair.columns(1) > both)
        parts.push_back({1, both, pair.columns(1) - both});
    return parts;
}

Result<Source> blended(const std::shared_ptr<HeldMel>& mel, const BlendParams& params)
{
    const auto transition = transitionBetween(*mel, params, mel->levelPower());
    if (!transition)
        return transition.error();
    auto sequence = MelSequence::create(*mel, *transition);
    if (!sequence)
        return sequence.error();
    return Source(std::make_unique<OwningMel<MelSequence>>(mel, std::move(*sequence)));
}

Result<Source> peerBlended(const std::shared_ptr<HeldMel>& pair, int region)
{
    auto parts = peerParts(*pair, region);
    std::vector<MelTransition> cuts(parts.size() - 1);
    auto sequence = MelSequence::create(*pair, std::move(parts), std::move(cuts));
    if (!sequence)
        return sequence.error();
    return Source(std::make_unique<OwningMel<MelSequence>>(pair, std::move(*sequence)));
}

/// The stretch of a timeline as a timeline.
class Stretch final : public MagnitudeSource
{
public:
    Stretch(MagnitudeSource& whole, std::size_t first, std::size_t columns) : whole_(whole), first_(first), columns_(columns) {}

    std::size_t columns() const override { return columns_; }
    int channelCount() const override { return whole_.channelCount(); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override { return whole_.read(first_ + first, count); }

private:
    MagnitudeSource& whole_;
    std::size_t first_;
    std::size_t columns_;
};

/// Only the overlap is drawn; beside it the result is the inputs.
Result<Picture> blendPicture(const OpenedPair& opened, const BlendParams& params, JobMonitor& monitor)
{
    const auto source = blended(opened.mel, params);
    if (!source)
        return source.error();
    const auto region = static_cast<std::size_t>(params.region);
    const std::size_t before = opened.mel->columns(0) - region;
    Stretch overlap(**source, before, region);
    const auto drawn = displaySpectrogram(overlap, opened.mel->analysis(), allThreads, monitor);
    if (!drawn)
        return drawn.error();
    const DisplayPart parts[] = {{*opened.pictures[0], 0, before},
                                 {**drawn, 0, region},
                                 {*opened.pictures[1], region, opened.mel->columns(1) - region}};
    return joinedSpectrograms(parts, allThreads);
}

Result<Picture> pictureOf(Result<Source> source, const MelAnalysis& analysis, JobMonitor& monitor)
{
    if (!source)
        return source.error();
    return displaySpectrogram(**source, analysis, allThreads, monitor);
}

} // namespace

BlendSession::BlendSession(QObject* parent) : QObject(parent)
{
    connect(&pair_, &EditedPair::changed, this, &BlendSession::draw);
    connect(&pair_, &EditedPair::failed, this, &BlendSession::failed);
    connect(&pair_, &EditedPair::noticed, this, &BlendSession::noticed);
    connect(&job_, &Job::noticed, this, &BlendSession::noticed);
}

void BlendSession::change(BlendSettings to, const QString& what)
{
    if (to == settings_)
        return;
    history_.push(new ValueChange<BlendSettings>({settings_, std::move(to)}, what, gesture_, [this](const auto& settings) { apply(settings); }));
}

void BlendSession::setInput(int input, const QString& path)
{
    PairFiles files = settings_.files;
    files[static_cast<std::size_t>(input)] = path;
    setFiles(files);
}

void BlendSession::setFiles(const PairFiles& files)
{
    endGesture();
    BlendSettings to = settings_;
    to.files = files;
    if (to == settings_)
        pair_.retry();
    change(std::move(to), tr("Other inputs"));
}

void BlendSession::swap()
{
    setFiles({settings_.files[1], settings_.files[0]});
}

void BlendSession::apply(const BlendSettings& settings)
{
    const bool isSamePair = settings.files == settings_.files;
    settings_ = settings;
    pair_.open(settings_.files);
    emit settingsChanged();
    if (isSamePair)
        draw();
}

BlendParams BlendSession::params() const
{
    BlendParams params = settings_.params;
    params.region = params.region > 0 ? std::min(params.region, mostRegion()) : mostRegion();
    return params;
}

int BlendSession::mostRegion() const
{
    const HeldMel& mel = *pair_.opened()->mel;
    return static_cast<int>(std::min(mel.columns(0), mel.columns(1)));
}

double BlendSession::columnSeconds() const
{
    const MelAnalysis& analysis = pair_.opened()->mel->analysis();
    return static_cast<double>(analysis.stft.hop) / analysis.sampleRate;
}

double BlendSession::overlapBegin() const
{
    return static_cast<double>(static_cast<int>(pair_.opened()->mel->columns(0)) - params().region) * columnSeconds();
}

double BlendSession::seconds() const
{
    return overlapBegin() + static_cast<double>(pair_.opened()->mel->columns(1)) * columnSeconds();
}

void BlendSession::draw()
{
    if (!isReady()) {
        job_.cancel();
        receive(Picture());
        return;
    }
    if (settings_.asPeer) {
        drawPeer();
        return;
    }
    const auto work = [opened = pair_.opened(), params = params()](JobMonitor& monitor) { return blendPicture(*opened, params, monitor); };
    job_.start<Picture>(work, [this](Result<Picture> picture) { receive(std::move(picture)); });
}

void BlendSession::drawPeer()
{
    using Made = std::pair<std::shared_ptr<HeldMel>, Picture>;
    const auto work = [opened = pair_.opened(), params = params()](JobMonitor& monitor) -> Result<Made> {
        ClipSources sources(opened->files, opened->drawn, allThreads, monitor);
        auto pair = heldPeerBlend(sources, params.region, params.bands, {}, monitor);
        if (!pair)
            return pair.error();
        auto picture = pictureOf(peerBlended(*pair, params.region), (*pair)->analysis(), monitor);
        return picture ? Result<Made>(Made{std::move(*pair), std::move(*picture)}) : Result<Made>(picture.error());
    };
    job_.start<Made>(work, [this](Result<Made> made) {
        if (!made) {
            receive(made.error());
            return;
        }
        peer_ = std::move(made->first);
        receive(std::move(made->second));
    });
}

void BlendSession::receive(Result<Picture> picture)
{
    result_ = picture ? std::move(*picture) : nullptr;
    emit resultChanged();
    if (!picture)
        emit failed(QString::fromStdString(picture.error().message));
}

HeardMel BlendSession::heardResult() const
{
    const auto& mel = pair_.opened()->mel;
    const auto samples = static_cast<std::size_t>(mel->columns(0) + mel->columns(1) - static_cast<std::size_t>(params().region)) *
                         static_cast<std::size_t>(mel->analysis().stft.hop);
    if (settings_.asPeer)
        return {[pair = peer_, region = params().region] { return peerBlended(pair, region); }, mel->analysis(), samples};
    return {[mel, params = params()] { return blended(mel, params); }, mel->analysis(), samples};
}

HeardMel BlendSession::heardInput(int input) const
{
    const auto& mel = pair_.opened()->mel;
    const auto index = static_cast<std::size_t>(input);
    const auto make = [mel, index]() -> Result<Source> { return Source(std::make_unique<OwningMel<MelOfOne>>(mel, MelOfOne(*mel, index))); };
    return {make, mel->analysis(), mel->samples(index)};
}

} // namespace sonoloom
