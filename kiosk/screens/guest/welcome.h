#pragma once
// The first screen: languages, four ways to come in, and that nobody has to sign in. A code is read here too.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct WelcomeView {
    FurnitureView furniture;
    std::string title, lead, notice, code, code_detail, find, find_detail, fresh, fresh_detail, in, in_detail;
};

WelcomeView welcome_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const WelcomeView& view);

}  // namespace welcome::kiosk::screens
