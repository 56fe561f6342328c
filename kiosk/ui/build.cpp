// How widgets build their boxes: containers, words, symbols, surfaces, and the node that reports a box's
// place.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::ui {

namespace {

// By the first byte of what UTF-8 makes of U+4000 to U+9FFF.
bool has_han(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value >= 0xE4U && value <= 0xE9U;
    });
}

// Chinese may be parted between any two characters; a pillar of single ones is no line to read.
constexpr float k_shortest_line_em = 4;
constexpr float k_longest_word_mm = 60;  // a longer word may be broken before the layout bends to it
// Columns that are this far apart are two subjects: where room is short some of it stays.
constexpr float k_parting_gap_mm = 6, k_parting_gap_kept = 0.6F;

void also_paint(std::function<void(const LayoutBox&, const Rect&)>& slot,
                std::function<void(const LayoutBox&, const Rect&)> more) {
    if (!slot) {
        slot = std::move(more);
        return;
    }
    slot = [first = std::move(slot), then = std::move(more)](const LayoutBox& box, const Rect& clip) {
        first(box, clip);
        then(box, clip);
    };
}
}  // namespace

// Body and small words grow by the whole scale. What is larger already grows only as far as it must to stay
// larger than they are: else a title at 200 % would leave room for nothing else.
float Ui::Inside::em(TextStyle style) const {
    const float scale = std::max(0.5F, frame.text_scale);
    const float cap = theme.cap_mm(style);
    if (scale <= 1) return px(em_of_cap(cap * scale));
    const float body = theme.cap_mm(TextStyle::body);
    const float grown = cap <= body ? cap * scale : cap + (scale - 1) * body * body / cap;
    return px(em_of_cap(std::max(grown, std::min(cap, body) * scale)));
}

float Ui::Inside::least_em(TextStyle style) const {
    const float least = px(em_of_cap(theme.cap_min_mm(style))) * std::max(0.5F, frame.text_scale);
    return std::min(least, em(style));
}

std::string Ui::Inside::own_word(std::string_view key, std::string_view fallback) const {
    if (frame.words != nullptr && frame.words->has(key)) return (*frame.words)(key);
    return std::string(fallback);
}

Color Ui::Inside::ink(Tone tone) const {
    const Palette& colours = theme.colours;
    switch (tone) {
        case Tone::plain:
            return colours.ink;
        case Tone::soft:
            return colours.ink_soft;
        case Tone::accent:
            return colours.accent;
        case Tone::success:
            return colours.success;
        case Tone::warning:
            return colours.warning;
        case Tone::danger:
            return colours.danger;
    }
    return colours.ink;
}

LayoutBox& Ui::Inside::open(LayoutBox::Kind kind, const Box& box) {
    LayoutBox& made = stack.back()->add(kind);
    made.how = box;
    made.gap = px(box.gap_mm < 0 ? theme.mm.gap : box.gap_mm);
    made.gap_least = std::min(made.gap, px(theme.density == Density::staff ? 2.0F : 3.1F));
    if (kind == LayoutBox::Kind::row && box.gap_mm >= k_parting_gap_mm)
        made.gap_least = made.gap * k_parting_gap_kept;
    made.padding_x = made.padding_y = px(box.padding_mm);
    made.min_height = made.min_height_least = px(box.min_height_mm);
    stack.push_back(&made);
    return made;
}

void Ui::Inside::fill(LayoutBox& into, const Draw& content) {
    stack.push_back(&into);
    if (content) content();
    stack.pop_back();
}

LayoutBox& Ui::Inside::leaf(float width_px, float height_px) {
    LayoutBox& made = stack.back()->add(LayoutBox::Kind::leaf);
    made.leaf_widths = [width_px](bool) { return Widths{width_px, width_px}; };
    made.leaf_height = [height_px](float, bool) { return height_px; };
    return made;
}

std::size_t Ui::Inside::note(LayoutBox& box, Node node) {
    node.depth = depth;
    node.behind = dialog_open;
    node.focused = input.is_focused(node.id);
    if (node.actionable && node.min_target_mm <= 0) node.min_target_mm = theme.mm.target_min;
    box.node = static_cast<int>(tree.nodes.size());
    tree.nodes.push_back(std::move(node));
    return tree.nodes.size() - 1;
}

LayoutBox& Ui::Inside::words(std::string_view text, const WordStyle& how) {
    LayoutBox& made = stack.back()->add(LayoutBox::Kind::leaf);
    const auto spec = [text = std::string(text), strong = how.bold || theme.bold(how.style),
                       full = em(how.style), least = least_em(how.style), how](float width, bool snug) {
        return TextSpec{.text = text,
                        .face = strong ? Face::bold : Face::regular,
                        .px = snug ? std::max(least, full * 0.8F) : full,
                        .least_px = least,
                        .max_width = width,
                        .align = snug ? how.align_snug.value_or(how.align) : how.align};
    };
    made.leaf_widths = [this, spec](bool snug) {
        const float natural = shaper.shape(spec(0, snug)).width + 2;
        const TextSpec wrapped = spec(natural, snug);
        const float word = shaper.shape(wrapped).widest_word * wrapped.least_px / wrapped.px + 2;
        const float line =
            has_han(wrapped.text) ? std::min(natural, k_shortest_line_em * wrapped.least_px) : 0;
        return Widths{std::min({std::max(word, line), natural, px(k_longest_word_mm) * frame.text_scale}),
                      natural};
    };
    made.leaf_height = [this, spec](float width, bool snug) {
        return shaper.shape(spec(std::max(1.0F, std::floor(width)), snug)).height;
    };
    made.paint = [this, spec, how, index = owner](const LayoutBox& box, const Rect&) {
        const TextSpec laid = spec(std::max(1.0F, std::floor(box.rect.w)), box.snug);
        const Shaped& shaped = shaper.shape(laid);
        const float room = box.rect.w - shaped.width;
        const Align align = laid.align;
        const bool at_end = (align == Align::end) != frame.right_to_left;
        const float x = box.rect.x + (align == Align::centre ? room / 2 : at_end ? room : 0);
        painter.words(laid, x, box.rect.y + (box.rect.h - shaped.height) / 2, how.ink);
        const int to = box.node >= 0 ? box.node : index;
        if (to < 0) return;
        Node& node = tree.nodes[static_cast<std::size_t>(to)];
        const float cap = cap_of_em(shaped.px) / frame.px_per_mm;
        node.cap_height_mm = node.cap_height_mm > 0 ? std::min(node.cap_height_mm, cap) : cap;
        if (!node.has_colours || contrast(how.ink, how.ground) < contrast(node.foreground, node.background)) {
            node.foreground = how.ink;
            node.background = how.ground;
            node.has_colours = true;
        }
        const bool cut = shaped.height > box.rect.h + 2 || shaped.width > box.rect.w + 2;
        const bool past = box.rect.x + 2 < node.rect.x || box.rect.right() > node.rect.right() + 2;
        node.clipped = node.clipped || cut || past;
    };
    return made;
}

LayoutBox& Ui::Inside::symbol(Icon icon, float mm, Color color, bool keeps_side, float least_mm) {
    const float scale = std::min(1.25F, std::max(1.0F, frame.text_scale));
    const float side = px(mm) * scale;
    const float least = least_mm > 0 ? px(least_mm) * scale : side;
    LayoutBox& made = leaf(side, side);
    made.leaf_widths = [side, least](bool snug) { return snug ? Widths{least, least} : Widths{side, side}; };
    made.leaf_height = [side, least](float, bool snug) { return snug ? least : side; };
    made.paint = [this, icon, side, least, color, keeps_side](const LayoutBox& box, const Rect&) {
        painter.icon(icon, box.rect, box.snug ? least : side, color, frame.right_to_left && !keeps_side);
    };
    return made;
}

void Ui::Inside::surface(LayoutBox& box, const Surface& look) {
    also_paint(box.paint, [this, look](const LayoutBox& placed, const Rect&) {
        const float radius = std::min(px(look.radius_mm), std::min(placed.rect.w, placed.rect.h) / 2);
        if (look.shadow > 0) {
            Rect fallen = placed.rect;
            fallen.y += px(0.8F);
            painter.shadow(fallen, theme.colours.shadow, look.shadow, radius, px(2.6F));
        }
        painter.fill(placed.rect, look.fill, radius);
        if (look.edge_mm > 0)
            painter.outline(placed.rect, look.edge, radius, std::max(1.0F, px(look.edge_mm)));
    });
}

void Ui::Inside::ring(LayoutBox& box, std::string_view id, float radius_mm) {
    if (!input.shows_focus(id)) return;
    also_paint(box.paint_after, [this, radius_mm](const LayoutBox& placed, const Rect&) {
        const float out = px(1.2F);
        const float radius =
            std::min(px(radius_mm) + out, (std::min(placed.rect.w, placed.rect.h) + 2 * out) / 2);
        painter.outline(placed.rect.inset(-out), theme.colours.focus, radius, px(theme.mm.focus_ring));
    });
}

}  // namespace welcome::kiosk::ui
