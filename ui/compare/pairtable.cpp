// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pairtable.h"

#include <QHeaderView>

namespace sonoloom
{

namespace
{

enum Column { Name, Psnr, Similarity, Snr, Convergence, Distance, columns };

QString nameOf(const ImagePair& pair)
{
    const QString a = QString::fromStdString(pair.a.filename().string());
    const QString b = QString::fromStdString(pair.b.filename().string());
    return a == b ? a : a + QStringLiteral(" | ") + b;
}

QString text(const std::optional<double>& figure, int decimals = 2)
{
    return figure ? QString::number(*figure, 'f', decimals) : QStringLiteral("—");
}

} // namespace

PairTable::PairTable(CompareSession& session, QWidget* parent) : QTableWidget(parent), session_(session)
{
    setColumnCount(columns);
    setHorizontalHeaderLabels({tr("Images"), tr("PSNR, dB"), tr("SSIM"), tr("SNR, dB"), tr("Convergence, dB"), tr("Log distance, dB")});
    const QStringList helps{{},
                            tr("Peak signal-to-noise ratio of the pixels, 100 for equal images; says little of the sound"),
                            tr("Structural similarity of the pixels, 1 for equal images"),
                            tr("Signal-to-noise ratio of the sounds that the images hold, phases and all; higher is truer"),
                            tr("Energy of the error of the magnitudes that the images hold; lower is truer"),
                            tr("Mean difference of the magnitudes that the images hold, in dB; lower is truer")};
    for (int i = 0; i < columns; ++i)
        horizontalHeaderItem(i)->setToolTip(helps[i]);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false); // Tab means switching A and B
    setAccessibleName(tr("Pairs of images with their figures"));
    connect(&session_, &CompareSession::compared, this, &PairTable::showPairs);
    connect(&session_, &CompareSession::pairCompared, this, &PairTable::showPair);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        if (row != before)
            session_.selectPair(row);
    });
}

void PairTable::setCell(int row, int column, const QString& text)
{
    auto* cell = new QTableWidgetItem(text);
    if (column != Name)
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setItem(row, column, cell);
}

void PairTable::showPairs()
{
    const QSignalBlocker quiet(this);
    const auto& pairs = session_.pairs();
    const int count = static_cast<int>(pairs.size());
    clearContents();
    setRowCount(count > 1 ? count + 1 : count);
    for (int i = 0; i < count; ++i)
        setCell(i, Name, nameOf(pairs[static_cast<std::size_t>(i)].files));
    if (count > 1) {
        setCell(count, Name, tr("Mean"));
        item(count, Name)->setFlags(Qt::ItemIsEnabled);
    }
    if (count > 0)
        setCurrentCell(0, Name);
}

void PairTable::showPair(int pair)
{
    const ComparedPair& shown = session_.pairs()[static_cast<std::size_t>(pair)];
    if (shown.figures)
        fill(pair, *shown.figures);
    else {
        setCell(pair, Psnr, QStringLiteral("—"));
        item(pair, Name)->setToolTip(shown.trouble);
    }
    showMean();
}

void PairTable::showMean()
{
    const auto& pairs = session_.pairs();
    if (pairs.size() < 2)
        return;
    std::vector<ImageFigures> figures;
    for (const ComparedPair& pair : pairs)
        if (pair.figures)
            figures.push_back(*pair.figures);
    if (!figures.empty())
        fill(static_cast<int>(pairs.size()), meanOf(figures));
}

void PairTable::fill(int row, const ImageFigures& figures)
{
    setCell(row, Psnr, text(figures.psnrDb));
    setCell(row, Similarity, text(figures.similarity, 4));
    setCell(row, Snr, text(figures.snrDb));
    setCell(row, Convergence, text(figures.spectralConvergenceDb));
    setCell(row, Distance, text(figures.logSpectralDistanceDb));
}

} // namespace sonoloom
