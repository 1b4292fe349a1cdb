// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/abx.h"

#include <QtTest>

using namespace sonoloom;

class AbxTest : public QObject
{
    Q_OBJECT

private slots:
    void probability_ofKnownScores_isThatOfTheBinomialTest_data();
    void probability_ofKnownScores_isThatOfTheBinomialTest();
    void right_countsAnswersThatAreX();
    void json_readBack_isTheSameReport();
    void json_withSomethingMissing_isRefusedByName_data();
    void json_withSomethingMissing_isRefusedByName();
    void text_namesAllThatCounts();
    void givenUp_hasNoProbability();
};

namespace
{

AbxReport tenTrials()
{
    AbxReport report;
    report.program = "Sonoloom 0.1.0";
    report.started = "2026-01-02T03:04:05Z";
    report.sounds[0] = {"song.wav", std::string(64, 'a'), true, -2.25};
    report.sounds[1] = {"what \"the\" images hold", std::string(64, 'b'), false, 0};
    report.matched = true;
    report.loopFrom = 1.5;
    report.loopTo = 4.1;
    report.device = "Headphones";
    report.fadeSeconds = 0.008;
    report.planned = 10;
    for (int i = 0; i < 10; ++i) {
        const AbxSide x = i % 3 == 0 ? AbxSide::A : AbxSide::B;
        report.trials.push_back({x, i == 4 ? AbxSide::A : x, 3.25 * (i + 1)});
    }
    return report;
}

} // namespace

void AbxTest::probability_ofKnownScores_isThatOfTheBinomialTest_data()
{
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("trials");
    QTest::addColumn<double>("probability");
    QTest::newRow("none") << 0 << 10 << 1.0;
    QTest::newRow("9 of 10") << 9 << 10 << 11.0 / 1024;
    QTest::newRow("12 of 16") << 12 << 16 << 2517.0 / 65536; // 0.0384
    QTest::newRow("all of 16") << 16 << 16 << 1.0 / 65536;
    QTest::newRow("one of one") << 1 << 1 << 0.5;
    QTest::newRow("all of 1000") << 1000 << 1000 << std::ldexp(1.0, -1000);
}

void AbxTest::probability_ofKnownScores_isThatOfTheBinomialTest()
{
    QFETCH(int, right);
    QFETCH(int, trials);
    QFETCH(double, probability);
    QVERIFY(std::abs(abxProbability(right, trials) / probability - 1) < 1e-12);
}

void AbxTest::right_countsAnswersThatAreX()
{
    QCOMPARE(tenTrials().right(), 9);
}

void AbxTest::json_readBack_isTheSameReport()
{
    const AbxReport report = tenTrials();
    const auto again = abxFromJson(abxJson(report));
    QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
    QVERIFY(*again == report);
}

void AbxTest::json_withSomethingMissing_isRefusedByName_data()
{
    QTest::addColumn<QString>("key");
    for (const char* key : {"started", "sha256", "gain-db", "loudness-matched", "planned", "answer", "seconds", "device"})
        QTest::newRow(key) << key;
}

void AbxTest::json_withSomethingMissing_isRefusedByName()
{
    QFETCH(QString, key);
    const QString json = QString::fromStdString(abxJson(tenTrials())).replace("\"" + key + "\":", "\"other\":");
    const auto again = abxFromJson(json.toStdString());
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Corrupt);
    QVERIFY2(again.error().message.find("'" + key.toStdString() + "'") != std::string::npos, again.error().message.c_str());
    QVERIFY(!abxFromJson("[]"));
    QVERIFY(!abxFromJson("{\"kind\":\"other\"}"));
}

void AbxTest::text_namesAllThatCounts()
{
    const std::string text = abxText(tenTrials());
    for (const std::string& part : {std::string(64, 'a'), std::string(64, 'b'), std::string("song.wav"), std::string("-2.25 dB"),
                                    std::string("1.500 s to 4.100 s"), std::string("Headphones"), std::string("9 of 10"),
                                    std::string("0.0107"), std::string("8.0 ms"), std::string("32.5 s"), std::string("Sonoloom 0.1.0")})
        QVERIFY2(text.find(part) != std::string::npos, part.c_str());
}

void AbxTest::givenUp_hasNoProbability()
{
    AbxReport report = tenTrials();
    report.trials.resize(7);
    QVERIFY(report.givenUp());
    QVERIFY(abxText(report).find("Given up after 7 of 10") != std::string::npos);
    QVERIFY(abxText(report).find("Probability") == std::string::npos);
    QVERIFY(abxJson(report).find("\"probability\": null") != std::string::npos);
    QVERIFY(abxJson(tenTrials()).find("\"probability\": 0.0107") != std::string::npos);
}

QTEST_APPLESS_MAIN(AbxTest)
#include "abx_test.moc"
