#include "kiosk/screens/audit/pixels.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <string>

namespace welcome::kiosk::screens::audit {

namespace {

using ui::Color;
using ui::Rect;

constexpr int k_near = 48;         // a thin stroke's middle is mixed with its ground
constexpr int k_ring_near = 12;    // a ring is thick enough to have its own colour
constexpr float k_ring_mm = 3.2F;  // how far out a ring may stand
constexpr double k_ring_share = 0.5;
constexpr double k_ring_contrast = 3;  // WCAG 1.4.11

class Glass {
  public:
    explicit Glass(const ui::Pixels& picture) : picture_(picture) {}

    [[nodiscard]] Color at(int x, int y) const {
        const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_.width);
        const auto* pixel = &picture_.rgba[4 * (row + static_cast<std::size_t>(x))];
        return {pixel[0], pixel[1], pixel[2]};
    }

    [[nodiscard]] bool is_near(int x, int y, Color colour, int by = k_near) const {
        const Color here = at(x, y);
        return std::abs(here.r - colour.r) <= by && std::abs(here.g - colour.g) <= by &&
               std::abs(here.b - colour.b) <= by;
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

namespace {

// From the middle outwards, to a little beyond the edge: is there the ring, and does it stand out from what
// lies around it? Nothing where the ray leaves
// the glass, or the list that the thing is partly scrolled out of.
std::optional<bool> shows_ring(const Glass& glass, const ui::Node& node, double angle, float reach,
                               Color ring) {
    const Rect& rect = node.visible;
    const double dx = std::cos(angle);
    const double dy = std::sin(angle);
    const double to_side = std::abs(dx) < 1e-6 ? 1e9 : rect.w / 2 / std::abs(dx);
    const double to_end = std::abs(dy) < 1e-6 ? 1e9 : rect.h / 2 / std::abs(dy);
    const double edge = std::min(to_side, to_end);
    const bool is_cut = to_side < to_end
                            ? (dx < 0 ? rect.x > node.rect.x + 1 : rect.right() < node.rect.right() - 1)
                            : (dy < 0 ? rect.y > node.rect.y + 1 : rect.bottom() < node.rect.bottom() - 1);
    if (is_cut) return std::nullopt;
    bool seen = false;
    for (double out = edge * 0.6; out <= edge + 2 * reach; out += 0.5) {
        const int x = static_cast<int>(rect.centre_x() + dx * out);
        const int y = static_cast<int>(rect.centre_y() + dy * out);
        if (!glass.has(x, y)) return seen ? std::optional(true) : std::nullopt;
        const bool here = glass.is_near(x, y, ring, k_ring_near);
        if (seen && !here && ui::contrast(glass.at(x, y), ring) >= k_ring_contrast) return true;
        seen = seen || here;
    }
    return false;
}

}  // namespace

std::optional<ui::Finding> judge_ring(const ui::Tree& tree, const ui::Pixels& picture, ui::Color ring) {
    constexpr int rays = 90;
    const ui::Node* node = tree.find(tree.focused);
    if (node == nullptr || node->visible.empty()) return std::nullopt;
    const Glass glass(picture);
    int asked = 0;
    int seen = 0;
    for (int ray = 0; ray < rays; ++ray) {
        const auto shows =
            shows_ring(glass, *node, 2 * std::numbers::pi * ray / rays, k_ring_mm * tree.px_per_mm, ring);
        asked += shows ? 1 : 0;
        seen += shows.value_or(false) ? 1 : 0;
    }
    if (asked == 0 || seen >= k_ring_share * asked) return std::nullopt;
    return ui::Finding{ui::Flaw::unseen_focus, node->id,
                       "the ring shows at " + std::to_string(100 * seen / asked) + " % of its edge"};
}

}  // namespace welcome::kiosk::screens::audit
