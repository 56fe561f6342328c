#pragma once
// The page for a second display: whose turn it is, how long still, who is next, and which family is asked to
// come to child care. For everybody in the room: numbers, and names only of those who wanted theirs said.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct TimerView {
    std::string page_name, who, time, spoken, light, next, then, leave;
    ui::Icon icon = ui::Icon::none;
    ui::Tone tone = ui::Tone::accent;
    std::vector<std::string> pages;  // "Family 214, please come to child care."
    float clock_height = 0.55F;      // of the glass
    bool is_up = false, may_leave = false;
};

TimerView timer_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const TimerView& view);

// True where the clock of a turn runs on the screen that is shown: it must be drawn again each second.
bool shows_running_clock(const Model& model, const event::State& state);

}  // namespace welcome::kiosk::screens
