// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/crossfade/crossfadesession.h"

#include "core/io/audiofile.h"
#include "ui/editors/images/valuechange.h"

#include <QCoreApplication>

#include <cassert>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;

Result<std::shared_ptr<const FadingPair>> readPair(const PairFiles& files, JobMonitor& monitor)
{
    auto pair = std::make_shared<FadingPair>();
    for (std::size_t i = 0; i < files.size(); ++i) {
        PartMonitor part(monitor, 0.5 * static_cast<double>(i), 0.5 * static_cast<double>(i + 1));
        auto sound = readAudioFile(files[i].toStdString(), part);
        if (!sound)
            return sound.error();
        auto waveform = Waveform::of(std::make_shared<const Audio>(std::move(*sound)), part);
        if (!waveform)
            return waveform.error();
        pair->waveforms[i] = std::move(*waveform);
    }
    return std::shared_ptr<const FadingPair>(std::move(pair));
}

Result<std::shared_ptr<const MadeFade>> makeFade(FadeInputs sounds, const CrossfadeSettings& settings, JobMonitor& monitor)
{
    auto fade = settings.asPeer ? beatFadeAsPeer(std::move(sounds), settings.params, monitor)
                                : beatFade(std::move(sounds), settings.params, allThreads, monitor);
    if (!fade)
        return fade.error();
    auto made = std::make_shared<MadeFade>();
    made->sound = std::make_shared<const Audio>(std::move(fade->sound));
    fade->sound = {};
    made->fade = std::move(*fade);
    auto waveform = Waveform::of(made->sound, monitor);
    if (!waveform)
        return waveform.error();
    made->waveform = std::move(*waveform);
    return std::shared_ptr<const MadeFade>(std::move(made));
}

} // namespace

CrossfadeSession::CrossfadeSession(QObject* parent) : QObject(parent)
{
    for (Job* job : {&reading_, &making_}) {
        connect(job, &Job::progressed, this, &CrossfadeSession::progressed);
        connect(job, &Job::noticed, this, &CrossfadeSession::noticed);
        connect(job, &Job::started, this, &CrossfadeSession::changed);
        connect(job, &Job::ended, this, &CrossfadeSession::changed);
    }
}

void CrossfadeSession::change(CrossfadeSettings to, const QString& what)
{
    if (to == settings_)
        return;
    history_.push(new ValueChange<CrossfadeSettings>({settings_, std::move(to)}, what, gesture_, [this](const auto& settings) { apply(settings); }));
}

Result<void> CrossfadeSession::setField(const QString& key, const QString& text)
{
    CrossfadeSettings to = settings_;
    const auto fields = fieldsOf(to.params);
    const Field* field = findField(fields, key.toStdString());
    assert(field);
    if (auto set = setFieldText(*field, text.toStdString()); !set)
        return set;
    if (auto fits = checkField(*field); !fits)
        return fits;
    change(std::move(to), QCoreApplication::translate("Params", field->label));
    return {};
}

void CrossfadeSession::setInput(int input, const QString& path)
{
    PairFiles files = settings_.files;
    files[static_cast<std::size_t>(input)] = path;
    setFiles(files);
}

void CrossfadeSession::setFiles(const PairFiles& files)
{
    endGesture();
    CrossfadeSettings to = settings_;
    to.files = files;
    change(std::move(to), tr("Other sounds"));
}

void CrossfadeSession::swap()
{
    setFiles({settings_.files[1], settings_.files[0]});
}

void CrossfadeSession::cancel()
{
    reading_.cancel();
    making_.cancel();
}

void CrossfadeSession::apply(const CrossfadeSettings& settings)
{
    const bool isSamePair = settings.files == settings_.files;
    settings_ = settings;
    emit settingsChanged();
    if (isSamePair && pair_)
        make();
    else if (!isSamePair)
        read();
}

void CrossfadeSession::fail(const QString& sentence)
{
    made_ = nullptr;
    trouble_ = sentence;
    emit changed();
    emit failed(sentence);
}

void CrossfadeSession::read()
{
    cancel();
    pair_ = nullptr;
    tempos_ = nullptr;
    made_ = nullptr;
    trouble_.clear();
    if (settings_.files[0].isEmpty() || settings_.files[1].isEmpty()) {
        emit changed();
        return;
    }
    using Pair = std::shared_ptr<const FadingPair>;
    reading_.start<Pair>([files = settings_.files](JobMonitor& monitor) { return readPair(files, monitor); },
                         [this](Result<Pair> pair) {
                             if (!pair) {
                                 fail(QString::fromStdString(pair.error().message));
                                 return;
                             }
                             pair_ = std::move(*pair);
                             make();
                         });
    emit changed();
}

void CrossfadeSession::make()
{
    using Made = std::shared_ptr<const MadeFade>;
    const auto work = [pair = pair_, tempos = tempos_, settings = settings_](JobMonitor& monitor) {
        return makeFade({pair->waveforms[0]->sound(), pair->waveforms[1]->sound(), tempos}, settings, monitor);
    };
    making_.start<Made>(work, [this](Result<Made> made) {
        if (!made) {
            fail(QString::fromStdString(made.error().message));
            return;
        }
        made_ = std::move(*made);
        trouble_.clear();
        if (made_->fade.tempos)
            tempos_ = made_->fade.tempos;
        emit changed();
    });
}

} // namespace sonoloom
