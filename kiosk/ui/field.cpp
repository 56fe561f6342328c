// The text field: one line, a caret, words under it when something is wrong.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::ui {

namespace {

bool fits_kind(FieldKind kind, std::string_view character) {
    const bool digit = character.size() == 1 && character[0] >= '0' && character[0] <= '9';
    if (kind == FieldKind::pin || kind == FieldKind::digits) return digit;
    if (kind == FieldKind::phone)
        return digit || (character.size() == 1 &&
                         std::string_view("+-(). ").find(character) != std::string_view::npos);
    return character.size() > 1 || static_cast<unsigned char>(character[0]) >= 0x20;
}

// Applies the frame's edits at the caret.
class Editor {
  public:
    Editor(std::string& text, CaretState& caret, const Field& how) : text_(text), caret_(caret), how_(how) {
        caret_.at = std::min(caret_.at, text_.size());
    }

    void operator()(const TextTyped& typed) {
        std::string_view rest = typed.text;
        while (!rest.empty()) {
            const std::size_t length = next_character(rest, 0);
            insert(rest.substr(0, length));
            rest.remove_prefix(length);
        }
    }

    void operator()(const KeyPress& press) {
        switch (press.key) {
            case Key::backspace:
                erase(previous_character(text_, caret_.at), caret_.at);
                break;
            case Key::remove:
                erase(caret_.at, next_character(text_, caret_.at));
                break;
            case Key::left:
                caret_.at = previous_character(text_, caret_.at);
                break;
            case Key::right:
                caret_.at = next_character(text_, caret_.at);
                break;
            case Key::home:
                caret_.at = 0;
                break;
            case Key::end:
                caret_.at = text_.size();
                break;
            case Key::enter:
                result = Edit::submitted;
                break;
            default:
                break;
        }
    }

    Edit result = Edit::none;

  private:
    void insert(std::string_view character) {
        if (!fits_kind(how_.kind, character)) return;
        if (count_characters(text_) >= static_cast<std::size_t>(how_.most_characters)) return;
        text_.insert(caret_.at, character);
        caret_.at += character.size();
        result = Edit::changed;
    }

    void erase(std::size_t from, std::size_t to) {
        if (from == to) return;
        text_.erase(from, to - from);
        caret_.at = from;
        result = Edit::changed;
    }

    std::string& text_;
    CaretState& caret_;
    const Field& how_;
};

std::string dots(std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) text += "\u25CF";
    return text;
}

}  // namespace

// The line of text inside a field, scrolled so that the caret is in sight.
void Ui::Inside::add_field_line(const std::string& id, const std::string& text, const Field& how,
                                bool editing) {
    const bool masked = how.kind == FieldKind::pin;
    const bool empty = text.empty();
    const std::string line = empty ? how.placeholder : masked ? dots(count_characters(text)) : text;
    CaretState& caret = carets[id];
    const std::size_t at = empty    ? 0
                           : masked ? count_characters(std::string_view(text).substr(0, caret.at)) * 3
                                    : caret.at;
    const TextSpec spec{.text = line, .px = em(TextStyle::lead)};
    const Color ink = !how.enabled ? theme.colours.on_disabled
                      : empty      ? theme.colours.ink_soft
                                   : theme.colours.ink;
    LayoutBox& made = leaf(px(20), std::ceil(em(TextStyle::lead) * 1.3F));
    made.weight = 1;
    made.paint = [this, spec, ink, at, empty, editing, &caret, ground = ground(), index = owner](
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
        painter.push_clip(box.rect);
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
    Editor editor(text, in.carets[id], how);
    if (editing && in.edited_before != id) in.carets[id].at = text.size();
    if (editing) {
        in.edited_before = id;
        in.keyboard_in_page = how.keyboard_in_page;
        in.field_kind = how.kind;
        for (const EditStep& step : in.input.edits) std::visit(editor, step);
        in.input.edits.clear();
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
