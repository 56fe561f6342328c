#include "tests/ui/platform/visitor.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

namespace welcome::kiosk::ui::test {

Visitor::Visitor() : display_(XOpenDisplay(nullptr)) {}

void Visitor::Close::operator()(_XDisplay* display) const {
    XCloseDisplay(display);
}

void Visitor::tap(int x, int y) const {
    XTestFakeMotionEvent(display_.get(), 0, x, y, CurrentTime);
    XTestFakeButtonEvent(display_.get(), 1, True, CurrentTime);
    XTestFakeButtonEvent(display_.get(), 1, False, CurrentTime);
    XSync(display_.get(), False);
}

void Visitor::type(const char* key_name) const {
    const auto code = XKeysymToKeycode(display_.get(), XStringToKeysym(key_name));
    XTestFakeKeyEvent(display_.get(), code, True, CurrentTime);
    XTestFakeKeyEvent(display_.get(), code, False, CurrentTime);
    XSync(display_.get(), False);
}

Pixels Visitor::look(int width, int height) const {
    Pixels pixels{width, height, {}};
    XImage* image =
        XGetImage(display_.get(), DefaultRootWindow(display_.get()), 0, 0, static_cast<unsigned>(width),
                  static_cast<unsigned>(height), AllPlanes, ZPixmap);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const unsigned long color = XGetPixel(image, x, y);
            for (const int shift : {16, 8, 0})
                pixels.rgba.push_back(static_cast<std::uint8_t>(color >> shift));
            pixels.rgba.push_back(255);
        }
    }
    XDestroyImage(image);
    return pixels;
}

unsigned long Visitor::cover(int width, int height) const {
    Display* display = display_.get();
    const auto window =
        XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(width),
                            static_cast<unsigned>(height), 0, 0, 0xFF0000);
    XMapRaised(display, window);
    XSync(display, False);
    return window;
}

void Visitor::uncover(unsigned long window) const {
    XDestroyWindow(display_.get(), window);
    XSync(display_.get(), False);
}

}  // namespace welcome::kiosk::ui::test
