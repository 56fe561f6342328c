#pragma once
// How a tablet is: its battery and what waits at it. Said to the other tablets in every greeting between
// them, so that the volunteers' screens of any tablet show all of them. Any thread.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace welcome::kiosk::session {

struct Condition {
    std::optional<int> battery_percent;  // nothing: no battery, or nobody knows
    bool charging = false;               // or run from the wall
    int labels_waiting = 0;
    std::uint64_t uploads_waiting = 0;  // facts of which the membership service has not said a word
    bool operator==(const Condition&) const = default;
};

std::string to_text(const Condition& condition);
// What another tablet said; members of tomorrow are passed over. Nothing where it makes no sense.
std::optional<Condition> read_condition(std::string_view text);

// Sets the battery's members from the kernel's list of power supplies; several batteries are one, by their
// mean.
void read_battery(Condition& into, const std::filesystem::path& supplies = "/sys/class/power_supply");

}  // namespace welcome::kiosk::session
