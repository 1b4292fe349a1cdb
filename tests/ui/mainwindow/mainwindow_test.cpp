// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/soundpanes.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/panels/transportbar.h"
#include "ui/panels/tilesview.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/workbenchpage.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QWindow>
#include <QtTest>

using namespace sonoloom;
using testsupport::imageIn;
using testsupport::soundIn;

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void empty_saysWhatToDo();
    void sound_isShown_withItsImages();
    void slider_changesTheImages();
    void maxvol_atSharedLevel_takesEffect();
    void maxvol_dragged_isUndoneInOneStep();
    void pages_haveTheirOwnTransport();
    void result_isComparedWithItsOriginal();
    void reconstruct_showsResultAndFigures();
    void reconstruct_canBeCancelled();
    void space_and_tab_playAndSwitch();
    void dropped_file_isOpened();
    void badFile_isToldInTheWindow_andTheOldStays();
    void doubtfulImage_isAskedFor();
    void badParameter_isToldInTheWindow();
    void images_areShown_andDragged();
    void dragged_tile_isARealFile();
    void cursor_isReadOut();
    void closed_whileWorking_isClean();
    void closed_withUnsavedChanges_asks();
    void project_opened_bringsTheViewBack();
    void look_isRemembered();

private:
    bool open(const QStringList& paths)
    {
        window_->open(paths);
        return QTest::qWaitFor([this] { return !window_->session().isOpening() && window_->preview().tiles() && !window_->preview().isComputing(); }, 20'000);
    }
    bool reconstructed()
    {
        QSignalSpy done(&window_->preview(), &PreviewController::reconstructed);
        QTest::mouseClick(window_->findChild<QPushButton*>("reconstruct"), Qt::LeftButton);
        return done.wait(30'000);
    }

    /// Clicks a button of the next question, whenever it comes.
    void answerWith(QMessageBox::StandardButton button)
    {
        auto* timer = new QTimer(window_.get());
        connect(timer, &QTimer::timeout, timer, [this, timer, button] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                timer->deleteLater();
                ++asked_;
                box->button(button)->click();
            }
        });
        timer->start(20);
    }

    int asked_ = 0;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
};

void MainWindowTest::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
    window_ = std::make_unique<MainWindow>();
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void MainWindowTest::cleanup()
{
    window_.reset();
}

void MainWindowTest::empty_saysWhatToDo()
{
    bool told = false;
    for (const QLabel* label : window_->workbench().originalView().findChildren<QLabel*>())
        told = told || (label->isVisible() && label->text().contains("Ctrl+O"));
    QVERIFY(told);
    QVERIFY(!window_->findChild<QPushButton*>("reconstruct")->isEnabled());
    QVERIFY(!window_->findChild<QToolButton*>("play")->isEnabled());
}

void MainWindowTest::sound_isShown_withItsImages()
{
    QVERIFY(open({soundIn(*folder_, 6)}));
    QCOMPARE(window_->windowTitle(), QString("tones.wav[*]"));
    QVERIFY(window_->workbench().originalView().spectrogram());
    QVERIFY(!window_->workbench().resultView().spectrogram());
    QCOMPARE(window_->timeAxis().total(), 6.0);
    const QPoint left(plotmargin::left + 5, 20);
    QCOMPARE(window_->workbench().tilesView().tileAt(left), std::optional<std::size_t>(0));
    QVERIFY(!window_->workbench().tilesView().tileAt({2, 2}));
}

void MainWindowTest::slider_changesTheImages()
{
    QVERIFY(open({soundIn(*folder_, 3)}));
    const auto before = window_->preview().tiles();
    window_->findChild<QSlider*>("power-slider")->setValue(700);
    QVERIFY(QTest::qWaitFor([&] { return window_->preview().tiles() != before; }, 10'000));
    window_->findChild<QSlider*>("n-mels-slider")->setValue(100);
    QVERIFY(QTest::qWaitFor([&] { return window_->workbench().originalView().spectrogram()->bands() < 200; }, 10'000));
    window_->findChild<QSlider*>("duration-slider")->setValue(0);
    QVERIFY(QTest::qWaitFor([&] { return window_->preview().tiles()->tiles.size() == 6; }, 10'000)); // of half a second
}

void MainWindowTest::maxvol_atSharedLevel_takesEffect()
{
    QVERIFY(open({soundIn(*folder_, 3)}));
    QCOMPARE(window_->findChild<QComboBox*>("level")->currentText(), QString("shared"));
    window_->findChild<QSlider*>("maxvol-slider")->setValue(100);
    QCOMPARE(window_->findChild<QComboBox*>("level")->currentText(), QString("fixed"));
    QVERIFY(QTest::qWaitFor([&] { return window_->preview().tiles()->report.clippedPixels > 0; }, 10'000));
}

void MainWindowTest::maxvol_dragged_isUndoneInOneStep()
{
    auto* slider = window_->findChild<QSlider*>("maxvol-slider");
    auto* level = window_->findChild<QComboBox*>("level");
    const double before = window_->findChild<QDoubleSpinBox*>("maxvol")->value();
    slider->setSliderDown(true);
    for (const int step : {300, 250, 200, 150})
        slider->setValue(step);
    slider->setSliderDown(false);
    QCOMPARE(level->currentText(), QString("fixed"));
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window_->findChild<QDoubleSpinBox*>("maxvol")->value(), before);
    QCOMPARE(level->currentText(), QString("shared"));
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(level->currentText(), QString("fixed"));
}

void MainWindowTest::pages_haveTheirOwnTransport()
{
    QTest::keyClick(window_.get(), Qt::Key_F6);
    QCOMPARE(window_->pages().currentWidget(), &window_->comparePage());
    QTest::keyClick(window_.get(), Qt::Key_L);
    QVERIFY(window_->comparePage().transport().isLooping());
    QCOMPARE(&window_->timeAxis(), &window_->comparePage().soundPanes().timeAxis());
    QTest::keyClick(window_.get(), Qt::Key_F5);
    QVERIFY(&window_->timeAxis() != &window_->comparePage().soundPanes().timeAxis());
}

void MainWindowTest::result_isComparedWithItsOriginal()
{
    QVERIFY(open({soundIn(*folder_, 3)}));
    QVERIFY(reconstructed());
    QTest::keyClick(window_.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window_->pages().currentWidget(), &window_->comparePage());
    QVERIFY(QTest::qWaitFor([this] { return window_->comparePage().session().sounds() != nullptr; }, 20'000));
    QVERIFY(std::abs(window_->comparePage().session().sounds()->comparison.gainDb) < 1);
}

void MainWindowTest::reconstruct_showsResultAndFigures()
{
    QVERIFY(open({soundIn(*folder_, 3)}));
    QVERIFY(reconstructed());
    QVERIFY(window_->workbench().resultView().spectrogram());
    QVERIFY(window_->player().hasSound(Side::B));
    int figures = 0;
    for (const QLabel* label : window_->findChildren<QLabel*>())
        figures += label->isVisible() && label->text().endsWith(" dB") ? 1 : 0;
    QVERIFY(figures >= 3);
    QVERIFY(window_->session().setCodecField("power", "0.4")); // the old result stays, marked as such
    QVERIFY(window_->workbench().resultView().spectrogram());
}

void MainWindowTest::reconstruct_canBeCancelled()
{
    QVERIFY(open({soundIn(*folder_, 30)}));
    QVERIFY(window_->session().setReconstructField("method", "best"));
    QTest::mouseClick(window_->findChild<QPushButton*>("reconstruct"), Qt::LeftButton);
    QVERIFY(!window_->findChild<QPushButton*>("reconstruct")->isEnabled());
    QToolButton* cancel = nullptr;
    QVERIFY(QTest::qWaitFor([&] { // after half a second
        for (QToolButton* button : window_->findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == "Cancel")
                cancel = button;
        return cancel != nullptr;
    }, 5000));
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!window_->preview().isReconstructing());
    QVERIFY(window_->findChild<QPushButton*>("reconstruct")->isEnabled());
    QVERIFY(!window_->session().result());
}

void MainWindowTest::space_and_tab_playAndSwitch()
{
    QVERIFY(open({soundIn(*folder_, 3)}));
    QVERIFY(reconstructed());
    QCOMPARE(window_->player().side(), Side::A);
    QTest::keyClick(window_->windowHandle(), Qt::Key_Tab); // as the system sends it: to the window, not to a widget
    QCOMPARE(window_->player().side(), Side::B);
    QTest::keyClick(window_->windowHandle(), Qt::Key_Tab);
    QCOMPARE(window_->player().side(), Side::A);
    // Where there is no audio output Space says so; where there is one, it plays.
    QTest::keyClick(window_->windowHandle(), Qt::Key_Space);
    QVERIFY(window_->player().isPlaying() || !window_->noticeBar().sentence().isEmpty());
    window_->player().pause();
}

void MainWindowTest::dropped_file_isOpened()
{
    const QString path = soundIn(*folder_, 1, "with blanks and ü.wav");
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &drop);
    QVERIFY(QTest::qWaitFor([&] { return window_->windowTitle() == "with blanks and ü.wav[*]"; }, 10'000));
}

void MainWindowTest::badFile_isToldInTheWindow_andTheOldStays()
{
    QVERIFY(open({soundIn(*folder_, 1)}));
    QFile bad(folder_->filePath("bad.wav"));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("a letter") > 0);
    bad.close();
    window_->open({bad.fileName()});
    QVERIFY(QTest::qWaitFor([&] { return window_->noticeBar().sentence().contains("bad.wav"); }, 10'000));
    QCOMPARE(window_->windowTitle(), QString("tones.wav[*]"));
    QVERIFY(window_->workbench().originalView().spectrogram());
}

void MainWindowTest::doubtfulImage_isAskedFor()
{
    QString question;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget())) {
            timer.stop();
            question = dialog->labelText();
            dialog->setTextValue(dialog->comboBoxItems().front());
            dialog->accept();
        }
    });
    timer.start(20);
    Image dots(128, 128, 3);
    for (int y = 0; y < dots.height; ++y)
        for (int x = 0; x < dots.width; ++x)
            for (int c = 0; c < 3; ++c)
                dots.at(x, y, c) = static_cast<std::uint16_t>((x * (c + 3) * 37 + y * (c + 1) * 91 + x * y * 13) % 251);
    const QString path = folder_->filePath("dots.png");
    QVERIFY(writePngFile(path.toStdString(), dots, Overwrite::Yes));
    QVERIFY(open({path}));
    QVERIFY(question.contains("dots.png"));
    QVERIFY(window_->session().images());
}

void MainWindowTest::badParameter_isToldInTheWindow()
{
    QVERIFY(open({soundIn(*folder_, 1)}));
    QVERIFY(window_->session().setCodecField("f-min", "90000"));
    QVERIFY(QTest::qWaitFor([&] { return window_->noticeBar().sentence().contains("f-m"); }, 10'000));
}

void MainWindowTest::images_areShown_andDragged()
{
    QVERIFY(open({imageIn(*folder_, "p_0.png"), imageIn(*folder_, "p_1.png")}));
    QVERIFY(window_->workbench().originalView().spectrogram());
    QCOMPARE(window_->workbench().tilesView().tileAt({window_->workbench().tilesView().width() - plotmargin::right - 5, 20}), std::optional<std::size_t>(1));
    QVERIFY(reconstructed());
    QVERIFY(window_->workbench().resultView().spectrogram());
    QVERIFY(QTest::qWaitFor([&] { return window_->player().side() == Side::B; }, 10'000)); // there is no original to hear
}

void MainWindowTest::dragged_tile_isARealFile()
{
    QVERIFY(open({soundIn(*folder_, 6)}));
    QVERIFY(QTest::qWaitFor([&] { return window_->session().tiles() != nullptr; }, 10'000));
    const auto mime = window_->dragTile(1);
    QVERIFY(mime);
    const QString file = mime->urls().front().toLocalFile();
    QVERIFY(file.endsWith("/tones_00001.png"));
    QVERIFY(readImageFile(file.toStdString()));
}

void MainWindowTest::cursor_isReadOut()
{
    QVERIFY(open({soundIn(*folder_, 2)}));
    const QPoint centre = window_->workbench().originalView().plotArea().center();
    QWidget* target = window_->workbench().originalView().childAt(centre);
    QTest::mouseMove(target, target->mapFrom(&window_->workbench().originalView(), centre));
    bool shown = false;
    for (const QLabel* label : window_->statusBar()->findChildren<QLabel*>())
        shown = shown || (label->text().contains("Hz") && label->text().contains("dB") && label->text().contains("sample 4") && label->text().contains("pixel"));
    QVERIFY(shown);
}

void MainWindowTest::closed_whileWorking_isClean()
{
    window_->open({soundIn(*folder_, 30)});
    QVERIFY(QTest::qWaitFor([&] { return window_->session().sound() != nullptr; }, 20'000));
    QVERIFY(window_->session().setReconstructField("method", "best"));
    QVERIFY(window_->session().setReconstructField("iterations", "10000")); // minutes, if it were waited for
    window_->preview().reconstruct();
    QTest::qWait(30);
    QSignalSpy done(&window_->preview(), &PreviewController::reconstructed);
    QVERIFY(window_->preview().isReconstructing());
    answerWith(QMessageBox::Discard);
    window_->close();
    window_.reset();
    QCOMPARE(done.size(), 0);
}

void MainWindowTest::closed_withUnsavedChanges_asks()
{
    QVERIFY(open({soundIn(*folder_, 1)}));
    const QString project = folder_->filePath("p.sonoloom");
    QSignalSpy saved(&window_->projectKeeper(), &ProjectKeeper::saved);
    window_->projectKeeper().save(project);
    QVERIFY(saved.wait(10'000));
    QVERIFY(!window_->isWindowModified());
    window_->findChild<QSlider*>("power-slider")->setValue(700);
    QVERIFY(window_->isWindowModified());
    asked_ = 0;
    answerWith(QMessageBox::Cancel);
    QVERIFY(!window_->close());
    QCOMPARE(asked_, 1);
    answerWith(QMessageBox::Save);
    window_->close();
    QVERIFY(saved.wait(10'000));
    QVERIFY(QTest::qWaitFor([this] { return !window_->isVisible(); }, 10'000));
    std::vector<std::string> notices;
    const auto read = readProject(project.toStdString(), notices);
    const auto codec = read.value().codec->clone();
    QVERIFY(fieldText(*findField(codec->fields(), "power")) != "0.25");
}

void MainWindowTest::project_opened_bringsTheViewBack()
{
    const QString project = folder_->filePath("p.sonoloom");
    QVERIFY(open({soundIn(*folder_, 4)}));
    window_->timeAxis().show(1, 2);
    window_->timeAxis().select(1.25, 1.5);
    window_->frequencyAxis().showPart(0.25, 0.5);
    QSignalSpy saved(&window_->projectKeeper(), &ProjectKeeper::saved);
    window_->projectKeeper().save(project);
    QVERIFY(saved.wait(10'000));
    window_ = std::make_unique<MainWindow>();
    window_->show();
    QVERIFY(open({project}));
    QCOMPARE(window_->windowTitle(), QString("p[*]"));
    QCOMPARE(window_->timeAxis().from(), 1.0);
    QCOMPARE(window_->timeAxis().to(), 2.0);
    QCOMPARE(window_->timeAxis().selectedTo(), 1.5);
    QCOMPARE(window_->frequencyAxis().to(), 0.5);
}

void MainWindowTest::look_isRemembered()
{
    auto* colours = window_->findChild<QComboBox*>("colours");
    QVERIFY(colours);
    colours->setCurrentText("viridis");
    window_->close();
    window_ = std::make_unique<MainWindow>();
    QCOMPARE(window_->findChild<QComboBox*>("colours")->currentText(), QString("viridis"));
    window_->findChild<QComboBox*>("colours")->setCurrentText("magma");
    window_->close();
}

QTEST_MAIN(MainWindowTest)
#include "mainwindow_test.moc"
