#include "kiosk/ui/compose.h"

#include <array>
#include <glib.h>
#include <memory>

namespace welcome::kiosk::ui {

namespace {

// Unicode 15, 3.12: a syllable is 0xAC00 + (lead × 21 + vowel) × 28 + tail.
constexpr char32_t k_first = 0xAC00, k_last = 0xD7A3, k_first_vowel = U'ㅏ', k_last_vowel = U'ㅣ';
constexpr std::u32string_view k_leads = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view k_tails{U"\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ", 28};
constexpr std::size_t k_tail_count = k_tails.size();

struct Pair {
    char32_t first, second, both;
};
constexpr std::array<Pair, 18> k_pairs{{{U'ㅗ', U'ㅏ', U'ㅘ'},
                                        {U'ㅗ', U'ㅐ', U'ㅙ'},
                                        {U'ㅗ', U'ㅣ', U'ㅚ'},
                                        {U'ㅜ', U'ㅓ', U'ㅝ'},
                                        {U'ㅜ', U'ㅔ', U'ㅞ'},
                                        {U'ㅜ', U'ㅣ', U'ㅟ'},
                                        {U'ㅡ', U'ㅣ', U'ㅢ'},
                                        {U'ㄱ', U'ㅅ', U'ㄳ'},
                                        {U'ㄴ', U'ㅈ', U'ㄵ'},
                                        {U'ㄴ', U'ㅎ', U'ㄶ'},
                                        {U'ㄹ', U'ㄱ', U'ㄺ'},
                                        {U'ㄹ', U'ㅁ', U'ㄻ'},
                                        {U'ㄹ', U'ㅂ', U'ㄼ'},
                                        {U'ㄹ', U'ㅅ', U'ㄽ'},
                                        {U'ㄹ', U'ㅌ', U'ㄾ'},
                                        {U'ㄹ', U'ㅍ', U'ㄿ'},
                                        {U'ㄹ', U'ㅎ', U'ㅀ'},
                                        {U'ㅂ', U'ㅅ', U'ㅄ'}}};

const Pair* pair_of(char32_t first, char32_t second) {
    for (const Pair& pair : k_pairs) {
        if (pair.first == first && pair.second == second) return &pair;
    }
    return nullptr;
}

const Pair* parts_of(char32_t both) {
    for (const Pair& pair : k_pairs) {
        if (pair.both == both) return &pair;
    }
    return nullptr;
}

bool is_vowel(char32_t letter) {
    return letter >= k_first_vowel && letter <= k_last_vowel;
}

struct Syllable {
    char32_t lead = 0, vowel = 0, tail = 0;  // letters; no tail: 0
};

std::optional<Syllable> parted(char32_t one) {
    if (one < k_first || one > k_last) return std::nullopt;
    const std::size_t place = one - k_first;
    return Syllable{k_leads[place / k_tail_count / 21],
                    static_cast<char32_t>(k_first_vowel + place / k_tail_count % 21),
                    k_tails[place % k_tail_count]};
}

char32_t joined(const Syllable& syllable) {
    const std::size_t lead = k_leads.find(syllable.lead);
    const std::size_t tail = k_tails.find(syllable.tail);
    return static_cast<char32_t>(k_first + (lead * 21 + (syllable.vowel - k_first_vowel)) * k_tail_count +
                                 tail);
}

std::string utf8(char32_t one) {
    std::array<char, 6> bytes{};
    const int length = g_unichar_to_utf8(one, bytes.data());
    return {bytes.data(), static_cast<std::size_t>(length)};
}

char32_t only_character(std::string_view text) {
    if (text.empty()) return 0;
    const gunichar one = g_utf8_get_char_validated(text.data(), static_cast<gssize>(text.size()));
    return one >= 0x80000000U ? 0 : static_cast<char32_t>(one);
}

std::optional<std::string> with_vowel(char32_t before, char32_t vowel) {
    if (k_leads.find(before) != std::u32string_view::npos) return utf8(joined({before, vowel, 0}));
    if (const Pair* pair = pair_of(before, vowel)) return utf8(pair->both);
    auto syllable = parted(before);
    if (!syllable) return std::nullopt;
    if (syllable->tail == 0) {
        const Pair* pair = pair_of(syllable->vowel, vowel);
        if (pair == nullptr) return std::nullopt;
        syllable->vowel = pair->both;
        return utf8(joined(*syllable));
    }
    // The last consonant was the beginning of the next syllable.
    const Pair* parts = parts_of(syllable->tail);
    const char32_t moves = parts == nullptr ? syllable->tail : parts->second;
    syllable->tail = parts == nullptr ? 0 : parts->first;
    return utf8(joined(*syllable)) + utf8(joined({moves, vowel, 0}));
}

std::optional<std::string> with_consonant(char32_t before, char32_t consonant) {
    auto syllable = parted(before);
    if (!syllable) return std::nullopt;
    if (syllable->tail == 0) {
        if (k_tails.find(consonant) == std::u32string_view::npos) return std::nullopt;
        syllable->tail = consonant;
    } else {
        const Pair* pair = pair_of(syllable->tail, consonant);
        if (pair == nullptr) return std::nullopt;
        syllable->tail = pair->both;
    }
    return utf8(joined(*syllable));
}

struct FreeText {
    void operator()(char* text) const { g_free(text); }
};
using OwnText = std::unique_ptr<char, FreeText>;

bool is_tone(gunichar one) {
    return one == 0x0300 || one == 0x0301 || one == 0x0303 || one == 0x0309 || one == 0x0323;
}

// One tone at most, as Vietnamese has it: a second one takes the first one's place, the same takes it away.
std::optional<std::string> with_mark(std::string_view before, char32_t mark) {
    const OwnText apart(
        g_utf8_normalize(before.data(), static_cast<gssize>(before.size()), G_NORMALIZE_DEFAULT));
    if (!apart || *apart == '\0' || !g_unichar_isalpha(g_utf8_get_char(apart.get()))) return std::nullopt;
    std::string rest;
    bool taken_away = false;
    for (const char* at = apart.get(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar one = g_utf8_get_char(at);
        taken_away = taken_away || one == mark;
        if (!is_tone(mark) || !is_tone(one)) rest += utf8(one);
    }
    if (!taken_away) rest += utf8(mark);
    const OwnText together(
        g_utf8_normalize(rest.data(), static_cast<gssize>(rest.size()), G_NORMALIZE_DEFAULT_COMPOSE));
    if (!together || g_utf8_strlen(together.get(), -1) != 1) return std::nullopt;
    return std::string(together.get());
}

}  // namespace

bool is_mark(std::string_view character) {
    const char32_t one = only_character(character);
    return one >= 0x0300 && one <= 0x036F;
}

std::optional<std::string> composed(std::string_view before, std::string_view typed) {
    const char32_t letter = only_character(typed);
    if (letter == 0 || before.empty()) return std::nullopt;
    if (is_mark(typed)) return with_mark(before, letter);
    const char32_t last = only_character(before);
    if (is_vowel(letter)) return with_vowel(last, letter);
    if (k_leads.find(letter) != std::u32string_view::npos) return with_consonant(last, letter);
    return std::nullopt;
}

std::optional<std::string> without_last_letter(std::string_view text) {
    const char32_t one = only_character(text);
    if (const Pair* parts = parts_of(one)) return utf8(parts->first);
    auto syllable = parted(one);
    if (!syllable) return std::nullopt;
    if (syllable->tail != 0) {
        const Pair* parts = parts_of(syllable->tail);
        syllable->tail = parts == nullptr ? 0 : parts->first;
        return utf8(joined(*syllable));
    }
    if (const Pair* parts = parts_of(syllable->vowel)) {
        syllable->vowel = parts->first;
        return utf8(joined(*syllable));
    }
    return utf8(syllable->lead);
}

}  // namespace welcome::kiosk::ui
