#include "kiosk/roster/phone.h"

#include <phonenumbers/phonenumberutil.h>

namespace welcome::kiosk::roster {

std::optional<std::string> read_phone(const std::string& typed, const std::string& region) {
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    if (typed.empty() || typed.size() > 60) return std::nullopt;
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
