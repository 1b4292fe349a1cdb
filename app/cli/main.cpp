// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"
#include "app/cli/verbs.h"
#include "core/base/fields.h"
#include "core/dsp/reconstruct.h"
#include "core/pipeline/tuning.h"

#include <QGuiApplication>

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>

namespace
{

using namespace sonoloom;

constexpr int usageError = static_cast<int>(ExitCode::Usage);

int refuse(const std::string& sentence)
{
    std::fprintf(stderr, "sonoloom: %s\n", sentence.c_str());
    return usageError;
}

/// Replaces this program by the workbench that lies beside it; returns only if there is none.
int startWorkbench()
{
    std::error_code ignored;
    const auto workbench = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "sonoloom-workbench";
    ::execl(workbench.c_str(), workbench.c_str(), static_cast<char*>(nullptr));
    return refuse("The workbench '" + workbench.string() + "' cannot be started; see 'sonoloom --help' for the verbs.");
}

/// Images come and go: their memory is taken again instead of given back and cleared by the system each time, which is a
/// tenth of the time of a decode.
void keepFreedMemory()
{
#if defined(__GLIBC__)
    constexpr int bytes = 64 << 20;
    ::mallopt(M_MMAP_THRESHOLD, bytes);
    ::mallopt(M_TRIM_THRESHOLD, bytes);
#endif
}

/// Only what ends the program is worth a user's line; Qt's hints are not.
void onQtMessage(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtFatalMsg || type == QtCriticalMsg)
        std::fprintf(stderr, "sonoloom: %s\n", qPrintable(message));
}

struct CommonParams {
    int jobs = 0;
    ReconstructParams reconstruct;
};

Result<CommonParams> commonParams(const Arguments& arguments)
{
    CommonParams common;
    const Field jobs{"jobs", &common.jobs, {0, 1024}, "", "", ""};
    auto fields = fieldsOf(common.reconstruct);
    std::erase_if(fields, [](const Field& field) { return field.key != "seed"; });
    fields.push_back(jobs);
    if (auto applied = applyArguments(arguments, fields); !applied)
        return applied.error();
    return common;
}

int runVerb(const Verb& verb, const std::vector<std::string>& words)
{
    const auto arguments = parseArguments(words, allOptions(verb));
    if (!arguments)
        return refuse(arguments.error().message);
    if (arguments.value().isOn("help")) {
        std::fputs(verbHelp(verb).c_str(), stdout);
        return 0;
    }
    const auto common = commonParams(arguments.value());
    if (!common)
        return refuse(common.error().message);
    ConsoleMonitor::watchInterrupts();
    loadTuning();
    Console console(arguments.value().isOn("json"), arguments.value().isOn("quiet"), common.value().jobs);
    verb.run(arguments.value(), console);
    return console.finish();
}

int runProgram(const std::vector<std::string>& words)
{
    if (words.front() == "--help" || words.front() == "-h" || words.front() == "help") {
        std::fputs(programHelp(verbs()).c_str(), stdout);
        return 0;
    }
    if (words.front() == "--version") {
        std::puts("sonoloom " SONOLOOM_VERSION);
        return 0;
    }
    const auto verb = std::ranges::find(verbs(), words.front(), &Verb::name);
    if (verb != verbs().end())
        return runVerb(*verb, {words.begin() + 1, words.end()});
    std::vector<std::string> names;
    for (const Verb& known : verbs())
        names.push_back(known.name);
    const std::string near = nearest(words.front(), names);
    return refuse("There is no verb '" + words.front() + "'" +
                  (near.empty() ? "; see 'sonoloom --help'." : "; did you mean '" + near + "'?"));
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.empty())
        return startWorkbench();
    keepFreedMemory();
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is a failed write with a sentence, not the end
    qInstallMessageHandler(onQtMessage);
    qputenv("QT_QPA_PLATFORM", "offscreen"); // for the letters of pictures
    int none = 1;                            // our words are not Qt's: a file may be called "-style"
    QGuiApplication application(none, argv);
    std::setlocale(LC_NUMERIC, "C");
    return runProgram(words);
}
