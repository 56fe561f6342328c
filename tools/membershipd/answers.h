#pragma once
// The service's answers as JSON and CSV, and times as text. Pure; any thread.

#include <nlohmann/json_fwd.hpp>

#include "tools/membershipd/service.h"

namespace welcome::tools::membershipd {

std::string instant_text(Instant instant);                     // RFC 3339, UTC, milliseconds
std::optional<Instant> read_instant(const std::string& text);  // with Z or an offset

std::string answers_text(const std::vector<Answer>& answers);  // JSON
std::string receipt_text(const std::string& batch, const Receipt& receipt);
nlohmann::ordered_json attendance_json(const EventId& event, const EventBook& book);
// All but the cursor. Rows as in the whole attendance, with the witnesses counted.
nlohmann::ordered_json attendance_page_json(const EventId& event, const AttendancePage& page);
std::string attendance_csv(const EventBook& book);  // a cell that a spreadsheet would run begins with '

}  // namespace welcome::tools::membershipd
