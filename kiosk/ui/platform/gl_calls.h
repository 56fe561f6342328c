#pragma once
// The few OpenGL functions the renderer calls itself, looked up at run time: nothing of OpenGL is linked, so
// that a machine without a GPU never loads Mesa. Owned by GlRenderer.

#include <GL/gl.h>
#include <GL/glext.h>

namespace welcome::kiosk::ui {

struct GlCalls {
    using Load = void (*(*)(const char* name))();

    decltype(&glGenTextures) gen_textures = nullptr;
    decltype(&glDeleteTextures) delete_textures = nullptr;
    decltype(&glBindTexture) bind_texture = nullptr;
    decltype(&glTexParameteri) tex_parameter = nullptr;
    decltype(&glTexImage2D) tex_image = nullptr;
    decltype(&glPixelStorei) pixel_store = nullptr;
    decltype(&glReadPixels) read_pixels = nullptr;
    decltype(&glClearColor) clear_color = nullptr;
    decltype(&glClear) clear = nullptr;
    decltype(&glDisable) disable = nullptr;
    decltype(&glGetString) get_string = nullptr;
    PFNGLGENFRAMEBUFFERSPROC gen_framebuffers = nullptr;
    PFNGLDELETEFRAMEBUFFERSPROC delete_framebuffers = nullptr;
    PFNGLBINDFRAMEBUFFERPROC bind_framebuffer = nullptr;
    PFNGLFRAMEBUFFERTEXTURE2DPROC framebuffer_texture = nullptr;
    PFNGLBLITFRAMEBUFFERPROC blit_framebuffer = nullptr;

    // False: one is missing.
    bool look_up(Load load);
};

}  // namespace welcome::kiosk::ui
