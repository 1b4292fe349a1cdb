// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/sequence/clips/sequenceeditor.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace sonoloom
{

class ElidedLabel;

/// What is known of the selected clips, and their numbers: where they begin and end in their source, and their gain.
class ClipInspector : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive this
    explicit ClipInspector(SequenceEditor& editor, QWidget* parent = nullptr);

    /// Of the selection as it is.
    void refresh();

signals:
    /// The source that is missing.
    void locateRequested(const QString& source);

private:
    QDoubleSpinBox* addNumber(const QString& name, const QString& help, double least, double greatest, const QString& unit);
    QString sourceText(const ClipLook* look) const;
    QString tempoText(const ClipLook* look) const;
    void showOne(std::size_t clip);
    void showSeveral();
    std::optional<std::size_t> only() const;
    void buildForm();
    void setTransitions();
    void edit(const std::function<void()>& change);

    SequenceEditor& editor_;
    ElidedLabel* name_;
    QLabel* facts_;
    QLabel* tempo_;
    QPushButton* locate_;
    QDoubleSpinBox* from_;
    QDoubleSpinBox* to_;
    QDoubleSpinBox* gain_;
    QFormLayout* form_;
    QComboBox* kind_;          ///< of all transitions between several
    QDoubleSpinBox* between_; ///< their length
    QPushButton* transitions_;
    bool showing_ = false;
};

} // namespace sonoloom
