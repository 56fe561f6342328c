#pragma once
// The widget layer. A screen calls widgets inside ui.begin() … ui.end(); each puts itself into the frame's
// accessibility tree, and answers whether it was used. Widgets are laid out when the frame ends (exact sizes,
// no jumping); touches are judged against what the person saw, the frame before. UI thread only. Owner:
// kiosk/app, which also owns the Renderer. Texts arrive translated; ids are "screen.item" and stable.
//
//     ui.begin(frame);
//     ui.page({.id = "in", .trailing = {help}}, [&] {
//         ui.heading("in.title", view.title);
//         ui.row({}, [&] { if (ui.button("in.yes", view.yes, {.look = Look::primary})) action = Yes{}; });
//     });
//     ui.end();
//     if (ui.was_tapped("furniture.help")) action = CallHelper{};

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/input.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/tree.h"
#include "kiosk/ui/widgets.h"

struct ImDrawData;

namespace welcome::kiosk::words {
class Words;
}

namespace welcome::kiosk::ui {

class Renderer;
using words::Words;
using Texture = void*;  // a Renderer's picture, as ImGui's draw lists carry it

// What is true for one frame.
struct Frame {
    float width_px = 1280, height_px = 800;
    float px_per_mm = 5.9F;            // of the glass; from the display or the ruler screen
    float text_scale = 1.0F;           // 1 … 2, the guest's "Bigger"
    std::chrono::milliseconds now{0};  // any steady clock
    std::string language = "en";
    bool right_to_left = false;
    const Words* words = nullptr;  // for the widgets' own few words ("ui.key.done"); may be null
};

class Ui {
  public:
    Ui(Renderer& renderer, Theme theme);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    void set_theme(const Theme& theme);
    [[nodiscard]] const Theme& theme() const;

    // ---- the frame ----
    void feed(const InputEvent& event);  // between frames, in order
    void feed(std::span<const InputEvent> events);
    void begin(const Frame& frame);
    const ImDrawData* end();                 // valid until the next begin
    [[nodiscard]] const Tree& tree() const;  // of the last ended frame
    // The frame just ended used or changed something that only the next one shows.
    [[nodiscard]] bool needs_another_frame() const;
    // Something moves: draw again after this long. Nothing when the screen is at rest.
    [[nodiscard]] std::optional<std::chrono::milliseconds> redraw_after() const;
    // When a person last touched or typed (Frame::now's clock): idle time starts there.
    [[nodiscard]] std::chrono::milliseconds last_input() const;
    // Next guest: forgets carets, scroll positions, focus, half-open keyboards.
    void forget();

    // ---- the page ----
    void page(const Page& page, const Draw& body);
    void dock_bottom(const Draw& content);  // inside page: stays at the foot, never scrolls (Next, I am done)
    [[nodiscard]] bool is_portrait() const;
    [[nodiscard]] bool is_right_to_left() const;

    // ---- layout ----
    void column(const Box& box, const Draw& content);
    void row(const Box& box, const Draw& content);
    void row_or_column(const Box& box, const Draw& content);  // row in landscape, column in portrait
    // As many equal columns as fit, rows of one height. Where room is short the rows draw together to
    // `close_mm` at least; below 0 to as little as columns do.
    void grid(float min_cell_mm, const Draw& content, float close_mm = -1);
    void card(std::string_view id, const Draw& content, const Box& box = {.padding_mm = 5});
    void centred(float max_width_mm, const Draw& content);
    void scroll(std::string_view id, const Draw& content);
    void space(float mm = -1);       // below 0: one step
    void stretch(float weight = 1);  // takes the free length
    void divider();

    // ---- words ----
    void heading(std::string_view id, std::string_view text, TextStyle style = TextStyle::title,
                 Align align = Align::start);
    void text(std::string_view text, const Text& how = {});
    void icon(Icon icon, float mm, Tone tone = Tone::accent);
    void stat(std::string_view id, std::string_view number, std::string_view label, Tone tone = Tone::plain);
    void sign(std::string_view id, const Sign& how);
    void banner(std::string_view id, std::string_view text, Notice kind = Notice::info);
    void toast(std::string_view id, std::string_view text,
               Notice kind = Notice::info);  // over the page's foot

    // ---- things to tap: true in the frame after the finger went up on them ----
    bool button(std::string_view id, std::string_view label, const Button& how = {});
    bool tile(std::string_view id, std::string_view label, const Tile& how = {});
    bool tick_row(std::string_view id, std::string_view label, bool ticked, const TickRow& how = {});
    bool checkbox(std::string_view id, std::string_view sentence, bool ticked, bool enabled = true);
    RowTap list_row(std::string_view id, std::string_view title, const ListRow& how = {});
    // The new number, when "−" or "+" was tapped; ids are ID.less and ID.more.
    std::optional<int> stepper(std::string_view id, std::string_view label, int value,
                               const Stepper& how = {});
    // The id of the option tapped; options' ids are taken as they are. cell_mm: the least width of one, 0 for
    // the usual.
    std::optional<std::string> choice(std::string_view id, std::string_view label,
                                      std::span<const Option> options, std::string_view chosen,
                                      float cell_mm = 0);
    // Languages in their own script, without flags; ids are ID.TAG ("language.es").
    std::optional<std::string> languages(std::string_view id, std::span<const std::string> tags,
                                         std::string_view chosen);
    [[nodiscard]] bool was_tapped(std::string_view id) const;  // furniture, or anything else

    // ---- typing ----
    Edit field(std::string_view id, std::string& text, const Field& how = {});
    // A keyboard in the page itself (PIN, last four digits), for the field being edited.
    void keyboard(KeyboardLayout layout);
    void start_editing(std::string_view id);  // from the next frame on
    void stop_editing();                      // hides the keyboard
    [[nodiscard]] bool is_editing() const;

    // ---- pictures and progress ----
    void picture(std::string_view id, Texture texture, const Picture& how);
    void qr(std::string_view id, const Modules& modules, std::string_view alt, float side_mm);
    void progress(std::string_view id, float part, std::string_view label);  // 0 … 1
    void bars(std::string_view id, const Bars& how);
    void spinner(std::string_view id, std::string_view label);

    // ---- over everything; call last in the frame ----
    void dialog(std::string_view id, const Dialog& dialog, const Draw& buttons);

    struct Inside;  // this folder's own, in inside.h

  private:
    std::unique_ptr<Inside> inside_;
};

}  // namespace welcome::kiosk::ui
