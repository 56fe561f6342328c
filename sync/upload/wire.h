#pragma once
// Facts as they cross the wire to and from the membership service: runs of one device's consecutive
// facts, with times written as differences, so that a check-in costs some 45 bytes after gzip.
//   {"device": …, "from": 401, "at": 1793750400000, "facts": [[id, step_ms, counter, skew_ms, kind, body],
//   …]}
// `at` is the first fact's time; step_ms counts from the fact before; skew_ms is wall clock minus time. A
// seventh element 1 says that the body was cut down before it left the tablet. Pure; any thread.

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sync/fact.h"
#include "sync/result.h"

namespace welcome::sync {

struct WireFact {
    Fact fact;
    bool cut_down = false;  // kind and body are not all that the tablet knows
    std::string fault;      // why it cannot be read as a fact; empty: it can
    std::string id_text;    // the id as it was sent, readable or not
};

inline constexpr int k_deepest_body = 32;  // levels of JSON; deeper bodies are unreadable

// The streams of these facts, in their order, as JSON text. A body that is no JSON goes as a string.
std::string write_streams(std::span<const WireFact> facts);

// Only the whole shape fails; a single bad fact comes back with its `fault` said.
Result<std::vector<WireFact>> read_streams(const nlohmann::ordered_json& streams, const EventId& event);

// Levels of nesting in JSON text, without reading it: to refuse bombs before a parser recurses.
int depth_of(std::string_view json);

}  // namespace welcome::sync
