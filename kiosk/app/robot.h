#pragma once
// Plays a robot script on the running kiosk: it sees the accessibility tree and acts through the same
// input path as a person. Stepped by the main loop whenever the window has settled. UI thread only.

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/robot_script.h"
#include "kiosk/ui/input.h"
#include "kiosk/ui/tree.h"

namespace welcome::kiosk::app {

// All that a robot may do: what a person can do, and two ways to write down what it sees.
struct RobotReach {
    std::function<void(const ui::InputEvent&)> feed;
    std::function<void(const std::filesystem::path&)> hold_to_camera;
    std::function<bool(const std::filesystem::path&)> take_picture;  // false: the file could not be written
    std::function<bool()> is_quiet;                                  // nothing is being said any more
    std::function<void(const std::string&)> say;  // a line for the log, after each step that is done
};

class Robot {
  public:
    using Time = std::chrono::steady_clock::time_point;
    enum class Progress { playing, finished, failed };

    Robot(std::vector<RobotStep> steps, RobotReach reach);

    // Does at most one thing. `tree` is of the frame on the glass now.
    Progress step(const ui::Tree& tree, Time now);
    // When to call again though nothing changed.
    [[nodiscard]] Time next() const { return next_; }
    [[nodiscard]] const std::string& failure() const { return failure_; }
    [[nodiscard]] std::vector<RobotStep> steps_left() const {
        return {steps_.begin() + static_cast<std::ptrdiff_t>(position_), steps_.end()};
    }

  private:
    enum class Outcome { done, again, failed };
    Outcome act(const RobotStep& step, const ui::Tree& tree, Time now);
    Outcome tap(const RobotStep& step, const ui::Tree& tree);
    Outcome hold(const RobotStep& step, const ui::Tree& tree, Time now);
    Outcome type(const RobotStep& step, Time now);
    Outcome pad(const RobotStep& step);
    Outcome reach(const RobotStep& step, const ui::Tree& tree, Time now);
    Outcome wedge(const RobotStep& step);
    Outcome expect(const RobotStep& step, const ui::Tree& tree);
    Outcome remember(const RobotStep& step, const ui::Tree& tree);
    Outcome write_tree(const RobotStep& step, const ui::Tree& tree);
    Outcome wait(const RobotStep& step, Time now);
    [[nodiscard]] std::string filled(std::string text) const;  // $NAME → what was remembered
    void fail(const RobotStep& step, const ui::Tree& tree);

    const std::vector<RobotStep> steps_;
    const RobotReach reach_;
    std::map<std::string, std::string> remembered_;
    std::size_t position_ = 0;
    std::size_t typed_ = 0;      // letters of this step's text already typed
    std::size_t pressed_ = 0;    // pad keys of this step
    std::optional<Time> began_;  // of this step
    std::optional<Time> held_until_;
    ui::InputEvent finger_up_;  // that ends the holding
    Time next_{};
    std::string failure_;
};

}  // namespace welcome::kiosk::app
