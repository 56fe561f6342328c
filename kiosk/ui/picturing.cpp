// Pictures, codes and progress.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/ui/inside.h"

namespace welcome::kiosk::ui {

using std::chrono::milliseconds;

namespace {

// Four corners over a camera picture: hold your code in the box.
void draw_viewfinder(Ui::Inside& in, const Rect& rect) {
    const float side = std::min(rect.w, rect.h) * 0.62F;
    const Rect box{rect.centre_x() - side / 2, rect.centre_y() - side / 2, side, side};
    const float arm = side * 0.18F;
    const float thick = in.px(1.1F);
    const Color white = rgb(0xFFFFFF);
    for (const float x : {box.x, box.right()}) {
        for (const float y : {box.y, box.bottom()}) {
            const float dx = x == box.x ? arm : -arm;
            const float dy = y == box.y ? arm : -arm;
            in.painter.line(x, y, x + dx, y, white, thick);
            in.painter.line(x, y, x, y + dy, white, thick);
        }
    }
}

}  // namespace

void Ui::picture(std::string_view id, Texture texture, const Picture& how) {
    Inside& in = *inside_;
    LayoutBox& made = in.leaf(0, 0);
    const float ratio = how.width_px > 0 ? how.height_px / how.width_px : 0.75F;
    const float tallest = how.max_height_mm > 0 ? in.px(how.max_height_mm) : in.frame.height_px;
    made.leaf_widths = [tallest, ratio](bool) { return Widths{1, tallest / ratio}; };
    made.leaf_height = [tallest, ratio](float width, bool snug) {
        return std::min(width * ratio, snug ? tallest * 0.75F : tallest);
    };
    in.note(made, {.id = std::string(id), .role = Role::image, .label = how.alt});
    made.paint = [&in, texture, how, ratio](const LayoutBox& box, const Rect&) {
        const float width = std::min(box.rect.w, box.rect.h / ratio);
        const Rect shown{box.rect.centre_x() - width / 2, box.rect.centre_y() - width * ratio / 2, width,
                         width * ratio};
        const float radius = how.rounded ? in.px(in.theme.mm.radius) : 0;
        if (texture == nullptr) {
            in.painter.fill(shown, in.theme.colours.surface_quiet, radius);
            in.painter.icon(Icon::camera, shown, in.px(16), in.theme.colours.edge_strong);
        } else {
            in.painter.picture(texture, shown, radius, how.mirrored);
        }
        if (how.viewfinder) draw_viewfinder(in, shown);
    };
}

void Ui::qr(std::string_view id, const Modules& modules, std::string_view alt, float side_mm) {
    Inside& in = *inside_;
    const float side = in.px(side_mm);
    LayoutBox& made = in.leaf(side, side);
    made.keeps_direction = true;
    in.note(made, {.id = std::string(id), .role = Role::image, .label = std::string(alt)});
    made.paint = [&in, modules](const LayoutBox& box, const Rect&) {
        if (modules.side <= 0) return;
        // Whole pixels a module, four modules of white around.
        const float whole = std::min(box.rect.w, box.rect.h);
        const float module = std::max(1.0F, std::floor(whole / static_cast<float>(modules.side + 8)));
        const float code = module * static_cast<float>(modules.side);
        const float left = std::round(box.rect.centre_x() - code / 2);
        const float top = std::round(box.rect.centre_y() - code / 2);
        in.painter.fill({left - 4 * module, top - 4 * module, code + 8 * module, code + 8 * module},
                        rgb(0xFFFFFF), in.px(1.5F));
        for (int y = 0; y < modules.side; ++y) {
            for (int x = 0; x < modules.side;) {
                int run = 0;
                const auto at = [&](int column) {
                    return modules.dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(modules.side) +
                                        static_cast<std::size_t>(column)];
                };
                while (x + run < modules.side && at(x + run)) ++run;
                if (run > 0) {
                    in.painter.fill(
                        {left + module * static_cast<float>(x), top + module * static_cast<float>(y),
                         module * static_cast<float>(run), module},
                        rgb(0x000000));
                }
                x += std::max(1, run);
            }
        }
    };
}

void Ui::progress(std::string_view id, float part, std::string_view label) {
    Inside& in = *inside_;
    const float tall = in.px(3.5F);
    LayoutBox& made = in.leaf(in.px(40), tall);
    const float done = std::clamp(part, 0.0F, 1.0F);
    in.note(made, {.id = std::string(id),
                   .role = Role::progress,
                   .label = std::string(label),
                   .value = std::to_string(std::lround(done * 100)) + " %"});
    made.paint = [&in, done, tall](const LayoutBox& box, const Rect&) {
        in.painter.fill(box.rect, in.theme.colours.edge, tall / 2);
        Rect filled = box.rect;
        filled.w *= done;
        if (in.frame.right_to_left) filled.x = box.rect.right() - filled.w;
        if (filled.w >= tall) in.painter.fill(filled, in.theme.colours.accent, tall / 2);
    };
}

void Ui::spinner(std::string_view id, std::string_view label) {
    Inside& in = *inside_;
    const float side = in.px(14);
    LayoutBox& made = in.leaf(side, side);
    in.note(made, {.id = std::string(id), .role = Role::progress, .label = std::string(label)});
    const bool still = in.theme.reduced_motion;
    if (!still) in.moves = milliseconds{50};
    made.paint = [&in, side, still](const LayoutBox& box, const Rect&) {
        constexpr float turn = 2 * std::numbers::pi_v<float>;
        const float at = still ? 0.0F : static_cast<float>(in.frame.now.count() % 1200) / 1200.0F * turn;
        const float thick = in.px(1.6F);
        in.painter.arc(box.rect.centre_x(), box.rect.centre_y(), side / 2 - thick, 0, turn,
                       in.theme.colours.edge, thick);
        in.painter.arc(box.rect.centre_x(), box.rect.centre_y(), side / 2 - thick, at, at + turn * 0.3F,
                       in.theme.colours.accent, thick);
    };
}

}  // namespace welcome::kiosk::ui
