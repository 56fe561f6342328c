#pragma once
// What this machine has for an evening: read from the system at once, with no wait and no network. Any
// thread.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "sync/fact.h"

namespace welcome::kiosk::session {

struct Machine {
    std::string camera;                           // the first device, "/dev/video0"; empty: none
    bool has_scanner = false;                     // or a keyboard: they look alike
    std::optional<std::uint64_t> free_megabytes;  // of the folder's disk; nothing where it cannot be read
    bool clock_is_sane = false;                   // no year before this program was written
    bool clock_by_network = false;
    std::optional<int> battery_percent;  // nothing: no battery, or none that tells
    bool charging = false;               // or run from the wall
};

Machine look_at_machine(const std::filesystem::path& folder, sync::Instant now);

// An evening of 1,000 people takes under 10 MB; below this the disk is called full.
inline constexpr std::uint64_t k_enough_megabytes = 200;

}  // namespace welcome::kiosk::session
