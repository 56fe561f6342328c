#include "kiosk/session/machine.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sys/statvfs.h>
#include <sys/timex.h>

namespace welcome::kiosk::session {

namespace {

namespace fs = std::filesystem;

constexpr int k_written_in = 2024;

std::string first_camera() {
    for (int number = 0; number < 16; ++number) {
        const std::string device = "/dev/video" + std::to_string(number);
        std::error_code error;
        if (fs::exists(device, error)) return device;
    }
    return {};
}

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

std::string word_in(const fs::path& file) {
    std::ifstream in(file);
    std::string word;
    in >> word;
    return word;
}

}  // namespace

// Documentation/ABI/testing/sysfs-class-power of the kernel names the files and their words.
void read_power(const fs::path& supplies, Machine& machine) {
    std::error_code error;
    for (const auto& supply : fs::directory_iterator(supplies, error)) {
        const auto type = word_in(supply.path() / "type");
        if (type == "Mains" || type == "USB")
            machine.charging = machine.charging || word_in(supply.path() / "online") == "1";
        if (type != "Battery" || word_in(supply.path() / "scope") == "Device") continue;  // a mouse's
        const auto level = word_in(supply.path() / "capacity");
        if (level.empty() || level.find_first_not_of("0123456789") != std::string::npos || level.size() > 3)
            continue;
        machine.battery_percent = std::max(machine.battery_percent.value_or(0), std::stoi(level));
        const auto status = word_in(supply.path() / "status");
        machine.charging = machine.charging || status == "Charging" || status == "Full";
    }
}

Machine look_at_machine(const fs::path& folder, sync::Instant now) {
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(now));
    Machine machine{.camera = first_camera(),
                    .has_scanner = has_scanner(),
                    .free_megabytes = free_megabytes(folder),
                    .clock_is_sane = static_cast<int>(today.year()) >= k_written_in,
                    .clock_by_network = clock_by_network()};
    read_power("/sys/class/power_supply", machine);
    return machine;
}

}  // namespace welcome::kiosk::session
