// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog is made of.
#include "ui/shape/sweepaxiseditor.h"
#include "ui/shape/sweepdialog.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr QSize cellSize{186, 178};

/// The picture above the figures.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->decorationPosition = QStyleOptionViewItem::Top;
        option->decorationAlignment = Qt::AlignHCenter;
        option->displayAlignment = Qt::AlignHCenter | Qt::AlignTop;
    }
};

} // namespace

QWidget* SweepDialog::buildAxes()
{
    auto* box = new QWidget(this);
    columns_ = new SweepAxisEditor(tr("Columns"), false, box);
    rows_ = new SweepAxisEditor(tr("Rows"), true, box);
    part_ = new QLabel(box);
    start_ = new QPushButton(tr("&Start"), box);
    start_->setObjectName(QStringLiteral("start"));
    start_->setToolTip(tr("Go both ways with every combination (Alt+S)"));
    start_->setDefault(true);
    cancel_ = new QPushButton(tr("&Cancel"), box);
    cancel_->setToolTip(tr("Stop; what is done stays (Alt+C)"));
    progress_ = new QProgressBar(box);
    progress_->setRange(0, progressSteps);
    progress_->setAccessibleName(tr("Progress"));
    progress_->hide();
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("C&olumns:"), columns_);
    form->addRow(tr("&Rows:"), rows_);
    auto* row = new QHBoxLayout;
    row->addWidget(part_);
    row->addWidget(progress_, 1);
    row->addStretch();
    row->addWidget(start_);
    row->addWidget(cancel_);
    form->addRow(row);
    return box;
}

QWidget* SweepDialog::buildGrid()
{
    grid_ = new QTableWidget(this);
    grid_->setObjectName(QStringLiteral("grid"));
    grid_->setAccessibleName(tr("Combinations"));
    grid_->setToolTip(tr("Arrow keys or a click choose a combination and let it sound as B"));
    grid_->setSelectionMode(QAbstractItemView::SingleSelection);
    grid_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    grid_->setTabKeyNavigation(false);
    grid_->setIconSize(thumbnail);
    grid_->setItemDelegate(new CellDelegate(grid_));
    grid_->setWordWrap(true);
    grid_->horizontalHeader()->setDefaultSectionSize(cellSize.width());
    grid_->verticalHeader()->setDefaultSectionSize(cellSize.height());
    grid_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    grid_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return grid_;
}

QWidget* SweepDialog::buildDetail()
{
    auto* box = new QWidget(this);
    box->setFixedWidth(detailPicture.width());
    picture_ = new QLabel(box);
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setMinimumHeight(detailPicture.height());
    facts_ = new QLabel(box);
    facts_->setObjectName(QStringLiteral("facts"));
    facts_->setWordWrap(true);
    facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    play_ = addButton(tr("&Play or pause"), tr("Play or pause (Alt+P)"), "play");
    side_ = addButton(tr("Switch &A and B"), tr("Hear the original, or this combination (Alt+A)"), "side");
    take_ = addButton(tr("&Take these settings"), tr("Set the workbench's parameters to these, in one step of undo (Alt+T)"), "take");
    save_ = addButton(tr("Save contact s&heet …"), tr("A picture of all, a table of the figures, and the sounds, into a folder (Alt+H)"), "save");
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(spacing::normal, 0, 0, 0);
    column->addWidget(picture_);
    column->addWidget(facts_);
    column->addStretch(1);
    for (QPushButton* button : {play_, side_, take_, save_})
        column->addWidget(button);
    return box;
}

QPushButton* SweepDialog::addButton(const QString& text, const QString& help, const char* name)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(help);
    button->setAutoDefault(false);
    return button;
}

} // namespace sonoloom
