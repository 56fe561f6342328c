#pragma once
// Draws with the GPU: Dear ImGui's own OpenGL 3 back end into a frame kept there, so that a repair needs no
// drawing and an identical frame costs nothing. Needs a current GL context while it lives;
// loads OpenGL through the given function, links none. UI thread; owned by Window.

#include <cstdint>
#include <memory>
#include <vector>

#include "kiosk/ui/platform/damage.h"
#include "kiosk/ui/platform/renderer.h"

namespace welcome::kiosk::ui {

struct GlCalls;

class GlRenderer : public Renderer {
  public:
    using Load = void (*(*)(const char* name))();

    static sync::Result<std::unique_ptr<GlRenderer>> make(Load load);
    ~GlRenderer() override;

    using Renderer::upload_mask;
    ImTextureID upload_mask(int width, int height, const std::uint8_t* coverage, int stride) override;
    ImTextureID upload_image(const Pixels& pixels) override;
    void update_image(ImTextureID texture, const Pixels& pixels) override;
    void release(ImTextureID texture) override;
    void draw(const ImDrawData& frame, ImU32 background) override;
    [[nodiscard]] const std::vector<PixelRect>& damage() const override { return watch_.damage(); }
    Pixels read_back() override;

    // Copies the kept frame to the window's back buffer; the caller swaps.
    void copy_to_window();

  private:
    struct State;
    explicit GlRenderer(std::unique_ptr<State> state);
    void fit(int width, int height);

    std::unique_ptr<State> state_;
    DamageWatch watch_;
};

}  // namespace welcome::kiosk::ui
