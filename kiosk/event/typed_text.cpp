#include "kiosk/event/typed_text.h"

#include <charconv>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace welcome::kiosk::event {

namespace {

// Every blank that Unicode knows, the one that does not break a line among them.
icu::UnicodeString trimmed(const icu::UnicodeString& text) {
    std::int32_t begin = 0;
    std::int32_t end = text.length();
    while (begin < end && u_isUWhiteSpace(text.char32At(begin))) begin = text.moveIndex32(begin, 1);
    while (end > begin && u_isUWhiteSpace(text.char32At(text.moveIndex32(end, -1))))
        end = text.moveIndex32(end, -1);
    return text.tempSubStringBetween(begin, end);
}

}  // namespace

std::string tidy(const std::string& typed) {
    auto wide = icu::UnicodeString::fromUTF8(typed);
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_SUCCESS(status)) wide = nfc->normalize(wide, status);
    std::string text;
    trimmed(wide).toUTF8String(text);
    return text;
}

bool is_too_long(const std::string& name) {
    return icu::UnicodeString::fromUTF8(name).countChar32() > k_longest_name;
}

bool is_phone(const std::string& phone) {
    return phone.size() >= 8 && phone.size() <= 16 && phone[0] == '+' && phone[1] != '0' &&
           phone.find_first_not_of("0123456789", 1) == std::string::npos;
}

bool is_email(const std::string& email) {
    constexpr std::size_t longest = 254;  // RFC 5321, 4.5.3.1.3
    const auto at = email.find('@');
    const auto dot = email.rfind('.');
    return email.size() <= longest && at != std::string::npos && at > 0 &&
           email.find('@', at + 1) == std::string::npos &&
           email.find_first_of(" \t\r\n,;<>\"") == std::string::npos && dot != std::string::npos &&
           dot > at + 1 && dot + 1 < email.size();
}

namespace {

template <typename Number>
std::optional<Number> digits(std::string_view typed, int base) {
    Number number = 0;
    const auto* end = typed.data() + typed.size();
    const auto read = std::from_chars(typed.data(), end, number, base);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<int> whole_number(std::string_view typed) {
    return digits<int>(typed, 10);
}

std::optional<std::uint32_t> read_colour(std::string_view typed) {
    if (typed.size() != 7 || typed.front() != '#') return std::nullopt;
    return digits<std::uint32_t>(typed.substr(1), 16);
}

}  // namespace welcome::kiosk::event
