// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/clipinspector.h"

#include "ui/editors/sequence/timeline/timelinepainter.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr double longest = 1e6;
constexpr double secondsStep = 0.01;
constexpr double gainStep = 0.5;
constexpr int secondsDecimals = 3;
constexpr double firstTransition = 0.5;

QDoubleSpinBox* number(QWidget* parent, double least, double greatest, const QString& unit)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(least, greatest);
    box->setSuffix(QLatin1Char(' ') + unit);
    box->setKeyboardTracking(false);
    box->setAccelerated(true);
    return box;
}

} // namespace

ClipInspector::ClipInspector(SequenceEditor& editor, QWidget* parent)
    : QWidget(parent), editor_(editor), name_(new ElidedLabel(this)), facts_(new QLabel(this)), tempo_(new QLabel(this)),
      locate_(new QPushButton(tr("Locate …"), this))
{
    from_ = addNumber(tr("Begins at"), tr("Where the clip begins in its source"), 0, longest, tr("s"));
    to_ = addNumber(tr("Ends at"), tr("Where the clip ends in its source"), 0, longest, tr("s"));
    gain_ = addNumber(tr("Gain"), tr("How much louder or softer the clip is; it can be dragged in the clip, too"), -120, 60, tr("dB"));
    from_->setObjectName(QStringLiteral("clipFrom"));
    to_->setObjectName(QStringLiteral("clipTo"));
    gain_->setObjectName(QStringLiteral("clipGain"));
    for (QDoubleSpinBox* box : {from_, to_}) {
        box->setDecimals(secondsDecimals);
        box->setSingleStep(secondsStep);
    }
    gain_->setDecimals(1);
    gain_->setSingleStep(gainStep);
    locate_->setObjectName(QStringLiteral("locate"));
    locate_->setToolTip(tr("Choose where the source is now, for all clips that are taken from it"));
    for (QLabel* label : {facts_, tempo_})
        label->setWordWrap(true);
    buildForm();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(name_);
    column->addWidget(facts_);
    column->addWidget(locate_);
    column->addLayout(form_);
    column->addWidget(transitions_);
    column->addWidget(tempo_);

    connect(from_, &QDoubleSpinBox::valueChanged, this, [this](double from) {
        edit([this, from] { editor_.trimStart(*only(), from); });
    });
    connect(to_, &QDoubleSpinBox::valueChanged, this, [this](double to) {
        edit([this, to] { editor_.trimEnd(*only(), to); });
    });
    connect(gain_, &QDoubleSpinBox::valueChanged, this, [this](double db) {
        edit([this, db] { editor_.setGain(db); });
    });
    connect(locate_, &QPushButton::clicked, this, [this] {
        if (const auto clip = only())
            emit locateRequested(QString::fromStdString(editor_.sequence()[*clip].source.string()));
    });
}

void ClipInspector::buildForm()
{
    kind_ = new QComboBox(this);
    kind_->setObjectName(QStringLiteral("transitionsKind"));
    kind_->setAccessibleName(tr("Kind of the transitions between the selected clips"));
    for (const auto kind : {ClipTransition::Cut, ClipTransition::Blend, ClipTransition::Interpolation, ClipTransition::Power})
        kind_->addItem(transitionName(kind));
    kind_->setCurrentIndex(static_cast<int>(ClipTransition::Blend));
    between_ = addNumber(tr("Length of the transitions"), tr("How long each two neighbours lie on each other"), 0, longest, tr("s"));
    between_->setObjectName(QStringLiteral("transitionsSeconds"));
    between_->setDecimals(secondsDecimals);
    between_->setValue(firstTransition);
    transitions_ = new QPushButton(tr("Set transitions"), this);
    transitions_->setObjectName(QStringLiteral("setTransitions"));
    transitions_->setToolTip(tr("The same transition between all selected clips that are neighbours"));
    connect(transitions_, &QPushButton::clicked, this, &ClipInspector::setTransitions);
    form_ = new QFormLayout;
    form_->addRow(tr("Begins at"), from_);
    form_->addRow(tr("Ends at"), to_);
    form_->addRow(tr("Gain"), gain_);
    form_->addRow(tr("Between them"), kind_);
    form_->addRow(tr("Length"), between_);
}

void ClipInspector::setTransitions()
{
    editor_.setTransitions(static_cast<ClipTransition>(kind_->currentIndex()), between_->value());
}

QDoubleSpinBox* ClipInspector::addNumber(const QString& name, const QString& help, double least, double greatest, const QString& unit)
{
    QDoubleSpinBox* box = number(this, least, greatest, unit);
    box->setAccessibleName(name);
    box->setToolTip(help);
    return box;
}

/// Each typed value is a step of undo; what the editor made of it is shown.
void ClipInspector::edit(const std::function<void()>& change)
{
    if (showing_ || editor_.selection().clips().empty())
        return;
    editor_.endGesture();
    change();
    editor_.endGesture();
    refresh();
}

std::optional<std::size_t> ClipInspector::only() const
{
    const auto& clips = editor_.selection().clips();
    return clips.size() == 1 ? std::optional(clips.front()) : std::nullopt;
}

void ClipInspector::refresh()
{
    showing_ = true;
    const bool several = !only();
    for (QWidget* single : {from_, to_})
        form_->setRowVisible(single, !several);
    for (QWidget* all : {static_cast<QWidget*>(kind_), static_cast<QWidget*>(between_)})
        form_->setRowVisible(all, several);
    transitions_->setVisible(several);
    if (const auto clip = only())
        showOne(*clip);
    else if (!editor_.selection().clips().empty())
        showSeveral();
    showing_ = false;
}

QString ClipInspector::sourceText(const ClipLook* look) const
{
    if (!look || look->state == ClipLook::State::Waiting)
        return tr("Being looked at …");
    const QString length = timeText(look->seconds);
    return look->isSound ? tr("Sound of %1").arg(length) : tr("Image of %1").arg(length);
}

QString ClipInspector::tempoText(const ClipLook* look) const
{
    if (!look || !look->isSound)
        return {};
    if (!look->tempo)
        return editor_.looks().isListening() ? tr("Listening for beats …") : tr("Beats are sought when edges snap to beats or bars.");
    if (!look->tempo->bpm)
        return tr("No beat was found.");
    const QString bpm = tr("%1 BPM").arg(*look->tempo->bpm, 0, 'f', 1);
    return look->tempo->beatsPerBar > 0 ? tr("%1, %2 beats a bar").arg(bpm).arg(look->tempo->beatsPerBar) : bpm;
}

void ClipInspector::showOne(std::size_t clip)
{
    const SequenceClip& each = editor_.sequence()[clip];
    const ClipLook* look = editor_.looks().find(each.source);
    const ClipStretch stretch = stretchOf(each, editor_.looks().seconds());
    const ClipPlace& place = editor_.places()[clip];
    name_->setText(QString::fromStdString(each.source.filename().string()));
    name_->setToolTip(QString::fromStdString(each.source.string()));
    const bool isWrong = look && !look->trouble.isEmpty();
    facts_->setText(isWrong ? look->trouble : tr("%1; the clip is %2 s long and lies at %3.").arg(sourceText(look)).arg(place.seconds(), 0, 'f', 3).arg(timeText(place.from)));
    locate_->setVisible(look && (look->state == ClipLook::State::Missing || look->state == ClipLook::State::Unreadable));
    from_->setValue(stretch.from);
    to_->setValue(stretch.to);
    gain_->setValue(each.gainDb);
    tempo_->setText(tempoText(look));
    tempo_->setVisible(!tempo_->text().isEmpty());
}

void ClipInspector::showSeveral()
{
    const auto& clips = editor_.selection().clips();
    double seconds = 0;
    for (const std::size_t clip : clips)
        seconds += editor_.places()[clip].seconds();
    name_->setText(tr("%n clip(s)", nullptr, static_cast<int>(clips.size())));
    name_->setToolTip({});
    facts_->setText(tr("%1 s together; the gain is set for all of them.").arg(seconds, 0, 'f', 3));
    locate_->hide();
    tempo_->hide();
    gain_->setValue(editor_.sequence()[clips.front()].gainDb);
}

} // namespace sonoloom
