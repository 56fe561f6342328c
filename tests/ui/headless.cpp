#include "tests/ui/headless.h"

#include "kiosk/ui/audit.h"

namespace welcome::kiosk::ui::test {

ImTextureID TextureSink::upload_mask(int, int, const std::uint8_t*, int) {
    return another();
}
ImTextureID TextureSink::upload_image(const Pixels&) {
    return another();
}
// As in ImGui's own renderers an id is a pointer that nobody follows.
ImTextureID TextureSink::another() {
    ++alive;
    return reinterpret_cast<ImTextureID>(++uploads);  // NOLINT(performance-no-int-to-ptr)
}
void TextureSink::update_image(ImTextureID, const Pixels&) {}
void TextureSink::release(ImTextureID) {
    --alive;
}
void TextureSink::draw(const ImDrawData&, ImU32) {}

Headless::Headless(Screen screen, Density density, Frame first)
    : ui(sink, make_theme(density)), frame(std::move(first)), screen_(std::move(screen)), density_(density) {
    settle();
}

void Headless::settle() {
    for (int i = 0; i < 12; ++i) {
        frame.now += std::chrono::milliseconds(16);
        ui.begin(frame);
        screen_(ui);
        ui.end();
        if (!ui.needs_another_frame()) return;
    }
}

void Headless::feed(const InputEvent& event) {
    ui.feed(event);
    settle();
}

void Headless::feed(const std::vector<InputEvent>& events) {
    ui.feed(events);
    settle();
}

bool Headless::tap(std::string_view id) {
    const auto events = tap_events(tree(), id);
    feed(events);
    return !events.empty();
}

bool Headless::hold(std::string_view id) {
    const auto events = tap_events(tree(), id);
    if (events.empty()) return false;
    feed(events.front());
    pass(std::chrono::milliseconds(600));
    feed(events.back());
    return true;
}

void Headless::pass(std::chrono::milliseconds time) {
    frame.now += time;
    settle();
}

void Headless::touch(std::string_view id, float part) {
    const Rect& rect = node(id).visible;
    const float x = rect.x + rect.w * part;
    feed({PointerDown{x, rect.centre_y()}, PointerUp{x, rect.centre_y()}});
}

void Headless::drag(std::string_view id, float from, float to) {
    const Rect& rect = node(id).visible;
    const float y = rect.centre_y();
    feed({PointerDown{rect.x + rect.w * from, y}, PointerMove{rect.x + rect.w * (from + to) / 2, y},
          PointerMove{rect.x + rect.w * to, y}, PointerUp{rect.x + rect.w * to, y}});
}

const Node& Headless::node(std::string_view id) const {
    static const Node missing{.id = "missing"};
    const Node* found = tree().find(id);
    return found == nullptr ? missing : *found;
}

std::string Headless::findings() const {
    std::string text;
    for (const Finding& one : audit(tree(), limits_for(density_))) {
        text.append(name(one.flaw)).append(" ").append(one.id).append(": ").append(one.detail).append("\n");
    }
    return text;
}

}  // namespace welcome::kiosk::ui::test
