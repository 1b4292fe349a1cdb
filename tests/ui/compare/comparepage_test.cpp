// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/pipeline/roundtrip.h"
#include "tests/ui/support.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/imagepanes.h"
#include "ui/compare/soundpanes.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSignalSpy>
#include <QTableWidget>
#include <QtTest>

using namespace sonoloom;

namespace
{

/// A sound without repetition, so that its place is found again.
Audio wandering(double seconds, std::size_t silenceBefore = 0, float gain = 0.3f)
{
    Audio audio{44100, std::vector<std::vector<float>>(1)};
    audio.channels[0].resize(silenceBefore);
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(seconds * 44100); ++i) {
        state = state * 1664525u + 1013904223u;
        audio.channels[0].push_back(gain * (static_cast<float>(state >> 8) / 8388608.0f - 1));
    }
    return audio;
}

std::shared_ptr<const Audio> shared(Audio audio)
{
    return std::make_shared<Audio>(std::move(audio));
}

} // namespace

class ComparePageTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { page_ = std::make_unique<ComparePage>(); }
    void nothing_isOpened_saysWhatToDo();
    void twoSounds_areAlignedMeasuredAndPlayable();
    void soundAndImages_areRefusedInOneSentence();
    void folders_arePairedAndMeasuredOneByOne();
    void imageWithoutPartner_isTold();
    void divider_leavesOnePaneForBoth();
    void workbench_offersItsSounds_orSaysWhatIsMissing();
    void newInput_whileComparing_wins();
    void gain_changed_comparesAgain();
    void images_soundOnDemand_withTheirDifference();
    void report_ofSoundsInMemory_isWritten();
    void report_ofFolders_isWritten_butReplacesNothing();

private:
    bool compared() { return QTest::qWaitFor([this] { return !page_->session().isComparing(); }, 30'000); }
    QString text() const
    {
        QStringList texts;
        for (const QLabel* label : page_->findChildren<QLabel*>())
            if (!label->isHidden())
                texts.append(label->text());
        return texts.join(QLatin1Char('\n'));
    }
    /// A folder with images of these names; their brightness is told by `shift`.
    QString folderOf(const QString& name, const QStringList& files, int shift = 0)
    {
        QDir(folder_.path()).mkpath(name);
        for (const QString& file : files) {
            Image image(64, 64, 1);
            for (int y = 0; y < 64; ++y)
                for (int x = 0; x < 64; ++x)
                    image.at(x, y) = static_cast<std::uint16_t>(200 - (x * 7 + y * 3) % 90 + shift);
            if (!writePngFile(folder_.filePath(name + "/" + file).toStdString(), image, Overwrite::Yes))
                return {};
        }
        return folder_.filePath(name);
    }
    void openFolders(const QString& a, const QString& b) { page_->session().setInputs(inputAt(a.toStdString()), inputAt(b.toStdString())); }

    QTemporaryDir folder_;
    std::unique_ptr<ComparePage> page_;
};

void ComparePageTest::nothing_isOpened_saysWhatToDo()
{
    QVERIFY(text().contains("Open or drop an original as A"));
    page_->session().setInput(Side::A, {"a", {}, shared(wandering(0.5))});
    QVERIFY(text().contains("Open or drop an original as A"));
    QVERIFY(!page_->session().isComparing());
}

void ComparePageTest::twoSounds_areAlignedMeasuredAndPlayable()
{
    page_->session().setInputs({"original", {}, shared(wandering(3))}, {"late", {}, shared(wandering(3, 1000, 0.15f))});
    QVERIFY(compared());
    const auto sounds = page_->session().sounds();
    QVERIFY(sounds);
    QCOMPARE(sounds->comparison.alignment.offset, std::ptrdiff_t{1000});
    QVERIFY(std::abs(sounds->comparison.gainDb + 6.02) < 0.05);
    QVERIFY(sounds->comparison.snrDb > 60);
    QVERIFY2(text().contains("1000 samples"), qPrintable(text()));
    QVERIFY(!page_->soundPanes().isHidden() && page_->imagePanes().parentWidget()->isHidden());
    for (const Side side : {Side::A, Side::B, Side::Difference})
        QVERIFY(page_->player().hasSound(side));
    QCOMPARE(page_->soundPanes().viewA().spectrogram(), sounds->a);
    QCOMPARE(page_->soundPanes().differenceView().spectrogram(), sounds->levels);
    page_->findChild<QComboBox*>("differenceShown")->setCurrentIndex(1);
    QCOMPARE(page_->soundPanes().differenceView().spectrogram(), sounds->difference);
}

void ComparePageTest::soundAndImages_areRefusedInOneSentence()
{
    QSignalSpy failed(page_.get(), &ComparePage::failed);
    openFolders(testsupport::soundIn(folder_, 1), folderOf("single", {"x.png"}));
    QVERIFY(compared());
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().contains("compare two sounds, or images with images"));
    QVERIFY(!page_->session().sounds() && page_->session().pairs().empty());
}

void ComparePageTest::folders_arePairedAndMeasuredOneByOne()
{
    const QString a = folderOf("a", {"s_2.png", "s_10.png", "s_1.png"});
    const QString b = folderOf("b", {"s_1.png", "s_2.png", "s_10.png"}, 10);
    QSignalSpy pair(&page_->session(), &CompareSession::pairCompared);
    openFolders(a, b);
    QVERIFY(compared());
    QCOMPARE(pair.size(), 3);
    const auto& pairs = page_->session().pairs();
    QCOMPARE(pairs[2].files.b.filename().string(), std::string("s_10.png"));
    QVERIFY(pairs[0].figures.has_value());
    QVERIFY(std::abs(pairs[0].figures->psnrDb - 20 * std::log10(25.5)) < 1e-6); // a difference of 10 everywhere
    auto* table = page_->findChild<QTableWidget*>();
    QCOMPARE(table->rowCount(), 4);
    QCOMPARE(table->item(3, 1)->text(), QString::number(20 * std::log10(25.5), 'f', 2));
    QVERIFY(QTest::qWaitFor([this] { return page_->session().images() != nullptr; }, 10'000));
    QCOMPARE(page_->session().images()->comparison.difference.at(5, 5), std::uint16_t{255}); // 10 times 50
    table->setCurrentCell(1, 0);
    QCOMPARE(page_->session().selectedPair(), 1);
    QVERIFY(QTest::qWaitFor([this] { return page_->session().images()->comparison.files.a.filename() == "s_2.png"; }, 10'000));
}

void ComparePageTest::imageWithoutPartner_isTold()
{
    QSignalSpy noticed(page_.get(), &ComparePage::noticed);
    openFolders(folderOf("c", {"s_1.png", "s_2.png", "s_3.png"}), folderOf("d", {"s_1.png", "s_3.png"}));
    QVERIFY(compared());
    QCOMPARE(page_->session().pairs().size(), std::size_t{2});
    QVERIFY(std::ranges::any_of(noticed, [](const auto& told) { return told.front().toString().contains("s_2.png"); }));
}

void ComparePageTest::divider_leavesOnePaneForBoth()
{
    page_->session().setInputs({"a", {}, shared(wandering(1))}, {"b", {}, shared(wandering(1))});
    QVERIFY(compared());
    QVERIFY(!page_->soundPanes().viewB().isHidden());
    page_->findChild<QComboBox*>("compareMode")->setCurrentIndex(1);
    QVERIFY(page_->soundPanes().viewB().isHidden());
    page_->soundPanes().viewA().setDivider(0.2);
    QCOMPARE(page_->findChild<QSlider*>("divider")->value(), 200);
    page_->findChild<QSlider*>("divider")->setValue(700);
    QCOMPARE(page_->soundPanes().viewA().divider(), 0.7);
    page_->findChild<QComboBox*>("compareMode")->setCurrentIndex(0);
    QVERIFY(!page_->soundPanes().viewB().isHidden());
}

void ComparePageTest::workbench_offersItsSounds_orSaysWhatIsMissing()
{
    std::shared_ptr<const Audio> result;
    page_->setWorkbenchInputs([&](Side side) -> CompareInput {
        if (side == Side::A)
            return {"song", {}, shared(wandering(1))};
        return result ? CompareInput{"result", {}, result} : CompareInput{};
    });
    page_->compareWorkbench();
    QVERIFY(!page_->session().isComparing());
    result = shared(wandering(1));
    page_->compareWorkbench();
    QVERIFY(compared());
    QCOMPARE(page_->session().sounds()->comparison.snrDb, 160.0); // equal
}

void ComparePageTest::newInput_whileComparing_wins()
{
    page_->session().setInputs({"a", {}, shared(wandering(20))}, {"b", {}, shared(wandering(20))});
    page_->session().setInput(Side::B, {"short", {}, shared(wandering(1))});
    QVERIFY(compared());
    QCOMPARE(page_->session().sounds()->comparison.b->sampleCount(), std::size_t{44100});
}

void ComparePageTest::gain_changed_comparesAgain()
{
    openFolders(folderOf("e", {"x.png"}), folderOf("f", {"x.png"}, 2));
    QVERIFY(compared());
    QVERIFY(QTest::qWaitFor([this] { return page_->session().images() != nullptr; }, 10'000));
    QCOMPARE(page_->session().images()->comparison.difference.at(0, 0), std::uint16_t{100});
    QVERIFY(page_->session().setField("gain", "10"));
    QVERIFY(!page_->session().setField("gain", "0"));
    QVERIFY(QTest::qWaitFor([this] { return page_->session().images() != nullptr; }, 10'000));
    QCOMPARE(page_->session().images()->comparison.difference.at(0, 0), std::uint16_t{20});
}

void ComparePageTest::images_soundOnDemand_withTheirDifference()
{
    JobMonitor monitor;
    const auto codec = makeCodec("wavdiff");
    QVERIFY(setFieldText(*findField(codec->fields(), "size"), "256"));
    const auto set = encodeToMemory(shared(wandering(1)), {"noise.wav", "", 44100}, "noise", *codec, monitor);
    QVERIFY(set.has_value());
    for (const char* name : {"soundA", "soundB"})
        for (const TileFile& tile : set.value().tiles) {
            QDir(folder_.path()).mkpath(name);
            QVERIFY(writeFile(folder_.filePath(QString(name) + "/" + QString::fromStdString(tile.name)).toStdString(), tile.png, Overwrite::No));
        }
    openFolders(folder_.filePath("soundA"), folder_.filePath("soundB"));
    QVERIFY(compared());
    QVERIFY(!page_->player().hasSound(Side::A)); // only when it is wanted
    QSignalSpy heard(&page_->session(), &CompareSession::heard);
    QTest::mouseClick(page_->findChild<QPushButton*>("hearImages"), Qt::LeftButton);
    QVERIFY(heard.wait(20'000));
    QVERIFY(page_->player().hasSound(Side::Difference));
    QCOMPARE(page_->session().heardSound(Side::B)->sampleCount(), std::size_t{44100});
    QCOMPARE(page_->session().heardSound(Side::A)->channels, page_->session().heardSound(Side::B)->channels);
}

void ComparePageTest::report_ofSoundsInMemory_isWritten()
{
    page_->session().setInputs({"original", {}, shared(wandering(1))}, {"made of it", {}, shared(wandering(1, 10))});
    QVERIFY(compared());
    QSignalSpy written(&page_->session(), &CompareSession::reportWritten);
    page_->session().writeReport(folder_.filePath("sounds"), Overwrite::No);
    QVERIFY(written.wait(30'000));
    QCOMPARE(written.front().front().toString(), folder_.filePath("sounds/comparison.html"));
    QFile page(folder_.filePath("sounds/comparison.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY(html.contains("made of it") && html.contains("<audio"));
}

void ComparePageTest::report_ofFolders_isWritten_butReplacesNothing()
{
    openFolders(folderOf("g", {"x.png", "y.png"}), folderOf("h", {"x.png", "y.png"}, 5));
    QVERIFY(compared());
    QSignalSpy written(&page_->session(), &CompareSession::reportWritten);
    QSignalSpy failed(page_.get(), &ComparePage::failed);
    page_->session().writeReport(folder_.filePath("images"), Overwrite::No);
    QVERIFY(written.wait(30'000));
    QVERIFY(QFile::exists(folder_.filePath("images/x_comparison.png")) && QFile::exists(folder_.filePath("images/comparison.csv")));
    page_->session().writeReport(folder_.filePath("images"), Overwrite::No);
    QVERIFY(failed.wait(30'000));
    QCOMPARE(written.size(), 1);
}

QTEST_MAIN(ComparePageTest)
#include "comparepage_test.moc"
