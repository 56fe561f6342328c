#include "tools/connectors/csv_profile.h"

#include <algorithm>

#include "kiosk/session/attendance.h"

namespace welcome::tools::connectors {

namespace {

template <std::string Record::*member>
std::string field(const Record& record) {
    return record.*member;
}
std::string yes(const Record&) {
    return "yes";
}
Column fixed(std::string heading, std::string value) {
    return {std::move(heading), [value = std::move(value)](const Record&) { return value; }};
}
std::string here_and_then(const Record& record) {
    return local_time(record.at, record.time_zone);
}
std::string day(const Record& record) {
    return local_time(record.at, record.time_zone).substr(0, sizeof "2026-12-03" - 1);
}
std::string walk_in(const Record& record) {
    return record.walk_in ? "yes" : "no";
}
std::string guests(const Record& record) {
    return std::to_string(record.guests);
}
std::string email_consent(const Record& record) {
    return std::string(text_of(record.email_consent));
}
std::string text_consent(const Record& record) {
    return std::string(text_of(record.text_consent));
}
// "subscribed" only by a granted consent: a person without the word is subscribed by some services.
template <Consent Record::*consent>
std::string subscription(const Record& record) {
    return record.*consent == Consent::granted ? "subscribed" : "unsubscribed";
}
std::string opted_in(const Record& record) {
    return record.text_consent == Consent::granted ? "OPT_IN" : "OPT_OUT";
}

// The columns of shared/membership.md, 8, "our own export".
CsvProfile generic() {
    return {.name = "generic",
            .columns = {{"op_id", field<&Record::person>},
                        {"event_id", field<&Record::event_id>},
                        {"event_name", field<&Record::event_name>},
                        {"checked_in_at", here_and_then},
                        {"time_zone", field<&Record::time_zone>},
                        {"full_name", field<&Record::full_name>},
                        {"first_name", field<&Record::given_name>},
                        {"last_name", field<&Record::family_name>},
                        {"email", field<&Record::email>},
                        {"phone_e164", field<&Record::phone>},
                        {"zip", field<&Record::zip>},
                        {"language", field<&Record::language>},
                        {"attended", yes},
                        {"walk_in", walk_in},
                        {"guests", guests},
                        {"source_id", field<&Record::source_id>},
                        {"email_consent", email_consent},
                        {"sms_consent", text_consent},
                        {"consent_text_version", field<&Record::consent_wording>},
                        {"method", field<&Record::method>}}};
}

CsvProfile action_network() {
    return {.name = "action-network",
            .columns = {{"first_name", field<&Record::given_name>},
                        {"last_name", field<&Record::family_name>},
                        {"email", field<&Record::email>},
                        {"mobile_phone", field<&Record::phone>},
                        {"zip_code", field<&Record::zip>},
                        {"language", field<&Record::language>},
                        {"email_status", subscription<&Record::email_consent>},
                        {"sms_status", subscription<&Record::text_consent>},
                        {"attended_event", field<&Record::event_name>},
                        {"attended_at", here_and_then}},
            .needs_email = true};
}

// The headings of CiviCRM's own participant import (shared/membership.md, 3).
CsvProfile civicrm() {
    return {
        .name = "civicrm",
        .columns = {{"External Identifier", [](const Record& record) { return "welcome:" + record.person; }},
                    {"First Name", field<&Record::given_name>},
                    {"Last Name", field<&Record::family_name>},
                    {"Email", field<&Record::email>},
                    {"Phone", field<&Record::phone>},
                    {"Postal Code", field<&Record::zip>},
                    {"Event Title", field<&Record::event_name>},
                    fixed("Participant Role", "Attendee"),
                    fixed("Status", "Attended"),
                    {"Register date", here_and_then}}};
}

CsvProfile everyaction() {
    return {.name = "everyaction",
            .columns = {
                {"FirstName", field<&Record::given_name>},
                {"LastName", field<&Record::family_name>},
                {"Email", field<&Record::email>},
                {"CellPhone", field<&Record::phone>},
                {"ZipOrPostal", field<&Record::zip>},
                {"EventName", field<&Record::event_name>},
                {"EventDate", day},
                {"Status", [](const Record& record) { return record.walk_in ? "Walk In" : "Completed"; }}}};
}

// No call of its API can say "attended": a person enters it from this list.
CsvProfile mobilize() {
    return {.name = "mobilize",
            .columns = {{"given_name", field<&Record::given_name>},
                        {"family_name", field<&Record::family_name>},
                        {"email_address", field<&Record::email>},
                        {"phone_number", field<&Record::phone>},
                        {"postal_code", field<&Record::zip>},
                        {"sms_opt_in", opted_in},
                        fixed("attended", "true")},
            .needs_email = true};
}

CsvProfile salesforce() {
    return {
        .name = "salesforce",
        .columns = {{"Kiosk_Op_Id__c", field<&Record::person>},
                    {"FirstName", field<&Record::given_name>},
                    {"LastName",
                     [](const Record& record) {  // it will not take a contact without one
                         return record.family_name.empty() ? record.given_name : record.family_name;
                     }},
                    {"Email", field<&Record::email>},
                    {"MobilePhone", field<&Record::phone>},
                    {"MailingPostalCode", field<&Record::zip>},
                    {"Campaign", field<&Record::event_name>},
                    {"Status", [](const Record& record) { return record.walk_in ? "Walk-in" : "Attended"; }},
                    {"Checked_In_At__c", here_and_then},
                    {"HasOptedOutOfEmail", [](const Record& record) {
                         return record.email_consent == Consent::granted ? "false" : "true";
                     }}}};
}

CsvProfile people_without_email() {
    auto profile = generic();
    profile.name = "people-without-email";
    profile.only_without_email = true;
    return profile;
}

}  // namespace

const std::vector<CsvProfile>& csv_profiles() {
    static const std::vector<CsvProfile> profiles = {
        generic(),    action_network(),      civicrm(), everyaction(), mobilize(),
        salesforce(), people_without_email()};
    return profiles;
}

const CsvProfile* csv_profile_named(std::string_view name) {
    const auto& all = csv_profiles();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& profile) { return profile.name == name; });
    return found == all.end() ? nullptr : &*found;
}

CsvFile write_csv(const CsvProfile& profile, const std::vector<Record>& records, const Decision& decision) {
    std::vector<std::vector<std::string>> rows(1);
    for (const auto& column : profile.columns) rows.front().push_back(column.heading);
    const auto families = shared_emails(records);
    CsvFile file;
    for (const auto& record : records) {
        const bool is_shared = families.contains(record.email);
        const auto decided = is_shared ? decision(record) : std::string();
        if (profile.only_without_email && !record.email.empty() && decided != "skip") {
            ++file.left_out;
            continue;
        }
        if (profile.needs_email && record.email.empty()) {
            ++file.left_out;
            continue;
        }
        if (profile.needs_email && is_shared && decided != "different") {
            (decided.empty() ? file.needs_review : file.skipped).push_back(&record);
            continue;
        }
        auto& row = rows.emplace_back();
        for (const auto& column : profile.columns) row.push_back(column.value(record));
        ++file.rows;
    }
    file.text = kiosk::session::csv_text(rows);
    return file;
}

}  // namespace welcome::tools::connectors
