#pragma once
// One connection's state within an exchange. Included by the exchange's own files only.

#include <algorithm>

#include "sync/exchange/exchange.h"

namespace welcome::sync {

struct Exchange::Link {
    Link(const Key32& key, Channel::Role role, HelloMemory& hellos, std::string address, Moment now)
        : channel(key, role, hellos), target(std::move(address)), opened(now), heard(now), drained(now) {}

    Channel channel;
    std::string target;  // where it was dialled; empty where it was accepted
    bool over = false;
    std::optional<Moment> leaving_since;  // another connection to the same tablet took its place
    bool has_greeted = false;             // this side said who it is

    // Known after the other side's greeting.
    std::optional<DeviceId> device;
    Held theirs;  // what they say they have
    Held told;    // what they were told is here
    std::string condition_told;
    Held sent;                 // what was sent, shown in `theirs` or not yet
    bool owes_answer = false;  // they asked for what they lack
    bool to_ask = false;       // they are to be asked with the next message
    std::optional<Moment> announce_at, lack_since;
    Moment ask_not_before{};

    Moment opened, heard, said{}, drained;  // drained: the outgoing bytes moved, or there were none
    Moment shown{};                         // `theirs` rose
    std::optional<Moment> frame_since;      // a message has begun to come in
};

// The time at which `why` says something must be done, the earlier of the two.
inline void sooner(std::optional<Moment>& first, Moment candidate) {
    if (!first || candidate < *first) first = candidate;
}

inline void rise_to(Held& held, const Held& by) {
    for (const auto& [device, seq] : by) held[device] = std::max(held[device], seq);
}

inline std::uint64_t seq_in(const Held& held, const DeviceId& device) {
    const auto found = held.find(device);
    return found == held.end() ? 0 : found->second;
}

}  // namespace welcome::sync
