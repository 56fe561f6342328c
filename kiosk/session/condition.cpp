#include "kiosk/session/condition.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace welcome::kiosk::session {

namespace {

std::string first_word(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string word;
    in >> word;
    return word;
}

std::optional<int> percent_in(const std::filesystem::path& file) {
    std::ifstream in(file);
    int percent = -1;
    return in >> percent && percent >= 0 && percent <= 100 ? std::optional(percent) : std::nullopt;
}

template <typename Number>
bool read_number(const nlohmann::json& in, const char* name, Number most, Number& value) {
    const auto found = in.find(name);
    if (found == in.end()) return true;
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() > static_cast<std::uint64_t>(most))
        return false;
    value = found->get<Number>();
    return true;
}

}  // namespace

std::string to_text(const Condition& condition) {
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    if (condition.battery_percent) out["battery"] = *condition.battery_percent;
    if (condition.charging) out["charging"] = true;
    if (condition.labels_waiting > 0) out["labels"] = condition.labels_waiting;
    if (condition.uploads_waiting > 0) out["uploads"] = condition.uploads_waiting;
    return out.dump();
}

std::optional<Condition> read_condition(std::string_view text) {
    const auto in = nlohmann::json::parse(text, nullptr, false);
    if (!in.is_object()) return std::nullopt;
    Condition condition;
    int battery = -1;
    const bool good = read_number(in, "battery", 100, battery) &&
                      read_number(in, "labels", 1'000'000, condition.labels_waiting) &&
                      read_number(in, "uploads", std::uint64_t{1} << 40U, condition.uploads_waiting);
    if (!good) return std::nullopt;
    if (battery >= 0) condition.battery_percent = battery;
    condition.charging = in.value("charging", nlohmann::json()) == true;
    return condition;
}

// Documentation/ABI/testing/sysfs-class-power of the kernel names the files and their words.
void read_battery(Condition& into, const std::filesystem::path& supplies) {
    into.battery_percent.reset();
    into.charging = false;
    int sum = 0, batteries = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(supplies, error)) {
        const auto type = first_word(entry.path() / "type");
        if (type == "Mains" || type == "USB")
            into.charging = into.charging || first_word(entry.path() / "online") == "1";
        // A mouse or a pen has a battery too, and says that it is a device's.
        if (type != "Battery" || first_word(entry.path() / "scope") == "Device") continue;
        const auto percent = percent_in(entry.path() / "capacity");
        if (!percent) continue;
        sum += *percent;
        ++batteries;
        const auto status = first_word(entry.path() / "status");
        into.charging = into.charging || status == "Charging" || status == "Full";
    }
    if (batteries > 0) into.battery_percent = sum / batteries;
}

}  // namespace welcome::kiosk::session
