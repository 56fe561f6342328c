#include "kiosk/event/badge_code.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_mark = "WTP:";

}  // namespace

std::string write_badge_code(const PersonId& person) {
    return std::string(k_mark) + person.capital_hex();
}

std::optional<PersonId> read_badge_code(std::string_view scanned) {
    if (!scanned.starts_with(k_mark)) return std::nullopt;
    const auto id = sync::Uuid::parse_hex(scanned.substr(k_mark.size()));
    return id ? std::optional(PersonId(*id)) : std::nullopt;
}

}  // namespace welcome::kiosk::event
