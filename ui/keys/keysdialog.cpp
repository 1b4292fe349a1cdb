// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keysdialog.h"

#include "core/io/atomicfile.h"
#include "ui/keys/keyedit.h"
#include "ui/keys/keysheet.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextDocument>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace sonoloom
{

namespace
{

constexpr QSize usualSize{640, 620};
constexpr int idRole = Qt::UserRole;
enum Column { Action, Keys };

QPushButton* button(const QString& text, const QString& help, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setAutoDefault(false);
    made->setToolTip(help);
    return made;
}

} // namespace

KeysDialog::KeysDialog(KeyMap& keys, std::vector<Gesture> gestures, QWidget* parent)
    : QDialog(parent), keys_(keys), gestures_(std::move(gestures)), search_(new QLineEdit(this)), table_(new QTreeWidget(this))
{
    setWindowTitle(tr("Keys"));
    resize(usualSize);
    build();
    fill();
    showKeys();
    connect(search_, &QLineEdit::textChanged, this, &KeysDialog::filter);
    connect(table_, &QTreeWidget::currentItemChanged, this, &KeysDialog::showChosen);
    connect(table_, &QTreeWidget::itemActivated, this, [this] {
        if (!chosen().isEmpty())
            first_->setFocus();
    });
    connect(&keys_, &KeyMap::changed, this, &KeysDialog::showKeys);
    choose(keys_.entries().empty() ? QString() : keys_.entries().front().id);
    search_->setFocus();
}

void KeysDialog::build()
{
    search_->setPlaceholderText(tr("Search an action or a key"));
    search_->setAccessibleName(tr("Search"));
    search_->setClearButtonEnabled(true);
    table_->setColumnCount(2);
    table_->setHeaderLabels({tr("Action"), tr("Keys")});
    table_->setAccessibleName(tr("Keys"));
    table_->setRootIsDecorated(false);
    table_->setAlternatingRowColors(true);
    table_->setUniformRowHeights(true);
    table_->header()->setSectionResizeMode(Column::Action, QHeaderView::Stretch);
    table_->header()->setSectionResizeMode(Column::Keys, QHeaderView::ResizeToContents);
    table_->header()->setStretchLastSection(false);

    auto* box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* all = button(tr("Restore all"), tr("Give every action the keys it had from the start"), this);
    QPushButton* print = button(tr("Print …"), tr("Print all keys and gestures"), this);
    QPushButton* save = button(tr("Save as PDF or HTML …"), tr("Write all keys and gestures to a file"), this);
    all->setObjectName(QStringLiteral("restore-all"));
    box->addButton(all, QDialogButtonBox::ResetRole);
    box->addButton(print, QDialogButtonBox::ActionRole);
    box->addButton(save, QDialogButtonBox::ActionRole);
    box->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(all, &QPushButton::clicked, &keys_, &KeyMap::restoreAll);
    connect(print, &QPushButton::clicked, this, &KeysDialog::print);
    connect(save, &QPushButton::clicked, this, &KeysDialog::chooseFile);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing::normal);
    column->addWidget(search_);
    column->addWidget(table_, 1);
    column->addWidget(buildEditor());
    column->addWidget(box);
}

QWidget* KeysDialog::buildEditor()
{
    editor_ = new QWidget(this);
    name_ = new QLabel(editor_);
    QFont bold = name_->font();
    bold.setBold(true);
    name_->setFont(bold);
    first_ = new KeyEdit(editor_);
    first_->setObjectName(QStringLiteral("first-key"));
    first_->setAccessibleName(tr("Key"));
    first_->setToolTip(tr("Press the new key here; it holds at once"));
    second_ = new KeyEdit(editor_);
    second_->setObjectName(QStringLiteral("second-key"));
    second_->setAccessibleName(tr("Second key"));
    second_->setToolTip(tr("Another key for the same"));
    none_ = button(tr("No key"), tr("Leave this action without a key"), editor_);
    restore_ = button(tr("Restore default"), tr("Give this action the keys it had from the start"), editor_);
    restore_->setObjectName(QStringLiteral("restore"));
    told_ = new QLabel(editor_);
    told_->setObjectName(QStringLiteral("told"));
    told_->setWordWrap(true);
    takeOver_ = button(tr("Take it over"), tr("Give the key to this action; the other one loses it"), editor_);
    takeOver_->setAutoDefault(true); // the one that Enter is for
    takeOver_->setObjectName(QStringLiteral("take-over"));

    auto* grid = new QGridLayout(editor_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing::normal);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(name_, 0, 0, 1, 4);
    grid->addWidget(none_, 0, 4);
    grid->addWidget(new QLabel(tr("Key"), editor_), 1, 0);
    grid->addWidget(first_, 1, 1);
    grid->addWidget(new QLabel(tr("Second key"), editor_), 1, 2);
    grid->addWidget(second_, 1, 3);
    grid->addWidget(restore_, 1, 4);
    grid->addWidget(told_, 2, 0, 1, 4);
    grid->addWidget(takeOver_, 2, 4);
    grid->setRowMinimumHeight(2, takeOver_->sizeHint().height()); // so that nothing moves when there is something to tell

    for (KeyEdit* edit : {first_, second_})
        connect(edit, &KeyEdit::pressed, this, &KeysDialog::take);
    connect(none_, &QPushButton::clicked, this, [this] { keys_.setKeys(chosen(), {}); });
    connect(restore_, &QPushButton::clicked, this, [this] { keys_.restore(chosen()); });
    connect(takeOver_, &QPushButton::clicked, this, &KeysDialog::setChosenKeys);
    return editor_;
}

void KeysDialog::fill()
{
    for (const KeyMap::Entry& entry : keys_.entries()) {
        auto* row = new QTreeWidgetItem(group(entry.group), {entry.text});
        row->setData(Column::Action, idRole, entry.id);
    }
    for (const Gesture& gesture : gestures_)
        new QTreeWidgetItem(group(gesture.where), {gesture.meaning, gesture.gesture}); // the table owns it
    table_->expandAll();
}

QTreeWidgetItem* KeysDialog::group(const QString& name)
{
    for (int i = 0; i < table_->topLevelItemCount(); ++i)
        if (table_->topLevelItem(i)->text(Column::Action) == name)
            return table_->topLevelItem(i);
    auto* item = new QTreeWidgetItem(table_, {name});
    item->setFlags(Qt::ItemIsEnabled);
    item->setFirstColumnSpanned(true);
    QFont bold = font();
    bold.setBold(true);
    item->setFont(Column::Action, bold);
    return item;
}

void KeysDialog::showKeys()
{
    for (QTreeWidgetItemIterator row(table_); *row; ++row) {
        const QString id = (*row)->data(Column::Action, idRole).toString();
        if (id.isEmpty())
            continue;
        QFont own = font();
        own.setBold(!keys_.isDefault(id));
        (*row)->setText(Column::Keys, keys_.keyText(id));
        (*row)->setFont(Column::Keys, own);
    }
    showChosen();
}

void KeysDialog::filter(const QString& text)
{
    for (int g = 0; g < table_->topLevelItemCount(); ++g) {
        QTreeWidgetItem* group = table_->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem* row = group->child(i);
            const bool matches = row->text(Column::Action).contains(text, Qt::CaseInsensitive) ||
                                 row->text(Column::Keys).contains(text, Qt::CaseInsensitive) ||
                                 group->text(Column::Action).contains(text, Qt::CaseInsensitive);
            row->setHidden(!matches);
            any = any || matches;
        }
        group->setHidden(!any);
    }
}

QString KeysDialog::chosen() const
{
    const QTreeWidgetItem* row = table_->currentItem();
    return row ? row->data(Column::Action, idRole).toString() : QString();
}

void KeysDialog::choose(const QString& id)
{
    for (QTreeWidgetItemIterator row(table_); *row; ++row)
        if (!id.isEmpty() && (*row)->data(Column::Action, idRole).toString() == id)
            table_->setCurrentItem(*row);
}

void KeysDialog::showChosen()
{
    const QString id = chosen();
    const KeyMap::Entry* entry = keys_.find(id);
    const bool isGesture = !entry && table_->currentItem();
    name_->setText(entry ? entry->text : isGesture ? table_->currentItem()->text(Column::Action) : QString());
    const KeyMap::Keys keys = keys_.keys(id);
    first_->setKeySequence(keys.value(0));
    second_->setKeySequence(keys.value(1));
    for (QWidget* control : std::initializer_list<QWidget*>{first_, second_})
        control->setEnabled(entry != nullptr);
    none_->setEnabled(!keys.isEmpty());
    restore_->setEnabled(entry && !keys_.isDefault(id));
    tell(isGesture ? tr("What the mouse does cannot be changed here.") : QString());
}

/// A key that is free holds at once; another one has to be taken.
void KeysDialog::take(const QKeySequence& key)
{
    const QStringList others = keys_.conflicts(chosen(), key);
    if (others.isEmpty()) {
        setChosenKeys();
        table_->setFocus(); // Tab and Esc are keys in the editor: this is the way out of it
        return;
    }
    QStringList names;
    for (const QString& other : others)
        names.append(tr("'%1'").arg(keys_.find(other)->text));
    tell(tr("%1 is the key of %2.").arg(key.toString(QKeySequence::NativeText), names.join(QStringLiteral(", "))), true);
    takeOver_->setFocus();
}

void KeysDialog::setChosenKeys()
{
    keys_.takeKeys(chosen(), {first_->keySequence(), second_->keySequence()});
}

void KeysDialog::tell(const QString& sentence, bool canTake)
{
    told_->setText(sentence);
    takeOver_->setVisible(canTake);
}

/// Enter in the table or the search presses no button.
void KeysDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return;
    QDialog::keyPressEvent(event);
}

void KeysDialog::print()
{
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QTextDocument document;
    document.setHtml(keySheetHtml(keys_, gestures_));
    document.print(&printer);
}

void KeysDialog::chooseFile()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the keys"), QStringLiteral("sonoloom-keys.pdf"),
                                                      tr("PDF (*.pdf);;HTML (*.html)"));
    if (!file.isEmpty())
        save(file);
}

void KeysDialog::save(const QString& file)
{
    const QString html = keySheetHtml(keys_, gestures_);
    const bool isHtml = QFileInfo(file).suffix().compare(QLatin1String("html"), Qt::CaseInsensitive) == 0;
    const auto work = [html, isHtml, place = file.toStdString()](JobMonitor&) {
        const QByteArray bytes = isHtml ? html.toUtf8() : keySheetPdf(html);
        return writeFile(place, {bytes.constData(), static_cast<std::size_t>(bytes.size())}, Overwrite::Yes);
    };
    writing_.start<void>(work, [this, file](const Result<void>& written) {
        tell(written ? tr("Written to %1.").arg(file) : QString::fromStdString(written.error().message));
    });
}

} // namespace sonoloom
