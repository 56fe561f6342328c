#pragma once
// What every screen of the kiosk, locked or open, needs of the window: a frame's numbers, and a robot's reach
// to it.

#include <functional>

#include "kiosk/app/camera.h"
#include "kiosk/app/robot.h"
#include "kiosk/app/typing.h"
#include "kiosk/ui/platform/window.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::app {

struct FrameNumbers {
    double millimetres_per_pixel = 0;  // 0: what the display says
    std::chrono::milliseconds now{0};
    float text_scale = 1;
};
// `words` must outlive the frame.
ui::Frame frame_of(const ui::Window& window, const ui::Words& words, const FrameNumbers& numbers);

// As the renderers take colours: alpha, blue, green, red.
std::uint32_t page_colour(const ui::Theme& theme);

// Sleeps until somebody touches, mail comes, held-back keys are due, something is to move, the robot goes on,
// or `until`. True: something is to move, so draw again.
bool sleep_at(ui::Window& window, const ui::Ui& ui, const Typing& typing, const Robot* robot,
              std::chrono::steady_clock::time_point until);

// A robot at this window; `camera_came` is told when it holds something up.
RobotReach robot_reach(ui::Window& window, Typing& typing, Camera& camera, std::function<void()> camera_came,
                       std::function<bool()> is_quiet);

}  // namespace welcome::kiosk::app
