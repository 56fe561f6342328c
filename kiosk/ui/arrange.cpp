// Containers: how a screen puts its widgets beside and under each other.
#include <algorithm>

#include "kiosk/ui/inside.h"

namespace welcome::kiosk::ui {

namespace {

// Whether in this box stands a field: the one of this id, or where none is given any.
bool has_field(const LayoutBox& box, const Tree& tree, std::string_view id = {}) {
    if (box.node >= 0) {
        const Node& node = tree.nodes[static_cast<std::size_t>(box.node)];
        if (node.role == Role::field && (id.empty() || node.id == id)) return true;
    }
    return std::any_of(box.children.begin(), box.children.end(),
                       [&](const auto& child) { return has_field(*child, tree, id); });
}

}  // namespace

// Over the keyboard of a low glass there is room for one field and one line: the fields beside it give way,
// so that its label has the whole of that line.
void Ui::Inside::give_way_to_typed(LayoutBox& row) const {
    if (!bar_goes_beside || input.editing.empty() || !has_field(row, tree, input.editing)) return;
    for (const auto& child : row.children)
        child->unseen = child->unseen || (has_field(*child, tree) && !has_field(*child, tree, input.editing));
}

void Ui::column(const Box& box, const Draw& content) {
    inside_->open(LayoutBox::Kind::column, box);
    content();
    inside_->close();
}

void Ui::row(const Box& box, const Draw& content) {
    LayoutBox& made = inside_->open(LayoutBox::Kind::row, box);
    content();
    inside_->give_way_to_typed(made);
    inside_->close();
}

void Ui::row_or_column(const Box& box, const Draw& content) {
    if (!is_portrait()) return row(box, content);
    Box upright = box;
    upright.weights.clear();
    column(upright, content);
}

void Ui::grid(float min_cell_mm, const Draw& content, float close_mm) {
    LayoutBox& box = inside_->open(LayoutBox::Kind::grid, {});
    box.cell = inside_->px(min_cell_mm);
    if (close_mm >= 0) box.line_gap_least = std::min(box.gap_least, inside_->px(close_mm));
    content();
    inside_->close();
}

void Ui::card(std::string_view id, const Draw& content, const Box& box) {
    Inside& in = *inside_;
    LayoutBox& made = in.open(LayoutBox::Kind::column, box);
    (void)id;
    in.surface(made, {.fill = in.theme.colours.surface,
                      .edge = in.theme.colours.edge,
                      .edge_mm = 0.15F,
                      .radius_mm = in.theme.mm.radius,
                      .shadow = 0.16F});
    in.grounds.push_back(in.theme.colours.surface);
    content();
    in.grounds.pop_back();
    in.close();
}

void Ui::centred(float max_width_mm, const Draw& content) {
    LayoutBox& box = inside_->open(LayoutBox::Kind::column, {});
    box.max_width = inside_->px(max_width_mm);
    content();
    inside_->close();
}

void Ui::scroll(std::string_view id, const Draw& content) {
    Inside& in = *inside_;
    LayoutBox& region = in.open(LayoutBox::Kind::scroll, {});
    region.scroll = &in.input.scroll(std::string(id));
    region.rail = in.px(in.theme.mm.target_min + in.theme.mm.gap);
    region.may_shrink = true;
    region.weight = 1;
    in.open(LayoutBox::Kind::column, {});
    content();
    in.close();
    in.close();
    in.add_scroll_rail(region, std::string(id));
}

void Ui::space(float mm) {
    Inside& in = *inside_;
    const float length = in.px(mm < 0 ? in.theme.mm.step : mm);
    LayoutBox& made = in.leaf(0, 0);
    made.leaf_height = [length](float, bool snug) { return snug ? length / 3 : length; };
    made.leaf_widths = [length, is_row = in.stack.back()->kind == LayoutBox::Kind::row](bool) {
        return is_row ? Widths{length, length} : Widths{};
    };
    if (in.stack.back()->kind == LayoutBox::Kind::row) {
        made.leaf_height = [](float, bool) { return 0.0F; };
        made.weight = 0;
    }
}

void Ui::stretch(float weight) {
    inside_->leaf(0, 0).weight = weight;
}

void Ui::divider() {
    Inside& in = *inside_;
    LayoutBox& made = in.leaf(0, std::max(1.0F, in.px(0.25F)));
    made.paint = [&in](const LayoutBox& box, const Rect&) {
        in.painter.fill(box.rect, in.theme.colours.edge);
    };
}

}  // namespace welcome::kiosk::ui
