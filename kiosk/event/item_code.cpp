#include "kiosk/event/item_code.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_mark = "WTI:";

}  // namespace

std::string write_item_code(const ItemId& item) {
    return std::string(k_mark) + item.capital_hex();
}

std::optional<ItemId> read_item_code(std::string_view scanned) {
    if (!scanned.starts_with(k_mark)) return std::nullopt;
    const auto id = sync::Uuid::parse_hex(scanned.substr(k_mark.size()));
    return id ? std::optional(ItemId(*id)) : std::nullopt;
}

}  // namespace welcome::kiosk::event
