#include "kiosk/ui/alphabets.h"

#include <algorithm>
#include <glib.h>
#include <utility>

#include "kiosk/ui/text.h"

namespace welcome::kiosk::ui {

namespace {

constexpr std::size_t k_most_variants = 18;

constexpr std::string_view k_latin = "abcdefghijklmnopqrstuvwxyz'";

// The first entry is English and everybody else's.
constexpr std::array<std::pair<std::string_view, Alphabet>, 11> k_alphabets{{
    {"en",
     {.ordered = k_latin, .typewriter = {"qwertyuiop", "asdfghjkl'", "zxcvbnm.-"}, .accents = "áéíóúñü'"}},
    {"es",
     {.ordered = "abcdefghijklmnñopqrstuvwxyz",
      .typewriter = {"qwertyuiop", "asdfghjklñ", "zxcvbnm.-"},
      .accents = "áéíóúñü'"}},
    {"pt",
     {.ordered = k_latin,
      .typewriter = {"qwertyuiop", "asdfghjklç", "zxcvbnm.-"},
      .accents = "áâãàçéêíóôõúü'"}},
    {"fr",
     {.ordered = k_latin,
      .typewriter = {"azertyuiop", "qsdfghjklm", "wxcvbn'.-"},
      .accents = "àâæçéèêëîïôœùûüÿ'"}},
    {"ht",
     {.ordered = k_latin, .typewriter = {"qwertyuiop", "asdfghjkl'", "zxcvbnm.-"}, .accents = "àèòâéêîôûç'"}},
    // The last five put a tone on the vowel before the caret.
    {"vi",
     {.ordered = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz",
      .typewriter = {"qwertyuiop", "asdfghjklđ", "zxcvbnm.-"},
      .accents = "ăâđêôơư\u0301\u0300\u0309\u0303\u0323"}},
    {"tl",
     {.ordered = "abcdefghijklmnñopqrstuvwxyz",
      .typewriter = {"qwertyuiop", "asdfghjklñ", "zxcvbnm.-"},
      .accents = "áàâéèíìóòúùñ'"}},
    {"ar",
     {.ordered = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإةى",
      .typewriter = {"دجحخهعغفقثصض", "طكمنتالبيسش", "ظزوةىأرؤءئذ"},
      .accents = {},
      .latin = false,
      .from_right = true,
      .has_capitals = false,
      .name = "ابت"}},
    {"ru",
     {.ordered = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
      .typewriter = {"йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю.-"},
      .accents = {},
      .latin = false,
      .name = "абв"}},
    {"zh",
     {.ordered = k_latin,
      .typewriter = {"qwertyuiop", "asdfghjkl'", "zxcvbnm.-"},
      .accents = {},
      .is_sounds = true}},
    {"ko",
     {.ordered = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔ",
      .typewriter = {"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ"},
      .accents = {},
      .latin = false,
      .name = "가나다"}},
}};

struct Held {
    std::string_view language, letter, variants;  // no language: for everybody, after their own
};

constexpr std::array k_held{
    Held{"es", "a", "á"},
    Held{"es", "e", "é"},
    Held{"es", "i", "í"},
    Held{"es", "n", "ñ"},
    Held{"es", "o", "ó"},
    Held{"es", "u", "úü"},
    Held{"pt", "a", "ãáâà"},
    Held{"pt", "c", "ç"},
    Held{"pt", "e", "éê"},
    Held{"pt", "i", "í"},
    Held{"pt", "o", "õóô"},
    Held{"pt", "u", "úü"},
    Held{"fr", "a", "àâæ"},
    Held{"fr", "c", "ç"},
    Held{"fr", "e", "éèêë"},
    Held{"fr", "i", "îï"},
    Held{"fr", "o", "ôœ"},
    Held{"fr", "u", "ùûü"},
    Held{"fr", "y", "ÿ"},
    Held{"ht", "a", "à"},
    Held{"ht", "e", "è"},
    Held{"ht", "o", "ò"},
    Held{"vi", "a", "áàảãạăắằẳẵặâấầẩẫậ"},
    Held{"vi", "ă", "ắằẳẵặ"},
    Held{"vi", "â", "ấầẩẫậ"},
    Held{"vi", "d", "đ"},
    Held{"vi", "e", "éèẻẽẹêếềểễệ"},
    Held{"vi", "ê", "ếềểễệ"},
    Held{"vi", "i", "íìỉĩị"},
    Held{"vi", "o", "óòỏõọôốồổỗộơớờởỡợ"},
    Held{"vi", "ô", "ốồổỗộ"},
    Held{"vi", "ơ", "ớờởỡợ"},
    Held{"vi", "u", "úùủũụưứừửữự"},
    Held{"vi", "ư", "ứừửữự"},
    Held{"vi", "y", "ýỳỷỹỵ"},
    Held{"ar", "ا", "أإآٱ"},
    Held{"ar", "ه", "ة"},
    Held{"ar", "و", "ؤ"},
    Held{"ar", "ي", "ئىی"},
    Held{"ar", "ى", "ئ"},
    Held{"ar", "ء", "أؤئ"},
    Held{"ar", "ب", "پ"},
    Held{"ar", "ج", "چ"},
    Held{"ar", "ز", "ژ"},
    Held{"ar", "ف", "ڤ"},
    Held{"ar", "ق", "ڨ"},
    Held{"ar", "ك", "کگ"},
    Held{"ru", "е", "ёє"},
    Held{"ru", "ь", "ъ"},
    Held{"ru", "и", "іїй"},
    Held{"ru", "г", "ґ"},
    Held{"ru", "у", "ў"},
    Held{"ko", "ㄱ", "ㄲ"},
    Held{"ko", "ㄷ", "ㄸ"},
    Held{"ko", "ㅂ", "ㅃ"},
    Held{"ko", "ㅅ", "ㅆ"},
    Held{"ko", "ㅈ", "ㅉ"},
    Held{"ko", "ㅐ", "ㅒ"},
    Held{"ko", "ㅔ", "ㅖ"},
    Held{"ko", "ㅗ", "ㅘㅙㅚ"},
    Held{"ko", "ㅜ", "ㅝㅞㅟ"},
    Held{"ko", "ㅡ", "ㅢ"},
    Held{"", "a", "áàâãäåāăąæ"},
    Held{"", "c", "çćč"},
    Held{"", "d", "đďð"},
    Held{"", "e", "éèêëēėęě"},
    Held{"", "g", "ğģ"},
    Held{"", "h", "ħ"},
    Held{"", "i", "íìîïīįı"},
    Held{"", "k", "ķ"},
    Held{"", "l", "łľļ"},
    Held{"", "n", "ñńňņ"},
    Held{"", "o", "óòôõöøōőœ"},
    Held{"", "r", "řŕ"},
    Held{"", "s", "śšşșß"},
    Held{"", "t", "ťțþ"},
    Held{"", "u", "úùûüūůűų"},
    Held{"", "w", "ŵ"},
    Held{"", "y", "ýÿŷ"},
    Held{"", "z", "źžż"},
};

std::string_view primary(std::string_view language) {
    return language.substr(0, language.find_first_of("-_"));
}

}  // namespace

const Alphabet& alphabet_of(std::string_view language) {
    const auto* found = std::find_if(k_alphabets.begin(), k_alphabets.end(),
                                     [&](const auto& one) { return one.first == primary(language); });
    return found == k_alphabets.end() ? k_alphabets.front().second : found->second;
}

std::vector<std::string> variants_of(std::string_view letter, std::string_view language) {
    std::vector<std::string> found;
    for (const std::string_view whose : {primary(language), std::string_view()}) {
        for (const Held& held : k_held) {
            if (held.language != whose || held.letter != letter) continue;
            for (std::size_t at = 0; at < held.variants.size();) {
                const std::size_t next = next_character(held.variants, at);
                std::string one(held.variants.substr(at, next - at));
                const bool known = std::find(found.begin(), found.end(), one) != found.end();
                if (!known && found.size() < k_most_variants) found.push_back(std::move(one));
                at = next;
            }
        }
    }
    return found;
}

std::string shifted_letter(std::string_view letter) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> k_doubled{
        {{"ㄱ", "ㄲ"}, {"ㄷ", "ㄸ"}, {"ㅂ", "ㅃ"}, {"ㅅ", "ㅆ"}, {"ㅈ", "ㅉ"}, {"ㅐ", "ㅒ"}, {"ㅔ", "ㅖ"}}};
    for (const auto& [plain, doubled] : k_doubled) {
        if (plain == letter) return std::string(doubled);
    }
    const gunichar one = g_utf8_get_char_validated(letter.data(), static_cast<gssize>(letter.size()));
    if (one >= 0x80000000U || letter == "ß") return std::string(letter);
    std::array<char, 6> bytes{};
    const int length = g_unichar_to_utf8(g_unichar_toupper(one), bytes.data());
    return {bytes.data(), static_cast<std::size_t>(length)};
}

}  // namespace welcome::kiosk::ui
