// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/abxpages.h"

#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double chance = 0.05; // what is usually called unlikely
constexpr int fewestTrials = 5; // all of them right are 1 in 32 by guessing
constexpr int mostTrials = 100;
constexpr int usualTrials = 16;
constexpr double larger = 1.5;
const QChar letters[] = {QLatin1Char('A'), QLatin1Char('B'), QLatin1Char('X')};

QLabel* wrapped(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void enlarge(QWidget* widget)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() * larger);
    widget->setFont(font);
}

QString letter(AbxSide side)
{
    return letters[side == AbxSide::A ? 0 : 1];
}

} // namespace

AbxSetupPage::AbxSetupPage(QWidget* parent) : QWidget(parent)
{
    trials_ = new QSpinBox(this);
    trials_->setRange(fewestTrials, mostTrials);
    trials_->setValue(usualTrials);
    trials_->setAccessibleName(tr("Number of trials"));
    trials_->setToolTip(tr("It is set before the start and stays: who stops when the score is good proves nothing"));
    auto* label = new QLabel(tr("&Trials"), this);
    label->setBuddy(trials_);
    needed_ = wrapped({}, this);
    needed_->setEnabled(false);
    conditions_ = wrapped({}, this);
    trouble_ = wrapped({}, this);
    start_ = new QPushButton(tr("&Start"), this);
    start_->setObjectName(QStringLiteral("abxStart"));
    start_->setToolTip(tr("Start the test (Enter)"));
    start_->setDefault(true);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(trials_);
    row->addWidget(needed_, 1);
    auto* last = new QHBoxLayout;
    last->addWidget(trouble_, 1);
    last->addWidget(start_);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing::wide);
    column->addWidget(wrapped(tr("Can you tell A from B without knowing which you hear? In each trial X is one of them, drawn anew. Listen as long and "
                                 "as often as you like and say which one X is. You see the score at the end; until then the window is covered."),
                              this));
    column->addLayout(row);
    column->addWidget(conditions_);
    column->addStretch(1);
    column->addLayout(last);
    connect(trials_, &QSpinBox::valueChanged, this, &AbxSetupPage::showWhatItTakes);
    connect(start_, &QPushButton::clicked, this, &AbxSetupPage::startRequested);
    showWhatItTakes();
}

int AbxSetupPage::trials() const
{
    return trials_->value();
}

void AbxSetupPage::showWhatItTakes()
{
    int right = 0;
    while (abxProbability(right, trials()) >= chance)
        ++right;
    needed_->setText(tr("%1 right answers would hardly be chance (p = %2)").arg(right).arg(abxProbability(right, trials()), 0, 'f', 4));
}

void AbxSetupPage::setConditions(const QString& conditions)
{
    conditions_->setText(conditions);
}

void AbxSetupPage::setTrouble(const QString& trouble)
{
    trouble_->setText(trouble);
    start_->setEnabled(trouble.isEmpty());
    trials_->setEnabled(trouble.isEmpty());
}

AbxTrialPage::AbxTrialPage(QWidget* parent) : QWidget(parent)
{
    title_ = new QLabel(this);
    title_->setObjectName(QStringLiteral("abxTrial"));
    enlarge(title_);
    auto* sounds = new QHBoxLayout;
    for (std::size_t i = 0; i < std::size(letters); ++i) {
        const QChar which = letters[i];
        hear_[i] = addButton(which, tr("Hear %1 from the same place on (%1)").arg(which), QKeySequence(QString(which)));
        hear_[i]->setCheckable(true);
        enlarge(hear_[i]);
        sounds->addWidget(hear_[i]);
        connect(hear_[i], &QPushButton::clicked, this, [this, which] { emit hearRequested(which); });
    }
    play_ = addButton({}, tr("Play or pause (Space)"), QKeySequence(Qt::Key_Space));
    auto* start = addButton(tr("From the start"), tr("Back to the start of the loop, or of all (Home)"), QKeySequence(Qt::Key_Home));
    position_ = new QLabel(this);
    position_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* transport = new QHBoxLayout;
    transport->addWidget(play_);
    transport->addWidget(start);
    transport->addWidget(position_);
    transport->addStretch(1);
    auto* answers = new QHBoxLayout;
    for (const AbxSide side : {AbxSide::A, AbxSide::B}) {
        const int key = side == AbxSide::A ? 1 : 2;
        auto* button = addButton(tr("%1   X is %2").arg(key).arg(letter(side)), tr("Answer that X is %1, and go on (%2)").arg(letter(side)).arg(key), QKeySequence(Qt::Key_0 + key));
        button->setObjectName(QStringLiteral("abxAnswer") + letter(side));
        enlarge(button);
        answers->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, side] { emit answered(side); });
    }
    auto* giveUp = addButton(tr("Give up"), tr("End the test without a result (Ctrl+G)"), QKeySequence(tr("Ctrl+G")));
    giveUp->setObjectName(QStringLiteral("abxGiveUp"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing::wide);
    column->addWidget(title_);
    column->addLayout(sounds);
    column->addLayout(transport);
    column->addLayout(answers);
    auto* keys = wrapped(tr("Keys: A, B and X to listen, 1 and 2 to answer, Space to pause, Home to go back to the start."), this);
    keys->setEnabled(false);
    column->addWidget(keys);
    column->addStretch(1);
    column->addWidget(giveUp, 0, Qt::AlignRight);
    connect(play_, &QPushButton::clicked, this, &AbxTrialPage::playRequested);
    connect(start, &QPushButton::clicked, this, &AbxTrialPage::startRequested);
    connect(giveUp, &QPushButton::clicked, this, &AbxTrialPage::givenUp);
    setPlaying(false);
}

/// Reached by its key, never by the focus: Space and Enter must not answer by accident.
QPushButton* AbxTrialPage::addButton(const QString& text, const QString& help, const QKeySequence& key)
{
    auto* button = new QPushButton(text, this);
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setFocusPolicy(Qt::NoFocus);
    button->setAutoDefault(false);
    auto* shortcut = new QShortcut(key, this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, button, [button] {
        if (button->isVisible())
            button->click();
    });
    return button;
}

void AbxTrialPage::setTrial(int trial, int planned)
{
    title_->setText(tr("Trial %1 of %2").arg(trial).arg(planned));
}

void AbxTrialPage::setHeard(QChar which)
{
    for (std::size_t i = 0; i < std::size(letters); ++i) {
        hear_[i]->setChecked(letters[i] == which);
        hear_[i]->setText(letters[i] == which ? QStringLiteral("▸ ") + letters[i] : QString(letters[i]));
    }
}

void AbxTrialPage::setPlaying(bool playing)
{
    play_->setText(playing ? tr("Pause") : tr("Play"));
}

void AbxTrialPage::setPosition(const QString& text)
{
    position_->setText(text);
}

AbxResultPage::AbxResultPage(QWidget* parent) : QWidget(parent)
{
    score_ = wrapped({}, this);
    score_->setObjectName(QStringLiteral("abxScore"));
    enlarge(score_);
    meaning_ = wrapped({}, this);
    trials_ = new QTreeWidget(this);
    trials_->setHeaderLabels({tr("Trial"), tr("X was"), tr("Answer"), tr("After")});
    trials_->setRootIsDecorated(false);
    trials_->setAccessibleName(tr("Trials"));
    note_ = wrapped({}, this);
    save_ = new QPushButton(tr("&Save report …"), this);
    save_->setObjectName(QStringLiteral("abxSave"));
    save_->setToolTip(tr("All that somebody needs to judge the test, as text or JSON (Alt+S)"));
    auto* again = new QPushButton(tr("&Another test"), this);
    again->setToolTip(tr("Start over with the same sounds (Alt+A)"));
    auto* row = new QHBoxLayout;
    row->addWidget(note_, 1);
    row->addWidget(again);
    row->addWidget(save_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(score_);
    column->addWidget(meaning_);
    column->addWidget(trials_, 1);
    column->addLayout(row);
    connect(save_, &QPushButton::clicked, this, &AbxResultPage::saveRequested);
    connect(again, &QPushButton::clicked, this, &AbxResultPage::againRequested);
}

void AbxResultPage::setReport(const AbxReport& report)
{
    note_->clear();
    trials_->clear();
    for (std::size_t i = 0; i < report.trials.size(); ++i) {
        const AbxTrial& trial = report.trials[i];
        const QString answer = trial.x == trial.answer ? letter(trial.answer) : tr("%1, wrong").arg(letter(trial.answer));
        new QTreeWidgetItem(trials_, {QString::number(i + 1), letter(trial.x), answer, tr("%1 s").arg(trial.seconds, 0, 'f', 1)});
    }
    if (report.givenUp()) {
        score_->setText(tr("Given up after %1 of %2 trials").arg(report.trials.size()).arg(report.planned));
        meaning_->setText(tr("This is no result; the report says so."));
        return;
    }
    const double p = abxProbability(report.right(), report.planned);
    score_->setText(tr("%1 of %2 right, p = %3").arg(report.right()).arg(report.planned).arg(p, 0, 'f', 4));
    meaning_->setText(p < chance ? tr("So many right answers are hardly chance: you hear a difference.")
                                 : tr("This can well be chance. That does not prove that A and B sound alike."));
}

void AbxResultPage::setSaveable(bool saveable)
{
    save_->setEnabled(saveable);
}

void AbxResultPage::setNote(const QString& note)
{
    note_->setText(note);
}

} // namespace sonoloom
