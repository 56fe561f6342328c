#include "kiosk/screens/audit/judge.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <set>
#include <string>

#include "kiosk/screens/audit/pixels.h"
#include "kiosk/screens/audit/reading.h"
#include "kiosk/ui/audit.h"

namespace welcome::kiosk::screens::audit {

namespace {

using ui::Finding;
using ui::Flaw;

void add(std::vector<Finding>& all, std::vector<Finding> more) {
    const auto is_known = [&](const Finding& one) {
        return std::any_of(all.begin(), all.end(), [&](const Finding& known) {
            return known.flaw == one.flaw && known.id == one.id;
        });
    };
    for (auto& one : more) {
        if (!is_known(one)) all.push_back(std::move(one));
    }
}

void judge_reading(const Studio& studio, std::vector<Finding>& findings) {
    if (studio.language() != "en") return;  // The formula is for English.
    const auto& tree = studio.tree();
    const double grade = reading_grade(tree);
    if (grade <= k_highest_grade) return;
    std::string detail(40, '\0');
    detail.resize(static_cast<std::size_t>(
        std::snprintf(detail.data(), detail.size(), "grade %.1f, %.0f asked", grade, k_highest_grade)));
    findings.push_back({Flaw::hard_words, tree.page, detail});
}

std::vector<Finding> judge_now(Studio& studio) {
    auto findings = ui::audit(studio.tree(), ui::limits_for(studio.density()));
    add(findings, judge_pixels(studio.tree(), studio.picture()));
    return findings;
}

bool has_keys(const ui::Tree& tree) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(),
                       [](const ui::Node& node) { return node.role == ui::Role::key; });
}

std::set<std::string> targets(const ui::Tree& tree) {
    std::set<std::string> ids;
    for (const auto& node : tree.nodes) {
        if (node.actionable && node.enabled && !node.behind) ids.insert(node.id);
    }
    return ids;
}

// While a keyboard slid in, the focus stays on it and its field; Done leads back to the page.
std::set<std::string> targets_of_keyboard(const ui::Tree& tree) {
    std::set<std::string> ids;
    for (const auto& node : tree.nodes) {
        if (node.actionable && node.enabled && node.role == ui::Role::key) ids.insert(node.id);
    }
    return ids;
}

void walk(Studio& studio, std::set<std::string> wanted, std::vector<Finding>& findings) {
    const auto steps = 2 * wanted.size() + 4;  // a list that scrolls offers its buttons on the way
    for (std::size_t i = 0; i < steps && !wanted.empty(); ++i) {
        studio.press(ui::Key::tab);
        const auto& tree = studio.tree();
        const auto* node = tree.find(tree.focused);
        // What is switched off meanwhile cannot be meant: the focus took a list to its end.
        std::erase_if(wanted, [&tree](const std::string& id) {
            const auto* one = tree.find(id);
            return one != nullptr && !one->enabled;
        });
        if (node == nullptr || wanted.erase(node->id) == 0) continue;
        if (node->visible.empty()) {
            findings.push_back({Flaw::unreachable, node->id, "has the focus out of sight"});
            continue;
        }
        if (auto flaw = judge_ring(tree, studio.picture(), studio.colours().focus))
            findings.push_back(std::move(*flaw));
    }
    const auto left = targets(studio.tree());
    for (const auto& id : wanted) {
        if (left.contains(id)) findings.push_back({Flaw::unreachable, id, "no key leads there"});
    }
}

}  // namespace

std::vector<Finding> judge_looks(Studio& studio, const Enter& enter) {
    enter(studio);
    auto findings = judge_now(studio);
    judge_reading(studio, findings);
    if (studio.tree().find("keyboard") != nullptr) {
        studio.put_keyboard_away();
        add(findings, judge_now(studio));
        enter(studio);
    }
    return findings;
}

std::vector<Finding> judge_focus(Studio& studio, const Enter& enter) {
    std::vector<Finding> findings;
    enter(studio);
    if (has_keys(studio.tree())) {
        walk(studio, targets_of_keyboard(studio.tree()), findings);
        studio.put_keyboard_away();
    }
    walk(studio, targets(studio.tree()), findings);
    return findings;
}

}  // namespace welcome::kiosk::screens::audit
