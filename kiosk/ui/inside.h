#pragma once
// What Ui is made of, shared by the files that hold its widgets. Not included outside this folder.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/box.h"
#include "kiosk/ui/interaction.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/pinyin.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/ui.h"

struct ImGuiContext;

namespace welcome::kiosk::ui {

class Editor;
struct KeyFace;
struct KeyboardSpec;

inline constexpr float k_least_key_mm = 15;
inline constexpr float k_least_staff_key_mm = 11;
inline constexpr float k_key_gap_mm = 3.1F;
inline constexpr float k_staff_key_gap_mm = 2;

// Where typing goes on in a field. Bytes; what lies between `at` and `anchor` is marked.
struct CaretState {
    std::size_t at = 0;
    std::size_t anchor = 0;
    std::size_t composing = 0;  // a Korean syllable that ends here is still being built; 0: none
    float scrolled = 0;
    float text_x = 0;  // of the line's left edge on the glass, in the frame before
    [[nodiscard]] bool marks() const { return at != anchor; }
};

// How words inside a widget look.
struct WordStyle {
    TextStyle style = TextStyle::body;
    Color ink = {};
    Color ground = {};
    Align align = Align::start;
    std::optional<Align> align_snug = {};  // when room is short
    bool bold = false;
};

struct Surface {
    Color fill = {};
    Color edge = {};
    float edge_mm = 0;
    float radius_mm = 0;
    float shadow = 0;  // 0 … 1
};

struct Ui::Inside {
    Inside(Ui& ui, Renderer& renderer, Theme first_theme);
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    Ui& outer;
    Theme theme;
    Frame frame;
    TextShaper shaper;
    Painter painter;
    Interaction input;
    ImGuiContext* imgui;        // made and destroyed here
    Tree shown;                 // of the last ended frame
    Tree tree;                  // of this frame
    std::vector<bool> settled;  // nodes of this frame that got their place
    bool must_repeat = false;
    std::optional<std::chrono::milliseconds> moves;
    std::map<std::string, CaretState> carets;
    std::string edit_wish;          // start_editing from the screen
    std::string edited_before;      // the field that had the caret last
    bool keyboard_in_page = false;  // of the field being edited
    bool was_typing = false;        // the keyboard was up in the frame before
    bool bar_goes_beside = false;   // the field, while typing: over it there is no room
    bool bar_moves = false;         // from this frame to the next
    FieldKind field_kind = FieldKind::text;
    Pinyin pinyin;
    bool takes_sounds = false;  // the field being edited, in this language
    std::string sounds;         // before its caret
    bool begins_name = false;   // nothing stands before them

    // ---- this frame's boxes ----
    std::unique_ptr<LayoutBox> root;
    struct Overlay {
        std::unique_ptr<LayoutBox> root;
        bool modal = false;
    };
    std::vector<Overlay> overlays;
    std::vector<LayoutBox*> stack;  // where the next widget goes
    std::vector<Color> grounds;     // what it stands on
    LayoutBox* dock = nullptr;      // page's foot
    LayoutBox* foot = nullptr;      // page's keyboard place
    int depth = 0;
    int texts = 0;            // unnamed texts so far
    std::vector<int> owners;  // of enclosing widgets
    int owner = -1;           // node that the words being built belong to
    bool dialog_open = false;

    // ---- lengths ----
    [[nodiscard]] float px(float mm) const { return mm * frame.px_per_mm; }
    [[nodiscard]] float em(TextStyle style) const;
    [[nodiscard]] float least_em(TextStyle style) const;
    [[nodiscard]] std::string own_word(std::string_view key, std::string_view fallback) const;

    // ---- building ----
    LayoutBox& open(LayoutBox::Kind kind, const Box& box);
    void close() { stack.pop_back(); }
    void fill(LayoutBox& into, const Draw& content);
    LayoutBox& leaf(float width_px, float height_px);  // a fixed size
    LayoutBox& words(std::string_view text, const WordStyle& how);
    // keeps_side: points where its name says on right-to-left screens too.
    LayoutBox& symbol(Icon icon, float mm, Color color, bool keeps_side = false,
                      float least_mm = 0);  // when room is short; 0: the same
    // Adds the node that this box will report its place to.
    std::size_t note(LayoutBox& box, Node node);
    void surface(LayoutBox& box, const Surface& look);
    struct Press {
        Look look = Look::secondary;
        bool enabled = true;
        bool selected = false;
    };
    struct Skin {
        Surface surface;
        Color ink;
    };
    // How a thing to tap looks in its present state.
    [[nodiscard]] Skin skin(std::string_view id, const Press& press) const;
    // Opens a container that is one thing to tap; close() it. Words inside belong to its node.
    LayoutBox& open_target(LayoutBox::Kind kind, const Box& box, Node node, const Skin& look);
    void close_target();
    void add_tile_symbol(const Tile& how, Color ink, Color fill);
    void add_tile_tick(LayoutBox& box, bool chosen);
    void ring(LayoutBox& box, std::string_view id, float radius_mm);
    [[nodiscard]] Color ground() const { return grounds.empty() ? theme.colours.page : grounds.back(); }
    [[nodiscard]] Color ink(Tone tone) const;

    // ---- the frame's end ----
    void add_keyboard(LayoutBox& into, KeyboardLayout layout);
    // from_right: the board's own direction, whatever the page's is.
    // A row over the letters: what the sounds before the caret may be. Its space is there while nothing is.
    void add_choices(const KeyboardSpec& spec, float tall);
    void add_key(const KeyFace& key, float tall, bool from_right);
    void add_held_letter(const KeyboardSpec& spec);
    [[nodiscard]] KeyboardSpec keyboard_spec(KeyboardLayout layout) const;
    [[nodiscard]] TextSpec field_spec(const std::string& text, const Field& how) const;
    void touch_text(Editor& editor, const CaretState& caret, const std::string& text, const Field& how);
    void add_field_line(const std::string& id, const std::string& text, const Field& how, bool editing);
    [[nodiscard]] KeyboardLayout layout_for_field() const;
    void add_fades(LayoutBox& region);
    void add_scroll_rail(LayoutBox& region, const std::string& id);
    [[nodiscard]] bool is_too_tall(const LayoutBox& box) const;
    void give_way_to_typed(LayoutBox& row) const;
    void lay_out_everything();
    void reveal_focus();
    void paint(const LayoutBox& box, const Rect& clip);
    void drop_unplaced();
    void settle_node(std::size_t index, const LayoutBox& box, const Rect& clip);
};

}  // namespace welcome::kiosk::ui
