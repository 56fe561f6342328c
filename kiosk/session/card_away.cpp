#include "kiosk/session/card_away.h"

namespace welcome::kiosk::session {

bool card_is_here(const EventFolder& folder) {
    std::error_code none;
    return std::filesystem::exists(folder.card_picture(), none) ||
           std::filesystem::exists(folder.card_text(), none);
}

sync::Result<void> put_card_away(const EventFolder& folder) {
    for (const auto& file : {folder.card_picture(), folder.card_text()}) {
        std::error_code error;
        std::filesystem::remove(file, error);
        if (error) return sync::fail(sync::Fault::disk_failed, file.string() + ": " + error.message());
    }
    return {};
}

}  // namespace welcome::kiosk::session
