#include "tools/connectors/record.h"

#include <array>
#include <cstdio>
#include <memory>
#include <unicode/timezone.h>

#include "kiosk/event/fold_text.h"
#include "kiosk/session/attendance.h"

namespace welcome::tools::connectors {

namespace event = kiosk::event;

namespace {

Consent consent_of(const event::Person& person, event::Channel channel) {
    const auto said = person.consents.find(channel);
    if (said == person.consents.end()) return Consent::not_asked;
    return said->second.granted ? Consent::granted : Consent::refused;
}

std::string wording_of(const event::Person& person) {
    for (const auto channel : {event::Channel::email, event::Channel::text}) {
        const auto said = person.consents.find(channel);
        if (said != person.consents.end() && !said->second.wording.empty()) return said->second.wording;
    }
    return {};
}

void split_name(Record& record) {
    const auto space = record.full_name.find_last_of(' ');
    record.given_name = record.full_name.substr(0, space);
    if (space != std::string::npos) record.family_name = record.full_name.substr(space + 1);
}

}  // namespace

std::string_view text_of(Consent consent) {
    constexpr std::array<std::string_view, 3> words = {"not_asked", "granted", "refused"};
    return words[static_cast<std::size_t>(consent)];
}

std::vector<Record> records_of(const event::State& state, const sync::EventId& event) {
    std::vector<Record> records;
    for (const auto& row : kiosk::session::attendance_rows(state)) {
        const auto& person = *row.person;
        const auto& attendance = *row.attendance;
        Record record{.person = person.id.text(),
                      .full_name = person.full_name,
                      .given_name = {},
                      .family_name = {},
                      .phone = person.phone,
                      .email = person.email,
                      .zip = person.zip,
                      .language = person.language,
                      .event_id = event.text(),
                      .event_name = state.event().name,
                      .time_zone = state.event().time_zone,
                      .at = attendance.at,
                      .method = std::string(event::text_of(attendance.witnesses.front().method)),
                      .walk_in = person.signed_up,
                      .guests = attendance.more_adults + attendance.more_children,
                      .email_consent = consent_of(person, event::Channel::email),
                      .text_consent = consent_of(person, event::Channel::text),
                      .consent_wording = wording_of(person),
                      .source_id = person.source_key};
        split_name(record);
        records.push_back(std::move(record));
    }
    return records;
}

std::string local_time(sync::Instant at, const std::string& zone) {
    const std::unique_ptr<icu::TimeZone> rules(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
    std::int32_t raw = 0, saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules->getOffset(static_cast<UDate>(at.time_since_epoch().count()), false, raw, saving, status);
    const std::chrono::milliseconds offset(U_SUCCESS(status) ? raw + saving : 0);
    const std::string utc = kiosk::session::utc_text(at + offset);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(offset).count();
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%c%02d:%02d", minutes < 0 ? '-' : '+',
                  static_cast<int>(std::abs(minutes) / 60 % 100), static_cast<int>(std::abs(minutes) % 60));
    constexpr std::size_t to_seconds = sizeof "2026-12-03T18:04:05" - 1;
    return utc.substr(0, to_seconds) + text.data();
}

bool same_given_name(std::string_view one, std::string_view other) {
    return event::folded(one) == event::folded(other);
}

std::map<std::string, std::string> shared_emails(const std::vector<Record>& records) {
    std::map<std::string, std::string> first, shared;
    for (const auto& record : records) {
        if (record.email.empty()) continue;
        const auto [at, is_new] = first.emplace(record.email, record.given_name);
        if (!is_new && !same_given_name(at->second, record.given_name)) shared[record.email] = at->second;
    }
    return shared;
}

}  // namespace welcome::tools::connectors
