// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusion.h"
#include "core/pipeline/displayspectrogram.h"
#include "core/pipeline/edit/heldmel.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sonoloom
{

/// The files of both inputs; empty: none.
using PairFiles = std::array<QString, 2>;

/// The inputs with files that were dropped or chosen: two, by their names as people order them, or one for the first empty
/// input, else for B. Nothing for more.
std::optional<PairFiles> withTaken(PairFiles files, const QStringList& paths);

/// What is in the inputs.
struct OpenedPair {
    std::shared_ptr<HeldMel> mel; ///< of one input or both, A first
    std::array<std::shared_ptr<const DisplaySpectrogram>, 2> pictures; ///< null: that input is empty
    std::vector<std::filesystem::path> files; ///< as in `mel`
    RiffusionParams drawn; ///< how sound files were drawn

    bool isComplete() const { return mel && mel->count() == 2; }
};

/// Opens the two inputs of an editor off this thread: images, or sound files drawn as images.
class EditedPair : public QObject
{
    Q_OBJECT

public:
    /// @param extent what of images is read
    explicit EditedPair(ImageExtent extent, QObject* parent = nullptr);

    /// How sound files are drawn; asked when one is opened. Until told: the defaults.
    void setDrawing(std::function<RiffusionParams()> drawing) { drawing_ = std::move(drawing); }

    /// Ends in opened() or failed(). The same files again do nothing.
    void open(const PairFiles& files);
    /// Opens them again: what was stopped, or could not be read.
    void retry();
    const PairFiles& files() const { return files_; }
    bool isOpening() const { return job_.running(); }
    void cancel();

    /// Null until opened, and while others are opened that fit nothing.
    const std::shared_ptr<const OpenedPair>& opened() const { return opened_; }
    /// Why nothing is opened; empty: it is, or nothing was asked.
    const QString& trouble() const { return trouble_; }
    /// What to do next, or what is being done, for the user; empty once both are there. @param whenEmpty what to open
    QString message(const QString& whenEmpty) const;

signals:
    /// opened() is new, or null.
    void changed();
    void openingChanged(bool opening);
    void progressed(double fraction, const QString& stage);
    void noticed(const QString& sentence);
    void failed(const QString& sentence);

private:
    void start();
    void receive(Result<std::shared_ptr<const OpenedPair>> opened);

    ImageExtent extent_;
    std::function<RiffusionParams()> drawing_;
    PairFiles files_;
    std::shared_ptr<const OpenedPair> opened_;
    QString trouble_;
    Job job_;
};

} // namespace sonoloom
