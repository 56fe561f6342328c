#pragma once
// What a speaker's ticket says to a scanner: whose turn it is, and nothing else. Only a volunteer's screen
// answers to it. Pure; any thread.

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

// "WTQ:" + the id in 32 capital digits: what a QR code holds without small letters.
std::string write_speech_code(const SpeechId& speech);
// Nothing where it is no speaker's ticket.
std::optional<SpeechId> read_speech_code(std::string_view scanned);

}  // namespace welcome::kiosk::event
