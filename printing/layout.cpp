#include "printing/layout.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace welcome::printing {
namespace {

std::string_view name_of(ElementKind kind) {
    constexpr std::array<std::string_view, 6> names{"text", "qr", "box", "rule", "dot", "mark"};
    return names[static_cast<std::size_t>(kind)];
}

std::string as_text(const Box& box) {
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%.1f,%.1f %.1fx%.1f", box.x, box.y, box.w, box.h);
    return text.data();
}

std::string as_text(const Placed& item) {
    std::string line(name_of(item.kind));
    if (!item.key.empty()) line += " " + item.key;
    line += " box " + as_text(item.box);
    if (item.kind == ElementKind::text) {
        std::array<char, 60> size{};
        std::snprintf(size.data(), size.size(), " cap %.1f lines %d", item.cap, item.lines);
        line += " ink " + as_text(item.ink) + size.data();
    }
    if (item.kind == ElementKind::qr) line += " modules " + std::to_string(item.modules);
    return line + (item.overflow ? " OVERFLOW\n" : "\n");
}

}  // namespace

bool Layout::overflow() const {
    return std::any_of(placed.begin(), placed.end(), [](const Placed& item) { return item.overflow; });
}

std::string Layout::as_text() const {
    std::array<char, 60> size{};
    std::snprintf(size.data(), size.size(), " %.1fx%.1f mm\n", width, height);
    std::string text = design + size.data();
    for (const auto& item : placed) text += printing::as_text(item);
    return text;
}

}  // namespace welcome::printing
