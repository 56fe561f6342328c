#include "tests/ui/headless.h"

#include "kiosk/ui/audit.h"

namespace welcome::kiosk::ui::test {

ImTextureID TextureSink::upload_mask(int, int, const std::uint8_t*, int) {
    ++alive;
    return reinterpret_cast<ImTextureID>(++uploads);
}
ImTextureID TextureSink::upload_image(const Pixels&) {
    ++alive;
    return reinterpret_cast<ImTextureID>(++uploads);
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
