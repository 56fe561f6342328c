#pragma once
// Whether OpenGL means a GPU here. UI thread.

struct GLFWwindow;

namespace welcome::kiosk::ui {

// The window's context is current.
bool gl_is_a_real_gpu(GLFWwindow* window);

}  // namespace welcome::kiosk::ui
