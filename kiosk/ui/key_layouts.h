#pragma once
// Which keys each on-screen keyboard has: pure tables, no drawing.

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/interaction.h"
#include "kiosk/ui/pinyin.h"
#include "kiosk/ui/widgets.h"

namespace welcome::kiosk::ui {

struct KeyFace {
    std::string id = {};     // "key.a", "key.n_tilde", "key.backspace"
    std::string shows = {};  // on the key; empty for icons
    ScreenKey does = {};
    Icon icon = Icon::none;
    float weight = 1;
    bool strong = false;  // Done
};
using KeyRow = std::vector<KeyFace>;

struct KeyboardSpec {
    KeyboardLayout layout = KeyboardLayout::abc;
    KeyDeed page = KeyDeed::letters;
    bool shifted = false;
    bool wide = true;         // landscape: fewer, longer rows
    std::size_t most = 11;    // keys that fit into a row
    bool low = false;         // a glass with room for four rows and no more
    bool email = false;       // @ and endings
    bool phone = false;       // + and signs among the digits
    bool latin = false;       // Latin letters although the language has its own
    bool typewriter = false;  // letters in a typewriter's order, where that fits
    std::string language = "en";
    std::string space_word, done_word;  // shown on those keys
};

// "key.a", "key.n_tilde", "key.at" or "key.uxxxx": the UTF-8 bytes in hexadecimal.
std::string key_id(std::string_view character);
// The variants of a held letter, in rows of at most six; ids are "held.a_acute".
std::vector<KeyRow> held_rows(std::string_view letter, const KeyboardSpec& spec);
std::vector<KeyRow> key_rows(const KeyboardSpec& spec);
// What sounds may be, as many as fit from the part that was turned to; ids are "choice.1" …
KeyRow choice_row(const std::vector<Conversion>& found, std::size_t sounds, std::size_t most,
                  std::size_t part);
struct KeyRoom {
    std::size_t columns = 10, rows = 5;  // of keys of the least size
};
// The same keys in more rows where they would be too narrow; an alphabet that then needs too many rows in
// parts, with a key that leads on to the next one.
std::vector<KeyRow> fitted(std::vector<KeyRow> rows, const KeyRoom& room, std::size_t part);

}  // namespace welcome::kiosk::ui
