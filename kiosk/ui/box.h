#pragma once
// One frame's layout: a tree of boxes that the widgets build, measured (height for width) and placed when the
// frame ends. Pixels. Knows no theme, no text and no drawing; leaves bring functions. Lives for one frame, UI
// thread.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/layout.h"

namespace welcome::kiosk::ui {

struct Widths {
    float least = 0;    // narrower than this, a word breaks
    float natural = 0;  // everything in one line
};

// A scroll region's memory and last geometry; owned by Ui, found by id.
struct ScrollState {
    float offset = 0;
    float content = 0, window = 0;  // heights
    Rect rect;
    [[nodiscard]] float most() const { return content > window ? content - window : 0; }
};

struct LayoutBox {
    enum class Kind { leaf, column, row, grid, scroll };

    Kind kind = Kind::leaf;
    Box how;  // weights and alignment; lengths are below, in pixels
    float gap = 0;
    float gap_least = 0;        // when room is short
    float line_gap_least = -1;  // grid: between its lines when room is short; below 0: gap_least
    float padding_x = 0, padding_y = 0;
    float min_height = 0;
    float min_height_least = 0;  // when room is short
    float min_width = 0;
    float min_width_least = -1;  // when room is short; below 0: the same
    float max_width = 0;         // > 0: narrower boxes stand in the middle
    float weight = -1;           // own share in the parent; below 0: what the parent's weights say
    float snug_weight = -1;      // the same in a column that lies down
    float cell = 0;              // grid: least width of a cell
    float rail = 0;              // scroll: width kept for its buttons
    bool may_stack = true;       // a row that does not fit becomes a column
    float cramped = 0;  // > 0: a row does too where the words of its first child get less and are long
    std::optional<Align> stacked_across;  // children of a row that became a column; else as in the row
    bool may_shrink = false;              // gives way when a column is too long (scroll regions)
    bool unseen = false;                  // takes no room and no gap
    bool hugs = false;                    // as wide as its content, at the start
    bool hugs_end = false;                // the same at the end
    bool lies_when_snug = false;          // a column that becomes a row when room is short
    bool keeps_direction = false;         // not mirrored inside: keyboards, codes
    int node = -1;                        // of the accessibility tree, that gets this box's place
    ScrollState* scroll = nullptr;
    std::vector<std::unique_ptr<LayoutBox>> children;

    std::function<Widths(bool snug)> leaf_widths;
    std::function<float(float width, bool snug)> leaf_height;
    std::function<void(const LayoutBox& box, const Rect& clip)> paint;  // before the children
    std::function<void(const LayoutBox& box, const Rect& clip)> paint_after;

    // Results of placing.
    Rect rect;
    bool snug = false;
    bool has_rail = false;

    LayoutBox& add(Kind child_kind);
    [[nodiscard]] Widths widths(bool tight) const;
    [[nodiscard]] float height(float width, bool tight) const;
    void place(const Rect& where, bool tight, bool right_to_left);

  private:
    struct Memo {
        float width = -1, height = 0;
        bool snug = false;
    };
    mutable Memo memo_;
    mutable bool stacks_with_others_ = false;  // a box beside it does
    mutable Widths widths_[2] = {{-1, -1}, {-1, -1}};

    [[nodiscard]] bool is_row(bool tight) const;
    [[nodiscard]] float share_of(std::size_t child, bool tight) const;
    [[nodiscard]] float gap_for(bool tight) const { return tight ? gap_least : gap; }
    [[nodiscard]] float line_gap_for(bool tight) const {
        return tight && line_gap_least >= 0 ? line_gap_least : gap_for(tight);
    }
    [[nodiscard]] Align across_column(bool tight) const {
        return is_row(tight) ? stacked_across.value_or(how.across) : how.across;
    }
    [[nodiscard]] std::vector<LayoutBox*> seen() const;
    [[nodiscard]] Widths children_widths(bool tight) const;
    [[nodiscard]] bool stacks(float inner, bool tight) const;
    [[nodiscard]] bool overflows(float inner, bool tight) const;
    [[nodiscard]] bool is_cramped(float inner, bool tight) const;
    void keep_one_shape(const std::vector<float>& lengths, bool tight) const;
    void share_out(std::vector<float>& widths_now, std::vector<float>& weights, float inner,
                   bool tight) const;
    [[nodiscard]] std::vector<float> row_widths(float inner, bool tight) const;
    [[nodiscard]] std::size_t grid_columns(float inner, bool tight) const;
    [[nodiscard]] std::vector<float> grid_heights(float inner, bool tight) const;
    [[nodiscard]] float content_height(float inner, bool tight) const;
    [[nodiscard]] float column_height(float inner, bool tight) const;
    void place_column(const Rect& inner, bool right_to_left);
    void place_row(const Rect& inner, bool right_to_left);
    void place_grid(const Rect& inner, bool right_to_left);
    void place_rail(const Rect& inner, bool right_to_left);
    void place_scroll(const Rect& inner, bool tight, bool right_to_left);
};

}  // namespace welcome::kiosk::ui
