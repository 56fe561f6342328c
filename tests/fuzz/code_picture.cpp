// A camera's frame: two bytes of width, then grey pixels.

#include "kiosk/scan/decoder.h"
#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

namespace {

// A QR finder's rings, so that search begins near something.
std::string rings() {
    std::string picture("\x20\x00", 2);
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 32; ++x) {
            const int ring = std::max(std::abs(x % 16 - 8), std::abs(y % 16 - 8));
            picture += ring <= 2 || ring == 6 ? '\0' : '\xff';
        }
    }
    return picture;
}

}  // namespace

std::vector<std::string> seeds() {
    return {rings(), std::string("\x08\x00", 2) + std::string(64, '\x80')};
}

void read(std::string_view bytes) {
    if (bytes.size() < 3) return;
    kiosk::scan::Frame frame;
    frame.width = 1 + static_cast<unsigned char>(bytes[0]);
    bytes.remove_prefix(2);
    frame.height = static_cast<int>(bytes.size()) / frame.width;
    if (frame.height == 0) return;
    frame.grey.assign(bytes.begin(), bytes.begin() + std::ptrdiff_t{frame.width} * frame.height);
    kiosk::scan::Decoder decoder;
    if (const auto text = decoder.decode(frame))
        must(text->size() <= kiosk::scan::k_longest_text, "a code has an end");
}

}  // namespace welcome::fuzz
