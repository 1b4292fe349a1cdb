// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/export/dragfiles.h"
#include "ui/export/exporter.h"

#include <QImage>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>
#include <QtTest>

#include <algorithm>
#include <ranges>

using namespace sonoloom;
using testsupport::soundIn;

class ExporterTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tiles_areWritten_withSidecar();
    void tiles_asRgb_areEightBitColours();
    void openedImages_areWrittenWithTheirRecords();
    void edits_areWritten_ofSoundsAndImages();
    void tiles_thatExist_needOverwrite();
    void original_isWritten_asTheSuffixSays_data();
    void original_isWritten_asTheSuffixSays();
    void result_withoutReconstruction_isOneSentence();
    void several_areWrittenInTurn_withTheValuesOfTheirTime();
    void cancelled_leavesNothing_andTheNextIsWritten();
    void sequence_isWritten_inEachForm();
    void dragged_tilesAreRealFiles();
    void dragged_filesVanish_withTheWindow();

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<JobBoard> board_;
    std::unique_ptr<Exporter> exporter_;
};

void ExporterTest::init()
{
    exporter_.reset();
    folder_ = std::make_unique<QTemporaryDir>();
    session_ = std::make_unique<Session>();
    board_ = std::make_unique<JobBoard>();
    exporter_ = std::make_unique<Exporter>(*session_, *board_);
    session_->open({soundIn(*folder_, 6)});
    QVERIFY(QTest::qWaitFor([this] { return session_->sound() != nullptr; }, 10'000));
}

void ExporterTest::tiles_areWritten_withSidecar()
{
    QSignalSpy finished(exporter_.get(), &Exporter::finished);
    exporter_->exportTiles(folder_->filePath("out"), Exporter::Style::Own, Overwrite::No);
    QVERIFY(finished.wait(20'000));
    QCOMPARE(finished.front().front().toStringList().size(), 2);
    QCOMPARE(QDir(folder_->filePath("out")).entryList(QDir::Files),
             (QStringList{"tones.sonoloom.json", "tones_00000.png", "tones_00001.png"}));
}

void ExporterTest::tiles_asRgb_areEightBitColours()
{
    QVERIFY(session_->setCodecField("depth", "16"));
    QVERIFY(session_->setCodecField("channels", "mono"));
    QSignalSpy finished(exporter_.get(), &Exporter::finished);
    exporter_->exportTiles(folder_->filePath("out"), Exporter::Style::Rgb, Overwrite::No);
    QVERIFY(finished.wait(20'000));
    const auto image = readImageFile(folder_->filePath("out/tones_00001.png").toStdString());
    QVERIFY(image.has_value());
    QCOMPARE(image.value().depth, 8);
    QCOMPARE(image.value().channels, 3);
    std::vector<std::string> troubles;
    QCOMPARE(recordOfImage(image.value(), troubles)->params.at("depth"), std::string("8"));
    QFile sidecar(folder_->filePath("out/tones.sonoloom.json"));
    QVERIFY(sidecar.open(QIODevice::ReadOnly));
    QCOMPARE(sidecarFromJson(sidecar.readAll().toStdString()).value().shared.params.at("depth"), std::string("8"));
}

void ExporterTest::openedImages_areWrittenWithTheirRecords()
{
    QSignalSpy finished(exporter_.get(), &Exporter::finished);
    exporter_->exportTiles(folder_->filePath("out"), Exporter::Style::Own, Overwrite::No);
    QVERIFY(finished.wait(20'000));
    const QString bare = folder_->filePath("out/tones_00001.png"); // without its text: the sidecar knows it
    Image image = readImageFile(bare.toStdString()).value();
    const auto samples = image.samples;
    image.text.clear();
    image.exif.clear();
    QVERIFY(writePngFile(bare.toStdString(), image, Overwrite::Yes));

    session_->open({bare});
    QVERIFY(QTest::qWaitFor([this] { return session_->images() != nullptr; }, 10'000));
    QCOMPARE(exporter_->firstTileName(), QString("tones_00001.png"));
    exporter_->exportTiles(folder_->filePath("again"), Exporter::Style::Own, Overwrite::No);
    QVERIFY(finished.wait(20'000));
    const auto again = readImageFile(folder_->filePath("again/tones_00001.png").toStdString());
    QVERIFY(again.has_value());
    QVERIFY(again.value().samples == samples);
    std::vector<std::string> troubles;
    QCOMPARE(recordOfImage(again.value(), troubles)->tile->index, 1);
}

void ExporterTest::edits_areWritten_ofSoundsAndImages()
{
    RegionEdit edit;
    edit.op = RegionOp::Erase;
    edit.shape.points = {{0.5, 0}, {1.5, 10000}};
    const auto written = [&](const char* folder) {
        QSignalSpy finished(exporter_.get(), &Exporter::finished);
        exporter_->exportTiles(folder_->filePath(folder), Exporter::Style::Own, Overwrite::No);
        return finished.wait(20'000) ? readImageFile(folder_->filePath(QString(folder) + "/tones_00000.png").toStdString()).value() : Image();
    };
    const Image plain = written("plain");
    session_->addEdit(edit, "erase");
    const Image edited = written("edited");
    const auto isErased = [](const Image& image) { return std::ranges::all_of(std::views::iota(0, image.height), [&](int y) { return image.at(100, y, 1) == 255; }); };
    QVERIFY(!isErased(plain) && isErased(edited));
    QCOMPARE(edited.at(20, 400, 1), plain.at(20, 400, 1));
    session_->open({folder_->filePath("plain/tones_00000.png"), folder_->filePath("plain/tones_00001.png")});
    QVERIFY(QTest::qWaitFor([this] { return session_->images() != nullptr; }, 10'000));
    session_->addEdit(edit, "erase");
    QVERIFY(written("again").samples == edited.samples);
}

void ExporterTest::tiles_thatExist_needOverwrite()
{
    QSignalSpy finished(exporter_.get(), &Exporter::finished);
    QSignalSpy failed(exporter_.get(), &Exporter::failed);
    exporter_->exportTiles(folder_->filePath("out"), Exporter::Style::Own, Overwrite::No);
    QVERIFY(finished.wait(20'000));
    exporter_->exportTiles(folder_->filePath("out"), Exporter::Style::Own, Overwrite::No);
    QVERIFY(failed.wait(20'000));
    QVERIFY(failed.front().at(1).toBool());
    exporter_->exportTiles(folder_->filePath("out"), Exporter::Style::Own, Overwrite::Yes);
    QVERIFY(finished.wait(20'000));
}

void ExporterTest::original_isWritten_asTheSuffixSays_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& pattern : Exporter::soundPatterns())
        QTest::newRow(qPrintable(pattern)) << QString(pattern).replace('*', "out");
}

void ExporterTest::original_isWritten_asTheSuffixSays()
{
    QFETCH(QString, name);
    QSignalSpy finished(exporter_.get(), &Exporter::finished);
    exporter_->exportOriginal(folder_->filePath(name), {}, Overwrite::No);
    QVERIFY(finished.wait(20'000));
    JobMonitor monitor;
    const auto back = readAudioFile(folder_->filePath(name).toStdString(), monitor);
    QVERIFY(back);
    QVERIFY(std::abs(back.value().seconds() - 6.0) < 1e-3);
}

void ExporterTest::result_withoutReconstruction_isOneSentence()
{
    QSignalSpy failed(exporter_.get(), &Exporter::failed);
    exporter_->exportResult(folder_->filePath("x.wav"), {}, Overwrite::No);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!failed.front().at(1).toBool());
    QVERIFY(!QFile::exists(folder_->filePath("x.wav")));
}

void ExporterTest::several_areWrittenInTurn_withTheValuesOfTheirTime()
{
    QSignalSpy finished(exporter_.get(), &Exporter::finished);
    QSignalSpy idle(exporter_.get(), &Exporter::idle);
    QVERIFY(session_->setCodecField("n-mels", "64"));
    exporter_->exportTiles(folder_->filePath("a"), Exporter::Style::Own, Overwrite::No);
    QVERIFY(session_->setCodecField("n-mels", "128"));
    exporter_->exportTiles(folder_->filePath("b"), Exporter::Style::Own, Overwrite::No);
    session_->close();
    QCOMPARE(board_->active(), 2);
    QVERIFY(idle.wait(20'000));
    QCOMPARE(finished.size(), 2);
    QCOMPARE(readImageFile(folder_->filePath("a/tones_00000.png").toStdString()).value().height, 64);
    QCOMPARE(readImageFile(folder_->filePath("b/tones_00000.png").toStdString()).value().height, 128);
    QCOMPARE(board_->jobs()[1].what, QString("Images of tones.wav"));
    QVERIFY(board_->jobs()[1].sentence.contains("tones_00000.png and 1 more"));
    QVERIFY(!exporter_->isRunning());
}

void ExporterTest::cancelled_leavesNothing_andTheNextIsWritten()
{
    session_->open({soundIn(*folder_, 60, "long.wav")});
    QVERIFY(QTest::qWaitFor([this] { return session_->title() == "long.wav"; }, 10'000));
    QSignalSpy cancelled(exporter_.get(), &Exporter::cancelled);
    QSignalSpy progressed(exporter_.get(), &Exporter::progressed);
    QSignalSpy finished(exporter_.get(), &Exporter::finished);
    exporter_->exportTiles(folder_->filePath("a"), Exporter::Style::Own, Overwrite::No);
    exporter_->exportOriginal(folder_->filePath("b.wav"), {}, Overwrite::No);
    QVERIFY(QTest::qWaitFor([&] { return !progressed.empty() && progressed.back().front().toDouble() > 0.3; }, 20'000));
    exporter_->cancel();
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(finished.wait(20'000));
    QCOMPARE(finished.front().front().toStringList(), QStringList{folder_->filePath("b.wav")});
    QVERIFY(!QDir(folder_->filePath("a")).exists() || QDir(folder_->filePath("a")).isEmpty());
}

void ExporterTest::sequence_isWritten_inEachForm()
{
    Sequence clips(2);
    clips[0].source = testsupport::imageIn(*folder_, "a.png", 300).toStdString();
    clips[0].transition = ClipTransition::Blend;
    clips[0].transitionSeconds = 0.5;
    clips[1].source = testsupport::imageIn(*folder_, "b.png", 200).toStdString();
    session_->setReconstructParams({.method = ReconstructMethod::Draft});
    QSignalSpy finished(exporter_.get(), &Exporter::finished);
    QSignalSpy failed(exporter_.get(), &Exporter::failed);
    const auto written = [&] { return finished.wait(20'000) ? finished.takeFirst().front().toStringList() : QStringList(); };
    exporter_->exportSequenceSound(clips, folder_->filePath("all.wav"), {}, Overwrite::No);
    QCOMPARE(written(), QStringList{folder_->filePath("all.wav")});
    JobMonitor monitor;
    const auto sound = readAudioFile(folder_->filePath("all.wav").toStdString(), monitor);
    QVERIFY(sound);
    QCOMPARE(sound->seconds(), 4.5);
    exporter_->exportSequenceImage(clips, folder_->filePath("all.png"), Overwrite::No);
    QCOMPARE(written().size(), 1);
    QCOMPARE(QImage(folder_->filePath("all.png")).width(), 450);
    QVERIFY(session_->setCodecField("duration", "2000"));
    exporter_->exportSequenceTiles(clips, folder_->path(), "row", Overwrite::No);
    QCOMPARE(written().size(), 3);
    clips[1].source = folder_->filePath("gone.png").toStdString();
    exporter_->exportSequenceImage(clips, folder_->filePath("none.png"), Overwrite::No);
    QVERIFY(failed.wait(20'000));
    QVERIFY(failed.front().front().toString().contains("gone.png"));
}

void ExporterTest::dragged_tilesAreRealFiles()
{
    JobMonitor monitor;
    const auto set = encodeToMemory(session_->sound()->audio, session_->sound()->origin, "tones", *session_->codec(), monitor);
    QVERIFY(set);
    DragFiles drag;
    const auto one = drag.tiles(set.value(), {1});
    QVERIFY(one);
    QCOMPARE(one.value()->urls().size(), 1);
    const QString file = one.value()->urls().front().toLocalFile();
    QVERIFY(file.endsWith("/tones_00001.png"));
    QCOMPARE(readImageFile(file.toStdString()).value().width, 512);
    QCOMPARE(qvariant_cast<QImage>(one.value()->imageData()).width(), 512);
    const auto all = drag.tiles(set.value(), {});
    QVERIFY(all);
    QCOMPARE(all.value()->urls().size(), 2);
    QVERIFY(!drag.tiles(set.value(), {7}));
}

void ExporterTest::dragged_filesVanish_withTheWindow()
{
    QString place;
    {
        DragFiles drag;
        place = drag.folder();
        QVERIFY(drag.sound(testsupport::tones(0.1), "result.wav"));
        QVERIFY(QDir(place).exists());
    }
    QVERIFY(!QDir(place).exists());
}

QTEST_MAIN(ExporterTest)
#include "exporter_test.moc"
