// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/clips/sequenceeditor.h"

#include "core/io/audiofile.h"
#include "core/io/filelist.h"
#include "core/io/imagefile.h"

#include <algorithm>
#include <numeric>

namespace sonoloom
{

namespace
{

std::vector<std::string> clipSuffixes()
{
    auto suffixes = readableAudioSuffixes();
    suffixes.insert(suffixes.end(), readableImageSuffixes().begin(), readableImageSuffixes().end());
    return suffixes;
}

SequenceClip clipOf(const std::filesystem::path& file)
{
    SequenceClip clip;
    clip.source = std::filesystem::absolute(file).lexically_normal();
    return clip;
}

} // namespace

SequenceEditor::SequenceEditor(SequenceDocument& document, QObject* parent) : QObject(parent), document_(document)
{
    connect(&document_, &SequenceDocument::changed, this, [this] {
        looks_.setSequence(sequence());
        selection_.keepWithin(sequence().size());
        layOut();
    });
    connect(&looks_, &ClipLooks::lengthsChanged, this, &SequenceEditor::layOut);
    connect(&looks_, &ClipLooks::noticed, this, &SequenceEditor::noticed);
    looks_.setSequence(sequence());
    layOut();
}

void SequenceEditor::layOut()
{
    places_ = placesOf(sequence(), looks_.seconds());
    emit changed();
}

void SequenceEditor::setSnapping(const SnapChoice& choice)
{
    snapping_ = choice;
    looks_.setBeatsWanted(choice.on && choice.beats != SnapChoice::Beats::None);
    emit snappingChanged();
}

void SequenceEditor::apply(const SequenceEdit& edit, const QString& what)
{
    endGesture();
    document_.change(fitted(edit.sequence, looks_.seconds()), what);
    endGesture();
    selection_.select(edit.selected);
}

void SequenceEditor::addFiles(const QStringList& paths, std::size_t at)
{
    std::vector<std::string> names;
    for (const QString& path : paths)
        names.push_back(path.toStdString());
    const auto work = [names](JobMonitor&) { return expandInputs(names, clipSuffixes(), false); };
    adding_.start<FileList>(work, [this, at](const Result<FileList>& list) {
        if (!list) {
            emit failed(QString::fromStdString(list.error().message));
            return;
        }
        if (list->files.empty()) {
            emit failed(tr("There are no sounds and no images in that folder."));
            return;
        }
        Sequence clips;
        std::ranges::transform(list->files, std::back_inserter(clips), clipOf);
        apply(inserted(sequence(), at, clips), tr("Add clips"));
        if (list->passedOver > 0)
            emit noticed(tr("%n file(s) were passed over: neither sound nor image.", nullptr, static_cast<int>(list->passedOver)));
    });
}

void SequenceEditor::addStretch(const QString& path, double from, double to)
{
    SequenceClip clip = clipOf(path.toStdString());
    clip.from = from;
    clip.to = to;
    apply(inserted(sequence(), sequence().size(), {clip}), tr("Add clips"));
}

void SequenceEditor::repeat(int times)
{
    if (!selection_.clips().empty())
        apply(repeated(sequence(), selection_.clips(), times), times == 1 ? tr("Duplicate clips") : tr("Repeat clips"));
}

void SequenceEditor::remove()
{
    if (const auto transition = selection_.transition()) {
        setTransition(*transition, ClipTransition::Cut, 0);
        endGesture();
    } else if (!selection_.clips().empty()) {
        apply(removed(sequence(), selection_.clips()), tr("Remove clips"));
    }
}

void SequenceEditor::copy()
{
    if (!selection_.clips().empty())
        copied_ = picked(sequence(), selection_.clips());
}

void SequenceEditor::cut()
{
    if (selection_.clips().empty())
        return;
    copy();
    apply(removed(sequence(), selection_.clips()), tr("Cut clips"));
}

void SequenceEditor::paste(std::size_t at)
{
    if (!copied_.empty())
        apply(inserted(sequence(), at, copied_), tr("Paste clips"));
}

void SequenceEditor::move(std::size_t before, bool copies)
{
    if (selection_.clips().empty())
        return;
    const auto& clips = selection_.clips();
    if (copies)
        apply(inserted(sequence(), before, picked(sequence(), clips)), tr("Copy clips"));
    else
        apply(moved(sequence(), clips, before), tr("Move clips"));
}

void SequenceEditor::moveBy(int clips)
{
    const auto& selected = selection_.clips();
    if (selected.empty() || (clips < 0 && selected.front() == 0) || (clips > 0 && selected.back() + 1 >= sequence().size()))
        return;
    move(clips < 0 ? selected.front() - 1 : selected.back() + 2, false);
}

void SequenceEditor::setGain(double db)
{
    change(withGain(sequence(), selection_.clips(), db), tr("Gain of clips"));
}

void SequenceEditor::setTransitions(ClipTransition kind, double seconds)
{
    endGesture();
    change(withTransitions(sequence(), selection_.clips(), kind, seconds, looks_.seconds()), tr("Set transitions"));
    endGesture();
}

void SequenceEditor::selectAll()
{
    std::vector<std::size_t> all(sequence().size());
    std::iota(all.begin(), all.end(), 0);
    selection_.select(std::move(all));
}

void SequenceEditor::split(double seconds)
{
    const auto edit = splitAt(sequence(), seconds, looks_.seconds());
    if (edit)
        apply(*edit, tr("Split clip"));
    else
        emit noticed(tr("Nothing can be split here: move the playhead into a clip, away from its edges and transitions."));
}

void SequenceEditor::trimStart(std::size_t clip, double from)
{
    change(startTrimmed(sequence(), clip, from, looks_.seconds()), tr("Trim clip"));
}

void SequenceEditor::trimEnd(std::size_t clip, double to)
{
    change(endTrimmed(sequence(), clip, to, looks_.seconds()), tr("Trim clip"));
}

void SequenceEditor::setClipGain(std::size_t clip, double db)
{
    change(withGain(sequence(), {clip}, db), tr("Gain of clips"));
}

void SequenceEditor::setTransition(std::size_t clip, ClipTransition kind, double seconds)
{
    change(withTransition(sequence(), clip, kind, seconds, looks_.seconds()), tr("Set transition"));
}

void SequenceEditor::changeClip(std::size_t clip, const QString& what, const std::function<void(SequenceClip&)>& edit)
{
    Sequence to = sequence();
    edit(to[clip]);
    change(fitted(std::move(to), looks_.seconds()), what);
}

void SequenceEditor::relocate(const std::filesystem::path& from, const QString& to)
{
    Sequence changed = sequence();
    for (SequenceClip& clip : changed)
        if (clip.source == from)
            clip.source = to.toStdString();
    endGesture();
    change(fitted(std::move(changed), looks_.seconds()), tr("Locate source"));
    endGesture();
}

} // namespace sonoloom
