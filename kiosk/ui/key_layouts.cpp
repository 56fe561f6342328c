#include "kiosk/ui/key_layouts.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "kiosk/ui/text.h"

namespace welcome::kiosk::ui {

namespace {

using Named = std::pair<std::string_view, std::string_view>;
constexpr std::array<Named, 35> k_named{{
    {"á", "a_acute"},      {"é", "e_acute"},      {"í", "i_acute"},
    {"ó", "o_acute"},      {"ú", "u_acute"},      {"ñ", "n_tilde"},
    {"ü", "u_diaeresis"},  {"ã", "a_tilde"},      {"õ", "o_tilde"},
    {"ç", "c_cedilla"},    {"â", "a_circumflex"}, {"ê", "e_circumflex"},
    {"ô", "o_circumflex"}, {"à", "a_grave"},      {"è", "e_grave"},
    {"ò", "o_grave"},      {"@", "at"},           {".", "dot"},
    {"-", "dash"},         {"_", "underscore"},   {"'", "apostrophe"},
    {",", "comma"},        {"+", "plus"},         {"(", "open"},
    {")", "close"},        {"/", "slash"},        {"?", "question"},
    {"!", "exclamation"},  {"&", "ampersand"},    {"#", "number"},
    {":", "colon"},        {".com", "dot_com"},   {"@gmail.com", "at_gmail"},
    {"î", "i_circumflex"}, {"û", "u_circumflex"},
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

// Capital of Latin letters, also of the accented ones on these keys (two bytes, U+00E0 … U+00FE).
std::string capital(std::string letter) {
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') {
        letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    } else if (letter.size() == 2 && letter[0] == '\xC3' && static_cast<unsigned char>(letter[1]) >= 0xA0) {
        letter[1] = static_cast<char>(static_cast<unsigned char>(letter[1]) - 0x20);
    }
    return letter;
}

KeyFace letter_key(const std::string& letter, bool shifted) {
    const std::string typed = shifted ? capital(letter) : letter;
    return {key_id(letter), typed, {KeyDeed::type, typed}};
}

KeyRow keys_of(std::string_view letters, bool shifted) {
    KeyRow row;
    for (const std::string& letter : characters(letters)) row.push_back(letter_key(letter, shifted));
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

std::string_view alphabet(std::string_view language) {
    if (language.starts_with("es")) return "abcdefghijklmnñopqrstuvwxyz";
    if (language.starts_with("ar")) return "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةى";
    if (language.starts_with("ru")) return "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    return "abcdefghijklmnopqrstuvwxyz'";
}

std::string_view accents(std::string_view language) {
    if (language.starts_with("pt")) return "áâãàçéêíóôõúü'";
    if (language.starts_with("fr") || language.starts_with("ht")) return "àâçéèêîôòûü'";
    if (language.starts_with("ar") || language.starts_with("ru")) return "abcdefghijklmnopqrstuvwxyz'";
    return "áéíóúñü'";
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

KeyRow last_row(const KeyboardSpec& spec) {
    KeyRow row;
    const bool letters = spec.page == KeyDeed::letters;
    if (letters || spec.page == KeyDeed::accents) row.push_back(shift());
    row.push_back(letters ? KeyFace{"key.signs", "123", {KeyDeed::signs, ""}, Icon::none, 1.2F}
                          : KeyFace{"key.letters", "abc", {KeyDeed::letters, ""}, Icon::none, 1.2F});
    if (spec.page == KeyDeed::accents) {
        row.push_back({"key.signs", "123", {KeyDeed::signs, ""}, Icon::none, 1.1F});
    } else {
        const std::string shows =
            spec.language.starts_with("ar") || spec.language.starts_with("ru") ? "abc" : "áñ";
        row.push_back({"key.accents", shows, {KeyDeed::accents, ""}, Icon::none, 1.1F});
    }
    if (spec.email && spec.wide) row.push_back(letter_key("@", false));
    const float space_weight = !spec.wide ? 1.3F : spec.email ? 1.6F : 2.6F;
    row.push_back({"key.space",
                   spec.wide ? spec.space_word : "",
                   {KeyDeed::type, " "},
                   spec.wide ? Icon::none : Icon::space_bar,
                   space_weight});
    if (spec.email && spec.wide) row.push_back(letter_key(".", false));
    row.push_back(backspace(1.1F));
    row.push_back(done(spec, spec.wide ? 2 : 1.6F));
    return row;
}

KeyRow email_row(bool wide) {
    if (!wide) {
        return {letter_key("@", false),
                letter_key(".", false),
                {"key.at_gmail", "@gmail.com", {KeyDeed::type, "@gmail.com"}, Icon::none, 2.8F},
                {"key.dot_com", ".com", {KeyDeed::type, ".com"}, Icon::none, 1.5F}};
    }
    return {{"key.at_gmail", "@gmail.com", {KeyDeed::type, "@gmail.com"}, Icon::none, 2},
            {"key.dot_com", ".com", {KeyDeed::type, ".com"}, Icon::none, 1.2F},
            letter_key("_", false),
            letter_key("-", false)};
}

std::vector<KeyRow> letter_rows(const KeyboardSpec& spec) {
    const std::size_t columns = spec.wide ? 9 : 7;
    if (spec.page == KeyDeed::signs) {
        auto rows = in_rows(keys_of("1234567890", false), spec.wide ? 10 : 5);
        for (KeyRow& row :
             in_rows(keys_of(spec.wide ? ".,-'@_+()/" : ".,-'@_+()/?!", false), spec.wide ? 10 : 6)) {
            rows.push_back(std::move(row));
        }
        return rows;
    }
    if (spec.page == KeyDeed::accents) return in_rows(keys_of(accents(spec.language), spec.shifted), columns);
    if (spec.layout == KeyboardLayout::qwerty && !alphabet(spec.language).starts_with("ا")) {
        return {keys_of("qwertyuiop", spec.shifted),
                keys_of(spec.language.starts_with("es") ? "asdfghjklñ" : "asdfghjkl'", spec.shifted),
                keys_of("zxcvbnm.-", spec.shifted)};
    }
    KeyRow keys = keys_of(alphabet(spec.language), spec.shifted);
    // The last row of seven is filled, so that all keys are alike.
    if (!spec.wide && keys.size() == 27) keys.push_back(letter_key("-", false));
    return in_rows(keys, spec.wide && keys.size() > 27 ? 11 : columns);
}

// In the page like a telephone's; slid in under a wide page in two long rows.
std::vector<KeyRow> digit_rows(const KeyboardSpec& spec) {
    if (spec.wide) {
        KeyRow first = keys_of("12345", false);
        KeyRow second = keys_of("67890", false);
        first.push_back(backspace());
        second.push_back(done(spec, 1));
        return {first, second};
    }
    return {keys_of("123", false),
            keys_of("456", false),
            keys_of("789", false),
            {backspace(), letter_key("0", false), done(spec, 1)}};
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

std::vector<KeyRow> key_rows(const KeyboardSpec& spec) {
    if (spec.layout == KeyboardLayout::digits) return digit_rows(spec);
    std::vector<KeyRow> rows = letter_rows(spec);
    if (spec.email && (spec.page == KeyDeed::signs || !spec.wide)) rows.push_back(email_row(spec.wide));
    rows.push_back(last_row(spec));
    return rows;
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
