// The page: furniture bar, progress dots, the scrolling body, the dock, the keyboard's place, the status
// line.
#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/ui/inside.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::ui {

namespace {

constexpr float k_side_mm = 3.2F;  // air inside a furniture button

// Which items keep their words when the bar is `room` wide: the first unimportant ones lose theirs first.
std::vector<bool> with_words(const std::vector<float>& full, const std::vector<float>& bare,
                             const std::vector<bool>& important, float gap, float room) {
    std::vector<bool> kept(full.size(), true);
    float whole = full.empty() ? 0 : gap * static_cast<float>(full.size() - 1);
    for (const float width : full) whole += width;
    for (const bool last_resort : {false, true}) {
        for (std::size_t i = 0; i < full.size() && whole > room; ++i) {
            if (important[i] != last_resort) continue;
            kept[i] = false;
            whole -= full[i] - bare[i];
        }
    }
    return kept;
}

class Bar {
  public:
    Bar(Ui::Inside& in, const std::vector<BarItem>& leading, const std::vector<BarItem>& trailing)
        : in_(in), leading_(leading), trailing_(trailing) {}

    // One row: leading, the event's name where there is room, trailing. More rows where even without words it
    // would not fit.
    void build(const std::string& name) {
        const std::vector<Item> items = all();
        const float room = in_.frame.width_px - 2 * in_.px(in_.theme.mm.margin);
        if (bare_width(items) <= room) return add_row(items, leading_.size(), name, room);
        std::vector<Item> line;
        for (const Item& item : items) {
            line.push_back(item);
            if (line.size() == 1 || bare_width(line) <= room) continue;
            line.pop_back();
            add_row(line, line.size(), "", room);
            line = {item};
        }
        add_row(line, line.size(), "", room);
    }

    // In as little room as there is: no words but of items without a picture.
    void build_bare() { add_row(all(), leading_.size(), "", 0); }

  private:
    struct Item {
        const BarItem* what;
        float full, bare;  // widths with and without words
    };

    [[nodiscard]] std::vector<Item> all() const {
        std::vector<Item> items;
        for (const auto* list : {&leading_, &trailing_}) {
            for (const BarItem& item : *list)
                items.push_back({&item, width_of(item, true), width_of(item, false)});
        }
        return items;
    }

    [[nodiscard]] float bare_width(const std::vector<Item>& items) const {
        float whole = items.empty() ? 0 : in_.px(in_.theme.mm.gap) * static_cast<float>(items.size() - 1);
        for (const Item& item : items) whole += item.bare;
        return whole;
    }

    void add_row(const std::vector<Item>& items, std::size_t leading, const std::string& name, float room) {
        std::vector<float> full;
        std::vector<float> bare;
        std::vector<bool> important;
        for (const Item& item : items) {
            full.push_back(item.full);
            bare.push_back(item.bare);
            important.push_back(item.what->important);
        }
        const float gap = in_.px(in_.theme.mm.gap);
        const auto kept = with_words(full, bare, important, gap, room);
        float used = 0;
        for (std::size_t i = 0; i < full.size(); ++i) used += (kept[i] ? full[i] : bare[i]) + gap;
        LayoutBox& row = in_.open(LayoutBox::Kind::row, {.across = Align::centre});
        row.how.weights.assign(full.size() + 1, 0);
        row.may_stack = false;
        row.padding_x = in_.px(in_.theme.mm.margin);
        row.padding_y = in_.px(in_.theme.density == Density::staff ? 1.5F : 2.0F);
        for (std::size_t i = 0; i < leading; ++i) add(*items[i].what, kept[i]);
        add_name(name, room - used);
        for (std::size_t i = leading; i < items.size(); ++i) add(*items[i].what, kept[i]);
        in_.close();
    }

    [[nodiscard]] float icon_mm() const { return in_.theme.density == Density::staff ? 5.5F : 8.5F; }

    [[nodiscard]] TextSpec spec(const BarItem& item) const {
        return {.text = item.label, .face = Face::bold, .px = in_.em(TextStyle::small)};
    }

    [[nodiscard]] float width_of(const BarItem& item, bool words) const {
        float width = 2 * in_.px(k_side_mm);
        if (item.icon != Icon::none)
            width += in_.px(icon_mm()) * std::clamp(in_.frame.text_scale, 1.0F, 1.25F);
        const bool shows = words || item.icon == Icon::none;
        if (shows) width += in_.shaper.shape(spec(item)).width + in_.px(2) + 2;
        return std::max(width, in_.px(in_.theme.mm.target));
    }

    void add(const BarItem& item, bool words) {
        auto skin = in_.skin(item.id, {.enabled = item.enabled, .selected = item.pressed});
        skin.surface.shadow = 0;
        if (item.important) {
            skin.surface.fill =
                in_.input.is_pressed(item.id) ? in_.theme.colours.edge : in_.theme.colours.accent_soft;
            skin.surface.edge = in_.theme.colours.accent;
            skin.ink = in_.theme.colours.on_accent_soft;
        }
        Node node{.id = item.id,
                  .role = Role::button,
                  .label = item.label,
                  .enabled = item.enabled,
                  .actionable = true};
        if (item.pressed) node.checked = true;
        LayoutBox& box =
            in_.open_target(LayoutBox::Kind::row,
                            {.weights = {0, 0}, .gap_mm = 2, .across = Align::centre, .along = Align::centre},
                            std::move(node), skin);
        box.min_width = width_of(item, words);
        if (item.icon != Icon::none) in_.symbol(item.icon, icon_mm(), skin.ink);
        if (words || item.icon == Icon::none) {
            in_.words(item.label, {.style = TextStyle::small,
                                   .ink = skin.ink,
                                   .ground = in_.ground(),
                                   .align = Align::centre,
                                   .bold = true});
        }
        box.min_height = box.min_height_least;
        in_.close_target();
    }

    void add_name(const std::string& name, float room) {
        const float needed =
            in_.shaper.shape({.text = name, .face = Face::bold, .px = in_.em(TextStyle::small)}).width;
        LayoutBox& middle = in_.open(LayoutBox::Kind::column, {.along = Align::centre});
        middle.weight = 1;
        const bool fits = needed < room || (needed < room * 1.8F && room > in_.px(45));
        if (!name.empty() && fits) {
            in_.words(name, {.style = TextStyle::small,
                             .ink = in_.theme.colours.ink_soft,
                             .ground = in_.ground(),
                             .align = Align::centre,
                             .bold = true});
        }
        in_.close();
    }

    Ui::Inside& in_;
    const std::vector<BarItem>& leading_;
    const std::vector<BarItem>& trailing_;
};

void add_dots(Ui::Inside& in, int step, int steps) {
    const float tall = in.px(2.2F);
    LayoutBox& dots = in.leaf(0, tall);
    const std::string at = std::to_string(step);
    const std::string all = std::to_string(steps);
    std::string label = at + " / " + all;
    if (in.frame.words != nullptr && in.frame.words->has("ui.step")) {
        label = (*in.frame.words)("ui.step", {{"n", at}, {"all", all}});
    }
    in.note(dots, {.id = "furniture.step", .role = Role::progress, .label = label, .value = at});
    dots.paint = [&in, step, steps, tall](const LayoutBox& box, const Rect&) {
        const float length = in.px(9);
        const float gap = in.px(2);
        const float whole = length * static_cast<float>(steps) + gap * static_cast<float>(steps - 1);
        for (int i = 0; i < steps; ++i) {
            const int order = in.frame.right_to_left ? steps - 1 - i : i;
            const Rect dot{box.rect.centre_x() - whole / 2 + static_cast<float>(i) * (length + gap),
                           box.rect.y, length, tall};
            in.painter.fill(dot, order < step ? in.theme.colours.accent : in.theme.colours.edge, tall / 2);
        }
    };
}

void add_status(Ui::Inside& in, const Page& page) {
    const Palette& colours = in.theme.colours;
    LayoutBox& row =
        in.open(LayoutBox::Kind::row,
                {.weights = {0, 0}, .gap_mm = 2, .across = Align::centre, .along = Align::centre});
    row.may_stack = false;
    row.padding_x = in.px(in.theme.mm.margin);
    row.padding_y = in.px(1.2F);
    in.owners.push_back(in.owner);
    in.owner = static_cast<int>(
        in.note(row, {.id = "furniture.status", .role = Role::status, .label = page.status}));
    const Color ink = page.status_kind == Notice::error     ? colours.danger
                      : page.status_kind == Notice::warning ? colours.warning
                      : page.status_kind == Notice::success ? colours.success
                                                            : colours.ink_soft;
    if (page.status_icon != Icon::none)
        in.symbol(page.status_icon, in.theme.density == Density::staff ? 4.5F : 7.0F, ink);
    in.words(page.status,
             {.style = TextStyle::small, .ink = ink, .ground = in.ground(), .align = Align::centre});
    in.owner = in.owners.back();
    in.owners.pop_back();
    in.close();
}

}  // namespace

void Ui::page(const Page& page, const Draw& body) {
    Inside& in = *inside_;
    in.tree.page = page.id;
    LayoutBox& whole = in.open(LayoutBox::Kind::column, {.gap_mm = 0});
    whole.weight = 1;
    whole.may_shrink = true;
    in.note(whole, {.id = page.id, .role = Role::page, .label = page.name.empty() ? page.id : page.name});
    ++in.depth;
    const bool typing = is_editing() && !in.keyboard_in_page;
    const bool upright = is_portrait() && !page.leading.empty();
    const bool beside = typing && in.bar_goes_beside;
    const std::vector<BarItem> none;
    // The bar gives way to the keyboard; a way back and a way to a helper do not.
    std::vector<BarItem> back;
    std::vector<BarItem> helper;
    if (beside && !page.leading.empty()) back = {page.leading.front()};
    if (typing)
        std::copy_if(page.trailing.begin(), page.trailing.end(), std::back_inserter(helper),
                     [](const BarItem& item) { return item.important; });
    if (beside) {
        LayoutBox& line = in.open(LayoutBox::Kind::row, {.weights = {0, 1, 0}, .gap_mm = 0});
        line.may_stack = false;
        line.may_shrink = true;
        line.weight = 1;
        Bar(in, back, none).build_bare();
    } else {
        Bar(in, page.leading, upright ? helper : page.trailing).build(page.name);
    }
    if (page.steps > 0 && !typing) add_dots(in, page.step, page.steps);

    LayoutBox& region = in.open(LayoutBox::Kind::scroll, {});
    const std::string region_id = page.id + ".body";
    region.scroll = &in.input.scroll(region_id);
    region.rail = in.px(in.theme.mm.target_min + in.theme.mm.margin * 0.75F);
    region.may_shrink = true;
    region.weight = 1;
    LayoutBox& content =
        in.open(LayoutBox::Kind::column, {.along = page.centre ? Align::centre : Align::start});
    const float widest = page.max_width_mm == 0 ? in.theme.mm.content_max : page.max_width_mm;
    content.padding_x = in.px(beside ? 2.0F : in.theme.mm.margin);  // the ring of the focus stands 1.2 mm out
    content.padding_y = in.px(in.theme.mm.margin * 0.35F);          // bar and foot bring air of their own
    if (widest > 0) content.max_width = in.px(widest);
    // The dock is built inside the body's lambda, yet stands under the body.
    auto dock = std::make_unique<LayoutBox>();
    dock->kind = LayoutBox::Kind::column;
    in.dock = dock.get();
    body();
    in.dock = nullptr;
    if (!typing && in.is_too_tall(*dock))
        content.children.push_back(std::exchange(dock, std::make_unique<LayoutBox>()));
    in.close();
    in.close();
    if (beside) {
        region.rail = 0;  // the room is the field's; "Done" brings the page back
        Bar(in, none, helper).build_bare();
        in.close();
    } else {
        in.add_scroll_rail(region, region_id);
    }

    const bool docked = !dock->children.empty() && !typing;
    if (docked) {
        dock->padding_x = in.px(in.theme.mm.margin);
        dock->padding_y = in.px(in.theme.mm.margin * 0.5F);
        if (widest > 0) dock->max_width = in.px(widest);
        whole.children.push_back(std::move(dock));
    } else if (!dock->children.empty()) {
        // Kept as a box without a place, so that its nodes are dropped with it.
        dock->unseen = true;
        whole.children.push_back(std::move(dock));
    }
    if (upright && !page.trailing.empty() && !typing) Bar(in, none, page.trailing).build("");
    if (!page.status.empty() && !typing) add_status(in, page);
    if (typing) {
        in.foot = &whole;
        in.add_keyboard(whole, in.layout_for_field());
    }
    --in.depth;
    in.close();
}

// Large letters: a foot that stays would leave no room for the page. It scrolls with it.
bool Ui::Inside::is_too_tall(const LayoutBox& box) const {
    constexpr float k_most = 0.4F;  // of the glass
    const float width = frame.width_px - 2 * px(theme.mm.margin);
    return frame.text_scale > 1 && box.height(width, false) > k_most * frame.height_px;
}

void Ui::dock_bottom(const Draw& content) {
    Inside& in = *inside_;
    if (in.dock == nullptr) return content();
    // Large letters on a low glass: every foot does.
    constexpr float k_least_mm = 75;
    const bool low = in.frame.height_px / in.frame.px_per_mm / in.frame.text_scale < k_least_mm;
    if (low && in.frame.text_scale > 1) return content();
    in.fill(*in.dock, content);
}

// Soft edges say that there is more.
void Ui::Inside::add_fades(LayoutBox& region) {
    region.paint_after = [this, page = ground()](const LayoutBox& box, const Rect&) {
        const Rect& window = box.scroll->rect;
        // Nothing may lie over the ring of the focus.
        if (!input.editing.empty() || input.steers()) return;
        // Lower than a letter: a line that is whole stays readable.
        const float tall = std::min(px(1.6F), window.h / 4);
        if (box.scroll->offset > 0.5F) painter.fade({window.x, window.y, window.w, tall}, page, true);
        if (box.scroll->offset < box.scroll->most() - 0.5F) {
            painter.fade({window.x, window.bottom() - tall, window.w, tall}, page, false);
        }
    };
}

// Buttons that move a long page, beside it: no drag is ever needed.
void Ui::Inside::add_scroll_rail(LayoutBox& region, const std::string& id) {
    add_fades(region);
    ScrollState& state = *region.scroll;
    stack.push_back(&region);
    LayoutBox& rail = open(LayoutBox::Kind::column, {.gap_mm = 3.1F, .along = Align::end});
    rail.padding_x = px(theme.mm.margin * 0.25F);
    rail.padding_y = px(theme.mm.margin * 0.5F);
    const auto arrow = [&](const std::string& button, Icon icon, std::string_view key,
                           std::string_view fallback, bool can) {
        auto look = skin(button, {.enabled = can});
        look.surface.radius_mm = theme.mm.target_min / 2;
        LayoutBox& target = open_target(LayoutBox::Kind::row,
                                        {.weights = {0}, .across = Align::centre, .along = Align::centre},
                                        {.id = button,
                                         .role = Role::button,
                                         .label = own_word(key, fallback),
                                         .enabled = can,
                                         .actionable = true},
                                        look);
        target.min_height = target.min_height_least = target.min_width = px(theme.mm.target_min);
        symbol(icon, theme.density == Density::staff ? 7.0F : 11.0F,
               can ? theme.colours.accent : theme.colours.edge_strong);
        close_target();
    };
    const float step = state.window * 0.7F;
    if (outer.was_tapped(id + ".up")) state.offset = std::max(0.0F, state.offset - step);
    if (outer.was_tapped(id + ".down")) state.offset = std::min(state.most(), state.offset + step);
    arrow(id + ".up", Icon::up, "ui.scroll.up", "Further up", state.offset > 0.5F);
    arrow(id + ".down", Icon::down, "ui.scroll.down", "Further down",
          state.offset < state.most() - 0.5F || state.most() <= 0);
    close();
    stack.pop_back();
}

}  // namespace welcome::kiosk::ui
