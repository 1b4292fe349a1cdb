// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/blendfiles.h"
#include "tests/ui/editors/support.h"
#include "ui/editors/blend/bandbars.h"
#include "ui/editors/blend/bandcurves.h"
#include "ui/editors/blend/blendpage.h"
#include "ui/editors/blend/pairlanes.h"
#include "ui/editors/images/imageslot.h"
#include "ui/panels/transportbar.h"
#include "ui/spectrogram/spectrogramview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

using namespace sonoloom;

class BlendPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void empty_saysWhatToDo_andOffersNothing();
    void twoFiles_areSeenAndHeard();
    void oneFileAfterTheOther_fillsBothInputs();
    void overlapEdge_isDragged_inOneStep();
    void keys_changeTheOverlap();
    void bands_areEdited_andUndone();
    void inputAlone_isHeardWhereItLies();
    void workbenchFile_isTaken();
    void peer_offersThePairOnly();
    void image_isWritten_asTheCommandLineDoes_andOpened();
    void sound_isWritten();
    void pair_isWritten();
    void sequence_getsSettingsAndSeconds();

private:
    bool ready() { return QTest::qWaitFor([this] { return page_->session().result() != nullptr; }, 8'000); }
    bool openBoth()
    {
        page_->take({low_, high_});
        return ready();
    }
    QPushButton* button(const char* name) { return page_->findChild<QPushButton*>(QLatin1String(name)); }
    int region() const { return page_->session().params().region; }

    QTemporaryDir folder_;
    QString low_;
    QString high_;
    std::unique_ptr<JobBoard> board_;
    std::unique_ptr<BlendPage> page_;
};

void BlendPageTest::initTestCase()
{
    low_ = testsupport::melImageIn(folder_, "1_low.png", 300, 2);
    high_ = testsupport::melImageIn(folder_, "2_high.png", 3000, 3);
}

void BlendPageTest::init()
{
    page_.reset();
    board_ = std::make_unique<JobBoard>();
    page_ = std::make_unique<BlendPage>(*board_);
    page_->resize(1280, 700);
    page_->show();
    QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
}

void BlendPageTest::empty_saysWhatToDo_andOffersNothing()
{
    for (const char* name : {"save", "open", "savePair", "sequence"})
        QVERIFY(!button(name)->isEnabled());
    QVERIFY(!page_->findChild<QSpinBox*>("region")->isEnabled());
    QVERIFY(!page_->findChild<QToolButton*>("hearA")->isEnabled());
    QVERIFY(!page_->player().hasSound(Side::B));
}

void BlendPageTest::twoFiles_areSeenAndHeard()
{
    QSignalSpy state(page_.get(), &EditorPage::stateChanged);
    QVERIFY(openBoth());
    QCOMPARE(page_->resultView().spectrogram(), page_->session().result());
    QCOMPARE(page_->timeAxis().total(), 4.0);
    QVERIFY(QTest::qWaitFor([this] { return page_->player().hasSound(Side::B); }, 8'000));
    QVERIFY(std::abs(page_->player().duration() - 4) < 1e-6); // before all of it sounds
    QVERIFY(QTest::qWaitFor([this] { return page_->player().hasSound(Side::A); }, 8'000));
    QVERIFY(!state.isEmpty());
    QVERIFY(button("save")->isEnabled() && button("sequence")->isEnabled() && !button("savePair")->isEnabled());
}

void BlendPageTest::oneFileAfterTheOther_fillsBothInputs()
{
    QVERIFY(page_->take({low_}));
    QVERIFY(page_->take({high_}));
    QVERIFY(ready());
    QVERIFY(page_->session().settings().files == (PairFiles{low_, high_}));
    QVERIFY(!page_->take({low_, high_, low_}));
}

void BlendPageTest::overlapEdge_isDragged_inOneStep()
{
    QVERIFY(openBoth());
    PairLanes& lanes = page_->lanes();
    const int before = page_->history()->count();
    const QRectF overlap = lanes.overlapRect();
    const QPoint edge(qRound(overlap.left()), lanes.height() / 4);
    const int away = qRound(overlap.width() / 2);
    QTest::mousePress(&lanes, Qt::LeftButton, {}, edge);
    for (const int x : {away / 3, away})
        QTest::mouseMove(&lanes, edge - QPoint(x, 0));
    QVERIFY(std::abs(region() - 150) <= 1);
    QCOMPARE(page_->timeAxis().total(), 4.0); // what is dragged stays under the mouse
    QTest::mouseRelease(&lanes, Qt::LeftButton, {}, edge - QPoint(away, 0));
    QVERIFY(std::abs(page_->timeAxis().total() - 3.5) < 0.02);
    QCOMPARE(page_->history()->count(), before + 1);
    QCOMPARE(page_->findChild<QSpinBox*>("region")->value(), region());
    page_->history()->undo();
    QCOMPARE(region(), 100);
    const QRectF again = lanes.overlapRect();
    const QPoint end(qRound(again.right()), lanes.height() / 4);
    QTest::mousePress(&lanes, Qt::LeftButton, {}, end);
    QTest::mouseMove(&lanes, end + QPoint(5000, 0)); // no further than both go
    QTest::mouseRelease(&lanes, Qt::LeftButton, {}, end);
    QCOMPARE(region(), 200);
}

void BlendPageTest::keys_changeTheOverlap()
{
    QVERIFY(openBoth());
    page_->lanes().setFocus();
    QTest::keyClick(&page_->lanes(), Qt::Key_Left);
    QCOMPARE(region(), 101);
    QTest::keyClick(&page_->lanes(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(region(), 91);
    page_->findChild<QSpinBox*>("region")->setValue(42);
    QCOMPARE(region(), 42);
    page_->history()->undo();
    QCOMPARE(region(), 91);
}

void BlendPageTest::bands_areEdited_andUndone()
{
    QVERIFY(openBoth());
    auto* order = page_->findChild<QComboBox*>("order");
    QSignalSpy result(&page_->session(), &BlendSession::resultChanged);
    order->setCurrentIndex(1);
    emit order->activated(1);
    QCOMPARE(page_->session().settings().params.order, BlendOrder::BassFirst);
    QCOMPARE(region(), 100); // is not the bands'
    QVERIFY(result.wait(8'000));
    page_->bandCurves().bars().setFocus();
    QTest::keyClick(&page_->bandCurves().bars(), Qt::Key_Up);
    QTest::keyClick(&page_->bandCurves().bars(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(!page_->session().settings().params.lengths.empty());
    page_->history()->undo();
    QVERIFY(page_->session().settings().params.lengths.empty());
    page_->history()->undo();
    QCOMPARE(page_->session().settings().params.order, BlendOrder::Whole);
    QCOMPARE(order->currentIndex(), 0);
}

void BlendPageTest::inputAlone_isHeardWhereItLies()
{
    QVERIFY(openBoth());
    QTest::mouseClick(page_->findChild<QToolButton*>("hearB"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return page_->player().sound(Side::A) && page_->player().sound(Side::A)->seconds() > 3.9; }, 8'000));
    const Audio& alone = *page_->player().sound(Side::A);
    QCOMPARE(alone.channels[0][44'000], 0.0f); // B begins after a second
    double power = 0;
    for (std::size_t i = 44'100 * 2; i < 44'100 * 3; ++i)
        power += std::pow(alone.channels[0][i], 2) / 44'100;
    QVERIFY2(std::sqrt(2 * power) > 0.1, qPrintable(QString::number(std::sqrt(2 * power)))); // a sine of 0.3, through wide bands
    page_->findChild<QSpinBox*>("region")->setValue(50);
    QVERIFY(QTest::qWaitFor([this] { return page_->player().sound(Side::A)->channels[0][62'000] == 0; }, 8'000));
}

void BlendPageTest::workbenchFile_isTaken()
{
    page_->setWorkbench([this] { return low_; });
    auto* inputs = page_->findChild<ImageSlots*>();
    inputs->input(1).menu()->actions().back()->trigger();
    QCOMPARE(page_->session().settings().files[1], low_);
    page_->setWorkbench([] { return QString(); });
    inputs->input(0).menu()->actions().back()->trigger();
    QVERIFY(page_->session().settings().files[0].isEmpty());
}

void BlendPageTest::peer_offersThePairOnly()
{
    QVERIFY(openBoth());
    QTest::mouseClick(page_->findChild<QCheckBox*>("asPeer"), Qt::LeftButton, {}, {8, page_->findChild<QCheckBox*>("asPeer")->height() / 2});
    QVERIFY(page_->session().settings().asPeer);
    QVERIFY(button("savePair")->isEnabled() && !button("save")->isEnabled());
    QVERIFY(!page_->bandCurves().bars().isEnabled() && page_->findChild<QSpinBox*>("bands")->isEnabled());
}

void BlendPageTest::image_isWritten_asTheCommandLineDoes_andOpened()
{
    QVERIFY(openBoth());
    QSignalSpy opened(page_.get(), &EditorPage::openRequested);
    QSignalSpy noticed(page_.get(), &EditorPage::noticed);
    page_->write({folder_.filePath("blend.png"), Overwrite::No}, true);
    QVERIFY(opened.wait(8'000));
    QCOMPARE(opened.front().front().toStringList(), QStringList{folder_.filePath("blend.png")});
    QVERIFY(noticed.back().front().toString().contains("400 × 128"));
    ImageFiles images({low_.toStdString(), high_.toStdString()});
    JobMonitor monitor;
    QVERIFY(blendFiles(images, {page_->session().params(), {}, folder_.filePath("same.png").toStdString(), Overwrite::No}, monitor));
    const Image mine = readImageFile(folder_.filePath("blend.png").toStdString()).value();
    QVERIFY(mine.samples == readImageFile(folder_.filePath("same.png").toStdString()).value().samples);
    QSignalSpy failed(page_.get(), &EditorPage::failed);
    page_->write({folder_.filePath("blend.png"), Overwrite::No}, false);
    QVERIFY(failed.wait(8'000));
    QVERIFY(failed.front().front().toString().contains("exists already"));
}

void BlendPageTest::sound_isWritten()
{
    QVERIFY(openBoth());
    QSignalSpy noticed(page_.get(), &EditorPage::noticed);
    page_->write({folder_.filePath("blend.wav"), Overwrite::No}, false);
    QVERIFY(noticed.wait(8'000));
    JobMonitor monitor;
    QCOMPARE(readAudioFile(folder_.filePath("blend.wav").toStdString(), monitor).value().sampleCount(), std::size_t{4 * 44'100});
}

void BlendPageTest::pair_isWritten()
{
    QVERIFY(openBoth());
    QSignalSpy noticed(page_.get(), &EditorPage::noticed);
    page_->writePair({folder_.filePath("pair"), Overwrite::No});
    QVERIFY(noticed.wait(8'000));
    QVERIFY(QFile::exists(folder_.filePath("pair/1_low.png")) && QFile::exists(folder_.filePath("pair/2_high.png")));
}

void BlendPageTest::sequence_getsSettingsAndSeconds()
{
    QVERIFY(openBoth());
    QSignalSpy requested(page_.get(), &BlendPage::sequenceRequested);
    QTest::mouseClick(button("sequence"), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.front().at(1).toDouble(), 1.0);
}

QTEST_MAIN(BlendPageTest)
#include "blendpage_test.moc"
