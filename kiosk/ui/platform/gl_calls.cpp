#include "kiosk/ui/platform/gl_calls.h"

namespace welcome::kiosk::ui {
namespace {

template <typename Call>
bool find(GlCalls::Load load, const char* name, Call& call) {
    call = reinterpret_cast<Call>(load(name));
    return call != nullptr;
}

}  // namespace

bool GlCalls::look_up(Load load) {
    return find(load, "glGenTextures", gen_textures) && find(load, "glDeleteTextures", delete_textures) &&
           find(load, "glBindTexture", bind_texture) && find(load, "glTexParameteri", tex_parameter) &&
           find(load, "glTexImage2D", tex_image) && find(load, "glPixelStorei", pixel_store) &&
           find(load, "glReadPixels", read_pixels) && find(load, "glClearColor", clear_color) &&
           find(load, "glClear", clear) && find(load, "glDisable", disable) &&
           find(load, "glGetString", get_string) && find(load, "glGenFramebuffers", gen_framebuffers) &&
           find(load, "glDeleteFramebuffers", delete_framebuffers) &&
           find(load, "glBindFramebuffer", bind_framebuffer) &&
           find(load, "glFramebufferTexture2D", framebuffer_texture) &&
           find(load, "glBlitFramebuffer", blit_framebuffer);
}

}  // namespace welcome::kiosk::ui
