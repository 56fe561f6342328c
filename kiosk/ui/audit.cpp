#include "kiosk/ui/audit.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace welcome::kiosk::ui {

namespace {

std::string sentence(const char* format, double one, double two) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), format, one, two);
    return text.data();
}

class Auditor {
  public:
    Auditor(const Tree& tree, const AuditLimits& limits) : tree_(tree), limits_(limits) {}

    std::vector<Finding> run() && {
        for (const Node& node : tree_.nodes) {
            if (node.behind) continue;
            judge_words(node);
            judge_place(node);
            if (node.actionable) judge_target(node);
        }
        judge_pairs();
        return std::move(findings_);
    }

  private:
    void add(Flaw flaw, const Node& node, std::string detail) {
        findings_.push_back({flaw, node.id, std::move(detail)});
    }

    void judge_words(const Node& node) {
        if (node.label.empty()) add(Flaw::unlabelled, node, "has no words for the ear");
        if (node.cap_height_mm > 0 && node.cap_height_mm < limits_.min_cap_mm - 0.01F) {
            add(Flaw::small_text, node,
                sentence("capitals are %.1f mm, %.1f asked", node.cap_height_mm, limits_.min_cap_mm));
        }
        if (!node.has_colours) return;
        const double ratio = contrast(node.foreground, node.background);
        if (ratio < limits_.contrast) {
            add(Flaw::low_contrast, node, sentence("contrast is %.2f, %.1f asked", ratio, limits_.contrast));
        }
    }

    void judge_place(const Node& node) {
        if (node.clipped) add(Flaw::clipped, node, "part of it cannot be seen");
        const Rect window{0, 0, tree_.width, tree_.height};
        if (!node.scrolled_out && !window.contains(node.rect, 1.0F)) {
            add(Flaw::off_screen, node,
                sentence("reaches to %.0f, %.0f", node.rect.right(), node.rect.bottom()));
        }
    }

    void judge_target(const Node& node) {
        const double side = std::min(node.rect.w, node.rect.h) / tree_.px_per_mm;
        const float least = node.role == Role::key ? limits_.min_key_mm : limits_.min_target_mm;
        const float asked = std::max(node.min_target_mm, least);
        if (side < asked - 0.05F)
            add(Flaw::small_target, node, sentence("is %.1f mm, %.1f asked", side, asked));
    }

    void judge_pairs() {
        const auto& nodes = tree_.nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < nodes.size(); ++j) judge_pair(nodes[i], nodes[j]);
        }
    }

    // A target inside another (a row's button) is meant, and so are words inside a target; one that crosses
    // another's edge is not, nor are words on other words.
    void judge_pair(const Node& one, const Node& two) {
        if (one.id == two.id) add(Flaw::same_id, two, "the id is used twice");
        if (!is_solid(one) || !is_solid(two) || one.behind || two.behind) return;
        const Rect common = one.visible.within(two.visible);
        if (common.w <= 1 || common.h <= 1) return;
        if (holds(one, two) || holds(two, one)) return;
        if (one.role == Role::group || two.role == Role::group) return judge_group(one, two);
        add(Flaw::overlap, two, "covers part of " + one.id);
    }

    // A group's own words and its parts share its rectangle: only what crosses its edge is wrong.
    void judge_group(const Node& one, const Node& two) {
        if (one.visible.contains(two.visible, 1) || two.visible.contains(one.visible, 1)) return;
        add(Flaw::overlap, two, "crosses the edge of " + one.id);
    }

    static bool holds(const Node& outer, const Node& inner) {
        const bool may = outer.actionable || outer.role == Role::list_row;
        return may && outer.visible.contains(inner.visible, 1);
    }

    static bool is_solid(const Node& node) { return node.actionable || node.has_colours; }

    const Tree& tree_;
    const AuditLimits& limits_;
    std::vector<Finding> findings_;
};

}  // namespace

AuditLimits limits_for(Density density) {
    if (density == Density::staff) return {.min_cap_mm = 2.4F, .min_target_mm = 12, .min_key_mm = 10};
    return {.min_target_mm = 20, .min_key_mm = 14};
}

std::vector<Finding> audit(const Tree& tree, const AuditLimits& limits) {
    return Auditor(tree, limits).run();
}

std::string_view name(Flaw flaw) {
    constexpr std::array<std::string_view, 11> k_names{
        "clipped",    "overlap", "target-size", "text-size", "contrast",     "unlabelled",
        "off-screen", "same-id", "unreachable", "focus",     "reading-level"};
    return k_names.at(static_cast<std::size_t>(flaw));
}

}  // namespace welcome::kiosk::ui
