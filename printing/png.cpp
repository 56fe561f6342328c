// PNG, eight bits of grey, with the true size in its pHYs chunk so that a viewer prints it 62 mm wide.
// Written here rather than by Cairo, which cannot say the size and takes several times as long to deflate.
#include <cmath>
#include <zlib.h>

#include "printing/languages.h"

namespace welcome::printing {
namespace {

constexpr double k_inches_per_metre = 1'000 / 25.4;

void put_u32(std::string& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((number >> shift) & 0xFFU);
}

void put_chunk(std::string& out, std::string_view kind, std::string_view content) {
    put_u32(out, static_cast<std::uint32_t>(content.size()));
    const std::size_t start = out.size();
    out += kind;
    out += content;
    const auto* covered = reinterpret_cast<const Bytef*>(out.data() + start);
    put_u32(out, static_cast<std::uint32_t>(crc32(0, covered, static_cast<uInt>(out.size() - start))));
}

std::string header(const Raster& raster) {
    std::string out;
    put_u32(out, static_cast<std::uint32_t>(raster.width));
    put_u32(out, static_cast<std::uint32_t>(raster.height));
    return out + std::string("\x08\x00\x00\x00\x00", 5);  // 8 bits, grey, the only methods, not interlaced
}

std::string physical_size(const Raster& raster) {
    std::string out;
    for (int axis = 0; axis < 2; ++axis)
        put_u32(out, static_cast<std::uint32_t>(std::lround(raster.dpi * k_inches_per_metre)));
    return out + '\x01';  // dots a metre
}

std::string rows(const Raster& raster) {
    std::string out;
    const auto width = static_cast<std::size_t>(raster.width);
    out.reserve((width + 1) * static_cast<std::size_t>(raster.height));
    for (std::size_t y = 0; y < static_cast<std::size_t>(raster.height); ++y) {
        out += '\0';  // this row is not filtered: text and QR codes deflate best as they are
        out.append(reinterpret_cast<const char*>(raster.pixels.data() + y * width), width);
    }
    return out;
}

}  // namespace

Result<std::string> to_png(const Raster& raster) {
    if (raster.width <= 0 || raster.height <= 0) return fail(Fault::unreadable, "the picture has no size");
    const std::string plain = rows(raster);
    std::string packed(compressBound(static_cast<uLong>(plain.size())), '\0');
    auto size = static_cast<uLongf>(packed.size());
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                  reinterpret_cast<const Bytef*>(plain.data()), static_cast<uLong>(plain.size()), 3) != Z_OK)
        return fail(Fault::unreadable, "the picture cannot be compressed");
    packed.resize(size);
    std::string out = "\x89PNG\r\n\x1A\n";
    put_chunk(out, "IHDR", header(raster));
    put_chunk(out, "pHYs", physical_size(raster));
    put_chunk(out, "IDAT", packed);
    put_chunk(out, "IEND", "");
    return out;
}

}  // namespace welcome::printing
