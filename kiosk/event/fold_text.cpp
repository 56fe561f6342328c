#include "kiosk/event/fold_text.h"

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace welcome::kiosk::event {

namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string keys_only(std::string_view text) {
    std::string kept;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool lower = byte >= 'a' && byte <= 'z';
        const bool upper = byte >= 'A' && byte <= 'Z';
        const bool digit = byte >= '0' && byte <= '9';
        if (upper) kept += static_cast<char>(byte - 'A' + 'a');
        if (lower || digit) kept += letter;
        const bool silent = letter == '\'' || letter == '`';  // O'Brien and Obrien are one key
        if (!upper && !lower && !digit && !silent && !kept.empty() && kept.back() != ' ') kept += ' ';
    }
    while (!kept.empty() && kept.back() == ' ') kept.pop_back();
    return kept;
}

// ICU romanises letter by letter, as a library's catalogue does. People write what they hear: the Arabic
// article is a word of its own, a weak letter inside a word is its vowel (نور: Nur, not nwr), and each Korean
// syllable may stand alone (김민수: Kim Min-su or Min-su Kim). Russian goes by the spelling of passports'
// kind (Щербакова: Shcherbakova).
constexpr std::string_view k_as_people_write = R"(
    ::NFKC;
    $arabic = [[:Arabic:]&[:L:]];
    [^$arabic] { \u0627\u0644 } $arabic $arabic $arabic > 'al ';
    [\u0639 \u0623 \u0622 \u0629 \u0649] > a;
    \u0625 > i;
    [$arabic a-z] { [\u064A \u0626 \u06CC] > i;
    [$arabic a-z] { [\u0648 \u0624] > u;
    ([:Hangul:]) } [:Hangul:] > $1 ' ';
    ::Russian-Latin/BGN; ::Any-Latin; ::Latin-ASCII; ::Lower;
)";

// Made once for each thread: building it costs milliseconds, using it microseconds.
const icu::Transliterator* latin_folding() {
    thread_local const std::unique_ptr<icu::Transliterator> folding = [] {
        UErrorCode status = U_ZERO_ERROR;
        UParseError where;
        const auto rules = utf16(k_as_people_write);
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createFromRules("as-people-write", rules, UTRANS_FORWARD, where, status));
    }();
    return folding.get();
}

}  // namespace

std::string folded(std::string_view text) {
    if (is_ascii(text)) return keys_only(text);
    auto wide = utf16(text);
    if (const auto* folding = latin_folding()) folding->transliterate(wide);
    std::string narrow;
    wide.toUTF8String(narrow);
    return keys_only(narrow);
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

bool writes_consonants(std::string_view text) {
    const auto wide = utf16(text);
    for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        UErrorCode status = U_ZERO_ERROR;
        const auto script = uscript_getScript(wide.char32At(at), &status);
        if (script == USCRIPT_ARABIC || script == USCRIPT_HEBREW) return true;
    }
    return false;
}

std::string consonants_of(std::string_view folded_word) {
    std::string kept;
    for (const char letter : folded_word) {
        const bool is_vowel = std::string_view("aeiou").find(letter) != std::string_view::npos;
        if (!is_vowel)
            kept += letter;
        else if (kept.empty())
            kept = "a";
    }
    return kept;
}

}  // namespace welcome::kiosk::event
