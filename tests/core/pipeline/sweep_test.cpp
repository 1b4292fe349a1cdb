// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/codec/codecs.h"
#include "core/io/imagefile.h"
#include "core/pipeline/sweep/sweepfiles.h"
#include "tests/core/io/scratchfolder.h"
#include "tests/core/pipeline/sounds.h"

#include <QtTest>

#include <set>

using namespace sonoloom;

namespace
{

SweepPlan planFor(double seconds = 1)
{
    SweepPlan plan;
    plan.sound = std::make_shared<Audio>(testsupport::fadingMusic(seconds, 22050));
    plan.origin = {"music.wav", {}, plan.sound->sampleCount()};
    plan.stem = "music";
    std::shared_ptr<Codec> codec = makeCodec("riffusion");
    if (!setFieldText(*findField(codec->fields(), "n-mels"), "64"))
        qFatal("no n-mels");
    plan.settings = {codec, {}};
    plan.settings.reconstruct.method = ReconstructMethod::Draft;
    return plan;
}

Result<SweepAxis> axis(const char* text)
{
    static const auto codec = makeCodec("riffusion");
    static ReconstructParams params;
    return sweepAxis(sweepFields(*codec, params), text);
}

std::string valueOf(const SweepSettings& settings, const char* key)
{
    const auto codec = settings.codec->clone();
    return fieldText(*findField(codec->fields(), key));
}

} // namespace

class SweepTest : public QObject
{
    Q_OBJECT

private slots:
    void axis_ofListOrRange_hasItsValues()
    {
        using Values = std::vector<std::string>;
        QCOMPARE(axis("maxvol=50, 100,200").value().values, (Values{"50", "100", "200"}));
        QCOMPARE(axis("power=0.1:0.5:5").value().values, (Values{"0.1", "0.2", "0.3", "0.4", "0.5"}));
        QCOMPARE(axis("n-mels=100:201:3").value().values, (Values{"100", "151", "201"}));
        QCOMPARE(axis("maxvol=1000000:2000000:2").value().values, (Values{"1000000", "2000000"}));
        QCOMPARE(axis("method=draft,best").value().key, std::string("method"));
        QCOMPARE(axis("rgb=false,true").value().values.size(), std::size_t{2});
    }

    void axis_thatCannotBe_isRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"maxvol", "maxvol=", "loudness=1,2", "power=0.1,5", "power=0.1,x", "power=0.2,0.2", "power=0.1:0.5",
                                 "power=0.1:0.5:1", "power=0.1:0.5:17", "power=0.1:0.5:2.5", "method=draft,magic", "power=0.1:5:3"})
            QTest::newRow(text) << text;
    }

    void axis_thatCannotBe_isRefused()
    {
        QFETCH(QString, text);
        const auto read = axis(text.toLatin1().constData());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
    }

    void suggestions_canBeTaken()
    {
        for (const auto& codec : allCodecs()) {
            ReconstructParams params;
            for (const Field& field : sweepFields(*codec, params)) {
                const auto values = sweepValues(field, suggestedValues(field));
                QVERIFY2(values.has_value() && values.value().size() >= 2, (std::string(field.key) + ": " + suggestedValues(field)).c_str());
            }
        }
    }

    void excerpt_isTheSelection_atMostTenSeconds()
    {
        const Audio sound = testsupport::fadingMusic(12, 8000);
        QCOMPARE(sweepExcerpt(sound, 0, 0).sampleCount(), std::size_t{80000});
        const Audio part = sweepExcerpt(sound, 1.5, 3);
        QCOMPARE(part.sampleCount(), std::size_t{12000});
        QCOMPARE(part.channels[1][7], sound.channels[1][12007]);
        QCOMPARE(sweepExcerpt(sound, 11, 0).sampleCount(), std::size_t{8000});
        QCOMPARE(sweepExcerpt(sound, 20, 30).sampleCount(), std::size_t{0});
    }

    void grid_ofTwoParameters_isComputed()
    {
        SweepPlan plan = planFor();
        plan.columns = axis("maxvol=10,200").value();
        plan.rows = axis("n-mels=32,64").value();
        std::vector<std::string> told;
        JobMonitor monitor;
        const auto cells = runSweep(plan, [&](const SweepCell& cell) { told.push_back(cell.name); }, monitor);
        QVERIFY(cells.has_value());
        QCOMPARE(told, (std::vector<std::string>{"maxvol 10, n-mels 32", "maxvol 200, n-mels 32", "maxvol 10, n-mels 64", "maxvol 200, n-mels 64"}));
        for (const SweepCell& cell : cells.value()) {
            QVERIFY2(cell.error.empty(), cell.error.c_str());
            QCOMPARE(valueOf(cell.settings, "level"), std::string("fixed")); // else maxvol would mean nothing
            QVERIFY(cell.bytes > 500 && cell.imageError && cell.sound->sampleCount() == plan.sound->sampleCount());
            QCOMPARE(sweepPicture(cell).value().height, cell.row == 0 ? 32 : 64);
        }
        QVERIFY(cells.value()[0].clippedShare > 0.001);
        QCOMPARE(cells.value()[1].clippedShare, 0.0);
        QVERIFY(cells.value()[0].figures.spectralConvergenceDb > cells.value()[1].figures.spectralConvergenceDb + 1); // clipping costs
    }

    void cellThatFails_isReportedInItsPlace()
    {
        SweepPlan plan = planFor();
        plan.columns = axis("window-ms=100,400,50").value();
        plan.rows = axis("padded-ms=200,400").value();
        JobMonitor monitor;
        const auto cells = runSweep(plan, [](const SweepCell&) {}, monitor);
        QVERIFY(cells.has_value());
        QCOMPARE(cells.value().size(), std::size_t{6});
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(cells.value()[i].error.empty(), i != 1); // a window longer than its transform
        QVERIFY(!cells.value()[1].tiles && sweepPicture(cells.value()[1]).value().samples.empty());
    }

    void threads_neverChangeABit()
    {
        SweepPlan plan = planFor();
        plan.columns = axis("power=0.2,0.3").value();
        JobMonitor monitor;
        std::set<std::string> tables;
        std::set<std::vector<float>> sounds;
        for (const int threads : {1, 3}) {
            setDefaultThreadCount(threads);
            const auto cells = runSweep(plan, [](const SweepCell&) {}, monitor);
            tables.insert(sweepCsv(plan, cells.value()) + sweepSheet(plan, cells.value(), monitor).value());
            sounds.insert(cells.value()[1].sound->channels[0]);
        }
        setDefaultThreadCount(0);
        QCOMPARE(tables.size(), std::size_t{1});
        QCOMPARE(sounds.size(), std::size_t{1});
    }

    void wrongPlans_areRefused()
    {
        SweepPlan plan = planFor();
        QCOMPARE(checkSweep(plan).error().code, ErrorCode::InvalidArgument);
        plan.columns = plan.rows = axis("power=0.2,0.3").value();
        QVERIFY(checkSweep(plan).error().message.find("both directions") != std::string::npos);
        plan.columns = axis("maxvol=1:9:9").value();
        plan.rows = axis("power=0.1:0.8:8").value();
        QVERIFY(checkSweep(plan).error().message.find("72 cells") != std::string::npos);
        plan.rows = {};
        QVERIFY(checkSweep(plan).has_value());
        plan.sound = std::make_shared<Audio>(Audio::silence(44100, 1, 0));
        QVERIFY(!checkSweep(plan));
    }

    void cancelled_endsAtOnce_andWritesNothing()
    {
        SweepPlan plan = planFor();
        plan.columns = axis("power=0.1:0.5:5").value();
        testsupport::StopAt monitor(0.3);
        int done = 0;
        const auto cells = runSweep(plan, [&](const SweepCell&) { ++done; }, monitor);
        QVERIFY(!cells && cells.error().code == ErrorCode::Cancelled);
        QVERIFY(done >= 1 && done < 3);
    }

    void files_areWrittenTogether()
    {
        SweepPlan plan = planFor();
        plan.columns = axis("window-ms=100,400").value();
        plan.rows = axis("padded-ms=200,400").value();
        JobMonitor monitor;
        const auto cells = runSweep(plan, [](const SweepCell&) {}, monitor);
        const ScratchFolder scratch;
        QVERIFY(expectSweepFiles(plan, scratch.root() / "out", Overwrite::No));
        const auto files = writeSweep(plan, cells.value(), scratch.root() / "out", Overwrite::No, monitor);
        QVERIFY2(files.has_value(), files ? "" : files.error().message.c_str());
        QCOMPARE(testsupport::filesIn(scratch.root()), std::size_t{5}); // three cells of four, sheet and table
        QCOMPARE(files.value().sounds[0].filename().string(), std::string("music_sweep_window-ms-100_padded-ms-200.flac"));
        QCOMPARE(readAudioFile(files.value().sounds[0], monitor).value().sampleCount(), plan.sound->sampleCount());
        const Image sheet = readImageFile(files.value().sheet).value();
        QVERIFY(sheet.width > 2 * 280 && sheet.height > 2 * 160);
        const auto table = QString::fromStdString(readFile(files.value().table).value()).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(table.size(), 5);
        QVERIFY(table[0].startsWith("window-ms,padded-ms,img,"));
        for (const QString& line : {table[1], table[3], table[4]})
            QCOMPARE(line.count(','), table[0].count(','));
        QVERIFY2(table[2].startsWith("400,200,,,,,,,,,"), qPrintable(table[2]));
        QVERIFY(!expectSweepFiles(plan, scratch.root() / "out", Overwrite::No));
        QCOMPARE(writeSweep(plan, cells.value(), scratch.root() / "out", Overwrite::No, monitor).error().code, ErrorCode::Exists);
    }

    void sheet_showsEachCellsPicture_whereItBelongs()
    {
        SweepPlan plan = planFor();
        plan.columns = axis("maxvol=1,100000").value();
        JobMonitor monitor;
        const auto cells = runSweep(plan, [](const SweepCell&) {}, monitor);
        const auto png = sweepSheet(plan, cells.value(), monitor);
        const Image sheet = decodePng(png.value(), "sheet").value();
        const auto darkness = [&](int left) {
            int sum = 0;
            for (int y = 70; y < 200; ++y)
                for (int x = left; x < left + 280; ++x)
                    sum += (255 - sheet.at(x, y, 1)) / 16;
            return sum;
        };
        QVERIFY2(darkness(24) > 3 * darkness(324), qPrintable(QString("%1 %2").arg(darkness(24)).arg(darkness(324)))); // maxvol 1 is dark
    }
};

QTEST_MAIN(SweepTest)
#include "sweep_test.moc"
