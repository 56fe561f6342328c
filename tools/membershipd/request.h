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

// Everything but who sent it. `refused`: more facts than a batch may have.
Result<Batch> read_batch_request(const std::string& body, const EventId& event);

// Opaque cursors: which store, and how far. `refused`: it is of another store.
std::string write_cursor(const std::string& service, std::int64_t arrival);
Result<std::int64_t> read_cursor(const std::string& cursor, const std::string& service);

}  // namespace welcome::tools::membershipd
