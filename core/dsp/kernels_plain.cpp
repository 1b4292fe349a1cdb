// SPDX-License-Identifier: GPL-3.0-or-later
#define SONOLOOM_KERNELS_SYMBOL kernelsPlain
#define SONOLOOM_KERNELS_NAME "plain"
#define SONOLOOM_KERNELS_PLAIN
#include "core/dsp/kernels.inc"
