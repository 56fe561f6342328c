#pragma once
// Words on the wire back to enumerators. False where a word is unknown and has no safe reading here;
// see words.cpp for those that have one. The other way round is text_of in facts.h.

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

bool read_word(std::string_view word, AgeBand& band);
bool read_word(std::string_view word, StaffRole& role);
bool read_word(std::string_view word, Channel& channel);
bool read_word(std::string_view word, CheckInMethod& how);
bool read_word(std::string_view word, Need& need);
bool read_word(std::string_view word, SpeechKind& kind);
bool read_word(std::string_view word, GuestRole& role);
bool read_word(std::string_view word, ItemKind& kind);
bool read_word(std::string_view word, Diet& diet);

}  // namespace welcome::kiosk::event
