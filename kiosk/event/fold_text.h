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

// Whether some of it is in a script that leaves most vowels out: Arabic, Hebrew.
bool writes_consonants(std::string_view text);

// Of one word of folded text: its consonants; a vowel that it begins with stays, as `a`. "mohamed" → "mhmd".
std::string consonants_of(std::string_view folded_word);

}  // namespace welcome::kiosk::event
