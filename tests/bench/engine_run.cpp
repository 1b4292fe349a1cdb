// SPDX-License-Identifier: GPL-3.0-or-later
// sonoloom-engine-run: one call of the engine on numbers from a file, and what it cost. For compare_torchaudio.py.
#include "tests/bench/enginejobs.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <fstream>
#include <iostream>
#include <malloc.h>
#include <sys/resource.h>

namespace sonoloom::bench
{

namespace
{

/// Processor time of all threads of this process, in seconds.
double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// A line of /proc/self/status that is in kB ("VmRSS", "VmHWM"), in bytes.
long statusBytes(const std::string& name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":"))
            return 1024 * std::stol(line.substr(name.size() + 1));
    return 0;
}

/// The peak starts again at what is resident now, where the kernel lets a process say so.
void forgetPeak()
{
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";
}

int fail(const std::string& sentence)
{
    std::cerr << "sonoloom-engine-run: " << sentence << '\n';
    return 2;
}

int run(const std::string& mode, const Options& options)
{
    const auto call = prepareCall(mode, options);
    if (!call)
        return fail(call.error().message);
    forgetPeak();
    const long held = statusBytes("VmRSS");
    const auto start = std::chrono::steady_clock::now();
    const double cpuStart = cpuSeconds();
    const auto result = call.value()();
    const double cpu = cpuSeconds() - cpuStart;
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    const long peak = statusBytes("VmHWM");
    if (!result)
        return fail(result.error().message);

    const auto& numbers = result.value();
    std::ofstream file(options.text("out"), std::ios::binary);
    file.write(reinterpret_cast<const char*>(numbers.data()), static_cast<std::streamsize>(numbers.size() * sizeof(float)));
    if (!file.flush())
        return fail("--out '" + options.text("out") + "' could not be written.");
    const nlohmann::ordered_json line{{"mode", mode},        {"cpu_s", cpu},         {"wall_s", wall.count()},
                                      {"held_bytes", held}, {"peak_bytes", peak - held}, {"values", numbers.size()}};
    std::cout << line.dump() << '\n';
    return 0;
}

} // namespace

} // namespace sonoloom::bench

int main(int argc, char** argv)
{
    using namespace sonoloom::bench;
    if (argc < 2)
        return fail("Usage: sonoloom-engine-run " + modeNames() + " --in FILE --out FILE [--columns N] [--method M] ...");
    const auto options = Options::parse({argv + 2, argv + argc});
    return options ? run(argv[1], options.value()) : fail(options.error().message);
}
