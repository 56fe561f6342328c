#pragma once
// Codes that only name a thing of this event: a mark and the id in 32 capital digits, which a QR code holds
// without small letters. They say nothing else and open nothing; only a volunteer's screen answers to them,
// and a guest's takes them for a ticket that nobody has. Readers give nothing where it is another code. Pure;
// any thread.

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

// "WTP:", on a badge: who wears it.
std::string write_badge_code(const PersonId& person);
std::optional<PersonId> read_badge_code(std::string_view scanned);

// "WTI:", on a headset: which one it is.
std::string write_item_code(const ItemId& item);
std::optional<ItemId> read_item_code(std::string_view scanned);

// "WTQ:", on a speaker's ticket: whose turn it is.
std::string write_speech_code(const SpeechId& speech);
std::optional<SpeechId> read_speech_code(std::string_view scanned);

// "WTK:", on a child's label: who wears it. The claim is a signed code of its own (claim_code.h).
std::string write_child_code(const StayId& stay);
std::optional<StayId> read_child_code(std::string_view scanned);

}  // namespace welcome::kiosk::event
