// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/interpolation/interpolationsession.h"

#include "core/pipeline/edit/interpolatefiles.h"
#include "core/pipeline/edit/melbetween.h"
#include "ui/editors/images/valuechange.h"
#include "ui/editors/interpolation/filmdrawing.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;
constexpr std::size_t coarse = 6; ///< columns of an image in the strip, at first
constexpr std::size_t fine = 96;
constexpr std::size_t mostFine = 9600; ///< columns of the whole strip

using Picture = std::shared_ptr<const DisplaySpectrogram>;

} // namespace

std::size_t Film::imageAt(double seconds) const
{
    const auto column = static_cast<std::size_t>(std::max(0.0, seconds / columnSeconds + 1e-6));
    const auto behind = std::ranges::upper_bound(begins, column) - begins.begin();
    return std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, behind)) - 1, count() - 1);
}

InterpolationSession::InterpolationSession(QObject* parent) : QObject(parent)
{
    connect(&pair_, &EditedPair::changed, this, &InterpolationSession::layOut);
    connect(&pair_, &EditedPair::failed, this, &InterpolationSession::failed);
    connect(&pair_, &EditedPair::noticed, this, &InterpolationSession::noticed);
}

Result<void> InterpolationSession::change(InterpolationSettings to, const QString& what)
{
    if (const auto shares = sharesOf(to.params); !shares)
        return shares.error();
    if (to == settings_)
        return {};
    history_.push(new ValueChange<InterpolationSettings>({settings_, std::move(to)}, what, gesture_, [this](const auto& settings) { apply(settings); }));
    return {};
}

Result<void> InterpolationSession::setField(const QString& key, const QString& text)
{
    InterpolationSettings to = settings_;
    const auto fields = fieldsOf(to.params);
    const Field* field = findField(fields, key.toStdString());
    assert(field);
    if (auto set = setFieldText(*field, text.toStdString()); !set)
        return set;
    return change(std::move(to), tr("Change %1").arg(key));
}

void InterpolationSession::setInput(int input, const QString& path)
{
    PairFiles files = settings_.files;
    files[static_cast<std::size_t>(input)] = path;
    setFiles(files);
}

void InterpolationSession::setFiles(const PairFiles& files)
{
    endGesture();
    InterpolationSettings to = settings_;
    to.files = files;
    if (to == settings_)
        pair_.retry();
    (void)change(std::move(to), tr("Other inputs")); // the parameters are as before
}

void InterpolationSession::swap()
{
    setFiles({settings_.files[1], settings_.files[0]});
}

void InterpolationSession::apply(const InterpolationSettings& settings)
{
    const bool isSamePair = settings.files == settings_.files;
    settings_ = settings;
    pair_.open(settings_.files);
    emit settingsChanged();
    if (isSamePair)
        layOut();
}

void InterpolationSession::layOut()
{
    film_ = {};
    if (isReady()) {
        HeldMel& mel = *pair_.opened()->mel;
        film_.shares = sharesOf(settings_.params).value(); // checked by change()
        film_.begins = MelBetween(mel, film_.shares, {}).begins();
        film_.columnSeconds = static_cast<double>(mel.analysis().stft.hop) / mel.analysis().sampleRate;
    } else {
        stripJob_.cancel();
        imageJob_.cancel();
        strip_ = image_ = nullptr;
        emit stripChanged();
        emit imageChanged();
    }
    emit filmChanged();
    if (isReady()) {
        drawImage();
        drawStrip();
    }
}

/// Coarse at once, then as it is to be.
void InterpolationSession::drawStrip()
{
    const auto take = [this](Picture strip) {
        strip_ = std::move(strip);
        emit stripChanged();
    };
    const auto work = [this, take, mel = pair_.opened()->mel, params = settings_.params, begins = film_.begins](JobMonitor& monitor) -> Result<Picture> {
        auto first = drawFilm(mel, params, begins, coarse, monitor);
        if (!first)
            return first;
        stripJob_.post([take, strip = *first] { take(strip); });
        return drawFilm(mel, params, begins, std::clamp(mostFine / (begins.size() - 1), coarse, fine), monitor);
    };
    stripJob_.start<Picture>(work, [this, take](Result<Picture> strip) {
        if (strip)
            take(std::move(*strip));
        else
            emit failed(QString::fromStdString(strip.error().message));
    });
}

void InterpolationSession::showShare(double share)
{
    if (share == shown_)
        return;
    shown_ = share;
    if (isReady())
        drawImage();
}

void InterpolationSession::drawImage()
{
    const auto work = [mel = pair_.opened()->mel, params = settings_.params, share = shown_](JobMonitor& monitor) -> Result<Picture> {
        const auto source = betweenHeld(mel, params, {share});
        if (!source)
            return source.error();
        return displaySpectrogram(**source, mel->analysis(), allThreads, monitor);
    };
    imageJob_.start<Picture>(work, [this](Result<Picture> image) {
        if (!image) {
            emit failed(QString::fromStdString(image.error().message));
            return;
        }
        image_ = std::move(*image);
        emit imageChanged();
    });
}

HeardMel InterpolationSession::heard() const
{
    const auto& mel = pair_.opened()->mel;
    const auto make = [mel, params = settings_.params, shares = film_.shares] { return betweenHeld(mel, params, shares); };
    return {make, mel->analysis(), film_.begins.back() * static_cast<std::size_t>(mel->analysis().stft.hop)};
}

} // namespace sonoloom
