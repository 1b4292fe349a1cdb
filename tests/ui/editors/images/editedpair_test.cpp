// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/editors/support.h"
#include "ui/editors/images/editedpair.h"
#include "ui/editors/images/imageslot.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>
#include <QUrl>
#include <QtTest>

using namespace sonoloom;

class EditedPairTest : public QObject
{
    Q_OBJECT

private slots:
    void taken_filesFillInputs_inTheirOrder();
    void drop_ofOneFile_picksIt();
    void swap_isAskedFor();
    void otherFiles_whileOpening_win();
    void stopped_orBroken_isOpenedAgain();
    void drawing_saysHowSoundsAreDrawn();

private:
    QTemporaryDir folder_;
};

void EditedPairTest::taken_filesFillInputs_inTheirOrder()
{
    QCOMPARE(withTaken({}, {"/x/t_10.png", "/x/t_9.png"}).value(), (PairFiles{"/x/t_9.png", "/x/t_10.png"}));
    QCOMPARE(withTaken({}, {"/x/a.png"}).value(), (PairFiles{"/x/a.png", ""}));
    QCOMPARE(withTaken({"/x/a.png", ""}, {"/x/b.png"}).value(), (PairFiles{"/x/a.png", "/x/b.png"}));
    QCOMPARE(withTaken({"/x/a.png", "/x/b.png"}, {"/x/c.png"}).value(), (PairFiles{"/x/a.png", "/x/c.png"}));
    QVERIFY(!withTaken({}, {"1", "2", "3"}) && !withTaken({}, {}));
}

void EditedPairTest::drop_ofOneFile_picksIt()
{
    ImageSlot slot("A");
    QSignalSpy picked(&slot, &ImageSlot::picked);
    const QString file = testsupport::imageIn(folder_, "x.png");
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(folder_.path())}); // a folder is none
    QDragEnterEvent refused({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    refused.ignore();
    QCoreApplication::sendEvent(&slot, &refused);
    QVERIFY(!refused.isAccepted());
    mime.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&slot, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&slot, &drop);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.front().front().toString(), file);
    slot.setFile(file);
    QVERIFY(slot.accessibleName().contains("x.png"));
}

void EditedPairTest::swap_isAskedFor()
{
    ImageSlots inputs;
    QSignalSpy swapped(&inputs, &ImageSlots::swapRequested);
    QTest::mouseClick(inputs.findChild<QToolButton*>("swap"), Qt::LeftButton);
    QCOMPARE(swapped.size(), 1);
}

void EditedPairTest::otherFiles_whileOpening_win()
{
    EditedPair pair(ImageExtent::Sound);
    const QString sound = testsupport::soundIn(folder_, 20);
    const QString image = testsupport::melImageIn(folder_, "tone.png", 300, 1);
    QSignalSpy changed(&pair, &EditedPair::changed);
    pair.open({sound, sound});
    pair.open({image, image});
    QVERIFY(changed.wait(8'000));
    QCOMPARE(pair.opened()->mel->name(0), std::string("tone.png"));
    QCOMPARE(changed.size(), 1);
}

void EditedPairTest::stopped_orBroken_isOpenedAgain()
{
    EditedPair pair(ImageExtent::Sound);
    const QString late = folder_.filePath("late.png");
    QSignalSpy failed(&pair, &EditedPair::failed);
    pair.open({late, QString()});
    QVERIFY(failed.wait(8'000));
    QVERIFY(!testsupport::melImageIn(folder_, "late.png", 300, 1).isEmpty());
    QVERIFY(pair.message("nothing").contains("late.png"));
    pair.retry();
    QCOMPARE(pair.message("nothing"), QString("Opening …"));
    QVERIFY(QTest::qWaitFor([&] { return pair.opened() != nullptr; }, 8'000));
    QVERIFY(pair.message("nothing").contains("the other one"));
    pair.open({testsupport::soundIn(folder_, 20), QString()});
    pair.cancel();
    QVERIFY(!pair.isOpening() && !pair.opened());
    QVERIFY(pair.message("nothing").contains("stopped"));
    pair.retry();
    QVERIFY(pair.isOpening());
    QVERIFY(QTest::qWaitFor([&] { return pair.opened() != nullptr; }, 8'000));
}

void EditedPairTest::drawing_saysHowSoundsAreDrawn()
{
    EditedPair pair(ImageExtent::Sound);
    pair.setDrawing([] { return RiffusionParams{.bands = 96, .stepMs = 20}; });
    QSignalSpy changed(&pair, &EditedPair::changed);
    pair.open({testsupport::soundIn(folder_, 1), QString()});
    QVERIFY(changed.wait(8'000));
    QCOMPARE(pair.opened()->mel->analysis().mel.bands, 96);
    QCOMPARE(pair.opened()->mel->columns(0), std::size_t{50});
    QVERIFY(pair.opened()->pictures[0] && !pair.opened()->pictures[1]);
}

QTEST_MAIN(EditedPairTest)
#include "editedpair_test.moc"
