#include "kiosk/session/iso_time.h"

#include <memory>
#include <regex>
#include <unicode/calendar.h>
#include <unicode/timezone.h>

namespace welcome::kiosk::session {

namespace {

int number(const std::ssub_match& part) {
    return part.matched ? std::stoi(part.str()) : 0;
}

// Offset from UTC in minutes for "+05:30"; nothing where the text had none.
std::optional<int> offset_minutes(const std::ssub_match& zone) {
    if (!zone.matched) return std::nullopt;
    const std::string text = zone.str();
    if (text == "Z") return 0;
    const int minutes = std::stoi(text.substr(1, 2)) * 60 + std::stoi(text.substr(text.size() - 2));
    return text.front() == '-' ? -minutes : minutes;
}

std::optional<sync::Instant> wall_clock_in(const std::string& zone, const std::smatch& part) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)), status));
    if (U_FAILURE(status)) return std::nullopt;
    calendar->clear();
    calendar->set(number(part[1]), number(part[2]) - 1, number(part[3]), number(part[4]), number(part[5]),
                  number(part[6]));
    const double milliseconds = calendar->getTime(status);
    if (U_FAILURE(status)) return std::nullopt;
    return sync::Instant(std::chrono::milliseconds(static_cast<std::int64_t>(milliseconds)));
}

}  // namespace

bool is_time_zone(const std::string& zone) {
    const std::unique_ptr<icu::TimeZone> found(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
    return *found != icu::TimeZone::getUnknown();
}

std::optional<sync::Instant> parse_iso_time(const std::string& text, const std::string& zone) {
    const std::regex shape(
        R"((\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d\d:?\d\d)?)");
    std::smatch part;
    if (!std::regex_match(text, part, shape) || !is_time_zone(zone)) return std::nullopt;
    using namespace std::chrono;
    const year_month_day day(year(number(part[1])), month(static_cast<unsigned>(number(part[2]))),
                             std::chrono::day(static_cast<unsigned>(number(part[3]))));
    if (!day.ok() || number(part[4]) > 23 || number(part[5]) > 59 || number(part[6]) > 60)
        return std::nullopt;
    const std::string fraction = part[7].matched ? (part[7].str() + "00").substr(0, 3) : "0";
    const milliseconds rest(std::stoi(fraction));
    const auto offset = offset_minutes(part[8]);
    if (!offset) {
        const auto local = wall_clock_in(zone, part);
        if (!local) return std::nullopt;
        return *local + rest;
    }
    return sync::Instant(sys_days(day).time_since_epoch() + hours(number(part[4])) +
                         minutes(number(part[5])) + seconds(number(part[6])) - minutes(*offset) + rest);
}

}  // namespace welcome::kiosk::session
