// A sign for the whole hall: one thing as big as there is room, its colour, its shape and its word under it.
#include <algorithm>

#include "kiosk/ui/inside.h"

namespace welcome::kiosk::ui {

namespace {

// The em size at which `text` fills that box, as wide or as tall as it goes.
float fitting(TextShaper& shaper, const std::string& text, float width, float height) {
    constexpr float probe = 100;
    const Shaped& shaped = shaper.shape({.text = text, .face = Face::bold, .px = probe});
    if (shaped.width <= 0 || shaped.height <= 0) return probe;
    return probe * std::min(width / shaped.width, height / shaped.height);
}

Color fill_of(const Palette& colours, Tone tone) {
    if (tone == Tone::success) return colours.success;
    if (tone == Tone::warning) return colours.warning;
    if (tone == Tone::danger) return colours.danger;
    return colours.accent;
}

}  // namespace

void Ui::sign(std::string_view id, const Sign& how) {
    Inside& in = *inside_;
    const float tall = in.frame.height_px * (is_portrait() ? how.height * 0.7F : how.height);
    LayoutBox& made = in.leaf(in.px(40), tall);
    made.leaf_widths = [&in](bool) { return Widths{in.px(40), in.frame.width_px}; };
    in.note(made, {.id = std::string(id), .role = Role::text, .label = how.spoken, .value = how.line});
    made.paint = [&in, how](const LayoutBox& box, const Rect&) {
        const Color fill = fill_of(in.theme.colours, how.tone);
        const Color ink = rgb(0xFFFFFF);
        in.painter.fill(box.rect, fill, in.px(in.theme.mm.radius));
        const float side = box.rect.w * 0.9F;
        const auto centred = [&](const std::string& text, float px, float middle, float indent) {
            const TextSpec spec{.text = text, .face = Face::bold, .px = px};
            const Shaped& shaped = in.shaper.shape(spec);
            in.painter.words(spec, box.rect.centre_x() - shaped.width / 2 + indent,
                             middle - shaped.height / 2, ink);
            return shaped.width;
        };
        const float px = fitting(in.shaper, how.big, side, box.rect.h * 0.62F);
        centred(how.big, px, box.rect.y + box.rect.h * 0.32F, 0);
        const float line_px = fitting(in.shaper, how.line, side * 0.8F, box.rect.h * 0.33F);
        const float symbol = line_px * 1.1F;
        const float middle = box.rect.y + box.rect.h * 0.81F;
        const float width = centred(how.line, line_px, middle, symbol * 0.7F);
        in.painter.icon(
            how.icon, {box.rect.centre_x() - width / 2 - symbol * 0.7F, middle - symbol / 2, symbol, symbol},
            symbol, ink);
        if (box.node < 0) return;
        Node& node = in.tree.nodes[static_cast<std::size_t>(box.node)];
        node.foreground = ink;
        node.background = fill;
        node.has_colours = true;
        node.cap_height_mm = cap_of_em(line_px) / in.frame.px_per_mm;
    };
}

}  // namespace welcome::kiosk::ui
