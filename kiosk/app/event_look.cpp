#include "kiosk/app/event_look.h"

#include <spdlog/spdlog.h>

#include "kiosk/event/typed_text.h"
#include "kiosk/ui/platform/pixels.h"
#include "sync/base64.h"

namespace welcome::kiosk::app {

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
        const auto bytes = sync::from_base64(picture_, sync::Base64::usual);
        if (bytes && !bytes->empty()) {
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
    const auto colour = event::read_colour(colour_);
    return colour && contrast == ui::Contrast::normal ? ui::with_accent(theme, ui::rgb(*colour)) : theme;
}

}  // namespace welcome::kiosk::app
