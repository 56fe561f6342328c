#include "kiosk/ui/platform/gl_renderer.h"

#include <algorithm>
#include <backends/imgui_impl_opengl3.h>
#include <unordered_map>

#include "kiosk/ui/platform/gl_calls.h"
#include "kiosk/ui/platform/shapes.h"

namespace welcome::kiosk::ui {
namespace {

GLuint name_of(ImTextureID id) {
    return static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(id));
}

ImTextureID id_of(GLuint name) {
    // ImGui's own way: its id is a pointer that nobody follows.
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(name));
}

// Makes another context the current one for a while.
class Within {
  public:
    explicit Within(ImGuiContext* context) : before_(ImGui::GetCurrentContext()) {
        ImGui::SetCurrentContext(context);
    }
    ~Within() { ImGui::SetCurrentContext(before_); }
    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;

  private:
    ImGuiContext* before_;
};

}  // namespace

struct GlRenderer::State {
    GlCalls gl;
    std::unordered_map<ImTextureID, std::uint64_t> stamps;  // new with every upload
    std::uint64_t last_stamp = 0;
    GLuint frame = 0, frame_texture = 0;
    int width = 0, height = 0;
    ImGuiContext* back_end = nullptr;  // ImGui's back end lives here, so that the Ui's context may go first

    // Our textures are the atlas too: the back end's own is not needed.
    void start_back_end() {
        ImGuiContext* before = ImGui::GetCurrentContext();
        back_end = ImGui::CreateContext();
        ImGui::SetCurrentContext(before);
        const Within within(back_end);
        ImGui_ImplOpenGL3_Init("#version 130");
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplOpenGL3_DestroyFontsTexture();
    }

    void end_back_end() {
        if (back_end == nullptr) return;
        const Within within(back_end);
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext(back_end);
    }

    GLuint make_texture(const void* rgba, int columns, int rows) {
        GLuint name = 0;
        gl.gen_textures(1, &name);
        fill_texture(name, rgba, columns, rows);
        return name;
    }

    void fill_texture(GLuint name, const void* rgba, int columns, int rows) const {
        gl.bind_texture(GL_TEXTURE_2D, name);
        gl.tex_parameter(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        gl.tex_parameter(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        gl.tex_parameter(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        gl.tex_parameter(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        gl.pixel_store(GL_UNPACK_ROW_LENGTH, 0);
        gl.tex_image(GL_TEXTURE_2D, 0, GL_RGBA8, columns, rows, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    }

    ImTextureID upload(const std::vector<std::uint8_t>& rgba, int columns, int rows) {
        const auto bytes = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) * 4;
        if (columns <= 0 || rows <= 0 || rgba.size() < bytes) return nullptr;
        ImTextureID id = id_of(make_texture(rgba.data(), columns, rows));
        stamps[id] = ++last_stamp;
        return id;
    }
};

GlRenderer::GlRenderer(std::unique_ptr<State> state) : state_(std::move(state)) {}

sync::Result<std::unique_ptr<GlRenderer>> GlRenderer::make(Load load) {
    auto state = std::make_unique<State>();
    if (!state->gl.look_up(load)) return sync::fail(sync::Fault::unreachable, "no OpenGL 3");
    return std::unique_ptr<GlRenderer>(new GlRenderer(std::move(state)));
}

GlRenderer::~GlRenderer() {
    const GlCalls& gl = state_->gl;
    state_->end_back_end();
    for (const auto& [id, stamp] : state_->stamps) {
        const GLuint name = name_of(id);
        gl.delete_textures(1, &name);
    }
    gl.delete_textures(1, &state_->frame_texture);
    gl.delete_framebuffers(1, &state_->frame);
}

ImTextureID GlRenderer::upload_mask(int width, int height, const std::uint8_t* coverage, int stride) {
    if (width <= 0 || height <= 0) return nullptr;
    std::vector<std::uint8_t> rgba(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4,
                                   255);
    std::uint8_t* alpha = rgba.data() + 3;
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* row = coverage + static_cast<std::ptrdiff_t>(y) * stride;
        for (int x = 0; x < width; ++x, alpha += 4) *alpha = row[x];
    }
    return state_->upload(rgba, width, height);
}

ImTextureID GlRenderer::upload_image(const Pixels& pixels) {
    return state_->upload(pixels.rgba, pixels.width, pixels.height);
}

void GlRenderer::update_image(ImTextureID texture, const Pixels& pixels) {
    const auto known = state_->stamps.find(texture);
    const auto bytes = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4;
    if (known == state_->stamps.end() || bytes == 0 || pixels.rgba.size() < bytes) return;
    state_->fill_texture(name_of(texture), pixels.rgba.data(), pixels.width, pixels.height);
    known->second = ++state_->last_stamp;
}

void GlRenderer::release(ImTextureID texture) {
    if (state_->stamps.erase(texture) == 0) return;
    const GLuint name = name_of(texture);
    state_->gl.delete_textures(1, &name);
}

void GlRenderer::fit(int width, int height) {
    State& state = *state_;
    const GlCalls& gl = state.gl;
    if (state.frame == 0) gl.gen_framebuffers(1, &state.frame);
    if (state.width == width && state.height == height) return;
    gl.delete_textures(1, &state.frame_texture);
    state.frame_texture = state.make_texture(nullptr, width, height);
    gl.bind_framebuffer(GL_FRAMEBUFFER, state.frame);
    gl.framebuffer_texture(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, state.frame_texture, 0);
    state.width = width;
    state.height = height;
    watch_.forget();
}

void GlRenderer::draw(const ImDrawData& frame, ImU32 background) {
    State& state = *state_;
    const GlCalls& gl = state.gl;
    if (state.back_end == nullptr) state.start_back_end();
    const int width = std::max(1, static_cast<int>(frame.DisplaySize.x));
    const int height = std::max(1, static_cast<int>(frame.DisplaySize.y));
    fit(width, height);
    const auto shapes = shapes_of(frame, [&](ImTextureID id) {
        const auto found = state.stamps.find(id);
        return TextureUse{nullptr, found == state.stamps.end() ? 0 : found->second};
    });
    if (watch_.look(shapes, width, height, background).empty()) return;
    gl.bind_framebuffer(GL_FRAMEBUFFER, state.frame);
    gl.disable(GL_SCISSOR_TEST);
    const auto part = [background](unsigned shift) {
        return static_cast<float>((background >> shift) & 0xFFU) / 255.0F;
    };
    gl.clear_color(part(0), part(8), part(16), 1);
    gl.clear(GL_COLOR_BUFFER_BIT);
    const Within within(state.back_end);
    ImGui_ImplOpenGL3_RenderDrawData(const_cast<ImDrawData*>(&frame));  // takes it mutable, leaves it alone
    gl.bind_framebuffer(GL_FRAMEBUFFER, 0);
}

void GlRenderer::copy_to_window() {
    const State& state = *state_;
    const GlCalls& gl = state.gl;
    gl.bind_framebuffer(GL_READ_FRAMEBUFFER, state.frame);
    gl.bind_framebuffer(GL_DRAW_FRAMEBUFFER, 0);
    gl.disable(GL_SCISSOR_TEST);
    gl.blit_framebuffer(0, 0, state.width, state.height, 0, 0, state.width, state.height, GL_COLOR_BUFFER_BIT,
                        GL_NEAREST);
    gl.bind_framebuffer(GL_FRAMEBUFFER, 0);
}

Pixels GlRenderer::read_back() {
    State& state = *state_;
    const auto stride = static_cast<std::size_t>(state.width) * 4;
    Pixels pixels{state.width, state.height, {}};
    pixels.rgba.resize(stride * static_cast<std::size_t>(state.height));
    state.gl.bind_framebuffer(GL_FRAMEBUFFER, state.frame);
    state.gl.pixel_store(GL_PACK_ALIGNMENT, 1);
    state.gl.read_pixels(0, 0, state.width, state.height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
    state.gl.bind_framebuffer(GL_FRAMEBUFFER, 0);
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(state.height); top + 1 < bottom; ++top) {
        --bottom;  // OpenGL's rows start at the foot
        std::swap_ranges(pixels.rgba.begin() + static_cast<std::ptrdiff_t>(top * stride),
                         pixels.rgba.begin() + static_cast<std::ptrdiff_t>((top + 1) * stride),
                         pixels.rgba.begin() + static_cast<std::ptrdiff_t>(bottom * stride));
    }
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4) pixels.rgba[i] = 255;
    return pixels;
}

}  // namespace welcome::kiosk::ui
