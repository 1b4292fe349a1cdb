// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/outputfile.h"

namespace sonoloom
{

/// Gives the one logical stream of an Ogg file a serial number that is always the same: libsndfile draws it from the
/// clock, so that the same sound would never be the same bytes. Errors: WriteFailed.
///
/// Source: RFC 3533, section 6 (page layout, checksum).
Result<void> fixOggSerial(OutputFile& file);

} // namespace sonoloom
