// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compared.h"
#include "ui/jobs/job.h"
#include "ui/player/abmixer.h"

#include <QObject>
#include <QString>

#include <array>
#include <memory>

namespace sonoloom
{

/// What is compared, how, and what came of it. Holds values and says when they change; its job computes.
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

    /// What was compared, or null.
    std::shared_ptr<const ComparedSounds> sounds() const { return sounds_; }
    bool isComparing() const { return job_.running(); }
    /// Stops; what was compared before is gone.
    void cancel();

signals:
    void inputsChanged();
    /// The job began or ended.
    void comparingChanged(bool comparing);
    void progressed(double fraction, const QString& stage);
    /// sounds() is new, or null.
    void compared();
    void noticed(const QString& sentence);
    /// One sentence: why they cannot be compared.
    void failed(const QString& sentence);

private:
    void start();

    std::array<CompareInput, 2> inputs_;
    CompareParams params_;
    std::shared_ptr<const ComparedSounds> sounds_;
    Job job_;
};

} // namespace sonoloom
