// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

/// What sonoloom-engine-run can measure: one call of the engine each, on numbers read before and written after it.
namespace sonoloom::bench
{

/// `--name value` pairs of the command line, without the dashes.
class Options
{
public:
    /// Errors: InvalidArgument (a name without dashes, or without a value).
    static Result<Options> parse(const std::vector<std::string>& words);

    std::string text(const std::string& name, const std::string& otherwise = {}) const;
    int number(const std::string& name, int otherwise) const;
    double real(const std::string& name, double otherwise) const;

private:
    std::map<std::string, std::string> values_;
};

/// The call that is measured. Its result is `[channels x samples]`, or `[channels x columns x bands]` for an analysis.
using EngineCall = std::function<Result<std::vector<float>>()>;

/// Reads what `mode` works on and returns the call, with everything ready that a program would hold anyway.
///
/// Modes, all on the int16 scale: `mel` from `[channels x columns x bands]` to samples, `linear` from
/// `[channels x columns x bins]` to samples, `forward` from `[channels x samples]` to mel magnitudes, `first-sound` and `edit`
/// from mel magnitudes to the samples of a LiveSound after its first piece of work, and after an edit.
/// Errors: InvalidArgument (no such mode, lengths that do not fit the file), NotFound.
Result<EngineCall> prepareCall(const std::string& mode, const Options& options);

/// The modes' names, separated by '|'.
std::string modeNames();

} // namespace sonoloom::bench
