#pragma once
// What the membership service keeps, and the narrow way to it. The service's owner calls it from one
// thread at a time. Every write is one transaction, durable before the call returns.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/fact.h"
#include "sync/result.h"
#include "tools/membershipd/sql.h"

namespace welcome::tools::membershipd {

using sync::DeviceId;
using sync::EventId;
using sync::Fact;
using sync::FactId;
using sync::Instant;
using sync::Result;

struct EventRecord {
    EventId event;
    std::string name;
    Instant starts{};
    std::string time_zone;
    Instant created{};
    bool same_as(const EventRecord& other) const {
        return event == other.event && name == other.name && starts == other.starts &&
               time_zone == other.time_zone;
    }
};

struct StoredFact {
    Fact fact;
    std::int64_t arrival = 0;  // the order in which facts of this event were committed
    bool cut_down = false;
    std::string digest;  // of all that the tablet said
    std::string batch;
    Instant received{};
    std::string standing;  // "accepted", "superseded", "needs_review"
};

struct Refusal {
    std::int64_t arrival = 0;
    std::string fact;  // as it was sent, readable or not
    DeviceId device;
    std::uint64_t device_seq = 0;
    std::string digest;
    std::string reason;
    std::string batch;
    Instant received{};
};

struct Review {
    EventId event;
    std::string fact;
    std::string reason;
    std::string person, candidate;
    std::string decision;  // empty: open; else "same", "different", "skip"
};

struct BatchRecord {
    EventId event;
    std::string batch;
    std::string sender;
    Instant received{};
    std::string digest;  // of the request
    std::string answer;  // JSON text, as it was given
};

struct DeviceRecord {
    DeviceId device;
    std::string name;
    std::string token_hash;
    Instant enrolled{};
    std::optional<Instant> revoked;
    std::optional<EventId> event;  // the one it may speak of; nothing: any, as the organiser chose
};

// A tablet that asked to be let in.
struct EnrolmentRecord {
    DeviceId device;
    std::string name;
    EventId event;
    std::string code;  // eight letters
    Instant asked{}, expires{};
    std::optional<Instant> approved;
};

// All that one request adds, in one transaction. The store numbers the arrivals.
struct Additions {
    EventId event;
    std::vector<StoredFact> facts;
    std::vector<Refusal> refusals;
    std::vector<Review> reviews;
    std::vector<Review> decisions;  // of reviews that are there
    std::optional<BatchRecord> batch;
};

// One row of the plain attendance table, with the person's name.
struct Attended {
    std::string person, full_name;
    Instant checked_in{}, received{};
    std::string method;
    std::int64_t more_adults = 0, more_children = 0, witnesses = 0;
};
// Where a page of them ended: pages go by time, then by person.
struct AttendedPlace {
    std::int64_t checked_in_ms = -1;
    std::string person;
};

// Rows of the plain tables, whole and in the order of their columns, and whose rows they replace.
struct Projection {
    std::int64_t through = 0;
    std::vector<std::string> replaced;  // ids of people and stays
    std::vector<Values> people, attendances, sign_ups, stays;
};

class Store {
  public:
    virtual ~Store() = default;

    // The value held under this name; where there is none yet, `fresh` is kept and returned.
    virtual Result<std::string> setting(std::string_view name, std::string_view fresh) = 0;

    virtual Result<void> add_event(const EventRecord& event) = 0;
    virtual Result<std::optional<EventRecord>> event(const EventId& event) = 0;
    virtual Result<std::vector<EventRecord>> events() = 0;

    // Asks `decide` what to add, between two writers of this event and with all that was added before in
    // sight (up to the arrival it is told), adds it, and returns it with the arrivals numbered.
    // `not_found`: there is no such event.
    using Decide = std::function<Result<Additions>(std::int64_t last_arrival)>;
    virtual Result<Additions> add(const EventId& event, const Decide& decide) = 0;
    virtual Result<std::vector<StoredFact>> facts_after(const EventId& event, std::int64_t arrival,
                                                        std::size_t limit) = 0;
    virtual Result<std::optional<StoredFact>> fact(const EventId& event, const FactId& fact) = 0;
    virtual Result<std::vector<StoredFact>> facts_of_batch(const EventId& event, std::string_view batch) = 0;
    virtual Result<std::vector<Refusal>> refusals_after(const EventId& event, std::int64_t arrival) = 0;

    // Asks `decide` what follows from the facts after that arrival, between two writers of these tables, and
    // writes it where it goes further.
    using Project = std::function<Result<Projection>(std::int64_t after)>;
    virtual Result<std::vector<EventId>> unprojected() = 0;  // events with later facts than their tables
    virtual Result<void> project(const EventId& event, const Project& decide) = 0;
    virtual Result<bool> is_projected(const EventId& event) = 0;  // through the last fact; `not_found`
    virtual Result<std::vector<Attended>> attended_after(const EventId& event, const AttendedPlace& place,
                                                         std::size_t limit) = 0;

    virtual Result<std::optional<BatchRecord>> batch(std::string_view batch) = 0;
    virtual Result<std::vector<Review>> reviews() = 0;  // of every event, in order of their facts' ids
    virtual Result<std::optional<Review>> review(const FactId& fact) = 0;

    virtual Result<void> put_device(const DeviceRecord& device) = 0;  // adds or replaces
    virtual Result<std::optional<DeviceRecord>> device(const DeviceId& device) = 0;
    virtual Result<std::vector<DeviceRecord>> devices() = 0;  // by name
    virtual Result<std::optional<DeviceRecord>> device_by_token(std::string_view token_hash) = 0;

    virtual Result<void> put_enrolment(const EnrolmentRecord& one) = 0;        // adds or replaces
    virtual Result<std::vector<EnrolmentRecord>> enrolments(Instant now) = 0;  // not expired, oldest first
    virtual Result<void> drop_enrolment(const DeviceId& device) = 0;           // where there is one
    virtual Result<void> drop_enrolments(Instant before) = 0;                  // that expired by then
};

}  // namespace welcome::tools::membershipd
