#pragma once
// What a badge's code says: which person of this event wears it, and nothing else. Only a volunteer's screen
// answers to it; a guest's takes it for a ticket that nobody has. Pure; any thread.

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

// "WTP:" + the id in 32 capital digits: what a QR code holds without small letters.
std::string write_badge_code(const PersonId& person);
// Nothing where it is no badge's code.
std::optional<PersonId> read_badge_code(std::string_view scanned);

}  // namespace welcome::kiosk::event
