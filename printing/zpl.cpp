// ZPL II: the label as one graphic field, deflated (":Z64:" of the ^GF command).
#include <array>
#include <cstdio>
#include <zlib.h>

#include "printing/languages.h"

namespace welcome::printing {
namespace {

std::string base64(const std::string& bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto byte = [&](std::size_t n) {
            return at + n < bytes.size() ? static_cast<unsigned char>(bytes[at + n]) : 0U;
        };
        const unsigned group = (byte(0) << 16U) | (byte(1) << 8U) | byte(2);
        text += alphabet[(group >> 18U) & 63U];
        text += alphabet[(group >> 12U) & 63U];
        text += at + 1 < bytes.size() ? alphabet[(group >> 6U) & 63U] : '=';
        text += at + 2 < bytes.size() ? alphabet[group & 63U] : '=';
    }
    return text;
}

// CRC-16 with polynomial 0x1021 from zero, over the base64 letters.
unsigned crc16(std::string_view text) {
    unsigned crc = 0;
    for (const char letter : text) {
        crc ^= static_cast<unsigned>(static_cast<unsigned char>(letter)) << 8U;
        for (int bit = 0; bit < 8; ++bit)
            crc = ((crc & 0x8000U) != 0 ? (crc << 1U) ^ 0x1021U : crc << 1U) & 0xFFFFU;
    }
    return crc;
}

}  // namespace

Result<std::string> to_zpl(const Raster& raster) {
    const Bits bits = to_bits(raster);
    std::string packed(compressBound(static_cast<uLong>(bits.bytes.size())), '\0');
    auto size = static_cast<uLongf>(packed.size());
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, bits.bytes.data(),
                  static_cast<uLong>(bits.bytes.size()), Z_DEFAULT_COMPRESSION) != Z_OK)
        return fail(Fault::unreadable, "the label cannot be compressed");
    packed.resize(size);
    const std::string letters = base64(packed);
    std::array<char, 8> crc{};
    std::snprintf(crc.data(), crc.size(), "%04X", crc16(letters));

    const std::string total = std::to_string(bits.bytes.size());
    std::string zpl = "^XA^PW" + std::to_string(raster.width) + "^LL" + std::to_string(raster.height);
    zpl += "^LH0,0^FO0,0^GFA," + total + "," + total + "," + std::to_string(bits.bytes_per_row);
    zpl += ",:Z64:" + letters + ":" + crc.data() + "^FS^PQ1^XZ\n";
    return zpl;
}

}  // namespace welcome::printing
