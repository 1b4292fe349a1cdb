// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/edit/interpolationparams.h"
#include "ui/editors/images/editedpair.h"
#include "ui/editors/images/melplayback.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QUndoStack>

#include <memory>
#include <vector>

namespace sonoloom
{

/// All of an interpolation that the user sets.
struct InterpolationSettings {
    PairFiles files;
    InterpolationParams params;
    bool operator==(const InterpolationSettings&) const = default;
};

/// The images between two, laid out: what is known of them before one is drawn.
struct Film {
    std::vector<double> shares;       ///< of the second input, one an image
    std::vector<std::size_t> begins;  ///< the first column of each image, and the end
    double columnSeconds = 0.01;

    std::size_t count() const { return shares.size(); }
    double begin(std::size_t image) const { return static_cast<double>(begins[image]) * columnSeconds; }
    double end(std::size_t image) const { return begin(image + 1); }
    double seconds() const { return count() > 0 ? end(count() - 1) : 0; }
    /// The image at this time; the last behind the end. Only if there are images.
    std::size_t imageAt(double seconds) const;
};

/// An interpolation that is edited: its inputs, its parameters with their undo, and the pictures of what comes of them.
class InterpolationSession : public QObject
{
    Q_OBJECT

public:
    explicit InterpolationSession(QObject* parent = nullptr);

    const InterpolationSettings& settings() const { return settings_; }
    /// One step of undo named `what`, merged with the last one of that name and gesture.
    /// Errors: InvalidArgument naming the field, and nothing is changed.
    Result<void> change(InterpolationSettings to, const QString& what);
    /// Sets one parameter by its key. Errors: the same.
    Result<void> setField(const QString& key, const QString& text);
    void setInput(int input, const QString& path);
    void setFiles(const PairFiles& files);
    void swap();
    /// The next change is a step of its own.
    void endGesture() { ++gesture_; }
    QUndoStack& history() { return history_; }

    EditedPair& pair() { return pair_; }
    bool isReady() const { return pair_.opened() && pair_.opened()->isComplete(); }

    /// No images while not ready.
    const Film& film() const { return film_; }
    /// All images in small, equally many columns each; coarse at first. Null until they are there.
    const std::shared_ptr<const DisplaySpectrogram>& strip() const { return strip_; }

    /// Draws the image with this share of the second input; ends in imageChanged().
    void showShare(double share);
    double shownShare() const { return shown_; }
    /// The image of shownShare(); null until it is there.
    const std::shared_ptr<const DisplaySpectrogram>& image() const { return image_; }

    /// What is heard. Only while ready.
    HeardMel heard() const;

signals:
    void settingsChanged();
    /// film() is new, and heard() with it.
    void filmChanged();
    void stripChanged();
    void imageChanged();
    void failed(const QString& sentence);
    void noticed(const QString& sentence);

private:
    void apply(const InterpolationSettings& settings);
    void layOut();
    void drawStrip();
    void drawImage();

    InterpolationSettings settings_;
    QUndoStack history_;
    int gesture_ = 0;
    EditedPair pair_{ImageExtent::Picture};
    Film film_;
    std::shared_ptr<const DisplaySpectrogram> strip_;
    double shown_ = 0;
    std::shared_ptr<const DisplaySpectrogram> image_;
    Job stripJob_;
    Job imageJob_;
};

} // namespace sonoloom
