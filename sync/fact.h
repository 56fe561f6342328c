#pragma once
// The fact: one immutable thing that happened. This folder knows the envelope; kind and body mean
// something only to kiosk/event.

#include <chrono>
#include <cstdint>
#include <string>

#include "sync/id.h"

namespace welcome::sync {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// Hybrid logical clock: wall milliseconds of the furthest clock seen, and a counter within one
// millisecond. A tablet with a wrong clock still writes effects after their causes.
struct Hlc {
    std::int64_t wall_ms = 0;
    std::uint16_t counter = 0;

    auto operator<=>(const Hlc&) const = default;
};

// The total order of facts, by which conflicts are resolved: the later word wins.
struct Stamp {
    Hlc time;
    DeviceId device;
    std::uint64_t device_seq = 0;

    auto operator<=>(const Stamp&) const = default;
};

// A fact before the journal gave it its envelope. The id is the maker's, so that a repeated attempt
// is the same fact and later drafts of one transaction can name earlier ones.
struct Draft {
    FactId id;
    std::string kind;  // a past-tense word, `checked_in`
    std::string body;  // JSON object text

    bool operator==(const Draft&) const = default;
};

struct Fact {
    FactId id;
    DeviceId device;
    std::uint64_t device_seq = 0;  // 1, 2, 3 … per device, no gaps
    Hlc time;
    Instant wall;  // the device's own clock at that moment, right or wrong
    EventId event;
    std::string kind;
    std::string body;

    [[nodiscard]] Stamp stamp() const { return {time, device, device_seq}; }
    bool operator==(const Fact&) const = default;
};

}  // namespace welcome::sync
