#pragma once
// The ids and the words that facts are made of. Plain values.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/fact.h"

namespace welcome::kiosk::event {

using sync::FactId;
using sync::Instant;
using PersonId = sync::Id<struct PersonTag>;
using HouseholdId = sync::Id<struct HouseholdTag>;
using StayId = sync::Id<struct StayTag>;
using StaffId = sync::Id<struct StaffTag>;
using SpeechId = sync::Id<struct SpeechTag>;  // one turn at the microphone, or one written question

// Childcare asks for a band, never a birth date (shared/childcare.md).
enum class AgeBand { under_2, from_2_to_3, from_4_to_5, from_6_to_9, from_10_to_13 };
enum class StaffRole { volunteer, childcare, lead };
enum class Channel { text, email, photo };
enum class CheckInMethod { ticket, found, signed_up, staff, command, paper };
enum class GuestRole { none, press, vip };  // no party, no office: who is greeted, and no more
enum class SpeechKind { talk, question };
enum class Need { childcare, interpretation, speaking, food, ride, access };

}  // namespace welcome::kiosk::event
