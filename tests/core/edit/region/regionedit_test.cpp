// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/edit/region/memorycanvas.h"

#include <QtTest>

#include <cmath>

using namespace sonoloom;
using testsupport::MemoryCanvas;

class RegionEditTest : public QObject
{
    Q_OBJECT

private slots:
    void everyEdit_leavesWhatIsOutside_asItWas_data();
    void everyEdit_leavesWhatIsOutside_asItWas();
    void gain_multiplies();
    void erase_silences_andKeepErasesTheRest();
    void heal_ofATone_takesTheLevelAround();
    void heal_ofAllBands_goesFromBeforeToBehind();
    void heal_ofEverything_changesNothing();
    void smooth_spreads_andKeepsWhatIsEven();
    void paste_modes_meetWhatIsThere();
    void paste_movesInTimeAndPitch();
    void shift_leavesSilence_andMayOverlapItself();
    void shift_beyondTheEnd_erases();
    void mirror_turnsTime_andFrequency();
    void longEdit_isMadeInBlocks_likeAShortOne();
    void edit_thatTouchesNothing_changesNothing();
    void cancelled_edit_saysSo();

private:
    /// Columns 20 to 39 and bands 10 to 29, without soft edges.
    static RegionEdit edit(RegionOp op, const RegionGrid& grid)
    {
        RegionEdit edit;
        edit.op = op;
        edit.shape = {RegionKind::Rectangle, {{0.195, grid.hertzOf(9.5)}, {0.395, grid.hertzOf(29.5)}}};
        edit.shape.softMs = edit.shape.softMels = 0;
        return edit;
    }
    static bool isInside(std::size_t column, std::size_t band) { return column >= 20 && column < 40 && band >= 10 && band < 30; }
};

void RegionEditTest::everyEdit_leavesWhatIsOutside_asItWas_data()
{
    QTest::addColumn<int>("op");
    const std::vector<std::pair<const char*, RegionOp>> ops{{"gain", RegionOp::Gain}, {"erase", RegionOp::Erase}, {"heal", RegionOp::Heal}, {"smooth", RegionOp::Smooth}, {"mirror", RegionOp::Mirror}};
    for (const auto& [name, op] : ops)
        QTest::newRow(name) << static_cast<int>(op);
}

void RegionEditTest::everyEdit_leavesWhatIsOutside_asItWas()
{
    QFETCH(int, op);
    MemoryCanvas canvas;
    for (std::size_t c = 0; c < 100; ++c)
        for (std::size_t b = 0; b < 64; ++b)
            canvas.set(c, b, static_cast<float>(1 + (c * 31 + b * 17) % 101));
    const auto before = canvas.now;
    RegionEdit edit = RegionEditTest::edit(static_cast<RegionOp>(op), canvas.grid());
    edit.shape.softMs = 30;
    edit.shape.softMels = 50;
    QVERIFY(canvas.apply(edit));
    QVERIFY(canvas.now != before);
    for (std::size_t c = 0; c < 100; ++c)
        for (std::size_t b = 0; b < 64; ++b)
            if (!isInside(c, b))
                QCOMPARE(canvas.now(c, b), before(c, b));
}

void RegionEditTest::gain_multiplies()
{
    MemoryCanvas canvas;
    RegionEdit edit = RegionEditTest::edit(RegionOp::Gain, canvas.grid());
    edit.gainDb = 20;
    QVERIFY(canvas.apply(edit));
    QVERIFY(std::abs(canvas.now(30, 20) - 1000) < 0.1);
    edit.shape.softMs = 30; // in the edge less, in dB
    canvas.fill(100);
    QVERIFY(canvas.apply(edit));
    QVERIFY(canvas.now(20, 20) > 100 && canvas.now(20, 20) < 200);
}

void RegionEditTest::erase_silences_andKeepErasesTheRest()
{
    MemoryCanvas canvas;
    QVERIFY(canvas.apply(edit(RegionOp::Erase, canvas.grid())));
    QCOMPARE(canvas.now(30, 20), 0.0f);
    canvas.fill(100);
    QVERIFY(canvas.apply(edit(RegionOp::Keep, canvas.grid())));
    for (std::size_t c = 0; c < 100; ++c)
        for (std::size_t b = 0; b < 64; ++b)
            QCOMPARE(canvas.now(c, b), isInside(c, b) ? 100.0f : 0.0f);
}

void RegionEditTest::heal_ofATone_takesTheLevelAround()
{
    MemoryCanvas canvas;
    for (std::size_t c = 0; c < 100; ++c)
        for (std::size_t b = 0; b < 64; ++b)
            canvas.set(c, b, b < 10 ? 10.0f : b >= 30 ? 1000.0f : b == 20 ? 1e6f : 100.0f);
    QVERIFY(canvas.apply(edit(RegionOp::Heal, canvas.grid())));
    for (std::size_t b = 10; b < 30; ++b) { // straight in dB from 10 to 1000
        const double expected = 10 * std::pow(100.0, static_cast<double>(b - 9) / 21);
        QVERIFY(std::abs(canvas.now(30, b) / expected - 1) < 1e-3);
    }
}

void RegionEditTest::heal_ofAllBands_goesFromBeforeToBehind()
{
    MemoryCanvas canvas;
    for (std::size_t c = 0; c < 100; ++c)
        for (std::size_t b = 0; b < 64; ++b)
            canvas.set(c, b, c < 20 ? 10.0f : c >= 40 ? 1000.0f : 1e6f);
    RegionEdit edit = RegionEditTest::edit(RegionOp::Heal, canvas.grid());
    edit.shape.points = {{0.195, 0}, {0.395, 4000}};
    QVERIFY(canvas.apply(edit));
    QVERIFY(canvas.now(20, 5) > 10 && canvas.now(20, 5) < 20);
    QVERIFY(std::abs(canvas.now(29, 5) / 100 - 1) < 0.2);
    QVERIFY(canvas.now(39, 5) > 500 && canvas.now(39, 5) < 1000);
}

void RegionEditTest::heal_ofEverything_changesNothing()
{
    MemoryCanvas canvas;
    RegionEdit edit = RegionEditTest::edit(RegionOp::Heal, canvas.grid());
    edit.shape.points = {{0, 0}, {1, 4000}};
    QVERIFY(canvas.apply(edit));
    QCOMPARE(canvas.now(50, 30), 100.0f);
}

void RegionEditTest::smooth_spreads_andKeepsWhatIsEven()
{
    MemoryCanvas canvas;
    QVERIFY(canvas.apply(edit(RegionOp::Smooth, canvas.grid())));
    QVERIFY(std::abs(canvas.now(30, 20) - 100) < 0.01);
    canvas.set(30, 20, 10000);
    QVERIFY(canvas.apply(edit(RegionOp::Smooth, canvas.grid())));
    QVERIFY(canvas.now(30, 20) < 1000);
    QVERIFY(canvas.now(31, 20) > 110);
    QVERIFY(canvas.now(30, 21) > 110);
    RegionEdit none = edit(RegionOp::Smooth, canvas.grid());
    none.smoothMs = none.smoothMels = 0;
    const auto before = canvas.now;
    QVERIFY(canvas.apply(none));
    QVERIFY(canvas.now == before);
}

void RegionEditTest::paste_modes_meetWhatIsThere()
{
    const auto pasted = [](PasteMode mode) {
        MemoryCanvas canvas;
        canvas.set(30, 20, 400);
        canvas.set(31, 20, 50);
        RegionEdit edit = RegionEditTest::edit(RegionOp::Paste, canvas.grid());
        edit.mode = mode;
        edit.shiftSeconds = 0.4;
        return canvas.apply(edit) ? std::pair(canvas.now(70, 20), canvas.now(71, 20)) : std::pair(-1.0f, -1.0f);
    };
    QCOMPARE(pasted(PasteMode::Replace), std::pair(400.0f, 50.0f));
    QCOMPARE(pasted(PasteMode::Add), std::pair(500.0f, 150.0f));
    QCOMPARE(pasted(PasteMode::Max), std::pair(400.0f, 100.0f));
    QCOMPARE(pasted(PasteMode::Multiply), std::pair(100.0f, 12.5f));
}

void RegionEditTest::paste_movesInTimeAndPitch()
{
    MemoryCanvas canvas(100, 512);
    canvas.fill(0);
    const RegionGrid& grid = canvas.grid();
    const auto bandOf = [&](double hertz) { return static_cast<std::size_t>(std::lround(grid.bandAt(melFromHertz(hertz)))); };
    for (const int away : {-1, 0, 1})
        canvas.set(30, bandOf(500) + static_cast<std::size_t>(away + 1) - 1, away == 0 ? 100.0f : 50.0f);
    RegionEdit edit;
    edit.op = RegionOp::Paste;
    edit.shape = {RegionKind::Rectangle, {{0.2, 400}, {0.4, 620}}};
    edit.shiftSeconds = 0.4;
    edit.semitones = 12;
    QVERIFY(canvas.apply(edit));
    QVERIFY(canvas.now(70, bandOf(1000)) > 60);
    QCOMPARE(canvas.now(70, bandOf(500)), 0.0f);
    QCOMPARE(canvas.now(30, bandOf(500)), 100.0f); // it stays where it was
}

void RegionEditTest::shift_leavesSilence_andMayOverlapItself()
{
    MemoryCanvas canvas;
    for (std::size_t c = 20; c < 40; ++c)
        canvas.set(c, 20, static_cast<float>(1000 + c));
    RegionEdit edit = RegionEditTest::edit(RegionOp::Shift, canvas.grid());
    edit.shiftSeconds = 0.05;
    QVERIFY(canvas.apply(edit));
    for (std::size_t c = 20; c < 25; ++c)
        QCOMPARE(canvas.now(c, 20), 0.0f);
    for (std::size_t c = 25; c < 45; ++c)
        QCOMPARE(canvas.now(c, 20), static_cast<float>(1000 + c - 5));
    QCOMPARE(canvas.now(45, 20), 100.0f);
}

void RegionEditTest::shift_beyondTheEnd_erases()
{
    MemoryCanvas canvas;
    RegionEdit edit = RegionEditTest::edit(RegionOp::Shift, canvas.grid());
    edit.shiftSeconds = 500;
    QVERIFY(canvas.apply(edit));
    QCOMPARE(canvas.now(30, 20), 0.0f);
    QCOMPARE(canvas.now(50, 20), 100.0f);
}

void RegionEditTest::mirror_turnsTime_andFrequency()
{
    MemoryCanvas canvas;
    canvas.set(22, 12, 700);
    RegionEdit edit = RegionEditTest::edit(RegionOp::Mirror, canvas.grid());
    QVERIFY(canvas.apply(edit));
    QCOMPARE(canvas.now(37, 12), 700.0f);
    QCOMPARE(canvas.now(22, 12), 100.0f);
    edit.axis = MirrorAxis::Frequency;
    QVERIFY(canvas.apply(edit));
    QCOMPARE(canvas.now(37, 27), 700.0f);
    QCOMPARE(canvas.now(37, 12), 100.0f);
}

void RegionEditTest::longEdit_isMadeInBlocks_likeAShortOne()
{
    MemoryCanvas canvas(2000);
    for (std::size_t c = 0; c < 2000; ++c)
        canvas.set(c, 20, static_cast<float>(c));
    RegionEdit edit;
    edit.op = RegionOp::Mirror;
    edit.shape = {RegionKind::Rectangle, {{0, 0}, {20, 4000}}};
    QVERIFY(canvas.apply(edit));
    for (std::size_t c = 0; c < 2000; ++c)
        QCOMPARE(canvas.now(c, 20), static_cast<float>(1999 - c));
}

void RegionEditTest::edit_thatTouchesNothing_changesNothing()
{
    MemoryCanvas canvas;
    const auto before = canvas.now;
    RegionEdit edit;
    edit.op = RegionOp::Erase;
    for (const RegionShape& shape : {RegionShape{}, RegionShape{RegionKind::Rectangle, {{9, 100}, {10, 200}}}, RegionShape{RegionKind::Lasso, {{0.1, 100}}}, RegionShape{RegionKind::Harmonics, {{0.1, 0}, {0.5, 0}}}}) {
        edit.shape = shape;
        QVERIFY(canvas.apply(edit));
        QVERIFY(canvas.now == before);
    }
    edit.shape = {RegionKind::Brush, {{0.5, 500}}};
    edit.shape.radiusMs = 0;
    QVERIFY(canvas.apply(edit));
    QVERIFY(canvas.now == before);
}

void RegionEditTest::cancelled_edit_saysSo()
{
    struct Cancelling final : JobMonitor {
        bool cancelled() const override { return true; }
    };
    MemoryCanvas canvas;
    const auto made = applyEdit(edit(RegionOp::Erase, canvas.grid()), canvas, Cancelling());
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(RegionEditTest)
#include "regionedit_test.moc"
