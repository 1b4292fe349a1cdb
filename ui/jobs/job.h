// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"

#include <QObject>
#include <QString>

#include <exception>
#include <functional>
#include <memory>

namespace sonoloom
{

class JobThread;

/// Runs core functions one after the other on a thread of its own; only the newest result is delivered.
///
/// All members are called from the thread the object lives in, all signals and deliveries arrive there. The work must
/// hold copies or shared_ptr<const T>, never a QObject. Destroying the job cancels its work and waits for it (50 ms by
/// the monitors' rule), after which nothing is delivered any more.
class Job : public QObject
{
    Q_OBJECT

public:
    explicit Job(QObject* parent = nullptr);
    ~Job() override;

    /// Cancels what is running or waiting and runs `work` next. `deliver` gets its result, an Error included, unless
    /// the work was replaced, cancelled or this object destroyed before. An exception in `work` is delivered as Error.
    template <class T>
    void start(std::function<Result<T>(JobMonitor&)> work, std::function<void(Result<T>)> deliver)
    {
        startErased([work = std::move(work), deliver = std::move(deliver)](JobMonitor& monitor) -> Delivery {
            auto result = std::make_shared<Result<T>>(guarded<T>(work, monitor));
            return [result, deliver] { deliver(std::move(*result)); };
        });
    }

    /// Sends something to the object's thread from inside the running work, while the work goes on (a draft).
    /// It is dropped like the work's result if the work is replaced or cancelled. Callable from the work's thread only.
    void post(std::function<void()> delivery);

    /// Asks the work to stop and returns at once; nothing of it is delivered any more.
    void cancel();

    /// True from start() until delivery or cancel().
    bool running() const;

signals:
    void started();
    /// @param fraction 0 to 1 @param stage what is being done, for the user
    void progressed(double fraction, const QString& stage);
    /// Something the user should know, one sentence.
    void noticed(const QString& sentence);
    /// No longer running: after the delivery, or after cancel().
    void ended();

private:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(JobMonitor&)>;

    template <class T>
    static Result<T> guarded(const std::function<Result<T>(JobMonitor&)>& work, JobMonitor& monitor)
    {
        try {
            return work(monitor);
        } catch (const std::exception& exception) {
            return unexpectedError(exception);
        }
    }
    static Error unexpectedError(const std::exception& exception);
    void startErased(Work work);
    void receive();

    std::unique_ptr<JobThread> thread_;
    bool running_ = false;
};

} // namespace sonoloom
