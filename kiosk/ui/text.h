#pragma once
// Shaped text: every word on the screen is laid out by Pango and drawn as one cached mask texture. Text is
// never cut: it wraps at words, shrinks to `least_px` so that a long word fits, and breaks inside a word only
// after that. UI thread. Textures belong to the Renderer and are released when an entry leaves the cache.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/ui/layout.h"

namespace welcome::kiosk::ui {

class Renderer;

enum class Face { regular, bold, icons };

struct TextSpec {
    std::string text = {};
    Face face = Face::regular;
    float px = 16;               // size of the em
    float least_px = 0;          // may shrink to this; 0 = must not shrink
    float max_width = 0;         // wrap at this; 0 = one line
    Align align = Align::start;  // of the lines among themselves
    bool flipped = false;        // left is right: a picture that points, on a right-to-left screen
};

struct Shaped {
    float width = 0, height = 0;  // tight in width
    float px = 0;                 // size used
    float widest_word = 0;        // at the size asked for
    int lines = 1;
    bool word_broken = false;  // a single word was wider than max_width even at least_px
    int unknown_glyphs = 0;    // characters that no font on this machine has
};

// Where a mask lies relative to the text's top left corner.
struct Mask {
    void* texture = nullptr;
    float x = 0, y = 0, w = 0, h = 0;
};

class TextShaper {
  public:
    // renderer may be null: then nothing can be drawn, only measured.
    explicit TextShaper(Renderer* renderer, std::size_t most_entries = 600);
    ~TextShaper();
    TextShaper(const TextShaper&) = delete;
    TextShaper& operator=(const TextShaper&) = delete;

    // Drops what was not used for longest; earlier references and masks are void from here on.
    void begin_frame(std::string_view language, bool right_to_left);
    const Shaped& shape(const TextSpec& spec);
    Mask mask(const TextSpec& spec);
    // Left edge of the caret before the byte `index`, from the text's left edge; one-line texts.
    float caret_x(const TextSpec& spec, std::size_t index);
    std::size_t index_at(const TextSpec& spec, float x);
    // Where the bytes from … to are, left to right, from the text's left edge; several where directions mix.
    std::vector<std::pair<float, float>> ranges(const TextSpec& spec, std::size_t from, std::size_t to);
    [[nodiscard]] std::size_t entries() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// The em for capitals of this height: Inter's capitals are 0.727 em.
constexpr float em_of_cap(float cap) {
    return cap / 0.727F;
}
constexpr float cap_of_em(float em) {
    return em * 0.727F;
}

// The direction of the first letter that has one.
bool reads_from_right(std::string_view text);
// Neighbouring character borders of UTF-8 text, for carets and Backspace.
std::size_t next_character(std::string_view text, std::size_t index);
std::size_t previous_character(std::string_view text, std::size_t index);
std::size_t count_characters(std::string_view text);

}  // namespace welcome::kiosk::ui
