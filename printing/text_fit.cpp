#include "printing/text_fit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <pango/pangocairo.h>
#include <string_view>

namespace welcome::printing {
namespace {

// Every text is shaped at this one size and scaled when drawn: without hinting that is exact, and
// fontconfig is asked once a weight and language instead of once a size.
constexpr double k_em = 128;
constexpr double k_cap_of_em = 0.727;   // Inter's capitals
constexpr double k_smallest_cap = 0.7;  // millimetres; below it thermal dots do not make letters
constexpr double k_worth_a_line = 1.3;  // break a line only for letters this much larger
constexpr double k_baseline = 0.78;     // of a box's height, for texts in a row
constexpr int k_any_lines = 1'000;
constexpr std::size_t k_longest_text =
    2'000;  // bytes; beyond it Pango's units overflow, and no label is large enough

PangoWeight weight_of(Weight weight) {
    switch (weight) {
        case Weight::regular:
            return PANGO_WEIGHT_NORMAL;
        case Weight::medium:
            return PANGO_WEIGHT_MEDIUM;
        case Weight::bold:
            return PANGO_WEIGHT_BOLD;
        case Weight::black:
            return PANGO_WEIGHT_HEAVY;
    }
    return PANGO_WEIGHT_NORMAL;
}

struct FreeFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct FreeOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
struct FreeText {
    void operator()(char* text) const { g_free(text); }
};

// A label is one paragraph a box: whatever breaks lines or draws nothing becomes a space.
std::string in_one_paragraph(const std::string& text) {
    const std::unique_ptr<char, FreeText> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    std::string out;
    for (const char* at = valid.get(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar letter = g_utf8_get_char(at);
        const bool breaks = g_unichar_iscntrl(letter) != FALSE || letter == 0x2028 || letter == 0x2029;
        if (breaks) {
            out += ' ';
        } else {
            out.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
        }
    }
    return out;
}

struct Shape {
    double w = 0, h = 0;
    int lines = 1;
};

// One text being tried at sizes. Sizes are capital heights in millimetres.
class Trial {
  public:
    Trial(PangoLayout* layout, const Box& box) : layout_(layout), box_(box) {}

    static double scale_at(double cap) { return cap / (k_em * k_cap_of_em); }

    Shape shape(double cap, bool wrapped, PangoWrapMode mode) {
        const double scale = scale_at(cap);
        pango_layout_set_wrap(layout_, mode);
        pango_layout_set_width(layout_, wrapped ? static_cast<int>(box_.w / scale * PANGO_SCALE) : -1);
        PangoRectangle ink;
        pango_layout_get_extents(layout_, &ink, nullptr);
        return {ink.width * scale / PANGO_SCALE, ink.height * scale / PANGO_SCALE,
                pango_layout_get_line_count(layout_)};
    }

    double on_one_line(double cap_max) {
        const Shape at_max = shape(cap_max, false, PANGO_WRAP_WORD);
        double cap = cap_max;
        if (at_max.w > box_.w) cap = std::min(cap, cap_max * box_.w / at_max.w);
        if (at_max.h > box_.h) cap = std::min(cap, cap_max * box_.h / at_max.h);
        return cap * 0.998;  // room for rounding to Pango's units
    }

    // The largest size on so many lines, if that is `at_least` or more.
    std::optional<double> wrapped(int lines, double at_least, double cap_max, PangoWrapMode mode) {
        const auto fits = [&](double cap) {
            const Shape now = shape(cap, true, mode);
            return now.lines <= lines && now.w <= box_.w && now.h <= box_.h;
        };
        if (at_least > cap_max || !fits(at_least)) return std::nullopt;
        double good = at_least;
        double bad = cap_max;
        for (int step = 0; step < 6; ++step) {
            const double middle = (good + bad) / 2;
            (fits(middle) ? good : bad) = middle;
        }
        return good;
    }

  private:
    PangoLayout* layout_;
    Box box_;
};

struct Chosen {
    double cap = k_smallest_cap;
    bool wrapped = false;
    PangoWrapMode mode = PANGO_WRAP_WORD;
    bool overflow = false;
};

Chosen choose(Trial& trial, const Element& element) {
    Chosen best{.cap = trial.on_one_line(element.cap_max)};
    const auto improve = [&](int lines, PangoWrapMode mode) {
        const double worth = std::max(best.cap * k_worth_a_line, k_smallest_cap);
        if (const auto cap = trial.wrapped(lines, worth, element.cap_max, mode))
            best = {*cap, true, mode, false};
    };
    if (element.lines > 1) improve(element.lines, PANGO_WRAP_WORD);
    // Too small to read: now lines beyond the plan, then breaks inside words, are the lesser evil.
    if (best.cap < element.cap_min) improve(k_any_lines, PANGO_WRAP_WORD);
    if (best.cap < element.cap_min) improve(k_any_lines, PANGO_WRAP_WORD_CHAR);
    best.overflow = best.cap < k_smallest_cap * 0.99;
    return best;
}

// Where the ink goes inside the box, from 0 (start) to 1 (end).
double share_of(Align align, bool from_right) {
    if (align == Align::center) return 0.5;
    return (align == Align::start) == from_right ? 1 : 0;
}

// How far below the box's top the ink begins. Neighbours in a row share a baseline, as far as the box lets.
double top_of(const Element& element, const Box& box, double ink_height, double ink_below_baseline) {
    const double spare = box.h - ink_height;
    switch (element.valign) {
        case VerticalAlign::top:
            return 0;
        case VerticalAlign::middle:
            return spare / 2;
        case VerticalAlign::bottom:
            return spare;
        case VerticalAlign::baseline:
            break;
    }
    const double bottom = box.h * k_baseline + ink_below_baseline;
    return std::clamp(bottom - ink_height, 0.0, std::max(0.0, spare));
}

// Pango turns left and right round for a paragraph that runs from the right.
PangoAlignment pango_align(PangoLayout* layout, double share) {
    if (share == 0.5) return PANGO_ALIGN_CENTER;
    const bool flips = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
    return (share == 1) == flips ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

}  // namespace

bool reads_from_right(const std::string& language) {
    constexpr std::array<std::string_view, 9> scripts{"ar", "he", "iw", "fa", "ur", "ps", "ckb", "yi", "dv"};
    const std::string_view first = std::string_view(language).substr(0, language.find_first_of("-_"));
    return std::find(scripts.begin(), scripts.end(), first) != scripts.end();
}

TextFitter::TextFitter()
    : fonts_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)),
      context_(pango_font_map_create_context(fonts_.get())) {
    const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
}

FittedText TextFitter::fit(const std::string& text, const Element& element, const Box& box,
                           const std::string& language) {
    pango_context_set_language(context_.get(), pango_language_from_string(language.c_str()));
    FittedText fitted;
    fitted.layout.reset(pango_layout_new(context_.get()));
    PangoLayout* layout = fitted.layout.get();
    const std::unique_ptr<PangoFontDescription, FreeFont> font(
        pango_font_description_from_string("Inter, Noto Sans, sans-serif"));
    pango_font_description_set_weight(font.get(), weight_of(element.weight));
    pango_font_description_set_absolute_size(font.get(), k_em * PANGO_SCALE);
    pango_layout_set_font_description(layout, font.get());
    const bool endless = text.size() > k_longest_text;
    pango_layout_set_text(layout, endless ? "" : in_one_paragraph(text).c_str(), -1);

    Trial trial(layout, box);
    const Chosen chosen = choose(trial, element);
    const double share = share_of(element.align, reads_from_right(language));
    pango_layout_set_alignment(layout, pango_align(layout, share));
    const Shape shape = trial.shape(chosen.cap, chosen.wrapped, chosen.mode);
    fitted.scale = Trial::scale_at(chosen.cap);
    fitted.cap = chosen.cap;
    fitted.lines = shape.lines;
    fitted.unknown = pango_layout_get_unknown_glyphs_count(layout);
    fitted.overflow = chosen.overflow || endless;

    // The ink is placed, not the font's own idea of a line, so that all scripts sit alike in their boxes.
    PangoRectangle ink;
    pango_layout_get_extents(layout, &ink, nullptr);
    const int below = ink.y + ink.height - pango_layout_get_baseline(layout);
    fitted.ink = {box.x + (box.w - shape.w) * share,
                  box.y + top_of(element, box, shape.h, below * fitted.scale / PANGO_SCALE), shape.w,
                  shape.h};
    fitted.x = fitted.ink.x - ink.x * fitted.scale / PANGO_SCALE;
    fitted.y = fitted.ink.y - ink.y * fitted.scale / PANGO_SCALE;
    return fitted;
}

}  // namespace welcome::printing
