// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compared.h"
#include "ui/jobs/job.h"
#include "ui/player/abmixer.h"

#include <QObject>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace sonoloom
{

/// One pair of images of two sets.
struct ComparedPair {
    ImagePair files;
    std::optional<ImageFigures> figures; ///< nothing until it was its turn, or if it cannot be compared
    QString trouble;                     ///< why it cannot be compared
};

/// What is compared, how, and what came of it. Holds values and says when they change; its jobs compute.
class CompareSession : public QObject
{
    Q_OBJECT

public:
    explicit CompareSession(QObject* parent = nullptr);

    /// Sets A or B. Once both are there they are compared.
    void setInput(Side side, CompareInput input);
    /// Both at once, so that they are compared once.
    void setInputs(CompareInput a, CompareInput b);
    void swap();
    const CompareInput& input(Side side) const;

    CompareParams params() const { return params_; }
    /// Sets one field by its key. Errors: InvalidArgument, and nothing is changed.
    Result<void> setField(const QString& key, const QString& text);

    /// Two sounds that were compared, or null.
    std::shared_ptr<const DrawnComparison> sounds() const { return sounds_; }
    /// Pairs of images; empty unless images are compared.
    const std::vector<ComparedPair>& pairs() const { return pairs_; }
    /// The pair whose images are shown; its images, or null while they are read.
    int selectedPair() const { return selected_; }
    void selectPair(int pair);
    std::shared_ptr<const DrawnImages> images() const { return images_; }

    /// Makes sound of all paired images; ends in heard() or failed().
    void hearImages();
    std::shared_ptr<const Audio> heardSound(Side side) const;

    /// Writes the comparison as files; ends in reportWritten() or failed().
    void writeReport(const QString& folder, Overwrite overwrite);
    static QString reportName() { return QStringLiteral("comparison.html"); }

    bool isComparing() const { return job_.running(); }
    /// Stops everything; what is there already stays.
    void cancel();

signals:
    void inputsChanged();
    /// The job began or ended.
    void comparingChanged(bool comparing);
    void progressed(double fraction, const QString& stage);
    /// sounds() or the list of pairs() is new, or gone.
    void compared();
    /// One of pairs() got its figures.
    void pairCompared(int pair);
    /// images() is new, or null.
    void imagesChanged();
    /// heardSound() is new, or null.
    void heard();
    /// Sounds are made of images, or a report is written; or no longer.
    void workingChanged(bool working);
    void reportWritten(const QString& page);
    void noticed(const QString& sentence);
    /// One sentence: why they cannot be compared.
    void failed(const QString& sentence);

private:
    void start();
    void startSounds();
    void startImages();
    void takePairs(ImagePairing pairing);
    void forget();

    std::array<CompareInput, 2> inputs_;
    CompareParams params_;
    std::shared_ptr<const DrawnComparison> sounds_;
    std::vector<ComparedPair> pairs_;
    int selected_ = 0;
    std::shared_ptr<const DrawnImages> images_;
    std::array<std::shared_ptr<const Audio>, 2> heard_;
    Job job_;
    Job imagesJob_;
    Job workJob_;
};

} // namespace sonoloom
