#pragma once
// One line of a staff page's list whose view says by itself what a tap on it means.

#include <optional>
#include <string>

#include "kiosk/screens/happening.h"
#include "kiosk/ui/ui.h"

namespace welcome::kiosk::screens {

struct RowView {
    std::string id, title, detail, trailing;
    ui::Icon icon = ui::Icon::none;
    ui::Tone tone = ui::Tone::soft;       // of the trailing word
    std::string action_id, action_label;  // a button at the row's end
    std::optional<Action> row_means, action_means;
};

std::optional<Action> draw_row(ui::Ui& ui, const RowView& row);

}  // namespace welcome::kiosk::screens
