// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/io/imagefile.h"
#include "core/pipeline/convert.h"
#include "tests/core/pipeline/sounds.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

using namespace sonoloom;
namespace fs = std::filesystem;

class ConvertTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { dir_ = std::make_unique<QTemporaryDir>(); }
    void song_becomesAllOutputs();
    void compatible_isConvertedToo();
    void notices_nameTheFilesAsTheyWillBe();
    void existingOutput_isRefused_andNothingAppears();
    void cancelled_leavesNothing();
    void equalSounds_differByNothing();
    void halfTheLevel_isSixDecibels();
    void silence_hasBoundedFigures();
    void otherRate_isRefused();

private:
    Result<ConvertedFile> convert(JobMonitor& monitor, bool compatible = false)
    {
        const auto codec = makeCodec("riffusion");
        codec->setCompatible(compatible);
        EncodeFilesOptions encode;
        encode.folder = folder() / "out";
        if (!testsupport::write(folder() / "song.flac", testsupport::fadingMusic(8, 48000)))
            return Error{ErrorCode::WriteFailed, "song.flac"};
        return convertFile(folder() / "song.flac", "song", *codec, encode, {}, monitor);
    }
    fs::path folder() const { return dir_->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> dir_;
};

void ConvertTest::song_becomesAllOutputs()
{
    JobMonitor monitor;
    const auto made = convert(monitor);
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(testsupport::filesIn(folder() / "out"), std::size_t{6}); // two images, sidecar, sound, picture, figures
    const Audio back = readAudioFile(made.value().audio, monitor).value();
    QCOMPARE(back.sampleCount(), std::size_t{8 * 48000});
    const auto figures = nlohmann::json::parse(readFile(made.value().figures).value());
    QVERIFY(figures["img"].get<double>() > 0 && figures["img"].get<double>() < 1.5);
    QVERIFY(figures["spectral_convergence_db"].get<double>() < -15);
    QVERIFY(std::abs(figures["level_difference_db"].get<double>()) < 0.5);
    QCOMPARE(figures["seconds"].get<double>(), 8.0);
    const Image picture = readImageFile(made.value().comparison).value();
    QVERIFY(picture.width > 1280 && picture.height > 3 * 256);
    // A plot is dark where it is silent; the margin is white.
    QCOMPARE(static_cast<int>(picture.at(2, 2, 0)), 255);
}

void ConvertTest::compatible_isConvertedToo()
{
    JobMonitor monitor;
    const auto made = convert(monitor, true);
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    const Audio back = readAudioFile(made.value().audio, monitor).value();
    QCOMPARE(back.sampleRate, 44100);
    QCOMPARE(back.channelCount(), std::size_t{1});
}

void ConvertTest::notices_nameTheFilesAsTheyWillBe()
{
    // A full-scale square comes back over full scale and is scaled down when written.
    Audio square{44100, {std::vector<float>(88200)}};
    for (std::size_t i = 0; i < square.sampleCount(); ++i)
        square.channels[0][i] = i / 50 % 2 ? 1.0f : -1.0f;
    QVERIFY(testsupport::write(folder() / "square.wav", square));
    testsupport::Listener listener;
    EncodeFilesOptions encode;
    encode.folder = folder() / "out";
    const auto made = convertFile(folder() / "square.wav", "square", *makeCodec("riffusion"), encode, {}, listener);
    QVERIFY(made);
    QVERIFY2(listener.notices.find("square_reconstructed.wav") != std::string::npos, listener.notices.c_str());
    QVERIFY2(listener.notices.find("/.square") == std::string::npos, listener.notices.c_str());
}

void ConvertTest::existingOutput_isRefused_andNothingAppears()
{
    QVERIFY(writeFile(folder() / "out" / "song_figures.json", std::string_view("mine"), Overwrite::No));
    JobMonitor monitor;
    const auto made = convert(monitor);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Exists);
    QCOMPARE(testsupport::filesIn(folder() / "out"), std::size_t{1});
}

void ConvertTest::cancelled_leavesNothing()
{
    for (const double when : {0.1, 0.5, 0.9}) {
        testsupport::StopAt monitor(when);
        const auto made = convert(monitor);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
        QVERIFY(!fs::exists(folder() / "out"));
    }
}

void ConvertTest::equalSounds_differByNothing()
{
    JobMonitor monitor;
    const Audio sound = testsupport::fadingMusic(3);
    const auto figures = compareSounds(sound, sound, 10'000, 2, monitor);
    QVERIFY(figures);
    QCOMPARE(figures.value().spectralConvergenceDb, -160.0);
    QCOMPARE(figures.value().logSpectralDistanceDb, 0.0);
    QCOMPARE(figures.value().levelDifferenceDb, 0.0);
}

void ConvertTest::halfTheLevel_isSixDecibels()
{
    JobMonitor monitor;
    const Audio sound = testsupport::fadingMusic(3);
    Audio half = sound;
    for (auto& channel : half.channels)
        for (float& sample : channel)
            sample *= 0.5f;
    const auto figures = compareSounds(sound, half, 10'000, 2, monitor);
    QVERIFY(figures);
    QVERIFY(std::abs(figures.value().levelDifferenceDb + 6.0206) < 1e-3);
    QVERIFY(std::abs(figures.value().spectralConvergenceDb + 6.0206) < 1e-3);
}

void ConvertTest::silence_hasBoundedFigures()
{
    JobMonitor monitor;
    const Audio silence{44100, {std::vector<float>(44100)}};
    const auto same = compareSounds(silence, silence, 10'000, 1, monitor);
    QVERIFY(same);
    QCOMPARE(same.value().spectralConvergenceDb, -160.0);
    QCOMPARE(same.value().levelDifferenceDb, 0.0);
    const Audio loud{44100, {std::vector<float>(44100, 0.5f)}};
    const auto louder = compareSounds(silence, loud, 10'000, 1, monitor);
    QVERIFY(louder);
    QCOMPARE(louder.value().levelDifferenceDb, 160.0);
}

void ConvertTest::otherRate_isRefused()
{
    JobMonitor monitor;
    const auto figures = compareSounds(Audio{44100, {{0.0f}}}, Audio{48000, {{0.0f}}}, 10'000, 1, monitor);
    QVERIFY(!figures);
    QCOMPARE(figures.error().code, ErrorCode::InvalidArgument);
}

QTEST_MAIN(ConvertTest)
#include "convert_test.moc"
