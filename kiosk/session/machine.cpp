#include "kiosk/session/machine.h"

#include <chrono>
#include <sys/statvfs.h>
#include <sys/timex.h>

#include "kiosk/scan/frame_source.h"
#include "kiosk/session/condition.h"

namespace welcome::kiosk::session {

namespace {

namespace fs = std::filesystem;

constexpr int k_written_in = 2024;

bool has_scanner() {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator("/dev/input/by-id", error)) {
        if (entry.path().filename().string().ends_with("-event-kbd")) return true;
    }
    return false;
}

std::optional<std::uint64_t> free_megabytes(const fs::path& folder) {
    struct statvfs room {};
    if (::statvfs(folder.c_str(), &room) != 0) return std::nullopt;
    return static_cast<std::uint64_t>(room.f_bavail) * room.f_frsize / 1'000'000;
}

bool clock_by_network() {
    timex state{};
    return ::adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}

}  // namespace

Machine look_at_machine(const fs::path& folder, sync::Instant now) {
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(now));
    Machine machine{.camera = scan::first_camera(),
                    .has_scanner = has_scanner(),
                    .free_megabytes = free_megabytes(folder),
                    .clock_is_sane = static_cast<int>(today.year()) >= k_written_in,
                    .clock_by_network = clock_by_network()};
    Condition power;
    read_battery(power);
    machine.battery_percent = power.battery_percent;
    machine.charging = power.charging;
    return machine;
}

}  // namespace welcome::kiosk::session
