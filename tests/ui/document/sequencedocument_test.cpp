// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/sequencedocument.h"

#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;

class SequenceDocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void change_isOneStep_ofOneGesture();
    void sameClips_areNoStep();
    void reset_cannotBeUndone();
};

void SequenceDocumentTest::change_isOneStep_ofOneGesture()
{
    SequenceDocument document;
    QSignalSpy changed(&document, &SequenceDocument::changed);
    document.change({{"a.png"}}, "drop");
    document.endGesture();
    for (const double gain : {-1.0, -2.0, -3.0})
        document.change({{"a.png", 0, 0, gain}}, "gain");
    QCOMPARE(changed.size(), 4);
    QCOMPARE(document.history().count(), 2);
    document.history().undo();
    QCOMPARE(document.sequence(), (Sequence{{"a.png"}}));
    document.history().redo();
    QCOMPARE(document.sequence().front().gainDb, -3.0);
    document.endGesture();
    document.change({{"a.png", 0, 0, 2}}, "gain");
    QCOMPARE(document.history().count(), 3);
    document.change({{"a.png", 0.5, 0, 2}}, "trim");
    QCOMPARE(document.history().count(), 4);
}

void SequenceDocumentTest::sameClips_areNoStep()
{
    SequenceDocument document;
    document.change({{"a.png"}}, "drop");
    document.endGesture();
    document.change({{"a.png"}}, "drop");
    QCOMPARE(document.history().count(), 1);
}

void SequenceDocumentTest::reset_cannotBeUndone()
{
    SequenceDocument document;
    document.change({{"a.png"}}, "drop");
    document.reset({{"b.png"}});
    QVERIFY(!document.history().canUndo());
    QCOMPARE(document.sequence(), (Sequence{{"b.png"}}));
}

QTEST_GUILESS_MAIN(SequenceDocumentTest)
#include "sequencedocument_test.moc"
