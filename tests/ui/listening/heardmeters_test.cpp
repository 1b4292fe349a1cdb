// SPDX-License-Identifier: GPL-3.0-or-later
// Meters and devices with an audio server of its own (with_null_sink.sh).
#include "ui/listening/devicemenu.h"
#include "ui/listening/meters.h"

#include <QLabel>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <numbers>

using namespace sonoloom;

class HeardMetersTest : public QObject
{
    Q_OBJECT

private slots:
    void played_sound_isMeasured_afterItsGain();
    void played_silence_isMinusInfinity();
    void volume_changesNothing();
    void menu_listsDevices_andRemembersTheChoice();

private:
    static QString shown(const Meters& meters, const QString& name);
};

namespace
{

std::shared_ptr<const Audio> sine(double amplitude)
{
    Audio audio{48000, {std::vector<float>(48000 * 20), std::vector<float>(48000 * 20)}};
    for (auto& channel : audio.channels)
        for (std::size_t i = 0; i < channel.size(); ++i)
            channel[i] = static_cast<float>(amplitude * std::sin(2 * std::numbers::pi * 997 * static_cast<double>(i) / 48000));
    return std::make_shared<Audio>(std::move(audio));
}

/// What is not a number is 1000.
double number(QString text)
{
    bool ok = false;
    const double value = text.replace(QStringLiteral("−"), QStringLiteral("-")).toDouble(&ok);
    return ok ? value : 1000;
}

} // namespace

QString HeardMetersTest::shown(const Meters& meters, const QString& name)
{
    for (const QLabel* label : meters.findChildren<QLabel*>())
        if (label->accessibleName().startsWith(name))
            return label->text();
    return {};
}

void HeardMetersTest::played_sound_isMeasured_afterItsGain()
{
    Player player;
    Meters meters(player);
    player.setMatching(true);
    player.setSound(Side::A, sine(0.5));
    player.setSound(Side::B, sine(0.05));
    QVERIFY(QTest::qWaitFor([&] { return player.match().state == LoudnessMatch::State::Matched; }, 8000));
    QCOMPARE(shown(meters, "Momentary"), QString("—"));
    player.play();
    QVERIFY(QTest::qWaitFor([&] { return player.position() > 2; }, 8000));
    const double softer = 20 * std::log10(0.05); // a stereo sine of 997 Hz has as many LUFS as dBFS
    for (const char* name : {"Momentary", "Integrated", "True peak"})
        QVERIFY2(std::abs(number(shown(meters, name)) - softer) < 0.2, qPrintable(name + shown(meters, name)));
    player.setMatching(false);
    QVERIFY(QTest::qWaitFor([&] { return player.position() > 4; }, 8000));
    QVERIFY(std::abs(number(shown(meters, "Momentary")) - 20 * std::log10(0.5)) < 0.2);
    QVERIFY(std::abs(number(shown(meters, "True peak")) - 20 * std::log10(0.5)) < 0.2); // held
    player.pause();
    QTest::qWait(200); // the device has let go
    const QString last = shown(meters, "True peak");
    player.heard()->push(std::vector<float>(96'000, 0.9f));
    QTest::qWait(300);
    QCOMPARE(shown(meters, "True peak"), last); // nothing is measured any more
}

void HeardMetersTest::played_silence_isMinusInfinity()
{
    Player player;
    Meters meters(player);
    player.setSound(Side::A, std::make_shared<Audio>(Audio::silence(48000, 2, 480000)));
    player.play();
    QVERIFY(QTest::qWaitFor([&] { return shown(meters, "Integrated") == "−∞"; }, 8000));
    QCOMPARE(shown(meters, "True peak"), QString("−∞"));
}

void HeardMetersTest::volume_changesNothing()
{
    Player player;
    Meters meters(player);
    player.setSound(Side::A, sine(0.5));
    player.setVolume(0.01);
    player.play();
    QVERIFY(QTest::qWaitFor([&] { return std::abs(number(shown(meters, "Integrated")) - 20 * std::log10(0.5)) < 0.2; }, 8000));
}

void HeardMetersTest::menu_listsDevices_andRemembersTheChoice()
{
    QProcess pactl;
    pactl.start("pactl", {"load-module", "module-null-sink", "sink_name=other", "sink_properties=device.description=Other", "rate=48000"});
    QVERIFY(pactl.waitForFinished());
    const QString module = QString::fromUtf8(pactl.readAllStandardOutput()).trimmed();
    QVERIFY(QTest::qWaitFor([] { return QMediaDevices::audioOutputs().size() == 2; }, 5000));
    const auto find = [](DeviceMenu& menu, const QString& text) -> QAction* {
        menu.fill();
        for (QAction* action : menu.actions())
            if (action->text().startsWith(text))
                return action;
        return nullptr;
    };
    {
        Player player;
        DeviceMenu menu({&player});
        QVERIFY(find(menu, "As the system")->isChecked());
        QVERIFY(find(menu, "Other"));
        find(menu, "Other")->trigger();
        QCOMPARE(player.deviceName(), QString("Other"));
        QVERIFY(find(menu, "Other")->isChecked());
    }
    Player player;
    DeviceMenu menu({&player});
    QCOMPARE(player.deviceName(), QString("Other")); // as last time
    pactl.start("pactl", {"unload-module", module});
    QVERIFY(pactl.waitForFinished());
    QVERIFY(QTest::qWaitFor([] { return QMediaDevices::audioOutputs().size() == 1; }, 5000));
    QVERIFY(find(menu, "Other (not connected)"));
    QVERIFY(find(menu, "Other (not connected)")->isChecked());
    find(menu, "As the system")->trigger();
    QVERIFY(!find(menu, "Other"));
    QVERIFY(QSettings().value("sound/device").toByteArray().isEmpty());
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heardmeters_test")); // where settings go
    HeardMetersTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "heardmeters_test.moc"
