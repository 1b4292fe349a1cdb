// SPDX-License-Identifier: GPL-3.0-or-later
#define SONOLOOM_KERNELS_SYMBOL kernelsBaseline
#define SONOLOOM_KERNELS_NAME "baseline"
#include "core/dsp/kernels.inc"
