// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/sequenceplayback.h"

#include "ui/player/player.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;
constexpr int restMs = 30; ///< while something is dragged
constexpr double fadeSeconds = 0.02;

} // namespace

/// What the work's thread keeps from one start to the next, for it alone.
struct SequencePlayback::Kept {
    std::unique_ptr<ClipMel> clips;
};

Audio withTail(const Audio& piece, double from, const Audio& other, double otherFrom)
{
    const double rate = piece.sampleRate;
    const auto at = static_cast<std::ptrdiff_t>(std::llround((from - otherFrom) * rate)); // where the piece begins in the other
    const auto length = static_cast<std::ptrdiff_t>(piece.sampleCount());
    const auto there = static_cast<std::ptrdiff_t>(other.sampleCount());
    const bool alike = other.sampleRate == piece.sampleRate && other.channelCount() == piece.channelCount();
    if (!alike || at + length < 0 || at + length >= there)
        return piece;
    const std::ptrdiff_t fade = std::min({static_cast<std::ptrdiff_t>(fadeSeconds * rate), length, at + length});
    Audio all = piece;
    for (std::size_t c = 0; c < all.channelCount(); ++c) {
        auto& samples = all.channels[c];
        const auto& tail = other.channels[c];
        for (std::ptrdiff_t i = 0; i < fade; ++i) {
            const auto weight = static_cast<float>((static_cast<double>(i) + 0.5) / static_cast<double>(fade));
            float& sample = samples[static_cast<std::size_t>(length - fade + i)];
            sample += weight * (tail[static_cast<std::size_t>(at + length - fade + i)] - sample);
        }
        samples.insert(samples.end(), tail.begin() + at + length, tail.end());
    }
    return all;
}

SequencePlayback::SequencePlayback(SequenceEditor& editor, Player& player, std::function<ClipWish()> wish, QObject* parent)
    : QObject(parent), editor_(editor), player_(player), wish_(std::move(wish)), kept_(std::make_shared<Kept>())
{
    rest_.setSingleShot(true);
    rest_.setInterval(restMs);
    connect(&rest_, &QTimer::timeout, this, &SequencePlayback::start);
    connect(&editor_, &SequenceEditor::changed, this, &SequencePlayback::update);
    connect(&player_, &Player::positionChanged, this, &SequencePlayback::follow);
    connect(&job_, &Job::progressed, this, [this](double fraction, const QString& stage) {
        if (isOpening_)
            emit progressed(fraction, stage);
    });
    connect(&job_, &Job::noticed, this, &SequencePlayback::noticed);
}

SequencePlayback::~SequencePlayback()
{
    job_.disconnect(this);
}

void SequencePlayback::setActive(bool active)
{
    if (active == active_)
        return;
    active_ = active;
    if (active && !isHeard_)
        update();
    if (!active) {
        isHeard_ = false;
        job_.cancel();
    }
}

void SequencePlayback::update()
{
    isHeard_ = false;
    if (active_ && !rest_.isActive())
        rest_.start();
}

/// All lengths are known.
bool SequencePlayback::isReady() const
{
    return std::ranges::all_of(editor_.sequence(), [this](const SequenceClip& clip) {
        const ClipLook* look = editor_.looks().find(clip.source);
        return look && look->state != ClipLook::State::Waiting;
    });
}

void SequencePlayback::start()
{
    if (!active_ || !isReady())
        return;
    if (editor_.sequence().empty()) {
        job_.cancel();
        piece_ = nullptr;
        player_.setLength(0);
        player_.setSound(Side::B, nullptr);
        emit sounded();
        return;
    }
    isHeard_ = true;
    player_.setLength(editor_.seconds());
    const PieceSink give = [this](std::shared_ptr<const Audio> piece, double seconds) {
        job_.post([this, piece = std::move(piece), seconds] { take(piece, seconds); });
    };
    const auto opening = [this](bool on) {
        job_.post([this, on] { emit openingChanged(isOpening_ = on); });
    };
    const auto tellLengths = [this](const ClipMel& clips, const Sequence& opened) {
        std::vector<std::pair<std::filesystem::path, double>> lengths;
        for (const SequenceClip& clip : opened)
            if (const auto seconds = clips.seconds(clip.source))
                lengths.emplace_back(clip.source, *seconds);
        job_.post([this, lengths = std::move(lengths)] { editor_.looks().setSeconds(lengths); });
    };
    const auto work = [kept = kept_, sequence = editor_.sequence(), wish = wish_(), listener = listener_, give, opening, tellLengths](JobMonitor& monitor) -> Result<void> {
        if (!kept->clips || !kept->clips->serves(sequence, wish)) {
            opening(true);
            auto clips = ClipMel::open(sequence, wish, monitor);
            opening(false);
            if (!clips)
                return clips.error();
            kept->clips = std::move(*clips);
            tellLengths(*kept->clips, sequence);
        }
        const LiveDecodingJob job{.given = {}, .listener = [listener] { return listener->load(); }, .sink = {}, .threads = allThreads};
        return soundClips(*kept->clips, sequence, job, give, monitor);
    };
    job_.start<void>(work, [this](const Result<void>& done) { finish(done); });
}

/// What is being refined elsewhere is given up for a place that does not sound yet.
void SequencePlayback::follow(double seconds)
{
    listener_->store(seconds);
    const bool sounds = piece_ && seconds >= pieceFrom_ && seconds < pieceFrom_ + piece_->seconds();
    if (sounds || !isHeard_ || isOpening_ || std::exchange(isSought_, true))
        return;
    start();
}

/// A piece is short at first: behind it goes on what was heard before, until a longer one is there.
void SequencePlayback::take(std::shared_ptr<const Audio> piece, double seconds)
{
    lastFailure_.clear();
    isSought_ = false;
    if (piece_)
        piece = std::make_shared<const Audio>(withTail(*piece, seconds, *piece_, pieceFrom_));
    piece_ = piece;
    pieceFrom_ = seconds;
    player_.setPiece(std::move(piece), seconds);
    emit sounded();
}

void SequencePlayback::finish(const Result<void>& done)
{
    if (isOpening_)
        emit openingChanged(isOpening_ = false);
    if (done)
        return;
    const QString sentence = QString::fromStdString(done.error().message);
    if (std::exchange(lastFailure_, sentence) != sentence)
        emit failed(sentence);
}

} // namespace sonoloom
