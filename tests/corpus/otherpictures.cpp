// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/otherpictures.h"

#include "core/base/grid.h"
#include "core/base/random.h"
#include "tests/corpus/qtpictures.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace sonoloom::corpus
{

namespace
{

using Field = Grid<float>;

/// Random values on a coarse raster with smooth curves between, -1..1.
Field smoothNoise(Random& random, int width, int height, double cell)
{
    const auto columns = static_cast<std::size_t>(width / cell) + 3;
    Field raster(static_cast<std::size_t>(height / cell) + 3, columns);
    for (float& value : raster.cells())
        value = static_cast<float>(random.uniform(-1, 1));
    Field field(static_cast<std::size_t>(height), static_cast<std::size_t>(width));
    const auto eased = [](double t) { return t * t * (3 - 2 * t); };
    for (std::size_t y = 0; y < field.rows(); ++y)
        for (std::size_t x = 0; x < field.columns(); ++x) {
            const double u = static_cast<double>(x) / cell;
            const double v = static_cast<double>(y) / cell;
            const auto i = static_cast<std::size_t>(u);
            const auto j = static_cast<std::size_t>(v);
            const double s = eased(u - static_cast<double>(i));
            const double t = eased(v - static_cast<double>(j));
            field(y, x) = static_cast<float>((raster(j, i) * (1 - s) + raster(j, i + 1) * s) * (1 - t) +
                                             (raster(j + 1, i) * (1 - s) + raster(j + 1, i + 1) * s) * t);
        }
    return field;
}

/// Noise of all sizes whose amplitude grows with the size, as in photographs. @param slope 1 is nature's
Field natural(Random& random, int width, int height, double slope)
{
    Field sum(static_cast<std::size_t>(height), static_cast<std::size_t>(width));
    for (double cell = 1; cell < std::max(width, height); cell *= 2) {
        const Field octave = smoothNoise(random, width, height, cell);
        const auto gain = static_cast<float>(std::pow(cell / 64, slope));
        for (std::size_t i = 0; i < sum.cells().size(); ++i)
            sum.cells()[i] += gain * octave.cells()[i];
    }
    return sum;
}

uchar byteOf(double value)
{
    return static_cast<uchar>(std::clamp(value, 0.0, 255.0));
}

QColor anyColour(Random& random, int least = 0, int most = 255)
{
    const auto part = [&] { return static_cast<int>(random.uniform(least, most + 1)); };
    const int red = part();
    const int green = part();
    return {red, green, part()};
}

/// Light that varies over the picture, over what is there.
void shade(QImage& picture, Random& random, double strength, double slope)
{
    const Field light = natural(random, picture.width(), picture.height(), slope);
    for (int y = 0; y < picture.height(); ++y)
        for (int i = 0; i < picture.width() * 3; ++i) {
            const double change = strength * light(static_cast<std::size_t>(y), static_cast<std::size_t>(i / 3));
            uchar& sample = picture.scanLine(y)[i];
            sample = byteOf(sample + change + random.uniform(-3, 3));
        }
}

void landscape(QImage& picture, Random& random)
{
    QPainter painter(&picture);
    QLinearGradient sky(0, 0, 0, picture.height());
    sky.setColorAt(0, anyColour(random, 60, 200));
    sky.setColorAt(1, anyColour(random, 150, 255));
    painter.fillRect(picture.rect(), sky);
    for (int ridge = 1; ridge <= 3; ++ridge) {
        const Field line = natural(random, picture.width(), 1, 1);
        QPainterPath path(QPointF(0, picture.height()));
        for (int x = 0; x < picture.width(); ++x)
            path.lineTo(x, picture.height() * (0.3 + 0.2 * ridge) + 20 * line(0, static_cast<std::size_t>(x)));
        path.lineTo(picture.width(), picture.height());
        painter.fillPath(path, anyColour(random, 20, 160));
    }
    painter.end();
    shade(picture, random, random.uniform(4, 14), random.uniform(0.3, 0.8));
}

void portrait(QImage& picture, Random& random)
{
    picture.fill(anyColour(random, 20, 220));
    shade(picture, random, 20, 1);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int part = 0; part < 12; ++part) {
        const QPointF middle(random.uniform(0.2, 0.8) * picture.width(), random.uniform(0.2, 0.8) * picture.height());
        const double radius = random.uniform(0.03, 0.3) * picture.width();
        QRadialGradient blob(middle, radius);
        QColor colour = anyColour(random, 30, 240);
        blob.setColorAt(0, colour);
        colour.setAlpha(static_cast<int>(random.uniform(0, 200)));
        blob.setColorAt(1, colour);
        painter.setBrush(blob);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(middle, radius, radius * random.uniform(0.6, 1.4));
    }
    painter.end();
    shade(picture, random, 5, 0.5);
}

void texture(QImage& picture, Random& random)
{
    picture.fill(anyColour(random, 90, 160));
    shade(picture, random, random.uniform(15, 60), random.uniform(0.1, 1.2));
}

/// Leaves: many small bright and dark shapes.
void foliage(QImage& picture, Random& random)
{
    picture.fill(anyColour(random, 20, 90));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int leaf = 0; leaf < 4000; ++leaf) {
        painter.save();
        painter.translate(random.uniform(0, picture.width()), random.uniform(0, picture.height()));
        painter.rotate(random.uniform(0, 360));
        painter.setBrush(anyColour(random, 30, 200));
        const double length = random.uniform(3, 22);
        painter.drawEllipse(QPointF(), length, length * 0.35);
        painter.restore();
    }
    painter.end();
    shade(picture, random, 6, 0.6);
}

void gradient(QImage& picture, Random& random)
{
    QPainter painter(&picture);
    QLinearGradient slope(random.uniform(0, picture.width()), 0, random.uniform(0, picture.width()), picture.height());
    for (int stop = 0; stop <= 3; ++stop)
        slope.setColorAt(stop / 3.0, anyColour(random));
    painter.fillRect(picture.rect(), slope);
}

void writeLines(QPainter& painter, Random& random, const QRect& box, int size)
{
    painter.setFont(QFont(QStringLiteral("Sans"), size));
    for (int y = box.top() + 2 * size; y < box.bottom(); y += 2 * size) {
        QString line;
        while (line.size() * size < box.width() * random.uniform(1.0, 1.5)) {
            const int letters = static_cast<int>(random.uniform(2, 10));
            for (int i = 0; i < letters; ++i)
                line += QChar('a' + static_cast<int>(random.uniform(0, 26)));
            line += ' ';
        }
        painter.drawText(QRect(box.left(), y - 2 * size, box.width(), 2 * size), Qt::AlignLeft, line);
    }
}

void text(QImage& picture, Random& random)
{
    picture.fill(anyColour(random, 235, 255));
    QPainter painter(&picture);
    painter.setPen(anyColour(random, 0, 60));
    writeLines(painter, random, picture.rect().adjusted(30, 30, -30, -30), static_cast<int>(random.uniform(7, 16)));
}

void screenshot(QImage& picture, Random& random)
{
    picture.fill(anyColour(random, 30, 250));
    QPainter painter(&picture);
    for (int window = 0; window < 7; ++window) {
        const QRect box(static_cast<int>(random.uniform(0, 0.7) * picture.width()), static_cast<int>(random.uniform(0, 0.7) * picture.height()),
                        static_cast<int>(random.uniform(60, 300)), static_cast<int>(random.uniform(40, 250)));
        painter.fillRect(box, anyColour(random, 200, 255));
        painter.fillRect(QRect(box.topLeft(), QSize(box.width(), 18)), anyColour(random, 20, 160));
        painter.setPen(Qt::black);
        painter.drawRect(box);
        writeLines(painter, random, box.adjusted(6, 22, -6, -4), 8);
    }
}

void logo(QImage& picture, Random& random)
{
    picture.fill(anyColour(random, 230, 255));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int shape = 0; shape < 4; ++shape) {
        painter.setBrush(anyColour(random));
        const QRectF box(random.uniform(0.1, 0.6) * picture.width(), random.uniform(0.1, 0.6) * picture.height(), random.uniform(40, 250),
                         random.uniform(40, 250));
        random.uniform() < 0.5 ? painter.drawEllipse(box) : painter.drawRect(box);
    }
    painter.setPen(Qt::black);
    painter.setFont(QFont(QStringLiteral("Sans"), 40));
    painter.drawText(picture.rect(), Qt::AlignCenter, QStringLiteral("Loom"));
}

void noise(QImage& picture, Random& random)
{
    for (int y = 0; y < picture.height(); ++y)
        for (int i = 0; i < picture.width() * 3; ++i)
            picture.scanLine(y)[i] = static_cast<uchar>(random.next() >> 56);
}

void chart(QImage& picture, Random& random)
{
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setPen(Qt::lightGray);
    for (int line = 1; line < 8; ++line) {
        painter.drawLine(40, line * picture.height() / 8, picture.width() - 10, line * picture.height() / 8);
        painter.drawLine(line * picture.width() / 8, 10, line * picture.width() / 8, picture.height() - 30);
    }
    painter.setPen(Qt::black);
    painter.drawRect(40, 10, picture.width() - 50, picture.height() - 40);
    for (int curve = 0; curve < 3; ++curve) {
        painter.setPen(QPen(anyColour(random, 0, 200), 2));
        const Field values = natural(random, picture.width(), 1, random.uniform(0.6, 1.3));
        QPolygonF points;
        for (int x = 42; x < picture.width() - 12; ++x)
            points << QPointF(x, picture.height() / 2.0 + 25 * values(0, static_cast<std::size_t>(x)));
        painter.drawPolyline(points);
    }
}

/// The waveform of a sound, as editors draw it.
void waves(QImage& picture, Random& random)
{
    picture.fill(anyColour(random, 0, 60));
    QPainter painter(&picture);
    painter.setPen(anyColour(random, 100, 255));
    const Field envelope = natural(random, picture.width(), 1, 0.8);
    for (int x = 0; x < picture.width(); ++x) {
        const double height = picture.height() * 0.3 * std::abs(envelope(0, static_cast<std::size_t>(x))) * random.uniform(0.7, 1);
        painter.drawLine(QPointF(x, picture.height() / 2.0 - height), QPointF(x, picture.height() / 2.0 + height));
    }
}

struct Kind {
    std::string_view name;
    void (*draw)(QImage&, Random&);
};

constexpr Kind kinds[] = {{"landscape", landscape}, {"portrait", portrait}, {"texture", texture}, {"foliage", foliage},
                          {"gradient", gradient}, {"text", text}, {"screenshot", screenshot}, {"logo", logo},
                          {"noise", noise}, {"chart", chart}, {"waves", waves}};

} // namespace

const std::vector<std::string_view>& pictureKinds()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const Kind& kind : kinds)
            all.push_back(kind.name);
        return all;
    }();
    return names;
}

Sample otherPicture(std::string_view kind, std::uint64_t seed)
{
    Random random(seed * 86028121 + kind.size() * 131 + static_cast<std::uint64_t>(kind.front()));
    const int sides[] = {512, 512, 640, 400};
    const int width = sides[random.next() % 4];
    const int height = sides[random.next() % 4];
    QImage picture(width, height, QImage::Format_RGB888);
    std::ranges::find(kinds, kind, &Kind::name)->draw(picture, random);
    if (seed % 2 == 1)
        picture = picture.convertToFormat(QImage::Format_Grayscale8);
    const std::string name = "other " + std::string(kind) + ' ' + std::to_string(seed);
    return {name, "", random.uniform() < 0.5 ? throughJpeg(imageOfQt(picture), 90) : imageOfQt(picture)};
}

} // namespace sonoloom::corpus
