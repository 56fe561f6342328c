#include "printing/qr.h"

#include <algorithm>
#include <memory>
#include <qrencode.h>

#include "printing/languages.h"

namespace welcome::printing {
namespace {

struct FreeInput {
    void operator()(QRinput* input) const { QRinput_free(input); }
};
struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

bool is_alphanumeric(std::string_view text) {
    return text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") == std::string_view::npos;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) { return (letter & 0x80) == 0; });
}

QRecLevel level_of(Correction correction) {
    switch (correction) {
        case Correction::low:
            return QR_ECLEVEL_L;
        case Correction::medium:
            return QR_ECLEVEL_M;
        case Correction::quartile:
            return QR_ECLEVEL_Q;
        case Correction::high:
            return QR_ECLEVEL_H;
    }
    return QR_ECLEVEL_M;
}

}  // namespace

Result<QrMatrix> encode_qr(std::string_view text, Correction correction) {
    if (text.empty()) return fail(Fault::unreadable, "a QR code needs a text");
    if (text.size() > 4'296) return fail(Fault::unreadable, "the text is too long for a QR code");
    const std::unique_ptr<QRinput, FreeInput> input(QRinput_new2(0, level_of(correction)));
    // Without this word some readers take UTF-8 for Shift JIS.
    constexpr unsigned utf8 = 26;
    if (input && !is_ascii(text)) QRinput_appendECIheader(input.get(), utf8);
    const auto mode = is_alphanumeric(text) ? QR_MODE_AN : QR_MODE_8;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    if (!input || QRinput_append(input.get(), mode, static_cast<int>(text.size()), bytes) != 0)
        return fail(Fault::unreadable, "the text cannot be made a QR code");
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeInput(input.get()));
    if (!code) return fail(Fault::unreadable, "the text is too long for a QR code");

    QrMatrix matrix{.size = code->width, .modules = {}};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    matrix.modules.resize(count);
    std::transform(code->data, code->data + count, matrix.modules.begin(),
                   [](unsigned char module) { return static_cast<std::uint8_t>(module & 1U); });
    return matrix;
}

Result<Raster> qr_raster(std::string_view text, int pixels_per_module, Correction correction) {
    if (pixels_per_module < 1 || pixels_per_module > 100)
        return fail(Fault::unreadable, "a QR module is 1 to 100 pixels wide");
    const auto matrix = encode_qr(text, correction);
    if (!matrix) return tl::unexpected(matrix.error());
    const int side = (matrix->size + 2 * k_quiet_zone) * pixels_per_module;
    Raster raster{.width = side, .height = side, .dpi = 300, .pixels = {}};
    raster.pixels.assign(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 255);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / pixels_per_module - k_quiet_zone;
            const int row = y / pixels_per_module - k_quiet_zone;
            const bool inside = column >= 0 && row >= 0 && column < matrix->size && row < matrix->size;
            if (inside && matrix->dark(column, row))
                raster.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                              static_cast<std::size_t>(x)] = 0;
        }
    }
    return raster;
}

Result<std::string> qr_png(std::string_view text, int pixels_per_module, Correction correction) {
    return qr_raster(text, pixels_per_module, correction).and_then([](const Raster& raster) {
        return to_png(raster);
    });
}

}  // namespace welcome::printing
