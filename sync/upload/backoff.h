#pragma once
// Exponential back-off with full jitter, on a floor that the other side may set (Retry-After). Pure.

#include <chrono>
#include <optional>

namespace welcome::sync {

class Backoff {
  public:
    Backoff() = default;
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest)
        : first_(first), longest_(longest) {}

    // The wait before the next try; `random` is in [0, 1).
    std::chrono::milliseconds next(double random, std::optional<std::chrono::seconds> floor);
    void succeeded() { failures_ = 0; }
    [[nodiscard]] int failures() const { return failures_; }

  private:
    std::chrono::milliseconds first_{1000}, longest_{300'000};
    int failures_ = 0;
};

}  // namespace welcome::sync
