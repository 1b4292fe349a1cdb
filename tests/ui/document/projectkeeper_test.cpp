// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/document/projectkeeper.h"

#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;
using testsupport::soundIn;

class ProjectKeeperTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saved_andOpened_bringsEverythingBack();
    void change_makesItModified_andSavingDoesNotAnyMore();
    void mendedImages_areStillMended();
    void sequence_isSavedWithTheSession_orAlone();
    void sequence_staysThatOfTheWindow_whenImagesAreMended();
    void missingClip_leavesTheRest();
    void missingSound_isAskedFor_andFoundElsewhere();
    void autosaved_isLeftByAProgramThatDied_only();
    void recovered_isModified_andHasNoFile();
    void fullDisk_isTold_andTheOldFileStays();

private:
    /// A session with its keeper.
    struct Work {
        explicit Work(const QString& folder) : keeper(session, sequence, [this] { return view; }, folder) { keeper.setDelay(10); }
        bool open(const QString& path)
        {
            QSignalSpy opened(&session, &Session::opened);
            session.open({path});
            return opened.wait(10'000);
        }
        bool save(const QString& file)
        {
            QSignalSpy saved(&keeper, &ProjectKeeper::saved);
            keeper.save(file);
            return saved.wait(10'000);
        }
        bool autosave()
        {
            QSignalSpy autosaved(&keeper, &ProjectKeeper::autosaved);
            return session.setCodecField("power", "0.5").has_value() && autosaved.wait(10'000);
        }
        Session session;
        SequenceDocument sequence;
        ProjectView view;
        ProjectKeeper keeper;
    };
    QString recovery() const { return folder_->filePath("autosaved"); }

    std::unique_ptr<QTemporaryDir> folder_;
};

void ProjectKeeperTest::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
}

void ProjectKeeperTest::saved_andOpened_bringsEverythingBack()
{
    const QString file = folder_->filePath("song.sonoloom");
    Work first(recovery());
    QVERIFY(first.open(soundIn(*folder_, 1)));
    QVERIFY(first.session.setCodec("wavdiff"));
    QVERIFY(first.session.setCodecField("size", "512"));
    QVERIFY(first.session.setReconstructField("method", "best"));
    first.view.from = 0.25;
    first.view.to = 0.75;
    QVERIFY(first.save(file));
    QCOMPARE(first.keeper.file(), file);

    Work second(recovery());
    QVERIFY(second.open(file));
    QCOMPARE(second.session.sound()->path.filename().string(), std::string("tones.wav"));
    QCOMPARE(second.session.codec()->name(), std::string("wavdiff"));
    QCOMPARE(fieldText(*findField(second.session.codecFields(), "size")), std::string("512"));
    QCOMPARE(second.session.reconstructParams().method, ReconstructMethod::Best);
    QCOMPARE(second.session.project()->project.view.from, 0.25);
    QCOMPARE(second.keeper.file(), file);
    QVERIFY(!second.keeper.isModified());
}

void ProjectKeeperTest::change_makesItModified_andSavingDoesNotAnyMore()
{
    Work work(recovery());
    QVERIFY(work.open(soundIn(*folder_, 0.5)));
    QVERIFY(!work.keeper.isModified());
    QVERIFY(work.session.setCodecField("power", "0.5"));
    QVERIFY(work.keeper.isModified());
    work.session.history().undo();
    QVERIFY(!work.keeper.isModified());
    work.session.history().redo();
    QVERIFY(work.save(folder_->filePath("p.sonoloom")));
    QVERIFY(!work.keeper.isModified());
    work.session.history().undo();
    QVERIFY(work.keeper.isModified());
}

void ProjectKeeperTest::mendedImages_areStillMended()
{
    const QString file = folder_->filePath("p.sonoloom");
    Work work(recovery());
    QVERIFY(work.open(testsupport::imageIn(*folder_, "s_0.png")));
    QVERIFY(work.save(file));
    QVERIFY(work.open(file));
    QSignalSpy opened(&work.session, &Session::opened);
    work.session.setMended(true);
    QVERIFY(opened.wait(10'000));
    QCOMPARE(work.keeper.file(), file); // it is the same project
    QVERIFY(work.keeper.isModified());
    QVERIFY(work.save(file));
    QVERIFY(work.open(file));
    QVERIFY(work.session.images()->mended);
}

void ProjectKeeperTest::sequence_isSavedWithTheSession_orAlone()
{
    const QString file = folder_->filePath("p.sonoloom");
    const std::filesystem::path clip = soundIn(*folder_, 0.5).toStdString();
    Work alone(recovery());
    QVERIFY(!alone.keeper.isModified());
    alone.sequence.change({{clip, 0.1, 0.4, -3}, {clip}}, "clips");
    QVERIFY(alone.keeper.isModified());
    QVERIFY(alone.save(file));
    QVERIFY(!alone.keeper.isModified());

    Work again(recovery());
    QSignalSpy closed(&again.session, &Session::closed);
    again.session.open({file});
    QVERIFY(closed.wait(10'000));
    QCOMPARE(again.sequence.sequence(), alone.sequence.sequence());
    QCOMPARE(again.keeper.file(), file);
    QVERIFY(!again.keeper.isModified() && !again.sequence.history().canUndo());
    QVERIFY(again.open(soundIn(*folder_, 0.5)));
    QCOMPARE(again.sequence.sequence().size(), std::size_t{2}); // another sound leaves the clips
    QVERIFY(again.save(file));
    Work both(recovery());
    QVERIFY(both.open(file));
    QCOMPARE(both.sequence.sequence(), alone.sequence.sequence());
}

void ProjectKeeperTest::sequence_staysThatOfTheWindow_whenImagesAreMended()
{
    Work work(recovery());
    QVERIFY(work.open(testsupport::imageIn(*folder_, "s_0.png")));
    QVERIFY(work.save(folder_->filePath("p.sonoloom")));
    QVERIFY(work.open(folder_->filePath("p.sonoloom")));
    work.sequence.change({{"a.png"}}, "clips");
    QSignalSpy opened(&work.session, &Session::opened);
    work.session.setMended(true);
    QVERIFY(opened.wait(10'000));
    QCOMPARE(work.sequence.sequence().size(), std::size_t{1});
}

void ProjectKeeperTest::missingClip_leavesTheRest()
{
    const QString file = folder_->filePath("p.sonoloom");
    Work work(recovery());
    QVERIFY(work.open(soundIn(*folder_, 0.5)));
    work.sequence.change({{folder_->filePath("gone.wav").toStdString()}}, "clips");
    QVERIFY(work.save(file));
    QVERIFY(work.open(file));
    QCOMPARE(work.sequence.sequence().size(), std::size_t{1});
}

void ProjectKeeperTest::missingSound_isAskedFor_andFoundElsewhere()
{
    const QString file = folder_->filePath("p.sonoloom");
    Work work(recovery());
    QVERIFY(work.open(soundIn(*folder_, 0.5, "song.wav")));
    QVERIFY(work.session.setCodecField("power", "0.5"));
    QVERIFY(work.save(file));
    work.session.close();
    QVERIFY(QDir(folder_->path()).mkdir("moved"));
    QVERIFY(QFile::rename(folder_->filePath("song.wav"), folder_->filePath("moved/song2.wav")));

    QSignalSpy missing(&work.session, &Session::sourceMissing);
    work.session.open({file});
    QVERIFY(missing.wait(10'000));
    QVERIFY(work.session.isEmpty());
    QCOMPARE(missing.front().at(1).toString(), folder_->filePath("song.wav"));
    QSignalSpy opened(&work.session, &Session::opened);
    work.session.openProject({file.toStdString(), folder_->filePath("moved/song2.wav").toStdString(), false});
    QVERIFY(opened.wait(10'000));
    QCOMPARE(fieldText(*findField(work.session.codecFields(), "power")), std::string("0.5"));
}

void ProjectKeeperTest::autosaved_isLeftByAProgramThatDied_only()
{
    const QString sound = soundIn(*folder_, 0.5);
    QString copy;
    {
        Work work(recovery());
        QVERIFY(work.open(sound));
        QCOMPARE(QDir(recovery()).count(), 0u); // nothing was changed
        QVERIFY(work.autosave());
        QVERIFY(Work(recovery()).keeper.left().empty()); // its program lives
        const QStringList files = QDir(recovery()).entryList({"*.sonoloom"});
        QCOMPARE(files.size(), 1);
        copy = folder_->filePath("autosaved/dead.sonoloom");
        QVERIFY(QFile::copy(recovery() + "/" + files.front(), copy)); // as a program that was killed leaves it
    }
    Work next(recovery());
    const auto left = next.keeper.left();
    QCOMPARE(left.size(), std::size_t{1}); // the other one ended as it should
    QCOMPARE(left.front().file, copy);
    QCOMPARE(left.front().sourceName, QString("tones.wav"));
    ProjectKeeper::discard(left.front());
    QVERIFY(next.keeper.left().empty());
}

void ProjectKeeperTest::recovered_isModified_andHasNoFile()
{
    const QString file = folder_->filePath("left.sonoloom");
    Work work(recovery());
    QVERIFY(work.open(soundIn(*folder_, 0.5)));
    QVERIFY(work.save(file));
    QSignalSpy opened(&work.session, &Session::opened);
    QSignalSpy autosaved(&work.keeper, &ProjectKeeper::autosaved);
    work.session.openProject({file.toStdString(), {}, true});
    QVERIFY(opened.wait(10'000));
    QVERIFY(work.keeper.file().isEmpty());
    QVERIFY(work.keeper.isModified());
    QVERIFY(autosaved.size() == 1 || autosaved.wait(10'000)); // another crash loses nothing
}

void ProjectKeeperTest::fullDisk_isTold_andTheOldFileStays()
{
    Work work(recovery());
    QVERIFY(work.open(soundIn(*folder_, 0.5)));
    QSignalSpy failed(&work.keeper, &ProjectKeeper::failed);
    work.keeper.save(folder_->filePath("tones.wav/p.sonoloom")); // a file in the folder's place
    QVERIFY(failed.wait(10'000));
    QVERIFY(failed.front().front().toString().contains("tones.wav"));
    QVERIFY(work.keeper.file().isEmpty());
}

QTEST_MAIN(ProjectKeeperTest)
#include "projectkeeper_test.moc"
