// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shape/sweepdialog.h"

#include "core/pipeline/sweep/sweepfiles.h"
#include "ui/shape/sweepaxiseditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/picture.h"

#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr QSize firstSize{1040, 740};

/// The picture of a cell as the dialog keeps it: no larger than it is shown, at twice the scale.
QImage shrunk(const Image& picture)
{
    if (picture.samples.empty())
        return {};
    const QImage whole = pictureOf(picture);
    const QSize most = 2 * SweepDialog::detailPicture;
    return whole.width() > most.width() || whole.height() > most.height() ? whole.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                                                                          : whole;
}

/// The figures, which are wrapped between them only.
QString textOf(const SweepCell& cell)
{
    QStringList lines;
    for (const std::string& line : sweepLines(cell)) {
        QString text = QString::fromStdString(line);
        if (cell.error.empty())
            text.replace(QLatin1Char(' '), QChar::Nbsp).replace(QStringLiteral(",") + QChar::Nbsp, QStringLiteral(", "));
        lines.append(text);
    }
    return lines.join(QLatin1Char('\n'));
}

QPixmap sharp(const QImage& image, const QSize& size, double ratio)
{
    QPixmap pixmap = QPixmap::fromImage(image.scaled(size * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

SweepDialog::SweepDialog(Session& session, QWidget* parent) : QDialog(parent), session_(session)
{
    setWindowTitle(tr("Parameter sweep"));
    resize(firstSize);
    told_ = new QLabel(this);
    told_->setObjectName(QStringLiteral("told"));
    told_->setWordWrap(true);
    auto* middle = new QHBoxLayout;
    middle->addWidget(buildGrid(), 1);
    middle->addWidget(buildDetail());
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing::normal);
    column->addWidget(buildAxes());
    column->addWidget(told_);
    column->addLayout(middle, 1);
    connectAll();
    setSelection(0, 0);
}

SweepDialog::~SweepDialog()
{
    job_.disconnect(this);
    saving_.disconnect(this);
}

void SweepDialog::connectAll()
{
    const auto renew = [this] {
        const auto codec = session_.codec()->clone();
        ReconstructParams params = session_.reconstructParams();
        const auto fields = sweepFields(*codec, params);
        columns_->setFields(fields, QStringLiteral("maxvol"));
        rows_->setFields(fields, QStringLiteral("power"));
    };
    renew();
    connect(&session_, &Session::codecChanged, this, renew);
    for (const auto signal : {&Session::opened, &Session::closed})
        connect(&session_, signal, this, [this] { setSelection(0, 0); });
    connect(start_, &QPushButton::clicked, this, &SweepDialog::start);
    connect(&job_, &Job::noticed, this, &SweepDialog::tell);
    for (Job* job : {&job_, &saving_}) {
        connect(cancel_, &QPushButton::clicked, job, &Job::cancel);
        connect(job, &Job::started, this, [this] { progress_->setValue(0); });
        connect(job, &Job::progressed, this, [this](double fraction, const QString& stage) {
            progress_->setValue(static_cast<int>(fraction * progressSteps));
            progress_->setFormat(stage + QStringLiteral("  %p %"));
        });
        connect(job, &Job::ended, this, &SweepDialog::refresh);
    }
    connect(grid_, &QTableWidget::currentCellChanged, this, &SweepDialog::showChosen);
    connect(grid_, &QTableWidget::cellClicked, this, &SweepDialog::showChosen);
    connect(play_, &QPushButton::clicked, this, &SweepDialog::playToggled);
    connect(side_, &QPushButton::clicked, this, &SweepDialog::sideToggled);
    connect(take_, &QPushButton::clicked, this, &SweepDialog::take);
    connect(save_, &QPushButton::clicked, this, &SweepDialog::chooseFolder);
}

void SweepDialog::setSelection(double from, double to)
{
    from_ = to > from ? from : 0;
    to_ = to > from ? std::min(to, from + mostSweepSeconds) : mostSweepSeconds;
    if (session_.sound())
        to_ = std::min(to_, session_.sound()->audio->seconds());
    part_->setText(tr("Sound from %1 s to %2 s").arg(from_, 0, 'f', 2).arg(to_, 0, 'f', 2));
    part_->setToolTip(tr("The selection of the workbench, or the first 10 s"));
    tell(session_.sound() ? tr("Choose what is varied, then press Start. Each combination is shown as it is done; click it to hear it as B.")
                          : tr("A sweep needs a sound; open one."));
    refresh();
}

Result<SweepPlan> SweepDialog::plan()
{
    const auto sound = session_.sound();
    if (!sound)
        return Error{ErrorCode::InvalidArgument, tr("A sweep needs a sound; open one.").toStdString()};
    SweepPlan plan;
    const auto codec = session_.codec()->clone();
    ReconstructParams params = session_.reconstructParams();
    const auto fields = sweepFields(*codec, params);
    for (const auto& [editor, axis] : {std::pair(columns_, &plan.columns), std::pair(rows_, &plan.rows)}) {
        auto read = editor->axis(fields);
        if (!read)
            return read.error();
        *axis = std::move(*read);
    }
    plan.sound = sound->audio; // the job takes the part
    plan.origin = sound->origin;
    plan.stem = session_.stem().toStdString();
    plan.settings = {session_.codec(), session_.reconstructParams()};
    if (auto fits = checkSweep(plan); !fits)
        return fits.error();
    return plan;
}

void SweepDialog::start()
{
    auto wanted = plan();
    if (!wanted) {
        tell(QString::fromStdString(wanted.error().message));
        return;
    }
    plan_ = std::move(*wanted);
    sweptFrom_ = from_;
    complete_ = false;
    cells_.assign(sweepRows(plan_) * sweepColumns(plan_), std::nullopt);
    pictures_.assign(cells_.size(), QImage());
    grid_->clear();
    grid_->setColumnCount(static_cast<int>(sweepColumns(plan_)));
    grid_->setRowCount(static_cast<int>(sweepRows(plan_)));
    const auto name = [](const SweepAxis& axis, std::size_t i) { return QString::fromStdString(axis.key + " " + axis.values[i]); };
    for (std::size_t i = 0; i < sweepColumns(plan_); ++i)
        grid_->setHorizontalHeaderItem(static_cast<int>(i), new QTableWidgetItem(name(plan_.columns, i)));
    grid_->verticalHeader()->setVisible(!plan_.rows.key.empty());
    for (std::size_t i = 0; !plan_.rows.key.empty() && i < sweepRows(plan_); ++i)
        grid_->setVerticalHeaderItem(static_cast<int>(i), new QTableWidgetItem(name(plan_.rows, i)));
    tell({});
    using Part = std::shared_ptr<const Audio>;
    job_.start<Part>(
        [this, plan = plan_, from = from_, to = to_](JobMonitor& monitor) mutable -> Result<Part> {
            plan.sound = std::make_shared<Audio>(sweepExcerpt(*plan.sound, from, to));
            plan.origin.samples = plan.sound->sampleCount();
            const auto show = [this](const SweepCell& cell) {
                auto picture = sweepPicture(cell);
                job_.post([this, cell, image = picture ? shrunk(*picture) : QImage()] { receive(cell, image); });
            };
            const auto made = runSweep(plan, show, monitor);
            return made ? Result<Part>(plan.sound) : Result<Part>(made.error());
        },
        [this](Result<Part> part) {
            if (!part) {
                tell(QString::fromStdString(part.error().message));
                return;
            }
            plan_.sound = std::move(*part);
            complete_ = true;
            tell(tr("Done. Click a combination to hear it as B."));
        });
    refresh();
}

void SweepDialog::receive(const SweepCell& cell, const QImage& picture)
{
    const std::size_t index = cell.row * sweepColumns(plan_) + cell.column;
    cells_[index] = cell;
    pictures_[index] = picture;
    showCell(cell, picture);
    if (grid_->currentRow() == static_cast<int>(cell.row) && grid_->currentColumn() == static_cast<int>(cell.column))
        showChosen();
}

void SweepDialog::showCell(const SweepCell& cell, const QImage& picture)
{
    auto* item = new QTableWidgetItem(textOf(cell));
    item->setToolTip(QString::fromStdString(cell.name) + QLatin1Char('\n') + textOf(cell));
    if (cell.error.empty())
        item->setIcon(sharp(picture, SweepDialog::thumbnail, devicePixelRatioF()));
    else
        item->setIcon(themedIcon(QStringLiteral("warning"), palette()));
    grid_->setItem(static_cast<int>(cell.row), static_cast<int>(cell.column), item);
}

const SweepCell* SweepDialog::chosen() const
{
    const int row = grid_->currentRow();
    const int column = grid_->currentColumn();
    if (row < 0 || column < 0 || cells_.empty())
        return nullptr;
    const auto& cell = cells_[static_cast<std::size_t>(row) * sweepColumns(plan_) + static_cast<std::size_t>(column)];
    return cell ? &*cell : nullptr;
}

void SweepDialog::showChosen()
{
    const SweepCell* cell = chosen();
    facts_->setText(cell ? QString::fromStdString(cell->name) + QLatin1Char('\n') + textOf(*cell) : QString());
    const QImage picture = cell ? pictures_[cell->row * sweepColumns(plan_) + cell->column] : QImage();
    picture_->setPixmap(picture.isNull() ? QPixmap() : sharp(picture, SweepDialog::detailPicture - QSize(spacing::normal, 0), devicePixelRatioF()));
    refresh();
    if (cell && cell->sound)
        emit heard(cell->sound, sweptFrom_);
}

void SweepDialog::take()
{
    const SweepCell* cell = chosen();
    if (!cell || !cell->sound)
        return;
    const QString name = QString::fromStdString(cell->name);
    session_.setSettings(*cell->settings.codec, cell->settings.reconstruct, tr("sweep: %1").arg(name));
    tell(tr("The workbench has %1 now; Ctrl+Z there takes it back.").arg(name));
}

void SweepDialog::save(const QString& folder, Overwrite overwrite)
{
    std::vector<SweepCell> cells;
    for (const auto& cell : cells_)
        cells.push_back(*cell);
    progress_->setFormat(tr("Writing"));
    saving_.start<SweepFiles>(
        [plan = plan_, cells = std::move(cells), folder = folder.toStdString(), overwrite](JobMonitor& monitor) {
            return writeSweep(plan, cells, folder, overwrite, monitor);
        },
        [this](Result<SweepFiles> written) {
            tell(written ? tr("Written: %1, a table and %2 sounds beside it.").arg(QString::fromStdString(written->sheet.string())).arg(written->sounds.size())
                         : QString::fromStdString(written.error().message));
        });
    refresh();
}

void SweepDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Save contact sheet"));
    if (folder.isEmpty())
        return;
    const bool taken = !expectSweepFiles(plan_, folder.toStdString(), Overwrite::No);
    if (taken && QMessageBox::question(this, tr("Replace the files?"), tr("There is a sweep of this sound in %1. Replace it?").arg(folder)) !=
                     QMessageBox::Yes)
        return;
    save(folder, taken ? Overwrite::Yes : Overwrite::No);
}

void SweepDialog::tell(const QString& sentence)
{
    told_->setText(sentence);
}

void SweepDialog::refresh()
{
    const SweepCell* cell = grid_ ? chosen() : nullptr;
    start_->setEnabled(session_.sound() && !job_.running());
    cancel_->setEnabled(job_.running() || saving_.running());
    progress_->setVisible(cancel_->isEnabled());
    for (QPushButton* button : {play_, side_, take_})
        button->setEnabled(cell && cell->sound);
    save_->setEnabled(complete_ && !job_.running() && !saving_.running());
}

void SweepDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        for (const auto& cell : cells_)
            if (cell && !cell->error.empty())
                showCell(*cell, {});
    QDialog::changeEvent(event);
}

} // namespace sonoloom
