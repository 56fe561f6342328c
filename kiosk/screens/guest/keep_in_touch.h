#pragma once
// Phone and email, both optional, each with its own unticked box; Skip is as big as Next.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct KeepInTouchView {
    FurnitureView furniture;
    std::string title, lead, phone_label, email_label, text_box, email_box, next, skip;
    std::string phone, email;
    std::string meant, meant_email;  // where the address looks like a slip: the question, and the other one
    bool text_ok = false, email_ok = false, can_go = true;
};

KeepInTouchView keep_in_touch_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, KeepInTouchView view);

}  // namespace welcome::kiosk::screens
