// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstddef>
#include <optional>
#include <vector>

namespace sonoloom
{

/// Which clips of a timeline are selected, or the transition of which clip to its next one; never both.
class ClipSelection : public QObject
{
    Q_OBJECT

public:
    explicit ClipSelection(QObject* parent = nullptr) : QObject(parent) {}

    /// Numbers in order, each once.
    const std::vector<std::size_t>& clips() const { return clips_; }
    bool contains(std::size_t clip) const;
    /// Of the clip before it.
    std::optional<std::size_t> transition() const { return transition_; }
    bool isEmpty() const { return clips_.empty() && !transition_; }

    /// In any order.
    void select(std::vector<std::size_t> clips);
    /// One by a click: alone, with Ctrl beside the others, with Shift all from the one clicked last.
    void click(std::size_t clip, Qt::KeyboardModifiers modifiers);
    void selectTransition(std::size_t clip);
    void clear() { select({}); }
    /// Forgets what a sequence of so many clips does not have.
    void keepWithin(std::size_t count);

signals:
    void changed();

private:
    void take(std::vector<std::size_t> clips, std::optional<std::size_t> transition);

    std::vector<std::size_t> clips_;
    std::optional<std::size_t> transition_;
    std::size_t anchor_ = 0; ///< clicked last
};

} // namespace sonoloom
