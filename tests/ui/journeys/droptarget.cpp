// SPDX-License-Identifier: GPL-3.0-or-later
// Another program, as the workbench meets it: prints the paths of what is dropped on its window; and with an argument, that file
// or folder can be dragged out of it.
//   droptarget [PATH]
#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>

#include <cstdio>

namespace
{

class Target : public QLabel
{
public:
    explicit Target(const QString& path) : QLabel(path.isEmpty() ? QStringLiteral("drop here") : QStringLiteral("drag me")), path_(path)
    {
        setAcceptDrops(true);
        setAlignment(Qt::AlignCenter);
        setWindowTitle(QStringLiteral("drop target"));
        setGeometry(0, 0, 200, 80);
    }

protected:
    void mouseMoveEvent(QMouseEvent*) override
    {
        if (path_.isEmpty())
            return;
        auto* mime = new QMimeData;
        mime->setUrls({QUrl::fromLocalFile(path_)});
        auto* drag = new QDrag(this);
        drag->setMimeData(mime);
        drag->exec(Qt::CopyAction);
    }
    void dragEnterEvent(QDragEnterEvent* event) override { event->acceptProposedAction(); }
    void dropEvent(QDropEvent* event) override
    {
        for (const QUrl& url : event->mimeData()->urls())
            std::printf("%s\n", qPrintable(url.toLocalFile()));
        std::fflush(stdout);
        event->acceptProposedAction();
    }

private:
    QString path_;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    Target target(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    target.show();
    return QApplication::exec();
}
