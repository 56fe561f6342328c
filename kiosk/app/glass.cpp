#include "kiosk/app/glass.h"

#include <algorithm>
#include <cstdio>

namespace welcome::kiosk::app {

ui::Frame frame_of(const ui::Window& window, const ui::Words& words, const FrameNumbers& numbers) {
    const auto size = window.size();
    const double pitch =
        numbers.millimetres_per_pixel > 0 ? numbers.millimetres_per_pixel : window.millimetres_per_pixel();
    return {.width_px = static_cast<float>(size.width),
            .height_px = static_cast<float>(size.height),
            .px_per_mm = static_cast<float>(1 / pitch),
            .text_scale = numbers.text_scale,
            .now = numbers.now,
            .language = words.language(),
            .right_to_left = words.right_to_left(),
            .words = &words};
}

std::uint32_t page_colour(const ui::Theme& theme) {
    const auto page = theme.colours.page;
    return 0xFF000000U | static_cast<std::uint32_t>(page.b) << 16U |
           static_cast<std::uint32_t>(page.g) << 8U | page.r;
}

bool sleep_at(ui::Window& window, const ui::Ui& ui, const Typing& typing, const Robot* robot,
              std::chrono::steady_clock::time_point until) {
    const auto now = std::chrono::steady_clock::now();
    if (const auto due = typing.due(now)) until = std::min(until, *due);
    const auto moving = ui.redraw_after();
    if (moving) until = std::min(until, now + *moving);
    if (robot) until = std::min(until, robot->next());
    window.wait(
        std::max(std::chrono::milliseconds(0), std::chrono::ceil<std::chrono::milliseconds>(until - now)));
    return moving.has_value();
}

RobotReach robot_reach(ui::Window& window, Typing& typing, Camera& camera, std::function<void()> camera_came,
                       std::function<bool()> is_quiet) {
    return {
        .feed =
            [&typing](const ui::InputEvent& event) { typing.feed(event, std::chrono::steady_clock::now()); },
        .hold_to_camera =
            [&camera, came = std::move(camera_came)](const std::filesystem::path& picture) {
                camera.hold_up(picture.string());
                came();
            },
        .take_picture =
            [&window](const std::filesystem::path& file) {
                return ui::write_png(window.renderer().read_back(), file).has_value();
            },
        .is_quiet = std::move(is_quiet),
        .say = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }};
}

}  // namespace welcome::kiosk::app
