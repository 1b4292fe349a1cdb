// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/clips/cliplooks.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace sonoloom
{

namespace
{

constexpr std::size_t mostKept = 1200; ///< sources; beyond it those that no clip is taken from are forgotten
constexpr auto restBetweenDeliveries = std::chrono::milliseconds(120); ///< so that clips do not jump for each

bool wantsLength(const ClipLook& look)
{
    return look.state == ClipLook::State::Waiting;
}

bool wantsPicture(const ClipLook& look)
{
    return look.state == ClipLook::State::Ready && look.picture.isEmpty();
}

bool wantsBeats(const ClipLook& look)
{
    return look.state == ClipLook::State::Ready && look.isSound && !look.tempo;
}

} // namespace

ClipLooks::ClipLooks(QObject* parent) : QObject(parent) {}

ClipLooks::~ClipLooks() = default;

ClipLook& ClipLooks::lookOf(const Path& source)
{
    return looks_[source.native()];
}

const ClipLook* ClipLooks::find(const Path& source) const
{
    const auto found = looks_.find(source.native());
    return found == looks_.end() ? nullptr : &found->second;
}

void ClipLooks::setSequence(const Sequence& sequence)
{
    std::set<Path::string_type> seen;
    std::vector<Path> order;
    for (const SequenceClip& clip : sequence)
        if (seen.insert(clip.source.native()).second)
            order.push_back(clip.source);
    if (order == order_)
        return;
    order_ = std::move(order);
    bool isNew = false;
    for (const Path& source : order_)
        isNew = looks_.try_emplace(source.native()).second || isNew;
    forgetUnused();
    if (isNew)
        findLengths();
}

void ClipLooks::forgetUnused()
{
    if (looks_.size() <= mostKept)
        return;
    std::set<Path::string_type> used;
    for (const Path& source : order_)
        used.insert(source.native());
    std::erase_if(looks_, [&](const auto& look) { return !used.contains(look.first); });
}

void ClipLooks::retry()
{
    for (const Path& source : order_) {
        ClipLook& look = lookOf(source);
        if (look.state != ClipLook::State::Ready)
            look = ClipLook();
    }
    findLengths();
}

std::vector<std::filesystem::path> ClipLooks::sourcesWhere(bool (*suits)(const ClipLook&)) const
{
    std::vector<Path> sources;
    for (const Path& source : order_)
        if (const ClipLook* look = find(source); look && suits(*look))
            sources.push_back(source);
    return sources;
}

void ClipLooks::findLengths()
{
    const auto sources = sourcesWhere(wantsLength);
    if (sources.empty())
        return;
    using Found = std::vector<std::pair<Path, ClipLook>>;
    const auto work = [this, sources](JobMonitor& monitor) -> Result<void> {
        Found found;
        auto delivered = std::chrono::steady_clock::now();
        for (const Path& source : sources) {
            auto look = lookAtSource(source, monitor);
            if (!look)
                return look.error();
            found.emplace_back(source, *look);
            const auto now = std::chrono::steady_clock::now();
            if (now - delivered < restBetweenDeliveries && source != sources.back())
                continue;
            lengths_.post([this, found = std::exchange(found, {})] { keepLengths(found); });
            delivered = now;
        }
        return {};
    };
    lengths_.start<void>(work, [this](const Result<void>&) {
        findPictures();
        findBeats();
    });
}

void ClipLooks::keepLengths(const std::vector<std::pair<Path, ClipLook>>& found)
{
    for (const auto& [source, look] : found) {
        lookOf(source) = look;
        if (look.state == ClipLook::State::Ready)
            seconds_.set(source, look.seconds);
        else
            seconds_.forget(source);
    }
    emit lengthsChanged();
}

void ClipLooks::setSeconds(const std::vector<std::pair<Path, double>>& seconds)
{
    bool isNew = false;
    for (const auto& [source, length] : seconds)
        if (const auto known = seconds_.of(source); known && *known != length) {
            seconds_.set(source, length);
            isNew = true;
        }
    if (isNew)
        emit lengthsChanged();
}

void ClipLooks::findPictures()
{
    const auto sources = sourcesWhere(wantsPicture);
    if (sources.empty())
        return;
    const auto work = [this, sources, finest = finestPicture(order_.size())](JobMonitor& monitor) -> Result<void> {
        for (const Path& source : sources) {
            const auto picture = pictureOfSource(source, finest, monitor);
            if (!picture)
                return picture.error();
            pictures_.post([this, source, picture = *picture] {
                lookOf(source).picture = picture;
                emit picturesChanged();
            });
        }
        return {};
    };
    pictures_.start<void>(work, [](const Result<void>&) {});
}

void ClipLooks::setBeatsWanted(bool wanted)
{
    if (wanted == beatsWanted_)
        return;
    beatsWanted_ = wanted;
    if (wanted)
        findBeats();
    else
        tempos_.cancel();
}

void ClipLooks::findBeats()
{
    const auto sources = beatsWanted_ ? sourcesWhere(wantsBeats) : std::vector<Path>();
    if (sources.empty())
        return;
    const auto work = [this, sources](JobMonitor& monitor) -> Result<void> {
        for (const Path& source : sources) {
            const auto tempo = tempoOfSource(source, monitor);
            if (!tempo)
                return tempo.error();
            tempos_.post([this, source, tempo = *tempo] { keepBeats(source, tempo); });
        }
        return {};
    };
    tempos_.start<void>(work, [this](const Result<void>&) { emit beatsChanged(); });
}

void ClipLooks::keepBeats(const Path& source, const Tempo& tempo)
{
    lookOf(source).tempo = tempo;
    emit beatsChanged();
    const QString name = QString::fromStdString(source.filename().string());
    if (!tempo.bpm)
        emit noticed(tr("No beat was found in '%1': it snaps to its edges alone.").arg(name));
}

} // namespace sonoloom
