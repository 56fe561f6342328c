#include "kiosk/roster/number_plans.h"

#include <cstring>
#include <phonenumbers/phonenumberutil.h>

bool welcome_number_as_e164(const char* typed, const char* region, char* into, std::size_t room) {
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil& plans = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (plans.Parse(typed, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
    // By length, not by number plan: area codes opened after the library's release are numbers too.
    if (plans.IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE) return false;
    std::string text;
    plans.Format(number, PhoneNumberUtil::E164, &text);
    if (text.size() >= room) return false;
    std::memcpy(into, text.c_str(), text.size() + 1);
    return true;
}
