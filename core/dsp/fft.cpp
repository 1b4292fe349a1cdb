// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/fft.h"

#include <fftw3.h>

#include <cassert>
#include <cstdlib>
#include <map>
#include <mutex>

namespace sonoloom
{

namespace
{

fftwf_complex* fftw(std::complex<float>* values)
{
    return reinterpret_cast<fftwf_complex*>(values);
}

fftwf_plan planForward(int size, float* in, std::complex<float>* out, unsigned effort)
{
    return fftwf_plan_dft_r2c_1d(size, in, fftw(out), effort | FFTW_PRESERVE_INPUT);
}

fftwf_plan planInverse(int size, std::complex<float>* in, float* out, unsigned effort)
{
    return fftwf_plan_dft_c2r_1d(size, fftw(in), out, effort | FFTW_DESTROY_INPUT);
}

/// FFTW's planner is not re-entrant; its plans are.
std::mutex& plannerMutex()
{
    static std::mutex mutex;
    return mutex;
}

} // namespace

/// Kept for the life of the program.
struct Fft::Plans {
    fftwf_plan forward = nullptr;
    fftwf_plan inverse = nullptr;

    explicit Plans(int size)
    {
        AlignedBuffer<float> real(static_cast<std::size_t>(size));
        AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(size / 2 + 1));
        constexpr unsigned known = FFTW_MEASURE | FFTW_WISDOM_ONLY;
        forward = planForward(size, real.data(), spectrum.data(), known);
        if (!forward)
            forward = planForward(size, real.data(), spectrum.data(), FFTW_ESTIMATE);
        inverse = planInverse(size, spectrum.data(), real.data(), known);
        if (!inverse)
            inverse = planInverse(size, spectrum.data(), real.data(), FFTW_ESTIMATE);
    }
    Plans(const Plans&) = delete;
    Plans& operator=(const Plans&) = delete;
    ~Plans()
    {
        fftwf_destroy_plan(forward);
        fftwf_destroy_plan(inverse);
    }
};

Fft::Fft(int size) : size_(size)
{
    assert(size >= 1);
    const std::lock_guard lock(plannerMutex());
    static std::map<int, std::shared_ptr<const Plans>> plans;
    auto& found = plans[size];
    if (!found)
        found = std::make_shared<const Plans>(size);
    plans_ = found;
}

void Fft::forward(AlignedBuffer<float>& in, AlignedBuffer<std::complex<float>>& out) const
{
    assert(in.size() >= static_cast<std::size_t>(size_) && out.size() >= static_cast<std::size_t>(bins()));
    fftwf_execute_dft_r2c(plans_->forward, in.data(), fftw(out.data()));
}

void Fft::inverse(AlignedBuffer<std::complex<float>>& in, AlignedBuffer<float>& out) const
{
    assert(out.size() >= static_cast<std::size_t>(size_) && in.size() >= static_cast<std::size_t>(bins()));
    fftwf_execute_dft_c2r(plans_->inverse, fftw(in.data()), out.data());
}

int fastFftSize(int size)
{
    for (int candidate = size + (size & 1);; candidate += 2) {
        int rest = candidate;
        for (const int prime : {2, 3, 5, 7})
            while (rest % prime == 0)
                rest /= prime;
        if (rest == 1)
            return candidate;
    }
}

bool loadFftWisdom(const std::string& path)
{
    const std::lock_guard lock(plannerMutex());
    return fftwf_import_wisdom_from_filename(path.c_str()) != 0;
}

std::string measureFftPlans(std::span<const int> sizes)
{
    const std::lock_guard lock(plannerMutex());
    for (const int size : sizes) {
        AlignedBuffer<float> real(static_cast<std::size_t>(size));
        AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(size / 2 + 1));
        fftwf_destroy_plan(planForward(size, real.data(), spectrum.data(), FFTW_MEASURE));
        fftwf_destroy_plan(planInverse(size, spectrum.data(), real.data(), FFTW_MEASURE));
    }
    const std::unique_ptr<char, void (*)(void*)> text(fftwf_export_wisdom_to_string(), std::free);
    return text ? text.get() : std::string();
}

} // namespace sonoloom
