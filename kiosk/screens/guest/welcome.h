#pragma once
// The first screen: languages, four ways to come in, and that nobody has to sign in. A code is read here too.

#include "kiosk/screens/furniture.h"
#include "kiosk/screens/shown_picture.h"

namespace welcome::kiosk::screens {

struct WelcomeView {
    FurnitureView furniture;
    std::string title, lead, notice, code, code_detail, find, find_detail, fresh, fresh_detail, in, in_detail;
    std::string organiser;  // what the logo is, for the ear
};

WelcomeView welcome_view(const Look& look);
// `logo` stands before the title, where the event has one.
std::optional<Action> draw(ui::Ui& ui, const WelcomeView& view, const ShownPicture& logo);

}  // namespace welcome::kiosk::screens
