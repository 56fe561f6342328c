#include "kiosk/ui/key_layouts.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "kiosk/ui/alphabets.h"
#include "kiosk/ui/compose.h"
#include "kiosk/ui/text.h"

namespace welcome::kiosk::ui {

namespace {

using Named = std::pair<std::string_view, std::string_view>;
constexpr std::array<Named, 43> k_named{{
    {"á", "a_acute"},
    {"é", "e_acute"},
    {"í", "i_acute"},
    {"ó", "o_acute"},
    {"ú", "u_acute"},
    {"ñ", "n_tilde"},
    {"ü", "u_diaeresis"},
    {"ã", "a_tilde"},
    {"õ", "o_tilde"},
    {"ç", "c_cedilla"},
    {"â", "a_circumflex"},
    {"ê", "e_circumflex"},
    {"ô", "o_circumflex"},
    {"à", "a_grave"},
    {"è", "e_grave"},
    {"ò", "o_grave"},
    {"@", "at"},
    {".", "dot"},
    {"-", "dash"},
    {"_", "underscore"},
    {"'", "apostrophe"},
    {",", "comma"},
    {"+", "plus"},
    {"(", "open"},
    {")", "close"},
    {"/", "slash"},
    {"?", "question"},
    {"!", "exclamation"},
    {"&", "ampersand"},
    {"#", "number"},
    {":", "colon"},
    {".com", "dot_com"},
    {"@gmail.com", "at_gmail"},
    {"î", "i_circumflex"},
    {"û", "u_circumflex"},
    {"ă", "a_breve"},
    {"đ", "d_stroke"},
    {"ơ", "o_horn"},
    {"ư", "u_horn"},
    {"ễ", "e_circumflex_tilde"},
    {"ï", "i_diaeresis"},
    {"œ", "oe"},
    {"æ", "ae"},
}};

std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const std::size_t length = next_character(text, 0);
        found.emplace_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return found;
}

KeyFace plain_key(std::string_view character) {
    return {key_id(character), std::string(character), {KeyDeed::type, std::string(character)}};
}

std::string cased(const std::string& letter, const KeyboardSpec& spec) {
    return spec.shifted ? shifted_letter(letter) : letter;
}

// A mark shows on the ring that fonts have for marks without a letter.
KeyFace letter_key(const std::string& letter, const KeyboardSpec& spec) {
    const std::string typed = cased(letter, spec);
    const bool varies = !spec.email && !variants_of(letter, spec.language).empty();
    return {key_id(letter),
            is_mark(letter) ? "\u25CC" + letter : typed,
            {KeyDeed::type, typed, varies ? letter : ""}};
}

KeyRow keys_of(std::string_view letters, const KeyboardSpec& spec) {
    KeyRow row;
    for (const std::string& letter : characters(letters)) row.push_back(letter_key(letter, spec));
    return row;
}

KeyRow plain_keys(std::string_view text) {
    KeyRow row;
    for (const std::string& character : characters(text)) row.push_back(plain_key(character));
    return row;
}

std::vector<KeyRow> in_rows(const KeyRow& keys, std::size_t columns) {
    std::vector<KeyRow> rows;
    for (std::size_t i = 0; i < keys.size(); i += columns) {
        rows.emplace_back(keys.begin() + static_cast<std::ptrdiff_t>(i),
                          keys.begin() + static_cast<std::ptrdiff_t>(std::min(keys.size(), i + columns)));
    }
    return rows;
}

KeyFace backspace(float weight = 1) {
    return {"key.backspace", "", {KeyDeed::backspace, ""}, Icon::backspace, weight};
}
KeyFace done(const KeyboardSpec& spec, float weight) {
    return {"key.done", spec.done_word, {KeyDeed::done, ""}, Icon::none, weight, true};
}
KeyFace shift(float weight = 1) {
    return {"key.shift", "", {KeyDeed::shift, ""}, Icon::shift, weight};
}

// The language's own letters, or the Latin ones that its keyboard can be switched to.
const Alphabet& letters_of(const KeyboardSpec& spec) {
    return alphabet_of(spec.latin ? "en" : spec.language);
}

std::size_t letter_columns(const KeyboardSpec& spec) {
    const std::size_t in_three = (count_characters(letters_of(spec).ordered) + 2) / 3;
    return std::min(spec.wide ? std::max<std::size_t>(9, in_three) : 7, spec.most);
}

bool typewriter_fits(const KeyboardSpec& spec) {
    const auto& rows = letters_of(spec).typewriter;
    return spec.wide && std::all_of(rows.begin(), rows.end(),
                                    [&](std::string_view row) { return count_characters(row) <= spec.most; });
}

// The other order of letters, shown by its first three.
KeyFace order_key(const KeyboardSpec& spec) {
    const Alphabet& alphabet = letters_of(spec);
    std::string shows;
    for (const std::string& letter :
         characters(spec.typewriter ? alphabet.ordered : alphabet.typewriter.front())) {
        if (count_characters(shows) < 3) shows += letter;
    }
    if (alphabet.from_right && !spec.typewriter) shows = "ضصث";  // Its row is written from the other end.
    return {"key.order", shows, {KeyDeed::order, spec.typewriter ? "ordered" : "typewriter"}};
}

KeyFace ending(std::string id, std::string_view text, float weight) {
    return {std::move(id), std::string(text), {KeyDeed::type, std::string(text)}, Icon::none, weight};
}

KeyRow last_row(const KeyboardSpec& spec) {
    KeyRow row;
    const Alphabet& own = alphabet_of(spec.language);
    const bool letters = spec.page == KeyDeed::letters;
    const bool signs = spec.page == KeyDeed::signs;
    if (!signs && !spec.email && letters_of(spec).has_capitals) row.push_back(shift());
    if (!letters) row.push_back({"key.letters", std::string(letters_of(spec).name), {KeyDeed::letters, ""}});
    if (!signs) row.push_back({"key.signs", "123", {KeyDeed::signs, ""}});
    if (letters && !spec.email && !letters_of(spec).accents.empty())
        row.push_back({"key.accents", "áñ", {KeyDeed::accents, ""}});
    if (!own.latin)
        row.push_back({"key.latin", spec.latin ? std::string(own.name) : "abc", {KeyDeed::latin, ""}});
    if (letters && typewriter_fits(spec)) row.push_back(order_key(spec));
    if (signs) {
        row.push_back({"key.left", "", {KeyDeed::left, ""}, Icon::arrow_back});
        row.push_back({"key.right", "", {KeyDeed::right, ""}, Icon::arrow_forward});
    }
    const bool roomy = spec.most >= 11;
    if (spec.email) {  // An address has no spaces.
        if (spec.wide) row.insert(row.end(), {plain_key("@"), plain_key(".")});
        if (spec.low && !signs) {
            row.push_back(ending("key.at_gmail", "@gmail.com", 2));
            row.push_back(ending("key.dot_com", ".com", 1.2F));
        }
    } else {
        row.push_back({"key.space",
                       spec.wide ? spec.space_word : "",
                       {KeyDeed::type, " "},
                       spec.wide ? Icon::none : Icon::space_bar,
                       !spec.wide ? 1.2F
                       : roomy    ? 2.4F
                                  : 1.6F});
    }
    row.push_back(backspace());
    row.push_back(done(spec, spec.wide && roomy ? 2 : 1.4F));
    return row;
}

// The providers that most families write; one touch instead of ten letters.
std::vector<KeyRow> email_rows(bool wide) {
    KeyRow providers{ending("key.at_gmail", "@gmail.com", 2), ending("key.at_yahoo", "@yahoo.com", 2),
                     ending("key.at_hotmail", "@hotmail.com", 2.2F)};
    if (!wide)
        return {providers,
                {plain_key("@"), plain_key("."), plain_key("-"), ending("key.dot_com", ".com", 1.5F)}};
    providers.push_back(ending("key.at_icloud", "@icloud.com", 2));
    providers.push_back(ending("key.dot_com", ".com", 1.2F));
    return {providers};
}

std::vector<KeyRow> letter_rows(const KeyboardSpec& spec) {
    if (spec.page == KeyDeed::signs) {
        auto rows = in_rows(plain_keys("1234567890"), spec.wide ? 10 : 5);
        for (KeyRow& row :
             in_rows(plain_keys(spec.wide ? ".,-'@_+()/" : ".,-'@_+()/?!"), spec.wide ? 10 : 6)) {
            rows.push_back(std::move(row));
        }
        return rows;
    }
    const Alphabet& alphabet = letters_of(spec);
    if (spec.page == KeyDeed::accents)
        return in_rows(keys_of(alphabet.accents, spec), std::min<std::size_t>(spec.wide ? 9 : 7, spec.most));
    if (spec.typewriter && typewriter_fits(spec)) {
        std::vector<KeyRow> rows;
        for (const std::string_view row : alphabet.typewriter) rows.push_back(keys_of(row, spec));
        return rows;
    }
    KeyRow keys = keys_of(alphabet.ordered, spec);
    const std::size_t columns = letter_columns(spec);
    // The last row of seven is filled, so that all keys are alike.
    if (columns == 7 && keys.size() == 27) keys.push_back(plain_key("-"));
    return in_rows(keys, columns);
}

// In the page like a telephone's; slid in under a wide page in two long rows.
std::vector<KeyRow> digit_rows(const KeyboardSpec& spec) {
    if (spec.wide) {
        KeyRow first = plain_keys(spec.phone ? "12345+" : "12345");
        KeyRow second = plain_keys(spec.phone ? "67890-" : "67890");
        first.push_back(backspace());
        second.push_back(done(spec, 1));
        return {first, second};
    }
    std::vector<KeyRow> rows{plain_keys("123"), plain_keys("456"), plain_keys("789")};
    if (spec.phone) {
        rows.push_back({plain_key("+"), plain_key("0"), backspace()});
        rows.push_back({done(spec, 1)});
    } else {
        rows.push_back({backspace(), plain_key("0"), done(spec, 1)});
    }
    return rows;
}

// Letters and digits of codes together, in capitals; no page to turn.
std::vector<KeyRow> code_rows(const KeyboardSpec& spec) {
    KeyboardSpec capitals = spec;
    capitals.language = "en";
    capitals.shifted = true;
    auto rows = in_rows(plain_keys("1234567890"), spec.wide ? 10 : 5);
    for (KeyRow& row : in_rows(keys_of("abcdefghijklmnopqrstuvwxyz", capitals), spec.wide ? 9 : 7)) {
        for (KeyFace& key : row) key.does.letter.clear();
        rows.push_back(std::move(row));
    }
    rows.push_back({backspace(), done(spec, 2)});
    return rows;
}

}  // namespace

std::string key_id(std::string_view character) {
    const auto* named = std::find_if(k_named.begin(), k_named.end(),
                                     [&](const Named& one) { return one.first == character; });
    if (named != k_named.end()) return "key." + std::string(named->second);
    if (character.size() == 1) return "key." + std::string(character);
    std::string id = "key.u";
    for (const char byte : character) {
        std::array<char, 3> hex{};
        std::snprintf(hex.data(), hex.size(), "%02x",
                      static_cast<unsigned>(static_cast<unsigned char>(byte)));
        id += hex.data();
    }
    return id;
}

std::vector<KeyRow> held_rows(std::string_view letter, const KeyboardSpec& spec) {
    KeyRow keys;
    for (const std::string& variant : variants_of(letter, spec.language)) {
        const std::string typed = cased(variant, spec);
        keys.push_back({"held." + key_id(variant).substr(4), typed, {KeyDeed::type, typed}});
    }
    constexpr std::size_t most = 6;
    const std::size_t rows = (keys.size() + most - 1) / most;
    return keys.empty() ? std::vector<KeyRow>{} : in_rows(keys, (keys.size() + rows - 1) / rows);
}

std::vector<KeyRow> key_rows(const KeyboardSpec& spec) {
    if (spec.layout == KeyboardLayout::digits) return digit_rows(spec);
    if (spec.layout == KeyboardLayout::code) return code_rows(spec);
    std::vector<KeyRow> rows = letter_rows(spec);
    if (spec.email && (!spec.low || spec.page == KeyDeed::signs)) {
        for (KeyRow& row : email_rows(spec.wide)) rows.push_back(std::move(row));
    }
    rows.push_back(last_row(spec));
    return rows;
}

KeyRow choice_row(const std::vector<Conversion>& found, std::size_t sounds, std::size_t most,
                  std::size_t part) {
    std::vector<KeyRow> parts(1);
    float width = 0;
    const float room = static_cast<float>(most) - 1;  // the last key turns on
    for (const Conversion& one : found) {
        // A character is as wide as a key of one letter nearly is.
        const float weight = std::max(1.0F, 0.7F * static_cast<float>(count_characters(one.text)));
        if (width + weight > room && !parts.back().empty()) {
            parts.emplace_back();
            width = 0;
        }
        width += weight;
        KeyFace key{"choice." + std::to_string(parts.back().size() + 1), one.text, {KeyDeed::convert}};
        key.does.converted = {sounds, one.letters, one.text};
        key.weight = weight;
        parts.back().push_back(std::move(key));
    }
    KeyRow row = parts[part % parts.size()];
    if (parts.size() > 1) row.push_back({"choice.more", "", {KeyDeed::more_choices, ""}, Icon::more});
    return row;
}

namespace {

float width_of(const KeyRow& row) {
    float width = 0;
    for (const KeyFace& key : row) width += key.weight;
    return width;
}

bool is_letters(const KeyRow& row) {
    return std::all_of(row.begin(), row.end(),
                       [](const KeyFace& key) { return key.weight == 1 && key.does.deed == KeyDeed::type; });
}

// As many as there is room for, from the part that was turned to; the last key turns on.
KeyRow part_of(const KeyRow& keys, std::size_t most, std::size_t part) {
    const std::size_t parts = (keys.size() + most - 1) / most;
    const std::size_t size = (keys.size() + parts - 1) / parts;
    const std::size_t from = part % parts * size;
    KeyRow made(keys.begin() + static_cast<std::ptrdiff_t>(from),
                keys.begin() + static_cast<std::ptrdiff_t>(std::min(keys.size(), from + size)));
    made.push_back({"key.more", "", {KeyDeed::more_letters, ""}, Icon::more});
    return made;
}

// In rows of nearly one length.
void add_evenly(const KeyRow& keys, std::size_t most, std::vector<KeyRow>& to) {
    if (keys.empty()) return;
    const std::size_t count = (keys.size() + most - 1) / most;
    for (auto& row : in_rows(keys, (keys.size() + count - 1) / count)) to.push_back(std::move(row));
}

}  // namespace

std::vector<KeyRow> fitted(std::vector<KeyRow> rows, const KeyRoom& room, std::size_t part) {
    const auto wide = static_cast<float>(room.columns);
    const bool fits =
        rows.size() <= room.rows &&
        std::all_of(rows.begin(), rows.end(), [&](const KeyRow& row) { return width_of(row) <= wide; });
    if (fits) return rows;
    KeyRow letters;
    std::vector<KeyRow> others;
    for (KeyRow& row : rows) {
        if (is_letters(row)) {
            letters.insert(letters.end(), row.begin(), row.end());
        } else if (width_of(row) <= wide) {
            others.push_back(std::move(row));
        } else {
            add_evenly(row, (row.size() + 1) / 2, others);
        }
    }
    const std::size_t most = room.columns * (room.rows - std::min(room.rows - 1, others.size()));
    if (letters.size() > most) letters = part_of(letters, most - 1, part);
    std::vector<KeyRow> made;
    add_evenly(letters, room.columns, made);
    for (KeyRow& row : others) made.push_back(std::move(row));
    return made;
}

}  // namespace welcome::kiosk::ui
