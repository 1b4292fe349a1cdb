// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/session.h"
#include "ui/preview/previewcontroller.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace sonoloom
{

class HintBar;
class ParamsForm;
class PixelHistogram;
class PresetBar;

/// The codec's parameters: the ones that matter most always in sight, the others on demand.
class ParametersPanel : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the panel.
    ParametersPanel(Session& session, PreviewController& preview, QWidget* parent = nullptr);

signals:
    /// One sentence: a value that does not fit.
    void refused(const QString& sentence);

private:
    void rebuild();
    void refresh();
    void showReport();
    void edit(const QString& key, const QString& text);

    Session& session_;
    PreviewController& preview_;
    QString format_;
    PresetBar* presets_;
    QComboBox* formats_;
    ParamsForm* foremost_;
    PixelHistogram* histogram_;
    HintBar* hint_;
    ParamsForm* others_;
    QToolButton* more_;
    QCheckBox* compatible_;
    QLabel* report_;
};

} // namespace sonoloom
