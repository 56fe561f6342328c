#pragma once
// You are in: shown only after what it says is on the disk. Also the screens of a helper on the way and of
// a disk that refuses.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct DoneView {
    FurnitureView furniture;
    std::string title, who, where, code_label, code, code_hint, more, finish;
    std::string number_label = {}, number = {}, number_hint = {};  // to speak
    std::vector<std::string> care =
        {};  // which room for whom, or how long the line is; the number to watch for
    ui::Icon icon = ui::Icon::check_circle;
    ui::Tone tone = ui::Tone::success;
};

DoneView done_view(const Look& look);
DoneView helper_view(const Look& look);
DoneView trouble_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const DoneView& view);

}  // namespace welcome::kiosk::screens
