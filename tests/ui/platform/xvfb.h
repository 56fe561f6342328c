#pragma once
// An X server of the test's own on a free display number, ended with the test, even when the test crashes.

#include <string>
#include <sys/types.h>

namespace welcome::kiosk::ui::test {

class Xvfb {
  public:
    enum class SharedMemory { yes, no };
    explicit Xvfb(SharedMemory shared = SharedMemory::yes);  // sets DISPLAY
    ~Xvfb();
    Xvfb(const Xvfb&) = delete;
    Xvfb& operator=(const Xvfb&) = delete;

    [[nodiscard]] bool running() const { return !display_.empty(); }

  private:
    pid_t pid_ = -1;
    std::string display_;
};

}  // namespace welcome::kiosk::ui::test
