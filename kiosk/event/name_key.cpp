#include "kiosk/event/name_key.h"

#include <algorithm>
#include <array>

#include "kiosk/event/fold_text.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::array<std::string_view, 38> k_small_words = {
    "de",  "del", "dela", "la",  "las", "los", "da",    "do", "dos", "das", "di",  "du",   "le",
    "van", "von", "der",  "den", "ter", "ten", "al",    "el", "bin", "ibn", "ben", "bint", "abu",
    "mc",  "mac", "o",    "d",   "st",  "san", "santa", "ap", "af",  "zu",  "e",   "y"};

bool is_small(std::string_view word) {
    return std::find(k_small_words.begin(), k_small_words.end(), word) != k_small_words.end();
}

}  // namespace

NameKey name_key(std::string_view name) {
    NameKey key;
    std::string small;
    for (const auto& word : words_of(folded(name))) {
        key.joined += word;
        if (is_small(word)) {
            small += word;
            continue;
        }
        key.units.push_back({small + word, word});
        small.clear();
    }
    if (!small.empty()) key.units.push_back({small, small});  // "O", "Al" on their own
    return key;
}

}  // namespace welcome::kiosk::event
