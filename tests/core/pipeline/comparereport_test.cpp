// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/imagefile.h"
#include "core/pipeline/compare/comparereport.h"
#include "core/pipeline/compare/datauri.h"
#include "tests/core/pipeline/sounds.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <nlohmann/json.hpp>

using namespace sonoloom;
using nlohmann::json;
namespace fs = std::filesystem;

class CompareReportTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { dir_ = std::make_unique<QTemporaryDir>(); }
    void images_becomePicturesAndAReport();
    void page_standsAlone_andNamesDoNoHarm();
    void manyImages_areLinked();
    void brokenImage_isAFailure_andTheOthersGoOn();
    void onlyBrokenImages_areAnError();
    void noPair_isAnError();
    void existingOutput_isRefused_andNothingAppears();
    void force_replaces();
    void cancelled_leavesNothing();
    void asPeer_hasThePeersNamesOnly();
    void shortSounds_areInThePage();
    void longSounds_areBesideIt();
    void loudSounds_areMadeQuieterTogether();
    void cancelledSounds_leaveNothing();
    void csv_quotesWhatNeedsIt();
    void uri_isPercentEncoded();

private:
    fs::path folder() const { return dir_->path().toStdString(); }
    fs::path out() const { return folder() / "out"; }
    CompareFilesOptions options() const
    {
        CompareFilesOptions options;
        options.folder = out();
        options.threads = 2;
        return options;
    }
    /// An image of noise around a ramp.
    fs::path image(const std::string& name, std::uint64_t seed = 1)
    {
        Image image(40, 30, 1);
        Random random(seed);
        for (std::size_t i = 0; i < image.samples.size(); ++i)
            image.samples[i] = static_cast<std::uint16_t>(i % 200 + random.uniform(0, 50));
        fs::create_directories((folder() / name).parent_path());
        return writePngFile(folder() / name, image, Overwrite::Yes) ? folder() / name : fs::path();
    }
    fs::path sound(const std::string& name, const Audio& audio)
    {
        return testsupport::write(folder() / name, audio) ? folder() / name : fs::path();
    }

    /// The sound in the bytes of a FLAC file.
    Audio heard(const QByteArray& bytes)
    {
        JobMonitor monitor;
        const std::string_view content(bytes.data(), static_cast<std::size_t>(bytes.size()));
        const auto written = writeFile(folder() / "held.flac", content, Overwrite::Yes);
        auto sound = readAudioFile(folder() / "held.flac", monitor);
        return written && sound ? std::move(*sound) : Audio{};
    }

    std::unique_ptr<QTemporaryDir> dir_;
};

namespace
{

float peakOf(const Audio& sound)
{
    float peak = 0;
    for (const auto& channel : sound.channels)
        for (const float sample : channel)
            peak = std::max(peak, std::abs(sample));
    return peak;
}

std::string textOf(const fs::path& file)
{
    const auto text = readFile(file);
    return text ? text.value() : std::string();
}

std::size_t countOf(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

QByteArray heldBy(const std::string& page, const std::string& mediaType, int index)
{
    const std::string head = "data:" + mediaType + ";base64,";
    auto at = page.find(head);
    for (int i = 0; i < index; ++i)
        at = page.find(head, at + 1);
    const auto end = page.find('"', at);
    return QByteArray::fromBase64(QByteArray::fromStdString(page.substr(at + head.size(), end - at - head.size())));
}

bool isWellFormed(const std::string& page)
{
    QXmlStreamReader reader(QByteArray::fromStdString(page));
    while (!reader.atEnd())
        reader.readNext();
    if (reader.hasError())
        qWarning("line %lld: %s", reader.lineNumber(), qPrintable(reader.errorString()));
    return !reader.hasError();
}

} // namespace

void CompareReportTest::images_becomePicturesAndAReport()
{
    JobMonitor monitor;
    const auto made = compareImageSets({image("a/x1.png"), image("a/x2.png", 2)}, {image("b/x1.png"), image("b/x2.png", 3), image("b/y.png")},
                                       options(), monitor);
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(testsupport::filesIn(out()), std::size_t{5});
    QVERIFY(readImageFile(out() / "x1_comparison.png"));
    const auto report = json::parse(textOf(made.value().report.json));
    QCOMPARE(report["slices"].size(), std::size_t{2});
    QCOMPARE(report["slices"][0]["psnr_db"].get<double>(), 100.0);
    const double second = report["slices"][1]["psnr_db"];
    QVERIFY(second > 10 && second < 40);
    QCOMPARE(report["average_psnr_db"].get<double>(), (100 + second) / 2);
    QVERIFY(report["slices"][1]["snr_db"].is_null());
    QVERIFY(report["slices"][1]["missing"].is_string());
    QCOMPARE(report["unpaired_b"].size(), std::size_t{1});
    const std::string csv = textOf(made.value().report.csv);
    QCOMPARE(countOf(csv, "\r\n"), std::size_t{4}); // header, two pairs, average
    QVERIFY(csv.starts_with("a,b,psnr_db,ssim,snr_db,spectral_convergence_db,log_spectral_distance_db\r\n"));
}

void CompareReportTest::page_standsAlone_andNamesDoNoHarm()
{
    JobMonitor monitor;
    const std::string name = "<script>alert('&')</script>\".png";
    const auto made = compareImageSets({image("a/" + name.substr(0, 7) + "x.png")}, {image("b/x<&>\"'.png", 5)}, options(), monitor);
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    const std::string page = textOf(made.value().report.html);
    QVERIFY(isWellFormed(page));
    QCOMPARE(page.find("<script"), std::string::npos);
    QVERIFY(page.find("x&lt;&amp;&gt;&quot;&#39;.png") != std::string::npos);
    QCOMPARE(page.find("http"), std::string::npos);
    QCOMPARE(countOf(page, "src=\"data:image/jpeg;base64,"), std::size_t{1});
    QVERIFY(heldBy(page, "image/jpeg", 0).startsWith("\xFF\xD8\xFF"));
    QVERIFY(page.find("prefers-color-scheme: dark") != std::string::npos);
}

void CompareReportTest::manyImages_areLinked()
{
    JobMonitor monitor;
    std::vector<fs::path> files;
    for (int i = 0; i < 42; ++i)
        files.push_back(image("a/tile " + std::to_string(i) + ".png"));
    const auto made = compareImageSets(files, files, options(), monitor);
    QVERIFY(made);
    const std::string page = textOf(made.value().report.html);
    QCOMPARE(countOf(page, "src=\"data:"), std::size_t{40});
    QVERIFY(page.find("src=\"tile%2041_comparison.png\"") != std::string::npos);
}

void CompareReportTest::brokenImage_isAFailure_andTheOthersGoOn()
{
    JobMonitor monitor;
    const auto broken = folder() / "b/x2.png";
    const auto good = image("b/x1.png");
    QVERIFY(writeFile(broken, std::string_view("no image"), Overwrite::No));
    const auto made = compareImageSets({image("a/x1.png"), image("a/x2.png")}, {good, broken}, options(), monitor);
    QVERIFY(made);
    QCOMPARE(made.value().slices.size(), std::size_t{1});
    QCOMPARE(made.value().failures.size(), std::size_t{1});
    QVERIFY(made.value().failures[0].message.find("x2.png") != std::string::npos);
    QCOMPARE(testsupport::filesIn(out()), std::size_t{4});
    QVERIFY(textOf(made.value().report.html).find("x2.png") != std::string::npos);
}

void CompareReportTest::onlyBrokenImages_areAnError()
{
    JobMonitor monitor;
    QVERIFY(writeFile(folder() / "b.png", std::string_view("no image"), Overwrite::No));
    QVERIFY(!compareImageSets({image("a.png")}, {folder() / "b.png"}, options(), monitor));
    QVERIFY(!fs::exists(out()));
}

void CompareReportTest::noPair_isAnError()
{
    JobMonitor monitor;
    const auto made = compareImageSets({image("a/p.png"), image("a/q.png")}, {image("b/r.png")}, options(), monitor);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!fs::exists(out()));
}

void CompareReportTest::existingOutput_isRefused_andNothingAppears()
{
    for (const char* name : {"comparison.html", "comparison.csv", "x_comparison.png"}) {
        QVERIFY(writeFile(out() / name, std::string_view("mine"), Overwrite::No));
        JobMonitor monitor;
        const auto made = compareImageSets({image("a/x.png")}, {image("b/x.png")}, options(), monitor);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Exists);
        QCOMPARE(testsupport::filesIn(out()), std::size_t{1});
        fs::remove(out() / name);
    }
}

void CompareReportTest::force_replaces()
{
    QVERIFY(writeFile(out() / "comparison.csv", std::string_view("mine"), Overwrite::No));
    JobMonitor monitor;
    auto forced = options();
    forced.overwrite = Overwrite::Yes;
    QVERIFY(compareImageSets({image("a/x.png")}, {image("b/x.png")}, forced, monitor));
    QVERIFY(textOf(out() / "comparison.csv") != "mine");
}

void CompareReportTest::cancelled_leavesNothing()
{
    std::vector<fs::path> files;
    for (int i = 0; i < 6; ++i)
        files.push_back(image("a/" + std::to_string(i) + ".png"));
    for (const double when : {0.0, 0.3, 0.6}) {
        testsupport::StopAt monitor(when);
        const auto made = compareImageSets(files, files, options(), monitor);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
        QVERIFY(!fs::exists(out()));
    }
}

void CompareReportTest::asPeer_hasThePeersNamesOnly()
{
    JobMonitor monitor;
    const auto made = compareAsPeer({image("a/p.png"), image("a/q.png")}, {image("b/x.png"), image("b/y.png"), image("b/z.png")},
                                    options(), monitor);
    QVERIFY(made);
    QCOMPARE(testsupport::filesIn(out()), std::size_t{2});
    QVERIFY(fs::exists(out() / "compare_slice_0000.png"));
    QVERIFY(fs::exists(out() / "compare_slice_0001.png"));
    QCOMPARE(made.value().mean.psnrDb, 100.0);
    QCOMPARE(made.value().onlyB.size(), std::size_t{1});
}

void CompareReportTest::shortSounds_areInThePage()
{
    JobMonitor monitor;
    const Audio music = testsupport::fadingMusic(2);
    Audio noisy = music;
    Random random(4);
    for (auto& channel : noisy.channels)
        for (float& sample : channel)
            sample += static_cast<float>(random.uniform(-0.001, 0.001));
    const auto made = compareSoundFiles(sound("a.wav", music), sound("b.flac", noisy), options(), monitor);
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(testsupport::filesIn(out()), std::size_t{4}); // picture and report
    const std::string page = textOf(made.value().report.html);
    QVERIFY(isWellFormed(page));
    QCOMPARE(countOf(page, "data:audio/flac;base64,"), std::size_t{3});
    const auto report = json::parse(textOf(made.value().report.json));
    for (const char* key : {"snr_db", "spectral_convergence_db", "log_spectral_distance_db", "offset_samples", "gain_db", "lufs_a", "lufs_b"})
        QVERIFY2(report[key].is_number(), key);
    QCOMPARE(countOf(textOf(made.value().report.csv), "\r\n"), std::size_t{2});
    // What is heard in the page is what was compared.
    const Audio back = heard(heldBy(page, "audio/flac", 1));
    QCOMPARE(back.sampleCount(), music.sampleCount());
    for (std::size_t i = 0; i < back.sampleCount(); ++i)
        QVERIFY(std::abs(back.channels[1][i] - made.value().comparison.b->channels[1][i]) < 2e-7);
}

void CompareReportTest::longSounds_areBesideIt()
{
    JobMonitor monitor;
    Audio noise = Audio::silence(44100, 1, 22 * 44100);
    Random random(4);
    for (float& sample : noise.channels[0])
        sample = static_cast<float>(random.uniform(-0.3, 0.3));
    const auto made = compareSoundFiles(sound("a.wav", noise), sound("b.wav", noise), options(), monitor);
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(made.value().sounds.size(), std::size_t{3});
    QCOMPARE(testsupport::filesIn(out()), std::size_t{7});
    QCOMPARE(readAudioFile(out() / "comparison_difference.flac", monitor).value().sampleCount(), noise.sampleCount());
    const std::string page = textOf(made.value().report.html);
    QVERIFY(page.find("src=\"comparison_b.flac\"") != std::string::npos);
    QCOMPARE(page.find("data:audio"), std::string::npos);
}

void CompareReportTest::loudSounds_areMadeQuieterTogether()
{
    testsupport::Listener listener;
    Audio loud = testsupport::fadingMusic(1);
    for (auto& channel : loud.channels)
        for (float& sample : channel)
            sample *= 8;
    Audio quarter = loud;
    for (auto& channel : quarter.channels)
        for (float& sample : channel)
            sample *= 0.25f;
    AudioWriteParams asFloat;
    asFloat.bits = SampleFormat::Float32;
    JobMonitor monitor;
    QVERIFY(writeAudioFile(folder() / "loud.wav", loud, asFloat, Overwrite::Yes, monitor));
    QVERIFY(writeAudioFile(folder() / "quarter.wav", quarter, asFloat, Overwrite::Yes, monitor));
    auto asTheyAre = options();
    asTheyAre.params.matchLevel = false;
    const auto made = compareSoundFiles(folder() / "loud.wav", folder() / "quarter.wav", asTheyAre, listener);
    QVERIFY(made);
    QCOMPARE(countOf(listener.notices, "quieter"), std::size_t{1});
    const std::string page = textOf(made.value().report.html);
    const float first = peakOf(heard(heldBy(page, "audio/flac", 0)));
    const float second = peakOf(heard(heldBy(page, "audio/flac", 1)));
    QVERIFY2(first > 0.999f && first <= 1.0f, qPrintable(QString::number(first)));
    QVERIFY2(std::abs(second - first / 4) < 1e-5f, qPrintable(QString::number(second)));
}

void CompareReportTest::cancelledSounds_leaveNothing()
{
    const auto a = sound("a.wav", testsupport::fadingMusic(4));
    for (const double when : {0.05, 0.3, 0.72, 0.92}) {
        testsupport::StopAt monitor(when);
        const auto made = compareSoundFiles(a, a, options(), monitor);
        QVERIFY2(!made, qPrintable(QString::number(when)));
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
        QVERIFY(!fs::exists(out()));
    }
}

void CompareReportTest::csv_quotesWhatNeedsIt()
{
    ComparedImages compared;
    compared.slices.push_back({{"a,\"b\".png", "c.png"}, {}, {}, {}, {}});
    const std::string csv = toCsv(compared);
    QVERIFY2(csv.find("\"a,\"\"b\"\".png\",c.png,0.0,,,,\r\n") != std::string::npos, csv.c_str());
}

void CompareReportTest::uri_isPercentEncoded()
{
    QCOMPARE(uriOfName("a b#\xC3\xA9%.png"), std::string("a%20b%23%C3%A9%25.png"));
    QCOMPARE(dataUri("text/plain", "Man"), std::string("data:text/plain;base64,TWFu"));
}

QTEST_MAIN(CompareReportTest)
#include "comparereport_test.moc"
