// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/takeout.h"
#include "ui/preview/previewcontroller.h"
#include "ui/workbench/workbenchpage.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>
#include <QtTest>

using namespace sonoloom;
using testsupport::imageIn;
using testsupport::soundIn;

/// In the place of a file manager.
class FolderOpener : public QObject
{
    Q_OBJECT

public:
    QUrl opened;

public slots:
    void open(const QUrl& url) { opened = url; }
};

/// What is copied, pasted, dragged and written from the workbench.
class TakeOutTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        window_ = std::make_unique<MainWindow>();
        window_->show();
    }

    void view_isWritten_asPngAndSvg()
    {
        QVERIFY(open({soundIn(*folder_, 2)}));
        QSignalSpy written(&window_->takeOut(), &TakeOut::noticed);
        for (const char* name : {"view.png", "view.svg"}) {
            written.clear();
            window_->takeOut().saveView(folder_->filePath(name), Overwrite::No);
            QVERIFY(written.wait(10'000));
        }
        const QImage picture(folder_->filePath("view.png"));
        QVERIFY(picture.width() > window_->workbench().panes().width());
        QFile svg(folder_->filePath("view.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly) && svg.readAll().contains("</svg>"));
        QSignalSpy failed(&window_->takeOut(), &TakeOut::failed);
        window_->takeOut().saveView(folder_->filePath("view.bmp"), Overwrite::No);
        QCOMPARE(failed.size(), 1);
        window_->takeOut().saveView(folder_->filePath("view.png"), Overwrite::No); // is there already
        QVERIFY(failed.wait(10'000));
    }

    void levels_ofTheSelection_areWritten()
    {
        QVERIFY(open({soundIn(*folder_, 2)}));
        window_->timeAxis().select(0.5, 1.0);
        QSignalSpy written(&window_->takeOut(), &TakeOut::noticed);
        window_->takeOut().saveLevels(folder_->filePath("levels.csv"), Overwrite::No);
        QVERIFY(written.wait(10'000));
        QFile csv(folder_->filePath("levels.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const auto lines = csv.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 51); // 0.50 s to 1.00 s, a hundred columns a second
        QVERIFY(lines[1].startsWith("0.500000,"));
    }

    void selected_images_areCopied_asFiles()
    {
        QVERIFY(open({soundIn(*folder_, 12)}));
        QTRY_VERIFY_WITH_TIMEOUT(window_->session().tiles() != nullptr, 20'000);
        QCOMPARE(window_->takeOut().chosenTiles(), std::vector<std::size_t>{0}); // at the playhead
        window_->timeAxis().select(4, 6);
        QCOMPARE(window_->takeOut().chosenTiles(), (std::vector<std::size_t>{0, 1}));
        trigger("copy");
        const auto urls = QGuiApplication::clipboard()->mimeData()->urls();
        QCOMPARE(urls.size(), 2);
        QVERIFY(!QImage(urls[1].toLocalFile()).isNull());
        QCOMPARE(window_->dragTile(1)->urls().size(), 2); // one of those that are selected
        QCOMPARE(window_->dragTile(2)->urls().size(), 1);
    }

    void result_isAFile_onceItIsAskedFor()
    {
        QVERIFY(open({soundIn(*folder_, 2)}));
        QVERIFY(!window_->takeOut().resultSound());
        QSignalSpy done(&window_->preview(), &PreviewController::reconstructed);
        window_->preview().reconstruct();
        QVERIFY(done.wait(30'000));
        window_->timeAxis().select(0.5, 1.25);
        const auto mime = window_->takeOut().resultSound();
        QVERIFY(mime && mime->hasUrls());
        const QString file = mime->urls().value(0).toLocalFile();
        QCOMPARE(QFileInfo(file).fileName(), QString("tones_reconstructed.wav"));
        JobMonitor monitor;
        const auto sound = readAudioFile(file.toStdString(), monitor);
        QVERIFY(sound);
        QCOMPARE(sound.value().sampleCount(), static_cast<std::size_t>(0.75 * 44100));
        const auto& whole = window_->session().result()->sound->channels[0];
        QVERIFY(std::abs(sound.value().channels[0][100] - whole[22050 + 100]) < 1e-6);
    }

    void pasted_image_isOpened_asAFileThatStays()
    {
        const QString path = imageIn(*folder_, "a.png", 512);
        QGuiApplication::clipboard()->setImage(QImage(path));
        trigger("paste");
        QSignalSpy opened(&window_->session(), &Session::opened);
        QSignalSpy failed(&window_->session(), &Session::openFailed);
        QTRY_VERIFY_WITH_TIMEOUT(opened.size() + failed.size() > 0, 10'000);
        QVERIFY2(failed.empty(), failed.empty() ? "" : qPrintable(failed.front().front().toString()));
        QVERIFY(QString::fromStdString(window_->session().images()->images.front().path.string()).contains("/pasted/"));
    }

    void fullScreen_andBack()
    {
        trigger("full-screen");
        QVERIFY(window_->isFullScreen());
        trigger("full-screen");
        QVERIFY(!window_->isFullScreen());
    }

    void folder_isShown_orNamed()
    {
        QVERIFY(!window_->keys().find("show-in-folder")->action->isEnabled());
        QVERIFY(open({soundIn(*folder_, 1)}));
        FolderOpener opener;
        QDesktopServices::setUrlHandler("file", &opener, "open");
        trigger("show-in-folder");
        QDesktopServices::unsetUrlHandler("file");
        QCOMPARE(opener.opened.toLocalFile(), folder_->path());
    }

    void paste_ofNothing_saysSo()
    {
        QGuiApplication::clipboard()->setText("words");
        QSignalSpy failed(&window_->takeOut(), &TakeOut::failed);
        trigger("paste");
        QCOMPARE(failed.size(), 1);
    }

private:
    bool open(const QStringList& paths)
    {
        window_->open(paths);
        return QTest::qWaitFor([this] { return !window_->session().isOpening() && window_->preview().tiles() && !window_->preview().isComputing(); }, 20'000);
    }

    void trigger(const char* id) { window_->keys().find(id)->action->trigger(); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName("sonoloom-test");
    QCoreApplication::setApplicationName("takeout");
    QStandardPaths::setTestModeEnabled(true);
    TakeOutTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "takeout_test.moc"
