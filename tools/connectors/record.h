#pragma once
// One person's attendance as it may leave for somebody else's service. Childcare has no place in it, so no
// connector can send it by mistake (shared/membership.md, rule 10). Pure; any thread.

#include <map>
#include <string>
#include <vector>

#include "kiosk/event/state.h"

namespace welcome::tools::connectors {

enum class Consent { not_asked, granted, refused };
std::string_view text_of(Consent consent);  // "not_asked" …

struct Record {
    std::string person;     // our id, as text: one record a person
    std::string full_name;  // as typed
    // The last word of a name of several is taken for the family name: other services ask for two fields.
    std::string given_name, family_name;
    std::string phone, email, zip, language;
    std::string event_id, event_name, time_zone;
    sync::Instant at{};
    std::string method;
    bool walk_in = false;
    int guests = 0;  // unnamed people with this one
    Consent email_consent = Consent::not_asked, text_consent = Consent::not_asked;
    std::string consent_wording;
    std::string source_id;

    bool operator==(const Record&) const = default;
};

// Everybody who is in, earliest first; undone check-ins are not.
std::vector<Record> records_of(const kiosk::event::State& state, const sync::EventId& event);

// "2026-12-03T18:04:05-05:00": the venue's clock with its offset, as CRMs want it.
std::string local_time(sync::Instant at, const std::string& zone);

// Emails that people of several given names have: a family's. Where people are known by email alone they
// would become one person. Email → the first of those given names.
std::map<std::string, std::string> shared_emails(const std::vector<Record>& records);

// Whether two given names may be one person's: letters' case and accents do not count.
bool same_given_name(std::string_view one, std::string_view other);

}  // namespace welcome::tools::connectors
