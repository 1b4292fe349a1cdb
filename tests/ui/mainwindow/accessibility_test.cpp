// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/player/player.h"
#include "ui/preview/previewcontroller.h"
#include "ui/widgets/draghandle.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTabWidget>
#include <QtTest>

using namespace sonoloom;
using testsupport::soundIn;

/// Every control of every page and dialog has a name that can be read out, and a tool tip; every key is one action's.
class AccessibilityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void pages_haveNames();
    void jobs_haveNames();
    void dialogs_haveNames_data();
    void dialogs_haveNames();
    void keys_areOneActionsOnly();
    void controls_ofTheWindow_areReachedByTab();

private:
    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
};

namespace
{

/// Takes input from the user; not a part of another control, as the field in a spin box.
bool takesInput(const QWidget* widget)
{
    const bool control = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QAbstractSlider*>(widget) ||
                         qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QComboBox*>(widget) ||
                         qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractItemView*>(widget);
    const QWidget* parent = widget->parentWidget();
    const bool isPart = qobject_cast<const QAbstractItemView*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent) ||
                        qobject_cast<const QLineEdit*>(parent) || widget->objectName().startsWith(QLatin1String("qt_"));
    return control && !isPart && !qobject_cast<const QScrollBar*>(widget);
}

QString nameOf(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return !widget->accessibleName().isEmpty() || !button ? widget->accessibleName() : button->text();
}

QString described(const QWidget* widget)
{
    return QStringLiteral("%1 '%2' in %3").arg(widget->metaObject()->className(), widget->objectName(),
                                               widget->parentWidget()->metaObject()->className());
}

/// What is visible below `root` and has no name.
QStringList nameless(const QWidget& root)
{
    QStringList found;
    for (const QWidget* widget : root.findChildren<QWidget*>())
        if (widget->isVisible() && takesInput(widget) && nameOf(widget).isEmpty())
            found.append(described(widget));
    return found;
}

int controls(const QWidget& root)
{
    return static_cast<int>(std::ranges::count_if(root.findChildren<QWidget*>(), [](const QWidget* w) { return w->isVisible() && takesInput(w); }));
}

} // namespace

void AccessibilityTest::initTestCase()
{
    QSettings().clear();
    window_ = std::make_unique<MainWindow>();
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    window_->preview().setLive(false);
    window_->open({soundIn(folder_, 1)});
    QVERIFY(QTest::qWaitFor([this] { return window_->session().sound() && !window_->preview().isComputing(); }, 20'000));
}

void AccessibilityTest::cleanupTestCase()
{
    window_.reset();
}

void AccessibilityTest::pages_haveNames()
{
    for (int page = 0; page < window_->pages().count(); ++page) {
        window_->pages().setCurrentIndex(page);
        QVERIFY(controls(*window_) > 10);
        const QStringList found = nameless(*window_);
        QVERIFY2(found.isEmpty(), qPrintable(found.join("; ")));
    }
    window_->pages().setCurrentIndex(0);
}

void AccessibilityTest::jobs_haveNames()
{
    QTest::keyClick(window_->windowHandle(), Qt::Key_J, Qt::ControlModifier);
    const QStringList found = nameless(*window_);
    QVERIFY2(found.isEmpty(), qPrintable(found.join("; ")));
    QTest::keyClick(window_->windowHandle(), Qt::Key_J, Qt::ControlModifier);
}

void AccessibilityTest::dialogs_haveNames_data()
{
    QTest::addColumn<QString>("action");
    for (const char* action : {"settings", "keys", "sweep", "abx"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void AccessibilityTest::dialogs_haveNames()
{
    QFETCH(QString, action);
    window_->player().setSound(Side::B, window_->session().sound()->audio); // a blind test takes both
    window_->keys().find(action)->action->trigger();
    QDialog* dialog = nullptr;
    for (QDialog* each : window_->findChildren<QDialog*>())
        if (each->isVisible())
            dialog = each;
    QVERIFY(dialog);
    QVERIFY(!dialog->windowTitle().isEmpty());
    QVERIFY(controls(*dialog) > 1);
    const QStringList found = nameless(*dialog);
    dialog->close();
    QVERIFY2(found.isEmpty(), qPrintable(found.join("; ")));
    QVERIFY(QTest::qWaitFor([&] { return std::ranges::none_of(window_->findChildren<QDialog*>(), &QWidget::isVisible); }, 5000));
}

/// Also those that no key map knows: two with one key would both be dead.
void AccessibilityTest::keys_areOneActionsOnly()
{
    std::map<QString, QString> owners;
    for (const QAction* action : window_->findChildren<QAction*>())
        for (const QKeySequence& key : action->shortcuts()) {
            const auto [owner, isNew] = owners.emplace(key.toString(), action->text());
            QVERIFY2(isNew, qPrintable(key.toString() + ": " + owner->second + " and " + action->text()));
        }
    QVERIFY(owners.size() > 40);
}

/// Those that the keyboard cannot reach have a key of an action, which their tool tip names. What can be dragged out can be
/// copied, too.
void AccessibilityTest::controls_ofTheWindow_areReachedByTab()
{
    QStringList found;
    for (const QWidget* widget : window_->findChildren<QWidget*>()) {
        const bool reached = widget->focusPolicy() & Qt::TabFocus || widget->toolTip().contains(QLatin1Char('('));
        const bool counts = widget->isVisible() && widget->isEnabled() && takesInput(widget) && !qobject_cast<const DragHandle*>(widget);
        if (counts && !reached)
            found.append(described(widget));
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join("; ")));
}

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
