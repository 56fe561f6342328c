#pragma once
// The finger and the eye: a second connection to the X server, apart from the window under test. Xlib's
// macros quarrel with GoogleTest, so they stay in the .cpp.

#include <memory>

#include "kiosk/ui/platform/pixels.h"

struct _XDisplay;

namespace welcome::kiosk::ui::test {

class Visitor {
  public:
    Visitor();

    void tap(int x, int y) const;
    void type(const char* key_name) const;                   // X's name: "a", "Return"
    [[nodiscard]] Pixels look(int width, int height) const;  // the screen's top left corner
    // A red window over everything; the server forgets what lay below.
    [[nodiscard]] unsigned long cover(int width, int height) const;
    void uncover(unsigned long window) const;

  private:
    struct Close {
        void operator()(_XDisplay* display) const;
    };
    std::unique_ptr<_XDisplay, Close> display_;
};

}  // namespace welcome::kiosk::ui::test
