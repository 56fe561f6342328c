#pragma once
// Ids that two tablets make alike from the same file. Pure; any thread.

#include <string>
#include <string_view>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::roster {

// BLAKE2b keyed with the event, cut to 16 bytes: the same row is another person at another event.
event::PersonId person_of(const sync::EventId& event, std::string_view source_key);
event::HouseholdId household_of(const sync::EventId& event, std::string_view household_key);

// A key for a row that brings none, from what it says of the person; names are case folded.
std::string key_of_words(const event::PersonFields& fields);

}  // namespace welcome::kiosk::roster
