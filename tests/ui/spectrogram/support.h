// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/spectrogramview.h"

#include <QtTest>

#include <memory>

/// Spectrograms and views of them for the tests.
namespace sonoloom::testsupport
{

/// Silence but for one cell, with its pyramid.
inline std::shared_ptr<DisplaySpectrogram> lonelyCell(std::size_t columns, int bands, std::size_t column, int band)
{
    auto spectrogram = std::make_shared<DisplaySpectrogram>();
    spectrogram->columnSeconds = 0.01;
    spectrogram->seconds = static_cast<double>(columns) * 0.01;
    spectrogram->analysis.mel.bands = bands;
    spectrogram->levels.emplace_back(columns, static_cast<std::size_t>(bands), std::int16_t{-16000});
    spectrogram->levels[0](column, static_cast<std::size_t>(band)) = 0;
    while (spectrogram->levels.back().rows() > 8) {
        const auto& fine = spectrogram->levels.back();
        Grid<std::int16_t> coarse((fine.rows() + 1) / 2, fine.columns(), std::int16_t{-16000});
        for (std::size_t c = 0; c < fine.rows(); ++c)
            for (std::size_t b = 0; b < fine.columns(); ++b)
                coarse(c / 2, b) = std::max(coarse(c / 2, b), fine(c, b));
        spectrogram->levels.push_back(std::move(coarse));
    }
    return spectrogram;
}

inline const QRgb loud = qRgb(255, 255, 255);
inline const ColourScale grey{ColourMap::Grey, 0, 80};

inline QList<QPoint> loudPixels(const QImage& image)
{
    QList<QPoint> points;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) == loud)
                points.append({x, y});
    return points;
}

/// A view of 600 x 300 over ten seconds.
struct Shown {
    TimeAxis axis;
    FrequencyAxis bands;
    SpectrogramView view{axis, bands, QStringLiteral("Test")};

    explicit Shown(const std::shared_ptr<DisplaySpectrogram>& spectrogram)
    {
        axis.setTotal(spectrogram->seconds);
        view.setColourScale(grey);
        view.setSpectrogram(spectrogram);
        view.resize(600, 300);
        view.show();
    }
    bool ready() { return QTest::qWaitForWindowExposed(&view) && (QTest::qWait(50), true); }
    /// What mouse events go to.
    QWidget* target() { return view.childAt(view.plotArea().center()); }
    QPoint at(const QPoint& point) { return target()->mapFrom(&view, point); }
    /// A point of the picture by shares from its left and its bottom.
    QPoint share(double x, double y)
    {
        const QRect area = view.plotArea();
        return at({area.left() + static_cast<int>(x * area.width()), area.bottom() - static_cast<int>(y * area.height())});
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(target(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(target(), to);
        QTest::mouseRelease(target(), Qt::LeftButton, modifiers, to);
    }
};

} // namespace sonoloom::testsupport
