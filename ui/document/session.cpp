// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include "core/codec/codecs.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int mostSteps = 1000;

QString nameOf(const std::filesystem::path& path)
{
    return QString::fromStdString(path.filename().string());
}

/// A parameter as a step of undo calls it.
QString nameOf(const Field& field)
{
    return QCoreApplication::translate("Params", field.label);
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

Session::Session(QObject* parent) : QObject(parent), settings_{allCodecs().front()->clone(), {}, {}}
{
    history_.setUndoLimit(mostSteps);
    connect(&opening_, &Job::progressed, this, &Session::openingProgressed);
    connect(&opening_, &Job::noticed, this, &Session::addNotice);
    connect(&opening_, &Job::started, this, [this] { emit openingChanged(true); });
    connect(&opening_, &Job::ended, this, [this] { emit openingChanged(false); });
}

Session::~Session() = default;

void Session::open(const QStringList& paths)
{
    if (paths.size() == 1 && paths.front().endsWith(QLatin1String(projectSuffix))) {
        openProject({paths.front().toStdString(), {}, false});
        return;
    }
    std::vector<std::string> names;
    for (const QString& path : paths)
        names.push_back(path.toStdString());
    startOpening(std::move(names), {.mended = false, .format = {}, .tiles = tiles_, .known = nullptr}, nullptr);
}

void Session::openAs(const QStringList& paths, const QString& format)
{
    std::vector<std::string> names;
    for (const QString& path : paths)
        names.push_back(path.toStdString());
    startOpening(std::move(names), {.mended = false, .format = format.toStdString(), .tiles = tiles_, .known = nullptr}, nullptr);
}

void Session::setMended(bool mended)
{
    if (!images_ || images_->mended == mended)
        return;
    std::vector<std::string> names;
    for (const std::filesystem::path& path : images_->paths())
        names.push_back(path.string());
    std::shared_ptr<OpenedProject> project;
    if (project_) {
        project = std::make_shared<OpenedProject>(*project_);
        project->project.codec = settings_.codec;
        project->project.given = settings_.given;
        project->project.reconstruct = settings_.reconstruct;
        project->project.markers = settings_.markers;
        project->project.edits = settings_.edits;
        project->changed = true;
        project->reopened = true;
    }
    startOpening(std::move(names), {.mended = mended, .format = settings_.codec->name(), .tiles = nullptr, .known = images_->known}, std::move(project));
}

void Session::startOpening(std::vector<std::string> names, OpenOptions options, std::shared_ptr<const OpenedProject> project)
{
    notices_.clear();
    opening_.start<Opened>([names = std::move(names), options](JobMonitor& monitor) { return openFiles(names, options, monitor); },
                           [this, project](Result<Opened> opened) {
                               if (opened)
                                   adopt(std::move(*opened), project);
                               else
                                   emit openFailed(QString::fromStdString(opened.error().message));
                           });
}

void Session::openProject(const ProjectToOpen& wanted)
{
    notices_.clear();
    opening_.start<OpenedProject>([wanted](JobMonitor& monitor) { return sonoloom::openProject(wanted, monitor); },
                                  [this, wanted](Result<OpenedProject> opened) {
                                      if (!opened)
                                          emit openFailed(QString::fromStdString(opened.error().message));
                                      else if (!opened->content && opened->missing.empty())
                                          adoptEmpty(std::make_shared<OpenedProject>(*opened));
                                      else if (!opened->content)
                                          emit sourceMissing(wanted, QString::fromStdString(opened->missing.front().string()));
                                      else
                                          adopt(*opened->content, std::make_shared<OpenedProject>(*opened));
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

void Session::adopt(Opened what, std::shared_ptr<const OpenedProject> project)
{
    if (const auto* doubtful = std::get_if<DoubtfulImages>(&what)) {
        QStringList paths;
        for (const auto& path : doubtful->paths)
            paths.append(QString::fromStdString(path.string()));
        emit formatWanted(paths, QString::fromStdString(doubtful->reason));
        return;
    }
    project_ = std::move(project);
    sound_ = nullptr;
    images_ = nullptr;
    tiles_ = nullptr;
    result_ = nullptr;
    settings_.given.clear();
    settings_.markers.clear();
    settings_.edits.clear();
    history_.clear();
    if (auto* sound = std::get_if<std::shared_ptr<const OpenedSound>>(&what)) {
        sound_ = std::move(*sound);
    } else {
        images_ = std::get<std::shared_ptr<const OpenedImages>>(what);
        settings_.codec = images_->codec->clone();
    }
    if (project_)
        settings_ = {project_->project.codec->clone(), project_->project.given, project_->project.reconstruct, project_->project.markers, project_->project.edits};
    emit opened();
}

/// A project of clips, with nothing in the workbench.
void Session::adoptEmpty(std::shared_ptr<const OpenedProject> project)
{
    settings_.codec = project->project.codec->clone();
    settings_.reconstruct = project->project.reconstruct;
    empty(std::move(project));
}

void Session::close()
{
    opening_.cancel();
    empty(nullptr);
}

void Session::empty(std::shared_ptr<const OpenedProject> project)
{
    project_ = std::move(project);
    sound_ = nullptr;
    images_ = nullptr;
    tiles_ = nullptr;
    result_ = nullptr;
    settings_.given.clear();
    settings_.markers.clear();
    settings_.edits.clear();
    history_.clear();
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
    return settings_.codec->fields();
}

/// Remembers the step; the settings are changed by apply() then.
void Session::change(SessionSettings to, const QString& what)
{
    history_.push(new SettingsChange(settings_, std::move(to), what, gesture_, [this](const SessionSettings& settings) { apply(settings); }));
}

void Session::apply(const SessionSettings& settings)
{
    const bool newCodec = settings.codec != settings_.codec;
    const bool newParams = settings.reconstruct != settings_.reconstruct;
    const bool newMarkers = settings.markers != settings_.markers;
    const bool newEdits = settings.edits != settings_.edits;
    settings_ = settings;
    const bool hadTiles = (newCodec || newEdits) && std::exchange(tiles_, nullptr) != nullptr;
    if (newCodec)
        emit codecChanged();
    if (hadTiles)
        emit tilesChanged();
    if (newParams)
        emit reconstructParamsChanged();
    if (newMarkers)
        emit markersChanged();
    if (newEdits)
        emit editsChanged();
    if (result_ && (newCodec || newParams || newEdits))
        emit resultChanged();
}

Result<void> Session::setCodecFields(const std::vector<std::pair<QString, QString>>& values, const QString& named)
{
    SessionSettings to = settings_;
    to.codec = settings_.codec->clone();
    const auto fields = to.codec->fields();
    QString what = named;
    bool differs = false;
    for (const auto& [key, text] : values) {
        const Field* field = findField(fields, key.toStdString());
        if (!field)
            return Error{ErrorCode::InvalidArgument, "There is no parameter '" + key.toStdString() + "'."};
        const std::string before = fieldText(*field);
        if (auto set = setFieldText(*field, text.toStdString()); !set)
            return set;
        if (auto fits = checkField(*field); !fits)
            return fits;
        if (what.isEmpty())
            what = nameOf(*field);
        if (fieldText(*field) == before)
            continue;
        differs = true;
        if (images_ && std::ranges::find(to.given, field->key) == to.given.end())
            to.given.emplace_back(field->key);
    }
    if (differs)
        change(std::move(to), what);
    return {};
}

void Session::setCompatible(bool compatible)
{
    SessionSettings to = settings_;
    to.codec = settings_.codec->clone();
    to.codec->setCompatible(compatible);
    change(std::move(to), compatible ? tr("as the first program") : tr("best mode"));
    endGesture();
}

Result<void> Session::setCodec(const QString& name)
{
    SessionSettings to = settings_;
    to.codec = makeCodec(name.toStdString());
    if (!to.codec)
        return Error{ErrorCode::InvalidArgument, "There is no format '" + name.toStdString() + "'."};
    to.given.clear();
    change(std::move(to), tr("format"));
    endGesture();
    return {};
}

Result<void> Session::setReconstructField(const QString& key, const QString& text)
{
    SessionSettings to = settings_;
    const auto fields = fieldsOf(to.reconstruct);
    const Field* field = findField(fields, key.toStdString());
    if (!field)
        return Error{ErrorCode::InvalidArgument, "There is no parameter '" + key.toStdString() + "'."};
    if (auto set = setFieldText(*field, text.toStdString()); !set)
        return set;
    if (auto fits = checkField(*field); !fits)
        return fits;
    if (to.reconstruct != settings_.reconstruct)
        change(to, nameOf(*field));
    return {};
}

void Session::setReconstructParams(const ReconstructParams& params)
{
    if (params == settings_.reconstruct)
        return;
    SessionSettings to = settings_;
    to.reconstruct = params;
    change(std::move(to), tr("reconstruction"));
}

void Session::setSettings(const Codec& codec, const ReconstructParams& reconstruct, const QString& what)
{
    if (keyOf(codec, reconstruct) == keyOf(*settings_.codec, settings_.reconstruct))
        return;
    SessionSettings to{codec.clone(), {}, reconstruct, settings_.markers, settings_.edits};
    if (codec.name() == settings_.codec->name()) {
        to.given = settings_.given;
        const auto before = settings_.codec->fields();
        for (const Field& field : to.codec->fields())
            if (images_ && fieldText(field) != fieldText(*findField(before, field.key)) &&
                std::ranges::find(to.given, field.key) == to.given.end())
                to.given.emplace_back(field.key);
    }
    endGesture();
    change(std::move(to), what);
    endGesture();
}

void Session::addMarker(double seconds, const QString& name)
{
    SessionSettings to = settings_;
    const auto place = std::ranges::upper_bound(to.markers, seconds, {}, &Marker::seconds);
    to.markers.insert(place, {seconds, name.toStdString()});
    endGesture();
    change(std::move(to), tr("marker"));
}

void Session::renameMarker(std::size_t index, const QString& name)
{
    SessionSettings to = settings_;
    to.markers[index].name = name.toStdString();
    endGesture();
    change(std::move(to), tr("marker's name"));
}

void Session::removeMarker(std::size_t index)
{
    SessionSettings to = settings_;
    to.markers.erase(to.markers.begin() + static_cast<std::ptrdiff_t>(index));
    endGesture();
    change(std::move(to), tr("removed marker"));
}

void Session::setTiles(std::shared_ptr<const TileSet> tiles)
{
    tiles_ = std::move(tiles);
    emit tilesChanged();
}

void Session::setResult(std::shared_ptr<const Reconstruction> result, std::shared_ptr<const Codec> codec,
                        const ReconstructParams& params, const RegionEdits& edits)
{
    result_ = std::move(result);
    resultEdits_ = edits;
    resultKey_ = keyOf(*codec, params);
    if (result_ && result_->tiles && resultIsCurrent() && tiles_ != result_->tiles)
        setTiles(result_->tiles);
    emit resultChanged();
}

bool Session::resultIsCurrent() const
{
    return result_ && resultEdits_ == appliedEdits() && resultKey_ == keyOf(*settings_.codec, settings_.reconstruct);
}

void Session::addNotice(const QString& sentence)
{
    notices_.append(sentence);
    emit noticed(sentence);
}

} // namespace sonoloom
