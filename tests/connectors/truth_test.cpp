#include "tools/connectors/truth.h"

#include <gtest/gtest.h>

#include "tools/connectors/csv_profile.h"
#include "tools/connectors/targets.h"

namespace welcome::tools::connectors::test {
namespace {

Record rosa() {
    Record record;
    record.person = "p";
    record.full_name = "Rosa Gomez", record.given_name = "Rosa", record.family_name = "Gomez";
    record.email = "rosa@example.org", record.phone = "+12025550143", record.zip = "02139";
    record.language = "es", record.walk_in = true, record.guests = 2;
    record.event_name = "Fall", record.time_zone = "America/New_York";
    record.at = sync::Instant(std::chrono::milliseconds(1'795'561'451'512));
    record.email_consent = record.text_consent = Consent::granted;
    record.consent_wording = "email-1";
    return record;
}

Truth of(const std::string& target, const std::string& what, const std::vector<Record>& records) {
    for (const auto& truth : truth_table(target, records, 0)) {
        if (truth.what == what) return truth;
    }
    return {};
}

}  // namespace

TEST(Truth, IsToldOfEveryConnectorAndEveryFile) {
    for (const std::string target : {"action-network", "civicrm", "everyaction"}) {
        EXPECT_TRUE(is_target(target));
        EXPECT_FALSE(truth_table(target, {}, 0).empty()) << target;
    }
    for (const auto& profile : csv_profiles())
        EXPECT_FALSE(truth_table("csv:" + profile.name, {}, 0).empty()) << profile.name;
    EXPECT_TRUE(truth_table("excel", {}, 0).empty());
}

TEST(Truth, CountsWhomItConcerns) {
    auto alone = rosa();
    alone.guests = 0, alone.email.clear(), alone.phone.clear();
    const auto table = truth_table("action-network", {rosa(), alone}, 7);

    EXPECT_EQ(of("action-network", "guests", {rosa(), alone}).concerned, 1U);
    EXPECT_EQ(of("action-network", "people without email and phone", {rosa(), alone}).concerned, 1U);
    EXPECT_EQ(table[table.size() - 2].concerned, 7U);
}

// The table against the files themselves: two people who differ in one thing give two files exactly where the
// table says that this thing is kept.
TEST(Truth, OfFilesIsWhatTheyHold) {
    const std::vector<std::pair<std::string, void (*)(Record&)>> changes = {
        {"time of the check-in", [](Record& r) { r.at += std::chrono::hours(1); }},
        {"email", [](Record& r) { r.email = "other@example.org"; }},
        {"phone", [](Record& r) { r.phone = "+12025550199"; }},
        {"zip", [](Record& r) { r.zip = "20001"; }},
        {"language", [](Record& r) { r.language = "vi"; }},
        {"walk-in", [](Record& r) { r.walk_in = false; }},
        {"guests", [](Record& r) { r.guests = 5; }},
        {"yes or no to email", [](Record& r) { r.email_consent = Consent::refused; }},
        {"yes or no to texts", [](Record& r) { r.text_consent = Consent::refused; }},
        {"wording of the consent", [](Record& r) { r.consent_wording = "email-2"; }}};
    for (const auto& profile : csv_profiles()) {
        if (profile.only_without_email) continue;
        for (const auto& [what, change] : changes) {
            auto other = rosa();
            change(other);
            const bool differs = write_csv(profile, {rosa()}).text != write_csv(profile, {other}).text;
            const auto truth = of("csv:" + profile.name, what, {rosa()});
            const bool a_day_alone = truth.how == "the day alone";
            EXPECT_EQ(differs, truth.kept != Kept::lost && !a_day_alone) << profile.name << ": " << what;
        }
    }
}

}  // namespace welcome::tools::connectors::test
