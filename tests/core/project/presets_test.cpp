// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "core/project/presets.h"
#include "resources/presets/builtinpresets.h"
#include "tests/core/io/scratchfolder.h"

#include <QDir>
#include <QTest>

using namespace sonoloom;
namespace fs = std::filesystem;

namespace
{

Preset somePreset(const std::string& name)
{
    std::shared_ptr<Codec> codec = makeCodec("riffusion");
    if (!setFieldText(*findField(codec->fields(), "power"), "0.3"))
        qFatal("no power");
    Preset preset{name, "For tests.", codec, {}};
    preset.reconstruct.iterations = 9;
    return preset;
}

std::string whyNot(const std::string& json)
{
    const auto preset = presetFromJson(json, "p.json");
    return preset ? "" : preset.error().message;
}

class Notices final : public JobMonitor
{
public:
    void notice(std::string_view sentence) override { all += std::string(sentence) + '\n'; }
    std::string all;
};

} // namespace

class PresetsTest : public QObject
{
    Q_OBJECT

private slots:
    void written_readAgain_isTheSame()
    {
        const Preset preset = somePreset("Mine");
        const auto again = presetFromJson(presetToJson(preset), "p.json");
        QVERIFY(again.has_value());
        QCOMPARE(again.value().name, preset.name);
        QCOMPARE(again.value().description, preset.description);
        QVERIFY(isPreset(preset, *again.value().codec, again.value().reconstruct));
        QVERIFY(!isPreset(preset, *makeCodec("riffusion"), preset.reconstruct));
        QVERIFY(!isPreset(preset, *preset.codec, {}));
        const auto best = preset.codec->clone();
        const auto compatible = preset.codec->clone();
        compatible->setCompatible(true);
        for (const char* key : {"level", "channels"}) // where the two differ: all fields are equal then
            QVERIFY(setFieldText(*findField(compatible->fields(), key), fieldText(*findField(best->fields(), key))));
        QCOMPARE(fieldsToJson(compatible->fields()), fieldsToJson(best->fields()));
        QVERIFY(!isPreset(preset, *compatible, preset.reconstruct));
    }

    void fieldsNotNamed_haveTheirDefaults()
    {
        const auto preset = presetFromJson(R"({"kind": "sonoloom preset", "version": 1, "name": "P",
            "format": {"name": "riffusion", "compatible": true, "params": {"n-mels": 128}}})", "p.json");
        QVERIFY(preset.has_value());
        const auto codec = preset.value().codec->clone();
        QVERIFY(codec->compatible());
        QCOMPARE(fieldText(*findField(codec->fields(), "level")), std::string("minmax"));
        QCOMPARE(fieldText(*findField(codec->fields(), "n-mels")), std::string("128"));
        QVERIFY(preset.value().reconstruct == ReconstructParams{});
    }

    void badOnes_areOneSentence_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("word");
        const QString head = R"({"kind": "sonoloom preset", "version": 1, "name": "P", )";
        QTest::newRow("no JSON") << "hello" << "no preset";
        QTest::newRow("other JSON") << "{\"kind\": \"sonoloom project\"}" << "no preset";
        QTest::newRow("deep") << QString(100'000, '[') << "no preset";
        QTest::newRow("newer") << R"({"kind": "sonoloom preset", "version": 2, "name": "P"})" << "update Sonoloom";
        QTest::newRow("no name") << R"({"kind": "sonoloom preset", "version": 1, "format": {"name": "riffusion"}})" << "no name";
        QTest::newRow("format") << head + R"("format": {"name": "mp3"}})" << "'mp3' is not known";
        QTest::newRow("no object") << head + R"("format": {"name": "riffusion", "params": 3}})" << "must be JSON objects";
        QTest::newRow("field") << head + R"("format": {"name": "riffusion", "params": {"maxvoll": 3}}})" << "has no 'maxvoll'";
        QTest::newRow("type") << head + R"("format": {"name": "riffusion", "params": {"power": "x"}}})" << "'power' is";
        QTest::newRow("range") << head + R"("format": {"name": "riffusion", "params": {"power": 3}}})" << "from 0.01 to 2";
        QTest::newRow("method") << head + R"("format": {"name": "riffusion"}, "reconstruct": {"method": "magic"}})" << "'method' is";
    }

    void badOnes_areOneSentence()
    {
        QFETCH(QString, json);
        QFETCH(QString, word);
        const QString sentence = QString::fromStdString(whyNot(json.toStdString()));
        QVERIFY2(sentence.startsWith("The preset 'p.json' cannot be used: ") && sentence.contains(word), qPrintable(sentence));
        QVERIFY(!sentence.contains('\n'));
    }

    void folder_keepsRenamesAndRemoves()
    {
        const ScratchFolder scratch;
        const PresetFolder folder(scratch.root() / "not there yet");
        Notices notices;
        QVERIFY(folder.presets(notices).empty());
        QVERIFY(folder.save(somePreset("b/ä ?"), Overwrite::No));
        QVERIFY(folder.save(somePreset("A2"), Overwrite::No));
        QCOMPARE(folder.save(somePreset("A2"), Overwrite::No).error().code, ErrorCode::Exists);
        QVERIFY(folder.save(somePreset("A2"), Overwrite::Yes));
        QVERIFY(folder.rename("A2", "A10"));
        QCOMPARE(folder.rename("A2", "x").error().code, ErrorCode::NotFound);
        QCOMPARE(folder.rename("A10", "b/ä ?").error().code, ErrorCode::Exists);
        QVERIFY(folder.save(somePreset("A9"), Overwrite::No));
        const auto all = folder.presets(notices);
        QCOMPARE(all.size(), std::size_t{3});
        QCOMPARE(all[0].name, std::string("A9"));
        QCOMPARE(all[1].name, std::string("A10"));
        QCOMPARE(all[2].name, std::string("b/ä ?"));
        QVERIFY(folder.remove("b/ä ?"));
        QCOMPARE(folder.remove("b/ä ?").error().code, ErrorCode::NotFound);
        QCOMPARE(folder.presets(notices).size(), std::size_t{2});
        for (int i = 20; i < 60; ++i) // no folder lists so many in order by itself
            QVERIFY(folder.save(somePreset("A" + std::to_string(i)), Overwrite::No));
        const auto many = folder.presets(notices);
        for (std::size_t i = 2; i < many.size(); ++i)
            QCOMPARE(many[i].name, "A" + std::to_string(i + 18));
        QVERIFY(notices.all.empty());
        QCOMPARE(folder.save(somePreset(""), Overwrite::No).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(folder.save(somePreset("a\nb"), Overwrite::No).error().code, ErrorCode::InvalidArgument);
    }

    void folder_withForeignFiles_tellsTheBadAndTakesTheGood()
    {
        const ScratchFolder scratch;
        scratch.with("bad.json", "{}");
        scratch.with("notes.txt", "hello");
        scratch.with("copied by hand.json", presetToJson(somePreset("Mine")));
        const PresetFolder folder(scratch.root());
        Notices notices;
        QCOMPARE(folder.presets(notices).size(), std::size_t{1});
        QVERIFY(notices.all.find("bad.json") != std::string::npos && notices.all.find("notes") == std::string::npos);
        QVERIFY(folder.rename("Mine", "Yours"));
        QCOMPARE(folder.presets(notices).front().name, std::string("Yours"));
        QVERIFY(!fs::exists(scratch.root() / "copied by hand.json"));
    }

    void builtIn_areAllFilesOfTheFolder_andCanBeRead()
    {
        const auto files = QDir(SONOLOOM_SOURCE_DIR "/resources/presets").entryList({"*.json"}, QDir::Files);
        const auto all = builtInPresets();
        QCOMPARE(static_cast<qsizetype>(all.size()), files.size());
        for (const BuiltInPreset& each : all) {
            const auto preset = presetFromJson(each.json, each.file);
            QVERIFY2(preset.has_value(), preset ? "" : preset.error().message.c_str());
            QVERIFY(!preset.value().description.empty());
            QVERIFY(files.contains(QString::fromStdString(each.file)));
        }
    }
};

QTEST_GUILESS_MAIN(PresetsTest)
#include "presets_test.moc"
