// SPDX-License-Identifier: GPL-3.0-or-later
// A plugin that journeys load into the real workbench (QT_QPA_GENERIC_PLUGINS=journeyprobe:FOLDER): it tells where a control
// is and what it shows, and changes nothing. Questions come line by line from FOLDER/questions, answers go to FOLDER/answers.
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QGenericPlugin>
#include <QLabel>
#include <QScreen>
#include <QSlider>
#include <QSocketNotifier>
#include <QStyleOptionSlider>
#include <QTimer>
#include <QWindow>

#include <fcntl.h>
#include <unistd.h>

namespace
{

QString textOf(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->text();
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button ? button->text().remove(QLatin1Char('&')) : QString();
}

QList<QWidget*> shownWidgets()
{
    QList<QWidget*> shown = QApplication::allWidgets();
    shown.removeIf([](const QWidget* widget) { return !widget->isVisible(); });
    return shown;
}

/// The one with this object name, else the button with this text.
QWidget* find(const QString& name)
{
    const QList<QWidget*> shown = shownWidgets();
    for (QWidget* widget : shown)
        if (widget->objectName() == name)
            return widget;
    for (QWidget* widget : shown)
        if (qobject_cast<QAbstractButton*>(widget) && textOf(widget) == name)
            return widget;
    return nullptr;
}

/// What a slider is dragged by.
QPoint handleOf(const QSlider* slider)
{
    QStyleOptionSlider option;
    option.initFrom(slider);
    option.orientation = slider->orientation();
    option.minimum = slider->minimum();
    option.maximum = slider->maximum();
    option.sliderPosition = slider->sliderPosition();
    option.sliderValue = slider->value();
    option.state.setFlag(QStyle::State_Horizontal, slider->orientation() == Qt::Horizontal);
    return slider->style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider).center();
}

/// "x y" of its middle, or of a slider's handle, in pixels of the screen.
QString where(const QString& name)
{
    const QWidget* widget = find(name);
    if (!widget)
        return {};
    const auto* slider = qobject_cast<const QSlider*>(widget);
    const QPoint at = widget->mapToGlobal(slider ? handleOf(slider) : widget->rect().center());
    const double scale = widget->devicePixelRatioF();
    return QStringLiteral("%1 %2").arg(qRound(at.x() * scale)).arg(qRound(at.y() * scale));
}

QString get(const QString& name, const QString& property)
{
    const QWidget* widget = find(name);
    return widget ? widget->property(property.toUtf8()).toString() : QString();
}

QString shows(const QString& text)
{
    const QList<QWidget*> shown = shownWidgets();
    return std::ranges::any_of(shown, [&](const QWidget* widget) { return textOf(widget).contains(text); }) ? QStringLiteral("yes") : QString();
}

/// Is there an action with this key that can be chosen?
QString can(const QString& key)
{
    for (const QWidget* window : QApplication::topLevelWidgets())
        for (const QAction* action : window->findChildren<QAction*>())
            if (action->shortcuts().contains(QKeySequence(key)))
                return action->isEnabled() ? QStringLiteral("yes") : QString();
    return {};
}

/// Texts that do not fit into their label or button. A label that wraps or elides knows what it does.
QString cut()
{
    QStringList texts;
    for (const QWidget* widget : shownWidgets()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        const bool plain = label ? !label->wordWrap() && label->metaObject() == &QLabel::staticMetaObject : bool(qobject_cast<const QAbstractButton*>(widget));
        if (plain && !textOf(widget).isEmpty() && widget->minimumSizeHint().width() > widget->width() + 1)
            texts.append(QStringLiteral("'%1' (%2 of %3)").arg(textOf(widget)).arg(widget->width()).arg(widget->minimumSizeHint().width()));
    }
    return texts.join(QLatin1String(", ")).simplified();
}

/// Buttons of dialogs with icons of the desktop's, which know nothing of our colours.
QString icons()
{
    QStringList texts;
    for (const QWidget* widget : shownWidgets()) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button && qobject_cast<const QDialogButtonBox*>(widget->parentWidget()) && !button->icon().isNull())
            texts.append(textOf(widget));
    }
    return texts.join(QLatin1String(", "));
}

QString answerTo(const QString& question)
{
    const QString what = question.section(QLatin1Char(' '), 0, 0);
    const QString rest = question.section(QLatin1Char(' '), 1);
    if (what == QLatin1String("where"))
        return where(rest);
    if (what == QLatin1String("get"))
        return get(rest.section(QLatin1Char(' '), 0, 0), rest.section(QLatin1Char(' '), 1));
    if (what == QLatin1String("shows"))
        return shows(rest);
    if (what == QLatin1String("can"))
        return can(rest);
    if (what == QLatin1String("cut"))
        return cut();
    if (what == QLatin1String("icons"))
        return icons();
    const QWidget* front = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : QApplication::activeWindow();
    return front ? front->windowTitle() : QString(); // "front"
}

class Probe : public QObject
{
public:
    explicit Probe(const QString& folder)
        : in_(::open(QFile::encodeName(folder + QStringLiteral("/questions")).constData(), O_RDWR | O_NONBLOCK)),
          out_(::open(QFile::encodeName(folder + QStringLiteral("/answers")).constData(), O_RDWR))
    {
        QTimer::singleShot(0, this, [this] { // once there is an event loop
            auto* asked = new QSocketNotifier(in_, QSocketNotifier::Read, this);
            connect(asked, &QSocketNotifier::activated, this, &Probe::answer);
        });
    }
    ~Probe() override
    {
        ::close(in_);
        ::close(out_);
    }

private:
    void answer()
    {
        char bytes[4096];
        const auto count = ::read(in_, bytes, sizeof bytes);
        if (count > 0)
            pending_.append(bytes, count);
        for (auto end = pending_.indexOf('\n'); end >= 0; end = pending_.indexOf('\n')) {
            const QByteArray line = answerTo(QString::fromUtf8(pending_.first(end))).toUtf8() + '\n';
            pending_.remove(0, end + 1);
            if (::write(out_, line.constData(), static_cast<std::size_t>(line.size())) < 0)
                qWarning("The answer cannot be written.");
        }
    }

    int in_;
    int out_;
    QByteArray pending_;
};

} // namespace

class ProbePlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "probe.json")

public:
    QObject* create(const QString&, const QString& folder) override { return new Probe(folder); }
};

#include "probe.moc"
