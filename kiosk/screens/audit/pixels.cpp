#include "kiosk/screens/audit/pixels.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace welcome::kiosk::screens::audit {

namespace {

using ui::Color;
using ui::Rect;

constexpr int k_near = 48;         // a thin stroke's middle is mixed with its ground
constexpr float k_ring_mm = 3.2F;  // how far out a ring may stand
constexpr double k_ring_share = 0.5;

class Glass {
  public:
    explicit Glass(const ui::Pixels& picture) : picture_(picture) {}

    [[nodiscard]] bool is_near(int x, int y, Color colour) const {
        const auto* pixel =
            &picture_.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_.width) +
                                static_cast<std::size_t>(x))];
        return std::abs(pixel[0] - colour.r) <= k_near && std::abs(pixel[1] - colour.g) <= k_near &&
               std::abs(pixel[2] - colour.b) <= k_near;
    }

    [[nodiscard]] bool has(int x, int y) const {
        return x >= 0 && y >= 0 && x < picture_.width && y < picture_.height;
    }

    // Of a colour, in a rectangle of the glass.
    [[nodiscard]] long count(const Rect& rect, Color colour) const {
        long found = 0;
        const int right = std::min(picture_.width, static_cast<int>(rect.right()));
        const int bottom = std::min(picture_.height, static_cast<int>(rect.bottom()));
        for (int y = std::max(0, static_cast<int>(rect.y)); y < bottom; ++y) {
            for (int x = std::max(0, static_cast<int>(rect.x)); x < right; ++x)
                found += is_near(x, y, colour);
        }
        return found;
    }

  private:
    const ui::Pixels& picture_;
};

// Whole words in sight: a line that is half scrolled away may show little ink.
bool is_judged(const ui::Node& node) {
    return node.has_colours && !node.behind && !node.scrolled_out && !node.clipped && !node.visible.empty() &&
           node.visible == node.rect;
}

}  // namespace

std::vector<ui::Finding> judge_pixels(const ui::Tree& tree, const ui::Pixels& picture) {
    const Glass glass(picture);
    std::vector<ui::Finding> findings;
    for (const auto& node : tree.nodes) {
        if (!is_judged(node)) continue;
        // Even one comma has as many pixels of ink as a capital's stroke is long.
        const float cap = std::max(2.0F, node.cap_height_mm * tree.px_per_mm);
        const auto least = static_cast<long>(cap / 2);
        if (glass.count(node.visible, node.foreground) < least)
            findings.push_back({ui::Flaw::low_contrast, node.id, "its ink does not show on the glass"});
        if (glass.count(node.visible, node.background) < least)
            findings.push_back({ui::Flaw::low_contrast, node.id, "its ground does not show on the glass"});
    }
    return findings;
}

std::optional<ui::Finding> judge_ring(const ui::Tree& tree, const ui::Pixels& picture, ui::Color ring) {
    const ui::Node* node = tree.find(tree.focused);
    if (node == nullptr || node->visible.empty()) return std::nullopt;
    const Glass glass(picture);
    const int reach = static_cast<int>(k_ring_mm * tree.px_per_mm);
    const Rect& rect = node->visible;
    int asked = 0;
    int seen = 0;
    // From each point of the edge outwards: somewhere within reach stands the ring.
    const auto look = [&](float x, float y, int dx, int dy) {
        ++asked;
        for (int out = -2; out <= reach; ++out) {
            const int px = static_cast<int>(x) + dx * out;
            const int py = static_cast<int>(y) + dy * out;
            if (glass.has(px, py) && glass.is_near(px, py, ring)) {
                ++seen;
                return;
            }
        }
    };
    for (float x = rect.x + 2; x < rect.right() - 2; x += 3) {
        look(x, rect.y, 0, -1);
        look(x, rect.bottom() - 1, 0, 1);
    }
    for (float y = rect.y + 2; y < rect.bottom() - 2; y += 3) {
        look(rect.x, y, -1, 0);
        look(rect.right() - 1, y, 1, 0);
    }
    if (asked == 0 || seen >= static_cast<int>(k_ring_share * asked)) return std::nullopt;
    return ui::Finding{ui::Flaw::unseen_focus, node->id,
                       "the ring shows at " + std::to_string(100 * seen / asked) + " % of its edge"};
}

}  // namespace welcome::kiosk::screens::audit
