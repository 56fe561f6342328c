#include "kiosk/session/new_event.h"

#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include "kiosk/session/iso_time.h"

namespace welcome::kiosk::session {

sync::Result<std::unique_ptr<Session>> make_new_event(const EventFolder& folder, const NewEvent& wanted) {
    const auto starts = parse_iso_time(wanted.starts, wanted.time_zone);
    if (!starts) return sync::fail(sync::Fault::unreadable, wanted.starts + " is no time");
    const auto hash = sync::hash_pin(wanted.pin);
    if (!hash) return tl::unexpected(hash.error());
    event::EventOpened opened;
    opened.name = wanted.name;
    opened.starts = *starts;
    opened.time_zone = wanted.time_zone;
    auto session = Session::create(folder, opened, std::nullopt);
    if (!session) return session;
    auto added = (*session)->commit({event::draft(
        sync::FactId(sync::new_uuid()),
        event::StaffAdded{event::StaffId(sync::new_uuid()), wanted.lead, event::StaffRole::lead, *hash})});
    if (!added) return tl::unexpected(added.error());
    return session;
}

std::string machine_zone() {
    std::error_code error;
    const auto link = std::filesystem::read_symlink("/etc/localtime", error).string();
    constexpr std::string_view mark = "zoneinfo/";
    const auto at = link.find(mark);
    const std::string zone = error || at == std::string::npos ? "" : link.substr(at + mark.size());
    const bool tells_a_place = zone.find('/') != std::string::npos && !zone.starts_with("Etc/");
    return tells_a_place && is_time_zone(zone) ? zone : "";
}

std::string local_now(const std::string& zone) {
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat format("yyyy-MM-dd'T'HH:mm", icu::Locale::getRoot(), status);
    if (U_FAILURE(status)) return {};
    format.adoptTimeZone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
    icu::UnicodeString text;
    format.format(static_cast<UDate>(wall_clock().time_since_epoch().count()), text);
    std::string said;
    text.toUTF8String(said);
    return said;
}

}  // namespace welcome::kiosk::session
