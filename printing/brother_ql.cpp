// Brother QL raster mode, 62 mm rolls at 300 dpi. Numbers are from the manufacturer's raster command
// reference: 720 pins a line (90 bytes), 12 of them left of the paper's 696 printable ones; the margins
// before and after a label are 35 lines each.
#include <algorithm>

#include "printing/languages.h"

namespace welcome::printing {
namespace {

constexpr int k_line_bytes = 90;
constexpr int k_first_pin = 12;
constexpr int k_printable = 696;
constexpr int k_margin_lines = 35;
constexpr int k_die_cut_length_mm = 29;  // the one pre-cut 62 mm label: 62 × 29 …
constexpr int k_die_cut_lines = 271;     // … of which so much can be printed on

// The part of the raster that the head reaches.
struct Window {
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
};

bool has_ink_outside(const Raster& raster, const Window& window) {
    for (int y = 0; y < raster.height; ++y) {
        const bool row_reached = y >= window.top && y < window.bottom;
        for (int x = 0; x < raster.width; ++x) {
            const bool reached = row_reached && x >= window.left && x < window.right;
            if (!reached && raster.ink(x, y)) return true;
        }
    }
    return false;
}

std::string print_information(bool die_cut, int lines) {
    std::string out = "\x1Biz";
    out += die_cut ? '\xCE' : '\xC6';  // valid: kind, width, (length,) quality, recovery
    out += die_cut ? '\x0B' : '\x0A';
    out += static_cast<char>(62);
    out += static_cast<char>(die_cut ? k_die_cut_length_mm : 0);
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>((lines >> shift) & 0xFF);
    return out + std::string(2, '\0');  // first page; reserved
}

std::string start_of_page(bool die_cut, int lines) {
    std::string out(200, '\0');           // forget whatever was begun before
    out += "\x1B@";                       // initialise
    out += std::string("\x1Bia\x01", 4);  // raster mode
    out += print_information(die_cut, lines);
    out += std::string("\x1BiM\x40", 4);  // cut by itself …
    out += std::string("\x1BiA\x01", 4);  // … after each label
    out += std::string("\x1BiK\x08", 4);  // and at the end; 300 dpi both ways
    out += "\x1Bid";
    out += static_cast<char>(die_cut ? 0 : k_margin_lines);
    out += '\0';
    out += std::string("M\0", 2);  // lines are not compressed
    return out;
}

// The head counts its pins from the right edge, so the line is mirrored.
std::string raster_line(const Raster& raster, const Window& window, int y) {
    std::string line(k_line_bytes, '\0');
    for (int x = window.left; x < window.right; ++x) {
        if (!raster.ink(x, y)) continue;
        const int pin = k_first_pin + (k_printable - 1 - (x - window.left));
        auto& byte = line[static_cast<std::size_t>(pin / 8)];
        byte = static_cast<char>(static_cast<unsigned char>(byte) | (0x80U >> (pin % 8)));
    }
    return line;
}

}  // namespace

Result<std::string> to_brother_ql(const Raster& raster) {
    if (raster.dpi != 300) return fail(Fault::unreadable, "Brother QL prints at 300 dpi");
    const double length_mm = raster.height * 25.4 / raster.dpi;
    const bool die_cut = length_mm > k_die_cut_length_mm - 0.5 && length_mm < k_die_cut_length_mm + 0.5;
    const int spare = std::max(0, raster.width - k_printable);
    const int top = die_cut ? (raster.height - k_die_cut_lines) / 2 : k_margin_lines;
    const Window window{.left = spare / 2,
                        .right = std::min(raster.width, spare / 2 + k_printable),
                        .top = top,
                        .bottom = die_cut ? top + k_die_cut_lines : raster.height - k_margin_lines};
    if (window.bottom <= window.top) return fail(Fault::unreadable, "the label is too short for Brother QL");
    if (has_ink_outside(raster, window))
        return fail(Fault::unreadable, "the design has ink where a Brother QL cannot print");

    std::string out = start_of_page(die_cut, window.bottom - window.top);
    for (int y = window.top; y < window.bottom; ++y) {
        out += 'g';
        out += '\0';
        out += static_cast<char>(k_line_bytes);
        out += raster_line(raster, window, y);
    }
    return out + '\x1A';
}

}  // namespace welcome::printing
