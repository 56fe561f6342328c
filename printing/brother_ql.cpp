// Brother QL raster mode at 300 dpi. Numbers are from the manufacturer's raster command reference: 720 pins a
// line (90 bytes), so many of them beside the paper's printable ones; the margins before and after a label of
// an endless roll are 35 lines each.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "printing/languages.h"

namespace welcome::printing {
namespace {

constexpr int k_line_bytes = 90;
constexpr int k_margin_lines = 35;

struct Roll {
    int width_mm, first_pin, printable;
};
constexpr std::array<Roll, 2> k_rolls = {{{62, 12, 696}, {29, 6, 306}}};

struct DieCut {
    int width_mm, length_mm, lines;
};
constexpr std::array<DieCut, 3> k_die_cuts = {{{62, 29, 271}, {62, 100, 1109}, {29, 90, 991}}};

bool is_about(double mm, int wanted) {
    return std::abs(mm - wanted) < 0.5;
}

std::optional<Roll> roll_for(double width_mm) {
    for (const auto& roll : k_rolls)
        if (is_about(width_mm, roll.width_mm)) return roll;
    return std::nullopt;
}

std::optional<DieCut> die_cut_for(const Roll& roll, double length_mm) {
    for (const auto& one : k_die_cuts)
        if (one.width_mm == roll.width_mm && is_about(length_mm, one.length_mm)) return one;
    return std::nullopt;
}

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

std::string print_information(const Roll& roll, const std::optional<DieCut>& die_cut, int lines) {
    std::string out = "\x1Biz";
    out += die_cut ? '\xCE' : '\xC6';  // valid: kind, width, (length,) quality, recovery
    out += die_cut ? '\x0B' : '\x0A';
    out += static_cast<char>(roll.width_mm);
    out += static_cast<char>(die_cut ? die_cut->length_mm : 0);
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>((lines >> shift) & 0xFF);
    return out + std::string(2, '\0');  // first page; reserved
}

std::string start_of_page(const Roll& roll, const std::optional<DieCut>& die_cut, int lines) {
    std::string out(200, '\0');           // forget whatever was begun before
    out += "\x1B@";                       // initialise
    out += std::string("\x1Bia\x01", 4);  // raster mode
    out += print_information(roll, die_cut, lines);
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
std::string raster_line(const Raster& raster, const Roll& roll, const Window& window, int y) {
    std::string line(k_line_bytes, '\0');
    for (int x = window.left; x < window.right; ++x) {
        if (!raster.ink(x, y)) continue;
        const int pin = roll.first_pin + (roll.printable - 1 - (x - window.left));
        auto& byte = line[static_cast<std::size_t>(pin / 8)];
        byte = static_cast<char>(static_cast<unsigned char>(byte) | (0x80U >> (pin % 8)));
    }
    return line;
}

}  // namespace

Result<std::string> to_brother_ql(const Raster& raster) {
    if (raster.dpi != 300) return fail(Fault::unreadable, "Brother QL prints at 300 dpi");
    const auto roll = roll_for(raster.width * 25.4 / raster.dpi);
    if (!roll) return fail(Fault::unreadable, "Brother QL prints on 62 mm and 29 mm rolls here");
    const auto die_cut = die_cut_for(*roll, raster.height * 25.4 / raster.dpi);
    const int spare = std::max(0, raster.width - roll->printable);
    const int top = die_cut ? (raster.height - die_cut->lines) / 2 : k_margin_lines;
    const Window window{.left = spare / 2,
                        .right = std::min(raster.width, spare / 2 + roll->printable),
                        .top = top,
                        .bottom = die_cut ? top + die_cut->lines : raster.height - k_margin_lines};
    if (window.bottom <= window.top) return fail(Fault::unreadable, "the label is too short for Brother QL");
    if (has_ink_outside(raster, window))
        return fail(Fault::unreadable, "the design has ink where a Brother QL cannot print");

    std::string out = start_of_page(*roll, die_cut, window.bottom - window.top);
    for (int y = window.top; y < window.bottom; ++y) {
        out += 'g';
        out += '\0';
        out += static_cast<char>(k_line_bytes);
        out += raster_line(raster, *roll, window, y);
    }
    return out + '\x1A';
}

}  // namespace welcome::printing
