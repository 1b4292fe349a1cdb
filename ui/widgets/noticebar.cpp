// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace sonoloom
{

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), icon_(new QLabel(this)), text_(new QLabel(this)), close_(new QToolButton(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    setAccessibleName(tr("Message"));
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Close this message"));
    connect(close_, &QToolButton::clicked, this, &NoticeBar::dismiss);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::tight, spacing::tight);
    row->addWidget(icon_);
    row->addWidget(text_, 1);
    row->addWidget(close_);
    takeColours();
    hide();
}

void NoticeBar::show(Kind kind, const QString& sentence)
{
    kind_ = kind;
    text_->setText(sentence);
    takeColours();
    setVisible(true);
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : text_->text();
}

void NoticeBar::dismiss()
{
    text_->clear();
    hide();
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        takeColours();
    QFrame::changeEvent(event);
}

void NoticeBar::takeColours()
{
    const bool dark = isDark(palette());
    const QString colour = kind_ == Kind::Error ? (dark ? "#5a2326" : "#f9dedc") : (dark ? "#2d3a4d" : "#dfeaf8");
    const QString sheet = QStringLiteral("#noticeBar { background: %1; border: none; }").arg(colour);
    if (styleSheet() != sheet)
        setStyleSheet(sheet);
    const QSize size(18, 18);
    icon_->setPixmap(themedIcon(QStringLiteral("warning"), palette()).pixmap(size, devicePixelRatioF()));
    icon_->setVisible(kind_ == Kind::Error);
    close_->setIcon(themedIcon(QStringLiteral("cancel"), palette()));
}

} // namespace sonoloom
