#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <list>
#include <optional>
#include <pango/pangocairo.h>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/platform/renderer.h"

namespace welcome::kiosk::ui {

namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
struct FreeFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct FreeOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

// Inter for Latin, Greek and Cyrillic; then the Noto that is quiet beside it. Other scripts by fontconfig.
// The Arabic one for screens has lines as close as Latin ones; the one for print takes twice their room.
const char* family(Face face) {
    return face == Face::icons ? "Material Icons" : "Inter, Noto Sans, Noto Sans Arabic UI, Noto Sans Arabic";
}

float units(int pango) {
    return static_cast<float>(pango) / PANGO_SCALE;
}

bool has_letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at = next_character(text, at)) {
        const gunichar one =
            g_utf8_get_char_validated(text.data() + at, static_cast<gssize>(text.size() - at));
        if (one < 0x80000000U && g_unichar_isalpha(one)) return true;
    }
    return false;
}

bool is_hangul(gunichar one) {
    return one < 0x80000000U && g_unichar_get_script(one) == G_UNICODE_SCRIPT_HANGUL;
}

// Korean is parted between its words alone; Pango would part it after any syllable.
void keep_korean_words(PangoLayout* layout, std::string_view text) {
    PangoAttrList* list = nullptr;
    for (std::size_t from = 0; from < text.size();) {
        std::size_t to = from;
        bool is_korean = false;
        while (to < text.size() && text[to] != ' ' && text[to] != '\n') {
            is_korean = is_korean || is_hangul(g_utf8_get_char_validated(
                                         text.data() + to, static_cast<gssize>(text.size() - to)));
            to = next_character(text, to);
        }
        if (is_korean) {
            if (list == nullptr) list = pango_attr_list_new();
            PangoAttribute* whole = pango_attr_allow_breaks_new(FALSE);
            whole->start_index = static_cast<guint>(from);
            whole->end_index = static_cast<guint>(to);
            pango_attr_list_insert(list, whole);
        }
        from = to + 1;
    }
    pango_layout_set_attributes(layout, list);
    if (list != nullptr) pango_attr_list_unref(list);
}

// What is spoken on the screen decides the shapes of letters and the side where lines start.
std::string key_of(const TextSpec& spec, std::size_t tongue) {
    std::string key;
    key.reserve(spec.text.size() + 17);  // one allocation: every text of every frame is looked up by it
    for (const float number : {spec.px, spec.least_px, spec.max_width}) {
        const auto quarters =
            std::bit_cast<std::array<char, 4>>(static_cast<std::int32_t>(std::lround(number * 4)));
        key.append(quarters.data(), quarters.size());
    }
    key += static_cast<char>('a' + static_cast<int>(spec.face));
    key += static_cast<char>('a' + static_cast<int>(spec.align));
    key += spec.flipped ? 'f' : ' ';
    key += static_cast<char>(tongue);
    return key += spec.text;
}

}  // namespace

struct TextShaper::Inside {
    struct Entry {
        std::string key;
        Layout layout;
        Shaped shaped;
        std::optional<Mask> mask;
        bool flipped = false;
    };
    using Place = std::list<Entry>::iterator;

    Renderer* renderer;
    std::size_t most;
    std::unique_ptr<PangoFontMap, Unref> fonts{pango_cairo_font_map_new()};
    // A guest who tries a language and goes back finds its words still laid out: each language has its own
    // context.
    struct Tongue {
        std::string language;
        bool right_to_left = false;
        std::unique_ptr<PangoContext, Unref> letters;
        // For what has no letters, phone numbers above all: they run from the left on every screen.
        std::unique_ptr<PangoContext, Unref> figures;
    };
    std::vector<Tongue> tongues;
    std::size_t tongue = 0;    // the one spoken now
    std::list<Entry> entries;  // most recently used first
    std::unordered_map<std::string, Place> places;

    Inside(Renderer* used, std::size_t most_entries) : renderer(used), most(most_entries) {
        speak("", false);
    }

    void speak(std::string_view language, bool right_to_left) {
        const auto known = std::find_if(tongues.begin(), tongues.end(), [&](const Tongue& one) {
            return one.language == language && one.right_to_left == right_to_left;
        });
        tongue = static_cast<std::size_t>(known - tongues.begin());
        if (known != tongues.end()) return;
        tongues.push_back(
            {std::string(language), right_to_left, context_for(language), context_for(language)});
        pango_context_set_base_dir(tongues.back().letters.get(),
                                   right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    }

    [[nodiscard]] std::unique_ptr<PangoContext, Unref> context_for(std::string_view language) const {
        const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        std::unique_ptr<PangoContext, Unref> context(pango_font_map_create_context(fonts.get()));
        pango_cairo_context_set_font_options(context.get(), options.get());
        pango_context_set_round_glyph_positions(context.get(), FALSE);
        if (!language.empty())
            pango_context_set_language(context.get(),
                                       pango_language_from_string(std::string(language).c_str()));
        return context;
    }

    void release(Entry& entry) const {
        if (entry.mask && entry.mask->texture != nullptr) release_texture(entry.mask->texture);
    }

    void release_texture(void* texture) const { renderer->release(texture); }

    void clear() {
        for (Entry& entry : entries) release(entry);
        entries.clear();
        places.clear();
    }

    Entry& find(const TextSpec& spec) {
        std::string key = key_of(spec, tongue);
        if (const auto known = places.find(key); known != places.end()) {
            entries.splice(entries.begin(), entries, known->second);
            return entries.front();
        }
        const Tongue& now = tongues[tongue];
        PangoContext* made_in = (has_letters(spec.text) ? now.letters : now.figures).get();
        entries.push_front({std::move(key), Layout{pango_layout_new(made_in)}, {}, {}, spec.flipped});
        places.emplace(entries.front().key, entries.begin());
        lay_out(entries.front(), spec);
        return entries.front();
    }

    static void set_font(PangoLayout* layout, Face face, float px) {
        const std::unique_ptr<PangoFontDescription, FreeFont> font(
            pango_font_description_from_string(family(face)));
        pango_font_description_set_weight(font.get(),
                                          face == Face::bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_absolute_size(font.get(), static_cast<double>(px) * PANGO_SCALE);
        pango_layout_set_font_description(layout, font.get());
    }

    static PangoRectangle logical(PangoLayout* layout) {
        PangoRectangle rect;
        pango_layout_get_extents(layout, nullptr, &rect);
        return rect;
    }

    // The widest thing that must not be parted, at the present font.
    static float widest_word(PangoLayout* layout) {
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
        pango_layout_set_width(layout, 1);
        return units(logical(layout).width);
    }

    // Start is the screen's start, whatever direction the paragraph itself has.
    void set_alignment(PangoLayout* layout, Align align) const {
        if (align == Align::centre) {
            pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
            return;
        }
        const bool at_right = tongues[tongue].right_to_left != (align == Align::end);
        const bool reads_right = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
        pango_layout_set_alignment(layout, at_right == reads_right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    }

    void lay_out(Entry& entry, const TextSpec& spec) const {
        PangoLayout* layout = entry.layout.get();
        pango_layout_set_text(layout, spec.text.data(), static_cast<int>(spec.text.size()));
        keep_korean_words(layout, spec.text);
        set_font(layout, spec.face, spec.px);
        set_alignment(layout, spec.align);
        entry.shaped.px = spec.px;
        if (spec.max_width > 0) fit(entry, spec);
        const PangoRectangle rect = logical(layout);
        entry.shaped.width = std::ceil(units(rect.width));
        entry.shaped.height = std::ceil(units(rect.height));
        entry.shaped.lines = pango_layout_get_line_count(layout);
        entry.shaped.unknown_glyphs = pango_layout_get_unknown_glyphs_count(layout);
        if (spec.max_width <= 0) entry.shaped.widest_word = entry.shaped.width;
    }

    static void fit(Entry& entry, const TextSpec& spec) {
        PangoLayout* layout = entry.layout.get();
        const float widest = widest_word(layout);
        entry.shaped.widest_word = widest;
        if (widest > spec.max_width && spec.least_px > 0 && spec.least_px < spec.px) {
            entry.shaped.px = std::max(spec.least_px, spec.px * spec.max_width / widest * 0.99F);
            set_font(layout, spec.face, entry.shaped.px);
        }
        entry.shaped.word_broken = widest * entry.shaped.px / spec.px > spec.max_width + 1;
        // A word that must not be parted and has no room would reach past both edges.
        if (entry.shaped.word_broken) pango_layout_set_attributes(layout, nullptr);
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_width(layout, static_cast<int>(spec.max_width * PANGO_SCALE));
        // As narrow as its widest line, so that the block can be placed by its own width.
        const float used = std::ceil(units(logical(layout).width));
        pango_layout_set_width(layout, static_cast<int>(std::min(used + 1, spec.max_width) * PANGO_SCALE));
    }

    Mask raster(Entry& entry) const {
        PangoRectangle ink;
        PangoRectangle box;
        pango_layout_get_pixel_extents(entry.layout.get(), &ink, &box);
        if (ink.width <= 0 || ink.height <= 0 || renderer == nullptr) return {};
        const int width = ink.width + 2;
        const int height = ink.height + 2;
        const std::unique_ptr<cairo_surface_t, FreeSurface> surface(
            cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
        const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface.get()));
        if (entry.flipped) {
            cairo_translate(cairo.get(), width, 0);
            cairo_scale(cairo.get(), -1, 1);
        }
        cairo_move_to(cairo.get(), 1 - ink.x, 1 - ink.y);
        pango_cairo_show_layout(cairo.get(), entry.layout.get());
        cairo_surface_flush(surface.get());
        const int stride = cairo_image_surface_get_stride(surface.get());
        const unsigned char* pixels = cairo_image_surface_get_data(surface.get());
        std::vector<std::uint8_t> packed(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        for (int y = 0; y < height; ++y) {
            std::copy_n(pixels + static_cast<std::ptrdiff_t>(y) * stride, width,
                        packed.begin() + static_cast<std::ptrdiff_t>(y) * width);
        }
        return {upload(width, height, packed), static_cast<float>(ink.x - 1 - box.x),
                static_cast<float>(ink.y - 1), static_cast<float>(width), static_cast<float>(height)};
    }

    void* upload(int width, int height, const std::vector<std::uint8_t>& pixels) const {
        return renderer->upload_mask(width, height, pixels);
    }
};

TextShaper::TextShaper(Renderer* renderer, std::size_t most_entries)
    : inside_(std::make_unique<Inside>(renderer, most_entries)) {}

TextShaper::~TextShaper() {
    inside_->clear();
}

void TextShaper::begin_frame(std::string_view language, bool right_to_left) {
    Inside& in = *inside_;
    in.speak(language, right_to_left);
    while (in.entries.size() > in.most) {
        in.release(in.entries.back());
        in.places.erase(in.entries.back().key);
        in.entries.pop_back();
    }
}

const Shaped& TextShaper::shape(const TextSpec& spec) {
    return inside_->find(spec).shaped;
}

Mask TextShaper::mask(const TextSpec& spec) {
    Inside::Entry& entry = inside_->find(spec);
    if (!entry.mask) entry.mask = inside_->raster(entry);
    return *entry.mask;
}

float TextShaper::caret_x(const TextSpec& spec, std::size_t index) {
    const Inside::Entry& entry = inside_->find(spec);
    PangoRectangle strong;
    pango_layout_get_cursor_pos(entry.layout.get(), static_cast<int>(std::min(index, spec.text.size())),
                                &strong, nullptr);
    return units(strong.x - Inside::logical(entry.layout.get()).x);
}

std::size_t TextShaper::index_at(const TextSpec& spec, float x) {
    const Inside::Entry& entry = inside_->find(spec);
    int index = 0;
    int trailing = 0;
    pango_layout_xy_to_index(entry.layout.get(), static_cast<int>(x * PANGO_SCALE), 0, &index, &trailing);
    auto at = static_cast<std::size_t>(index);
    for (; trailing > 0; --trailing) at = next_character(spec.text, at);
    return at;
}

std::vector<std::pair<float, float>> TextShaper::ranges(const TextSpec& spec, std::size_t from,
                                                        std::size_t to) {
    const Inside::Entry& entry = inside_->find(spec);
    PangoLayout* layout = entry.layout.get();
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
    int* edges = nullptr;
    int count = 0;
    pango_layout_line_get_x_ranges(line, static_cast<int>(from), static_cast<int>(to), &edges, &count);
    const int start = Inside::logical(layout).x;
    std::vector<std::pair<float, float>> found;
    found.reserve(static_cast<std::size_t>(count));
    for (const int* edge = edges; edge != edges + 2 * std::ptrdiff_t{count}; edge += 2)
        found.emplace_back(units(edge[0] - start), units(edge[1] - start));
    g_free(edges);
    return found;
}

bool reads_from_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at = next_character(text, at)) {
        const gunichar one =
            g_utf8_get_char_validated(text.data() + at, static_cast<gssize>(text.size() - at));
        if (one >= 0x80000000U || !g_unichar_isalpha(one)) continue;
        const GUnicodeScript script = g_unichar_get_script(one);
        return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
               script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA ||
               script == G_UNICODE_SCRIPT_NKO;
    }
    return false;
}

std::size_t TextShaper::entries() const {
    return inside_->entries.size();
}

namespace {
bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}
}  // namespace

std::size_t next_character(std::string_view text, std::size_t index) {
    if (index < text.size()) ++index;
    while (index < text.size() && continues(text[index])) ++index;
    return index;
}

std::size_t previous_character(std::string_view text, std::size_t index) {
    if (index > 0) --index;
    while (index > 0 && continues(text[index])) --index;
    return index;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

}  // namespace welcome::kiosk::ui
