#include "kiosk/ui/platform/gl_probe.h"

#define GLFW_EXPOSE_NATIVE_X11
#define GLFW_EXPOSE_NATIVE_GLX
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
#include <string>

#include "kiosk/ui/platform/window.h"

namespace welcome::kiosk::ui {

bool gl_is_a_real_gpu(GLFWwindow* window) {
    const auto is_direct = reinterpret_cast<decltype(&glXIsDirect)>(glfwGetProcAddress("glXIsDirect"));
    const auto get_string = reinterpret_cast<decltype(&glGetString)>(glfwGetProcAddress("glGetString"));
    if (is_direct == nullptr || get_string == nullptr) return false;
    if (is_direct(glfwGetX11Display(), glfwGetGLXContext(window)) == 0) return false;
    const auto* name = reinterpret_cast<const char*>(get_string(GL_RENDERER));
    return name != nullptr && !is_software_renderer(name);
}

}  // namespace welcome::kiosk::ui
