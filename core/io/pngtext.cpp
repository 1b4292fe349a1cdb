// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pngcodec.h"

#include <QString>
#include <QStringDecoder>

namespace sonoloom
{

std::string utf8FromLatin1(const std::string& text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

std::string latin1FromUtf8(const std::string& text)
{
    const QString characters = QString::fromStdString(text);
    const QByteArray latin1 = characters.toLatin1();
    return QString::fromLatin1(latin1) == characters ? latin1.toStdString() : std::string();
}

bool isUtf8(const std::string& text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError();
}

} // namespace sonoloom
