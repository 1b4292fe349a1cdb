// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fields.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace
{

enum class Shape { Round, Square };

struct Cookie {
    int raisins = 3;
    double weight = 12.5;
    bool glazed = false;
    Shape shape = Shape::Square;
    std::string name = "plain";
    bool operator==(const Cookie&) const = default;
};

template <class Params, class Visitor>
    requires sonoloom::FieldsOf<Params, Cookie>
void visitFields(Params& p, Visitor&& visit)
{
    using namespace sonoloom;
    visit("raisins", p.raisins, Range{0, 20}, Label{"Raisins"}, "", Help{"How many raisins"});
    visit("weight", p.weight, Range{0.5, 100}, Label{"Weight"}, "g", Help{"Weight of the dough"});
    visit("glazed", p.glazed, Label{"Glazed"}, Help{"With sugar on top"});
    visit("shape", p.shape, Choices{{"round", "square"}}, Label{"Shape"}, Help{"Outline"});
    visit("name", p.name, Label{"Name"}, Help{"What it is called"});
}

} // namespace

class FieldsTest : public QObject
{
    Q_OBJECT
private slots:
    void setText_everyKind_setsTheStruct();
    void setText_nonsense_namesFieldAndKeepsValue();
    void check_outOfRange_namesFieldAndRange();
    void check_notANumber_isRefused();
    void json_roundTrip_givesEqualParams();
    void json_unknownKey_isPassedOver();
    void json_wrongType_namesField();
    void help_number_tellsRangeUnitAndDefault();
};

void FieldsTest::setText_everyKind_setsTheStruct()
{
    Cookie cookie;
    const auto fields = sonoloom::fieldsOf(cookie);
    QVERIFY(setFieldText(*findField(fields, "raisins"), "7"));
    QVERIFY(setFieldText(*findField(fields, "weight"), "+1e1"));
    QVERIFY(setFieldText(*findField(fields, "glazed"), "true"));
    QVERIFY(setFieldText(*findField(fields, "shape"), "round"));
    QVERIFY(setFieldText(*findField(fields, "name"), "Florentine"));
    QVERIFY((cookie == Cookie{7, 10.0, true, Shape::Round, "Florentine"}));
}

void FieldsTest::setText_nonsense_namesFieldAndKeepsValue()
{
    Cookie cookie;
    const auto fields = sonoloom::fieldsOf(cookie);
    for (const char* key : {"raisins", "weight", "glazed", "shape"}) {
        const auto set = setFieldText(*sonoloom::findField(fields, key), "many");
        QVERIFY(!set);
        QVERIFY(set.error().message.find(key) != std::string::npos);
        QVERIFY(set.error().message.find("many") != std::string::npos);
    }
    QVERIFY(!setFieldText(*sonoloom::findField(fields, "raisins"), "3.5"));
    QVERIFY(!setFieldText(*sonoloom::findField(fields, "raisins"), ""));
    QVERIFY(cookie == Cookie{});
}

void FieldsTest::check_outOfRange_namesFieldAndRange()
{
    Cookie cookie;
    cookie.raisins = 21;
    const auto checked = sonoloom::checkParams(cookie);
    QVERIFY(!checked);
    QCOMPARE(checked.error().message, std::string("'raisins' is 21 but must be a whole number from 0 to 20."));
    cookie.raisins = 20;
    QVERIFY(sonoloom::checkParams(cookie));
}

void FieldsTest::check_notANumber_isRefused()
{
    Cookie cookie;
    cookie.weight = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!sonoloom::checkParams(cookie));
    cookie.weight = std::numeric_limits<double>::infinity();
    QVERIFY(!sonoloom::checkParams(cookie));
}

void FieldsTest::json_roundTrip_givesEqualParams()
{
    Cookie cookie{5, 0.1 + 0.2, true, Shape::Round, "Zimtstern \"fein\" äöü"};
    Cookie back;
    QVERIFY(fieldsFromJson(sonoloom::fieldsOf(back), fieldsToJson(sonoloom::fieldsOf(cookie))));
    QVERIFY(back == cookie);
}

void FieldsTest::json_unknownKey_isPassedOver()
{
    Cookie cookie;
    QVERIFY(fieldsFromJson(sonoloom::fieldsOf(cookie), R"({"colour": "brown", "raisins": 9})"));
    QCOMPARE(cookie.raisins, 9);
}

void FieldsTest::json_wrongType_namesField()
{
    Cookie cookie;
    const auto fields = sonoloom::fieldsOf(cookie);
    const auto set = fieldsFromJson(fields, R"({"raisins": "nine"})");
    QVERIFY(!set);
    QVERIFY(set.error().message.find("raisins") != std::string::npos);
    QVERIFY(!fieldsFromJson(fields, "[1, 2]"));
    QVERIFY(!fieldsFromJson(fields, "{\"raisins\": "));
}

void FieldsTest::help_number_tellsRangeUnitAndDefault()
{
    Cookie cookie;
    const auto fields = sonoloom::fieldsOf(cookie);
    QCOMPARE(fieldHelp(*findField(fields, "weight")), std::string("Weight of the dough (0.5 to 100 g, default 12.5)"));
    QCOMPARE(fieldHelp(*findField(fields, "shape")), std::string("Outline (round, square; default square)"));
}

QTEST_APPLESS_MAIN(FieldsTest)
#include "fields_test.moc"
