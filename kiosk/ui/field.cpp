// The text field: one line, a caret, what is marked, words under it when something is wrong.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/alphabets.h"
#include "kiosk/ui/editor.h"
#include "kiosk/ui/inside.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::ui {

namespace {

std::string dots(std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) text += "\u25CF";
    return text;
}

// Of a masked text's place: dots are three bytes each.
std::size_t place_shown(std::string_view text, std::size_t at, bool masked) {
    return masked ? count_characters(text.substr(0, at)) * 3 : at;
}

std::size_t place_meant(std::string_view text, std::size_t shown, bool masked) {
    if (!masked) return shown;
    std::size_t at = 0;
    for (std::size_t dot = 0; dot < shown / 3; ++dot) at = next_character(text, at);
    return at;
}

}  // namespace

TextSpec Ui::Inside::field_spec(const std::string& text, const Field& how) const {
    const bool masked = how.kind == FieldKind::pin;
    return {.text = text.empty() ? how.placeholder
                    : masked     ? dots(count_characters(text))
                                 : text,
            .px = em(TextStyle::lead)};
}

// Puts the caret where a finger was, and marks what it went over.
void Ui::Inside::touch_text(Editor& editor, const CaretState& caret, const std::string& text,
                            const Field& how) {
    const FieldTouch& touch = input.field_touch();
    if (touch.kind == FieldTouch::Kind::none || text.empty()) return;
    const bool masked = how.kind == FieldKind::pin;
    const TextSpec spec = field_spec(text, how);
    const auto at = [&](float x) {
        return place_meant(text, shaper.index_at(spec, x - caret.text_x), masked);
    };
    if (touch.kind == FieldTouch::Kind::tap) editor.put_caret(at(touch.to_x));
    if (touch.kind == FieldTouch::Kind::drag)
        editor.mark(touch.begins ? at(touch.from_x) : caret.anchor, at(touch.to_x));
    if (touch.kind == FieldTouch::Kind::second_tap) {
        if (masked) return editor.mark(0, text.size());
        editor.mark_word(at(touch.to_x));
    }
}

// The line of text inside a field, scrolled so that the caret is in sight.
void Ui::Inside::add_field_line(const std::string& id, const std::string& text, const Field& how,
                                bool editing) {
    const bool masked = how.kind == FieldKind::pin;
    const bool empty = text.empty();
    CaretState& caret = carets[id];
    const std::size_t at = empty ? 0 : place_shown(text, caret.at, masked);
    const std::size_t anchor = empty ? 0 : place_shown(text, caret.anchor, masked);
    const TextSpec spec = field_spec(text, how);
    const Color ink = !how.enabled ? theme.colours.on_disabled
                      : empty      ? theme.colours.ink_soft
                                   : theme.colours.ink;
    LayoutBox& made = leaf(px(20), std::ceil(em(TextStyle::lead) * 1.3F));
    made.weight = 1;
    made.paint = [this, spec, ink, at, anchor, empty, editing, &caret, ground = ground(), index = owner](
                     const LayoutBox& box, const Rect&) {
        const Shaped& shaped = shaper.shape(spec);
        const float caret_at = shaper.caret_x(spec, at);
        const float thick = std::max(2.0F, px(0.5F));
        const float room = box.rect.w - thick;
        if (!editing || empty) caret.scrolled = 0;
        if (shaped.width <= room) caret.scrolled = 0;
        if (caret_at - caret.scrolled > room) caret.scrolled = caret_at - room;
        if (caret_at < caret.scrolled) caret.scrolled = caret_at;
        const bool from_right = frame.right_to_left && shaped.width <= room;
        const float x = from_right ? box.rect.right() - shaped.width - thick : box.rect.x - caret.scrolled;
        caret.text_x = x;
        painter.push_clip(box.rect);
        if (editing && at != anchor) {
            for (const auto& [from, to] : shaper.ranges(spec, std::min(at, anchor), std::max(at, anchor)))
                painter.fill({x + from, box.rect.y, to - from, box.rect.h}, theme.colours.accent_soft);
        }
        painter.words(spec, x, box.rect.y + (box.rect.h - shaped.height) / 2, ink);
        if (editing) {
            const float tall = box.rect.h * 0.86F;
            const float left = empty && from_right ? box.rect.right() - thick : x + caret_at;
            painter.fill({left, box.rect.centre_y() - tall / 2, thick, tall}, theme.colours.accent);
        }
        painter.pop_clip();
        Node& node = tree.nodes[static_cast<std::size_t>(index)];
        node.cap_height_mm = cap_of_em(spec.px) / frame.px_per_mm;
        node.foreground = ink;
        node.background = ground;
        node.has_colours = !spec.text.empty();
    };
}

Edit Ui::field(std::string_view id_view, std::string& text, const Field& how) {
    Inside& in = *inside_;
    const std::string id(id_view);
    const bool first = in.shown.find(id) == nullptr;
    if (how.take_focus && first && !is_editing() && how.enabled) in.input.start_editing(id);
    const bool editing = in.input.editing == id && how.enabled;
    const bool from_right = text.empty() ? in.frame.right_to_left : reads_from_right(text);
    Editor editor(text, in.carets[id], how, from_right);
    if (editing && in.edited_before != id) editor.put_caret(text.size());
    if (editing) {
        in.edited_before = id;
        in.keyboard_in_page = how.keyboard_in_page;
        in.field_kind = how.kind;
        in.touch_text(editor, in.carets[id], text, how);
        for (const EditStep& step : in.input.edits) std::visit(editor, step);
        in.input.edits.clear();
        const bool words_of_people =
            how.kind == FieldKind::name || how.kind == FieldKind::text || how.kind == FieldKind::search;
        in.takes_sounds = words_of_people && alphabet_of(in.frame.language).is_sounds;
        in.sounds = in.takes_sounds ? sounds_before(text, in.carets[id].at) : std::string_view();
        in.begins_name = how.kind == FieldKind::name && in.sounds.size() == in.carets[id].at;
    }
    if (editing && editor.result == Edit::submitted) in.input.stop_editing();

    const bool masked = how.kind == FieldKind::pin;
    LayoutBox& whole = in.open(LayoutBox::Kind::column, {.gap_mm = 1.2F});
    (void)whole;
    if (!how.label.empty()) {
        in.words(
            how.label,
            {.style = TextStyle::body, .ink = in.theme.colours.ink, .ground = in.ground(), .bold = true});
    }
    auto skin = in.skin(id, {.enabled = how.enabled});
    skin.surface.shadow = 0;
    skin.surface.fill = how.enabled ? in.theme.colours.surface : in.theme.colours.disabled;
    skin.surface.edge = !how.error.empty() ? in.theme.colours.danger
                        : editing          ? in.theme.colours.accent
                                           : in.theme.colours.edge_strong;
    skin.surface.edge_mm = editing || !how.error.empty() ? 0.7F : in.theme.mm.edge;
    skin.surface.radius_mm = in.theme.mm.radius_small;
    std::string detail = how.error.empty() ? how.placeholder : how.error;
    LayoutBox& box = in.open_target(LayoutBox::Kind::row, {.across = Align::centre},
                                    {.id = id,
                                     .role = Role::field,
                                     .label = how.label.empty() ? how.placeholder : how.label,
                                     .value = masked ? dots(count_characters(text)) : text,
                                     .detail = std::move(detail),
                                     .enabled = how.enabled,
                                     .actionable = true},
                                    skin);
    box.padding_x = in.px(in.theme.density == Density::staff ? 2.5F : 4.0F);
    box.min_height = in.px(in.theme.mm.target_min);
    if (how.kind == FieldKind::search) {
        box.how.weights = {0, 1};
        in.symbol(Icon::search, in.theme.density == Density::staff ? 5.5F : 9.0F, in.theme.colours.ink_soft);
    }
    in.add_field_line(id, text, how, editing);
    in.close_target();
    if (!how.error.empty()) {
        in.words(how.error,
                 {.style = TextStyle::small, .ink = in.theme.colours.danger, .ground = in.ground()});
    }
    in.close();
    return editor.result;
}

}  // namespace welcome::kiosk::ui
