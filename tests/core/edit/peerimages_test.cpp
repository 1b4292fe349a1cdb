// SPDX-License-Identifier: GPL-3.0-or-later
// The golden cases that ai-music-generation made of images.
#include "core/edit/images/peerimages.h"
#include "core/io/imagefile.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <fstream>

using namespace sonoloom;
using nlohmann::json;
using testsupport::goldenPath;

class PeerImagesTest : public QObject
{
    Q_OBJECT

private slots:
    void goldenCases_areThePeers_data();
    void goldenCases_areThePeers();
    void whatDoesNotFit_isRefused();
};

namespace
{

json casesOf(const std::string& kind)
{
    std::ifstream file(goldenPath("manifest.json"));
    const json manifest = json::parse(file);
    json cases = json::array();
    for (const auto& each : manifest["cases"])
        if (each["kind"] == kind)
            cases.push_back(each);
    return cases;
}

Image golden(const json& name)
{
    return readImageFile(goldenPath(name.get<std::string>())).value();
}

void compare(const Image& made, const Image& expected)
{
    QCOMPARE(made.width, expected.width);
    QCOMPARE(made.height, expected.height);
    QVERIFY(made.samples == expected.samples);
}

} // namespace

void PeerImagesTest::goldenCases_areThePeers_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("number");
    QTest::newRow("blend of 10") << "mickets_blend" << 0;
    QTest::newRow("blend of 18") << "mickets_blend" << 1;
    QTest::newRow("concat") << "mickets_concat" << 0;
}

void PeerImagesTest::goldenCases_areThePeers()
{
    QFETCH(QString, kind);
    QFETCH(int, number);
    const json golden_ = casesOf(kind.toStdString())[static_cast<std::size_t>(number)];
    std::vector<Image> images;
    for (const auto& input : golden_["inputs"])
        images.push_back(golden(input));
    if (kind == "mickets_concat") {
        compare(concatAsPeer(images), golden(golden_["outputs"][0]["path"]));
        return;
    }
    const auto made = blendAsPeer(images[0], images[1], golden_["params"]["region"], golden_["params"]["bands"]);
    QVERIFY(made);
    compare(made->first, golden(golden_["outputs"][0]["path"]));
    compare(made->second, golden(golden_["outputs"][1]["path"]));
}

void PeerImagesTest::whatDoesNotFit_isRefused()
{
    const Image image(20, 10, 3);
    QVERIFY(blendAsPeer(image, image, 20, 10));
    QCOMPARE(blendAsPeer(image, image, 21, 10).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(blendAsPeer(image, image, 0, 10).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(blendAsPeer(image, image, 5, 11).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(blendAsPeer(image, Image(20, 11, 3), 5, 2).error().code, ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(PeerImagesTest)
#include "peerimages_test.moc"
