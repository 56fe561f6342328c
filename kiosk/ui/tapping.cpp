// Buttons, tiles, rows: true in the frame after the finger went up on them.
#include <algorithm>
#include <array>

#include "kiosk/ui/inside.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::ui {

namespace {
float icon_mm(const Theme& theme) {
    return theme.density == Density::staff ? 5.5F : 9.0F;
}
}  // namespace

bool Ui::button(std::string_view id, std::string_view label, const Button& how) {
    Inside& in = *inside_;
    const auto skin = in.skin(id, {.look = how.look, .enabled = how.enabled});
    const bool has_icon = how.icon != Icon::none;
    LayoutBox& box = in.open_target(LayoutBox::Kind::row,
                                    {.weights = {0, 0},
                                     .gap_mm = 2.5F,
                                     .min_height_mm = how.min_height_mm,
                                     .across = Align::centre,
                                     .along = Align::centre},
                                    {.id = std::string(id),
                                     .role = Role::button,
                                     .label = std::string(label),
                                     .enabled = how.enabled,
                                     .actionable = true},
                                    skin);
    box.padding_x = in.px(in.theme.density == Density::staff ? 3.0F : 5.0F);
    box.padding_y = in.px(in.theme.density == Density::staff ? 1.2F : 2.0F);
    if (!how.wide) box.max_width = box.padding_x;  // as wide as its words
    if (has_icon) in.symbol(how.icon, icon_mm(in.theme), skin.ink);
    if (!label.empty()) {
        in.words(label,
                 {.style = TextStyle::lead, .ink = skin.ink, .ground = in.ground(), .align = Align::centre});
    }
    if (!how.wide) box.max_width = box.widths(false).natural;
    in.close_target();
    return was_tapped(id);
}

bool Ui::tile(std::string_view id, std::string_view label, const Tile& how) {
    Inside& in = *inside_;
    const auto skin =
        in.skin(id, {.look = how.look, .enabled = how.enabled, .selected = how.selectable && how.selected});
    const bool staff = in.theme.density == Density::staff;
    Node node{.id = std::string(id),
              .role = Role::tile,
              .label = std::string(label),
              .detail = how.detail,
              .enabled = how.enabled,
              .actionable = true};
    if (how.selectable) node.checked = how.selected;
    const float tall = how.min_height_mm > 0 ? how.min_height_mm : in.theme.mm.target * 1.5F;
    LayoutBox& box = in.open_target(
        LayoutBox::Kind::column,
        {.gap_mm = 1.5F, .padding_mm = staff ? 2.0F : 3.0F, .min_height_mm = tall, .along = Align::centre},
        std::move(node), skin);
    if (how.icon != Icon::none) {
        const float side = staff ? 9.0F : 15.0F;
        const bool filled = how.look == Look::primary;
        const Color disc = filled ? mix(skin.surface.fill, skin.ink, 0.16F) : in.theme.colours.accent_soft;
        const Color drawn = filled ? skin.ink : how.enabled ? in.theme.colours.accent : skin.ink;
        LayoutBox& symbol = in.leaf(in.px(side), in.px(side));
        symbol.paint = [&in, icon = how.icon, side, disc, drawn](const LayoutBox& placed, const Rect&) {
            in.painter.circle(placed.rect.centre_x(), placed.rect.centre_y(), in.px(side / 2), disc);
            in.painter.icon(in.frame.right_to_left ? mirrored(icon) : icon, placed.rect, in.px(side * 0.62F),
                            drawn);
        };
    }
    in.words(label, {.style = TextStyle::body,
                     .ink = skin.ink,
                     .ground = in.ground(),
                     .align = Align::centre,
                     .bold = true});
    if (!how.detail.empty()) {
        in.words(how.detail,
                 {.style = TextStyle::small, .ink = skin.ink, .ground = in.ground(), .align = Align::centre});
    }
    if (how.selectable) {
        box.paint_after = [&in, before = std::move(box.paint_after), chosen = how.selected](
                              const LayoutBox& placed, const Rect& clip) {
            if (before) before(placed, clip);
            const float side = in.px(in.theme.density == Density::staff ? 5.0F : 8.0F);
            const float edge = in.px(2.0F);
            const float x = in.frame.right_to_left ? placed.rect.x + edge : placed.rect.right() - edge - side;
            const Rect corner{x, placed.rect.y + edge, side, side};
            in.painter.icon(chosen ? Icon::check_circle : Icon::radio_empty, corner, side,
                            chosen ? in.theme.colours.accent : in.theme.colours.edge_strong);
        };
    }
    in.close_target();
    return was_tapped(id);
}

bool Ui::tick_row(std::string_view id, std::string_view label, bool ticked, const TickRow& how) {
    Inside& in = *inside_;
    const auto skin = in.skin(id, {.enabled = how.enabled, .selected = ticked});
    const bool staff = in.theme.density == Density::staff;
    LayoutBox& box =
        in.open_target(LayoutBox::Kind::row, {.weights = {0, 1}, .gap_mm = 4, .across = Align::centre},
                       {.id = std::string(id),
                        .role = Role::checkbox,
                        .label = std::string(label),
                        .detail = how.detail,
                        .checked = ticked,
                        .enabled = how.enabled,
                        .actionable = true},
                       skin);
    box.padding_x = in.px(staff ? 2.5F : 5.0F);
    box.padding_y = in.px(staff ? 1.0F : 1.8F);
    in.symbol(ticked ? Icon::check_circle : Icon::radio_empty, staff ? 7.0F : 13.0F,
              ticked ? in.theme.colours.accent : in.theme.colours.edge_strong);
    column({.gap_mm = 0, .along = Align::centre}, [&] {
        in.words(label, {.style = TextStyle::lead, .ink = skin.ink, .ground = in.ground()});
        if (how.detail.empty()) return;
        in.words(how.detail, {.style = TextStyle::small, .ink = skin.ink, .ground = in.ground()});
    });
    in.close_target();
    return was_tapped(id);
}

bool Ui::checkbox(std::string_view id, std::string_view sentence, bool ticked, bool enabled) {
    Inside& in = *inside_;
    const auto skin = in.skin(id, {.enabled = enabled, .selected = ticked});
    const bool staff = in.theme.density == Density::staff;
    LayoutBox& box =
        in.open_target(LayoutBox::Kind::row, {.weights = {0, 1}, .gap_mm = 3.5F, .across = Align::centre},
                       {.id = std::string(id),
                        .role = Role::checkbox,
                        .label = std::string(sentence),
                        .checked = ticked,
                        .enabled = enabled,
                        .actionable = true},
                       skin);
    box.padding_x = in.px(staff ? 2.5F : 4.0F);
    box.padding_y = in.px(staff ? 1.2F : 2.5F);
    in.symbol(ticked ? Icon::checkbox_ticked : Icon::checkbox_empty, staff ? 6.0F : 11.0F,
              ticked ? in.theme.colours.accent : in.theme.colours.edge_strong);
    in.words(sentence, {.style = TextStyle::body, .ink = skin.ink, .ground = in.ground()});
    in.close_target();
    return was_tapped(id);
}

RowTap Ui::list_row(std::string_view id, std::string_view title, const ListRow& how) {
    Inside& in = *inside_;
    auto skin = in.skin(id, {.enabled = how.enabled, .selected = how.selected});
    if (!how.selected) skin.surface.edge = in.theme.colours.edge;
    skin.surface.shadow = 0;
    const bool staff = in.theme.density == Density::staff;
    Node node{.id = std::string(id),
              .role = Role::list_row,
              .label = std::string(title),
              .value = how.trailing,
              .detail = how.detail,
              .enabled = how.enabled,
              .actionable = how.opens};
    LayoutBox& box =
        in.open_target(LayoutBox::Kind::row, {.gap_mm = 3, .across = Align::centre}, std::move(node), skin);
    box.padding_x = in.px(staff ? 3.0F : 4.0F);
    box.padding_y = in.px(staff ? 1.0F : 2.0F);
    if (how.icon != Icon::none) {
        in.symbol(how.icon, staff ? 6.5F : 10.0F, in.theme.colours.accent);
        box.how.weights = {0, 1, 0, 0};
    } else {
        box.how.weights = {1, 0, 0};
    }
    column({.gap_mm = 0, .along = Align::centre}, [&] {
        in.words(title, {.style = TextStyle::lead, .ink = skin.ink, .ground = in.ground()});
        if (how.detail.empty()) return;
        in.words(how.detail,
                 {.style = TextStyle::small, .ink = in.theme.colours.ink_soft, .ground = in.ground()});
    });
    if (!how.trailing.empty()) {
        in.words(how.trailing, {.style = TextStyle::body,
                                .ink = in.ink(how.trailing_tone),
                                .ground = in.ground(),
                                .align = Align::end});
    }
    if (!how.action_id.empty()) {
        button(how.action_id, how.action_label,
               {.look = how.action_look, .icon = how.action_icon, .enabled = how.enabled, .wide = false});
    }
    in.close_target();
    if (!how.action_id.empty() && was_tapped(how.action_id)) return RowTap::action;
    return was_tapped(id) ? RowTap::row : RowTap::none;
}

}  // namespace welcome::kiosk::ui
