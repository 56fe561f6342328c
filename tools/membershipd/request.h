#pragma once
// Reading what a request says. Pure; any thread.

#include <nlohmann/json_fwd.hpp>

#include "tools/membershipd/http.h"
#include "tools/membershipd/service.h"

namespace welcome::tools::membershipd {

// `unreadable` where it is no JSON object, or is nested deeper than any honest request.
Result<nlohmann::ordered_json> read_object(const std::string& body);
// The member's text; empty where it is missing or no text.
std::string text_in(const nlohmann::ordered_json& object, const char* name);

// A value of the address's query; empty where it is missing.
std::string in_query(const Asked& asked, const char* name);
// How much a page may hold: k_most_page where nothing is said, never more. Nothing: no whole number from 1.
std::optional<std::size_t> read_limit(const std::string& text);

// Everything but who sent it. `refused`: more facts than a batch may have.
Result<Batch> read_batch_request(const std::string& body, const EventId& event);

// Opaque cursors: which store, and how far. `refused`: it is of another store.
std::string write_cursor(const std::string& service, std::int64_t arrival);
Result<std::int64_t> read_cursor(const std::string& cursor, const std::string& service);
std::string write_cursor(const std::string& service, const AttendedPlace& place);
Result<AttendedPlace> read_attended_cursor(const std::string& cursor, const std::string& service);

}  // namespace welcome::tools::membershipd
