// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include "core/codec/codecs.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace
{

QString nameOf(const std::filesystem::path& path)
{
    return QString::fromStdString(path.filename().string());
}

/// Equal for settings that give the same reconstruction.
QString keyOf(const Codec& codec, const ReconstructParams& params)
{
    ReconstructParams copy = params;
    const auto own = codec.clone();
    return QString::fromStdString(own->name() + (own->compatible() ? " compatible " : " best ") +
                                  fieldsToJson(own->fields()) + fieldsToJson(fieldsOf(copy)));
}

} // namespace

Session::Session(QObject* parent) : QObject(parent), codec_(allCodecs().front()->clone())
{
    connect(&opening_, &Job::progressed, this, &Session::openingProgressed);
    connect(&opening_, &Job::noticed, this, &Session::addNotice);
    connect(&opening_, &Job::started, this, [this] { emit openingChanged(true); });
    connect(&opening_, &Job::ended, this, [this] { emit openingChanged(false); });
}

Session::~Session() = default;

void Session::open(const QStringList& paths)
{
    std::vector<std::string> names;
    for (const QString& path : paths)
        names.push_back(path.toStdString());
    startOpening(std::move(names), {.mended = false, .tiles = tiles_, .known = nullptr});
}

void Session::setMended(bool mended)
{
    if (!images_ || images_->mended == mended)
        return;
    std::vector<std::string> names;
    for (const std::filesystem::path& path : images_->paths())
        names.push_back(path.string());
    startOpening(std::move(names), {.mended = mended, .tiles = nullptr, .known = images_->known});
}

void Session::startOpening(std::vector<std::string> names, OpenOptions options)
{
    notices_.clear();
    opening_.start<Opened>([names = std::move(names), options](JobMonitor& monitor) { return openFiles(names, options, monitor); },
                           [this](Result<Opened> opened) {
                               if (opened)
                                   adopt(std::move(*opened));
                               else
                                   emit openFailed(QString::fromStdString(opened.error().message));
                           });
}

void Session::cancelOpening()
{
    opening_.cancel();
}

bool Session::isOpening() const
{
    return opening_.running();
}

void Session::adopt(Opened what)
{
    sound_ = nullptr;
    images_ = nullptr;
    tiles_ = nullptr;
    result_ = nullptr;
    given_.clear();
    if (auto* sound = std::get_if<std::shared_ptr<const OpenedSound>>(&what)) {
        sound_ = std::move(*sound);
    } else {
        images_ = std::get<std::shared_ptr<const OpenedImages>>(what);
        codec_ = images_->codec->clone();
    }
    emit opened();
}

void Session::close()
{
    opening_.cancel();
    sound_ = nullptr;
    images_ = nullptr;
    tiles_ = nullptr;
    result_ = nullptr;
    given_.clear();
    emit closed();
}

QString Session::title() const
{
    if (sound_)
        return nameOf(sound_->path);
    if (!images_)
        return {};
    const QString first = nameOf(images_->images.front().path);
    const auto more = static_cast<int>(images_->images.size()) - 1;
    return more == 0 ? first : tr("%1 and %2 more").arg(first).arg(more);
}

QString Session::stem() const
{
    if (sound_)
        return QString::fromStdString(sound_->path.stem().string());
    if (!images_)
        return {};
    const QString name = QString::fromStdString(images_->images.front().path.stem().string());
    static const QRegularExpression number(QStringLiteral("_\\d+$"));
    return QString(name).remove(number);
}

std::vector<Field> Session::codecFields() const
{
    return codec_->fields();
}

Result<void> Session::setCodecField(const QString& key, const QString& text)
{
    std::shared_ptr<Codec> changed = codec_->clone();
    const auto fields = changed->fields();
    const Field* field = findField(fields, key.toStdString());
    if (!field)
        return Error{ErrorCode::InvalidArgument, "There is no parameter '" + key.toStdString() + "'."};
    const std::string before = fieldText(*field);
    if (auto set = setFieldText(*field, text.toStdString()); !set)
        return set;
    if (auto fits = checkField(*field); !fits)
        return fits;
    if (fieldText(*field) == before)
        return {};
    if (images_ && std::ranges::find(given_, field->key) == given_.end())
        given_.emplace_back(field->key);
    replaceCodec(std::move(changed));
    return {};
}

void Session::setCompatible(bool compatible)
{
    std::shared_ptr<Codec> changed = codec_->clone();
    changed->setCompatible(compatible);
    replaceCodec(std::move(changed));
}

Result<void> Session::setCodec(const QString& name)
{
    std::shared_ptr<Codec> changed = makeCodec(name.toStdString());
    if (!changed)
        return Error{ErrorCode::InvalidArgument, "There is no format '" + name.toStdString() + "'."};
    given_.clear();
    replaceCodec(std::move(changed));
    return {};
}

void Session::replaceCodec(std::shared_ptr<Codec> codec)
{
    codec_ = std::move(codec);
    const bool hadTiles = std::exchange(tiles_, nullptr) != nullptr;
    emit codecChanged();
    if (hadTiles)
        emit tilesChanged();
    if (result_)
        emit resultChanged();
}

Result<void> Session::setReconstructField(const QString& key, const QString& text)
{
    ReconstructParams changed = reconstructParams_;
    const auto fields = fieldsOf(changed);
    const Field* field = findField(fields, key.toStdString());
    if (!field)
        return Error{ErrorCode::InvalidArgument, "There is no parameter '" + key.toStdString() + "'."};
    if (auto set = setFieldText(*field, text.toStdString()); !set)
        return set;
    if (auto fits = checkField(*field); !fits)
        return fits;
    setReconstructParams(changed);
    return {};
}

void Session::setReconstructParams(const ReconstructParams& params)
{
    if (params == reconstructParams_)
        return;
    reconstructParams_ = params;
    emit reconstructParamsChanged();
    if (result_)
        emit resultChanged();
}

void Session::setTiles(std::shared_ptr<const TileSet> tiles)
{
    tiles_ = std::move(tiles);
    emit tilesChanged();
}

void Session::setResult(std::shared_ptr<const Reconstruction> result, std::shared_ptr<const Codec> codec,
                        const ReconstructParams& params)
{
    result_ = std::move(result);
    resultKey_ = keyOf(*codec, params);
    if (result_ && result_->tiles && resultIsCurrent() && tiles_ != result_->tiles)
        setTiles(result_->tiles);
    emit resultChanged();
}

bool Session::resultIsCurrent() const
{
    return result_ && resultKey_ == keyOf(*codec_, reconstructParams_);
}

void Session::addNotice(const QString& sentence)
{
    notices_.append(sentence);
    emit noticed(sentence);
}

} // namespace sonoloom
