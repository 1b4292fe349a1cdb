// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/panels/tilesview.h"
#include "ui/panels/transportbar.h"
#include "ui/workbench/clipoverlay.h"
#include "ui/workbench/viewpicture.h"
#include "ui/workbench/workbenchpage.h"

#include <QSettings>
#include <QSignalSpy>
#include <QtTest>
#include <qcustomplot.h>

#include <set>

using namespace sonoloom;
using testsupport::soundIn;

class WorkbenchPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QSettings().clear();
        folder_ = std::make_unique<QTemporaryDir>();
        session_ = std::make_unique<Session>();
        page_ = std::make_unique<WorkbenchPage>(*session_);
        page_->resize(1100, 800);
        page_->show();
    }

    void cleanup()
    {
        page_.reset();
        session_.reset();
    }

    void panes_hideAndShow_andTheLowestHasTheRuler()
    {
        QVERIFY(open(2));
        ViewPanes& panes = page_->panes();
        QVERIFY(!panes.isPaneVisible(Pane::Difference));
        const auto rulerHeight = [](SpectrogramView& view) { return view.plot().height() - view.picture().height(); };
        QTest::qWait(50);
        QVERIFY(rulerHeight(page_->resultView()) > rulerHeight(page_->originalView()) + 10);
        panes.setPaneVisible(Pane::Result, false);
        QTest::qWait(50);
        QVERIFY(!page_->resultView().isVisible());
        QVERIFY(rulerHeight(page_->originalView()) > 20);
        QCOMPARE(panes.visiblePanes(), QString("overview,waveform,original,images"));
        panes.setVisiblePanes({});
        QVERIFY(page_->resultView().isVisible());
    }

    void difference_isShownWhereItIsInSight()
    {
        QVERIFY(open(2));
        QVERIFY(reconstruct());
        QVERIFY(!page_->differenceView().spectrogram());
        page_->panes().setPaneVisible(Pane::Difference, true);
        QTRY_VERIFY_WITH_TIMEOUT(page_->differenceView().spectrogram(), 10'000);
        const auto& levels = *page_->differenceView().spectrogram();
        QCOMPARE(levels.columns(), page_->originalView().spectrogram()->columns());
        const auto cells = levels.levels.front().cells();
        QVERIFY(*std::ranges::max_element(cells) > 0); // not quite alike
        QVERIFY(*std::ranges::min_element(cells) >= 0);
        QVERIFY(page_->differenceView().badge().contains("40 dB"));
    }

    void view_goesThereAndBack()
    {
        QVERIFY(open(4));
        page_->timeAxis().show(1, 2);
        page_->timeAxis().select(1.25, 1.5);
        page_->frequencyAxis().setScale(FrequencyScale::Logarithmic);
        page_->frequencyAxis().showPart(0.25, 0.5);
        page_->frequencyAxis().select(0.3, 0.4);
        page_->frequencyAxis().setNotes(true);
        page_->panes().setPaneVisible(Pane::Waveform, false);
        page_->panes().setPaneVisible(Pane::Difference, true);
        const ProjectView view = page_->view();
        page_->setView({});
        QVERIFY(page_->frequencyAxis().scale() == FrequencyScale::Own);
        QVERIFY(!page_->panes().isPaneVisible(Pane::Difference));
        page_->setView(view);
        QVERIFY(page_->view() == view);
    }

    void look_isKeptInTheSettings()
    {
        page_->frequencyAxis().setScale(FrequencyScale::Linear);
        page_->panes().setPaneVisible(Pane::Overview, false);
        QSettings settings;
        page_->saveLook(settings);
        WorkbenchPage other(*session_);
        other.restoreLook(settings);
        QVERIFY(other.frequencyAxis().scale() == FrequencyScale::Linear);
        QVERIFY(!other.panes().isPaneVisible(Pane::Overview));
        QVERIFY(other.panes().isPaneVisible(Pane::Waveform));
    }

    void clippedPixels_areMarked()
    {
        QVERIFY(open(2));
        QVERIFY(page_->panes().clipped().clippedInSight() == 0);
        QVERIFY(session_->setCodecFields({{"level", "fixed"}, {"maxvol", "1"}}));
        QTRY_VERIFY_WITH_TIMEOUT(page_->panes().clipped().clippedInSight() > 1000, 10'000);
        QTRY_VERIFY(page_->preview().tiles()->report.clippedPixels > 0);
        QCOMPARE_LE(page_->panes().clipped().clippedInSight(), page_->preview().tiles()->report.clippedPixels);
        page_->timeAxis().show(0.5, 0.6);
        QTRY_VERIFY(page_->panes().clipped().clippedInSight() > 0);
        QVERIFY(page_->panes().clipped().clippedInSight() < page_->preview().tiles()->report.clippedPixels / 5);
    }

    void markers_areUndone_oneByOne()
    {
        QVERIFY(open(4));
        session_->addMarker(3, "end");
        session_->addMarker(1, "verse");
        session_->renameMarker(0, "bridge");
        QCOMPARE(session_->markers().size(), 2u);
        QCOMPARE(session_->markers()[0].name, std::string("bridge"));
        session_->history().undo();
        QCOMPARE(session_->markers()[0].name, std::string("verse"));
        session_->removeMarker(1);
        QCOMPARE(session_->markers().size(), 1u);
        session_->history().undo();
        QCOMPARE(session_->markers()[1].name, std::string("end"));
        while (session_->history().canUndo())
            session_->history().undo();
        QVERIFY(session_->markers().empty());
    }

    void picture_showsThePanes_andItsLegend()
    {
        QVERIFY(open(2));
        QTRY_VERIFY(page_->originalView().spectrogram() && !page_->preview().isComputing());
        const QImage picture = viewPicture(page_->panes(), "tones.wav", 2);
        const QSize shown = page_->panes().size();
        QVERIFY(picture.width() > 2 * shown.width() && picture.height() > 2 * shown.height());
        const QRect area = page_->originalView().plotArea();
        const QPoint corner = page_->originalView().mapTo(&page_->panes(), area.topLeft());
        QVERIFY(colours(picture.copy(QRect(2 * corner, 2 * area.size()))) > 50);
        QVERIFY(colours(picture.copy(QRect(0, picture.height() - 100, picture.width(), 100))) > 100); // the bar
        const QByteArray svg = viewSvg(page_->panes(), "tones.wav");
        QVERIFY(svg.contains("<svg") && svg.contains("tones.wav") && svg.contains("Original"));
    }

private:
    bool open(double seconds)
    {
        session_->open({soundIn(*folder_, seconds)});
        return QTest::qWaitFor([this] { return !session_->isOpening() && page_->preview().tiles() && !page_->preview().isComputing(); }, 20'000);
    }

    bool reconstruct()
    {
        QSignalSpy done(&page_->preview(), &PreviewController::reconstructed);
        page_->preview().reconstruct();
        return done.wait(30'000);
    }

    static int colours(const QImage& image)
    {
        std::set<QRgb> all;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                all.insert(image.pixel(x, y));
        return static_cast<int>(all.size());
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<WorkbenchPage> page_;
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName("sonoloom-test");
    QCoreApplication::setApplicationName("workbenchpage");
    QStandardPaths::setTestModeEnabled(true);
    WorkbenchPageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "workbenchpage_test.moc"
