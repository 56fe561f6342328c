#include "kiosk/scan/zbar_reader.h"

#include <zbar.h>

namespace welcome::kiosk::scan {

namespace {

struct EndScanner {
    void operator()(zbar::zbar_image_scanner_t* scanner) const { zbar::zbar_image_scanner_destroy(scanner); }
};
struct EndImage {
    void operator()(zbar::zbar_image_t* image) const { zbar::zbar_image_destroy(image); }
};

}  // namespace

struct ZbarReader::Inside {
    std::unique_ptr<zbar::zbar_image_scanner_t, EndScanner> scanner{zbar::zbar_image_scanner_create()};

    Inside() {
        zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
        zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    }
};

ZbarReader::ZbarReader() : inside_(std::make_unique<Inside>()) {}
ZbarReader::~ZbarReader() = default;
ZbarReader::ZbarReader(ZbarReader&&) noexcept = default;
ZbarReader& ZbarReader::operator=(ZbarReader&&) noexcept = default;

std::optional<std::string> ZbarReader::read(const Frame& frame) {
    if (frame.empty()) return std::nullopt;
    const std::unique_ptr<zbar::zbar_image_t, EndImage> image(zbar::zbar_image_create());
    constexpr unsigned long grey = 'Y' | '8' << 8U | '0' << 16U | '0' << 24U;
    zbar::zbar_image_set_format(image.get(), grey);
    zbar::zbar_image_set_size(image.get(), static_cast<unsigned>(frame.width),
                              static_cast<unsigned>(frame.height));
    zbar::zbar_image_set_data(image.get(), frame.grey.data(), frame.grey.size(), nullptr);
    if (zbar::zbar_scan_image(inside_->scanner.get(), image.get()) <= 0) return std::nullopt;
    const auto* symbol = zbar::zbar_image_first_symbol(image.get());
    if (!symbol) return std::nullopt;
    return std::string(zbar::zbar_symbol_get_data(symbol), zbar::zbar_symbol_get_data_length(symbol));
}

}  // namespace welcome::kiosk::scan
