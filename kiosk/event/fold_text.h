#pragma once
// Names as keys for looking up: never shown. NFKC, case folded, any script to Latin, marks dropped.

#include <string>
#include <string_view>
#include <vector>

namespace welcome::kiosk::event {

// "Müller" → "muller", "Иванов" → "ivanov", "李小龍" → "li xiao long". Punctuation becomes a space.
std::string folded(std::string_view text);

// The words of folded text.
std::vector<std::string> words_of(std::string_view folded_text);

}  // namespace welcome::kiosk::event
