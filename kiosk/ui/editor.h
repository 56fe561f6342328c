#pragma once
// Applies one frame's edits to a field's text at its caret. Pure: no drawing, no layout.

#include <string>
#include <string_view>

#include "kiosk/ui/inside.h"

namespace welcome::kiosk::ui {

class Editor {
  public:
    // from_right: the text reads from the right, so that the arrow to the left goes on in it.
    Editor(std::string& text, CaretState& caret, const Field& how, bool from_right);

    void operator()(const TextTyped& typed);
    void operator()(const KeyPress& press);
    void operator()(const Converted& converted);
    void put_caret(std::size_t at);                    // and marks nothing
    void mark(std::size_t anchor, std::size_t caret);  // what lies between them
    void mark_word(std::size_t at);                    // the one around the caret

    Edit result = Edit::none;

  private:
    void insert(std::string_view character);
    void insert_ending(std::string_view ending);
    void erase(std::size_t from, std::size_t to);
    bool erase_marked();
    void backspace();
    void step(bool forward);
    [[nodiscard]] bool takes(std::string_view character) const;

    std::string& text_;
    CaretState& caret_;
    const Field& how_;
    bool from_right_;
};

}  // namespace welcome::kiosk::ui
