// A question over everything: what is under it is neither tapped nor read.
#include <algorithm>
#include <numbers>

#include "kiosk/ui/inside.h"

namespace welcome::kiosk::ui {

namespace {

// A ring that empties, with the seconds in it. It moves once a second, never faster.
void add_countdown(Ui::Inside& in, int left, int whole) {
    const float side = in.px(24) * std::clamp(in.frame.text_scale, 1.0F, 1.5F);
    LayoutBox& ring = in.leaf(side, side);
    const TextSpec spec{.text = std::to_string(left), .face = Face::bold, .px = in.em(TextStyle::title)};
    in.note(ring, {.id = "dialog.seconds", .role = Role::progress, .label = spec.text, .value = spec.text});
    const float part =
        static_cast<float>(std::clamp(left, 0, whole)) / static_cast<float>(std::max(1, whole));
    ring.paint = [&in, spec, side, part](const LayoutBox& box, const Rect&) {
        constexpr float turn = 2 * std::numbers::pi_v<float>;
        const float thick = in.px(1.8F);
        const float x = box.rect.centre_x();
        const float y = box.rect.centre_y();
        in.painter.arc(x, y, side / 2 - thick, 0, turn, in.theme.colours.edge, thick);
        in.painter.arc(x, y, side / 2 - thick, -turn / 4, -turn / 4 + turn * part, in.theme.colours.accent,
                       thick);
        const Shaped& shaped = in.shaper.shape(spec);
        in.painter.words(spec, x - shaped.width / 2, y - shaped.height / 2, in.theme.colours.ink);
    };
}

}  // namespace

void Ui::dialog(std::string_view id, const Dialog& dialog, const Draw& buttons) {
    Inside& in = *inside_;
    const bool opens = in.shown.dialog != id;
    for (Node& node : in.tree.nodes) node.behind = true;
    in.tree.dialog = id;
    in.overlays.push_back({std::make_unique<LayoutBox>(), true});
    LayoutBox& over = *in.overlays.back().root;
    over.kind = LayoutBox::Kind::column;
    over.how = {.along = Align::centre};
    over.padding_x = over.padding_y = in.px(in.theme.mm.margin);
    in.surface(over, {.fill = in.theme.colours.scrim});
    in.stack.push_back(&over);
    LayoutBox& card =
        in.open(LayoutBox::Kind::column, {.gap_mm = 4,
                                          .padding_mm = in.theme.density == Density::staff ? 6.0F : 9.0F,
                                          .across = Align::stretch});
    card.max_width = in.px(in.theme.density == Density::staff ? 120.0F : 165.0F);
    in.surface(card,
               {.fill = in.theme.colours.surface, .radius_mm = in.theme.mm.radius * 1.6F, .shadow = 0.4F});
    in.grounds.push_back(in.theme.colours.surface);
    in.note(card, {.id = std::string(id), .role = Role::dialog, .label = dialog.title});
    card.may_shrink = true;
    ++in.depth;
    // With large letters the words scroll; the buttons never leave.
    scroll(std::string(id) + ".body", [&] {
        if (dialog.icon != Icon::none) {
            column({.across = Align::centre}, [&] { in.symbol(dialog.icon, 16, in.theme.colours.accent); });
        }
        if (dialog.seconds_left >= 0) {
            column({.across = Align::centre},
                   [&] { add_countdown(in, dialog.seconds_left, dialog.seconds_whole); });
        }
        heading(std::string(id) + ".title", dialog.title, TextStyle::title, Align::centre);
        if (!dialog.text.empty()) {
            text(dialog.text, {.align = Align::centre, .id = std::string(id) + ".text"});
        }
    });
    buttons();
    --in.depth;
    in.grounds.pop_back();
    in.close();
    in.stack.pop_back();
    in.dialog_open = false;
    // The first button has the focus as long as nothing in the dialog has it.
    if (opens) {
        in.input.stop_editing();
        const auto first = std::find_if(in.tree.nodes.begin(), in.tree.nodes.end(), [](const Node& node) {
            return node.actionable && node.enabled && !node.behind;
        });
        if (first != in.tree.nodes.end()) in.input.focus = first->id;
        in.must_repeat = true;
    }
}

}  // namespace welcome::kiosk::ui
