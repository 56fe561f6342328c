#pragma once
// Sleeps until the X connection or another thread says something. GLFW's own way to wake a sleeper talks to
// the X server from the other thread and can lose the race; an eventfd cannot. One sleeper, any number of
// wakers.

#include <chrono>
#include <optional>

namespace welcome::kiosk::ui {

class Wakeup {
  public:
    Wakeup();
    ~Wakeup();
    Wakeup(const Wakeup&) = delete;
    Wakeup& operator=(const Wakeup&) = delete;

    void ring() const;  // any thread
    void sleep(int connection, std::optional<std::chrono::milliseconds> at_most) const;

  private:
    int bell_;
};

}  // namespace welcome::kiosk::ui
