#include "kiosk/event/card_code.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_mark = "WTN:";

}  // namespace

std::string write_card_code(int number, std::string_view secret) {
    return std::string(k_mark).append(std::to_string(number)).append(":").append(secret);
}

std::string_view read_card_number(std::string_view scanned) {
    if (!scanned.starts_with(k_mark)) return {};
    scanned.remove_prefix(k_mark.size());
    return scanned.substr(0, scanned.find(':'));
}

}  // namespace welcome::kiosk::event
