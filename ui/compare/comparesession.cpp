// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparesession.h"

#include "ui/widgets/picture.h"

#include <cassert>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;

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
    connect(&workJob_, &Job::started, this, [this] { emit workingChanged(true); });
    connect(&workJob_, &Job::ended, this, [this] { emit workingChanged(false); });
    for (Job* job : {&job_, &workJob_}) {
        connect(job, &Job::progressed, this, &CompareSession::progressed);
        connect(job, &Job::noticed, this, &CompareSession::noticed);
    }
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
    workJob_.cancel();
}

void CompareSession::forget()
{
    for (Job* job : {&job_, &imagesJob_, &workJob_})
        job->cancel();
    sounds_ = nullptr;
    pairs_.clear();
    images_ = nullptr;
    heard_ = {};
    emit compared();
    emit imagesChanged();
    emit heard();
}

void CompareSession::start()
{
    forget();
    if (inputs_[0].isEmpty() || inputs_[1].isEmpty())
        return;
    const auto kind = kindOf(inputs_[0], inputs_[1]);
    if (!kind)
        emit failed(QString::fromStdString(kind.error().message));
    else if (kind.value() == ComparedKind::Sounds)
        startSounds();
    else
        startImages();
}

void CompareSession::startSounds()
{
    using Sounds = std::shared_ptr<const DrawnComparison>;
    const auto work = [inputs = inputs_, params = params_](JobMonitor& monitor) {
        return compareSoundInputs(inputs[0], inputs[1], params, monitor);
    };
    job_.start<Sounds>(work, [this](Result<Sounds> sounds) {
        if (!sounds) {
            emit failed(QString::fromStdString(sounds.error().message));
            return;
        }
        sounds_ = std::move(*sounds);
        emit compared();
    });
}

/// Pairs first, then figures one by one as they come.
void CompareSession::startImages()
{
    const auto work = [this, inputs = inputs_, params = params_](JobMonitor& monitor) -> Result<void> {
        auto pairing = pairsOf(inputs[0], inputs[1]);
        if (!pairing)
            return pairing.error();
        job_.post([this, pairing = *pairing] { takePairs(pairing); });
        const std::size_t count = pairing->pairs.size();
        for (std::size_t i = 0; i < count; ++i) {
            PartMonitor part(monitor, static_cast<double>(i) / static_cast<double>(count), static_cast<double>(i + 1) / static_cast<double>(count));
            const auto made = compareImageFiles(pairing->pairs[i], params, allThreads, part);
            if (!made && made.error().code == ErrorCode::Cancelled)
                return made.error();
            job_.post([this, i, figures = made ? std::optional(made.value().figures) : std::nullopt,
                       trouble = made ? QString() : QString::fromStdString(made.error().message)] {
                pairs_[i].figures = figures;
                pairs_[i].trouble = trouble;
                emit pairCompared(static_cast<int>(i));
            });
        }
        return {};
    };
    job_.start<void>(work, [this](const Result<void>& done) {
        if (!done)
            emit failed(QString::fromStdString(done.error().message));
    });
}

void CompareSession::takePairs(ImagePairing pairing)
{
    for (ImagePair& pair : pairing.pairs)
        pairs_.push_back({std::move(pair), std::nullopt, {}});
    emit compared();
    if (const auto alone = pairing.onlyA.size() + pairing.onlyB.size(); alone > 0)
        emit noticed(tr("%1 images have no partner and are left out: %2 …")
                         .arg(alone)
                         .arg(QString::fromStdString((pairing.onlyA.empty() ? pairing.onlyB : pairing.onlyA).front().filename().string())));
    selectPair(0);
}

void CompareSession::selectPair(int pair)
{
    if (pair < 0 || pair >= static_cast<int>(pairs_.size()))
        return;
    selected_ = pair;
    using Images = std::shared_ptr<const DrawnImages>;
    const auto work = [files = pairs_[static_cast<std::size_t>(pair)].files, params = params_](JobMonitor& monitor) -> Result<Images> {
        auto made = compareImageFiles(files, params, allThreads, monitor);
        if (!made)
            return made.error();
        auto drawn = std::make_shared<DrawnImages>();
        drawn->comparison = std::move(*made);
        drawn->a = pictureOf(drawn->comparison.a);
        drawn->b = pictureOf(drawn->comparison.b);
        drawn->difference = pictureOf(drawn->comparison.difference);
        return Images(std::move(drawn));
    };
    imagesJob_.start<Images>(work, [this](Result<Images> images) {
        images_ = images ? *images : nullptr;
        emit imagesChanged();
        if (!images)
            emit failed(QString::fromStdString(images.error().message));
    });
}

void CompareSession::hearImages()
{
    std::array<std::vector<std::filesystem::path>, 2> files;
    for (const ComparedPair& pair : pairs_) {
        files[0].push_back(pair.files.a);
        files[1].push_back(pair.files.b);
    }
    using Sounds = std::array<std::shared_ptr<const Audio>, 2>;
    const auto work = [files](JobMonitor& monitor) -> Result<Sounds> {
        Sounds sounds;
        for (std::size_t i = 0; i < sounds.size(); ++i) {
            PartMonitor part(monitor, 0.5 * static_cast<double>(i), 0.5 * static_cast<double>(i + 1));
            auto sound = soundOfImages(files[i], part);
            if (!sound)
                return sound.error();
            sounds[i] = std::move(*sound);
        }
        return sounds;
    };
    workJob_.start<Sounds>(work, [this](Result<Sounds> sounds) {
        if (!sounds) {
            emit failed(QString::fromStdString(sounds.error().message));
            return;
        }
        heard_ = std::move(*sounds);
        emit heard();
    });
}

std::shared_ptr<const Audio> CompareSession::heardSound(Side side) const
{
    return heard_[index(side)];
}

void CompareSession::writeReport(const QString& folder, Overwrite overwrite)
{
    const CompareFilesOptions options{folder.toStdString(), params_, overwrite, allThreads};
    const auto work = [inputs = inputs_, options](JobMonitor& monitor) { return writeComparison(inputs, options, monitor); };
    workJob_.start<std::filesystem::path>(work, [this](const Result<std::filesystem::path>& page) {
        if (page)
            emit reportWritten(QString::fromStdString(page.value().string()));
        else
            emit failed(QString::fromStdString(page.error().message));
    });
}

} // namespace sonoloom
