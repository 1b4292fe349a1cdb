// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/panels/resultbadge.h"
#include "ui/panels/resultpanel.h"

#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;

class ResultBadgeTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void states_fromDraftToFinal_areTold();
    void parametersChanged_isTold();
    void images_haveNoOriginalToCompareWith();
    void cancelled_leavesNothing();

private:
    bool open(const QString& file)
    {
        session_->open({file});
        return QTest::qWaitFor([this] { return !session_->isOpening() && preview_->tiles() && !preview_->isComputing(); }, 9'000);
    }
    bool done() { return QTest::qWaitFor([this] { return session_->resultIsCurrent() && !preview_->isReconstructing(); }, 9'000); }

    QTemporaryDir folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<PreviewController> preview_;
    std::unique_ptr<ResultBadge> badge_;
};

void ResultBadgeTest::init()
{
    badge_.reset();
    preview_.reset();
    session_ = std::make_unique<Session>();
    preview_ = std::make_unique<PreviewController>(*session_);
    badge_ = std::make_unique<ResultBadge>(*session_, *preview_);
    QVERIFY(session_->setReconstructField("method", "draft"));
}

void ResultBadgeTest::states_fromDraftToFinal_areTold()
{
    QCOMPARE(badge_->text(), QString());
    QVERIFY(open(testsupport::soundIn(folder_, 4)));
    QCOMPARE(badge_->text(), QString());
    QStringList seen;
    connect(badge_.get(), &ResultBadge::changed, this, [&] {
        if (seen.isEmpty() || seen.back() != badge_->text())
            seen.append(badge_->text());
    });
    preview_->reconstruct();
    QCOMPARE(badge_->text(), QString("refining 0 %"));
    emit preview_->sounded(session_->sound()->audio);
    QVERIFY(badge_->state() == ResultBadge::State::DraftRefining);
    QVERIFY(badge_->help().contains("not measured"));
    emit preview_->reconstructionProgressed(0.4, "Finding");
    QCOMPARE(badge_->text(), QString("draft, refining 40 %"));
    QVERIFY(done());
    QVERIFY(badge_->state() == ResultBadge::State::Final);
    const Figures& figures = *session_->result()->figures;
    const QString minus(QChar(0x2212));
    QVERIFY2(figures.spectralConvergenceDb < 0, "the sign is to be seen");
    QCOMPARE(badge_->text(), QString("final: img %1 · sc %2%3 dB · lsd %4 dB")
                                 .arg(*session_->result()->imageError, 0, 'f', 2)
                                 .arg(minus)
                                 .arg(-figures.spectralConvergenceDb, 0, 'f', 1)
                                 .arg(figures.logSpectralDistanceDb, 0, 'f', 2));
    QVERIFY(badge_->help().contains("spectral convergence") && badge_->help().contains("log-spectral distance"));
    QVERIFY(seen.contains("draft, refining 40 %") && seen.back() == badge_->text());
}

void ResultBadgeTest::parametersChanged_isTold()
{
    QVERIFY(session_->setReconstructField("method", "preview"));
    QVERIFY(open(testsupport::soundIn(folder_, 1)));
    preview_->reconstruct();
    QVERIFY(done());
    QVERIFY(session_->setCodecField("power", "0.4"));
    QVERIFY(badge_->state() == ResultBadge::State::Earlier);
    QVERIFY2(badge_->text().startsWith("of earlier parameters: img "), qPrintable(badge_->text()));
    session_->history().undo();
    QVERIFY(badge_->text().startsWith("final: "));
    ResultPanel panel(*session_, *preview_);
    QStringList shown;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        shown.append(label->text());
    QVERIFY(session_->result()->rounds > 0);
    QVERIFY2(shown.contains(QString::number(session_->result()->rounds, 'f', 1)), qPrintable(shown.join('|')));
}

void ResultBadgeTest::images_haveNoOriginalToCompareWith()
{
    QVERIFY(open(testsupport::imageIn(folder_, "tile.png")));
    preview_->reconstruct();
    QVERIFY(done());
    QVERIFY2(badge_->text().startsWith("final: img ") && !badge_->text().contains("sc"), qPrintable(badge_->text()));
    QVERIFY(badge_->help().contains("no original"));
}

void ResultBadgeTest::cancelled_leavesNothing()
{
    QVERIFY(open(testsupport::soundIn(folder_, 4)));
    QVERIFY(session_->setReconstructField("method", "best"));
    preview_->reconstruct();
    emit preview_->sounded(session_->sound()->audio);
    preview_->cancelReconstruction();
    QVERIFY(badge_->state() == ResultBadge::State::None);
    QCOMPARE(badge_->text(), QString());
}

QTEST_MAIN(ResultBadgeTest)
#include "resultbadge_test.moc"
