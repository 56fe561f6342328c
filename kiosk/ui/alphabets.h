#pragma once
// The letters of each language's on-screen keyboard: in the order that children learn, in the order of its
// typewriters, and what hides behind a letter that is held. Pure tables.

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::kiosk::ui {

struct Alphabet {
    std::string_view ordered;
    std::array<std::string_view, 3> typewriter;  // its rows, from the side where one begins to read
    std::string_view accents;                    // a page of its own; empty: none
    bool latin = true;                           // needs no way to Latin letters
    bool from_right = false;
    bool has_capitals = true;
    bool is_sounds = false;         // of characters that are chosen for them
    std::string_view name = "abc";  // on the key that leads back to it
};

// Languages without letters of their own on these keys (Chinese) get plain Latin ones.
const Alphabet& alphabet_of(std::string_view language);

// What a held key offers, the language's own letters first: "n" gives "ñ" first in Spanish. At most 18.
std::vector<std::string> variants_of(std::string_view letter, std::string_view language);

// One letter, as Shift makes it: a capital, or Korean's doubled consonant.
std::string shifted_letter(std::string_view letter);

}  // namespace welcome::kiosk::ui
