// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QDir>
#include <QMenu>
#include <QTabWidget>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace sonoloom;

class ThemeTest : public QObject
{
    Q_OBJECT

private slots:
    void themes_areLightAndDark();
    void texts_standOutFromWhatTheyStandOn_data();
    void texts_standOutFromWhatTheyStandOn();
    void icons_allHaveTheirColours_data();
    void icons_allHaveTheirColours();
    void icon_atAnySize_isDrawnForIt_data();
    void icon_atAnySize_isDrawnForIt();
    void icon_thatIsMissing_isEmpty();
    void menuLine_underTheCursor_hasAnIconThatCanBeSeen();
    void tabs_ofDark_haveNoWhiteLine();
};

namespace
{

/// Source: WCAG 2.2, "relative luminance" and "contrast ratio".
double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [least, greatest] = std::minmax({luminance(a), luminance(b)});
    return (greatest + 0.05) / (least + 0.05);
}

int pixelsOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour;
    return count;
}

} // namespace

void ThemeTest::themes_areLightAndDark()
{
    applyTheme(*qApp, ThemeMode::Dark);
    QVERIFY(isDark(qApp->palette()));
    applyTheme(*qApp, ThemeMode::Light);
    QVERIFY(!isDark(qApp->palette()));
    applyTheme(*qApp, ThemeMode::System); // the offscreen platform's palette is light
    QVERIFY(!isDark(qApp->palette()));
}

void ThemeTest::texts_standOutFromWhatTheyStandOn_data()
{
    QTest::addColumn<ThemeMode>("mode");
    QTest::newRow("light") << ThemeMode::Light;
    QTest::newRow("dark") << ThemeMode::Dark;
}

void ThemeTest::texts_standOutFromWhatTheyStandOn()
{
    QFETCH(ThemeMode, mode);
    applyTheme(*qApp, mode);
    const QPalette palette = qApp->palette();
    const double enough = 4.5; // WCAG 2.2, level AA
    const double forLargeOrIdle = 3;
    QVERIFY(contrast(palette.color(QPalette::WindowText), palette.color(QPalette::Window)) > enough);
    QVERIFY(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)) > enough);
    QVERIFY(contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) > enough);
    QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) > enough);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) > forLargeOrIdle);
    QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::WindowText), palette.color(QPalette::Window)) > forLargeOrIdle);
}

void ThemeTest::icons_allHaveTheirColours_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}))
        QTest::newRow(qPrintable(file)) << QFileInfo(file).baseName();
}

void ThemeTest::icons_allHaveTheirColours()
{
    QFETCH(QString, name);
    applyTheme(*qApp, ThemeMode::Dark);
    const QPalette palette = qApp->palette();
    const QIcon icon = themedIcon(name, palette);
    const QSize size(48, 48);
    const auto hasOnly = [&](QIcon::Mode mode, const QColor& colour) {
        const QImage image = icon.pixmap(size, 1, mode).toImage();
        int visible = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                visible += image.pixelColor(x, y).alpha() == 255;
        return visible > 50 && pixelsOf(image, colour) == visible;
    };
    QVERIFY(hasOnly(QIcon::Normal, palette.color(QPalette::ButtonText)));
    QVERIFY(hasOnly(QIcon::Disabled, palette.color(QPalette::Disabled, QPalette::ButtonText)));
    QVERIFY(hasOnly(QIcon::Selected, palette.color(QPalette::HighlightedText)));
}

void ThemeTest::icon_atAnySize_isDrawnForIt_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<double>("ratio");
    QTest::newRow("18") << 18 << 1.0;
    QTest::newRow("22 at 200 %") << 22 << 2.0;
    QTest::newRow("16 at 150 %") << 16 << 1.5;
    QTest::newRow("100 at 300 %") << 100 << 3.0;
}

void ThemeTest::icon_atAnySize_isDrawnForIt()
{
    QFETCH(int, side);
    QFETCH(double, ratio);
    const QPixmap picture = themedIcon(QStringLiteral("stop"), qApp->palette()).pixmap({side, side}, ratio);
    QCOMPARE(picture.size(), QSize(side, side) * ratio);
    QCOMPARE(picture.devicePixelRatio(), ratio);
    // A filled square: from transparent to opaque within two pixels, where a scaled picture would be soft.
    const QImage image = picture.toImage();
    const int middle = image.height() / 2;
    int soft = 0;
    for (int x = 0; x < image.width(); ++x) {
        const int alpha = image.pixelColor(x, middle).alpha();
        soft += alpha > 0 && alpha < 255;
    }
    QVERIFY2(soft <= 4, qPrintable(QString::number(soft)));
}

void ThemeTest::icon_thatIsMissing_isEmpty()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Cannot open file.*nowhere")));
    const QImage image = themedIcon(QStringLiteral("nowhere"), qApp->palette()).pixmap(24, 24).toImage();
    QCOMPARE(image.size(), QSize(24, 24));
    QCOMPARE(pixelsOf(image, QColor(0, 0, 0, 0)), 24 * 24);
}

void ThemeTest::menuLine_underTheCursor_hasAnIconThatCanBeSeen()
{
    applyTheme(*qApp, ThemeMode::Light);
    QMenu menu;
    QAction* action = menu.addAction(themedIcon(QStringLiteral("stop"), qApp->palette()), QStringLiteral("Stop"));
    menu.popup({0, 0});
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    const auto iconIn = [&] { // the left part of the line, up to the text
        return menu.grab(QRect(menu.actionGeometry(action).topLeft(), QSize(24, menu.actionGeometry(action).height()))).toImage();
    };
    const QColor text = qApp->palette().color(QPalette::ButtonText);
    QVERIFY(pixelsOf(iconIn(), text) > 20);
    menu.setActiveAction(action);
    QCOMPARE(pixelsOf(iconIn(), text), 0);
    QVERIFY(pixelsOf(iconIn(), qApp->palette().color(QPalette::HighlightedText)) > 20);
}

void ThemeTest::tabs_ofDark_haveNoWhiteLine()
{
    applyTheme(*qApp, ThemeMode::Dark);
    QTabWidget tabs;
    tabs.setDocumentMode(true);
    tabs.addTab(new QWidget, QString());
    tabs.resize(300, 100);
    QCOMPARE(pixelsOf(tabs.grab().toImage(), Qt::white), 0);
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
