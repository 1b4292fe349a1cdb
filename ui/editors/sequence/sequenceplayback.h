// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/edit/clipmel.h"
#include "ui/editors/sequence/clips/sequenceeditor.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace sonoloom
{

class Player;

/// Lets a sequence be heard as side B of a player while it is edited: around the listener first, then ahead of them. Its
/// sources are opened once and kept.
class SequencePlayback : public QObject
{
    Q_OBJECT

public:
    /// @param wish asked how sources are read @note all must outlive this
    SequencePlayback(SequenceEditor& editor, Player& player, std::function<ClipWish()> wish, QObject* parent = nullptr);
    ~SequencePlayback() override;

    /// Whether anybody may want to listen; without, nothing is computed.
    void setActive(bool active);

public slots:
    /// What is heard is another one; many of these are one.
    void update();

signals:
    /// Side B sounds otherwise now.
    void sounded();
    /// Sources are being opened, or not any more.
    void openingChanged(bool opening);
    void progressed(double fraction, const QString& stage);
    void noticed(const QString& sentence);
    /// One sentence, once until it is another one.
    void failed(const QString& sentence);

private:
    struct Kept;
    void start();
    void follow(double seconds);
    void take(std::shared_ptr<const Audio> piece, double seconds);
    void finish(const Result<void>& done);
    bool isReady() const;

    SequenceEditor& editor_;
    Player& player_;
    std::function<ClipWish()> wish_;
    bool active_ = false;
    bool isHeard_ = false; ///< what is heard is the sequence as it is now, or will be
    bool isOpening_ = false;
    bool isSought_ = false; ///< a piece where the listener is now, which did not sound before
    QTimer rest_;
    QString lastFailure_;
    std::shared_ptr<Kept> kept_;
    std::shared_ptr<std::atomic<double>> listener_ = std::make_shared<std::atomic<double>>(0.0);
    std::shared_ptr<const Audio> piece_; ///< heard last
    double pieceFrom_ = 0;
    Job job_;
};

/// `piece` and behind it what another sound has there, with a short fade; as it is where the other does not reach on.
/// @param from, otherFrom where they begin, in seconds
Audio withTail(const Audio& piece, double from, const Audio& other, double otherFrom);

} // namespace sonoloom
