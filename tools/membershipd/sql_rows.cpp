#include "tools/membershipd/sql_rows.h"

namespace welcome::tools::membershipd {
namespace {

std::string text(const Row& row, int column) {
    return std::string(row.text(column));
}
Instant instant(const Row& row, int column) {
    return Instant(std::chrono::milliseconds(row.integer(column)));
}
// Ids were written by this program; one that does not parse would be a damaged file and reads as nil.
template <typename Id>
Id id(const Row& row, int column) {
    return Id::parse(row.text(column)).value_or(Id{});
}

}  // namespace

std::string read_text(const Row& row) {
    return text(row, 0);
}
std::int64_t read_integer(const Row& row) {
    return row.integer(0);
}

EventRecord read_event(const Row& row) {
    return {.event = id<EventId>(row, 0),
            .name = text(row, 1),
            .starts = instant(row, 2),
            .time_zone = text(row, 3),
            .created = instant(row, 4)};
}

StoredFact read_fact(const Row& row) {
    StoredFact one;
    one.fact.id = id<FactId>(row, 0);
    one.fact.device = id<DeviceId>(row, 1);
    one.fact.device_seq = static_cast<std::uint64_t>(row.integer(2));
    one.fact.time = {row.integer(3), static_cast<std::uint16_t>(row.integer(4))};
    one.fact.wall = instant(row, 5);
    one.fact.kind = text(row, 6);
    one.fact.body = text(row, 7);
    one.arrival = row.integer(8);
    one.cut_down = row.integer(9) != 0;
    one.digest = text(row, 10);
    one.batch = text(row, 11);
    one.received = instant(row, 12);
    one.standing = text(row, 13);
    return one;
}

Refusal read_refusal(const Row& row) {
    return {.arrival = row.integer(0),
            .fact = text(row, 1),
            .device = id<DeviceId>(row, 2),
            .device_seq = static_cast<std::uint64_t>(row.integer(3)),
            .digest = text(row, 4),
            .reason = text(row, 5),
            .batch = text(row, 6),
            .received = instant(row, 7)};
}

BatchRecord read_batch(const Row& row) {
    return {.event = id<EventId>(row, 0),
            .batch = text(row, 1),
            .sender = text(row, 2),
            .received = instant(row, 3),
            .digest = text(row, 4),
            .answer = text(row, 5)};
}

Review read_review(const Row& row) {
    return {.event = id<EventId>(row, 0),
            .fact = text(row, 1),
            .reason = text(row, 2),
            .person = text(row, 3),
            .candidate = text(row, 4),
            .decision = text(row, 5)};
}

Attended read_attended(const Row& row) {
    return {.person = text(row, 0),
            .full_name = text(row, 1),
            .checked_in = instant(row, 2),
            .received = instant(row, 3),
            .method = text(row, 4),
            .more_adults = row.integer(5),
            .more_children = row.integer(6),
            .witnesses = row.integer(7)};
}

DeviceRecord read_device(const Row& row) {
    DeviceRecord one{.device = id<DeviceId>(row, 0),
                     .name = text(row, 1),
                     .token_hash = text(row, 2),
                     .enrolled = instant(row, 3),
                     .revoked = {},
                     .event = EventId::parse(row.text(5))};
    if (row.integer(4) != 0) one.revoked = instant(row, 4);
    return one;
}

EnrolmentRecord read_enrolment(const Row& row) {
    EnrolmentRecord one{.device = id<DeviceId>(row, 0),
                        .name = text(row, 1),
                        .event = id<EventId>(row, 2),
                        .code = text(row, 3),
                        .asked = instant(row, 4),
                        .expires = instant(row, 5),
                        .approved = {}};
    if (row.integer(6) != 0) one.approved = instant(row, 6);
    return one;
}

}  // namespace welcome::tools::membershipd
