// SPDX-License-Identifier: GPL-3.0-or-later
// Runs with an audio server of its own (with_null_sink.sh).
#include "core/io/atomicfile.h"
#include "ui/listening/abxdialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace sonoloom;

class AbxDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void x_isWhatWasDrawn_atTheSamePlace();
    void nothingShownOrSignalled_dependsOnX();
    void answers_makeTheReport_thatIsReadBack();
    void report_namesSumsOfFilesAndSamples();
    void givenUp_isSaid();
    void destroyed_whileRunning_givesThePlayerBack();
    void withoutBoth_cannotStart();

private:
    /// Starts a test of so many trials.
    void start(AbxDialog& dialog, int trials);
    /// All that can be read in a dialog or is told to those who cannot see it.
    static QStringList readable(const QWidget& dialog);
    double loudest();

    std::unique_ptr<Player> player_;
    std::array<AbxSubject, 2> subjects_;
};

namespace
{

std::shared_ptr<const Audio> steady(float level)
{
    return std::make_shared<Audio>(Audio{44100, {std::vector<float>(44100 * 20, level), std::vector<float>(44100 * 20, level)}});
}

AbxDialog::Draw always(AbxSide side)
{
    return [side] { return side; };
}

} // namespace

void AbxDialogTest::init()
{
    player_ = std::make_unique<Player>();
    subjects_ = {AbxSubject{"quiet", {}, steady(0.1f)}, AbxSubject{"loud", {}, steady(0.5f)}};
    QSignalSpy made(player_.get(), &Player::conversionChanged);
    player_->setSound(Side::A, subjects_[0].sound);
    player_->setSound(Side::B, subjects_[1].sound);
    QVERIFY(made.wait(5000));
}

void AbxDialogTest::cleanup()
{
    player_.reset();
}

void AbxDialogTest::start(AbxDialog& dialog, int trials)
{
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.findChild<QSpinBox*>()->setValue(trials);
    QTest::mouseClick(dialog.findChild<QPushButton*>("abxStart"), Qt::LeftButton);
    QVERIFY(dialog.isRunning());
}

QStringList AbxDialogTest::readable(const QWidget& dialog)
{
    QStringList all{dialog.windowTitle()};
    for (const QWidget* widget : dialog.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        all << widget->toolTip() << widget->accessibleName() << widget->statusTip();
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->text().contains(" s / ")) // the time
            all << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            all << button->text() + (button->isChecked() ? " checked" : "") + (button->isEnabled() ? "" : " disabled");
    }
    return all;
}

/// Of what was played in the last while; the level of a side as long as one is heard.
double AbxDialogTest::loudest()
{
    std::vector<float> samples(1 << 16);
    while (player_->heard()->pop(samples) == samples.size())
        ;
    QTest::qWait(700); // more than what the device holds
    while (player_->heard()->pop(samples) == samples.size())
        ;
    QTest::qWait(200);
    const std::size_t count = player_->heard()->pop(samples);
    return count > 0 ? *std::max_element(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(count)) : 0;
}

void AbxDialogTest::x_isWhatWasDrawn_atTheSamePlace()
{
    AbxDialog dialog(*player_, subjects_, nullptr, always(AbxSide::B));
    start(dialog, 5);
    QVERIFY(player_->isPlaying());
    QCOMPARE(loudest(), 0.1f);
    const double before = player_->position();
    QTest::keyClick(&dialog, Qt::Key_X);
    QVERIFY(player_->position() >= before && player_->position() < before + 0.5);
    QCOMPARE(loudest(), 0.5f);
    QTest::keyClick(&dialog, Qt::Key_A);
    QCOMPARE(loudest(), 0.1f);
    QTest::keyClick(&dialog, Qt::Key_B);
    QCOMPARE(loudest(), 0.5f);
    QTest::keyClick(&dialog, Qt::Key_X);
    QTest::keyClick(&dialog, Qt::Key_1); // the next trial begins with A
    QCOMPARE(loudest(), 0.1f);
    QTest::keyClick(&dialog, Qt::Key_Space);
    QVERIFY(!player_->isPlaying());
    QTest::keyClick(&dialog, Qt::Key_Home);
    QCOMPARE(player_->position(), 0.0);
}

void AbxDialogTest::nothingShownOrSignalled_dependsOnX()
{
    std::vector<QStringList> seen;
    for (const AbxSide x : {AbxSide::A, AbxSide::B}) {
        AbxDialog dialog(*player_, subjects_, nullptr, always(x));
        QSignalSpy sides(player_.get(), &Player::sideChanged);
        QSignalSpy matches(player_.get(), &Player::matchChanged);
        QSignalSpy conversions(player_.get(), &Player::conversionChanged);
        QSignalSpy playing(player_.get(), &Player::playingChanged);
        QSignalSpy blind(&dialog, &AbxDialog::blindChanged);
        start(dialog, 6);
        QStringList all;
        for (const Qt::Key key : {Qt::Key_X, Qt::Key_1, Qt::Key_X, Qt::Key_B, Qt::Key_2, Qt::Key_X, Qt::Key_1, Qt::Key_A, Qt::Key_X, Qt::Key_1}) {
            QTest::keyClick(&dialog, key);
            all << readable(dialog) << QString::number(static_cast<int>(player_->side()));
            player_->switchTo(Side::B); // a key of the window that got through
        }
        QVERIFY(all.filter("right").isEmpty());
        QVERIFY(!all.filter("Trial 5 of 6").isEmpty());
        all << QString::number(sides.size()) << QString::number(matches.size()) << QString::number(conversions.size())
            << QString::number(playing.size()) << QString::number(blind.size());
        seen.push_back(all);
        QCOMPARE(sides.size(), 0);
        dialog.reject();
        player_->seek(0);
    }
    QCOMPARE(seen[0], seen[1]);
}

void AbxDialogTest::answers_makeTheReport_thatIsReadBack()
{
    QTemporaryDir folder;
    int drawn = 0;
    player_->setLoop(2, 5);
    player_->setMatching(true);
    QVERIFY(QTest::qWaitFor([&] { return player_->match().state == LoudnessMatch::State::Matched; }, 5000));
    AbxDialog dialog(*player_, subjects_, nullptr, [&] { return drawn++ % 2 ? AbxSide::B : AbxSide::A; });
    QSignalSpy blind(&dialog, &AbxDialog::blindChanged);
    start(dialog, 10);
    QCOMPARE(blind.size(), 1);
    QVERIFY(!dialog.saveReport(folder.filePath("early.txt").toStdString(), Overwrite::No));
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(&dialog, (i % 2 == 0) != (i == 3) ? Qt::Key_1 : Qt::Key_2); // the fourth is wrong
    QVERIFY(!dialog.isRunning());
    QCOMPARE(blind.size(), 2);
    QCOMPARE(drawn, 11); // anew for each trial
    QVERIFY(dialog.report());
    QCOMPARE(dialog.report()->right(), 9);
    QVERIFY(readable(dialog).filter("9 of 10 right, p = 0.0107").size() == 1);
    QVERIFY(QTest::qWaitFor([&] { return dialog.findChild<QPushButton*>("abxSave")->isEnabled(); }, 5000));
    const auto json = folder.filePath("report.json").toStdString();
    const auto text = folder.filePath("report.txt").toStdString();
    QVERIFY(dialog.saveReport(json, Overwrite::No));
    QVERIFY(dialog.saveReport(text, Overwrite::No));
    const auto again = abxFromJson(*readFile(json));
    QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
    QVERIFY(*again == *dialog.report());
    QCOMPARE(*readFile(text), abxText(*again));
    QCOMPARE(again->loopFrom, 2.0);
    QCOMPARE(again->loopTo, 5.0);
    QVERIFY(again->matched);
    QVERIFY(std::abs(again->sounds[1].gainDb + 13.98) < 0.1); // 0.5 against 0.1
    QCOMPARE(again->device, player_->deviceName().toStdString());
    QCOMPARE(again->fadeSeconds, AbMixer::fadeSeconds);
    QVERIFY(again->trials[9].seconds >= again->trials[0].seconds);
}

void AbxDialogTest::report_namesSumsOfFilesAndSamples()
{
    QTemporaryDir folder;
    const auto file = folder.filePath("a.wav").toStdString();
    const std::string bytes = "what the file holds";
    QVERIFY(writeFile(file, bytes, Overwrite::No));
    subjects_[0].file = file;
    AbxDialog dialog(*player_, subjects_);
    start(dialog, 5);
    QTest::mouseClick(dialog.findChild<QPushButton*>("abxGiveUp"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return dialog.saveReport(folder.filePath("r.json").toStdString(), Overwrite::Yes).has_value(); }, 5000));
    QVERIFY(dialog.report()->sounds[0].ofFile);
    QCOMPARE(dialog.report()->sounds[0].sha256, sha256(bytes));
    std::string samples;
    for (const auto& channel : subjects_[1].sound->channels)
        samples.append(reinterpret_cast<const char*>(channel.data()), channel.size() * sizeof(float));
    QVERIFY(!dialog.report()->sounds[1].ofFile);
    QCOMPARE(dialog.report()->sounds[1].sha256, sha256(samples));
}

void AbxDialogTest::givenUp_isSaid()
{
    AbxDialog dialog(*player_, subjects_);
    start(dialog, 7);
    QTest::keyClick(&dialog, Qt::Key_1);
    QTest::keyClick(&dialog, Qt::Key_2);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isVisible()); // the result is shown first
    QVERIFY(!dialog.isRunning());
    QVERIFY(dialog.report()->givenUp());
    QVERIFY(readable(dialog).filter("Given up after 2 of 7").size() == 1);
    QVERIFY(readable(dialog).filter("p =").isEmpty());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void AbxDialogTest::destroyed_whileRunning_givesThePlayerBack()
{
    auto dialog = std::make_unique<AbxDialog>(*player_, subjects_);
    start(*dialog, 5);
    dialog.reset();
    QVERIFY(!player_->isBlind());
    dialog = std::make_unique<AbxDialog>(*player_, subjects_);
    start(*dialog, 5);
    player_.reset();
    dialog.reset(); // the player went first
}

void AbxDialogTest::withoutBoth_cannotStart()
{
    player_->setSound(Side::B, nullptr);
    AbxDialog dialog(*player_, subjects_);
    dialog.open();
    QVERIFY(!dialog.findChild<QPushButton*>("abxStart")->isEnabled());
    QVERIFY(readable(dialog).filter("A test takes both A and B.").size() == 1);
}

QTEST_MAIN(AbxDialogTest)
#include "abxdialog_test.moc"
