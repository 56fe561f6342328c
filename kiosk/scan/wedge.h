#pragma once
// A USB scanner is a keyboard that types very fast and ends with Enter. Tells its bursts from a person's
// typing, so that a scan never lands in a text field. Pure and steppable: time comes in with every call.

#include <chrono>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace welcome::kiosk::scan {

struct TypedText {  // by a person: goes on to the field
    std::string text;
};
struct TypedEnter {};
struct ScannedText {
    std::string text;
};
struct ScanRefused {};  // a burst of over k_longest_burst, or with control characters in it
using WedgeOutput = std::variant<TypedText, TypedEnter, ScannedText, ScanRefused>;

class Wedge {
  public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::milliseconds k_fast{35};  // between two letters of a scanner
    static constexpr std::chrono::milliseconds k_hold{50};  // how long a letter waits for a fast follower
    static constexpr std::size_t k_shortest_scan = 6;       // letters
    static constexpr std::size_t k_longest_burst = 512;     // bytes

    // One letter (UTF-8), or Enter. Outputs come in the order in which things happened.
    std::vector<WedgeOutput> letter(std::string_view utf8, Time at);
    std::vector<WedgeOutput> enter(Time at);
    // Lets go what was held and did not become a scan.
    std::vector<WedgeOutput> tick(Time now);
    [[nodiscard]] bool holds() const { return !held_.empty(); }
    [[nodiscard]] Time due() const { return last_ + k_hold; }

  private:
    void let_go(std::vector<WedgeOutput>& out);

    std::string held_;
    std::size_t letters_ = 0;
    bool too_long_ = false;
    Time last_{};
};

}  // namespace welcome::kiosk::scan
