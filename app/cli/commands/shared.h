// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/console.h"
#include "core/codec/codec.h"
#include "core/pipeline/convert.h"
#include "core/pipeline/records/recordset.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// What several verbs do alike.
namespace sonoloom
{

/// Options of all formats' parameters, each once, with the ones that choose format and spirit.
/// @param defaultFormat for the help
std::vector<Option> codecOptions(const std::string& defaultFormat);

/// -o with what stands for its value, --force, --recursive.
std::vector<Option> fileOptions(const std::string& output, const std::string& outputHelp);

std::vector<Option> joined(std::vector<Option> first, const std::vector<Option>& second);

/// A format with the parameters that the user gave, and their keys.
struct ChosenCodec {
    std::unique_ptr<Codec> codec;
    std::vector<std::string> given;
};

/// Sets up `codec` as the arguments say. Errors: InvalidArgument (out of range, not this format's parameter).
Result<ChosenCodec> withArguments(std::unique_ptr<Codec> codec, const Arguments& arguments, bool compatible);

/// The format named by --format. Errors: InvalidArgument.
Result<std::unique_ptr<Codec>> namedCodec(const std::string& name);

/// The value of --output. Errors: InvalidArgument if it is missing or empty.
Result<std::filesystem::path> outputOf(const Arguments& arguments);

Overwrite overwriteOf(const Arguments& arguments);

/// The files of the inputs, with a notice of how many others lay in their folders.
/// Errors: InvalidArgument (no inputs), NotFound (nothing there, or nothing of this kind).
Result<std::vector<std::filesystem::path>> inputFiles(const Arguments& arguments, const std::vector<std::string>& suffixes,
                                                      const char* kind, Console& console);

/// --records.
Option recordsOption();

/// The records that --records names; null without it. Errors: as readRecords.
Result<std::shared_ptr<const std::vector<RecordSet>>> knownRecords(const Arguments& arguments, JobMonitor& monitor);

/// Sound files to turn into images, as the arguments ask.
struct EncodeRequest {
    std::unique_ptr<Codec> codec;
    EncodeFilesOptions options;
    std::vector<std::filesystem::path> files;
    std::vector<std::string> stems; ///< of the outputs, one a file
    ReconstructParams reconstruct; ///< the preset's, or the defaults; options for it are not looked at
};

/// Options of encodeRequest. @param outputHelp of --output
std::vector<Option> encodeOptions(const std::string& outputHelp);

/// Errors: as outputOf, chosenPreset, namedCodec, withArguments, inputFiles.
Result<EncodeRequest> encodeRequest(const Arguments& arguments, Console& console);

/// Does `work` for each of `count` items with its share of the progress; a failed one is told and the rest goes on, an
/// interrupt ends it.
void forEachItem(std::size_t count, Console& console,
                 const std::function<Result<void>(std::size_t, JobMonitor&)>& work);

nlohmann::ordered_json jsonOf(const EncodedFile& file);
nlohmann::ordered_json jsonOf(const DecodedFile& file);

/// One line: what became of a file.
std::string lineOf(const EncodedFile& file);
std::string lineOf(const DecodedFile& file);

/// "12.345 s"
std::string secondsText(std::size_t samples, int sampleRate);

} // namespace sonoloom
