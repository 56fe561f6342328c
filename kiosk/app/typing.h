#pragma once
// Keys from the window: told apart into a person's typing, which goes to the fields, and a USB scanner's
// burst, which never does. UI thread.

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/scan/wedge.h"
#include "kiosk/ui/input.h"

namespace welcome::kiosk::app {

class Typing {
  public:
    using Time = std::chrono::steady_clock::time_point;
    struct Out {
        std::function<void(const ui::InputEvent&)> typed;  // a person's keys, in order
        std::function<void(const std::string&)> scanned;
    };

    explicit Typing(Out out) : out_(std::move(out)) {}

    void feed(const ui::InputEvent& event, Time at);
    void tick(Time now);
    // When held-back keys must be let go; far away where none are held.
    [[nodiscard]] std::optional<Time> due(Time now) const;

  private:
    void hand_out(const std::vector<scan::WedgeOutput>& outputs);

    const Out out_;
    scan::Wedge wedge_;
    std::vector<ui::InputEvent> behind_;  // touches that came while letters were held back
};

}  // namespace welcome::kiosk::app
