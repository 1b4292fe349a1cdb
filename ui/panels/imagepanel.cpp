// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/imagepanel.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

QString sentence(const std::string& text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

/// "Mel image: is grey and 512 pixels high", or that it is none.
QString kindText(const ImageCheck& check)
{
    const QString reason = QString::fromStdString(check.recognition.reason);
    if (check.format.empty())
        return ImagePanel::tr("No image of sound (%1)").arg(reason);
    return QStringLiteral("%1 (%2)").arg(QCoreApplication::translate("Codec", check.formatLabel.c_str()), reason);
}

} // namespace

ImagePanel::ImagePanel(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), mend_(new QCheckBox(tr("Mend what can be mended"), this)),
      save_(new QPushButton(tr("Save mended images …"), this))
{
    mend_->setObjectName(QStringLiteral("mend"));
    mend_->setToolTip(tr("Read the images as if they had never been spoiled; the files stay as they are"));
    save_->setObjectName(QStringLiteral("saveMended"));
    lines_ = new QWidget(this);
    column_ = new QVBoxLayout(lines_);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(spacing::tight);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(spacing::normal);
    for (QWidget* part : {lines_, static_cast<QWidget*>(mend_), static_cast<QWidget*>(save_)})
        all->addWidget(part);

    connect(mend_, &QCheckBox::clicked, &session_, &Session::setMended);
    connect(save_, &QPushButton::clicked, this, &ImagePanel::saveRequested);
    for (const auto signal : {&Session::opened, &Session::closed})
        connect(&session_, signal, this, &ImagePanel::check);
    check();
}

void ImagePanel::check()
{
    checked_ = false;
    mend_->hide();
    save_->hide();
    const auto images = session_.images();
    if (!images) {
        job_.cancel();
        return;
    }
    job_.start<ImageChecks>([images](JobMonitor& monitor) { return checkImages(*images, monitor); },
                            [this](const Result<ImageChecks>& checks) {
                                if (!checks)
                                    return; // whoever shows the images says why they cannot be read
                                show(checks.value());
                                checked_ = true;
                                emit checked();
                            });
}

QLabel* ImagePanel::addLine(const QString& text, bool dimmed)
{
    auto* line = new QLabel(text, lines_);
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->setForegroundRole(dimmed ? QPalette::PlaceholderText : QPalette::WindowText);
    column_->addWidget(line);
    return line;
}

void ImagePanel::showSet(const ImageChecks& checks)
{
    const OpenedImages& set = *session_.images();
    const OpenedImage& first = set.images.front();
    const QString size = tr("%1 × %2 pixels").arg(first.width).arg(first.height);
    addLine(set.images.size() == 1 ? size : tr("%1 images, %2").arg(set.images.size()).arg(size));
    addLine(kindText(checks.first))->setTextFormat(Qt::PlainText);
    if (first.recordOrigin == RecordOrigin::None)
        addLine(tr("They carry no parameters; those below are the format's defaults."), true);
    else
        addLine(tr("Parameters: %1.").arg(sentence(first.recordOriginText)), true);
}

void ImagePanel::show(const ImageChecks& checks)
{
    qDeleteAll(lines_->findChildren<QLabel*>(Qt::FindDirectChildrenOnly));
    showSet(checks);
    for (const ImageChecks::Fault& fault : checks.faults) {
        const QString label = QCoreApplication::translate("Fault", faultLabel(fault.finding.fault));
        const QString share = checks.checked > 1 ? tr(" (%1 of %2 images)").arg(fault.images).arg(checks.checked) : QString();
        addLine(QStringLiteral("<b>%1</b>%2<br>%3").arg(label.toHtmlEscaped(), share, sentence(fault.finding.what)));
        addLine(sentence(fault.finding.cost), true);
    }
    if (checks.faults.empty() && !checks.first.format.empty())
        addLine(tr("Nothing is wrong with them."));
    mend_->setVisible(checks.mendable());
    mend_->setChecked(session_.images()->mended);
    save_->setVisible(checks.mendable() && session_.images()->mended);
}

} // namespace sonoloom
