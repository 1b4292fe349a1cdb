// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/timeline/timelinepainter.h"

#include "ui/editors/sequence/clips/snapping.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double leastForName = 36; // pixels
constexpr double leastForBeats = 5; ///< pixels from beat to beat
constexpr double leastForOutline = 4;
constexpr int beatLength = 6;
constexpr double headMargin = 8; ///< beside a handle

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

/// Paints one timeline; the parts are in the order in which they lie on each other.
class TimelinePainting
{
public:
    TimelinePainting(QPainter& painter, const TimelineScene& scene) : painter_(painter), scene_(scene) {}

    void clip(std::size_t number);
    void transition(std::size_t number);
    void frame(std::size_t number);
    void overlay();

private:
    void picture(std::size_t number);
    void trouble(std::size_t number, const ClipLook* look);
    void head(std::size_t number);
    void beats(std::size_t number);
    void gain(std::size_t number);
    /// Where a clip that fades in is seen: below the diagonal of the transition before it, and behind it.
    QPainterPath seen(std::size_t number) const;
    /// Without its suffix; what tells tiles apart is at its end.
    QString nameOf(std::size_t number) const;

    QPainter& painter_;
    const TimelineScene& scene_;
};

QPainterPath TimelinePainting::seen(std::size_t number) const
{
    const QRectF all = scene_.layout.clip(number);
    QPainterPath path;
    const double fade = scene_.layout.view().twoLanes ? 0 : scene_.layout.places()[number].fadeIn * scene_.layout.pixelsASecond();
    path.moveTo(all.left(), all.bottom());
    path.lineTo(all.left() + fade, all.top());
    path.lineTo(all.topRight());
    path.lineTo(all.bottomRight());
    path.closeSubpath();
    return path;
}

void TimelinePainting::clip(std::size_t number)
{
    if (scene_.layout.clip(number).width() < leastForOutline) { // one of very many
        picture(number);
        return;
    }
    painter_.save();
    const bool fades = !scene_.layout.view().twoLanes && scene_.layout.places()[number].fadeIn > 0;
    if (fades)
        painter_.setClipPath(seen(number), Qt::IntersectClip);
    picture(number);
    beats(number);
    head(number);
    painter_.restore();
    gain(number);
}

void TimelinePainting::picture(std::size_t number)
{
    const QRectF all = scene_.layout.clip(number);
    const ClipLook* look = scene_.looks.find(scene_.sequence[number].source);
    if (!look || look->picture.isEmpty()) {
        trouble(number, look);
        return;
    }
    const ClipStretch stretch = stretchOf(scene_.sequence[number], scene_.looks.seconds());
    const QImage& level = look->picture.levelFor(look->seconds * scene_.layout.pixelsASecond() * painter_.device()->devicePixelRatioF());
    const double columns = level.width() / look->seconds;
    const QRectF area = scene_.layout.view().area;
    const double left = std::max(all.left(), area.left() - 1); // of what is in sight
    const double right = std::min(all.right(), area.right() + 1);
    if (right <= left)
        return;
    const double perPixel = stretch.seconds() / all.width();
    const QRectF from(columns * (stretch.from + (left - all.left()) * perPixel), 0, columns * (right - left) * perPixel, level.height());
    painter_.drawImage(QRectF(left, all.top(), right - left, all.height()), level, from);
}

/// A clip without a picture: not looked at yet, or not there.
void TimelinePainting::trouble(std::size_t number, const ClipLook* look)
{
    const QRectF all = scene_.layout.clip(number);
    const bool isWrong = look && (look->state == ClipLook::State::Missing || look->state == ClipLook::State::Unreadable);
    painter_.fillRect(all, scene_.palette.color(QPalette::AlternateBase));
    const QColor colour = isWrong ? warningColour(scene_.palette) : scene_.palette.color(QPalette::Mid);
    if (isWrong)
        painter_.fillRect(all, QBrush(withAlpha(colour, 90), Qt::BDiagPattern));
    if (all.width() < leastForName)
        return;
    painter_.setPen(colour);
    const QString text = !isWrong                                     ? Texts::tr("…")
                         : look->state == ClipLook::State::Missing ? Texts::tr("Missing")
                                                                      : Texts::tr("Cannot be read");
    painter_.drawText(all.adjusted(2, TimelineLayout::headHeight, -2, 0), Qt::AlignCenter | Qt::TextWordWrap, text);
}

QString TimelinePainting::nameOf(std::size_t number) const
{
    return QString::fromStdString(scene_.sequence[number].source.stem().string());
}

void TimelinePainting::head(std::size_t number)
{
    const QRectF head = scene_.layout.head(number);
    const bool selected = scene_.selection.contains(number);
    const QColor highlight = scene_.palette.color(QPalette::Highlight);
    painter_.fillRect(head, selected ? highlight : withAlpha(scene_.palette.color(QPalette::Button), 235));
    const double hidden = scene_.layout.view().twoLanes ? 0 : scene_.layout.places()[number].fadeIn * scene_.layout.pixelsASecond();
    const double behind = scene_.layout.view().twoLanes ? 0 : scene_.layout.places()[number].fadeOut * scene_.layout.pixelsASecond();
    QRectF text = head.adjusted(headMargin + hidden, 0, -headMargin - behind, 0);
    const double left = std::max<double>(text.left(), scene_.layout.view().area.left() + 4);
    text.setLeft(std::min(left, text.right()));
    if (text.width() < leastForName)
        return;
    painter_.setPen(selected ? scene_.palette.color(QPalette::HighlightedText) : scene_.palette.color(QPalette::ButtonText));
    painter_.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, painter_.fontMetrics().elidedText(nameOf(number), Qt::ElideLeft, static_cast<int>(text.width())));
}

/// Ticks below the head; where bars begin, lines through the clip.
void TimelinePainting::beats(std::size_t number)
{
    const ClipLook* look = scene_.looks.find(scene_.sequence[number].source);
    if (!scene_.beats || !look || !look->tempo || !look->tempo->bpm || 60 / *look->tempo->bpm * scene_.layout.pixelsASecond() < leastForBeats)
        return;
    const QRectF all = scene_.layout.clip(number);
    const ClipPlace& place = scene_.layout.places()[number];
    const QRect area = scene_.layout.view().area;
    const auto lines = [&](bool downbeats, double length) {
        for (const double beat : beatsOf(scene_.sequence[number], place, scene_.looks, downbeats))
            if (const double x = scene_.layout.pixelOf(beat); x >= area.left() && x <= area.right())
                painter_.drawLine(QLineF(x, all.top() + TimelineLayout::headHeight, x, all.top() + TimelineLayout::headHeight + length));
    };
    painter_.setPen(QPen(Qt::white, 1));
    lines(false, beatLength);
    painter_.setPen(QPen(withAlpha(Qt::white, 120), 1));
    lines(true, all.height() - TimelineLayout::headHeight);
}

void TimelinePainting::gain(std::size_t number)
{
    const QRectF place = scene_.layout.gain(number);
    const double db = scene_.sequence[number].gainDb;
    const bool shown = db != 0 || scene_.selection.contains(number);
    if (place.isEmpty() || !shown)
        return;
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(QColor(0, 0, 0, 170));
    painter_.drawRoundedRect(place, 3, 3);
    painter_.setPen(Qt::white);
    painter_.drawText(place, Qt::AlignCenter, gainText(db));
}

void TimelinePainting::transition(std::size_t number)
{
    const QRectF overlap = scene_.layout.overlap(number);
    const QRectF handle = scene_.layout.handle(number);
    const bool selected = scene_.selection.transition() == number;
    const QColor highlight = scene_.palette.color(QPalette::Highlight);
    if (overlap.width() > 1) {
        painter_.fillRect(overlap, withAlpha(highlight, selected ? 110 : 50));
        painter_.setBrush(Qt::NoBrush);
        painter_.setPen(QPen(withAlpha(Qt::white, 200), 1));
        if (!scene_.layout.view().twoLanes)
            painter_.drawLine(overlap.bottomLeft(), overlap.topRight());
        painter_.drawRect(overlap.adjusted(0.5, 0.5, -0.5, -0.5));
        const QString name = transitionName(scene_.sequence[number].transition);
        if (painter_.fontMetrics().horizontalAdvance(name) + 6 < overlap.width()) {
            painter_.setPen(Qt::white);
            painter_.drawText(overlap.adjusted(0, 0, -4, -4), Qt::AlignBottom | Qt::AlignRight, name);
        }
    }
    if (handle.isEmpty())
        return;
    const QPointF middle = handle.center();
    const double reach = handle.width() / 2 - 2;
    painter_.setRenderHint(QPainter::Antialiasing, true);
    painter_.setPen(QPen(Qt::white, 1.2));
    painter_.setBrush(selected || overlap.width() > 1 ? highlight : QColor(60, 60, 66));
    painter_.drawPolygon(QPolygonF({middle - QPointF(reach, 0), middle - QPointF(0, reach), middle + QPointF(reach, 0), middle + QPointF(0, reach)}));
    painter_.setRenderHint(QPainter::Antialiasing, false);
}

void TimelinePainting::frame(std::size_t number)
{
    const QRectF all = scene_.layout.clip(number);
    if (all.width() < leastForOutline)
        return;
    const bool selected = scene_.selection.contains(number);
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(selected ? scene_.palette.color(QPalette::Highlight).lighter(125) : scene_.palette.color(QPalette::Window), selected ? 2 : 1));
    painter_.drawRect(all.adjusted(0.5, 0.5, -0.5, -0.5));
}

void TimelinePainting::overlay()
{
    const TimelineOverlay& overlay = scene_.overlay;
    const QRect area = scene_.layout.view().area;
    const QColor highlight = scene_.palette.color(QPalette::Highlight);
    if (overlay.trimmed) {
        QRectF all = scene_.layout.clip(*overlay.trimmed);
        const double x = scene_.layout.pixelOf(overlay.trimmedTo);
        const bool cuts = x > all.left();
        all.setRight(std::max(all.left(), x));
        all.setLeft(std::min(all.left(), x));
        painter_.fillRect(all, cuts ? QColor(0, 0, 0, 170) : withAlpha(highlight, 120));
    }
    if (overlay.gap) {
        const double x = scene_.layout.pixelOf(scene_.layout.gapSeconds(*overlay.gap));
        painter_.fillRect(QRectF(x - 1.5, area.top(), 3, area.height()), highlight.lighter(130));
    }
    if (overlay.snappedTo) {
        const double x = scene_.layout.pixelOf(*overlay.snappedTo);
        painter_.setPen(QPen(Qt::yellow, 1, Qt::DashLine));
        painter_.drawLine(QLineF(x, area.top(), x, area.bottom()));
    }
    if (!overlay.band.isEmpty()) {
        painter_.setPen(highlight);
        painter_.setBrush(withAlpha(highlight, 50));
        painter_.drawRect(overlay.band);
    }
}

} // namespace

void paintTimeline(QPainter& painter, const TimelineScene& scene, const QRect& dirty)
{
    TimelinePainting painting(painter, scene);
    const TimelineLayout::Range range = scene.layout.visible();
    std::vector<std::size_t> touched;
    for (std::size_t c = range.first; c < range.end; ++c)
        if (scene.layout.clip(c).toAlignedRect().adjusted(-8, 0, 8, 0).intersects(dirty))
            touched.push_back(c);
    for (const std::size_t c : touched)
        painting.clip(c);
    for (const std::size_t c : touched)
        painting.frame(c);
    for (const std::size_t c : touched)
        painting.transition(c);
    if (!touched.empty() && touched.front() > 0)
        painting.transition(touched.front() - 1);
    painting.overlay();
}

QString transitionName(ClipTransition kind)
{
    switch (kind) {
    case ClipTransition::Cut: return Texts::tr("Cut");
    case ClipTransition::Blend: return Texts::tr("Blend");
    case ClipTransition::Interpolation: return Texts::tr("Interpolation");
    case ClipTransition::Power: return Texts::tr("Cross-fade");
    }
    return {};
}

QString gainText(double db)
{
    return Texts::tr("%1 dB").arg(QString::number(db, 'f', 1).replace(QLatin1Char('-'), QStringLiteral("−")));
}

} // namespace sonoloom
