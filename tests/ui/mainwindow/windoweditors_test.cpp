// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/editors/support.h"
#include "ui/editors/blend/blendpage.h"
#include "ui/editors/images/imageslot.h"
#include "ui/editors/interpolation/interpolationpage.h"
#include "ui/editors/sequence/sequencepage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/noticebar.h"

#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QtTest>

using namespace sonoloom;

/// The pages of two images within the window.
class WindowEditorsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { window_ = std::make_unique<MainWindow>(); }
    void keys_bringThePagesToTheFront();
    void undo_isThatOfThePageInFront();
    void blend_becomesTwoClipsWithItsTransition();
    void interpolation_becomesClips();
    void workbenchFile_isOffered_orWhatIsMissingSaid();
    void writtenBlend_isOpenedInTheWorkbench();

private:
    bool blendReady() { return QTest::qWaitFor([this] { return window_->blendPage().session().result() != nullptr; }, 8'000); }
    /// The last entry of an input's menu: what is open in the workbench.
    void fromWorkbench(QWidget& page) { page.findChild<ImageSlots*>()->input(0).menu()->actions().back()->trigger(); }

    QTemporaryDir folder_;
    QString a_;
    QString b_;
    std::unique_ptr<MainWindow> window_;
};

void WindowEditorsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    a_ = testsupport::melImageIn(folder_, "a.png", 300, 2);
    b_ = testsupport::melImageIn(folder_, "b.png", 3000, 2);
}

void WindowEditorsTest::keys_bringThePagesToTheFront()
{
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    QTest::keyClick(window_.get(), Qt::Key_F8);
    QCOMPARE(window_->pages().currentWidget(), &window_->blendPage());
    QTest::keyClick(window_.get(), Qt::Key_F9);
    QCOMPARE(window_->pages().currentWidget(), &window_->interpolationPage());
    QTest::keyClick(window_.get(), Qt::Key_F5);
    QCOMPARE(window_->pages().currentIndex(), 0);
}

void WindowEditorsTest::undo_isThatOfThePageInFront()
{
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    window_->blendPage().take({a_});
    window_->interpolationPage().take({b_});
    window_->pages().setCurrentWidget(&window_->blendPage());
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window_->blendPage().session().settings().files[0].isEmpty());
    QCOMPARE(window_->interpolationPage().session().settings().files[0], b_);
}

void WindowEditorsTest::blend_becomesTwoClipsWithItsTransition()
{
    window_->blendPage().take({a_, b_});
    QVERIFY(blendReady());
    BlendSettings to = window_->blendPage().session().settings();
    to.params.region = 50;
    to.params.order = BlendOrder::BassFirst;
    window_->blendPage().session().change(to, "Bass first");
    QTest::mouseClick(window_->blendPage().findChild<QPushButton*>("sequence"), Qt::LeftButton);
    const Sequence& clips = window_->sequence().sequence();
    QCOMPARE(clips.size(), std::size_t{2});
    QCOMPARE(QString::fromStdString(clips[0].source.string()), a_);
    QCOMPARE(QString::fromStdString(clips[1].source.string()), b_);
    QCOMPARE(clips[0].transition, ClipTransition::Blend);
    QVERIFY(std::abs(clips[0].transitionSeconds - 0.5) < 1e-9);
    QCOMPARE(clips[0].blend.order, BlendOrder::BassFirst);
    QCOMPARE(window_->pages().currentWidget(), &window_->sequencePage());
    window_->sequence().history().undo();
    QVERIFY(window_->sequence().sequence().empty());
}

void WindowEditorsTest::interpolation_becomesClips()
{
    emit window_->interpolationPage().sequenceRequested({a_, b_, a_});
    QCOMPARE(window_->sequence().sequence().size(), std::size_t{3});
    emit window_->interpolationPage().sequenceRequested({b_}); // behind them
    QCOMPARE(window_->sequence().sequence().size(), std::size_t{4});
    QCOMPARE(QString::fromStdString(window_->sequence().sequence().back().source.string()), b_);
}

void WindowEditorsTest::workbenchFile_isOffered_orWhatIsMissingSaid()
{
    fromWorkbench(window_->blendPage());
    QVERIFY(window_->noticeBar().sentence().contains("nothing open"));
    QVERIFY(window_->blendPage().session().settings().files[0].isEmpty());
    window_->open({a_, b_});
    QVERIFY(QTest::qWaitFor([this] { return window_->session().images() != nullptr; }, 8'000));
    fromWorkbench(window_->blendPage());
    QCOMPARE(window_->blendPage().session().settings().files[0], a_);
    const QString sound = testsupport::soundIn(folder_, 1);
    window_->open({sound});
    QVERIFY(QTest::qWaitFor([this] { return window_->session().sound() != nullptr; }, 8'000));
    fromWorkbench(window_->interpolationPage());
    QCOMPARE(window_->interpolationPage().session().settings().files[0], sound);
}

void WindowEditorsTest::writtenBlend_isOpenedInTheWorkbench()
{
    window_->blendPage().take({a_, b_});
    QVERIFY(blendReady());
    window_->pages().setCurrentWidget(&window_->blendPage());
    window_->blendPage().write({folder_.filePath("blend.png"), Overwrite::No}, true);
    QVERIFY(QTest::qWaitFor([this] { return window_->session().images() != nullptr; }, 8'000));
    QCOMPARE(window_->pages().currentIndex(), 0);
    QVERIFY(window_->session().title().contains("blend.png"));
}

QTEST_MAIN(WindowEditorsTest)
#include "windoweditors_test.moc"
