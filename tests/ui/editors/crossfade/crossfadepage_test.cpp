// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/editors/crossfade/crossfadepage.h"
#include "ui/editors/crossfade/fadelanes.h"
#include "ui/jobs/jobboard.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;
using testsupport::soundIn;

class CrossfadePageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { page_.reset(); }
    void twoGrooves_meetOnABar_andSayHow();
    void endOfTheFade_isDragged_inOneStep();
    void beats_areHeardOnce();
    void result_isWritten_asItIsHeard();
    void clips_lieWhereTheFadeIs();
    void stretchedSound_isNoClip();
    void asPeer_isItsOwnFade();
    void whatCannotBe_isTold_andUndone();

private:
    QString groove(const QString& name, double bpm, double seconds);
    bool fade(const QString& a, const QString& b);
    /// Waits for the fade that the settings ask for.
    bool settle();
    QPushButton* button(const char* name) { return page_->findChild<QPushButton*>(QLatin1String(name)); }

    QTemporaryDir folder_;
    std::unique_ptr<JobBoard> board_;
    std::unique_ptr<CrossfadePage> page_;
};

void CrossfadePageTest::init()
{
    board_ = std::make_unique<JobBoard>();
    page_ = std::make_unique<CrossfadePage>(*board_);
    page_->resize(1000, 600);
    page_->show();
    QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
}

/// A kick on each first and third beat of four, a click on all.
QString CrossfadePageTest::groove(const QString& name, double bpm, double seconds)
{
    Audio sound = Audio::silence(22050, 1, static_cast<std::size_t>(seconds * 22050));
    const auto perBeat = static_cast<std::size_t>(60 / bpm * 22050);
    for (std::size_t beat = 0; beat * perBeat + 4000 < sound.sampleCount(); ++beat)
        for (std::size_t i = 0; i < 4000; ++i) {
            const double t = static_cast<double>(i) / 22050;
            const double kick = beat % 4 == 0 ? 0.6 : beat % 2 == 0 ? 0.3 : 0;
            sound.channels[0][beat * perBeat + i] =
                static_cast<float>(kick * std::exp(-t * 14) * std::sin(400 * t) + 0.1 * std::exp(-t * 90) * std::sin(30000 * t));
        }
    JobMonitor monitor;
    const QString path = folder_.filePath(name);
    return writeAudioFile(path.toStdString(), sound, {}, Overwrite::Yes, monitor) ? path : QString();
}

bool CrossfadePageTest::settle()
{
    return QTest::qWaitFor([this] { return !page_->session().isWorking(); }, 20'000);
}

bool CrossfadePageTest::fade(const QString& a, const QString& b)
{
    return page_->take({a, b}) && settle() && page_->session().made();
}

void CrossfadePageTest::twoGrooves_meetOnABar_andSayHow()
{
    QVERIFY(!button("saveSound")->isEnabled());
    QVERIFY(fade(groove("a.wav", 120, 20), groove("b.wav", 120, 20)));
    const BeatFade& made = page_->session().made()->fade;
    QCOMPARE(made.aligned, CrossfadeAlign::Bar);
    QVERIFY(page_->findChild<QLabel*>("findings")->text().contains("BPM"));
    QVERIFY(button("saveSound")->isEnabled());
    QCOMPARE(page_->timeAxis().total(), page_->session().made()->sound->seconds());
    QCOMPARE(page_->player().sound(Side::B), page_->session().made()->sound);
    QVERIFY(!page_->lanes().fadeRect().isEmpty());
}

void CrossfadePageTest::endOfTheFade_isDragged_inOneStep()
{
    QVERIFY(fade(groove("a.wav", 120, 20), groove("b.wav", 120, 20)));
    const double before = page_->session().made()->fade.fadeSeconds;
    const QRectF rect = page_->lanes().fadeRect();
    const QPoint end(static_cast<int>(rect.right()), 20);
    const int steps = page_->session().history().count();
    QTest::mousePress(&page_->lanes(), Qt::LeftButton, {}, end);
    for (const int moved : {20, 40, 60}) {
        QMouseEvent move(QEvent::MouseMove, end - QPoint(moved, 0), page_->lanes().mapToGlobal(end - QPoint(moved, 0)), Qt::LeftButton, Qt::LeftButton, {});
        QApplication::sendEvent(&page_->lanes(), &move);
    }
    QTest::mouseRelease(&page_->lanes(), Qt::LeftButton, {}, end - QPoint(60, 0));
    QVERIFY(settle());
    QVERIFY(page_->session().made()->fade.fadeSeconds < before - 0.5);
    QCOMPARE(page_->session().history().count(), steps + 1);
    page_->session().history().undo();
    QVERIFY(settle());
    QCOMPARE(page_->session().made()->fade.fadeSeconds, before);
}

void CrossfadePageTest::beats_areHeardOnce()
{
    QVERIFY(fade(groove("a.wav", 120, 20), groove("b.wav", 126, 20)));
    const auto tempos = page_->session().made()->fade.tempos;
    QVERIFY(tempos);
    QVERIFY(page_->session().setField("align", "beat"));
    QVERIFY(settle());
    QCOMPARE(page_->session().made()->fade.tempos, tempos);
    QVERIFY(fade(groove("a.wav", 120, 20), groove("c.wav", 100, 20)));
    QVERIFY(page_->session().made()->fade.tempos != tempos);
}

void CrossfadePageTest::result_isWritten_asItIsHeard()
{
    QVERIFY(fade(groove("a.wav", 120, 20), groove("b.wav", 120, 20)));
    QSignalSpy opened(page_.get(), &EditorPage::openRequested);
    const QString file = folder_.filePath("out.wav");
    page_->write({file, Overwrite::No}, true);
    QVERIFY(opened.wait(20'000));
    QCOMPARE(opened.front().front().toStringList(), QStringList{file});
    JobMonitor monitor;
    const Audio written = readAudioFile(file.toStdString(), monitor).value();
    const Audio& heard = *page_->session().made()->sound;
    QCOMPARE(written.sampleCount(), heard.sampleCount());
    for (std::size_t i = 0; i < written.sampleCount(); i += 97)
        QVERIFY(std::abs(written.channels[0][i] - heard.channels[0][i]) < 1e-3);
}

void CrossfadePageTest::clips_lieWhereTheFadeIs()
{
    QVERIFY(fade(groove("a.wav", 120, 20), groove("b.wav", 120, 20)));
    QSignalSpy requested(page_.get(), &CrossfadePage::sequenceRequested);
    QTest::mouseClick(button("sequence"), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    const auto clips = requested.front().front().value<Sequence>();
    const BeatFade& made = page_->session().made()->fade;
    QCOMPARE(clips.size(), std::size_t{2});
    QCOMPARE(clips[0].transition, ClipTransition::Power);
    QCOMPARE(clips[0].to, made.fadeStart + made.fadeSeconds);
    QCOMPARE(clips[0].transitionSeconds, made.fadeSeconds);
    // Where the second one begins, its own time is that of the result less where it lies.
    QVERIFY(std::abs(clips[1].from - (made.fadeStart - made.secondStart)) < 1e-9);
}

void CrossfadePageTest::stretchedSound_isNoClip()
{
    QVERIFY(page_->session().setField("stretch", "true"));
    QVERIFY(fade(groove("a.wav", 120, 20), groove("b.wav", 126, 20)));
    QVERIFY(page_->session().made()->fade.stretch != 1);
    QSignalSpy requested(page_.get(), &CrossfadePage::sequenceRequested);
    QSignalSpy failed(page_.get(), &EditorPage::failed);
    QTest::mouseClick(button("sequence"), Qt::LeftButton);
    QCOMPARE(requested.size(), 0);
    QCOMPARE(failed.size(), 1);
}

void CrossfadePageTest::asPeer_isItsOwnFade()
{
    QVERIFY(fade(groove("a.wav", 120, 20), groove("b.wav", 120, 20)));
    page_->findChild<QCheckBox*>("asPeer")->click();
    QVERIFY(settle());
    QCOMPARE(page_->session().made()->fade.aligned, CrossfadeAlign::Correlation);
    QCOMPARE(page_->session().made()->fade.fadeSeconds, 0.3);
}

void CrossfadePageTest::whatCannotBe_isTold_andUndone()
{
    QSignalSpy failed(page_.get(), &EditorPage::failed);
    QVERIFY(page_->take({folder_.filePath("gone.wav"), soundIn(folder_, 3)}));
    QVERIFY(settle());
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().contains("gone.wav"));
    QVERIFY(!page_->session().made() && !button("saveSound")->isEnabled());
    QVERIFY(fade(soundIn(folder_, 3, "x.wav"), soundIn(folder_, 3, "y.wav")) || !page_->session().trouble().isEmpty());
    QVERIFY(page_->session().setField("seconds", "1"));
    QVERIFY(settle());
    QVERIFY(page_->session().made()); // no beats: laid one behind the other
    QVERIFY(page_->session().setField("seconds", "100"));
    QVERIFY(settle());
    QVERIFY(!page_->session().made() && !page_->session().trouble().isEmpty());
    page_->session().history().undo();
    QVERIFY(settle());
    QVERIFY(page_->session().made());
    QVERIFY(!page_->session().setField("bars", "900"));
}

QTEST_MAIN(CrossfadePageTest)
#include "crossfadepage_test.moc"
