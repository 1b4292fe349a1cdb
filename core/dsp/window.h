// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace sonoloom
{

/// Periodic Hann window, `length` values, w[n] = (1 - cos(2 pi n / length)) / 2: what torch.hann_window gives.
std::vector<float> hannWindow(int length);

/// The Hann window of real-valued `length` samples centred at `centre`, sampled at 0..count-1; 0 outside its support.
/// With centre = length/2 and count = length it equals hannWindow(length).
std::vector<float> hannWindowAt(double length, double centre, int count);

} // namespace sonoloom
