#pragma once
// What the label on a headset says to a scanner: which thing it is, and nothing else. Only a volunteer's
// screen answers to it. Pure; any thread.

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/event/facts_items.h"

namespace welcome::kiosk::event {

// "WTI:" + the id in 32 capital digits: what a QR code holds without small letters.
std::string write_item_code(const ItemId& item);
// Nothing where it is no item's code.
std::optional<ItemId> read_item_code(std::string_view scanned);

}  // namespace welcome::kiosk::event
