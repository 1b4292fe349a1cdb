// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/io/imagefile.h"
#include "core/pipeline/compare/compareimages.h"
#include "core/pipeline/compare/matchimages.h"
#include "core/pipeline/encode.h"
#include "tests/core/pipeline/sounds.h"
#include "tests/support/golden.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace sonoloom;
namespace fs = std::filesystem;

class CompareImagesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { dir_ = std::make_unique<QTemporaryDir>(); }
    void equalNames_arePairs_whateverTheOrder();
    void numbers_pairWhatIsNamedOtherwise();
    void sameCount_isPairedInOrder();
    void otherCounts_leaveTheRestAlone();
    void oneImageEach_isAPair();
    void inOrder_goesByTheBytesOfTheNames();
    void difference_isMultipliedAndCutOff();
    void mixedKinds_areBroughtToTheGreater();
    void peersPair_hasThePeersPsnr();
    void peersPair_holdsSound();
    void mel_isComparedAsMagnitudes();
    void whatPixelsMean_countsWhereItIsRecorded();
    void withoutRecord_theOriginalsIsTaken();
    void photograph_hasPixelsOnly();
    void differentFormats_havePixelsOnly();
    void mean_isOfThoseThatHaveTheFigure();
    void picture_showsThreePanelsWithKeys();
    void wideImage_isMadeSmaller_andKeepsTheGreatestDifference();
    void peersPicture_isTheThreeSideBySide();
    void missingFile_isNamed();
    void threads_changeNothing();
    void cancelled_stops();

private:
    fs::path folder() const { return dir_->path().toStdString(); }
    /// The one image of two seconds of music in a format.
    fs::path encoded(const std::string& stem, const std::string& format, const std::string& power = {})
    {
        const auto codec = makeCodec(format);
        if (!power.empty() && !setFieldText(*findField(codec->fields(), "power"), power))
            return {};
        const auto sound = folder() / (stem + ".wav");
        if (!testsupport::write(sound, testsupport::fadingMusic(2)))
            return {};
        JobMonitor monitor;
        EncodeFilesOptions options;
        options.folder = folder();
        options.overwrite = Overwrite::Yes;
        const auto made = encodeFile(sound, stem, *codec, options, monitor);
        return made ? made.value().images.front() : fs::path();
    }
    fs::path written(const std::string& name, const Image& image)
    {
        return writePngFile(folder() / name, image, Overwrite::Yes) ? folder() / name : fs::path();
    }

    std::unique_ptr<QTemporaryDir> dir_;
};

namespace
{

ImageComparison compared(const fs::path& a, const fs::path& b, int threads = 2)
{
    JobMonitor monitor;
    auto made = compareImageFiles({a, b}, {}, threads, monitor);
    return made ? std::move(*made) : ImageComparison{};
}

/// "a1|b1 a2|b2": the names of pairs.
std::string namesOf(const ImagePairing& pairing)
{
    std::string names;
    for (const ImagePair& pair : pairing.pairs)
        names += (names.empty() ? "" : " ") + pair.a.filename().string() + "|" + pair.b.filename().string();
    return names;
}

Image ramp(int width, int height, int channels = 1, int depth = 8)
{
    Image image(width, height, channels, depth);
    for (std::size_t i = 0; i < image.samples.size(); ++i)
        image.samples[i] = static_cast<std::uint16_t>(i * 31 % static_cast<std::size_t>(image.maxValue()));
    return image;
}

} // namespace

void CompareImagesTest::equalNames_arePairs_whateverTheOrder()
{
    const auto pairing = pairImages({"a/x10.png", "a/x2.png"}, {"b/x2.jpg", "b/x10.png"});
    QCOMPARE(namesOf(pairing), std::string("x2.png|x2.jpg x10.png|x10.png"));
}

void CompareImagesTest::numbers_pairWhatIsNamedOtherwise()
{
    const auto pairing = pairImages({"a/song_00001.png", "a/song_00002.png"}, {"b/out-2.png", "b/out-1.png", "b/out-7.png"});
    QCOMPARE(namesOf(pairing), std::string("song_00001.png|out-1.png song_00002.png|out-2.png"));
    QCOMPARE(pairing.onlyB, std::vector<fs::path>{"b/out-7.png"});
    // 3 occurs twice: which one is meant nobody knows.
    QCOMPARE(namesOf(pairImages({"a/x3.png"}, {"b/y3.png", "b/z03.png"})), std::string());
}

void CompareImagesTest::sameCount_isPairedInOrder()
{
    QCOMPARE(namesOf(pairImages({"a/drums.png", "a/bass.png"}, {"b/two.png", "b/three.png"})),
             std::string("bass.png|three.png drums.png|two.png"));
}

void CompareImagesTest::otherCounts_leaveTheRestAlone()
{
    const auto pairing = pairImages({"a/bass.png", "a/x.png"}, {"b/x.png"});
    QCOMPARE(namesOf(pairing), std::string("x.png|x.png"));
    QCOMPARE(pairing.onlyA, std::vector<fs::path>{"a/bass.png"});
    QVERIFY(pairing.onlyB.empty());
}

void CompareImagesTest::oneImageEach_isAPair()
{
    QCOMPARE(namesOf(pairImages({"a/before1.png"}, {"b/after2.png"})), std::string("before1.png|after2.png"));
}

void CompareImagesTest::inOrder_goesByTheBytesOfTheNames()
{
    const auto pairing = pairImagesInOrder({"a/s2.png", "a/s10.png"}, {"b/t2.png", "b/t10.png", "b/t3.png"});
    QCOMPARE(namesOf(pairing), std::string("s10.png|t10.png s2.png|t2.png"));
    QCOMPARE(pairing.onlyB, std::vector<fs::path>{"b/t3.png"});
}

void CompareImagesTest::difference_isMultipliedAndCutOff()
{
    Image a(3, 1, 1);
    Image b(3, 1, 1);
    a.samples = {10, 20, 30};
    b.samples = {11, 14, 30};
    QCOMPARE(differenceImage(a, b, 50).samples, (std::vector<std::uint16_t>{50, 255, 0}));
}

void CompareImagesTest::mixedKinds_areBroughtToTheGreater()
{
    Image grey = ramp(12, 12);
    Image colour(24, 12, 4, 16);
    const auto matched = matchedImages(grey, colour, 1);
    QVERIFY(matched.resized);
    for (const Image* image : {&matched.a, &matched.b}) {
        QCOMPARE(image->width, 12);
        QCOMPARE(image->channels, 3);
        QCOMPARE(image->depth, 16);
    }
    QCOMPARE(static_cast<int>(matched.a.at(1, 0, 2)), 31 * 257);
    QCOMPARE(matched.conversions.size(), std::size_t{4}); // grey, 8 bits, transparency, size
    QVERIFY(matchedImages(grey, grey, 1).conversions.empty());
}

void CompareImagesTest::peersPair_hasThePeersPsnr()
{
    const auto made = compared(testsupport::goldenPath("png/cmp_a.png"), testsupport::goldenPath("png/cmp_b.png"));
    QVERIFY(std::abs(made.figures.psnrDb - 42.154608) < 0.001);
    QVERIFY(made.conversions.empty());
}

void CompareImagesTest::peersPair_holdsSound()
{
    const auto image = encoded("song", "wavdiff");
    const auto same = compared(image, image);
    QCOMPARE(same.figures.snrDb.value(), 160.0);
    QCOMPARE(same.figures.psnrDb, 100.0);
    QCOMPARE(same.figures.similarity.value(), 1.0);
    QVERIFY(same.missing.empty());
    // A little noise on the phases is a little noise of the sound.
    Image noisy = readImageFile(image).value();
    Random random(3);
    for (auto& sample : noisy.samples)
        sample = static_cast<std::uint16_t>(std::clamp(sample + random.uniform(-100, 100), 0.0, 65535.0));
    const auto made = compared(image, written("noisy.png", noisy));
    QVERIFY2(made.figures.snrDb.value() > 30 && made.figures.snrDb.value() < 60, qPrintable(QString::number(*made.figures.snrDb)));
}

void CompareImagesTest::mel_isComparedAsMagnitudes()
{
    const auto image = encoded("song", "riffusion");
    const auto same = compared(image, image);
    QCOMPARE(same.figures.spectralConvergenceDb.value(), -160.0);
    QCOMPARE(same.figures.logSpectralDistanceDb.value(), 0.0);
    QVERIFY(!same.figures.snrDb);
    QVERIFY(!same.missing.empty());
}

void CompareImagesTest::whatPixelsMean_countsWhereItIsRecorded()
{
    // Both say the same in other pixels.
    const auto usual = encoded("usual", "riffusion");
    const auto made = compared(usual, encoded("steeper", "riffusion", "0.35"));
    QVERIFY2(made.figures.psnrDb < 30, qPrintable(QString::number(made.figures.psnrDb)));
    QVERIFY2(made.figures.spectralConvergenceDb.value() < -30, qPrintable(QString::number(*made.figures.spectralConvergenceDb)));
}

void CompareImagesTest::withoutRecord_theOriginalsIsTaken()
{
    const auto image = encoded("song", "riffusion");
    Image bare = readImageFile(image).value();
    bare.text.clear();
    bare.exif.clear();
    fs::create_directory(folder() / "elsewhere");
    const auto made = compared(image, written("elsewhere/painted.png", bare));
    QCOMPARE(made.figures.spectralConvergenceDb.value(), -160.0);
}

void CompareImagesTest::photograph_hasPixelsOnly()
{
    Image photograph(64, 64, 3);
    Random random(1);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            for (int c = 0; c < 3; ++c)
                photograph.at(x, y, c) = static_cast<std::uint16_t>(120 + 100 * std::sin(0.1 * x * (c + 1) + 0.07 * y));
    const auto file = written("photo.png", photograph);
    const auto made = compared(file, file);
    QCOMPARE(made.figures.psnrDb, 100.0);
    QVERIFY(!made.figures.spectralConvergenceDb);
    QVERIFY2(made.missing.find("photo.png") != std::string::npos, made.missing.c_str());
}

void CompareImagesTest::differentFormats_havePixelsOnly()
{
    const auto made = compared(encoded("mel", "riffusion"), encoded("bytes", "resonance"));
    QVERIFY(made.figures.psnrDb > 0);
    QVERIFY(!made.figures.spectralConvergenceDb);
    QVERIFY2(made.missing.find("different formats") != std::string::npos, made.missing.c_str());
}

void CompareImagesTest::mean_isOfThoseThatHaveTheFigure()
{
    ImageFigures a;
    a.psnrDb = 30;
    a.snrDb = 10;
    ImageFigures b;
    b.psnrDb = 40;
    const auto mean = meanOf({a, b});
    QCOMPARE(mean.psnrDb, 35.0);
    QCOMPARE(mean.snrDb.value(), 10.0);
    QVERIFY(!mean.similarity);
}

void CompareImagesTest::picture_showsThreePanelsWithKeys()
{
    const auto made = compared(written("a.png", ramp(300, 80)), written("b.png", ramp(300, 80)));
    const Image picture = pictureOf(made, 50);
    QVERIFY(picture.width > 3 * 300 && picture.height > 80);
    QCOMPARE(static_cast<int>(picture.at(1, 1, 0)), 255);
    // The first plot stands in the picture as it is.
    int found = 0;
    for (int y = 0; y + 80 <= picture.height; ++y)
        found += picture.at(24, y, 0) == made.a.at(0, 0) && picture.at(24 + 77, y, 1) == made.a.at(77, 0) &&
                         picture.at(24 + 299, y + 79, 2) == made.a.at(299, 79)
                     ? 1
                     : 0;
    QVERIFY(found >= 1);
}

void CompareImagesTest::wideImage_isMadeSmaller_andKeepsTheGreatestDifference()
{
    Image a(9000, 20, 1);
    Image b = a;
    b.at(4321, 10) = 255;
    const Image picture = pictureOf(compared(written("a.png", a), written("b.png", b)), 1);
    QVERIFY(picture.width < 5000);
    int white = 0; // pixels within the black third plot
    for (int y = 0; y < picture.height; ++y)
        for (int x = 1; x + 1 < picture.width; ++x)
            white += picture.at(x, y, 0) == 255 && picture.at(x - 1, y, 0) == 0 && picture.at(x + 1, y, 0) == 0 ? 1 : 0;
    QVERIFY(white >= 1);
}

void CompareImagesTest::peersPicture_isTheThreeSideBySide()
{
    const auto made = compared(testsupport::goldenPath("png/cmp_a.png"), testsupport::goldenPath("png/cmp_b.png"));
    const Image picture = peersPictureOf(made, 50);
    QCOMPARE(picture.width, 3 * 256 + 20);
    QCOMPARE(picture.height, 150);
    // Below the letters the pixels are the images' upper 8 bits, and between them nothing.
    for (int y = 120; y < 150; ++y)
        for (int x = 0; x < 256; ++x)
            for (int c = 0; c < 3; ++c) {
                QCOMPARE(static_cast<int>(picture.at(x, y, c)), made.a.at(x, y, c) / 256);
                QCOMPARE(static_cast<int>(picture.at(266 + x, y, c)), made.b.at(x, y, c) / 256);
                const int difference = 50 * std::abs(made.a.at(x, y, c) - made.b.at(x, y, c));
                QCOMPARE(static_cast<int>(picture.at(532 + x, y, c)), std::min(difference, 65535) / 256);
                QCOMPARE(static_cast<int>(picture.at(256 + x % 10, y, c)), 0);
            }
}

void CompareImagesTest::missingFile_isNamed()
{
    JobMonitor monitor;
    const auto made = compareImageFiles({folder() / "a.png", folder() / "b.png"}, {}, 1, monitor);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::NotFound);
    QVERIFY(made.error().message.find("a.png") != std::string::npos);
}

void CompareImagesTest::threads_changeNothing()
{
    const auto image = encoded("song", "riffusion");
    const auto other = encoded("other", "riffusion", "0.4");
    const auto one = compared(image, other, 1);
    const auto four = compared(image, other, 4);
    QCOMPARE(one.figures.similarity, four.figures.similarity);
    QCOMPARE(one.figures.logSpectralDistanceDb, four.figures.logSpectralDistanceDb);
    QCOMPARE(one.figures.psnrDb, four.figures.psnrDb);
}

void CompareImagesTest::cancelled_stops()
{
    const auto image = encoded("song", "riffusion");
    testsupport::StopAt monitor(0);
    monitor.progress(1, "");
    const auto made = compareImageFiles({image, image}, {}, 2, monitor);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
}

QTEST_MAIN(CompareImagesTest)
#include "compareimages_test.moc"
