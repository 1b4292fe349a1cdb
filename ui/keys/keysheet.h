// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/gestures.h"
#include "ui/keys/keymap.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace sonoloom
{

/// All keys and gestures as a page to print, one table a group.
QString keySheetHtml(const KeyMap& keys, const std::vector<Gesture>& gestures);

/// That page as the bytes of a PDF file, A4.
QByteArray keySheetPdf(const QString& html);

} // namespace sonoloom
