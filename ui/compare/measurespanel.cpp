// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/measurespanel.h"

#include "core/analysis/soundmeasures.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>

#include <cmath>

namespace sonoloom
{

namespace
{

/// "12.34 dB"; beyond the bound of ratios there is no number to tell.
QString ratioText(double decibels)
{
    if (std::abs(decibels) >= boundDb)
        return decibels > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return MeasuresPanel::tr("%1 dB").arg(decibels, 0, 'f', 2);
}

QString signedText(double decibels)
{
    return (decibels >= 0 ? QStringLiteral("+") : QString()) + MeasuresPanel::tr("%1 dB").arg(decibels, 0, 'f', 2);
}

QString loudnessText(const std::optional<double>& value, const QString& unit, const QString& nothing)
{
    return value ? QStringLiteral("%1 %2").arg(*value, 0, 'f', 2).arg(unit) : nothing;
}

QString offsetText(const SoundComparison& comparison)
{
    const Alignment& alignment = comparison.alignment;
    if (alignment.by == AlignedBy::Nothing)
        return MeasuresPanel::tr("not found");
    const double samples = static_cast<double>(alignment.offset) + alignment.fraction;
    const QString text = MeasuresPanel::tr("%1 samples (%2 s)")
                             .arg(samples, 0, 'f', alignment.fraction == 0 ? 0 : 2)
                             .arg(comparison.offsetSeconds(), 0, 'f', 4);
    return alignment.inverted ? text + MeasuresPanel::tr(", inverted") : text;
}

} // namespace

MeasuresPanel::MeasuresPanel(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(spacing::normal);
    grid_->setVerticalSpacing(spacing::tight);
}

void MeasuresPanel::addRow(const QString& name, const QString& value, const QString& help)
{
    auto* label = new QLabel(name, this);
    auto* figure = new QLabel(value, this);
    label->setToolTip(help);
    figure->setToolTip(help);
    figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    figure->setAccessibleName(name);
    const int row = grid_->rowCount();
    grid_->addWidget(label, row, 0);
    grid_->addWidget(figure, row, 1, Qt::AlignRight);
}

void MeasuresPanel::addNote(const QString& text)
{
    auto* note = new QLabel(text, this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    grid_->addWidget(note, grid_->rowCount(), 0, 1, 2);
}

void MeasuresPanel::setComparison(const SoundComparison* comparison)
{
    qDeleteAll(findChildren<QLabel*>(Qt::FindDirectChildrenOnly));
    if (!comparison)
        return;
    const QString silent = QStringLiteral("−∞");
    addRow(tr("Offset of B"), offsetText(*comparison),
           tr("How much later the same sound comes in B; taken out before all else, where it was found"));
    addRow(tr("Gain of B"), signedText(comparison->gainDb), tr("How much louder B is"));
    addRow(tr("SNR"), ratioText(comparison->snrDb),
           tr("Signal-to-noise ratio of B against A, sample by sample: other phases count, too, even if they sound the same; higher is truer"));
    addRow(tr("Spectral convergence"), ratioText(comparison->spectralConvergenceDb),
           tr("Energy of the magnitudes' error against A's; lower is truer"));
    addRow(tr("Log-spectral distance"), tr("%1 dB").arg(comparison->logSpectralDistanceDb, 0, 'f', 2),
           tr("Mean difference of the magnitudes in dB; lower is truer"));
    addRow(tr("Loudness of A"), loudnessText(comparison->loudnessA.lufs, QStringLiteral("LUFS"), silent),
           tr("EBU R 128, integrated over the whole sound as it was opened"));
    addRow(tr("Loudness of B"), loudnessText(comparison->loudnessB.lufs, QStringLiteral("LUFS"), silent),
           tr("EBU R 128, integrated over the whole sound as it was opened"));
    addRow(tr("True peak of A"), loudnessText(comparison->loudnessA.truePeakDb, QStringLiteral("dBTP"), silent),
           tr("The highest level between the samples"));
    addRow(tr("True peak of B"), loudnessText(comparison->loudnessB.truePeakDb, QStringLiteral("dBTP"), silent),
           tr("The highest level between the samples"));
    for (const std::string& conversion : comparison->conversions)
        addNote(QString::fromStdString(conversion));
}

} // namespace sonoloom
