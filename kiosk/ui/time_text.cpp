// The clock and the names of languages, by ICU; nothing of ICU is loaded before the first call.
#include <algorithm>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include "kiosk/ui/words.h"

namespace welcome::kiosk::ui {

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
    if (std::string_view(locale.getLanguage()) == "es" && *locale.getCountry() == 0) return {"es", "US"};
    return locale;
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
    std::string text = written(at, zone, language, "jmm");
    if (!language.starts_with("en")) return text;
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;  // "6:04 pm", as the field's screens write it
}

std::string date_text(sync::Instant at, std::string_view zone, std::string_view language) {
    return written(at, zone, language, "EEEEMMMMd");
}

std::string own_name(std::string_view language) {
    if (language == "zh-Hans") return "简体中文";
    if (language == "zh-Hant") return "繁體中文";
    if (language == "ht") return "Kreyòl ayisyen";
    if (language == "pt-BR") return "Português";
    if (language == "fil" || language == "tl") return "Tagalog";
    if (language == "so") return "Soomaali";
    if (language == "hmn") return "Hmoob";
    const icu::Locale locale = locale_of(language);
    icu::UnicodeString shown;
    icu::Locale(locale.getLanguage()).getDisplayName(icu::Locale(locale.getLanguage()), shown);
    shown.toTitle(nullptr, locale);
    std::string utf8;
    shown.toUTF8String(utf8);
    return utf8;
}

}  // namespace welcome::kiosk::ui
