// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextBoundaryFinder>
#include <QToolButton>

namespace sonoloom
{

namespace
{

constexpr int longestRun = 40; // letters
constexpr QChar breakHere(0x200b);

/// The text with a place to break in every run of letters that is longer than any word, such as a file's name.
QString breakable(const QString& text)
{
    static const QString alreadyBreak = QStringLiteral(" /\\-");
    QString result;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    int run = 0;
    qsizetype from = 0;
    while (letters.toNextBoundary() > 0) {
        const QString letter = text.mid(from, letters.position() - from);
        from = letters.position();
        result += letter;
        run = alreadyBreak.contains(letter) ? 0 : run + 1;
        if (run % longestRun == longestRun - 1)
            result += breakHere;
    }
    return result;
}

QString backgroundOf(NoticeBar::Kind kind, bool dark)
{
    switch (kind) {
    case NoticeBar::Kind::Error:
        return dark ? QStringLiteral("#5a2326") : QStringLiteral("#f9dedc");
    case NoticeBar::Kind::Warning:
        return dark ? QStringLiteral("#4d3f1d") : QStringLiteral("#faecc8");
    case NoticeBar::Kind::Info:
        break;
    }
    return dark ? QStringLiteral("#2d3a4d") : QStringLiteral("#dfeaf8");
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), icon_(new QLabel(this)), text_(new QLabel(this)), close_(new QToolButton(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    setAccessibleName(tr("Message"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Close this message"));
    close_->setAccessibleName(close_->toolTip());
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
    sentence_ = sentence;
    text_->setText(breakable(sentence));
    setAccessibleDescription(sentence);
    takeColours();
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::dismiss()
{
    sentence_.clear();
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
    const QString sheet = QStringLiteral("#noticeBar { background: %1; border: none; }").arg(backgroundOf(kind_, isDark(palette())));
    if (styleSheet() != sheet)
        setStyleSheet(sheet);
    const QSize size(18, 18);
    icon_->setPixmap(themedIcon(QStringLiteral("warning"), palette()).pixmap(size, devicePixelRatioF()));
    icon_->setVisible(kind_ != Kind::Info);
    close_->setIcon(themedIcon(QStringLiteral("cancel"), palette()));
}

} // namespace sonoloom
