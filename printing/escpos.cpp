// ESC/POS receipt printers: one raster bit image (GS v 0), a feed and a partial cut.
#include "printing/languages.h"

namespace welcome::printing {

Result<std::string> to_escpos(const Raster& raster) {
    const Bits bits = to_bits(raster);
    if (bits.bytes_per_row > 0xFFFF || bits.rows > 0xFFFF)
        return fail(Fault::unreadable, "the label is too large for ESC/POS");
    std::string out = "\x1B@";
    out += std::string("\x1Dv0\0", 4);
    for (const int number : {bits.bytes_per_row, bits.rows}) {
        out += static_cast<char>(number & 0xFF);
        out += static_cast<char>(number >> 8);
    }
    out.append(reinterpret_cast<const char*>(bits.bytes.data()), bits.bytes.size());
    out += "\x1B\x64\x03";              // feed three lines past the blade
    out += std::string("\x1DVB\0", 4);  // then cut
    return out;
}

}  // namespace welcome::printing
