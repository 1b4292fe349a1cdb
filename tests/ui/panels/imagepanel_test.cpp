// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusion.h"
#include "core/io/colourmap.h"
#include "core/pipeline/roundtrip.h"
#include "tests/ui/support.h"
#include "ui/panels/imagepanel.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;

namespace
{

/// Notes with overtones, one after the other: an image that looks like music.
std::shared_ptr<const Audio> melody()
{
    Audio audio{44100, std::vector<std::vector<float>>(1, std::vector<float>(3 * 44100))};
    for (std::size_t i = 0; i < audio.channels[0].size(); ++i) {
        const double t = static_cast<double>(i) / 44100;
        const double since = std::fmod(t, 0.25);
        const double hertz = 220 * std::pow(2, std::floor(t / 0.25) * 2 / 12);
        for (int k = 1; k <= 8; ++k)
            audio.channels[0][i] += static_cast<float>(0.2 / k * std::exp(-6 * since) * std::sin(2 * std::numbers::pi * hertz * k * t));
    }
    return std::make_shared<Audio>(std::move(audio));
}

Image coloured(const Image& grey)
{
    Image image(grey.width, grey.height, 3);
    const ColourTable& colours = colourTable(ColourMap::Viridis);
    for (int y = 0; y < grey.height; ++y)
        for (int x = 0; x < grey.width; ++x) {
            const Colour colour = colours[255u - grey.at(x, y)];
            image.at(x, y, 0) = colour.red;
            image.at(x, y, 1) = colour.green;
            image.at(x, y, 2) = colour.blue;
        }
    return image;
}

} // namespace

class ImagePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanImage_isToldFineAndOffersNothing();
    void colouredImage_isToldAndMendedByOneButton();
    void cleanImage_besideASpoiledOne_staysAsItIs();
    void stripped_image_ofTheSoundThatWasOpen_getsItsRecord();

private:
    bool openAndCheck(Session& session, ImagePanel& panel, const QString& file)
    {
        QSignalSpy checked(&panel, &ImagePanel::checked);
        session.open({file});
        return QTest::qWaitFor([&] { return !checked.isEmpty() && !session.isOpening(); }, 20'000);
    }
    static QString textOf(const ImagePanel& panel)
    {
        QStringList texts;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            texts.append(label->text());
        return texts.join(QLatin1Char('\n'));
    }
    QString written(const QString& name, const Image& image)
    {
        const QString path = folder_.filePath(name);
        return writePngFile(path.toStdString(), image, Overwrite::Yes) ? path : QString();
    }

    QTemporaryDir folder_;
    std::shared_ptr<const TileSet> tiles_;
    Image clean_; ///< the first tile, with its record
    Image bare_;  ///< the same without
};

void ImagePanelTest::initTestCase()
{
    JobMonitor monitor;
    auto set = encodeToMemory(melody(), {"melody.wav", "", 3 * 44100}, "melody", *makeRiffusionCodec(), monitor);
    QVERIFY(set.has_value());
    tiles_ = std::make_shared<TileSet>(std::move(*set));
    auto image = TileSetImages(tiles_).load(0);
    QVERIFY(image.has_value());
    clean_ = *image;
    bare_ = clean_;
    bare_.text.clear();
    bare_.exif.clear();
}

void ImagePanelTest::cleanImage_isToldFineAndOffersNothing()
{
    Session session;
    ImagePanel panel(session);
    QVERIFY(openAndCheck(session, panel, written(QStringLiteral("clean.png"), clean_)));
    const QString text = textOf(panel);
    QVERIFY2(text.contains("512 × 512 pixels") && text.contains("Riffusion mel image") && text.contains("Nothing is wrong"), qPrintable(text));
    QVERIFY(panel.findChild<QCheckBox*>("mend")->isHidden());
}

void ImagePanelTest::colouredImage_isToldAndMendedByOneButton()
{
    Session session;
    ImagePanel panel(session);
    QVERIFY(openAndCheck(session, panel, written(QStringLiteral("coloured.png"), coloured(clean_))));
    QVERIFY2(textOf(panel).contains("viridis"), qPrintable(textOf(panel)));
    auto* mend = panel.findChild<QCheckBox*>("mend");
    QVERIFY(!mend->isHidden() && !mend->isChecked());

    QSignalSpy opened(&session, &Session::opened);
    mend->click();
    QVERIFY(opened.wait(20'000));
    QVERIFY(session.images()->mended);
    const auto image = session.images()->imageSet()->load(0);
    QVERIFY(image.has_value());
    QCOMPARE(image.value().channels, 1);
    int worst = 0;
    for (int y = 0; y < clean_.height; ++y)
        for (int x = 0; x < clean_.width; ++x)
            worst = std::max(worst, std::abs(image.value().at(x, y) - clean_.at(x, y)));
    QVERIFY2(worst <= 1, qPrintable(QString::number(worst))); // the colours of neighbouring levels differ
    QCOMPARE(readImageFile(session.images()->images.front().path).value().channels, 3); // the file is as it was
}

void ImagePanelTest::cleanImage_besideASpoiledOne_staysAsItIs()
{
    JobMonitor monitor;
    const QStringList files{written(QStringLiteral("s_0.png"), coloured(clean_)), written(QStringLiteral("s_1.png"), clean_)};
    const auto opened = openFiles({files[0].toStdString(), files[1].toStdString()}, {.mended = true, .format = {}, .tiles = nullptr, .known = nullptr}, monitor);
    QVERIFY(opened.has_value());
    const auto set = std::get<std::shared_ptr<const OpenedImages>>(opened.value())->imageSet();
    QCOMPARE(set->load(0).value().channels, 1);
    QVERIFY(set->load(1).value().samples == clean_.samples);
}

void ImagePanelTest::stripped_image_ofTheSoundThatWasOpen_getsItsRecord()
{
    JobMonitor monitor;
    const QString file = written(QStringLiteral("00012-melody_00000.png"), bare_);
    const auto opened = openFiles({file.toStdString()}, {.mended = false, .format = {}, .tiles = tiles_, .known = nullptr}, monitor);
    QVERIFY(opened.has_value());
    const auto& images = std::get<std::shared_ptr<const OpenedImages>>(opened.value());
    QVERIFY(images->images.front().record.has_value());
    QCOMPARE(images->images.front().record->source->samples, std::size_t{3 * 44100});
    QVERIFY(QString::fromStdString(images->images.front().recordOriginText).contains("the sound that was open"));
    const auto alone = openFiles({file.toStdString()}, {}, monitor);
    QVERIFY(alone.has_value());
    QVERIFY(!std::get<std::shared_ptr<const OpenedImages>>(alone.value())->images.front().record);
}

QTEST_MAIN(ImagePanelTest)
#include "imagepanel_test.moc"
