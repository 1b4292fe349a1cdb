// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/sequencedocument.h"
#include "ui/editors/sequence/clips/cliplooks.h"
#include "ui/editors/sequence/clips/clipselection.h"
#include "ui/editors/sequence/clips/snapping.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace sonoloom
{

/// What is done to a sequence by hand: every change is a step of undo with a name, keeps transitions within their clips,
/// and selects what it made.
class SequenceEditor : public QObject
{
    Q_OBJECT

public:
    /// @param document must outlive the editor
    explicit SequenceEditor(SequenceDocument& document, QObject* parent = nullptr);

    SequenceDocument& document() { return document_; }
    const Sequence& sequence() const { return document_.sequence(); }
    /// Where the clips lie now.
    const std::vector<ClipPlace>& places() const { return places_; }
    double seconds() const { return places_.empty() ? 0 : places_.back().to; }
    ClipLooks& looks() { return looks_; }
    const ClipLooks& looks() const { return looks_; }
    ClipSelection& selection() { return selection_; }
    const ClipSelection& selection() const { return selection_; }

    const SnapChoice& snapping() const { return snapping_; }
    void setSnapping(const SnapChoice& choice);

    /// Sound files, images and folders, as clips before clip number `at`, or at the end. Looked for off this thread; ends
    /// in a change or in failed().
    void addFiles(const QStringList& paths, std::size_t at);
    /// A stretch of a file, at the end.
    void addStretch(const QString& path, double from, double to);

    // What follows works on the selected clips; nothing happens without.
    void duplicate() { repeat(1); }
    /// Copies of them behind them, `times` times.
    void repeat(int times);
    void remove();
    void copy();
    /// What was copied; empty: nothing.
    const Sequence& copied() const { return copied_; }
    void cut();
    void paste(std::size_t at);
    /// Before clip number `before`. @param copies they stay where they are, too
    void move(std::size_t before, bool copies);
    /// In steps, as arrow keys do.
    void moveBy(int clips);
    void setGain(double db);
    /// Between those of them that are neighbours.
    void setTransitions(ClipTransition kind, double seconds);

    void selectAll();
    /// Cuts in two what sounds at this time; noticed() says why not.
    void split(double seconds);

    // While something is dragged or typed; endGesture() ends the step of undo.
    void change(Sequence to, const QString& what) { document_.change(std::move(to), what); }
    void trimStart(std::size_t clip, double from);
    void trimEnd(std::size_t clip, double to);
    void setClipGain(std::size_t clip, double db);
    /// Of this kind where there is none yet. Shortened to what the clips have.
    void setTransition(std::size_t clip, ClipTransition kind, double seconds);
    /// Any change of one clip.
    void changeClip(std::size_t clip, const QString& what, const std::function<void(SequenceClip&)>& edit);
    /// All clips of a source that is missing are of this one from now on.
    void relocate(const std::filesystem::path& from, const QString& to);
    void endGesture() { document_.endGesture(); }

signals:
    /// Clips, or where they lie.
    void changed();
    void snappingChanged();
    void noticed(const QString& sentence);
    void failed(const QString& sentence);

private:
    void apply(const SequenceEdit& edit, const QString& what);
    void layOut();

    SequenceDocument& document_;
    ClipLooks looks_;
    ClipSelection selection_;
    SnapChoice snapping_;
    std::vector<ClipPlace> places_;
    Sequence copied_;
    Job adding_;
};

} // namespace sonoloom
