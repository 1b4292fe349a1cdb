// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace
{

QString helpOf(const QStringList& arguments)
{
    QProcess program;
    program.start(SONOLOOM_BINARY_DIR "/bin/sonoloom", arguments + QStringList{"--help"});
    return program.waitForFinished() && program.exitCode() == 0 ? program.readAllStandardOutput() : QString();
}

QString manPage()
{
    QFile file(SONOLOOM_SOURCE_DIR "/resources/man/sonoloom.1");
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList matches(const QString& text, const QString& pattern)
{
    QStringList found;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (auto match = expression.globalMatch(text); match.hasNext();) {
        found << match.next().captured(1);
    }
    found.sort();
    found.removeDuplicates();
    return found;
}

QStringList verbsOfTheProgram()
{
    return matches(helpOf({}).section("Verbs:", 1).section("\n\n", 0, 0), "^  (\\w+) ");
}

/// Long options of all verbs, without their dashes, and with `=a|b` where the value is one of a few words.
QStringList optionsOfTheProgram()
{
    QStringList options{"version"};
    for (const QString& verb : verbsOfTheProgram()) {
        // --format's words depend on the verb; the page tells them in its text.
        for (QString option : matches(helpOf({verb}), "^ +(?:-\\w, )?--((?:\\[no-\\])?[\\w-]+(?: [\\w|]+)?)")) {
            const bool listed = option.contains('|') && !option.startsWith("format");
            option = listed ? option.replace(' ', '=') : option.section(' ', 0, 0);
            if (option.startsWith("[no-]")) {
                options << option.mid(5) << "no-" + option.mid(5);
            } else {
                options << option;
            }
        }
    }
    options.sort();
    options.removeDuplicates();
    return options;
}

QStringList optionsOfThePage()
{
    QStringList options;
    for (const QString& line : matches(manPage(), "^\\.It (Fl .*)$")) {
        const QString words = line.section(" Cm ", 1).remove(' ');
        for (const QString& name : matches(line, "Fl -([\\w-]+)")) {
            options << (words.contains('|') ? name + '=' + words : name);
        }
    }
    options.sort();
    options.removeDuplicates();
    return options;
}

} // namespace

class ManPageTest : public QObject
{
    Q_OBJECT

private slots:
    void verbs_ofThePage_areTheProgramsOwn()
    {
        QVERIFY(!verbsOfTheProgram().isEmpty());
        QCOMPARE(matches(manPage(), "^\\.It Cm (\\w+)"), verbsOfTheProgram());
    }

    void options_ofThePage_areTheProgramsOwn() { QCOMPARE(optionsOfThePage(), optionsOfTheProgram()); }
};

QTEST_APPLESS_MAIN(ManPageTest)
#include "manpage_test.moc"
