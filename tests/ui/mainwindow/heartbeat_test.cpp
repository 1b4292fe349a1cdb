// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/mainwindow/heartbeat.h"
#include "tests/ui/support.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/preview/previewcontroller.h"
#include "ui/workbench/regioneditor.h"
#include "ui/workbench/workbenchpage.h"

#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

#include <functional>
#include <thread>

using namespace sonoloom;
using testsupport::Heartbeat;
using testsupport::soundIn;

/// The window answers within 50 ms whatever is being done.
class HeartbeatTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void blockedThread_isSeen();
    void opening_aMinute_doesNotBlock();
    void encoding_aMinute_doesNotBlock();
    void decoding_aMinute_doesNotBlock();
    void painting_aMinute_doesNotBlock();
    void exporting_aHundredImages_doesNotBlock();
    void opening_aHundredImages_doesNotBlock();

private:
    static constexpr double mostMs = 50;

    /// Does it up to three times, as long as the thread was blocked: other programs must not fail this.
    void check(const char* what, const std::function<bool()>& work)
    {
        Heartbeat heart;
        Heartbeat::Gap best{1e9, 1e9, 1e9};
        for (int i = 0; i < 3 && best.blockedMs > mostMs; ++i) {
            heart.start();
            QVERIFY(work());
            const Heartbeat::Gap gap = heart.stop();
            if (gap.blockedMs < best.blockedMs)
                best = gap;
        }
        const QString told = QStringLiteral("%1: blocked for %2 ms, computed for %3 ms, %4 ms by the clock")
                                 .arg(what).arg(best.blockedMs, 0, 'f', 1).arg(best.cpuMs, 0, 'f', 1).arg(best.wallMs, 0, 'f', 1);
        qInfo("%s", qPrintable(told));
        QVERIFY2(best.blockedMs <= mostMs, qPrintable(told));
    }
    bool rested()
    {
        return QTest::qWaitFor([this] { return !window_->session().isOpening() && !window_->preview().isComputing() && window_->preview().tiles(); }, 60'000) &&
               (QTest::qWait(100), true); // what is drawn afterwards counts, too
    }
    bool reopened(const QStringList& paths)
    {
        window_->session().close();
        window_->open(paths);
        return rested();
    }
    bool wroteImages()
    {
        QSignalSpy finished(&window_->exporter(), &Exporter::finished);
        window_->exporter().exportTiles(images_, Exporter::Style::Own, Overwrite::Yes);
        return finished.wait(60'000);
    }

    QTemporaryDir folder_;
    QString sound_;
    QString images_;
    std::unique_ptr<MainWindow> window_;
};

void HeartbeatTest::initTestCase()
{
    QSettings().clear();
    QSettings().setValue("preview/live", false);
    sound_ = soundIn(folder_, 60);
    images_ = folder_.filePath("images");
    window_ = std::make_unique<MainWindow>();
    window_->resize(1600, 1000);
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    QVERIFY(window_->session().setCodecField("duration", "600")); // a hundred images a minute
}

void HeartbeatTest::cleanupTestCase()
{
    window_.reset();
}

void HeartbeatTest::blockedThread_isSeen()
{
    Heartbeat heart;
    heart.start();
    QTest::qWait(50);
    QVERIFY(heart.stop().blockedMs < mostMs);
    heart.start();
    QTimer::singleShot(0, this, [] { std::this_thread::sleep_for(std::chrono::milliseconds(80)); });
    QTest::qWait(20);
    QVERIFY(heart.stop().blockedMs > 60);
}

void HeartbeatTest::opening_aMinute_doesNotBlock()
{
    check("opening", [this] { return reopened({sound_}); });
}

void HeartbeatTest::encoding_aMinute_doesNotBlock()
{
    bool more = false;
    check("encoding", [&] {
        more = !more;
        const auto before = window_->preview().tiles();
        return window_->session().setCodecField("n-mels", more ? "400" : "512") &&
               QTest::qWaitFor([&] { return window_->preview().tiles() != before; }, 60'000) && rested();
    });
    QVERIFY(window_->preview().tiles()->tiles.size() >= 100);
}

void HeartbeatTest::decoding_aMinute_doesNotBlock()
{
    QVERIFY(window_->session().setReconstructField("method", "draft"));
    QVERIFY(window_->session().setCodecField("n-mels", "96")); // sooner done
    QVERIFY(rested());
    check("decoding", [this] {
        QSignalSpy done(&window_->preview(), &PreviewController::reconstructed);
        window_->preview().reconstruct();
        return done.wait(60'000) && rested();
    });
}

void HeartbeatTest::painting_aMinute_doesNotBlock()
{
    window_->workbench().useTool(RegionTool::Erase);
    int seen = 0;
    connect(&window_->preview(), &PreviewController::tilesChanged, this, [&] { ++seen; });
    check("painting", [&] {
        RegionPen& pen = window_->workbench().regions().pen();
        pen.begin({0.5, 440}, {200, 100});
        for (double seconds = 1; seconds < 59; seconds += 0.25) {
            pen.extend({seconds, 440});
            QTest::qWait(4);
        }
        pen.finish();
        return QTest::qWaitFor([&] { return !window_->preview().isEditing(); }, 20'000);
    });
    qInfo("%d times seen meanwhile", seen);
    QVERIFY(seen > 10);
    window_->workbench().useTool(DragTool::Time);
    window_->session().removeEdits();
}

void HeartbeatTest::exporting_aHundredImages_doesNotBlock()
{
    check("exporting", [this] { return wroteImages(); });
}

void HeartbeatTest::opening_aHundredImages_doesNotBlock()
{
    QVERIFY(QDir(images_).entryList({"*.png"}).size() >= 100);
    check("opening images", [this] { return reopened({images_}); });
}

QTEST_MAIN(HeartbeatTest)
#include "heartbeat_test.moc"
