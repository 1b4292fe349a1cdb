// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/crossfade/beatfade.h"
#include "core/pipeline/waveform.h"
#include "ui/editors/images/editedpair.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QUndoStack>

#include <array>
#include <memory>

namespace sonoloom
{

/// All of a cross-fade that the user sets.
struct CrossfadeSettings {
    PairFiles files;
    CrossfadeParams params;
    bool asPeer = false; ///< ai-music-generation's: aligned by correlation, added without a fade
    bool operator==(const CrossfadeSettings&) const = default;
};

/// Two sounds that were read.
struct FadingPair {
    std::array<std::shared_ptr<const Waveform>, 2> waveforms;
};

/// A fade that was made.
struct MadeFade {
    BeatFade fade; ///< its sound lies in the waveform
    std::shared_ptr<const Audio> sound;
    std::shared_ptr<const Waveform> waveform;
};

/// A cross-fade of two sounds that is edited: its parameters with their undo, and what comes of them. Everything is read
/// and made off this thread.
class CrossfadeSession : public QObject
{
    Q_OBJECT

public:
    explicit CrossfadeSession(QObject* parent = nullptr);

    const CrossfadeSettings& settings() const { return settings_; }
    /// One step of undo named `what`, merged with the last one of that name and gesture.
    void change(CrossfadeSettings to, const QString& what);
    /// Errors: InvalidArgument naming the field; nothing is changed then.
    Result<void> setField(const QString& key, const QString& text);
    void setInput(int input, const QString& path);
    void setFiles(const PairFiles& files);
    void swap();
    /// The next change is a step of its own.
    void endGesture() { ++gesture_; }
    QUndoStack& history() { return history_; }

    /// Null until both are read.
    const std::shared_ptr<const FadingPair>& pair() const { return pair_; }
    /// Null until it is made, and where it cannot be. It stays while the next one is made.
    const std::shared_ptr<const MadeFade>& made() const { return made_; }
    /// Why there is none; empty: there is, or nothing was asked.
    const QString& trouble() const { return trouble_; }
    bool isWorking() const { return reading_.running() || making_.running(); }
    void cancel();

signals:
    void settingsChanged();
    /// pair(), made() or trouble() is new, or work began or ended.
    void changed();
    void progressed(double fraction, const QString& stage);
    void failed(const QString& sentence);
    void noticed(const QString& sentence);

private:
    void apply(const CrossfadeSettings& settings);
    void read();
    void make();
    void fail(const QString& sentence);

    CrossfadeSettings settings_;
    QUndoStack history_;
    int gesture_ = 0;
    std::shared_ptr<const FadingPair> pair_;
    std::shared_ptr<const FoundTempos> tempos_; ///< of the pair, once they were asked for
    std::shared_ptr<const MadeFade> made_;
    QString trouble_;
    Job reading_;
    Job making_;
};

} // namespace sonoloom
