#pragma once
// Turns input events into taps, focus, scrolling and edits, judged against the tree that the person saw. At
// most one tap a frame: what comes after a tap waits for the screen that the tap leads to. UI thread; no
// drawing.

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/ui/box.h"
#include "kiosk/ui/input.h"
#include "kiosk/ui/tree.h"

namespace welcome::kiosk::ui {

// What a key of the on-screen keyboard does.
enum class KeyDeed {
    type,
    backspace,
    shift,
    letters,
    more_letters,
    signs,
    accents,
    latin,
    order,
    convert,
    more_choices,
    left,
    right,
    done
};
// Letters of sounds just before the caret become what was chosen for them. Bytes.
struct Converted {
    std::size_t sounds = 0;  // before the caret
    std::size_t used = 0;    // of them, from the first
    std::string text = {};
};
struct ScreenKey {
    KeyDeed deed = KeyDeed::type;
    std::string text = {};
    std::string letter = {};  // held for a while: this letter's variants are offered
    Converted converted = {};
};

// The letter that a key was held for; its variants lie over the keyboard until one is taken.
struct HeldLetter {
    std::string letter = {};
    std::string id = {};  // of the key, and where that is on the glass
    Rect key = {};
};

// A finger in the text of the field being edited. Pixels.
struct FieldTouch {
    enum class Kind { none, tap, second_tap, drag };
    Kind kind = Kind::none;
    float from_x = 0, to_x = 0;
    bool begins = true;  // of a drag: later frames go on from where it began, though the line has moved
};

using EditStep = std::variant<TextTyped, KeyPress, Converted>;

class Interaction {
  public:
    void feed(const InputEvent& event) { waiting_.push_back(event); }
    // Consumes waiting events up to and including the first tap; after edits, only more words.
    void begin_frame(const Tree& shown, bool right_to_left, std::chrono::milliseconds now);
    void forget();

    [[nodiscard]] bool has_more() const { return !waiting_.empty(); }
    [[nodiscard]] bool was_tapped(std::string_view id) const { return !tapped_.empty() && tapped_ == id; }
    [[nodiscard]] bool any_tap() const { return !tapped_.empty(); }
    [[nodiscard]] bool is_pressed(std::string_view id) const { return over_pressed_ && pressed_ == id; }
    [[nodiscard]] bool is_focused(std::string_view id) const { return !focus.empty() && focus == id; }
    [[nodiscard]] bool steers() const { return steered_; }
    [[nodiscard]] bool shows_focus(std::string_view id) const { return steered_ && is_focused(id); }
    [[nodiscard]] std::chrono::milliseconds last_input() const { return last_input_; }
    [[nodiscard]] const FieldTouch& field_touch() const { return field_touch_; }
    // When a key that is held now will have been held long enough; nothing where none is.
    [[nodiscard]] std::optional<std::chrono::milliseconds> held_after() const;

    ScrollState& scroll(const std::string& id) { return scrolls_[id]; }
    void start_editing(std::string_view id);
    void stop_editing();

    // Free to read and change by the frame.
    std::string focus;
    std::string editing;
    std::string reveal;                     // to be scrolled into sight when the frame ends
    std::vector<EditStep> edits;            // for the field being edited, this frame
    std::map<std::string, ScreenKey> keys;  // of the keyboard on the screen
    bool keys_in_page = false;              // the keyboard is a part of the page, not over it
    KeyDeed keyboard_page = KeyDeed::letters;
    std::size_t letters_part = 0;  // of an alphabet that does not fit at once
    std::size_t choices_part = 0;  // of the characters that are offered for sounds
    bool shifted = false;
    HeldLetter held;                 // no letter: nothing lies over the keyboard
    bool latin = false;              // Latin letters in a language that has others
    std::optional<bool> typewriter;  // the guest's own wish: letters in a typewriter's order
    bool changed = false;            // something that the next frame must show

  private:
    void on(const PointerDown& event);
    void on(const PointerMove& event);
    void on(const PointerUp& event);
    void on(const PointerGone& event);
    void on(const Wheel& event);
    void on(const KeyPress& event);
    void on(const TextTyped& event);
    [[nodiscard]] bool may_follow_edits(const InputEvent& event) const;
    [[nodiscard]] const Node* hit(float x, float y) const;
    [[nodiscard]] ScrollState* scroll_under(float x, float y);
    void tap(const Node& node, bool by_key);
    void press_screen_key(const std::string& id);
    void hold();
    void touch_field(const Node& node, float x);
    void step(int by);
    void move(float dx, float dy);
    void focus_on(const Node& node);
    bool steer(Key key);
    bool edit(Key key);
    void go_back();
    [[nodiscard]] std::vector<const Node*> stops() const;

    std::deque<InputEvent> waiting_;
    const Tree* shown_ = nullptr;
    bool right_to_left_ = false;
    std::chrono::milliseconds last_input_{0};
    std::chrono::milliseconds now_{0}, down_at_{0}, tapped_at_{0};
    std::map<std::string, ScrollState> scrolls_;
    std::string tapped_, pressed_;
    bool down_ = false;
    bool over_pressed_ = false;
    bool steered_ = false;  // the last input was a key: the focus ring shows
    std::string swallow_;   // the digit of a pad key that steered
    bool by_pad_ = false;   // the number pad steers, also while a field is edited
    ScrollState* dragged_ = nullptr;
    float down_x_ = 0, down_y_ = 0, last_y_ = 0;
    FieldTouch field_touch_;
    std::string field_down_;  // the field being edited, while a finger is on it
    float field_x_ = 0;       // where the last tap in a field was
};

}  // namespace welcome::kiosk::ui
