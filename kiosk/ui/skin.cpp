// How things to tap look at rest, under the finger, chosen and switched off.
#include <algorithm>

#include "kiosk/ui/inside.h"

namespace welcome::kiosk::ui {

Ui::Inside::Skin Ui::Inside::skin(std::string_view id, const Press& press) const {
    const Palette& colours = theme.colours;
    const bool down = input.is_pressed(id);
    Skin made{{.fill = colours.surface,
               .edge = colours.edge_strong,
               .edge_mm = theme.mm.edge,
               .radius_mm = theme.mm.radius,
               .shadow = down ? 0.0F : 0.12F},
              colours.ink};
    switch (press.look) {
        case Look::primary:
            made.surface.fill = down ? colours.accent_pressed : colours.accent;
            made.surface.edge_mm = 0;
            made.surface.shadow = down ? 0.0F : 0.28F;
            made.ink = colours.on_accent;
            break;
        case Look::danger:
            made.surface.fill = down ? mix(colours.danger, colours.ink, 0.3F) : colours.danger;
            made.surface.edge_mm = 0;
            made.ink = colours.on_danger;
            break;
        case Look::quiet:
            made.surface.fill = with_alpha(colours.surface_quiet, down ? 1.0F : 0.0F);
            made.surface.edge_mm = 0;
            made.surface.shadow = 0;
            made.ink = colours.accent;
            break;
        case Look::secondary:
            if (down) made.surface.fill = colours.accent_soft;
            break;
    }
    if (press.selected && press.look != Look::primary) {
        made.surface.fill = colours.accent_soft;
        made.surface.edge = colours.accent;
        made.surface.edge_mm = std::max(0.6F, theme.mm.edge * 2);
        made.ink = colours.on_accent_soft;
    }
    if (!press.enabled) {
        made.surface.fill = press.look == Look::quiet ? made.surface.fill : colours.disabled;
        made.surface.edge = colours.edge;
        made.surface.shadow = 0;
        made.ink = colours.on_disabled;
    }
    return made;
}

LayoutBox& Ui::Inside::open_target(LayoutBox::Kind kind, const Box& box, Node node, const Skin& look) {
    LayoutBox& made = open(kind, box);
    const std::string id = node.id;
    made.min_height = std::max(made.min_height, px(theme.mm.target));
    made.min_height_least = std::min(made.min_height, px(theme.mm.target_min));
    made.min_width = std::max(made.min_width, px(theme.mm.target_min));
    made.may_stack = false;
    surface(made, look.surface);
    ring(made, id, look.surface.radius_mm);
    owners.push_back(owner);
    owner = static_cast<int>(note(made, std::move(node)));
    grounds.push_back(look.surface.fill.a == 255 ? look.surface.fill : ground());
    return made;
}

void Ui::Inside::close_target() {
    grounds.pop_back();
    owner = owners.back();
    owners.pop_back();
    close();
}

}  // namespace welcome::kiosk::ui
