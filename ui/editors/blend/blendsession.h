// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/blendparams.h"
#include "ui/editors/images/editedpair.h"
#include "ui/editors/images/melplayback.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace sonoloom
{

/// All of a blend that the user sets.
struct BlendSettings {
    PairFiles files;
    BlendParams params{.region = 100};
    bool asPeer = false; ///< ai-music-generation's blend: bands and region say all
    bool operator==(const BlendSettings&) const = default;
};

/// A blend that is edited: its inputs, its parameters with their undo, and the picture of what comes of them.
class BlendSession : public QObject
{
    Q_OBJECT

public:
    explicit BlendSession(QObject* parent = nullptr);

    const BlendSettings& settings() const { return settings_; }
    /// One step of undo named `what`, merged with the last one of that name and gesture.
    void change(BlendSettings to, const QString& what);
    void setInput(int input, const QString& path);
    void setFiles(const PairFiles& files);
    void swap();
    /// The next change is a step of its own.
    void endGesture() { ++gesture_; }
    QUndoStack& history() { return history_; }

    EditedPair& pair() { return pair_; }
    const EditedPair& pair() const { return pair_; }
    bool isReady() const { return pair_.opened() && pair_.opened()->isComplete(); }

    /// The parameters with a region that both inputs have. Only while ready, as all below.
    BlendParams params() const;
    int mostRegion() const;
    double columnSeconds() const;
    /// Where the second input begins, in seconds.
    double overlapBegin() const;
    /// Length of the result.
    double seconds() const;

    /// Null until it is there.
    const std::shared_ptr<const DisplaySpectrogram>& result() const { return result_; }
    /// What is heard of the result, and of one input alone.
    HeardMel heardResult() const;
    HeardMel heardInput(int input) const;
    /// Stays the same while the input is.
    std::shared_ptr<const void> whose(int input) const { return pair_.opened()->pictures[static_cast<std::size_t>(input)]; }

signals:
    void settingsChanged();
    /// result() is new, or null.
    void resultChanged();
    /// The parameters do not fit; one sentence.
    void failed(const QString& sentence);
    void noticed(const QString& sentence);

private:
    void apply(const BlendSettings& settings);
    void draw();
    void drawPeer();
    void receive(Result<std::shared_ptr<const DisplaySpectrogram>> picture);

    BlendSettings settings_;
    QUndoStack history_;
    int gesture_ = 0;
    EditedPair pair_{ImageExtent::Sound};
    std::shared_ptr<HeldMel> peer_; ///< the peer's pair, where it is asked for
    std::shared_ptr<const DisplaySpectrogram> result_;
    Job job_;
};

} // namespace sonoloom
