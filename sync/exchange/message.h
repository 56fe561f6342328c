#pragma once
// What two tablets say to each other once the channel stands. Pure; any thread.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sync/seal.h"

namespace welcome::sync {

using Held = std::map<DeviceId, std::uint64_t>;  // device → highest gapless sequence

inline constexpr std::size_t k_most_devices = 1000;  // in one message; a hall has some dozens
inline constexpr std::size_t k_longest_name = 64;
inline constexpr std::size_t k_longest_condition = 1024;

// The first message of each side: which tablet this is, and what it has.
struct Greeting {
    DeviceId device;
    std::string name;                          // what the tablet calls itself, at most k_longest_name bytes
    Instant wall{};                            // its clock, right or wrong
    std::array<std::uint8_t, 64> signature{};  // the device's, over this connection's transcript
    Held held;
    bool operator==(const Greeting&) const = default;
};

// Every message after: facts, what changed of what this tablet has, and whether it asks for what it lacks.
struct Share {
    bool asks = false;    // "send me all that I lack"
    bool is_all = false;  // "that was all that you asked for"
    Held held;            // entries that rose since the last message
    std::vector<SealedFact> facts;
    // What else others may know of this tablet, in words of whoever owns it; nothing: as said before.
    std::optional<std::string> condition;
    bool operator==(const Share&) const = default;
};

using Message = std::variant<Greeting, Share>;

std::string to_bytes(const Greeting& greeting);
std::string to_bytes(const Share& share);
Result<Message> read_message(std::string_view bytes);

// What a device signs in its greeting.
std::string signed_greeting(const std::string& transcript, bool dialled);
bool greeting_is_good(const Greeting& greeting, const std::string& transcript, bool dialled);

}  // namespace welcome::sync
