// SPDX-License-Identifier: GPL-3.0-or-later
#define SONOLOOM_KERNELS_SYMBOL kernelsAvx2
#define SONOLOOM_KERNELS_NAME "avx2"
#include "core/dsp/kernels.inc"
