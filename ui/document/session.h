// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"
#include "core/dsp/reconstruct.h"
#include "core/pipeline/roundtrip.h"
#include "ui/document/openedproject.h"
#include "ui/document/settingschange.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QStringList>
#include <QUndoStack>

#include <memory>
#include <vector>

namespace sonoloom
{

/// What the window shows: a sound or a set of images, the codec with its parameters, and what was made of them.
///
/// The session holds values and says when they change; it computes nothing (PreviewController does) and writes nothing.
/// Values handed out as shared_ptr<const T> never change; a new value is a new pointer.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Opens files or folders off this thread: one sound file, or images (several, or a folder of them, in natural
    /// order), or one project. What was open stays until the new one is there. Ends in opened(), openFailed() or, for a
    /// project, sourceMissing().
    void open(const QStringList& paths);
    /// The same for images that nothing tells the format of. @param format a codec's name
    void openAs(const QStringList& paths, const QString& format);
    void openProject(const ProjectToOpen& wanted);
    /// Opens the images anew, mended or as they are. Ends as open().
    void setMended(bool mended);
    /// Stops opening; what was open stays.
    void cancelOpening();
    bool isOpening() const;
    void close();

    bool isEmpty() const { return !sound_ && !images_; }
    /// "song.flac", "tile_00000.png and 11 more", or empty.
    QString title() const;
    /// Without suffix and tile number, for names of outputs: "song".
    QString stem() const;

    /// The original, or null (nothing open, or images).
    std::shared_ptr<const OpenedSound> sound() const { return sound_; }
    /// The images that were opened, or null.
    std::shared_ptr<const OpenedImages> images() const { return images_; }

    /// The project that was opened, or null.
    std::shared_ptr<const OpenedProject> project() const { return project_; }

    /// The codec with its parameters. Its pointer changes with every change; a job keeps it as it is.
    std::shared_ptr<const Codec> codec() const { return settings_.codec; }
    /// The codec's fields for showing. Set them through setCodecField. Valid until the next change.
    std::vector<Field> codecFields() const;
    /// Sets one field by its key from text ("0.25", "shared", "true").
    /// Errors: InvalidArgument naming the field and what is allowed; nothing is changed then.
    Result<void> setCodecField(const QString& key, const QString& text) { return setCodecFields({{key, text}}); }
    /// Several fields in one step of undo, which is named `what`, or after the first.
    Result<void> setCodecFields(const std::vector<std::pair<QString, QString>>& values, const QString& what = {});
    /// All fields at once to the peer's ways or to the best.
    void setCompatible(bool compatible);
    bool isCompatible() const { return settings_.codec->compatible(); }
    /// Another codec by name (codecs.h), with its defaults. Errors: InvalidArgument.
    Result<void> setCodec(const QString& name);
    /// For images: keys that the user set and that therefore beat the images' records.
    std::vector<std::string> givenFields() const { return settings_.given; }

    ReconstructParams reconstructParams() const { return settings_.reconstruct; }
    Result<void> setReconstructField(const QString& key, const QString& text);
    void setReconstructParams(const ReconstructParams& params);

    /// Codec, its parameters and those of reconstruction in one step of undo named `what`; nothing if they are those there are.
    /// For images, parameters that differ from before count as set by the user.
    void setSettings(const Codec& codec, const ReconstructParams& reconstruct, const QString& what);

    /// Named places in time, in order.
    const std::vector<Marker>& markers() const { return settings_.markers; }
    void addMarker(double seconds, const QString& name);
    void renameMarker(std::size_t index, const QString& name);
    void removeMarker(std::size_t index);

    /// Edits of the images' regions, in the order they were made.
    const RegionEdits& edits() const { return settings_.edits; }
    /// The same, none where the format takes none.
    RegionEdits appliedEdits() const;
    /// One more, in a step of undo named `what`.
    void addEdit(RegionEdit edit, const QString& what);
    /// The same in steps that become one until endGesture(): what `before` were, and this one that is still being made.
    void setEdit(const RegionEdits& before, RegionEdit edit, const QString& what);
    /// Leaves out one of them, or all.
    void removeEdit(std::size_t index);
    void removeEdits();

    /// Undo and redo of all these; emptied when something is opened.
    QUndoStack& history() { return history_; }
    /// The next change of the same parameter is a step of its own: a slider was let go.
    void endGesture() { ++gesture_; }

    /// The images encoded with the codec as it is now, or null.
    std::shared_ptr<const TileSet> tiles() const { return tiles_; }
    void setTiles(std::shared_ptr<const TileSet> tiles);

    /// The newest reconstruction, or null. It stays when parameters change; resultIsCurrent() is false then.
    std::shared_ptr<const Reconstruction> result() const { return result_; }
    /// @param edits that its images had
    void setResult(std::shared_ptr<const Reconstruction> result, std::shared_ptr<const Codec> codec,
                   const ReconstructParams& params, const RegionEdits& edits = {});
    bool resultIsCurrent() const;

    /// What the user should know of this session, oldest first; emptied when something is opened.
    QStringList notices() const { return notices_; }
    void addNotice(const QString& sentence);

signals:
    void openingChanged(bool opening);
    void openingProgressed(double fraction, const QString& stage);
    /// sound(), images() and, for images, the codec's parameters are new; tiles() and result() are empty.
    void opened();
    /// Nothing tells the format of these images: openAs() opens them. What was open is unchanged.
    void formatWanted(const QStringList& paths, const QString& reason);
    /// One sentence; what was open is unchanged.
    void openFailed(const QString& sentence);
    /// The sources of a project are not where they were: its file, the first of them.
    void sourceMissing(const sonoloom::ProjectToOpen& project, const QString& source);
    /// Nothing is open; project() may be one of clips alone.
    void closed();
    void codecChanged();
    void reconstructParamsChanged();
    void markersChanged();
    /// edits() are others; tiles() are empty until they are made again.
    void editsChanged();
    void tilesChanged();
    /// A new result, none any more, or resultIsCurrent() changed.
    void resultChanged();
    void noticed(const QString& sentence);

private:
    void startOpening(std::vector<std::string> names, OpenOptions options, std::shared_ptr<const OpenedProject> project);
    void adopt(Opened what, std::shared_ptr<const OpenedProject> project);
    void adoptEmpty(std::shared_ptr<const OpenedProject> project);
    void empty(std::shared_ptr<const OpenedProject> project);
    void change(SessionSettings to, const QString& what);
    void apply(const SessionSettings& settings);

    Job opening_;
    std::shared_ptr<const OpenedSound> sound_;
    std::shared_ptr<const OpenedImages> images_;
    std::shared_ptr<const OpenedProject> project_;
    SessionSettings settings_;
    QUndoStack history_;
    int gesture_ = 0;
    std::shared_ptr<const TileSet> tiles_;
    std::shared_ptr<const Reconstruction> result_;
    QString resultKey_;
    RegionEdits resultEdits_;
    QStringList notices_;
};

} // namespace sonoloom
