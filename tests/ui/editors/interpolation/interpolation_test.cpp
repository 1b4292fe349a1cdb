// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/interpolatefiles.h"
#include "tests/ui/editors/support.h"
#include "ui/editors/interpolation/curvechoice.h"
#include "ui/editors/interpolation/filmstrip.h"
#include "ui/editors/interpolation/interpolationpage.h"
#include "ui/panels/transportbar.h"
#include "ui/params/paramsform.h"
#include "ui/spectrogram/spectrogramview.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QtTest>

using namespace sonoloom;

class InterpolationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void empty_saysWhatToDo_andOffersNothing();
    void twoImages_becomeAFilm_andASound();
    void otherWidths_areLaidOutInTime();
    void image_isChosen_byMouseAndKeys();
    void slider_showsAnyPlaceBetween();
    void hoveredImage_isShown_untilTheCursorLeaves();
    void tone_glides_inTransport_andFadesInMagnitude();
    void everyParameter_isUndone_oneStepAGesture();
    void wrongParameter_isRefusedInOneSentence();
    void strip_paintsOnlyWhatIsInSight();
    void images240_areDrawn_soon();
    void playhead_isFollowed();
    void images_areWritten_asTheCommandLineDoes();
    void sound_isWritten();

private:
    InterpolationSession& session() { return page_->session(); }
    bool openBoth()
    {
        page_->take({low_, high_});
        return settled();
    }
    /// The image in the middle, and the whole strip, are there.
    bool settled()
    {
        return QTest::qWaitFor([this] { return session().image() && session().strip(); }, 8'000);
    }
    bool heard() const
    {
        return QTest::qWaitFor([this] { return page_->player().hasSound(Side::B); }, 8'000);
    }
    bool setField(const char* key, const QString& text)
    {
        QSignalSpy image(&session(), &InterpolationSession::imageChanged);
        return session().setField(QLatin1String(key), text) && image.wait(8'000);
    }
    /// Shows a share, and gives back the loudest band of its image.
    int loudestBand(double share)
    {
        QSignalSpy image(&session(), &InterpolationSession::imageChanged);
        session().showShare(share);
        if (!image.wait(8'000))
            return -1;
        const auto column = session().image()->levels.front().row(50);
        return static_cast<int>(std::ranges::max_element(column) - column.begin());
    }

    QTemporaryDir folder_;
    QString low_;
    QString high_;
    std::unique_ptr<JobBoard> board_;
    std::unique_ptr<InterpolationPage> page_;
};

void InterpolationTest::initTestCase()
{
    low_ = testsupport::melImageIn(folder_, "1_low.png", 300, 1);
    high_ = testsupport::melImageIn(folder_, "2_high.png", 3000, 1);
}

void InterpolationTest::init()
{
    page_.reset();
    board_ = std::make_unique<JobBoard>();
    page_ = std::make_unique<InterpolationPage>(*board_);
    page_->resize(1280, 700);
    page_->show();
    QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
}

void InterpolationTest::empty_saysWhatToDo_andOffersNothing()
{
    for (const char* name : {"saveImages", "saveSound", "open", "sequence"})
        QVERIFY(!page_->findChild<QPushButton*>(QLatin1String(name))->isEnabled());
    QVERIFY(!page_->findChild<QSlider*>("place")->isEnabled());
    QTest::keyClick(&page_->filmStrip(), Qt::Key_Right); // nothing to go to
    QTest::mouseClick(&page_->filmStrip(), Qt::LeftButton);
    QCOMPARE(session().film().count(), std::size_t{0});
}

void InterpolationTest::twoImages_becomeAFilm_andASound()
{
    QVERIFY(openBoth());
    const Film& film = session().film();
    QCOMPARE(film.count(), std::size_t{10});
    QCOMPARE(film.seconds(), 10.0);
    QCOMPARE(page_->timeAxis().total(), 10.0);
    QCOMPARE(film.imageAt(3.5), std::size_t{3});
    QCOMPARE(film.imageAt(99), std::size_t{9});
    QCOMPARE(film.imageAt(-1), std::size_t{0});
    QCOMPARE(session().image()->columns(), std::size_t{100});
    QVERIFY(heard());
    QVERIFY(std::abs(page_->player().duration() - 10) < 1e-6);
    QCOMPARE(session().heard().make().value()->columns(), std::size_t{1000});
    QVERIFY(page_->findChild<QPushButton*>("saveImages")->isEnabled());
}

void InterpolationTest::otherWidths_areLaidOutInTime()
{
    page_->take({low_, testsupport::melImageIn(folder_, "3_long.png", 3000, 3)});
    QVERIFY(settled());
    QVERIFY(setField("steps", "3"));
    const Film& film = session().film();
    QCOMPARE(film.seconds(), 6.0);
    QCOMPARE(film.begin(1), 1.0);
    QCOMPARE(film.begin(2), 3.0);
    QCOMPARE(film.imageAt(2.99), std::size_t{1});
}

void InterpolationTest::image_isChosen_byMouseAndKeys()
{
    QVERIFY(openBoth() && heard());
    FilmStrip& strip = page_->filmStrip();
    QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.rectOf(4).center().toPoint());
    QCOMPARE(strip.current(), std::size_t{4});
    QVERIFY(std::abs(session().shownShare() - 4.0 / 9) < 1e-9);
    QVERIFY(std::abs(page_->player().position() - 4.5) < 0.02);
    QCOMPARE(page_->findChild<QSlider*>("place")->value(), 444);
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.current(), std::size_t{5});
    QTest::keyClick(&strip, Qt::Key_Left);
    QTest::keyClick(&strip, Qt::Key_Left);
    QCOMPARE(strip.current(), std::size_t{3});
    QCOMPARE(page_->findChild<QLabel*>("placeText")->text(), QString("Image 4 of 10"));
}

void InterpolationTest::slider_showsAnyPlaceBetween()
{
    QVERIFY(openBoth());
    QVERIFY(setField("alpha-power", "2"));
    page_->findChild<QSlider*>("place")->setValue(500);
    QVERIFY(std::abs(session().shownShare() - 0.25) < 1e-9);
    QCOMPARE(page_->findChild<QLabel*>("placeText")->text(), QString("Image 5.5 of 10"));
    QSignalSpy image(&session(), &InterpolationSession::imageChanged);
    QVERIFY(image.wait(8'000));
    QCOMPARE(page_->imageView().spectrogram(), session().image());
}

void InterpolationTest::hoveredImage_isShown_untilTheCursorLeaves()
{
    QVERIFY(openBoth());
    FilmStrip& strip = page_->filmStrip();
    emit strip.imageHovered(9);
    QCOMPARE(session().shownShare(), 1.0);
    QCOMPARE(strip.current(), std::size_t{0});
    emit strip.imageHovered(-1);
    QCOMPARE(session().shownShare(), 0.0);
}

void InterpolationTest::tone_glides_inTransport_andFadesInMagnitude()
{
    QVERIFY(openBoth());
    const int high = loudestBand(1);
    const int middle = loudestBand(0.5);
    const int low = loudestBand(0);
    QVERIFY(high > low + 40);
    QVERIFY(std::abs(middle - (low + high) / 2) <= 2);
    QVERIFY(setField("space", "magnitude"));
    const int faded = loudestBand(0.4);
    QCOMPARE(faded, low);
}

void InterpolationTest::everyParameter_isUndone_oneStepAGesture()
{
    QVERIFY(openBoth());
    session().endGesture();
    const int before = page_->history()->count();
    for (const char* steps : {"20", "30", "40"})
        QVERIFY(setField("steps", steps));
    QCOMPARE(page_->history()->count(), before + 1);
    QCOMPARE(page_->filmStrip().rectOf(39).isEmpty(), false);
    page_->history()->undo();
    QCOMPARE(session().film().count(), std::size_t{10});
    auto* curve = page_->findChild<QComboBox*>("shareCurve");
    curve->setCurrentIndex(1);
    emit curve->activated(1);
    QCOMPARE(session().settings().params.curve, std::string("cosine"));
    QVERIFY(std::abs(session().film().shares[1] - (1 - std::cos(std::numbers::pi / 9)) / 2) < 1e-9);
    page_->history()->undo();
    QCOMPARE(curve->currentIndex(), 0);
}

void InterpolationTest::wrongParameter_isRefusedInOneSentence()
{
    QVERIFY(openBoth());
    const auto refused = session().setField("steps", "241");
    QVERIFY(!refused && refused.error().message.find("steps") != std::string::npos);
    QVERIFY(!session().setField("curve", "steep"));
    QCOMPARE(session().settings().params.steps, 10);
    QSignalSpy failed(page_.get(), &EditorPage::failed);
    emit page_->findChild<ParamsForm*>()->edited("steps", "0");
    QCOMPARE(failed.size(), 1);
}

void InterpolationTest::strip_paintsOnlyWhatIsInSight()
{
    QVERIFY(openBoth());
    QVERIFY(setField("steps", "100"));
    QVERIFY(QTest::qWaitFor([this] { return session().strip()->columns() == 100 * 96; }, 8'000));
    FilmStrip& strip = page_->filmStrip();
    strip.grab();
    QCOMPARE(strip.paintedCount(), 100);
    page_->timeAxis().show(20, 25);
    strip.grab();
    QVERIFY(strip.paintedCount() >= 5 && strip.paintedCount() <= 7);
    QVERIFY(strip.rectOf(22).width() > strip.width() / 8.0);
}

/// The first, coarse strip and the fine one of the greatest film; the figures are told, the bounds are wide.
void InterpolationTest::images240_areDrawn_soon()
{
    page_->take({testsupport::melImageIn(folder_, "a512.png", 300, 5.12, 512), testsupport::melImageIn(folder_, "b512.png", 3000, 5.12, 512)});
    QVERIFY(settled());
    QTest::qWait(300);
    QElapsedTimer timer;
    timer.start();
    qint64 image = 0;
    qint64 coarse = 0;
    connect(&session(), &InterpolationSession::imageChanged, this, [&] { image = timer.elapsed(); });
    connect(&session(), &InterpolationSession::stripChanged, this, [&] { coarse = coarse > 0 ? coarse : timer.elapsed(); });
    const auto before = session().strip();
    QVERIFY(session().setField("steps", "240"));
    const auto isFine = [&] { return session().strip() != before && session().strip()->columns() == 240 * 40; };
    QVERIFY(QTest::qWaitFor(isFine, 9'000));
    qInfo("image %lld ms, coarse strip %lld ms, fine %lld ms", image, coarse, timer.elapsed());
    QVERIFY(coarse < 2'000 && coarse < timer.elapsed());
    disconnect(&session(), nullptr, this, nullptr);
}

void InterpolationTest::playhead_isFollowed()
{
    QVERIFY(openBoth() && heard());
    page_->player().seek(3.25);
    QVERIFY(std::abs(page_->imageView().playhead() - 0.25) < 0.02); // within the fourth image
}

void InterpolationTest::images_areWritten_asTheCommandLineDoes()
{
    QVERIFY(openBoth());
    QVERIFY(setField("steps", "4"));
    QStringList written;
    page_->writeImages({folder_.filePath("mine"), Overwrite::No}, [&](const QStringList& files) { written = files; });
    QVERIFY(QTest::qWaitFor([&] { return written.size() == 4; }, 8'000));
    ImageFiles images({low_.toStdString(), high_.toStdString()});
    JobMonitor monitor;
    const auto same = interpolateFiles(images, session().settings().params, {}, folder_.filePath("same").toStdString(), Overwrite::No, monitor);
    QVERIFY(same);
    for (std::size_t i = 0; i < 4; ++i) {
        const std::filesystem::path mine = written[static_cast<int>(i)].toStdString();
        QCOMPARE(mine.filename(), same->outputs[i].filename());
        QVERIFY(readImageFile(mine).value().samples == readImageFile(same->outputs[i]).value().samples);
    }
    QSignalSpy failed(page_.get(), &EditorPage::failed);
    page_->writeImages({folder_.filePath("mine"), Overwrite::No});
    QVERIFY(failed.wait(8'000));
}

void InterpolationTest::sound_isWritten()
{
    QVERIFY(openBoth());
    QSignalSpy noticed(page_.get(), &EditorPage::noticed);
    page_->writeSound({folder_.filePath("between.wav"), Overwrite::No});
    QVERIFY(noticed.wait(9'000));
    JobMonitor monitor;
    QCOMPARE(readAudioFile(folder_.filePath("between.wav").toStdString(), monitor).value().sampleCount(), std::size_t{10 * 44'100});
}

QTEST_MAIN(InterpolationTest)
#include "interpolation_test.moc"
