// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tuning.h"
#include "resources/samplepath.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QTranslator>

#include <clocale>
#include <csignal>
#include <cstdio>

namespace
{

using namespace sonoloom;

constexpr int workFailed = 1;
constexpr int usageError = 2;

/// False where Qt would end the program for want of a display.
bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

/// What to open: the arguments, or the bundled sample if there are none.
QStringList filesToOpen(const QCommandLineParser& parser)
{
    if (!parser.positionalArguments().isEmpty())
        return parser.positionalArguments();
    const QString sample = QString::fromStdString(sampleFile().string());
    return QFileInfo::exists(sample) && !parser.isSet(QStringLiteral("empty")) ? QStringList{sample} : QStringList{};
}

void installTranslations(QApplication& application, const QLocale& locale)
{
    for (const auto& [name, folder] :
         {std::pair(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
          std::pair(QStringLiteral("sonoloom"), QStringLiteral(":/i18n"))}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            application.installTranslator(translator);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (!hasDisplay()) {
        std::fputs("sonoloom-workbench: There is no display; use 'sonoloom' on the command line (see 'sonoloom --help').\n", stderr);
        return workFailed;
    }
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is a failed write with a sentence, not the end
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setOrganizationName(QStringLiteral("sonoloom"));
    QApplication::setApplicationName(QStringLiteral("sonoloom"));
    QApplication::setApplicationDisplayName(QStringLiteral("Sonoloom"));
    QApplication::setApplicationVersion(QStringLiteral(SONOLOOM_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("sonoloom"));
    const Settings settings = readSettings();
    installTranslations(application, localeOf(settings.language));

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Weaves sound into images and back."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("empty"), QApplication::translate("main", "Start without the bundled sample.")});
    parser.addOption({QStringLiteral("compare"), QApplication::translate("main", "Compare two sounds, images or folders of images.")});
    parser.addPositionalArgument(QStringLiteral("files"), QApplication::translate("main", "A sound file, images or a project."),
                                 QStringLiteral("[files...]"));
    if (!parser.parse(QApplication::arguments())) {
        std::fprintf(stderr, "sonoloom-workbench: %s\n", qPrintable(parser.errorText()));
        return usageError;
    }
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();

    const bool compares = parser.isSet(QStringLiteral("compare"));
    if (compares && parser.positionalArguments().size() != 2) {
        std::fputs("sonoloom-workbench: --compare takes two names, the original and what was made of it.\n", stderr);
        return usageError;
    }

    loadTuning();
    applyTheme(application, settings.theme);
    MainWindow window;
    window.show();
    if (compares)
        window.compare(parser.positionalArguments().front(), parser.positionalArguments().back());
    else
        window.open(filesToOpen(parser));
    window.offerRecovery();
    return QApplication::exec();
}
