#include "kiosk/ui/tree.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace welcome::kiosk::ui {

namespace {

nlohmann::ordered_json rect_json(const Rect& rect) {
    return {rect.x, rect.y, rect.w, rect.h};
}

std::string hex(Color color) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", color.r, color.g, color.b);
    return text.data();
}

nlohmann::ordered_json node_json(const Node& node) {
    nlohmann::ordered_json json{{"id", node.id}, {"role", name(node.role)}, {"label", node.label}};
    if (!node.value.empty()) json["value"] = node.value;
    if (!node.detail.empty()) json["detail"] = node.detail;
    if (node.checked) json["checked"] = *node.checked;
    json["enabled"] = node.enabled;
    if (node.focused) json["focused"] = true;
    if (node.actionable) json["actionable"] = true;
    if (node.behind) json["behind"] = true;
    if (node.clipped) json["clipped"] = true;
    if (node.scrolled_out) json["scrolled_out"] = true;
    json["rect"] = rect_json(node.rect);
    if (node.visible != node.rect) json["visible"] = rect_json(node.visible);
    if (node.min_target_mm > 0) json["min_target_mm"] = node.min_target_mm;
    if (node.cap_height_mm > 0) json["cap_height_mm"] = node.cap_height_mm;
    if (node.has_colours) {
        json["foreground"] = hex(node.foreground);
        json["background"] = hex(node.background);
    }
    json["depth"] = node.depth;
    return json;
}

void add_line(std::string& text, const Node& node) {
    text.append(static_cast<std::size_t>(node.depth) * 2, ' ');
    text.append("[").append(name(node.role)).append("] ").append(node.id);
    if (!node.label.empty()) text.append(" \"").append(node.label).append("\"");
    if (!node.value.empty()) text.append(" = ").append(node.value);
    if (!node.detail.empty()) text.append(" (").append(node.detail).append(")");
    if (node.checked) text.append(*node.checked ? " on" : " off");
    if (!node.enabled) text.append(" disabled");
    if (node.focused) text.append(" focused");
    if (node.clipped) text.append(" CLIPPED");
    text.append("\n");
}

}  // namespace

const Node* Tree::find(std::string_view id) const {
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

std::string_view name(Role role) {
    constexpr std::array<std::string_view, 15> k_names{"page",   "heading",  "text",   "button",   "tile",
                                                       "option", "checkbox", "field",  "key",      "list_row",
                                                       "group",  "image",    "status", "progress", "dialog"};
    return k_names.at(static_cast<std::size_t>(role));
}

std::string as_text(const Tree& tree) {
    std::string text;
    for (const Node& node : tree.nodes) {
        if (!node.behind) add_line(text, node);
    }
    return text;
}

std::string to_json(const Tree& tree) {
    nlohmann::ordered_json json{{"page", tree.page},
                                {"width", tree.width},
                                {"height", tree.height},
                                {"px_per_mm", tree.px_per_mm},
                                {"focused", tree.focused},
                                {"dialog", tree.dialog},
                                {"right_to_left", tree.right_to_left}};
    auto& nodes = json["nodes"] = nlohmann::ordered_json::array();
    for (const Node& node : tree.nodes) nodes.push_back(node_json(node));
    return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace welcome::kiosk::ui
