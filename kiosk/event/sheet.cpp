#include "kiosk/event/sheet.h"

#include <algorithm>
#include <array>
#include <sodium.h>

#include "kiosk/event/typed_text.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_mark = "WTS:";
constexpr std::size_t k_hex_digits = 32;

std::variant<int, SheetFault> number_in(std::string_view text) {
    const int number = whole_number(text).value_or(0);
    if (number < 1 || number > k_most_sheets) return SheetFault::no_sheet;
    return number;
}

}  // namespace

std::string write_sheet_code(const sync::EventId& event, int number) {
    return std::string(k_mark) + event.capital_hex() + ":" + std::to_string(number);
}

std::variant<int, SheetFault> read_sheet_code(std::string_view text, const sync::EventId& event) {
    if (!text.starts_with(k_mark)) return number_in(text);
    text.remove_prefix(k_mark.size());
    if (text.size() < k_hex_digits + 2 || text[k_hex_digits] != ':') return SheetFault::no_sheet;
    if (text.substr(0, k_hex_digits) != event.capital_hex()) return SheetFault::other_event;
    return number_in(text.substr(k_hex_digits + 1));
}

PersonId person_on_row(const sync::EventId& event, int sheet, int row) {
    const std::string place = "sheet\n" + std::to_string(sheet) + "\n" + std::to_string(row);
    PersonId id;
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(place.data()),
                       place.size(), event.bytes.data(), event.bytes.size());
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

}  // namespace welcome::kiosk::event
