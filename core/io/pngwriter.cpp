// SPDX-License-Identifier: GPL-3.0-or-later
// As in pngreader.cpp: functions that call setjmp, and callbacks, have locals without destructors only.
#include "core/io/imagefile.h"

#include "core/io/pngcodec.h"
#include "core/io/pngpacking.h"

#include <png.h>
#include <zlib.h>

#include <csetjmp>
#include <cstdio>
#include <new>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr std::size_t samplesBetweenAsking = std::size_t{1} << 18; // some 5 ms

struct PngWriting {
    png_structp png = nullptr;
    png_infop info = nullptr;
    const Image& image;
    const JobMonitor& monitor;
    bool cancelled = false;
    char message[128] = "";

    std::string bytes;
    std::vector<png_text> texts;
    std::vector<png_byte> exif;
    std::vector<png_byte> row;

    PngWriting(const Image& image_, const JobMonitor& monitor_) : image(image_), monitor(monitor_) {}
    PngWriting(const PngWriting&) = delete;
    PngWriting& operator=(const PngWriting&) = delete;
    ~PngWriting() { png_destroy_write_struct(&png, &info); }
};

bool append(std::string& bytes, const png_byte* block, std::size_t count) noexcept
{
    try {
        bytes.append(reinterpret_cast<const char*>(block), count);
        return true;
    } catch (const std::bad_alloc&) {
        return false;
    }
}

extern "C" {

[[noreturn]] static void keepMessage(png_structp png, png_const_charp message)
{
    auto* writing = static_cast<PngWriting*>(png_get_error_ptr(png));
    std::snprintf(writing->message, sizeof writing->message, "%s", message);
    png_longjmp(png, 1);
}

static void passWarning(png_structp, png_const_charp) {}

static void takeBytes(png_structp png, png_bytep block, size_t count)
{
    if (!append(static_cast<PngWriting*>(png_get_io_ptr(png))->bytes, block, count)) {
        png_error(png, "not enough memory");
    }
}

static void flushNothing(png_structp) {}

} // extern "C"

int libraryFilter(PngFilter filter)
{
    switch (filter) {
    case PngFilter::None: return PNG_FILTER_NONE;
    case PngFilter::Sub: return PNG_FILTER_SUB;
    case PngFilter::Paeth: break;
    }
    return PNG_FILTER_PAETH;
}

/// Runs of one byte are all there is to find in spectrograms beside the frequencies of bytes: looking for more takes twice
/// as long for files that are as large, or larger (tests/bench/README.md).
void choosePacking(PngWriting& writing)
{
    png_set_filter(writing.png, PNG_FILTER_TYPE_BASE, libraryFilter(choosePngFilter(writing.image)));
    png_set_compression_level(writing.png, 1);
    png_set_compression_strategy(writing.png, Z_RLE);
}

bool writeHeader(PngWriting& writing)
{
    if (setjmp(png_jmpbuf(writing.png))) {
        return false;
    }
    const Image& image = writing.image;
    const int colour = image.channels == 1   ? PNG_COLOR_TYPE_GRAY
                       : image.channels == 3 ? PNG_COLOR_TYPE_RGB
                                             : PNG_COLOR_TYPE_RGB_ALPHA;
    png_set_write_fn(writing.png, &writing, takeBytes, flushNothing);
    png_set_user_limits(writing.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    choosePacking(writing);
    png_set_IHDR(writing.png, writing.info, static_cast<png_uint_32>(image.width),
                 static_cast<png_uint_32>(image.height), image.depth, colour, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (!writing.texts.empty()) {
        png_set_text(writing.png, writing.info, writing.texts.data(), static_cast<int>(writing.texts.size()));
    }
    if (!writing.exif.empty()) {
        png_set_eXIf_1(writing.png, writing.info, static_cast<png_uint_32>(writing.exif.size()), writing.exif.data());
    }
    png_write_info(writing.png, writing.info);
    return true;
}

void packRow(const std::uint16_t* samples, std::vector<png_byte>& row, int depth)
{
    if (depth == 8) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = static_cast<png_byte>(samples[i]);
        }
        return;
    }
    for (std::size_t i = 0; i < row.size() / 2; ++i) {
        row[2 * i] = static_cast<png_byte>(samples[i] >> 8);
        row[2 * i + 1] = static_cast<png_byte>(samples[i] & 0xFF);
    }
}

bool writePixels(PngWriting& writing)
{
    if (setjmp(png_jmpbuf(writing.png))) {
        return false;
    }
    const std::size_t rowSamples = static_cast<std::size_t>(writing.image.width) * writing.image.channels;
    std::size_t sinceAsked = 0;
    for (int y = 0; y < writing.image.height; ++y) {
        sinceAsked += rowSamples;
        if (sinceAsked >= samplesBetweenAsking && writing.monitor.cancelled()) {
            writing.cancelled = true;
            return false;
        }
        sinceAsked = sinceAsked >= samplesBetweenAsking ? 0 : sinceAsked;
        packRow(writing.image.samples.data() + rowSamples * y, writing.row, writing.image.depth);
        png_write_row(writing.png, writing.row.data());
    }
    // Without the info: libpng 1.6.39 would write the eXIf chunk a second time.
    png_write_end(writing.png, nullptr);
    return true;
}

/// Errors: InvalidArgument for what a PNG file cannot hold.
Result<void> checkImage(const Image& image)
{
    const std::string size = std::to_string(image.width) + " x " + std::to_string(image.height);
    const bool channelsFit = image.channels == 1 || image.channels == 3 || image.channels == 4;
    const bool depthFits = image.depth == 8 || image.depth == 16;
    if (image.width < 1 || image.height < 1 || !channelsFit || !depthFits) {
        return Error{ErrorCode::InvalidArgument, "An image of " + size + " pixels, " + std::to_string(image.channels) +
                                                     " channels and " + std::to_string(image.depth) +
                                                     " bits cannot be a PNG file."};
    }
    const std::size_t expected = static_cast<std::size_t>(image.width) * image.height * image.channels;
    if (image.samples.size() != expected) {
        return Error{ErrorCode::InvalidArgument, "An image of " + size + " pixels has " +
                                                     std::to_string(image.samples.size()) + " samples where it needs " +
                                                     std::to_string(expected) + "."};
    }
    for (const auto& [keyword, words] : image.text) {
        const std::size_t length = latin1FromUtf8(keyword).size();
        if (length < 1 || length > 79) {
            return Error{ErrorCode::InvalidArgument, "The keyword '" + keyword +
                                                         "' of an image's text has not 1 to 79 " +
                                                         "characters of Latin-1; choose another."};
        }
    }
    return {};
}

/// @param keywords of the image's texts, in their order
std::vector<png_text> textsOf(const Image& image, std::vector<std::string>& keywords)
{
    std::vector<png_text> texts;
    for (const auto& [keyword, words] : image.text) {
        png_text text{};
        text.compression = PNG_ITXT_COMPRESSION_NONE;
        text.key = keywords[texts.size()].data(); // libpng copies them
        text.text = const_cast<char*>(words.c_str());
        text.itxt_length = words.size();
        texts.push_back(text);
    }
    return texts;
}

} // namespace

Result<std::string> encodePng(const Image& image, const JobMonitor& monitor)
{
    if (auto checked = checkImage(image); !checked) {
        return checked.error();
    }
    PngWriting writing(image, monitor);
    std::vector<std::string> keywords;
    for (const auto& text : image.text) {
        keywords.push_back(latin1FromUtf8(text.first));
    }
    writing.texts = textsOf(image, keywords);
    writing.exif = image.exif;
    writing.row.resize(static_cast<std::size_t>(image.width) * image.channels * (image.depth / 8));
    writing.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writing, keepMessage, passWarning);
    writing.info = writing.png != nullptr ? png_create_info_struct(writing.png) : nullptr;
    if (writing.info == nullptr || !writeHeader(writing) || !writePixels(writing)) {
        if (writing.cancelled) {
            return cancelledError();
        }
        return Error{ErrorCode::TooLarge,
                     std::string("The image cannot be packed as PNG: ") + writing.message + "; choose a smaller one."};
    }
    return std::move(writing.bytes);
}

} // namespace sonoloom
