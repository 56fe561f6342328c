#pragma once
// A screen without a window: real Ui, real text, real input path; textures go nowhere. One a test.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/platform/renderer.h"
#include "kiosk/ui/ui.h"

namespace welcome::kiosk::ui::test {

// Takes textures and counts them: what is uploaded must be released.
class TextureSink final : public Renderer {
  public:
    using Renderer::upload_mask;
    ImTextureID upload_mask(int width, int height, const std::uint8_t* coverage, int stride) override;
    ImTextureID upload_image(const Pixels& pixels) override;
    void update_image(ImTextureID texture, const Pixels& pixels) override;
    void release(ImTextureID texture) override;
    void draw(const ImDrawData& frame, ImU32 background) override;
    [[nodiscard]] const std::vector<PixelRect>& damage() const override { return damage_; }
    Pixels read_back() override { return {}; }

    int alive = 0;
    std::size_t uploads = 0;

  private:
    ImTextureID another();
    std::vector<PixelRect> damage_;
};

class Headless {
  public:
    using Screen = std::function<void(Ui&)>;
    explicit Headless(Screen screen, Density density = Density::guest, Frame first = {});

    void settle();  // frames until nothing changes any more
    void feed(const InputEvent& event);
    void feed(const std::vector<InputEvent>& events);
    void press(Key key) { feed(KeyPress{key}); }
    void type(std::string_view text) { feed(TextTyped{std::string(text)}); }
    // False when there is nothing to tap.
    bool tap(std::string_view id);
    bool hold(std::string_view id);  // for 0.6 s
    // A finger at a part of a node's width, 0 … 1, that goes to another part of it; some time after the last.
    void touch(std::string_view id, float part);
    void drag(std::string_view id, float from, float to);
    void pass(std::chrono::milliseconds time);
    [[nodiscard]] const Tree& tree() const { return ui.tree(); }
    [[nodiscard]] const Node& node(std::string_view id) const;  // a node of its own when missing
    [[nodiscard]] bool shows(std::string_view id) const { return tree().find(id) != nullptr; }
    [[nodiscard]] std::string findings() const;  // of the audit, one a line

    TextureSink sink;
    Ui ui;
    Frame frame;

  private:
    Screen screen_;
    Density density_;
};

}  // namespace welcome::kiosk::ui::test
