// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/presetoption.h"
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/base/parallel.h"
#include "core/io/audiofile.h"
#include "core/pipeline/sweep/sweepfiles.h"

namespace sonoloom
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Which part of the sound, in seconds.
struct SweepPart {
    double from = 0;
    double seconds = mostSweepSeconds;
};

template <class Params, class Visitor>
    requires FieldsOf<Params, SweepPart>
void visitFields(Params& p, Visitor&& visit)
{
    visit("from", p.from, Range{0.0, 1e6}, Label{""}, "s", Help{"Where the part of the sound begins that is worked on"});
    visit("part", p.seconds, Range{0.1, mostSweepSeconds}, Label{""}, "s", Help{"How long that part is"});
}

Json jsonOf(const SweepPlan& plan, const SweepCell& cell)
{
    Json json{{plan.columns.key, plan.columns.values[cell.column]}};
    if (!plan.rows.key.empty())
        json[plan.rows.key] = plan.rows.values[cell.row];
    if (!cell.error.empty()) {
        json["error"] = utf8(cell.error);
        return json;
    }
    if (cell.imageError)
        json["img"] = *cell.imageError;
    json["spectral_convergence_db"] = cell.figures.spectralConvergenceDb;
    json["log_spectral_distance_db"] = cell.figures.logSpectralDistanceDb;
    json["level_difference_db"] = cell.figures.levelDifferenceDb;
    json["clipped_share"] = cell.clippedShare;
    json["images"] = cell.tiles->tiles.size();
    json["bytes"] = cell.bytes;
    return json;
}

class SweepRun
{
public:
    SweepRun(const Arguments& arguments, Console& console) : arguments_(arguments), console_(console) {}

    Result<void> all()
    {
        setDefaultThreadCount(console_.jobs());
        auto request = encodeRequest(arguments_, console_);
        if (!request)
            return request.error();
        if (request->files.size() != 1)
            return Error{ErrorCode::InvalidArgument, "A sweep works on one sound; name a single file."};
        plan_.stem = request->stems.front();
        plan_.settings = {std::move(request->codec), request->reconstruct};
        if (auto set = takeArguments(); !set)
            return set;
        return run(request->files.front(), request->options);
    }

private:
    Result<void> takeArguments()
    {
        auto fields = fieldsOf(part_);
        for (const Field& field : fieldsOf(plan_.settings.reconstruct))
            fields.push_back(field);
        if (auto applied = applyArguments(arguments_, fields); !applied)
            return applied.error();
        for (const auto& [name, axis] : {std::pair("columns", &plan_.columns), std::pair("rows", &plan_.rows)}) {
            if (!arguments_.has(name))
                continue;
            const auto codec = plan_.settings.codec->clone();
            ReconstructParams reconstruct;
            auto read = sweepAxis(sweepFields(*codec, reconstruct), arguments_.value(name));
            if (!read)
                return read.error();
            *axis = std::move(*read);
        }
        if (plan_.columns.key.empty())
            return Error{ErrorCode::InvalidArgument, "Nothing is varied; add --columns maxvol=50,100,200, for example."};
        return {};
    }

    Result<void> run(const fs::path& file, const EncodeFilesOptions& options)
    {
        if (auto free = expectSweepFiles(plan_, options.folder, options.overwrite); !free)
            return free;
        PartMonitor reading(console_.monitor(), 0, 0.05);
        const auto sound = readAudioFile(file, reading);
        if (!sound)
            return sound.error();
        plan_.sound = std::make_shared<Audio>(sweepExcerpt(sound.value(), part_.from, part_.from + part_.seconds));
        plan_.origin = {file.filename().string(), {}, plan_.sound->sampleCount()};
        PartMonitor sweeping(console_.monitor(), 0.05, 0.95);
        const auto cells = runSweep(plan_, [](const SweepCell&) {}, sweeping);
        if (!cells)
            return cells.error();
        PartMonitor writing(console_.monitor(), 0.95, 1);
        const auto written = writeSweep(plan_, cells.value(), options.folder, options.overwrite, writing);
        if (!written)
            return written.error();
        tell(cells.value(), written.value());
        return {};
    }

    void tell(const std::vector<SweepCell>& cells, const SweepFiles& files)
    {
        Json& result = console_.result();
        result = {{"sheet", utf8(files.sheet.string())}, {"table", utf8(files.table.string())}, {"sounds", Json::array()}, {"cells", Json::array()}};
        for (const fs::path& sound : files.sounds)
            result["sounds"].push_back(utf8(sound.string()));
        for (const SweepCell& cell : cells) {
            result["cells"].push_back(jsonOf(plan_, cell));
            std::string line = cell.name + ":";
            for (const std::string& text : sweepLines(cell))
                line += (line.ends_with(":") ? " " : ", ") + text;
            if (cell.error.empty())
                console_.say(line);
            else
                console_.fail({ErrorCode::Unsupported, line});
        }
        console_.say("  contact sheet  " + files.sheet.string());
        console_.say("  table          " + files.table.string());
    }

    const Arguments& arguments_;
    Console& console_;
    SweepPlan plan_;
    SweepPart part_;
};

void run(const Arguments& arguments, Console& console)
{
    if (auto done = SweepRun(arguments, console).all(); !done)
        console.fail(done.error());
}

} // namespace

Verb sweepVerb()
{
    ReconstructParams defaults;
    SweepPart part;
    auto options = joined(fileOptions("DIR", "Folder for contact sheet, table and sounds; made if missing"), codecOptions("riffusion"));
    options.push_back(presetOption());
    options.push_back({"columns", 0, "KEY=VALUES", "What is varied from left to right: a list, maxvol=50,100,200, or first:last:count, "
                                                   "power=0.1:0.5:5"});
    options.push_back({"rows", 0, "KEY=VALUES", "What is varied from top to bottom"});
    options = joined(std::move(options), joined(optionsOf(fieldsOf(part)), optionsOf(fieldsOf(defaults))));
    return {"sweep", "AUDIO -o DIR --columns KEY=VALUES", "Tries a grid of settings on one sound: images, sounds, figures, a contact sheet.",
            std::move(options), run};
}

} // namespace sonoloom
