// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "tests/ui/support.h"
#include "ui/document/recentfiles.h"
#include "ui/document/session.h"

#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;
using testsupport::imageIn;
using testsupport::soundIn;

class SessionTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void sound_isOpened();
    void images_areOpened_inNaturalOrder();
    void folderOfImages_isOpened();
    void badFile_isOneSentence_andWhatWasOpenStays();
    void doubtfulImage_isAskedFor_andOpenedAsSaid();
    void mixture_isRefused_data();
    void mixture_isRefused();
    void openingTwice_lastWins();
    void codecField_outOfRange_isRefused_andNothingChanges();
    void codecField_changed_isToldOnce();
    void imagesField_setByUser_isGiven();
    void undo_bringsBackEverySetting_inSteps();
    void drag_isOneStepOfUndo();
    void severalFields_areOneStep();
    void settings_allAtOnce_areOneNamedStep();
    void opening_emptiesTheHistory();
    void recent_newestFirst_withoutDoubles();

private:
    /// Opens and waits for the end of it; the sentence if it failed.
    QString opened(Session& session, const QStringList& paths)
    {
        QString sentence;
        connect(&session, &Session::openFailed, &session, [&](const QString& text) { sentence = text; });
        session.open(paths);
        if (!QTest::qWaitFor([&] { return !session.isOpening(); }, 10'000))
            return QStringLiteral("not finished");
        return sentence;
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

void SessionTest::sound_isOpened()
{
    Session session;
    QSignalSpy told(&session, &Session::opened);
    QCOMPARE(opened(session, {soundIn(*folder_, 1.5)}), QString());
    QCOMPARE(told.size(), 1);
    QVERIFY(session.sound() && !session.images());
    QCOMPARE(session.sound()->audio->sampleCount(), std::size_t{66150});
    QCOMPARE(session.sound()->origin.sha256.size(), std::size_t{64});
    QCOMPARE(session.title(), QString("tones.wav"));
    QCOMPARE(session.stem(), QString("tones"));
}

void SessionTest::doubtfulImage_isAskedFor_andOpenedAsSaid()
{
    Image dots(128, 128, 3); // nothing like a sound
    for (int y = 0; y < dots.height; ++y)
        for (int x = 0; x < dots.width; ++x)
            for (int c = 0; c < 3; ++c)
                dots.at(x, y, c) = static_cast<std::uint16_t>((x * (c + 3) * 37 + y * (c + 1) * 91 + x * y * 13) % 251);
    const QString path = folder_->filePath("dots.png");
    QVERIFY(writePngFile(path.toStdString(), dots, Overwrite::Yes));
    Session session;
    QSignalSpy wanted(&session, &Session::formatWanted);
    QCOMPARE(opened(session, {path}), QString());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toStringList(), QStringList{path});
    QVERIFY2(wanted[0][1].toString().startsWith("'dots.png' does not look like") && !wanted[0][1].toString().contains("--"), qPrintable(wanted[0][1].toString()));
    QVERIFY(session.isEmpty());
    session.openAs({path}, "riffusion");
    QVERIFY(QTest::qWaitFor([&] { return !session.isOpening(); }, 10'000));
    QVERIFY(session.images());
    QCOMPARE(session.codec()->name(), std::string("riffusion"));
    QCOMPARE(wanted.size(), 1);
}

void SessionTest::images_areOpened_inNaturalOrder()
{
    Session session;
    const QStringList files{imageIn(*folder_, "s_10.png"), imageIn(*folder_, "s_2.png"), imageIn(*folder_, "s_1.png")};
    QCOMPARE(opened(session, files), QString());
    QVERIFY(session.images() && !session.sound());
    const auto paths = session.images()->paths();
    QCOMPARE(paths[0].filename().string(), std::string("s_1.png"));
    QCOMPARE(paths[2].filename().string(), std::string("s_10.png"));
    QCOMPARE(session.title(), QString("s_1.png and 2 more"));
    QCOMPARE(session.stem(), QString("s"));
}

void SessionTest::folderOfImages_isOpened()
{
    Session session;
    QVERIFY(!imageIn(*folder_, "a_0.png").isEmpty() && !imageIn(*folder_, "a_1.png").isEmpty());
    QCOMPARE(opened(session, {folder_->path()}), QString());
    QCOMPARE(session.images()->images.size(), std::size_t{2});
}

void SessionTest::badFile_isOneSentence_andWhatWasOpenStays()
{
    Session session;
    QCOMPARE(opened(session, {soundIn(*folder_, 0.2)}), QString());
    QFile bad(folder_->filePath("bad.wav"));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("a letter") > 0);
    bad.close();
    const QString sentence = opened(session, {bad.fileName()});
    QVERIFY2(sentence.contains("bad.wav"), qPrintable(sentence));
    QCOMPARE(session.title(), QString("tones.wav"));
}

void SessionTest::mixture_isRefused_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("sound and image") << QStringList{"a.wav", "b.png"};
    QTest::newRow("two sounds") << QStringList{"a.wav", "b.wav"};
    QTest::newRow("nothing there") << QStringList{"missing.wav"};
}

void SessionTest::mixture_isRefused()
{
    QFETCH(QStringList, names);
    QStringList paths;
    for (const QString& name : names)
        paths.append(name.startsWith("missing") ? folder_->filePath(name)
                     : name.endsWith(".png")    ? imageIn(*folder_, name)
                                                : soundIn(*folder_, 0.1, name));
    Session session;
    QVERIFY(!opened(session, paths).isEmpty());
    QVERIFY(session.isEmpty());
}

void SessionTest::openingTwice_lastWins()
{
    Session session;
    QSignalSpy told(&session, &Session::opened);
    session.open({soundIn(*folder_, 5, "long.wav")});
    QCOMPARE(opened(session, {soundIn(*folder_, 0.1, "short.wav")}), QString());
    QCOMPARE(told.size(), 1);
    QCOMPARE(session.title(), QString("short.wav"));
}

void SessionTest::codecField_outOfRange_isRefused_andNothingChanges()
{
    Session session;
    QSignalSpy told(&session, &Session::codecChanged);
    for (const char* value : {"0", "10000000", "x"}) {
        const auto set = session.setCodecField("n-mels", value);
        QVERIFY(!set);
        QVERIFY(set.error().message.find("n-mels") != std::string::npos);
    }
    QVERIFY(!session.setCodecField("no-such", "1"));
    QCOMPARE(told.size(), 0);
}

void SessionTest::codecField_changed_isToldOnce()
{
    Session session;
    const auto before = session.codec();
    QSignalSpy told(&session, &Session::codecChanged);
    QVERIFY(session.setCodecField("n-mels", "256"));
    QVERIFY(session.setCodecField("n-mels", "256"));
    QCOMPARE(told.size(), 1);
    QVERIFY(session.codec() != before);
    QCOMPARE(fieldText(*findField(session.codecFields(), "n-mels")), std::string("256"));
    QCOMPARE(fieldText(*findField(before->clone()->fields(), "n-mels")), std::string("512"));
}

void SessionTest::imagesField_setByUser_isGiven()
{
    Session session;
    QCOMPARE(opened(session, {imageIn(*folder_, "a.png")}), QString());
    QVERIFY(session.givenFields().empty());
    QVERIFY(session.setCodecField("power", "0.5"));
    QCOMPARE(session.givenFields(), std::vector<std::string>{"power"});
}

void SessionTest::undo_bringsBackEverySetting_inSteps()
{
    Session session;
    const auto start = session.codec();
    QVERIFY(session.setCodecField("power", "0.5"));
    QVERIFY(session.setReconstructField("method", "best"));
    session.setCompatible(true);
    QVERIFY(session.setCodec("wavdiff"));
    QCOMPARE(session.history().count(), 4);
    QSignalSpy codec(&session, &Session::codecChanged);
    QSignalSpy params(&session, &Session::reconstructParamsChanged);
    session.history().undo();
    QCOMPARE(session.codec()->name(), std::string("riffusion"));
    QVERIFY(session.isCompatible());
    session.history().undo();
    QVERIFY(!session.isCompatible());
    QCOMPARE(params.size(), 0);
    session.history().undo();
    QCOMPARE(session.reconstructParams().method, ReconstructMethod::Balanced);
    QCOMPARE(codec.size(), 2);
    session.history().undo();
    QCOMPARE(session.codec(), start);
    while (session.history().canRedo())
        session.history().redo();
    QCOMPARE(session.codec()->name(), std::string("wavdiff"));
    QCOMPARE(session.reconstructParams().method, ReconstructMethod::Best);
}

void SessionTest::drag_isOneStepOfUndo()
{
    Session session;
    for (const char* value : {"0.3", "0.4", "0.5"})
        QVERIFY(session.setCodecField("power", value));
    QCOMPARE(session.history().count(), 1);
    session.endGesture();
    QVERIFY(session.setCodecField("power", "0.6"));
    QVERIFY(session.setCodecField("n-mels", "256")); // another parameter is another step
    QCOMPARE(session.history().count(), 3);
    session.history().undo();
    session.history().undo();
    const auto fields = session.codecFields();
    QCOMPARE(fieldText(*findField(fields, "power")), std::string("0.5"));
    session.history().undo();
    QCOMPARE(fieldText(*findField(session.codecFields(), "power")), std::string("0.25"));
}

void SessionTest::severalFields_areOneStep()
{
    Session session;
    QVERIFY(session.setCodecFields({{"maxvol", "50"}, {"level", "fixed"}}));
    QCOMPARE(session.history().count(), 1);
    QVERIFY(!session.setCodecFields({{"maxvol", "60"}, {"level", "loud"}}));
    QCOMPARE(fieldText(*findField(session.codecFields(), "maxvol")), std::string("50")); // both or none
    session.history().undo();
    QCOMPARE(fieldText(*findField(session.codecFields(), "level")), std::string("shared"));
}

void SessionTest::settings_allAtOnce_areOneNamedStep()
{
    Session session;
    auto codec = makeCodec("wavdiff");
    ReconstructParams params;
    params.iterations = 7;
    QSignalSpy changed(&session, &Session::codecChanged);
    session.setSettings(*codec, params, "preset");
    QCOMPARE(session.codec()->name(), std::string("wavdiff"));
    QCOMPARE(session.reconstructParams().iterations, 7);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(session.history().count(), 1);
    QCOMPARE(session.history().undoText(), QString("preset"));
    session.setSettings(*codec, params, "preset");
    QCOMPARE(session.history().count(), 1); // nothing new
    session.history().undo();
    QCOMPARE(session.codec()->name(), std::string("riffusion"));
    QCOMPARE(session.reconstructParams().iterations, 0);
    QVERIFY(session.setCodecFields({{"maxvol", "50"}}, "hint"));
    QCOMPARE(session.history().undoText(), QString("hint"));

    QCOMPARE(opened(session, {imageIn(*folder_, "tile.png")}), QString());
    codec = session.codec()->clone();
    QVERIFY(setFieldText(*findField(codec->fields(), "power"), "0.7"));
    session.setSettings(*codec, params, "preset");
    QCOMPARE(session.givenFields(), std::vector<std::string>{"power"});
}

void SessionTest::opening_emptiesTheHistory()
{
    Session session;
    QVERIFY(session.setCodecField("power", "0.5"));
    QCOMPARE(opened(session, {soundIn(*folder_, 0.5)}), QString());
    QCOMPARE(session.history().count(), 0);
    QCOMPARE(fieldText(*findField(session.codecFields(), "power")), std::string("0.5")); // what was set stays set
}

void SessionTest::recent_newestFirst_withoutDoubles()
{
    RecentFiles recent;
    recent.clear();
    for (int i = 0; i < 15; ++i)
        recent.add(QStringLiteral("/f%1").arg(i));
    recent.add("/f10");
    QCOMPARE(recent.paths().size(), RecentFiles::most);
    QCOMPARE(recent.paths().front(), QString("/f10"));
    QCOMPARE(recent.paths().count("/f10"), 1);
    QCOMPARE(RecentFiles().paths(), recent.paths());
    recent.clear();
}

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
