// SPDX-License-Identifier: GPL-3.0-or-later
#define SONOLOOM_KERNELS_SYMBOL kernelsAvx512
#define SONOLOOM_KERNELS_NAME "avx512"
#include "core/dsp/kernels.inc"
