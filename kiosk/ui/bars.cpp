// A chart of bars: one number after the other, the newest last. What it says is in the tree as a sentence.
#include <algorithm>

#include "kiosk/ui/inside.h"

namespace welcome::kiosk::ui {

void Ui::bars(std::string_view id, const Bars& how) {
    Inside& in = *inside_;
    LayoutBox& made = in.leaf(in.px(60), in.px(how.height_mm));
    made.leaf_widths = [&in](bool) { return Widths{in.px(40), in.frame.width_px}; };
    in.note(made, {.id = std::string(id), .role = Role::image, .label = how.label, .value = how.spoken});
    made.paint = [&in, how](const LayoutBox& box, const Rect&) {
        const Palette& colours = in.theme.colours;
        const float foot = in.px(0.4F);
        in.painter.fill({box.rect.x, box.rect.bottom() - foot, box.rect.w, foot}, colours.edge_strong);
        if (how.values.empty()) return;
        const int most = std::max(how.least_top, *std::max_element(how.values.begin(), how.values.end()));
        const float wide = box.rect.w / static_cast<float>(how.values.size());
        const float gap = std::min(wide * 0.25F, in.px(0.8F));
        for (std::size_t i = 0; i < how.values.size(); ++i) {
            if (how.values[i] <= 0) continue;
            const float tall =
                (box.rect.h - foot) * static_cast<float>(how.values[i]) / static_cast<float>(most);
            // Time runs as one reads.
            const float at = static_cast<float>(in.frame.right_to_left ? how.values.size() - 1 - i : i);
            in.painter.fill(
                {box.rect.x + at * wide + gap / 2, box.rect.bottom() - foot - tall, wide - gap, tall},
                colours.accent, std::min(in.px(0.6F), tall / 2));
        }
    };
}

}  // namespace welcome::kiosk::ui
