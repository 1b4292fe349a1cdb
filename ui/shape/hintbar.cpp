// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shape/hintbar.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr int iconSize = 18;

QString sentenceOf(const LevelHint& hint)
{
    switch (hint.fault) {
    case LevelFault::Clipped:
        return HintBar::tr("%1 % of the pixels are clipped: the loudest places come back too quiet.").arg(hint.share * 100, 0, 'f', 2);
    case LevelFault::DarkHalfEmpty:
        return HintBar::tr("The dark half of the pixels is as good as empty: levels are kept more coarsely than they could be.");
    case LevelFault::LightHalfEmpty:
        break;
    }
    return HintBar::tr("The light half of the pixels is as good as empty: quiet and loud are hardly told apart.");
}

QString number(double value)
{
    return QString::number(value, 'g', 4);
}

QString cureOf(const LevelHint& hint)
{
    if (hint.power && hint.maxvol)
        return HintBar::tr("Set power to %1 and maxvol to %2").arg(number(*hint.power), number(*hint.maxvol));
    return hint.power ? HintBar::tr("Set power to %1").arg(number(*hint.power)) : HintBar::tr("Set maxvol to %1").arg(number(*hint.maxvol));
}

} // namespace

HintBar::HintBar(Session& session, PreviewController& preview, QWidget* parent)
    : QFrame(parent), session_(session), preview_(preview), icon_(new QLabel(this)), text_(new QLabel(this)),
      mend_(new QPushButton(this))
{
    setObjectName(QStringLiteral("hint"));
    setAccessibleName(tr("Hint"));
    text_->setWordWrap(true);
    mend_->setObjectName(QStringLiteral("hintMend"));
    mend_->setToolTip(tr("One step, which Ctrl+Z takes back"));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::normal);
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addWidget(text_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    column->setSpacing(spacing::tight);
    column->addLayout(row);
    column->addWidget(mend_);
    connect(&preview_, &PreviewController::tilesChanged, this, &HintBar::look);
    connect(&session_, &Session::codecChanged, mend_, [this] { mend_->setEnabled(false); }); // until the images are drawn anew
    connect(mend_, &QPushButton::clicked, this, &HintBar::mend);
    takeColours();
    look();
}

QString HintBar::sentence() const
{
    return hint_ ? sentenceOf(*hint_) : QString();
}

void HintBar::look()
{
    const auto tiles = preview_.tiles();
    hint_ = tiles && tiles->levels ? levelHint(*session_.codec(), tiles->report, *tiles->levels) : std::nullopt;
    setVisible(hint_.has_value());
    if (!hint_)
        return;
    text_->setText(sentenceOf(*hint_));
    setAccessibleDescription(text_->text());
    mend_->setText(cureOf(*hint_));
    mend_->setEnabled(true);
}

void HintBar::mend()
{
    if (!hint_)
        return;
    std::vector<std::pair<QString, QString>> values;
    if (hint_->power)
        values.emplace_back(QStringLiteral("power"), QString::number(*hint_->power));
    if (hint_->maxvol)
        values.emplace_back(QStringLiteral("maxvol"), QString::number(*hint_->maxvol));
    session_.endGesture();
    if (const auto set = session_.setCodecFields(values, cureOf(*hint_)); !set)
        emit refused(QString::fromStdString(set.error().message));
    session_.endGesture();
}

void HintBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        takeColours();
    QFrame::changeEvent(event);
}

void HintBar::takeColours()
{
    const QString background = isDark(palette()) ? QStringLiteral("#4d3f1d") : QStringLiteral("#faecc8");
    const QString sheet = QStringLiteral("#hint { background: %1; border: none; }").arg(background);
    if (styleSheet() != sheet)
        setStyleSheet(sheet);
    icon_->setPixmap(themedIcon(QStringLiteral("warning"), palette()).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
}

} // namespace sonoloom
