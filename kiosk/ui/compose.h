#pragma once
// What a typed character becomes together with the one before the caret: Korean's letters build syllables,
// tones go onto their vowels. Pure; UTF-8, composed form (NFC).

#include <optional>
#include <string>
#include <string_view>

namespace welcome::kiosk::ui {

// Instead of `before` and `typed`: the text that both make. Nothing: `typed` stands by itself.
std::optional<std::string> composed(std::string_view before, std::string_view typed);

// A Korean syllable without its last letter, "한" → "하" → "ㅎ"; nothing where there is no letter to spare.
std::optional<std::string> without_last_letter(std::string_view syllable);

// Tones and other marks that are nothing by themselves.
bool is_mark(std::string_view character);

}  // namespace welcome::kiosk::ui
