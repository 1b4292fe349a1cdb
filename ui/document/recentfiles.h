// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace sonoloom
{

/// The files opened last, newest first, kept in the user's settings.
class RecentFiles : public QObject
{
    Q_OBJECT

public:
    static constexpr int most = 10;

    explicit RecentFiles(QObject* parent = nullptr);

    QStringList paths() const { return paths_; }
    /// Puts a file or folder in front (a set of images by its first file).
    void add(const QString& path);
    void remove(const QString& path);
    void clear();

signals:
    void changed();

private:
    void store();

    QStringList paths_;
};

} // namespace sonoloom
