// What a held key offers, over the keyboard: "a" gives á à â … It stays until one is taken or something else
// is touched, so that nobody has to slide.
#include <algorithm>

#include "kiosk/ui/inside.h"
#include "kiosk/ui/key_layouts.h"

namespace welcome::kiosk::ui {

namespace {

constexpr float k_padding_mm = 3.1F;

// Beside the key that is held, on the keyboard rather than on the field above it.
Rect place_for(const Ui::Inside& in, float width, float height) {
    const Rect& key = in.input.held.key;
    const Node* board = in.shown.find("keyboard");
    const float top = board == nullptr ? 0 : board->rect.y;
    const float gap = in.px(k_key_gap_mm / 2);
    const bool above = key.y - gap - height >= top;
    const float y = above ? key.y - gap - height : key.bottom() + gap;
    return {std::clamp(key.centre_x() - width / 2, 0.0F, std::max(0.0F, in.frame.width_px - width)),
            std::clamp(y, 0.0F, std::max(0.0F, in.frame.height_px - height)), width, height};
}

}  // namespace

void Ui::Inside::add_held_letter(const KeyboardSpec& spec) {
    const auto rows = held_rows(input.held.letter, spec);
    if (rows.empty()) {
        input.held = {};
        return;
    }
    const bool opens = shown.dialog != "held";
    for (Node& node : tree.nodes) node.behind = true;
    tree.dialog = "held";
    const float side = px(theme.density == Density::staff ? k_least_staff_key_mm + 1 : k_least_key_mm + 2);
    const float gap = px(k_key_gap_mm);
    const float padding = px(k_padding_mm);
    const auto across = static_cast<float>(rows.front().size());
    const auto down = static_cast<float>(rows.size());
    const Rect place = place_for(*this, across * side + (across - 1) * gap + 2 * padding,
                                 down * side + (down - 1) * gap + 2 * padding);

    overlays.push_back({std::make_unique<LayoutBox>(), true});
    LayoutBox& over = *overlays.back().root;
    over.kind = LayoutBox::Kind::column;
    over.keeps_direction = true;
    stack.push_back(&over);
    leaf(0, place.y);
    LayoutBox& line = open(LayoutBox::Kind::row, {.weights = {0, 0}, .gap_mm = 0});
    line.may_stack = false;
    leaf(place.x, 0);
    LayoutBox& panel = open(LayoutBox::Kind::column, {});
    panel.gap = panel.gap_least = gap;
    panel.padding_x = panel.padding_y = padding;
    panel.min_width = place.w;
    surface(panel, {.fill = theme.colours.surface,
                    .edge = theme.colours.accent,
                    .edge_mm = 0.4F,
                    .radius_mm = theme.mm.radius,
                    .shadow = 0.4F});
    grounds.push_back(theme.colours.surface);
    note(panel, {.id = "held", .role = Role::group, .label = input.held.letter});
    ++depth;
    for (const KeyRow& row : rows) {
        LayoutBox& keys = open(LayoutBox::Kind::row, {});
        keys.gap = keys.gap_least = gap;
        keys.may_stack = false;
        keys.how.weights.assign(row.size(), 0);
        for (const KeyFace& key : row) {
            add_key(key, side, false);
            keys.children.back()->min_width = side;
        }
        close();
    }
    --depth;
    grounds.pop_back();
    close();
    close();
    stack.pop_back();
    if (opens) {
        input.focus = rows.front().front().id;
        must_repeat = true;
    }
}

}  // namespace welcome::kiosk::ui
