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
        if (side < node.min_target_mm - 0.05) {
            add(Flaw::small_target, node, sentence("is %.1f mm, %.1f asked", side, node.min_target_mm));
        }
    }

    // A target inside another (a row's button) is meant; one that crosses another's edge is not.
    void judge_pairs() {
        const auto& nodes = tree_.nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < nodes.size(); ++j) judge_pair(nodes[i], nodes[j]);
        }
    }

    void judge_pair(const Node& one, const Node& two) {
        if (one.id == two.id) add(Flaw::same_id, two, "the id is used twice");
        if (!one.actionable || !two.actionable || one.behind || two.behind) return;
        const Rect common = one.visible.within(two.visible);
        if (common.w <= 1 || common.h <= 1) return;
        if (one.visible.contains(two.visible, 1) || two.visible.contains(one.visible, 1)) return;
        add(Flaw::overlap, two, "covers part of " + one.id);
    }

    const Tree& tree_;
    const AuditLimits& limits_;
    std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> audit(const Tree& tree, const AuditLimits& limits) {
    return Auditor(tree, limits).run();
}

std::string_view name(Flaw flaw) {
    constexpr std::array<std::string_view, 8> k_names{"clipped",    "overlap",      "small_target",
                                                      "small_text", "low_contrast", "unlabelled",
                                                      "off_screen", "same_id"};
    return k_names.at(static_cast<std::size_t>(flaw));
}

}  // namespace welcome::kiosk::ui
