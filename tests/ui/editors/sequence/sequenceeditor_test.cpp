// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/editors/sequence/support.h"

#include <QSignalSpy>
#include <QTest>

using namespace sonoloom;
using testsupport::EditedClips;

class SequenceEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void lengths_areFound_andClipsLaidOut()
    {
        EditedClips clips(3);
        QCOMPARE(clips.editor.places()[2].from, 4.0);
        QCOMPARE(clips.editor.seconds(), 6.0);
    }

    void pictures_areMade_asFineAsTheyAreWanted()
    {
        EditedClips clips(1);
        const auto source = clips.document.sequence()[0].source;
        const auto look = [&] { return clips.editor.looks().find(source); };
        QVERIFY(QTest::qWaitFor([&] { return !look()->picture.isEmpty(); }));
        const ClipPicture& picture = look()->picture;
        QCOMPARE(picture.levels.front().size(), QSize(200, 256));
        QCOMPARE(picture.levelFor(90).width(), 100);
        QCOMPARE(picture.levelFor(9000).width(), 200);
        const QImage colours = picture.levels.front().convertToFormat(QImage::Format_RGB32); // loud below, silent above
        QVERIFY(colours.pixelColor(100, 240).lightness() > colours.pixelColor(100, 5).lightness() + 50);
    }

    void coarserPictures_keepWhatIsLoud()
    {
        QTemporaryDir folder;
        Image image(64, 64, 1);
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                image.at(x, y) = x == 20 ? 0 : 255; // dark is loud
        const auto path = std::filesystem::path(folder.filePath("column.png").toStdString());
        QVERIFY(writePngFile(path, image, Overwrite::Yes));
        JobMonitor monitor;
        const auto picture = pictureOfSource(path, finestPicture(1), monitor);
        QVERIFY(picture && picture->levels.size() == 2);
        const auto loud = [](const QImage& level, int x) { return level.pixelIndex(x, 100); };
        QVERIFY(loud(picture->levels[0], 20) > loud(picture->levels[0], 21) + 50);
        QCOMPARE(loud(picture->levels[1], 10), loud(picture->levels[0], 20));
    }

    void edits_areStepsOfUndo_andSelectWhatTheyMade()
    {
        EditedClips clips(3);
        SequenceEditor& editor = clips.editor;
        editor.selection().select({0});
        editor.repeat(2);
        QCOMPARE(clips.order(), std::string("00012"));
        QCOMPARE(editor.selection().clips(), (std::vector<std::size_t>{1, 2}));
        editor.remove();
        QCOMPARE(clips.order(), std::string("012"));
        editor.selection().select({2});
        editor.move(0, false);
        QCOMPARE(clips.order(), std::string("201"));
        editor.moveBy(1);
        QCOMPARE(clips.order(), std::string("021"));
        editor.cut();
        QCOMPARE(clips.order(), std::string("01"));
        editor.paste(2);
        QCOMPARE(clips.order(), std::string("012"));
        editor.split(5);
        QCOMPARE(clips.order(), std::string("0122"));
        const int steps = clips.document.history().count();
        QCOMPARE(steps, 7);
        for (int i = 0; i < steps; ++i)
            clips.document.history().undo();
        QCOMPARE(clips.order(), std::string("012"));
    }

    void split_whereItCannotBe_isSaid()
    {
        EditedClips clips(2);
        QSignalSpy noticed(&clips.editor, &SequenceEditor::noticed);
        clips.editor.split(2);
        QCOMPARE(noticed.count(), 1);
        QCOMPARE(clips.order(), std::string("01"));
    }

    void gesture_isOneStep()
    {
        EditedClips clips(2);
        for (const double seconds : {0.2, 0.4, 0.6})
            clips.editor.setTransition(0, ClipTransition::Blend, seconds);
        clips.editor.endGesture();
        QCOMPARE(clips.document.history().count(), 1);
        QCOMPARE(clips.editor.seconds(), 3.4);
        clips.editor.selection().selectTransition(0);
        clips.editor.remove(); // of a transition: a cut
        QCOMPARE(clips.editor.seconds(), 4.0);
        QCOMPARE(clips.document.history().count(), 2);
    }

    void files_andFolders_areAddedInOrder()
    {
        EditedClips clips(1);
        QTemporaryDir folder;
        for (const char* name : {"b10.png", "b9.png"})
            QVERIFY(!testsupport::imageIn(folder, QLatin1String(name)).isEmpty());
        QVERIFY(!testsupport::soundIn(folder, 1).isEmpty());
        QFile(folder.filePath("notes.txt")).open(QIODevice::WriteOnly);
        QSignalSpy noticed(&clips.editor, &SequenceEditor::noticed);
        clips.editor.addFiles({folder.path()}, 0);
        QVERIFY(QTest::qWaitFor([&] { return clips.document.sequence().size() == 4; }));
        QCOMPARE(clips.document.sequence()[0].source.filename(), std::filesystem::path("b9.png"));
        QCOMPARE(clips.document.sequence()[2].source.filename(), std::filesystem::path("tones.wav"));
        QCOMPARE(noticed.count(), 1); // the notes were passed over
        QVERIFY(QTest::qWaitFor([&] { return std::abs(clips.editor.places()[2].seconds() - 1) < 1e-9; }));
        QSignalSpy failed(&clips.editor, &SequenceEditor::failed);
        clips.editor.addFiles({QStringLiteral("/nowhere")}, 0);
        QVERIFY(failed.wait());
    }

    void missingSource_isSaid_andCanBeLocated()
    {
        EditedClips clips(1);
        Sequence sequence = clips.document.sequence();
        const auto there = sequence[0].source;
        sequence.push_back({});
        sequence[1].source = there.parent_path() / "gone.png";
        clips.document.change(sequence, {});
        const auto look = [&] { return clips.editor.looks().find(clips.document.sequence()[1].source); };
        QVERIFY(QTest::qWaitFor([&] { return look()->state == ClipLook::State::Missing; }));
        QVERIFY(look()->trouble.contains("gone.png"));
        QCOMPARE(clips.editor.places()[1].seconds(), SourceSeconds::unknown);
        clips.editor.relocate(sequence[1].source, QString::fromStdString(there.string()));
        QVERIFY(QTest::qWaitFor([&] { return look()->state == ClipLook::State::Ready; }));
        QCOMPARE(clips.editor.places()[1].seconds(), 2.0);
    }

    void unreadableSource_saysWhy()
    {
        EditedClips clips(1);
        QTemporaryDir folder;
        QFile file(folder.filePath("broken.png"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no image") > 0);
        file.close();
        clips.editor.addFiles({file.fileName()}, 1);
        const auto look = [&] { return clips.document.sequence().size() < 2 ? nullptr : clips.editor.looks().find(clips.document.sequence()[1].source); };
        QVERIFY(QTest::qWaitFor([&] { return look() && look()->state == ClipLook::State::Unreadable; }));
        QVERIFY(look()->trouble.contains("broken.png"));
    }

    void soundWithoutBeats_isSaid_whenBeatsAreWanted()
    {
        EditedClips clips(1);
        QTemporaryDir folder;
        const QString path = folder.filePath("silence.wav");
        JobMonitor monitor;
        QVERIFY(writeAudioFile(path.toStdString(), Audio::silence(22050, 1, 22050 * 3), {}, Overwrite::Yes, monitor));
        QSignalSpy noticed(&clips.editor, &SequenceEditor::noticed);
        clips.editor.addFiles({path}, 1);
        QVERIFY(QTest::qWaitFor([&] { return clips.editor.looks().seconds().of(path.toStdString()).has_value(); }));
        QVERIFY(!clips.editor.looks().find(path.toStdString())->tempo);
        clips.editor.setSnapping({.beats = SnapChoice::Beats::Beats});
        QVERIFY(noticed.wait(20'000));
        QVERIFY(noticed.front().front().toString().contains("silence.wav"));
        QVERIFY(!clips.editor.looks().find(path.toStdString())->tempo->bpm);
    }
};

QTEST_MAIN(SequenceEditorTest)
#include "sequenceeditor_test.moc"
