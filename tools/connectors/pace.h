#pragma once
// How often one credential may call: a token bucket that learns from "too many" (429, Retry-After). Limits
// drop at run time without notice (shared/membership.md, 9). Pure: time comes in with every call. One owner.

#include <chrono>
#include <optional>

namespace welcome::tools::connectors {

class Pace {
  public:
    using Time = std::chrono::steady_clock::time_point;
    using Wait = std::chrono::milliseconds;

    explicit Pace(double calls_a_second) : most_(calls_a_second), rate_(calls_a_second) {}

    // How long to wait before the next call, which is counted.
    Wait next(Time now);
    // What came back: too many slows down by half, twenty good answers speed up by a tenth, never above the
    // start.
    void answered(bool too_many, std::optional<std::chrono::seconds> retry_after, Time now);
    [[nodiscard]] double rate() const { return rate_; }

  private:
    static constexpr double k_slowest = 0.05;  // calls a second
    static constexpr int k_good_answers = 20;
    double most_, rate_;
    std::optional<Time> free_from_;
    int good_ = 0;
};

}  // namespace welcome::tools::connectors
