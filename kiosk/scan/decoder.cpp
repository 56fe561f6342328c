#define ZX_USE_UTF8 1
#include "kiosk/scan/decoder.h"

#include <ZXing/ReadBarcode.h>
#include <array>

#include "kiosk/scan/passes.h"

namespace welcome::kiosk::scan {

namespace {

using Kinds = ZXing::BarcodeFormats;
using Kind = ZXing::BarcodeFormat;

// Invitations are QR codes; the others stand on membership cards and other sellers' tickets. No PDF417: it is
// what a driver's licence bears, and nobody shall be asked who they are by what they happen to hold.
Kinds other_kinds() {
    return Kind::Aztec | Kind::DataMatrix | Kind::Code128;
}
Kinds every_kind() {
    return other_kinds() | Kind::QRCode;
}

std::optional<std::string> bounded(std::string text) {
    if (text.empty() || text.size() > k_longest_text) return std::nullopt;
    return text;
}

std::optional<std::string> zxing(const Frame& frame, Kinds kinds) {
    if (frame.empty()) return std::nullopt;
    const ZXing::ImageView view(frame.grey.data(), frame.width, frame.height, ZXing::ImageFormat::Lum);
    ZXing::DecodeHints hints;
    // Only stripes need the picture turned; a QR code is read in any position.
    hints.setFormats(kinds).setTryHarder(true).setTryRotate(kinds.testFlag(Kind::Code128));
    try {
        const auto result = ZXing::ReadBarcode(view, hints);
        if (result.isValid()) return bounded(result.text());
    } catch (const std::exception&) {  // ZXing's border: a picture that it chokes on shows no code.
    }
    return std::nullopt;
}

std::optional<std::string> plain(const Frame& frame) {
    return zxing(frame, Kind::QRCode);
}

// What else can be done with a picture that the plain pass does not read; the likeliest first.
using Pass = std::optional<std::string> (*)(const Frame&);
std::optional<std::string> light_on_dark(const Frame& frame) {
    return plain(inverted(frame));
}
std::optional<std::string> small(const Frame& frame) {
    return plain(half_size(frame));
}
std::optional<std::string> another_kind(const Frame& frame) {
    return zxing(frame, other_kinds());
}
std::optional<std::string> in_shadow(const Frame& frame) {
    return plain(local_contrast(frame));
}
std::optional<std::string> far_away(const Frame& frame) {
    return plain(double_size_of_middle(frame));
}
std::optional<std::string> out_of_focus(const Frame& frame) {
    return plain(sharpened(frame));
}
std::optional<std::string> in_grain(const Frame& frame) {
    return plain(sharpened(softened(frame)));
}
constexpr std::array<Pass, 6> k_further{light_on_dark, small,    another_kind,
                                        in_shadow,     far_away, out_of_focus};
constexpr std::array<Pass, 3> k_further_in_grain{light_on_dark, another_kind, in_shadow};

}  // namespace

std::optional<std::string> Decoder::zxing_alone(const Frame& frame) const {
    return zxing(frame, every_kind());
}

std::optional<std::string> Decoder::zbar_alone(const Frame& frame) {
    auto text = zbar_.read(frame);
    return text ? bounded(std::move(*text)) : std::nullopt;
}

// ZBar takes as long as all else on a frame, so it has one to itself, every second time round.
std::optional<std::string> Decoder::decode_clear(const Frame& frame) {
    const auto turn = clear_turn_++ % (2 * k_further.size() + 1);
    if (turn == 2 * k_further.size()) return zbar_alone(frame);
    if (auto text = plain(frame)) return text;
    return k_further.at(turn % k_further.size())(frame);
}

std::optional<std::string> Decoder::decode_grainy(const Frame& frame) {
    const auto turn = grainy_turn_++;
    if (turn % 3 == 0) return plain(frame);
    if (turn % 3 == 1) return in_grain(frame);
    const auto half = half_size(frame);
    const auto further = turn / 3 % (k_further_in_grain.size() + 1);
    if (further == k_further_in_grain.size()) return zbar_alone(half);
    if (auto text = plain(half)) return text;
    return k_further_in_grain.at(further)(half);
}

std::optional<std::string> Decoder::decode(const Frame& frame) {
    return is_grainy(frame) ? decode_grainy(frame) : decode_clear(frame);
}

std::optional<std::string> Decoder::decode_thoroughly(const Frame& frame) {
    if (auto text = zxing(frame, every_kind())) return text;
    for (const auto pass : k_further) {
        if (auto text = pass(frame)) return text;
    }
    if (auto text = in_grain(frame)) return text;
    return zbar_alone(frame);
}

}  // namespace welcome::kiosk::scan
