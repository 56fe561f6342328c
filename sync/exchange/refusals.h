#pragma once
// Why a message, a connection or a fact of another tablet was not taken, counted. A value; any thread.

#include <array>
#include <cstddef>
#include <cstdint>

namespace welcome::sync {

enum class Refused {
    malformed,      // not our language: a wrong first word, length or shape
    other_version,  // a tablet with another version of this program
    other_event,    // whoever it is, it does not have this event's key
    replayed,       // recorded earlier and sent again
    forged,         // damaged or made by somebody without the key
    oversized,      // longer than anything a tablet sends
    cut_off,        // ended in the middle of a message
    too_slow,       // began a message and did not finish it in time
    crowded,        // more strangers at once than are listened to
    fact,           // a well-sealed message held a fact that is foreign, forged or out of its chain
};
inline constexpr std::size_t k_kinds_of_refusal = 10;

struct Refusals {
    std::array<std::uint64_t, k_kinds_of_refusal> counts{};

    void add(Refused why, std::uint64_t times = 1) { counts[static_cast<std::size_t>(why)] += times; }
    [[nodiscard]] std::uint64_t of(Refused why) const { return counts[static_cast<std::size_t>(why)]; }
    [[nodiscard]] std::uint64_t total() const {
        std::uint64_t sum = 0;
        for (const auto count : counts) sum += count;
        return sum;
    }
    bool operator==(const Refusals&) const = default;
};

// A word for a log line or JSON.
const char* word_for(Refused why);

}  // namespace welcome::sync
