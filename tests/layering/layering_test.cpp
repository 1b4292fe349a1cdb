// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/rules.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace sonoloom::layering;

namespace
{

/// All files below `folders` of the source tree whose names match, sorted by path.
std::vector<SourceFile> filesOf(const QStringList& folders, const QStringList& names)
{
    const QString root = SONOLOOM_SOURCE_DIR "/";
    QStringList paths;
    for (const QString& folder : folders) {
        QDirIterator files(root + folder, names, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            paths << files.next();
        }
    }
    paths.sort();
    std::vector<SourceFile> found;
    for (const QString& path : paths) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            found.push_back({path.mid(root.size()).toStdString(), file.readAll().toStdString()});
        }
    }
    return found;
}

const QStringList folders{"core", "ui", "app", "resources", "tests", "packaging", "translations", ".ci"};
const QStringList sources{"*.h", "*.cpp", "*.inc"};
const QStringList shortScripts{"CMakeLists.txt", "*.cmake", "*.sh", "*.py", "run", "*.svg", "*.xml", "*.desktop"};
const QStringList scripts = shortScripts + QStringList{"*.1"}; // a manual page is one file, however much there is to say

std::string violationsIn(const std::vector<SourceFile>& files, Violations (*rule)(const SourceFile&))
{
    std::string all;
    for (const SourceFile& file : files) {
        for (const std::string& violation : rule(file)) {
            all.append("\n").append(violation);
        }
    }
    return all;
}

std::string includeTrouble(const char* path, const std::string& line)
{
    return violationsIn({{path, "// first\n" + line + "\n"}}, includeViolations);
}

} // namespace

class LayeringTest : public QObject
{
    Q_OBJECT

private slots:
    void includes_ofAllSources_pointDownward()
    {
        const auto files = filesOf(folders, sources);
        QVERIFY(files.size() > 100);
        const std::string trouble = violationsIn(files, includeViolations);
        QVERIFY2(trouble.empty(), trouble.c_str());
    }

    void folders_ofAllSources_formNoCircle()
    {
        std::string trouble;
        for (const std::string& circle : circles(filesOf(folders, sources))) {
            trouble.append("\n").append(circle);
        }
        QVERIFY2(trouble.empty(), trouble.c_str());
    }

    void sourcesAndScripts_all_nameTheirLicence()
    {
        const std::string trouble = violationsIn(filesOf(folders, sources + scripts), licenceViolations);
        QVERIFY2(trouble.empty(), trouble.c_str());
    }

    void sourcesAndScripts_all_areShort()
    {
        const std::string trouble = violationsIn(filesOf(folders, sources + shortScripts), lengthViolations);
        QVERIFY2(trouble.empty(), trouble.c_str());
    }

    void include_againstTheRules_isNamedWithFileAndLine_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::newRow("upward") << "core/dsp/fft.h" << "#include \"core/codec/codec.h\"";
        QTest::newRow("sideways") << "core/io/png.cpp" << "#include \"core/dsp/fft.h\"";
        QTest::newRow("analysis to codec") << "core/analysis/a.cpp" << "#include \"core/codec/codec.h\"";
        QTest::newRow("codec to io") << "core/codec/codec.h" << "#include \"core/io/png.h\"";
        QTest::newRow("core to ui") << "core/pipeline/a.cpp" << "#include \"ui/jobs/job.h\"";
        QTest::newRow("ui to app") << "ui/jobs/job.cpp" << "#include \"app/gui/services.h\"";
        QTest::newRow("Qt in dsp") << "core/dsp/fft.cpp" << "#include <QString>";
        QTest::newRow("Qt module in base") << "core/base/units.h" << "  # include <QtCore/QString>";
        QTest::newRow("Widgets in io") << "core/io/png.cpp" << "#include <QWidget>";
        QTest::newRow("FFTW in base") << "core/base/grid.h" << "#include <fftw3.h>";
        QTest::newRow("JSON in a header") << "core/codec/record.h" << "#include <nlohmann/json.hpp>";
        QTest::newRow("not from the root") << "core/io/png.cpp" << "#include \"png.h\"";
        QTest::newRow("new folder") << "extra/new.cpp" << "#include <vector>";
    }

    void include_againstTheRules_isNamedWithFileAndLine()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        const std::string trouble = includeTrouble(path.toUtf8().constData(), line.toStdString());
        const QString where = "\n" + path + (path.startsWith("extra/") ? ":1: " : ":2: ");
        QVERIFY2(QString::fromStdString(trouble).startsWith(where), trouble.c_str());
    }

    void include_withinTheRules_passes()
    {
        QCOMPARE(includeTrouble("core/codec/record.cpp", "#include <nlohmann/json.hpp>"), std::string());
        QCOMPARE(includeTrouble("core/io/qtimage.cpp", "#include <QImageReader>"), std::string());
        QCOMPARE(includeTrouble("core/dsp/fft.cpp", "#include <fftw3.h>"), std::string());
        QCOMPARE(includeTrouble("ui/jobs/job.cpp", "#include \"core/base/monitor.h\""), std::string());
        QCOMPARE(includeTrouble("tests/ui/jobs/job_test.cpp", "#include \"job_test.moc\""), std::string());
    }

    void circle_throughThreeFolders_isFound()
    {
        const std::vector<SourceFile> files{{"ui/a/a.h", "#include \"ui/b/b.h\"\n"},
                                            {"ui/b/b.h", "\n#include \"ui/c/c.h\"\n"},
                                            {"ui/c/c.h", "#include \"ui/a/a.h\"\n"},
                                            {"ui/d/d.h", "#include \"ui/a/a.h\"\n"}};
        const Violations found = circles(files);
        QCOMPARE(found.size(), std::size_t{3});
        QVERIFY(found[1].starts_with("ui/b/b.h:2: includes ui/c/c.h"));
    }

    void licence_missingOrTooLate_isFound()
    {
        QCOMPARE(licenceViolations({"core/a.h", "#pragma once\n"}).size(), std::size_t{1});
        const std::string line = std::string("// SPDX-License-Identifier") + ": GPL-3.0-or-later\n";
        QCOMPARE(licenceViolations({"core/a.h", line}).size(), std::size_t{0});
        QCOMPARE(licenceViolations({"core/a.h", "\n\n\n\n\n" + line}).size(), std::size_t{1});
    }

    void length_beyond400_isFound()
    {
        QCOMPARE(lengthViolations({"core/a.h", std::string(400, '\n')}).size(), std::size_t{0});
        QCOMPARE(lengthViolations({"core/a.h", std::string(401, '\n')}).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(LayeringTest)
#include "layering_test.moc"
