#include "kiosk/event/badge_code.h"

#include <algorithm>

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_mark = "WTP:";
constexpr char k_to_small = 'a' - 'A';

}  // namespace

std::string write_badge_code(const PersonId& person) {
    std::string digits = person.text();
    std::transform(digits.begin(), digits.end(), digits.begin(), [](char digit) {
        return digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - k_to_small) : digit;
    });
    return std::string(k_mark) + digits;
}

std::optional<PersonId> read_badge_code(std::string_view scanned) {
    if (!scanned.starts_with(k_mark)) return std::nullopt;
    return PersonId::parse(scanned.substr(k_mark.size()));
}

}  // namespace welcome::kiosk::event
