// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/tintedicon.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleOptionMenuItem>

namespace sonoloom
{

namespace
{

struct Colours {
    QRgb window;
    QRgb base;
    QRgb button;
    QRgb text;
    QRgb dimmed;
    QRgb highlight;
    QRgb edge; ///< lit edges, as of the line below tabs
};

constexpr Colours lightColours{0xfff3f3f5, 0xffffffff, 0xffe9e9ec, 0xff1c1c20, 0xff8a8a92, 0xff7a2f8f, 0xffffffff};
constexpr Colours darkColours{0xff26262b, 0xff38383f, 0xff33333a, 0xffe8e8ec, 0xff7d7d86, 0xffb565cc, 0xff4a4a52};

QPalette paletteOf(const Colours& colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::Base, colours.base);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Button, colours.button);
    palette.setColor(QPalette::ToolTipBase, colours.base);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.dimmed);
    palette.setColor(QPalette::Highlight, colours.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, colours.highlight);
    palette.setColor(QPalette::Mid, colours.dimmed);
    palette.setColor(QPalette::Light, colours.edge);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.dimmed);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.dimmed);
    return palette;
}

/// Fusion, but the icon of the menu's line under the cursor takes the colour of that line's text, and the buttons of dialogs
/// have no icons, which would be black on dark.
class Style final : public QProxyStyle
{
public:
    Style() : QProxyStyle(QStringLiteral("Fusion")) {}

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override
    {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        const QStyle::State lit = State_Selected | State_Enabled;
        if (element != CE_MenuItem || !item || (item->state & lit) != lit || item->icon.isNull()) {
            QProxyStyle::drawControl(element, option, painter, widget);
            return;
        }
        const int side = proxy()->pixelMetric(PM_SmallIconSize, option, widget);
        QStyleOptionMenuItem selected = *item;
        selected.icon = item->icon.pixmap({side, side}, painter->device()->devicePixelRatioF(), QIcon::Selected);
        QProxyStyle::drawControl(element, &selected, painter, widget);
    }

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* more) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, more);
    }
};

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor warningColour(const QPalette& palette)
{
    return isDark(palette) ? QColor(255, 112, 96) : QColor(196, 32, 32);
}

void applyTheme(QApplication& application, ThemeMode mode)
{
    static const bool systemIsDark = isDark(application.palette()); // before ours covers it
    application.setStyle(new Style); // the application owns it
    const bool dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && systemIsDark);
    application.setPalette(paletteOf(dark ? darkColours : lightColours));
}

QIcon themedIcon(const QString& name, const QPalette& palette)
{
    return QIcon(new TintedIcon(QStringLiteral(":/icons/%1.svg").arg(name), palette)); // the icon owns it
}

} // namespace sonoloom
