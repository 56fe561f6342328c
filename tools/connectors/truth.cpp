#include "tools/connectors/truth.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace welcome::tools::connectors {
namespace {

struct Row {
    std::string_view what;
    std::function<bool(const Record&)> has;
};

template <std::string Record::*member>
bool is_known(const Record& record) {
    return !(record.*member).empty();
}

// In the order in which people ask.
std::vector<Row> rows() {
    return {{"attended", [](const Record&) { return true; }},
            {"time of the check-in", [](const Record&) { return true; }},
            {"name as it was written", [](const Record&) { return true; }},
            {"email", is_known<&Record::email>},
            {"phone", is_known<&Record::phone>},
            {"zip", is_known<&Record::zip>},
            {"language", is_known<&Record::language>},
            {"walk-in", [](const Record& record) { return record.walk_in; }},
            {"guests", [](const Record& record) { return record.guests > 0; }},
            {"yes or no to email", [](const Record& r) { return r.email_consent != Consent::not_asked; }},
            {"yes or no to texts", [](const Record& r) { return r.text_consent != Consent::not_asked; }},
            {"wording of the consent", is_known<&Record::consent_wording>},
            {"people without email and phone",
             [](const Record& record) { return record.email.empty() && record.phone.empty(); }}};
}

struct Fate {
    Kept kept;
    std::string_view how;
};
using Fates = std::map<std::string_view, Fate>;  // what is not named is kept whole

constexpr Fate k_split{Kept::otherwise, "cut into two fields; the last word goes as the family name"};
constexpr Fate k_flag{Kept::otherwise, "as subscribed or not; not asked and no look the same"};
constexpr Fate k_no_wording{Kept::lost, "stays in our own records"};
constexpr Fate k_no_field{Kept::lost, "there is no field for it"};

Fates action_network() {
    return {{"attended", {Kept::otherwise, "as a tag: this service has no word for attended"}},
            {"time of the check-in", {Kept::lost, "it notes when it was sent"}},
            {"name as it was written", k_split},
            {"walk-in", k_no_field},
            {"guests", k_no_field},
            {"yes or no to email", k_flag},
            {"yes or no to texts", k_flag},
            {"wording of the consent", k_no_wording},
            {"people without email and phone", {Kept::lost, "they cannot be sent; print the file for them"}}};
}

Fates civicrm() {
    return {{"name as it was written", k_split},
            {"language", k_no_field},
            {"walk-in", k_no_field},
            {"guests", {Kept::lost, "each would need a name of their own"}},
            {"yes or no to email", k_flag},
            {"yes or no to texts", k_flag},
            {"wording of the consent", k_no_wording}};
}

Fates everyaction() {
    return {{"attended", {Kept::otherwise, "as the status Completed, or Walk In where the event has it"}},
            {"time of the check-in", {Kept::lost, "a signup has the shift's time"}},
            {"name as it was written", k_split},
            {"language", k_no_field},
            {"guests", {Kept::lost, "each would need a signup of their own"}},
            {"yes or no to email", k_flag},
            {"yes or no to texts", k_flag},
            {"wording of the consent", k_no_wording},
            {"people without email and phone", {Kept::lost, "they cannot be sent; print the file for them"}}};
}

Fates mobilize_file() {
    return {{"attended", {Kept::otherwise, "somebody marks each by hand: no call can say it"}},
            {"time of the check-in", k_no_field},
            {"name as it was written", k_split},
            {"language", k_no_field},
            {"walk-in", k_no_field},
            {"guests", k_no_field},
            {"yes or no to email", {Kept::lost, "there is no column for it"}},
            {"yes or no to texts", k_flag},
            {"wording of the consent", k_no_wording},
            {"people without email and phone", {Kept::lost, "they are left out of the file"}}};
}

Fates salesforce_file() {
    return {{"name as it was written", k_split},
            {"time of the check-in", {Kept::otherwise, "in the field Checked_In_At__c, if you made it"}},
            {"language", k_no_field},
            {"guests", k_no_field},
            {"yes or no to email", k_flag},
            {"yes or no to texts", {Kept::lost, "there is no column for it"}},
            {"wording of the consent", k_no_wording}};
}

Fates without(Fates fates, std::initializer_list<std::pair<std::string_view, Fate>> others) {
    for (const auto& [what, fate] : others) fates[what] = fate;
    return fates;
}

std::map<std::string_view, Fates> all_fates() {
    const Fate no_email{Kept::lost, "who has no email is left out of the file"};
    const Fate a_day{Kept::otherwise, "the day alone"};
    return {{"action-network", action_network()},
            {"civicrm", civicrm()},
            {"everyaction", everyaction()},
            {"csv:generic", {}},
            {"csv:people-without-email", {}},
            {"csv:action-network", without(action_network(), {{"time of the check-in", {Kept::whole, ""}},
                                                              {"people without email and phone", no_email}})},
            {"csv:civicrm",
             without(civicrm(), {{"yes or no to email", {Kept::lost, "there is no column for it"}},
                                 {"yes or no to texts", {Kept::lost, "there is no column for it"}}})},
            {"csv:everyaction",
             without(everyaction(), {{"time of the check-in", a_day},
                                     {"yes or no to email", {Kept::lost, "there is no column for it"}},
                                     {"yes or no to texts", {Kept::lost, "there is no column for it"}},
                                     {"people without email and phone", {Kept::whole, ""}}})},
            {"csv:mobilize", mobilize_file()},
            {"csv:salesforce", salesforce_file()}};
}

}  // namespace

std::string_view text_of(Kept kept) {
    constexpr std::array<std::string_view, 3> words = {"whole", "otherwise", "lost"};
    return words[static_cast<std::size_t>(kept)];
}

std::vector<Truth> truth_table(std::string_view target, const std::vector<Record>& records,
                               std::size_t anonymous) {
    const auto all = all_fates();
    const auto fates = all.find(target);
    if (fates == all.end()) return {};
    std::vector<Truth> table;
    for (const auto& row : rows()) {
        const auto fate = fates->second.find(row.what);
        Truth truth{.what = std::string(row.what), .how = {}};
        truth.concerned = static_cast<std::size_t>(std::count_if(records.begin(), records.end(), row.has));
        if (fate != fates->second.end()) {
            truth.kept = fate->second.kept;
            truth.how = fate->second.how;
        }
        table.push_back(std::move(truth));
    }
    // Alike everywhere: what has no name, and what never leaves the venue.
    table.push_back(
        {"people who just came in", Kept::lost, "a number, told to you and not to them", anonymous});
    table.push_back({"childcare", Kept::lost, "it never leaves the venue", 0});
    return table;
}

}  // namespace welcome::tools::connectors
