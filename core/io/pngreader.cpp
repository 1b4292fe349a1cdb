// SPDX-License-Identifier: GPL-3.0-or-later
// libpng leaves a function by longjmp, which skips destructors: every function below that calls setjmp, and every
// callback, has locals without destructors only; what owns memory lives in PngReading, outside of them.
#include "core/io/imagefile.h"

#include "core/io/pngcodec.h"

#include <png.h>

#include <climits>
#include <csetjmp>
#include <cstdio>
#include <cstring>

namespace sonoloom
{

namespace
{

struct PngReading {
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::string_view rest; ///< bytes not read yet
    char message[128] = "";

    Image image;
    std::vector<png_byte> rows; ///< one row, or all of them if the image is interlaced
    std::size_t rowBytes = 0;
    int passes = 1;

    PngReading() = default;
    PngReading(const PngReading&) = delete;
    PngReading& operator=(const PngReading&) = delete;
    ~PngReading() { png_destroy_read_struct(&png, &info, nullptr); }
};

extern "C" {

[[noreturn]] static void keepMessage(png_structp png, png_const_charp message)
{
    auto* reading = static_cast<PngReading*>(png_get_error_ptr(png));
    std::snprintf(reading->message, sizeof reading->message, "%s", message);
    png_longjmp(png, 1);
}

static void passWarning(png_structp, png_const_charp) {}

static void takeBytes(png_structp png, png_bytep target, size_t count)
{
    auto* reading = static_cast<PngReading*>(png_get_io_ptr(png));
    if (reading->rest.size() < count) {
        png_error(png, "it ends too early");
    }
    std::memcpy(target, reading->rest.data(), count);
    reading->rest.remove_prefix(count);
}

} // extern "C"

bool readHeader(PngReading& reading)
{
    if (setjmp(png_jmpbuf(reading.png))) {
        return false;
    }
    png_set_read_fn(reading.png, &reading, takeBytes);
    png_set_crc_action(reading.png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
    png_set_user_limits(reading.png, INT_MAX, INT_MAX);
    png_read_info(reading.png, reading.info);
    return true;
}

/// Everything becomes 1, 3 or 4 channels of 8 or 16 bits in the machine's byte order.
bool chooseTransforms(PngReading& reading)
{
    if (setjmp(png_jmpbuf(reading.png))) {
        return false;
    }
    png_set_expand(reading.png);
    const bool transparent = png_get_valid(reading.png, reading.info, PNG_INFO_tRNS) != 0 ||
                             (png_get_color_type(reading.png, reading.info) & PNG_COLOR_MASK_ALPHA) != 0;
    if (transparent) {
        png_set_gray_to_rgb(reading.png);
    }
    const std::uint16_t one = 1;
    if (*reinterpret_cast<const unsigned char*>(&one) == 1) {
        png_set_swap(reading.png);
    }
    reading.passes = png_set_interlace_handling(reading.png);
    png_read_update_info(reading.png, reading.info);
    return true;
}

bool readPass(PngReading& reading, bool last)
{
    if (setjmp(png_jmpbuf(reading.png))) {
        return false;
    }
    const std::size_t rowSamples = static_cast<std::size_t>(reading.image.width) * reading.image.channels;
    for (int y = 0; y < reading.image.height; ++y) {
        png_bytep row = reading.rows.data() + (reading.passes > 1 ? reading.rowBytes * y : 0);
        png_read_row(reading.png, row, nullptr);
        std::uint16_t* samples = reading.image.samples.data() + rowSamples * y;
        if (last && reading.image.depth == 16) {
            std::memcpy(samples, row, rowSamples * sizeof *samples);
        } else if (last) {
            for (std::size_t i = 0; i < rowSamples; ++i) {
                samples[i] = row[i];
            }
        }
    }
    return true;
}

bool readEnd(PngReading& reading)
{
    if (setjmp(png_jmpbuf(reading.png))) {
        return false;
    }
    png_read_end(reading.png, reading.info);
    return true;
}

void keepTexts(PngReading& reading)
{
    png_textp texts = nullptr;
    const int count = png_get_text(reading.png, reading.info, &texts, nullptr);
    for (int i = 0; i < count; ++i) {
        const png_text& text = texts[i];
        const bool international = text.compression >= PNG_ITXT_COMPRESSION_NONE;
        const std::string words(text.text, international ? text.itxt_length : text.text_length);
        reading.image.text.emplace(utf8FromLatin1(text.key),
                                   international && isUtf8(words) ? words : utf8FromLatin1(words));
    }
}

void keepExif(PngReading& reading)
{
    png_bytep block = nullptr;
    png_uint_32 size = 0;
    if (png_get_eXIf_1(reading.png, reading.info, &size, &block) != 0) {
        reading.image.exif.assign(block, block + size);
    }
}

Error corrupt(const PngReading& reading, const std::string& name)
{
    return {ErrorCode::Corrupt, "'" + name + "' is not a whole PNG image: " + reading.message + "."};
}

/// Judges by the header whether the image can be what it says, before memory is taken for it.
Result<void> checkSize(const PngReading& reading, const std::string& name)
{
    const std::uint64_t width = png_get_image_width(reading.png, reading.info);
    const std::uint64_t height = png_get_image_height(reading.png, reading.info);
    const std::uint64_t bitsPerPixel = png_get_channels(reading.png, reading.info) *
                                       std::uint64_t{png_get_bit_depth(reading.png, reading.info)};
    // The greatest count of samples a pixel that it can expand to; width and height are below 2^31.
    const std::uint64_t expanded = png_get_color_type(reading.png, reading.info) == PNG_COLOR_TYPE_GRAY ? 1 : 4;
    const std::string size = std::to_string(width) + " x " + std::to_string(height) + " pixels";
    if (width * height > largestImageBytes / sizeof(std::uint16_t) / expanded) {
        return Error{ErrorCode::TooLarge, "'" + name + "' says that it has " + size + ", more than the 1 GiB that an " +
                                              "image may take; choose a smaller one."};
    }
    // Deflate makes at most 1032 bytes of one.
    const std::uint64_t packed = reading.rest.size();
    if (width * height * bitsPerPixel / 8 > (packed + 64) * 1032) {
        return Error{ErrorCode::Corrupt,
                     "'" + name + "' is not a whole PNG image: it says " + size + ", which its bytes cannot hold."};
    }
    return {};
}

bool readPixels(PngReading& reading)
{
    const int channels = png_get_channels(reading.png, reading.info);
    const int depth = png_get_bit_depth(reading.png, reading.info);
    reading.image = Image(static_cast<int>(png_get_image_width(reading.png, reading.info)),
                          static_cast<int>(png_get_image_height(reading.png, reading.info)), channels, depth);
    reading.rowBytes = png_get_rowbytes(reading.png, reading.info);
    reading.rows.resize(reading.rowBytes * (reading.passes > 1 ? reading.image.height : 1));
    for (int pass = 1; pass <= reading.passes; ++pass) {
        if (!readPass(reading, pass == reading.passes)) {
            return false;
        }
    }
    return true;
}

} // namespace

Result<Image> decodePng(std::string_view bytes, const std::string& name)
{
    PngReading reading;
    reading.rest = bytes;
    reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, keepMessage, passWarning);
    reading.info = reading.png != nullptr ? png_create_info_struct(reading.png) : nullptr;
    if (reading.info == nullptr) {
        return Error{ErrorCode::TooLarge, "There is not enough memory to read '" + name + "'."};
    }
    if (!readHeader(reading)) {
        return corrupt(reading, name);
    }
    if (auto checked = checkSize(reading, name); !checked) {
        return checked.error();
    }
    if (!chooseTransforms(reading) || !readPixels(reading) || !readEnd(reading)) {
        return corrupt(reading, name);
    }
    keepTexts(reading);
    keepExif(reading);
    return std::move(reading.image);
}

} // namespace sonoloom
