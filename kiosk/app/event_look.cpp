#include "kiosk/app/event_look.h"

#include <charconv>
#include <optional>
#include <sodium.h>
#include <spdlog/spdlog.h>
#include <vector>

#include "kiosk/ui/platform/pixels.h"

namespace welcome::kiosk::app {

namespace {

// "#7A1FA2"
std::optional<ui::Color> read_colour(const std::string& text) {
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    std::uint32_t value = 0;
    const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return ui::rgb(value);
}

std::optional<std::string> from_base64(const std::string& text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

}  // namespace

EventLook::~EventLook() {
    forget_logo();
}

void EventLook::forget_logo() {
    if (logo_.texture) renderer_.release(logo_.texture);
    logo_ = {};
}

bool EventLook::follow(const event::EventOpened& event) {
    if (event.colour == colour_ && event.logo == picture_) return false;
    colour_ = event.colour;
    if (event.logo != picture_) {
        picture_ = event.logo;
        forget_logo();
        const auto bytes = picture_.empty() ? std::nullopt : from_base64(picture_);
        if (bytes) {
            if (const auto pixels = ui::read_picture_bytes(*bytes)) {
                logo_ = {.texture = renderer_.upload_image(*pixels),
                         .width = static_cast<float>(pixels->width),
                         .height = static_cast<float>(pixels->height)};
            } else {
                spdlog::warn("the event's logo cannot be shown: {}", pixels.error().detail);
            }
        }
    }
    return true;
}

ui::Theme EventLook::theme(ui::Density density, ui::Contrast contrast) const {
    const auto theme = ui::make_theme(density, contrast);
    const auto colour = read_colour(colour_);
    return colour && contrast == ui::Contrast::normal ? ui::with_accent(theme, *colour) : theme;
}

}  // namespace welcome::kiosk::app
