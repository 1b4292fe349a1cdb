// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparesession.h"

#include <cassert>
#include <utility>

namespace sonoloom
{

namespace
{

std::size_t index(Side side)
{
    assert(side != Side::Difference);
    return side == Side::A ? 0 : 1;
}

} // namespace

CompareSession::CompareSession(QObject* parent) : QObject(parent)
{
    connect(&job_, &Job::started, this, [this] { emit comparingChanged(true); });
    connect(&job_, &Job::ended, this, [this] { emit comparingChanged(false); });
    connect(&job_, &Job::progressed, this, &CompareSession::progressed);
    connect(&job_, &Job::noticed, this, &CompareSession::noticed);
}

const CompareInput& CompareSession::input(Side side) const
{
    return inputs_[index(side)];
}

void CompareSession::setInput(Side side, CompareInput input)
{
    inputs_[index(side)] = std::move(input);
    emit inputsChanged();
    start();
}

void CompareSession::setInputs(CompareInput a, CompareInput b)
{
    inputs_ = {std::move(a), std::move(b)};
    emit inputsChanged();
    start();
}

void CompareSession::swap()
{
    setInputs(std::move(inputs_[1]), std::move(inputs_[0]));
}

Result<void> CompareSession::setField(const QString& key, const QString& text)
{
    CompareParams changed = params_;
    const auto fields = fieldsOf(changed);
    const Field* field = findField(fields, key.toStdString());
    assert(field);
    if (auto set = setFieldText(*field, text.toStdString()); !set)
        return set;
    if (auto right = checkField(*field); !right)
        return right;
    if (changed == params_)
        return {};
    params_ = changed;
    start();
    return {};
}

void CompareSession::cancel()
{
    job_.cancel();
}

void CompareSession::start()
{
    job_.cancel();
    sounds_ = nullptr;
    emit compared();
    if (inputs_[0].isEmpty() || inputs_[1].isEmpty())
        return;
    using Sounds = std::shared_ptr<const ComparedSounds>;
    const auto work = [inputs = inputs_, params = params_](JobMonitor& monitor) {
        return compareInputs(inputs[0], inputs[1], params, monitor);
    };
    job_.start<Sounds>(work, [this](Result<Sounds> sounds) {
        if (sounds) {
            sounds_ = std::move(*sounds);
            emit compared();
        } else {
            emit failed(QString::fromStdString(sounds.error().message));
        }
    });
}

} // namespace sonoloom
