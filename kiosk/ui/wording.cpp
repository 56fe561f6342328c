// Widgets that only say something.
#include <algorithm>

#include "kiosk/ui/inside.h"

namespace welcome::kiosk::ui {

void Ui::heading(std::string_view id, std::string_view text, TextStyle style, Align align) {
    Inside& in = *inside_;
    LayoutBox& box =
        in.words(text, {.style = style, .ink = in.theme.colours.ink, .ground = in.ground(), .align = align});
    in.note(box, {.id = std::string(id), .role = Role::heading, .label = std::string(text)});
}

void Ui::text(std::string_view text, const Text& how) {
    Inside& in = *inside_;
    Node node{.id = how.id, .role = Role::text, .label = std::string(text)};
    if (node.id.empty()) node.id = in.tree.page + ".text." + std::to_string(++in.texts);
    if (how.spoken_only) {
        LayoutBox& silent = in.leaf(0, 0);
        silent.unseen = true;
        in.note(silent, std::move(node));
        return;
    }
    LayoutBox& box = in.words(
        text, {.style = how.style, .ink = in.ink(how.tone), .ground = in.ground(), .align = how.align});
    in.note(box, std::move(node));
}

void Ui::icon(Icon icon, float mm, Tone tone) {
    Inside& in = *inside_;
    LayoutBox& made = in.leaf(in.px(mm), in.px(mm));
    made.paint = [&in, icon, mm, color = in.ink(tone)](const LayoutBox& box, const Rect&) {
        in.painter.icon(icon, box.rect, in.px(mm), color, in.frame.right_to_left);
    };
}

void Ui::stat(std::string_view id, std::string_view number, std::string_view label, Tone tone) {
    Inside& in = *inside_;
    LayoutBox& box = in.open(LayoutBox::Kind::column, {.gap_mm = 0.5F, .padding_mm = 3});
    box.how.along = Align::centre;
    in.surface(box, {.fill = in.theme.colours.surface,
                     .edge = in.theme.colours.edge,
                     .edge_mm = 0.15F,
                     .radius_mm = in.theme.mm.radius,
                     .shadow = 0.14F});
    in.owners.push_back(in.owner);
    in.owner = static_cast<int>(in.note(box, {.id = std::string(id),
                                              .role = Role::text,
                                              .label = std::string(label),
                                              .value = std::string(number)}));
    const Color ground = in.theme.colours.surface;
    in.words(number,
             {.style = TextStyle::huge, .ink = in.ink(tone), .ground = ground, .align = Align::centre});
    in.words(label, {.style = TextStyle::small,
                     .ink = in.theme.colours.ink_soft,
                     .ground = ground,
                     .align = Align::centre});
    in.owner = in.owners.back();
    in.owners.pop_back();
    in.close();
}

namespace {

struct NoticeLook {
    Icon icon;
    Color ink, ground;
};

NoticeLook look_of(Notice kind, const Palette& colours) {
    switch (kind) {
        case Notice::success:
            return {Icon::check_circle, colours.success, colours.success_soft};
        case Notice::warning:
            return {Icon::warning, colours.warning, colours.warning_soft};
        case Notice::error:
            return {Icon::error, colours.danger, colours.danger_soft};
        case Notice::press:
            return {Icon::badge, colours.press, colours.press_soft};
        case Notice::info:
            break;
    }
    return {Icon::info, colours.on_accent_soft, colours.accent_soft};
}

}  // namespace

void Ui::banner(std::string_view id, std::string_view text, Notice kind) {
    Inside& in = *inside_;
    const NoticeLook look = look_of(kind, in.theme.colours);
    LayoutBox& box = in.open(LayoutBox::Kind::row,
                             {.weights = {0, 1}, .gap_mm = 3, .padding_mm = 3.5F, .across = Align::centre});
    box.may_stack = false;
    in.surface(
        box, {.fill = look.ground, .edge = look.ink, .edge_mm = 0.2F, .radius_mm = in.theme.mm.radius_small});
    in.owners.push_back(in.owner);
    in.owner = static_cast<int>(
        in.note(box, {.id = std::string(id), .role = Role::status, .label = std::string(text)}));
    in.symbol(look.icon, in.theme.density == Density::staff ? 5.5F : 9.0F, look.ink);
    in.words(text, {.style = TextStyle::body, .ink = look.ink, .ground = look.ground});
    in.owner = in.owners.back();
    in.owners.pop_back();
    in.close();
    // What a guest is answered on the same page is seen, however far down it was scrolled. At a table others'
    // alerts come up too: no row moves away under a finger for them.
    if (in.theme.density == Density::guest && in.shown.page == in.tree.page && !is_editing() &&
        in.shown.find(id) == nullptr)
        in.input.reveal = id;
}

void Ui::toast(std::string_view id, std::string_view text, Notice kind) {
    Inside& in = *inside_;
    in.overlays.push_back({std::make_unique<LayoutBox>(), false});
    LayoutBox& over = *in.overlays.back().root;
    over.kind = LayoutBox::Kind::column;
    over.padding_x = over.padding_y = in.px(in.theme.mm.margin);
    over.how = {.across = Align::centre, .along = Align::end};
    const NoticeLook look = look_of(kind, in.theme.colours);
    in.fill(over, [&] {
        LayoutBox& box = in.open(LayoutBox::Kind::row,
                                 {.weights = {0, 0}, .gap_mm = 3, .padding_mm = 4, .across = Align::centre});
        box.may_stack = false;
        box.max_width = in.px(170);
        const Color dark = in.theme.colours.ink;
        in.surface(box, {.fill = dark, .radius_mm = in.theme.mm.radius, .shadow = 0.35F});
        in.owners.push_back(in.owner);
        in.owner = static_cast<int>(
            in.note(box, {.id = std::string(id), .role = Role::status, .label = std::string(text)}));
        in.symbol(look.icon, in.theme.density == Density::staff ? 6.0F : 9.0F, in.theme.colours.surface);
        in.words(text, {.style = TextStyle::body, .ink = in.theme.colours.surface, .ground = dark});
        in.owner = in.owners.back();
        in.owners.pop_back();
        in.close();
    });
}

}  // namespace welcome::kiosk::ui
