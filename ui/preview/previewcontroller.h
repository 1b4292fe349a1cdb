// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/livedecoding.h"
#include "core/pipeline/preview.h"
#include "core/pipeline/region/editedtiles.h"
#include "ui/document/session.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace sonoloom
{

/// Says when the previews of a session are computed, and delivers only the newest.
///
/// It follows the session's signals by itself. A change that touches only pixels (maxvol, power, level) starts at once,
/// others after a short rest; each cancels what is running. Everything runs off this thread.
class PreviewController : public QObject
{
    Q_OBJECT

public:
    explicit PreviewController(Session& session, QObject* parent = nullptr);
    ~PreviewController() override;

    /// The original's spectrogram (for images: what the images hold), or null.
    std::shared_ptr<const DisplaySpectrogram> spectrogram() const { return preview_.spectrogram; }
    /// The images as they will be written (for images: as they are), or null.
    std::shared_ptr<const TilePreview> tiles() const { return preview_.tiles; }
    bool isComputing() const;
    /// The newest edits are being made.
    bool isEditing() const { return editJob_.running(); }

    /// Encodes (the true way, through 8-bit pixels) and reconstructs, with the session's parameters as they are now.
    /// Ends in reconstructed(), reconstructionFailed() or reconstructionCancelled(); the session gets the result.
    void reconstruct();
    void cancelReconstruction();
    bool isReconstructing() const;

    /// Live: every change is reconstructed by itself once it rests (sounds up to setLongest(), and images), and heard at
    /// once: sounded() brings drafts until the result is there. Off at first.
    void setLive(bool live);
    bool isLive() const { return live_; }
    /// Sounds of this many seconds are not encoded and reconstructed by themselves any more; 120 until told.
    void setLongest(double seconds) { longest_ = seconds; }
    /// What is heard has this done to it in addition, which nothing else shows: a mask. Null: none. Heard even where nothing
    /// is live; unmasked() tells when it is gone.
    void setMask(std::shared_ptr<const RegionEdit> mask);
    /// What is looked at, in seconds: its images are drawn first.
    void setFocus(double from, double to) { focus_ = {from, to}; }
    /// Where somebody listens, in seconds: drafts begin there.
    void setListener(double seconds) { listener_->store(seconds); }

    /// Makes session.tiles() for dragging and export, if they are not there; of opened images only where they have edits. Ends in session.tilesChanged().
    /// Called by itself when the preview has rested for a moment and the sound is shorter than setLongest().
    void encodeTiles();

signals:
    /// spectrogram() is new (maybe null, maybe a draft).
    void spectrogramChanged();
    /// tiles() is new (maybe null).
    void tilesChanged();
    /// One sentence: these parameters do not fit (the field is named), or the images cannot be read.
    void previewFailed(const QString& sentence);
    void computingChanged(bool computing);
    void previewProgressed(double fraction, const QString& stage);

    void liveChanged(bool live);
    /// A draft of the result: silence where there is nothing yet.
    void sounded(std::shared_ptr<const sonoloom::Audio> draft);
    /// The same for a part of a sound's result that begins at so many seconds; what was heard elsewhere stays.
    void pieceSounded(std::shared_ptr<const sonoloom::Audio> piece, double seconds);

    /// The result is heard again without a mask.
    void unmasked();

    void reconstructionStarted();
    void reconstructionProgressed(double fraction, const QString& stage);
    void reconstructed();
    void reconstructionFailed(const QString& sentence);
    void reconstructionCancelled();

private:
    void restart();
    void scheduleUpdate();
    void updateNow();
    void updateSound();
    void updateImages();
    void receive(Result<Preview> preview);
    void take(Preview preview);
    void show(Preview preview);
    void onEditsChanged();
    void editTiles();
    void stopReconstructing();
    void encodeWhenShort();
    void encodeOpened();
    void soundLive();
    void soundDrafts();
    void soundPieces();
    void keepDrawn();
    /// What a reconstruction was made with.
    struct Asked {
        std::shared_ptr<const Codec> codec;
        ReconstructParams params;
        RegionEdits edits;
        std::shared_ptr<const TilePreview> tiles; ///< the images, if they were drawn then
    };
    void finishReconstruction(Result<Reconstruction> result, const Asked& asked);

    Session& session_;
    Job previewJob_;
    Job editJob_;
    Job encodeJob_;
    Job reconstructJob_;
    Job liveJob_;
    bool live_ = false;
    double longest_ = 120;
    std::shared_ptr<std::atomic<double>> listener_ = std::make_shared<std::atomic<double>>(0.0);
    std::pair<double, double> focus_;
    /// The images as they are now, for who sounds them.
    struct DrawnTiles {
        std::mutex mutex;
        LiveTiles tiles;
    };
    std::shared_ptr<DrawnTiles> drawn_ = std::make_shared<DrawnTiles>();
    std::shared_ptr<const Codec> soundedCodec_; ///< whose pieces are being sounded
    QTimer debounce_;
    QTimer rest_;
    std::shared_ptr<PreviewStages> stages_;
    Preview preview_;
    std::shared_ptr<const TilePreview> plainTiles_; ///< without edits
    std::shared_ptr<EditedTiles> edited_ = std::make_shared<EditedTiles>();
    std::shared_ptr<const RegionEdit> mask_;
    std::shared_ptr<EditedTiles> masked_ = std::make_shared<EditedTiles>();
    std::shared_ptr<const TilePreview> heardTiles_; ///< with mask_; null without one
    std::shared_ptr<const TilePreview> resultTiles_; ///< what the result was made of; maybe null
    /// The images without edits as they would be on disk, and whose they are.
    struct PlainSet {
        std::shared_ptr<const Codec> codec;
        std::shared_ptr<const TileSet> tiles;
    };
    PlainSet plainSet_;
    std::string melKey_; ///< of the magnitudes that are shown or being computed
};

} // namespace sonoloom
