#define ZX_USE_UTF8 1
#include "kiosk/scan/decoder.h"

#include <ZXing/ReadBarcode.h>

#include "kiosk/scan/passes.h"

namespace welcome::kiosk::scan {

namespace {

using Kinds = ZXing::BarcodeFormats;
using Kind = ZXing::BarcodeFormat;

constexpr int k_further_passes = 7;

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

}  // namespace

std::optional<std::string> Decoder::zxing_alone(const Frame& frame) const {
    return zxing(frame, every_kind());
}

std::optional<std::string> Decoder::zbar_alone(const Frame& frame) {
    auto text = zbar_.read(frame);
    return text ? bounded(std::move(*text)) : std::nullopt;
}

// The likeliest first, the slowest last.
std::optional<std::string> Decoder::further_pass(const Frame& frame, int pass) {
    switch (pass) {
        case 0:
            return zxing(inverted(frame), Kind::QRCode);
        case 1:
            return zxing(half_size(frame), Kind::QRCode);
        case 2:
            return zxing(frame, other_kinds());
        case 3:
            return zxing(local_contrast(frame), Kind::QRCode);
        case 4:
            return zxing(double_size_of_middle(frame), Kind::QRCode);
        case 5:
            return zxing(sharpened(frame), Kind::QRCode);
        default:
            return zbar_alone(frame);
    }
}

std::optional<std::string> Decoder::decode(const Frame& frame) {
    if (auto text = zxing(frame, Kind::QRCode)) return text;
    const int pass = next_pass_;
    next_pass_ = (next_pass_ + 1) % k_further_passes;
    return further_pass(frame, pass);
}

std::optional<std::string> Decoder::decode_thoroughly(const Frame& frame) {
    if (auto text = zxing(frame, every_kind())) return text;
    for (int pass = 0; pass < k_further_passes; ++pass) {
        if (auto text = further_pass(frame, pass)) return text;
    }
    return std::nullopt;
}

}  // namespace welcome::kiosk::scan
