// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sequenceediting.h"

#include <QTest>

using namespace sonoloom;

namespace
{

SequenceClip clip(const char* source, double blendSeconds = 0)
{
    SequenceClip made;
    made.source = source;
    made.transition = blendSeconds > 0 ? ClipTransition::Blend : ClipTransition::Cut;
    made.transitionSeconds = blendSeconds;
    return made;
}

SourceSeconds tenEach()
{
    SourceSeconds sources;
    for (const char* name : {"a", "b", "c", "d"})
        sources.set(name, 10);
    return sources;
}

std::string order(const Sequence& sequence)
{
    std::string names;
    for (const SequenceClip& each : sequence)
        names += each.source.string();
    return names;
}

} // namespace

class SequenceEditingTest : public QObject
{
    Q_OBJECT

private slots:
    void clips_lieOnEachOtherWhereTheyBlend()
    {
        const auto places = placesOf({clip("a", 2), clip("b"), clip("c", 3)}, tenEach());
        QCOMPARE(places[0].to, 10.0);
        QCOMPARE(places[1].from, 8.0);
        QCOMPARE(places[1].fadeIn, 2.0);
        QCOMPARE(places[0].fadeOut, 2.0);
        QCOMPARE(places[2].from, 18.0);
        QCOMPARE(places[2].to, 28.0); // the last one's transition leads nowhere
        QCOMPARE(places[2].fadeOut, 0.0);
        QCOMPARE(clipAt(places, 9).value(), 1u);
        QCOMPARE(clipAt(places, 7.9).value(), 0u);
        QVERIFY(!clipAt(places, 28));
        QVERIFY(!clipAt({}, 0));
    }

    void stretch_endsWithItsSource_andIsGuessedWithoutOne()
    {
        SequenceClip some = clip("a");
        some.from = 4;
        some.to = 99;
        QCOMPARE(stretchOf(some, tenEach()).seconds(), 6.0);
        some.source = "missing";
        QCOMPARE(stretchOf(some, tenEach()).seconds(), 95.0);
        some.to = 0;
        QCOMPARE(stretchOf(some, tenEach()).seconds(), SourceSeconds::unknown);
        some.source = "a";
        some.from = 12;
        QCOMPARE(stretchOf(some, tenEach()).seconds(), 0.0);
    }

    void transitions_longerThanTheirClip_areShortenedAlike()
    {
        Sequence sequence{clip("a", 8), clip("b", 8), clip("c")};
        const auto places = placesOf(sequence, tenEach());
        QCOMPARE(places[1].fadeIn, 5.0);
        QCOMPARE(places[1].fadeOut, 5.0);
        sequence = fitted(sequence, tenEach());
        QCOMPARE(sequence[0].transitionSeconds, 5.0);
        QCOMPARE(sequence[1].transitionSeconds, 5.0);
        SourceSeconds oneColumn = tenEach();
        oneColumn.set("b", 0.01);
        sequence = fitted(sequence, oneColumn);
        QCOMPARE(sequence[0].transition, ClipTransition::Cut);
        QCOMPARE(placesOf(sequence, oneColumn)[1].seconds(), 0.01);
    }

    void transitions_ofUnknownClips_stay()
    {
        const Sequence sequence{clip("a", 8), clip("unknown", 8), clip("c")};
        QCOMPARE(fitted(sequence, tenEach()), sequence);
        QCOMPARE(placesOf(sequence, tenEach())[1].fadeIn, SourceSeconds::unknown / 2);
    }

    void moved_clipsStayTogetherAndInOrder()
    {
        const Sequence all{clip("a"), clip("b"), clip("c"), clip("d")};
        SequenceEdit edit = moved(all, {0, 2}, 4);
        QCOMPARE(order(edit.sequence), std::string("bdac"));
        QCOMPARE(edit.selected, (std::vector<std::size_t>{2, 3}));
        edit = moved(all, {3}, 1);
        QCOMPARE(order(edit.sequence), std::string("adbc"));
        QCOMPARE(edit.selected, std::vector<std::size_t>{1});
        QCOMPARE(order(moved(all, {1, 2}, 2).sequence), std::string("abcd"));
    }

    void inserted_removed_repeated_areWhereTheyShouldBe()
    {
        const Sequence all{clip("a"), clip("b"), clip("c")};
        QCOMPARE(order(inserted(all, 1, {clip("d")}).sequence), std::string("adbc"));
        QCOMPARE(inserted(all, 99, {clip("d")}).selected, std::vector<std::size_t>{3});
        QCOMPARE(order(removed(all, {0, 2}).sequence), std::string("b"));
        const SequenceEdit edit = repeated(all, {0, 1}, 2);
        QCOMPARE(order(edit.sequence), std::string("abababc"));
        QCOMPARE(edit.selected, (std::vector<std::size_t>{2, 3, 4, 5}));
    }

    void split_isTwoClipsThatSoundAsOne()
    {
        Sequence all{clip("a", 2), clip("b", 1), clip("c")};
        all[1].from = 1;
        const auto edit = splitAt(all, 12, tenEach()); // b lies at 8 to 17
        QVERIFY(edit);
        QCOMPARE(order(edit->sequence), std::string("abbc"));
        QCOMPARE(edit->sequence[1].to, 5.0);
        QCOMPARE(edit->sequence[2].from, 5.0);
        QCOMPARE(edit->sequence[1].transition, ClipTransition::Cut);
        QCOMPARE(edit->sequence[2].transitionSeconds, 1.0);
        QCOMPARE(placesOf(edit->sequence, tenEach()).back().to, placesOf(all, tenEach()).back().to);
        QVERIFY(!splitAt(all, 9, tenEach()));  // within a transition
        QVERIFY(!splitAt(all, 10, tenEach())); // where it ends
        QVERIFY(!splitAt(all, 99, tenEach()));
    }

    void trimmed_clipsKeepWithinTheirSource()
    {
        Sequence one{clip("a", 4), clip("b")};
        Sequence trimmed = startTrimmed(one, 0, 3, tenEach());
        QCOMPARE(trimmed[0].from, 3.0);
        QCOMPARE(startTrimmed(one, 0, -1, tenEach())[0].from, 0.0);
        QCOMPARE(startTrimmed(one, 0, 50, tenEach())[0].from, 10 - shortestClip);
        trimmed = endTrimmed(one, 0, 3, tenEach());
        QCOMPARE(trimmed[0].to, 3.0);
        QCOMPARE(trimmed[0].transitionSeconds, 3.0); // no longer than the clip
        QCOMPARE(endTrimmed(one, 0, 12, tenEach())[0].to, 0.0);
        QCOMPARE(endTrimmed(one, 0, -3, tenEach())[0].to, shortestClip);
        QCOMPARE(endTrimmed(one, 0, 3.1234, tenEach())[0].to, 3.12); // on columns
        QCOMPARE(startTrimmed(one, 0, 3.1254, tenEach())[0].from, 3.13);
    }

    void transition_takesTheRoomThereIs()
    {
        Sequence all{clip("a", 2), clip("b", 3), clip("c")};
        QCOMPARE(transitionRoom(all, 0, tenEach()), 7.0);
        QCOMPARE(transitionRoom(all, 2, tenEach()), 0.0);
        all = withTransition(all, 0, ClipTransition::Power, 9, tenEach());
        QCOMPARE(all[0].transitionSeconds, 7.0);
        QCOMPARE(all[0].transition, ClipTransition::Power);
        all = withTransition(all, 0, ClipTransition::Blend, 0, tenEach());
        QCOMPARE(all[0].transition, ClipTransition::Cut);
        QCOMPARE(transitionRoom(all, 1, tenEach()), 10.0);
    }

    void transitions_ofSeveral_areBetweenNeighbours()
    {
        const Sequence all{clip("a"), clip("b"), clip("c"), clip("d")};
        Sequence set = withTransitions(all, {0, 1, 3}, ClipTransition::Power, 2, tenEach());
        QCOMPARE(set[0].transition, ClipTransition::Power);
        QCOMPARE(set[0].transitionSeconds, 2.0);
        QCOMPARE(set[1].transition, ClipTransition::Cut); // the next one is not among them
        QCOMPARE(set[3].transition, ClipTransition::Cut);
        set = withTransitions(set, {0, 1, 2}, ClipTransition::Blend, 8, tenEach());
        QCOMPARE(set[0].transitionSeconds, 5.0);
        QCOMPARE(set[1].transitionSeconds, 5.0);
        QCOMPARE(withTransitions(set, {0, 1, 2}, ClipTransition::Cut, 8, tenEach()), all);
    }

    void gain_staysWithinWhatAClipCanHave()
    {
        const Sequence all{clip("a"), clip("b")};
        QCOMPARE(withGain(all, {1}, -6)[1].gainDb, -6.0);
        QCOMPARE(withGain(all, {1}, -6)[0].gainDb, 0.0);
        QCOMPARE(withGain(all, {0}, 900)[0].gainDb, 60.0);
    }

    void snapped_takesTheNearestWithinReach()
    {
        const std::vector<double> targets{1, 2, 2.3};
        QCOMPARE(snapped(2.2, targets, 0.25).value(), 2.3);
        QVERIFY(!snapped(1.5, targets, 0.25));
        QVERIFY(!snapped(1.5, {}, 9));
    }
};

QTEST_GUILESS_MAIN(SequenceEditingTest)
#include "sequenceediting_test.moc"
