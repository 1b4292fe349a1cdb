// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparesession.h"

#include <QTableWidget>

namespace sonoloom
{

/// The pairs of two sets of images with their figures, and the mean of all below.
class PairTable : public QTableWidget
{
    Q_OBJECT

public:
    /// @param session must outlive the table
    explicit PairTable(CompareSession& session, QWidget* parent = nullptr);

private:
    void showPairs();
    void showPair(int pair);
    void showMean();
    void fill(int row, const ImageFigures& figures);
    void setCell(int row, int column, const QString& text);

    CompareSession& session_;
};

} // namespace sonoloom
