// The clock and the names of languages, by ICU; nothing of ICU is loaded before the first call.
#include <algorithm>
#include <array>
#include <memory>
#include <unicode/calendar.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include "kiosk/words/words.h"

namespace welcome::kiosk::words {

namespace {

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

icu::Locale locale_of(std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(
        icu::StringPiece(language.data(), static_cast<int>(language.size())), status);
    // These kiosks stand in the United States: a bare "en" or "es" means its clock and its dates.
    if (U_FAILURE(status) != 0 ||
        (std::string_view(locale.getLanguage()) == "en" && *locale.getCountry() == 0)) {
        return icu::Locale::getUS();
    }
    const std::string_view first = locale.getLanguage();
    if (first == "es" && *locale.getCountry() == 0) return {"es", "US"};
    if (first == "tl") return {"fil"};
    // Phones, claim codes, room numbers and the clock on the wall have Western digits here.
    if (first == "ar") return {"ar", nullptr, nullptr, "numbers=latn"};
    return locale;
}

// ICU 72 has no Haitian Creole.
std::string haitian_date(sync::Instant at, std::string_view zone) {
    constexpr std::array<const char*, 7> days{"dimanch", "lendi",    "madi", "mèkredi",
                                              "jedi",    "vandredi", "samdi"};
    constexpr std::array<const char*, 12> months{"janvye", "fevriye", "mas",     "avril", "me",     "jen",
                                                 "jiyè",   "out",     "septanm", "oktòb", "novanm", "desanm"};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
        icu::TimeZone::createTimeZone(unicode(zone)), icu::Locale::getUS(), status));
    if (U_FAILURE(status) != 0) return {};
    calendar->setTime(static_cast<UDate>(at.time_since_epoch().count()), status);
    const auto field = [&](UCalendarDateFields which) {
        return static_cast<std::size_t>(calendar->get(which, status));
    };
    const std::size_t day = field(UCAL_DAY_OF_WEEK) - 1;
    const std::size_t month = field(UCAL_MONTH);
    if (U_FAILURE(status) != 0) return {};
    return std::string(days.at(day)) + " " + std::to_string(field(UCAL_DATE)) + " " + months.at(month);
}

bool is_haitian(std::string_view language) {
    return language == "ht" || language.starts_with("ht-");
}

std::string written(sync::Instant at, std::string_view zone, std::string_view language,
                    const char* skeleton) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_of(language);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status) != 0) return {};
    const icu::UnicodeString pattern = patterns->getBestPattern(unicode(skeleton), status);
    icu::SimpleDateFormat format(pattern, locale, status);
    if (U_FAILURE(status) != 0) return {};
    format.adoptTimeZone(icu::TimeZone::createTimeZone(unicode(zone)));
    icu::UnicodeString text;
    format.format(static_cast<UDate>(at.time_since_epoch().count()), text);
    text.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0x202F)), icu::UnicodeString(u' '));
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

}  // namespace

std::string time_text(sync::Instant at, std::string_view zone, std::string_view language) {
    // Haitian families here read the same clock as their neighbours.
    const bool english = language.starts_with("en") || is_haitian(language);
    std::string text = written(at, zone, english ? "en" : language, "jmm");
    if (!english) return text;
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;  // "6:04 pm", as the field's screens write it
}

std::string date_text(sync::Instant at, std::string_view zone, std::string_view language) {
    return is_haitian(language) ? haitian_date(at, zone) : written(at, zone, language, "EEEEMMMMd");
}

std::string number_text(long number, std::string_view language) {
    // Below a thousand every language here writes the same digits: ICU stays asleep.
    if (number > -1000 && number < 1000) return std::to_string(number);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberFormat> format(icu::NumberFormat::createInstance(
        is_haitian(language) ? icu::Locale::getFrench() : locale_of(language), status));
    if (U_FAILURE(status) != 0) return std::to_string(number);
    icu::UnicodeString text;
    format->format(static_cast<std::int64_t>(number), text);
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

std::string own_name(std::string_view language) {
    // Ours by heart: bars show them in every frame, and ICU would look each up in its data.
    constexpr auto k_names =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"en", "English"},
                                                                      {"es", "Español"},
                                                                      {"ht", "Kreyòl ayisyen"},
                                                                      {"pt-BR", "Português"},
                                                                      {"vi", "Tiếng Việt"},
                                                                      {"zh-Hans", "简体中文"},
                                                                      {"zh-Hant", "繁體中文"},
                                                                      {"ar", "العربية"},
                                                                      {"ru", "Русский"},
                                                                      {"ko", "한국어"},
                                                                      {"fr", "Français"},
                                                                      {"so", "Soomaali"},
                                                                      {"tl", "Tagalog"},
                                                                      {"fil", "Tagalog"},
                                                                      {"hmn", "Hmoob"}});
    const auto known = std::find_if(k_names.begin(), k_names.end(),
                                    [language](const auto& one) { return one.first == language; });
    if (known != k_names.end()) return std::string(known->second);
    const icu::Locale locale = locale_of(language);
    icu::UnicodeString shown;
    icu::Locale(locale.getLanguage()).getDisplayName(icu::Locale(locale.getLanguage()), shown);
    shown.toTitle(nullptr, locale);
    std::string utf8;
    shown.toUTF8String(utf8);
    return utf8;
}

}  // namespace welcome::kiosk::words
