#include "kiosk/screens/staff/role_choice.h"

namespace welcome::kiosk::screens {

RoleChoice role_choice(const Look& look, const std::string& page, event::GuestRole now) {
    RoleChoice choice{.label = look.words("card.role"),
                      .now = {},
                      .options = {{{page + ".role.none", look.words("card.role_none")},
                                   {page + ".role.press", look.words("card.role_press")},
                                   {page + ".role.vip", look.words("card.role_vip")}}}};
    choice.now = choice.options.at(static_cast<std::size_t>(now)).id;
    return choice;
}

std::optional<event::GuestRole> draw(ui::Ui& ui, const std::string& page, const RoleChoice& choice) {
    const auto chosen = ui.choice(page + ".role", choice.label, choice.options, choice.now);
    for (std::size_t place = 0; chosen && place < choice.options.size(); ++place) {
        if (choice.options.at(place).id == *chosen) return static_cast<event::GuestRole>(place);
    }
    return std::nullopt;
}

}  // namespace welcome::kiosk::screens
