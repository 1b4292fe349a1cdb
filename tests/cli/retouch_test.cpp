// SPDX-License-Identifier: GPL-3.0-or-later
// Editing regions of images, and projects that hold such edits.
#include "core/codec/codecs.h"
#include "core/io/imagefile.h"
#include "core/project/project.h"
#include "tests/cli/program.h"

#include <QtTest>

#include <cmath>

using namespace sonoloom;
using testsupport::chord;
using testsupport::Program;

class CliRetouchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void erased_isWhite_andTheRestStays();
    void images_areOneTimeline();
    void several_shapes_areEdited();
    void outside_isTold();
    void wrongUsage_isRefused_data();
    void wrongUsage_isRefused();
    void project_withEdits_isRendered();

private:
    Image image(const QString& name) const { return readImageFile(program_.path(name).toStdString()).value(); }
    bool isWhite(const Image& image, int column) const
    {
        for (int y = 0; y < image.height; ++y)
            if (image.at(column, y) != 255)
                return false;
        return true;
    }

    Program program_;
};

/// in/a_00000.png, in/a_00001.png: a second each, of 128 bands.
void CliRetouchTest::initTestCase()
{
    program_.writeSound("a.wav", chord(2));
    QCOMPARE(program_.run({"encode", "a.wav", "-o", "in", "--duration", "1000", "--n-mels", "128", "--channels", "mono"}).exitCode, 0);
}

void CliRetouchTest::erased_isWhite_andTheRestStays()
{
    const auto run = program_.run({"retouch", "in", "-o", "erased", "--rect", "0.2..0.6", "--op", "erase", "--soft-ms", "0"});
    QVERIFY2(run.exitCode == 0 && run.err.isEmpty(), qPrintable(run.err));
    const Image before = image("in/a_00000.png");
    const Image after = image("erased/a_00000.png");
    QVERIFY(isWhite(after, 20) && isWhite(after, 60) && !isWhite(before, 40));
    for (int y = 0; y < 128; ++y)
        for (const int x : {0, 19, 61, 99})
            QCOMPARE(after.at(x, y), before.at(x, y));
    QVERIFY(image("erased/a_00001.png").samples == image("in/a_00001.png").samples);
    QCOMPARE(program_.run({"decode", "erased", "-o", "erased.wav", "--method", "draft"}).exitCode, 0);
    QCOMPARE(program_.readSound("erased.wav").sampleCount(), std::size_t{2 * 44100});
}

void CliRetouchTest::images_areOneTimeline()
{
    QCOMPARE(program_.run({"retouch", "in", "-o", "both", "--rect", "0.9..1.1,0..10000", "--op", "erase", "--soft-ms", "0"}).exitCode, 0);
    QVERIFY(isWhite(image("both/a_00000.png"), 95));
    QVERIFY(isWhite(image("both/a_00001.png"), 5));
    QVERIFY(!isWhite(image("both/a_00001.png"), 15));
}

void CliRetouchTest::several_shapes_areEdited()
{
    const auto run = program_.run({"retouch", "in/a_00000.png", "-o", "several", "--brush", "0.2:500/0.4:500", "--lasso", "0.6:300/0.9:300/0.75:3000",
                                   "--tone", "0..0.1,220", "--op", "gain", "--gain=-60", "--radius-mels", "80"});
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    const Image before = image("in/a_00000.png");
    const Image after = image("several/a_00000.png");
    for (const int x : {5, 30, 75}) {
        int changed = 0;
        for (int y = 0; y < 128; ++y)
            changed += before.at(x, y) != after.at(x, y);
        QVERIFY2(changed > 3 && changed < 120, qPrintable(QString("%1 at %2").arg(changed).arg(x)));
    }
}

void CliRetouchTest::outside_isTold()
{
    const auto run = program_.run({"retouch", "in", "-o", "outside", "--rect", "9..10,400..800", "--op", "erase"});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains("outside of the images"), qPrintable(run.err));
    QVERIFY(image("outside/a_00000.png").samples == image("in/a_00000.png").samples);
}

void CliRetouchTest::wrongUsage_isRefused_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("said");
    QTest::newRow("no region") << QStringList{"--op", "erase"} << "--rect";
    QTest::newRow("no rectangle") << QStringList{"--rect", "1-2"} << "0.5..1.0,400..800";
    QTest::newRow("backwards") << QStringList{"--rect", "2..1,100..200"} << "0.5..1.0,400..800";
    QTest::newRow("no lasso") << QStringList{"--lasso", "0.5:400/1:400"} << "three";
    QTest::newRow("no points") << QStringList{"--brush", "here"} << "seconds:hertz";
    QTest::newRow("no tone") << QStringList{"--tone", "0..1,0"} << "0.5..1.0,440";
    QTest::newRow("no such edit") << QStringList{"--rect", "0..1", "--op", "shred"} << "gain, erase";
    QTest::newRow("too loud") << QStringList{"--rect", "0..1", "--gain", "1000"} << "gain";
}

void CliRetouchTest::wrongUsage_isRefused()
{
    QFETCH(QStringList, more);
    QFETCH(QString, said);
    const auto run = program_.run(QStringList{"retouch", "in", "-o", "refused"} + more);
    QVERIFY(run.exitCode != 0);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QVERIFY(!QFileInfo::exists(program_.path("refused")));
}

void CliRetouchTest::project_withEdits_isRendered()
{
    Project project;
    project.sources = {program_.path("a.wav").toStdString()};
    std::shared_ptr<Codec> codec = makeCodec("riffusion");
    QVERIFY(setFieldText(*findField(codec->fields(), "duration"), "1000"));
    project.codec = codec;
    RegionEdit edit;
    edit.op = RegionOp::Erase;
    edit.shape.points = {{0.2, 0}, {0.8, 20000}};
    project.edits = {std::make_shared<const RegionEdit>(edit)};
    QVERIFY(writeProject(program_.path("p.sonoloom").toStdString(), project, Overwrite::Yes));
    const auto images = program_.run({"render", "p.sonoloom", "-o", "rendered"});
    QVERIFY2(images.exitCode == 0, qPrintable(images.err));
    QCOMPARE(image("rendered/a_00000.png").at(50, 400), std::uint16_t{255});
    const auto sound = program_.run({"render", "p.sonoloom", "-o", "rendered.wav"});
    QVERIFY2(sound.exitCode == 0, qPrintable(sound.err));
    const Audio heard = program_.readSound("rendered.wav");
    const auto power = [&](double from, double to) {
        double sum = 0;
        for (auto i = static_cast<std::size_t>(from * 44100); i < static_cast<std::size_t>(to * 44100); ++i)
            sum += heard.channels[0][i] * heard.channels[0][i];
        return sum / (to - from);
    };
    QVERIFY(power(0.35, 0.65) < 0.01 * power(1.2, 1.5));
}

QTEST_GUILESS_MAIN(CliRetouchTest)
#include "retouch_test.moc"
