#include "kiosk/screens/staff/more.h"

#include "kiosk/screens/staff/more_pages.h"

namespace welcome::kiosk::screens {

MoreView more_view(const Look& look) {
    MoreView view{.furniture = staff_furniture(look, "more"), .title = look.words("more.title"), .tiles = {}};
    for (const auto& page : more_pages()) {
        if (!may_open(look.model, page)) continue;
        if (page.has_something && !page.has_something(look.model, look.state)) continue;
        view.tiles.push_back({.id = "more." + std::string(page.name),
                              .name = std::string(page.name),
                              .title = look.words(page.title),
                              .hint = look.words(page.hint),
                              .icon = page.icon});
    }
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const MoreView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("more.title", view.title, ui::TextStyle::heading);
        ui.grid(60, [&] {
            for (const auto& tile : view.tiles) {
                if (ui.tile(tile.id, tile.title, {.icon = tile.icon, .detail = tile.hint}))
                    action = Action{Intent::open_page, tile.name};
            }
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
