#include "kiosk/roster/phone.h"

#include <phonenumbers/phonenumberutil.h>
#include <string_view>

namespace welcome::kiosk::roster {
namespace {

// A full North American number in plain digits and the usual marks, which is nearly every line of a roster.
// The library's answer is the same and takes far longer, which 100,000 lines would show.
std::optional<std::string> read_north_american(std::string_view typed) {
    std::string digits;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const char c = typed[i];
        if (c >= '0' && c <= '9')
            digits += c;
        else if (!(c == '+' && i == 0 && typed.starts_with("+1")) && c != ' ' && c != '(' && c != ')' &&
                 c != '-' && c != '.')
            return std::nullopt;
    }
    if (digits.size() == 11 && digits.front() == '1')
        digits.erase(0, 1);
    else if (typed.starts_with('+'))
        return std::nullopt;
    if (digits.size() != 10 || digits[0] < '2' || digits[3] < '2') return std::nullopt;
    return "+1" + digits;
}

}  // namespace

std::optional<std::string> read_phone(const std::string& typed, const std::string& region) {
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    if (typed.empty() || typed.size() > 60) return std::nullopt;
    if (region == "US" || region == "CA")
        if (auto plain = read_north_american(typed)) return plain;
    const PhoneNumberUtil& plans = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (plans.Parse(typed, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return std::nullopt;
    // By length, not by number plan: area codes opened after the library's release are numbers too.
    if (plans.IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE) return std::nullopt;
    std::string text;
    plans.Format(number, PhoneNumberUtil::E164, &text);
    return text;
}

}  // namespace welcome::kiosk::roster
