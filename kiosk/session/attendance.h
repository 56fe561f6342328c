#pragma once
// The folded attendance as a table for people and programs: one row a named person who is in.

#include <string>
#include <vector>

#include "kiosk/event/state.h"

namespace welcome::kiosk::session {

struct AttendanceRow {
    const event::Person* person;
    const event::Attendance* attendance;
};

// Earliest first; undone and merged ones left out. The pointers live as long as the state stays unchanged.
std::vector<AttendanceRow> attendance_rows(const event::State& state);

// {"event", "starts", "time_zone", "people_checked_in", "company", "anonymous", "signed_up", "people":
// [row…]}
std::string attendance_json(const event::State& state);

// RFC 4180 with a heading; a cell that a spreadsheet would take for a formula begins with an apostrophe.
std::string attendance_csv(const event::State& state);

// RFC 4180 text of rows; every line ends in CR LF; formulas are made harmless as above.
std::string csv_text(const std::vector<std::vector<std::string>>& rows);

// "2026-12-03T23:04:05.123Z"
std::string utc_text(sync::Instant at);

}  // namespace welcome::kiosk::session
