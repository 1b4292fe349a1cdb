// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/samplepath.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>
#include <QTranslator>

namespace
{

QImage drawn(const QString& icon, int side)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(icon).render(&painter);
    return image;
}

/// How many pixels the drawing covers at all, and whether one of them has a colour.
struct Ink {
    int pixels = 0;
    bool coloured = false;
};

Ink inkOf(const QImage& image)
{
    Ink ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            ink.pixels += colour.alpha() > 0;
            ink.coloured = ink.coloured || (colour.alpha() > 0 && colour.value() > 0);
        }
    }
    return ink;
}

} // namespace

class ResourcesTest : public QObject
{
    Q_OBJECT

private slots:
    void icons_compiledIn_areAllFilesOfTheFolder()
    {
        const QDir files(SONOLOOM_SOURCE_DIR "/resources/icons");
        const auto expected = files.entryList({"*.svg"}, QDir::Files, QDir::Name);
        QVERIFY(!expected.isEmpty());
        QCOMPARE(QDir(":/icons").entryList(QDir::Files, QDir::Name), expected);
    }

    void icon_drawnAtBothSizes_showsOneColourWithinItsFrame()
    {
        for (const QString& name : QDir(":/icons").entryList(QDir::Files)) {
            const QString icon = ":/icons/" + name;
            QVERIFY2(QSvgRenderer(icon).isValid(), qPrintable(name));
            for (const int side : {24, 48}) {
                const Ink ink = inkOf(drawn(icon, side));
                QVERIFY2(ink.pixels > side, qPrintable(name));
                QVERIFY2(ink.pixels < side * side, qPrintable(name));
                // Only black can be tinted by the theme; the program's own icon is the one with colours.
                QCOMPARE(ink.coloured, name == "sonoloom.svg");
            }
        }
    }

    void sample_notInstalled_isTheOneOfTheSourceTree()
    {
        QCOMPARE(sonoloom::sampleFile().string(), std::string(SONOLOOM_SOURCE_DIR "/resources/sample/loom.flac"));
        QVERIFY(std::filesystem::exists(sonoloom::sampleFile()));
    }

    void translation_german_namesTheParameters()
    {
        QTranslator german;
        QVERIFY(german.load(QLocale(QLocale::German), "sonoloom", "_", ":/i18n"));
        QCOMPARE(german.translate("Params", "Mel bands"), QString("Mel-Bänder"));
    }
};

QTEST_MAIN(ResourcesTest)
#include "resources_test.moc"
