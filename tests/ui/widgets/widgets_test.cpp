// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sidescroll.h"

#include <QLabel>
#include <QProgressBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest>

#include <algorithm>

using namespace sonoloom;

class WidgetsTest : public QObject
{
    Q_OBJECT

private slots:
    void label_withoutRoom_givesWay();
    void label_markup_isShownAsItIs();
    void job_soonDone_isNeverShown();
    void job_thatTakesLonger_isShownUntilItEnds();
    void job_cancelButton_asksToCancel();
    void job_anyStage_isNoWider();
    void notice_markup_isShownAsItIs();
    void notice_longName_isWrapped();
    void notice_close_hidesIt();
    void notice_kinds_lookDifferent_data();
    void notice_kinds_lookDifferent();
    void column_thatScrolls_isAsWideAsItsContent();
    void wheel_overAnEditor_scrolls_andChangesNothing();
};

namespace
{

QColor middleOf(const QImage& image)
{
    return image.pixelColor(image.rect().center());
}

int inkIn(const QImage& image, const QRect& where)
{
    const QColor paper = image.pixelColor(where.topLeft());
    int ink = 0;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x)
            ink += image.pixelColor(x, y) != paper;
    return ink;
}

} // namespace

void WidgetsTest::label_withoutRoom_givesWay()
{
    ElidedLabel label;
    label.setText(QStringLiteral("Writing a file with a name that is rather long"));
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 3);
    label.resize(80, label.sizeHint().height());
    const QImage narrow = label.grab().toImage();
    label.setText(label.text().left(12));
    QVERIFY(narrow != label.grab().toImage()); // not simply cut off after what fits
    label.setText(QStringLiteral("Hm"));
    QVERIFY(label.minimumSizeHint().width() <= label.sizeHint().width());
}

void WidgetsTest::label_markup_isShownAsItIs()
{
    ElidedLabel label;
    label.setText(QStringLiteral("<b></b>"));
    label.resize(200, 30);
    QVERIFY(inkIn(label.grab().toImage(), label.rect()) > 20);
}

void WidgetsTest::job_soonDone_isNeverShown()
{
    QWidget window;
    JobBar bar(&window);
    window.show();
    bar.begin(QStringLiteral("Opening"));
    QTest::qWait(200); // the delay is 500 ms
    QVERIFY(!bar.isVisible());
    bar.end();
    QTest::qWait(500);
    QVERIFY(!bar.isVisible());
}

void WidgetsTest::job_thatTakesLonger_isShownUntilItEnds()
{
    QWidget window;
    JobBar bar(&window);
    window.show();
    bar.begin(QStringLiteral("Opening"));
    QVERIFY(QTest::qWaitFor([&] { return bar.isVisible(); }, 3000));
    bar.setProgress(0.25, QStringLiteral("Reading"));
    auto* progress = bar.findChild<QProgressBar*>();
    QCOMPARE(progress->value() * 4, progress->maximum());
    QCOMPARE(bar.findChild<ElidedLabel*>()->text(), QStringLiteral("Reading"));
    bar.end();
    QVERIFY(!bar.isVisible());
}

void WidgetsTest::job_cancelButton_asksToCancel()
{
    JobBar bar;
    QSignalSpy asked(&bar, &JobBar::cancelRequested);
    bar.findChild<QToolButton*>()->click();
    QCOMPARE(asked.size(), 1);
}

void WidgetsTest::job_anyStage_isNoWider()
{
    JobBar bar;
    bar.begin(QStringLiteral("Reading the sound"));
    const int width = bar.minimumSizeHint().width();
    bar.setProgress(0.5, QStringLiteral("Drawing the images of a sound with a very long name"));
    QCOMPARE(bar.minimumSizeHint().width(), width);
}

void WidgetsTest::notice_markup_isShownAsItIs()
{
    NoticeBar bar;
    bar.show(NoticeBar::Kind::Error, QStringLiteral("<img src='x'>"));
    bar.resize(300, 40);
    QCOMPARE(bar.sentence(), QStringLiteral("<img src='x'>"));
    const auto labels = bar.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->text() == bar.sentence() && label->textFormat() == Qt::PlainText;
    }));
}

void WidgetsTest::notice_longName_isWrapped()
{
    NoticeBar bar;
    const QString sentence = QStringLiteral("'%1' is damaged.").arg(QString(200, QLatin1Char('x')));
    bar.show(NoticeBar::Kind::Error, sentence);
    QVERIFY2(bar.minimumSizeHint().width() < 600, qPrintable(QString::number(bar.minimumSizeHint().width())));
    QCOMPARE(bar.sentence(), sentence);
    // Letters of more than one code point stay whole: e and a combining accent.
    bar.show(NoticeBar::Kind::Error, QStringLiteral("e\u0301").repeated(100));
    for (const QLabel* label : bar.findChildren<QLabel*>())
        QVERIFY(!label->text().contains(QStringLiteral("\u200b\u0301")));
}

void WidgetsTest::notice_close_hidesIt()
{
    QWidget window;
    NoticeBar bar(&window);
    window.show();
    QVERIFY(!bar.isVisible());
    bar.show(NoticeBar::Kind::Info, QStringLiteral("Written."));
    QVERIFY(bar.isVisible());
    bar.findChild<QToolButton*>()->click();
    QVERIFY(!bar.isVisible());
    QVERIFY(bar.sentence().isEmpty());
}

void WidgetsTest::notice_kinds_lookDifferent_data()
{
    QTest::addColumn<ThemeMode>("mode");
    QTest::newRow("light") << ThemeMode::Light;
    QTest::newRow("dark") << ThemeMode::Dark;
}

void WidgetsTest::notice_kinds_lookDifferent()
{
    QFETCH(ThemeMode, mode);
    applyTheme(*qApp, mode);
    NoticeBar bar;
    QList<QColor> colours;
    for (const auto kind : {NoticeBar::Kind::Info, NoticeBar::Kind::Warning, NoticeBar::Kind::Error}) {
        bar.show(kind, QStringLiteral("A"));
        bar.resize(400, 40);
        const QColor colour = middleOf(bar.grab().toImage());
        QVERIFY(!colours.contains(colour));
        QCOMPARE(colour.lightness() < 128, mode == ThemeMode::Dark);
        colours.append(colour);
    }
}

void WidgetsTest::column_thatScrolls_isAsWideAsItsContent()
{
    auto* content = new QWidget;
    auto* wide = new QWidget;
    (new QVBoxLayout(content))->addWidget(wide);
    wide->setMinimumSize(200, 2000);
    SideScroll scroll(content);
    scroll.resize(100, 100);
    scroll.show();
    QVERIFY(QTest::qWaitForWindowExposed(&scroll));
    QVERIFY(scroll.width() >= 200);
    wide->setMinimumWidth(400);
    QVERIFY(QTest::qWaitFor([&] { return scroll.minimumWidth() >= 400; }, 1000));
    QVERIFY(content->width() >= 400);
}

void WidgetsTest::wheel_overAnEditor_scrolls_andChangesNothing()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    auto* number = new QSpinBox;
    number->setValue(7);
    column->addWidget(number);
    auto* tall = new QWidget;
    tall->setMinimumHeight(2000);
    column->addWidget(tall);
    SideScroll scroll(content);
    scroll.resize(300, 300);
    scroll.show();
    QVERIFY(QTest::qWaitForWindowExposed(&scroll));
    tall->setFocus();
    const auto wheel = [&] {
        QWheelEvent event({5, 5}, number->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(number, &event);
    };
    wheel();
    QCOMPARE(number->value(), 7);
    QVERIFY(scroll.verticalScrollBar()->value() > 0);
    scroll.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&scroll));
    number->setFocus();
    wheel();
    QCOMPARE(number->value(), 6); // it is being edited
}

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
