#define ZX_USE_UTF8 1
#include "kiosk/scan/decoder.h"

#include <ZXing/ReadBarcode.h>

#include "kiosk/scan/passes.h"

namespace welcome::kiosk::scan {

namespace {

constexpr int k_further_passes = 6;

std::optional<std::string> bounded(std::string text) {
    if (text.empty() || text.size() > k_longest_text) return std::nullopt;
    return text;
}

std::optional<std::string> zxing(const Frame& frame) {
    if (frame.empty()) return std::nullopt;
    const ZXing::ImageView view(frame.grey.data(), frame.width, frame.height, ZXing::ImageFormat::Lum);
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::Aztec |
                     ZXing::BarcodeFormat::DataMatrix | ZXing::BarcodeFormat::PDF417 |
                     ZXing::BarcodeFormat::Code128);
    hints.setTryHarder(true).setTryRotate(true);
    try {
        const auto result = ZXing::ReadBarcode(view, hints);
        if (result.isValid()) return bounded(result.text());
    } catch (const std::exception&) {  // ZXing's border: a picture that it chokes on shows no code.
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> Decoder::zxing_alone(const Frame& frame) const {
    return zxing(frame);
}

std::optional<std::string> Decoder::zbar_alone(const Frame& frame) {
    auto text = zbar_.read(frame);
    return text ? bounded(std::move(*text)) : std::nullopt;
}

std::optional<std::string> Decoder::further_pass(const Frame& frame, int pass) {
    switch (pass) {
        case 0:
            return zbar_alone(frame);
        case 1:
            return zxing(half_size(frame));
        case 2:
            return zxing(inverted(frame));
        case 3:
            return zxing(local_contrast(frame));
        case 4:
            return zxing(double_size_of_middle(frame));
        default:
            return zxing(sharpened(frame));
    }
}

std::optional<std::string> Decoder::decode(const Frame& frame) {
    if (auto text = zxing(frame)) return text;
    const int pass = next_pass_;
    next_pass_ = (next_pass_ + 1) % k_further_passes;
    return further_pass(frame, pass);
}

std::optional<std::string> Decoder::decode_thoroughly(const Frame& frame) {
    if (auto text = zxing(frame)) return text;
    for (int pass = 0; pass < k_further_passes; ++pass) {
        if (auto text = further_pass(frame, pass)) return text;
    }
    return std::nullopt;
}

}  // namespace welcome::kiosk::scan
