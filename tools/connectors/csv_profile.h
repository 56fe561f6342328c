#pragma once
// The attendance as a file that another service's import reads. A profile is a list of columns, nothing else.
// Pure; any thread.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/connectors/record.h"

namespace welcome::tools::connectors {

struct Column {
    std::string heading;
    std::function<std::string(const Record&)> value;
};

struct CsvProfile {
    std::string name;
    std::vector<Column> columns;
    bool needs_email =
        false;  // the target knows people by email alone: others are left out, families asked about
    bool only_without_email = false;  // for the worklist of those whom the others leave out
};

// "generic", "action-network", "civicrm", "everyaction", "mobilize", "salesforce", "people-without-email".
const std::vector<CsvProfile>& csv_profiles();
const CsvProfile* csv_profile_named(std::string_view name);

// Somebody's word on a person who shares an email, as `kioskctl review --to csv` keeps it: "different" (the
// email is this one's own: goes into the file), "skip" (does not; stands among the people without email),
// "same:ID" (is the person of that id, whose row is for both). Empty: nobody has said anything.
using Decision = std::function<std::string(const Record&)>;

struct CsvFile {
    std::string text;                         // RFC 4180, UTF-8, formulas made harmless
    std::size_t rows = 0;                     // people in it
    std::size_t left_out = 0;                 // people whom this target cannot take
    std::vector<const Record*> needs_review;  // not in it until somebody has decided
    std::vector<const Record*> skipped;       // by a decision
};
CsvFile write_csv(
    const CsvProfile& profile, const std::vector<Record>& records,
    const Decision& decision = [](const Record&) { return std::string(); });

}  // namespace welcome::tools::connectors
