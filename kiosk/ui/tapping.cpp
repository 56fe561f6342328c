// Buttons, tiles, rows: true in the frame after the finger went up on them.
#include <algorithm>
#include <array>

#include "kiosk/ui/inside.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::ui {

namespace {
// A row's words beside its button: with less, words of some length go over the button.
constexpr float k_cramped_row_mm = 45;

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
    box.hugs = !how.wide;
    if (has_icon) in.symbol(how.icon, icon_mm(in.theme), skin.ink);
    if (!label.empty()) {
        in.words(label,
                 {.style = TextStyle::lead, .ink = skin.ink, .ground = in.ground(), .align = Align::centre});
    }
    in.close_target();
    return was_tapped(id);
}

// A disc with the icon: above the words, or smaller beside them when room is short.
void Ui::Inside::add_tile_symbol(const Tile& how, Color ink, Color fill) {
    const bool staff = theme.density == Density::staff;
    const float side = px(staff ? 9.0F : 15.0F);
    const float least = px(staff ? 8.0F : 12.0F);
    const bool filled = how.look == Look::primary;
    const Color disc = filled         ? mix(fill, ink, 0.16F)
                       : how.selected ? theme.colours.surface
                                      : theme.colours.accent_soft;
    const Color drawn = filled || !how.enabled ? ink : theme.colours.accent;
    LayoutBox& symbol = leaf(side, side);
    symbol.snug_weight = 0;
    symbol.leaf_widths = [side, least](bool snug) {
        return snug ? Widths{least, least} : Widths{side, side};
    };
    symbol.leaf_height = [side, least](float, bool snug) { return snug ? least : side; };
    symbol.paint = [this, icon = how.icon, side, least, disc, drawn](const LayoutBox& placed, const Rect&) {
        const float across = placed.snug ? least : side;
        painter.circle(placed.rect.centre_x(), placed.rect.centre_y(), across / 2, disc);
        painter.icon(icon, placed.rect, across * 0.62F, drawn, frame.right_to_left);
    };
}

// In the corner; when room is short, at the end of the row, where a last child keeps its place.
void Ui::Inside::add_tile_tick(LayoutBox& box, bool chosen) {
    const float side = px(theme.density == Density::staff ? 5.0F : 8.0F);
    LayoutBox& keeps = leaf(0, 0);
    keeps.snug_weight = 0;
    keeps.leaf_widths = [side](bool snug) { return snug ? Widths{side, side} : Widths{}; };
    box.paint_after = [this, before = std::move(box.paint_after), side, chosen](const LayoutBox& placed,
                                                                                const Rect& clip) {
        if (before) before(placed, clip);
        const float edge = px(2.0F);
        const float x = frame.right_to_left ? placed.rect.x + edge : placed.rect.right() - edge - side;
        const float y = placed.snug ? placed.rect.centre_y() - side / 2 : placed.rect.y + edge;
        painter.icon(chosen ? Icon::check_circle : Icon::radio_empty, {x, y, side, side}, side,
                     chosen ? theme.colours.accent : theme.colours.edge_strong);
    };
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
    box.lies_when_snug = true;
    box.gap_least = in.px(staff ? 2.0F : 3.0F);
    if (!staff) box.padding_y = in.px(1.5F);  // its lines have air of their own
    box.how.weights.clear();
    if (how.icon != Icon::none) in.add_tile_symbol(how, skin.ink, skin.surface.fill);
    LayoutBox& column_box = in.open(LayoutBox::Kind::column, {.gap_mm = 0, .along = Align::centre});
    column_box.snug_weight = 1;
    in.words(label, {.style = TextStyle::body,
                     .ink = skin.ink,
                     .ground = in.ground(),
                     .align = Align::centre,
                     .align_snug = Align::start,
                     .bold = true});
    if (!how.detail.empty()) {
        in.words(how.detail, {.style = TextStyle::small,
                              .ink = skin.ink,
                              .ground = in.ground(),
                              .align = Align::centre,
                              .align_snug = Align::start});
    }
    in.close();
    if (how.selectable) in.add_tile_tick(box, how.selected);
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
    if (!how.selected) skin.surface.edge = in.theme.colours.edge;  // soft ink is too pale on a chosen row
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
        in.open_target(LayoutBox::Kind::row, {.weights = {1, 0}, .gap_mm = 3, .across = Align::centre},
                       std::move(node), skin);
    box.padding_x = in.px(staff ? 3.0F : 4.0F);
    box.padding_y = in.px(2.0F);
    box.may_stack = !how.action_id.empty();
    box.cramped = in.px(k_cramped_row_mm) * in.frame.text_scale;
    box.stacked_across = Align::stretch;
    LayoutBox& saying = in.open(LayoutBox::Kind::row, {.gap_mm = 3, .across = Align::centre});
    saying.may_stack = false;
    if (how.icon != Icon::none) {
        in.symbol(how.icon, staff ? 6.5F : 10.0F, in.theme.colours.accent);
        saying.how.weights = {0, 1, 0};
    } else {
        saying.how.weights = {1, 0};
    }
    column({.gap_mm = 0, .along = Align::centre}, [&] {
        in.words(title, {.style = TextStyle::lead, .ink = skin.ink, .ground = in.ground()});
        if (how.detail.empty()) return;
        in.words(how.detail, {.style = TextStyle::small,
                              // Soft ink is too pale on the ground of what is chosen.
                              .ink = how.enabled && !how.selected ? in.theme.colours.ink_soft : skin.ink,
                              .ground = in.ground()});
    });
    if (!how.trailing.empty()) {
        in.words(how.trailing, {.style = TextStyle::body,
                                .ink = how.selected ? skin.ink : in.ink(how.trailing_tone),
                                .ground = in.ground(),
                                .align = Align::end});
    }
    in.close();
    if (!how.action_id.empty()) {
        button(how.action_id, how.action_label,
               {.look = how.action_look, .icon = how.action_icon, .enabled = how.enabled, .wide = false});
        LayoutBox& act = *box.children.back();
        act.hugs = false;
        act.hugs_end = true;
    }
    in.close_target();
    if (!how.action_id.empty() && was_tapped(how.action_id)) return RowTap::action;
    return was_tapped(id) ? RowTap::row : RowTap::none;
}

}  // namespace welcome::kiosk::ui
