#include "kiosk/ui/box.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace welcome::kiosk::ui {

namespace {

float mirrored_x(float x, float w, const Rect& inner, bool right_to_left) {
    return right_to_left ? inner.right() - (x - inner.x) - w : x;
}

float sum(const std::vector<float>& lengths) {
    return std::accumulate(lengths.begin(), lengths.end(), 0.0F);
}

// Gives what is left over to the children with a weight.
void spread(std::vector<float>& lengths, const std::vector<float>& weights, float extra) {
    const float whole = sum(weights);
    if (whole <= 0 || extra <= 0) return;
    for (std::size_t i = 0; i < lengths.size(); ++i) lengths[i] += extra * weights[i] / whole;
}

// What would fill a line and a half breaks into two or three, as words are.
constexpr float k_pillar_lines = 1.6F, k_narrow_lines = 1.4F, k_narrow = 0.6F;

float offset_along(Align along, float extra) {
    if (extra <= 0) return 0;
    return along == Align::centre ? extra / 2 : along == Align::end ? extra : 0;
}

}  // namespace

LayoutBox& LayoutBox::add(Kind child_kind) {
    children.push_back(std::make_unique<LayoutBox>());
    children.back()->kind = child_kind;
    return *children.back();
}

std::vector<LayoutBox*> LayoutBox::seen() const {
    std::vector<LayoutBox*> found;
    for (const auto& child : children) {
        if (!child->unseen) found.push_back(child.get());
    }
    return found;
}

bool LayoutBox::is_row(bool tight) const {
    return kind == Kind::row || (lies_when_snug && tight);
}

float LayoutBox::share_of(std::size_t child, bool tight) const {
    std::size_t order = 0;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (children[i]->unseen) continue;
        if (order++ != child) continue;
        if (lies_when_snug && tight && children[i]->snug_weight >= 0) return children[i]->snug_weight;
        if (children[i]->weight >= 0) return children[i]->weight;
        if (child < how.weights.size()) return how.weights[child];
    }
    return is_row(tight) ? 1.0F : 0.0F;
}

Widths LayoutBox::children_widths(bool tight) const {
    Widths whole;
    const auto boxes = seen();
    for (const LayoutBox* child : boxes) {
        const Widths one = child->widths(tight);
        if (is_row(tight)) {
            whole.natural += one.natural;
            whole.least = may_stack ? std::max(whole.least, one.least) : whole.least + one.least;
        } else {
            whole.natural = std::max(whole.natural, one.natural);
            whole.least = std::max(whole.least, one.least);
        }
    }
    if (is_row(tight) && boxes.size() > 1) {
        const float gaps = gap_for(tight) * static_cast<float>(boxes.size() - 1);
        whole.natural += gaps;
        if (!may_stack) whole.least += gaps;
    }
    return whole;
}

Widths LayoutBox::widths(bool tight) const {
    Widths& known = widths_[tight ? 1 : 0];
    if (known.natural >= 0) return known;
    Widths fresh =
        kind == Kind::leaf ? (leaf_widths ? leaf_widths(tight) : Widths{}) : children_widths(tight);
    if (kind == Kind::grid) fresh.natural = std::max(fresh.natural, cell) * static_cast<float>(seen().size());
    const float never_under =
        tight && min_width_least >= 0 ? std::min(min_width, min_width_least) : min_width;
    fresh.least = std::max(fresh.least + 2 * padding_x, never_under);
    fresh.natural = std::max(fresh.natural + 2 * padding_x, never_under);
    if (max_width > 0) fresh.natural = std::min(fresh.natural, std::max(max_width, fresh.least));
    known = fresh;
    return known;
}

bool LayoutBox::stacks(float inner, bool tight) const {
    return may_stack && (stacks_with_others_ || overflows(inner, tight));
}

// Whether the children have no room side by side.
bool LayoutBox::overflows(float inner, bool tight) const {
    if (!is_row(tight) || !may_stack) return false;
    float least = 0;
    const auto boxes = seen();
    for (const LayoutBox* child : boxes) least += child->widths(tight).least;
    if (!boxes.empty()) least += gap_for(tight) * static_cast<float>(boxes.size() - 1);
    return boxes.size() > 1 && (least > inner + 1 || is_cramped(inner, tight));
}

// Words in a pillar beside a button are hard to read: over it they have the whole width. What is judged is
// the part of the first child that bends: neither its icon nor the time at its end does.
bool LayoutBox::is_cramped(float inner, bool tight) const {
    if (cramped <= 0) return false;
    const auto boxes = seen();
    float room = inner - gap_for(tight) * static_cast<float>(boxes.size() - 1);
    for (std::size_t i = 1; i < boxes.size(); ++i) room -= boxes[i]->widths(tight).natural;
    float words = 0;
    const auto parts = boxes.front()->seen();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const float natural = parts[i]->widths(tight).natural;
        if (boxes.front()->share_of(i, tight) > 0)
            words += natural;
        else
            room -= natural + boxes.front()->gap_for(tight);
    }
    return room < cramped && words > (room < k_narrow * cramped ? k_narrow_lines : k_pillar_lines) * room;
}

std::vector<float> LayoutBox::row_widths(float inner, bool tight) const {
    const auto boxes = seen();
    std::vector<float> widths_now(boxes.size());
    std::vector<float> weights(boxes.size());
    if (!boxes.empty()) inner -= gap_for(tight) * static_cast<float>(boxes.size() - 1);
    float fixed = 0;
    float give = 0;
    float flexible_least = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Widths one = boxes[i]->widths(tight);
        weights[i] = share_of(i, tight);
        if (weights[i] > 0) {
            flexible_least += one.least;
        } else {
            widths_now[i] = one.natural;
            fixed += one.natural;
            give += one.natural - one.least;
        }
    }
    const float over = fixed + flexible_least - inner;
    for (std::size_t i = 0; i < boxes.size() && over > 0 && give > 0; ++i) {
        if (weights[i] <= 0) {
            const Widths one = boxes[i]->widths(tight);
            widths_now[i] = one.natural - (one.natural - one.least) * std::min(1.0F, over / give);
        }
    }
    share_out(widths_now, weights, inner, tight);
    // Not even the least fits: the widest gives way, and its words part or are drawn smaller, rather than
    // reach past the row.
    if (const float past = sum(widths_now) - inner; past > 0 && !boxes.empty()) {
        // Of those that share the free length, if there are any.
        const auto gives = [&](std::size_t i) { return std::pair(share_of(i, tight) > 0, widths_now[i]); };
        std::size_t widest = 0;
        for (std::size_t i = 1; i < boxes.size(); ++i)
            if (gives(i) > gives(widest)) widest = i;
        widths_now[widest] = std::max(0.0F, widths_now[widest] - past);
    }
    keep_one_shape(widths_now, tight);
    return widths_now;
}

// Two boxes side by side are twins to the eye: where one has to stack, the others do too.
void LayoutBox::keep_one_shape(const std::vector<float>& lengths, bool tight) const {
    const auto boxes = seen();
    bool one_stacks = false;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        one_stacks = one_stacks || boxes[i]->overflows(lengths[i] - 2 * boxes[i]->padding_x, tight);
    for (LayoutBox* box : boxes) {
        if (box->stacks_with_others_ != one_stacks) box->memo_ = {};
        box->stacks_with_others_ = one_stacks;
    }
}

void LayoutBox::share_out(std::vector<float>& widths_now, std::vector<float>& weights, float inner,
                          bool tight) const {
    const auto boxes = seen();
    // Shares by weight; whoever would get less than its least gets that, and the others share again.
    for (bool settled = false; !settled;) {
        settled = true;
        const float left = std::max(0.0F, inner - sum(widths_now));
        const float whole = sum(weights);
        for (std::size_t i = 0; i < boxes.size() && settled; ++i) {
            const float least = boxes[i]->widths(tight).least;
            if (weights[i] <= 0 || left * weights[i] / whole >= least) continue;
            widths_now[i] = least;
            weights[i] = 0;
            settled = false;
        }
        if (settled) spread(widths_now, weights, left);
    }
}

std::size_t LayoutBox::grid_columns(float inner, bool tight) const {
    const auto boxes = seen();
    if (boxes.empty()) return 1;
    float widest = cell;
    for (const LayoutBox* child : boxes) widest = std::max(widest, child->widths(tight).least);
    const float between = gap_for(tight);
    const auto fit =
        static_cast<std::size_t>(std::max(1.0F, std::floor((inner + between) / (widest + between))));
    const std::size_t columns = std::min(boxes.size(), fit);
    const std::size_t rows = (boxes.size() + columns - 1) / columns;
    return (boxes.size() + rows - 1) / rows;
}

std::vector<float> LayoutBox::grid_heights(float inner, bool tight) const {
    const auto boxes = seen();
    const std::size_t columns = grid_columns(inner, tight);
    const float between = gap_for(tight);
    const float width = (inner - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    std::vector<float> heights((boxes.size() + columns - 1) / columns);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        heights[i / columns] = std::max(heights[i / columns], boxes[i]->height(width, tight));
    }
    return heights;
}

float LayoutBox::column_height(float inner, bool tight) const {
    float whole = 0;
    const auto boxes = seen();
    for (const LayoutBox* child : boxes) {
        const bool own_width = across_column(tight) != Align::stretch;
        whole += child->height(own_width ? std::min(inner, child->widths(tight).natural) : inner, tight);
    }
    return boxes.empty() ? 0 : whole + gap_for(tight) * static_cast<float>(boxes.size() - 1);
}

float LayoutBox::content_height(float inner, bool tight) const {
    if (kind == Kind::leaf) return leaf_height ? leaf_height(inner, tight) : 0;
    if (kind == Kind::scroll) return children.empty() ? 0 : children.front()->height(inner, tight);
    if (kind == Kind::grid) {
        const auto heights = grid_heights(inner, tight);
        return heights.empty() ? 0
                               : sum(heights) + line_gap_for(tight) * static_cast<float>(heights.size() - 1);
    }
    if (!is_row(tight) || stacks(inner, tight)) return column_height(inner, tight);
    const auto boxes = seen();
    const auto widths_now = row_widths(inner, tight);
    float tallest = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        tallest = std::max(tallest, boxes[i]->height(widths_now[i], tight));
    }
    return tallest;
}

float LayoutBox::height(float width, bool tight) const {
    if (max_width > 0) width = std::min(width, std::max(max_width, widths(tight).least));
    if (memo_.width == width && memo_.snug == tight) return memo_.height;
    const float content = content_height(width - 2 * padding_x, tight) + 2 * padding_y;
    memo_ = {width, std::max(content, tight ? std::min(min_height, min_height_least) : min_height), tight};
    return memo_.height;
}

void LayoutBox::place(const Rect& where, bool tight, bool right_to_left) {
    rect = where;
    snug = tight;
    right_to_left = right_to_left && !keeps_direction;
    if (max_width > 0 && rect.w > std::max(max_width, widths(tight).least)) {
        const float width = std::max(max_width, widths(tight).least);
        rect.x += (rect.w - width) / 2;
        rect.w = width;
    }
    if ((hugs || hugs_end) && rect.w > widths(tight).natural) {
        if (right_to_left != hugs_end) rect.x += rect.w - widths(tight).natural;
        rect.w = widths(tight).natural;
    }
    const Rect inner{rect.x + padding_x, rect.y + padding_y, rect.w - 2 * padding_x, rect.h - 2 * padding_y};
    if (kind == Kind::scroll) return place_scroll(inner, tight, right_to_left);
    if (kind == Kind::grid) return place_grid(inner, right_to_left);
    if (is_row(tight) && !stacks(inner.w, tight)) return place_row(inner, right_to_left);
    if (kind != Kind::leaf) place_column(inner, right_to_left);
}

void LayoutBox::place_column(const Rect& inner, bool right_to_left) {
    const auto boxes = seen();
    if (boxes.empty()) return;
    std::vector<float> heights(boxes.size());
    std::vector<float> weights(boxes.size());
    std::vector<float> across(boxes.size(), inner.w);
    const Align align = across_column(snug);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (align != Align::stretch) across[i] = std::min(inner.w, boxes[i]->widths(snug).natural);
        heights[i] = boxes[i]->height(across[i], snug);
        weights[i] = is_row(snug) ? 0 : share_of(i, snug);
    }
    const float gaps = gap_for(snug) * static_cast<float>(boxes.size() - 1);
    float extra = inner.h - sum(heights) - gaps;
    for (std::size_t i = 0; i < boxes.size() && extra < 0; ++i) {
        if (!boxes[i]->may_shrink) continue;
        const float given = std::min(heights[i], -extra);
        heights[i] -= given;
        extra += given;
    }
    spread(heights, weights, extra);
    // Air that was taken away although some of it would have had a place comes back.
    float between = gap_for(snug);
    if (snug && !is_row(true) && sum(weights) <= 0 && extra > 0 && boxes.size() > 1) {
        const float more = std::min(gap * 1.2F, 0.8F * extra / static_cast<float>(boxes.size() - 1));
        between += more;
        extra -= more * static_cast<float>(boxes.size() - 1);
    }
    float y = inner.y + (sum(weights) > 0 ? 0 : offset_along(how.along, extra));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const float room = inner.w - across[i];
        const float x = inner.x + (align == Align::centre ? room / 2 : align == Align::end ? room : 0);
        boxes[i]->place({mirrored_x(x, across[i], inner, right_to_left), y, across[i], heights[i]}, snug,
                        right_to_left);
        y += heights[i] + between;
    }
}

void LayoutBox::place_row(const Rect& inner, bool right_to_left) {
    const auto boxes = seen();
    const auto lengths = row_widths(inner.w, snug);
    const float gaps = boxes.empty() ? 0 : gap_for(snug) * static_cast<float>(boxes.size() - 1);
    float x = inner.x + offset_along(how.along, inner.w - sum(lengths) - gaps);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const bool whole = how.across == Align::stretch;
        const float tall = whole ? inner.h : std::min(inner.h, boxes[i]->height(lengths[i], snug));
        const float room = inner.h - tall;
        const float y = inner.y + (how.across == Align::centre ? room / 2
                                   : how.across == Align::end  ? room
                                                               : 0);
        boxes[i]->place({mirrored_x(x, lengths[i], inner, right_to_left), y, lengths[i], tall}, snug,
                        right_to_left);
        x += lengths[i] + gap_for(snug);
    }
}

void LayoutBox::place_grid(const Rect& inner, bool right_to_left) {
    const auto boxes = seen();
    const std::size_t columns = grid_columns(inner.w, snug);
    auto heights = grid_heights(inner.w, snug);
    const float between = gap_for(snug);
    const float width = (inner.w - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float below = line_gap_for(snug);
    const float gaps = heights.empty() ? 0 : below * static_cast<float>(heights.size() - 1);
    spread(heights, std::vector<float>(heights.size(), 1.0F), inner.h - sum(heights) - gaps);
    float y = inner.y;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const float x = inner.x + column * (width + between);
        boxes[i]->place({mirrored_x(x, width, inner, right_to_left), y, width, heights[i / columns]}, snug,
                        right_to_left);
        if (i % columns == columns - 1) y += heights[i / columns] + below;
    }
}

void LayoutBox::place_rail(const Rect& inner, bool right_to_left) {
    LayoutBox& buttons = *children[1];
    buttons.unseen = !has_rail;
    const float width = std::min(rail, buttons.widths(true).natural);
    const float x = right_to_left ? inner.x : inner.right() - width;
    if (has_rail) buttons.place({x, inner.y, width, inner.h}, true, right_to_left);
}

// First all air, then less air, then a rail with buttons: nothing is ever cut.
void LayoutBox::place_scroll(const Rect& inner, bool tight, bool right_to_left) {
    if (children.empty()) return;
    LayoutBox& content = *children.front();
    float width = inner.w;
    bool snugly = tight;
    float tall = content.height(width, snugly);
    if (tall > inner.h + 1 && !snugly) {
        snugly = true;
        tall = content.height(width, snugly);
    }
    // A window lower than the buttons (a keyboard is up) scrolls by focus and by finger alone.
    const bool rail_fits = children.size() > 1 && children[1]->height(rail, true) <= inner.h;
    has_rail = tall > inner.h + 1 && rail_fits;
    if (has_rail) {
        width -= rail;
        tall = content.height(width, snugly);
    }
    if (children.size() > 1) place_rail(inner, right_to_left);
    scroll->rect = inner;
    scroll->window = inner.h;
    scroll->content = tall;
    scroll->offset = std::clamp(scroll->offset, 0.0F, scroll->most());
    const float x = right_to_left && has_rail ? inner.x + rail : inner.x;
    content.place({x, inner.y - scroll->offset, width, std::max(tall, inner.h)}, snugly, right_to_left);
}

}  // namespace welcome::kiosk::ui
