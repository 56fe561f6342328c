#include "kiosk/session/screen_scale.h"

#include <nlohmann/json.hpp>

namespace welcome::kiosk::session {

namespace {

constexpr double k_finest = 25.4 / 600, k_coarsest = 25.4 / 50;  // dots an inch that screens have

std::filesystem::path file_in(const EventFolder& folder) {
    return folder.path / "screen.json";
}

}  // namespace

std::optional<double> read_screen_scale(const EventFolder& folder) {
    const auto text = read_whole_file(file_in(folder));
    if (!text) return std::nullopt;
    const auto read = nlohmann::json::parse(*text, nullptr, false);
    const auto scale = read.is_object() ? read.find("millimetres_per_pixel") : read.end();
    if (!read.is_object() || scale == read.end() || !scale->is_number()) return std::nullopt;
    const double pitch = scale->get<double>();
    if (pitch < k_finest || pitch > k_coarsest) return std::nullopt;
    return pitch;
}

sync::Result<void> keep_screen_scale(const EventFolder& folder, double millimetres_per_pixel) {
    const nlohmann::json written = {{"millimetres_per_pixel", millimetres_per_pixel}};
    return write_whole_file(file_in(folder), written.dump() + "\n", false);
}

}  // namespace welcome::kiosk::session
