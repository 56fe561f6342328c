#pragma once
// A USB scanner is a keyboard that types very fast and ends with Enter or Tab. Tells its bursts from a
// person's typing, so that a scan never lands in a text field. Pure and steppable: time comes in with every
// call. One thread.

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
struct TypedTab {};
struct ScannedText {
    std::string text;
};
struct ScanRefused {};  // a burst of over k_longest_burst, or with control characters in it
using WedgeOutput = std::variant<TypedText, TypedEnter, TypedTab, ScannedText, ScanRefused>;

class Wedge {
  public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::milliseconds k_fast{35};         // between a scanner's letters, on average
    static constexpr std::chrono::milliseconds k_hold{50};         // how long a letter waits for its follower
    static constexpr std::chrono::milliseconds k_late_enter{200};  // after a scan its Enter may still come
    static constexpr std::size_t k_shortest_scan = 6;              // letters
    static constexpr std::size_t k_longest_burst = 512;            // bytes

    // One letter (UTF-8), Enter, or Tab. Outputs come in the order in which things happened.
    std::vector<WedgeOutput> letter(std::string_view utf8, Time at);
    std::vector<WedgeOutput> enter(Time at) { return end_of_burst(TypedEnter{}, at); }
    std::vector<WedgeOutput> tab(Time at) { return end_of_burst(TypedTab{}, at); }
    // Any other key (an arrow, Backspace) is a person's: what was held goes before it.
    std::vector<WedgeOutput> other_key();
    // Lets go what was held and did not become a scan.
    std::vector<WedgeOutput> tick(Time now);
    [[nodiscard]] bool holds() const { return letters_ > 0; }
    [[nodiscard]] Time due() const { return last_ + k_hold; }

  private:
    [[nodiscard]] bool goes_on(Time at) const;
    [[nodiscard]] bool is_scan() const;
    std::vector<WedgeOutput> end_of_burst(WedgeOutput key, Time at);
    void let_go(std::vector<WedgeOutput>& out);

    std::string held_;
    std::size_t letters_ = 0;
    bool unfit_ = false;       // too long, or with control characters
    bool one_letter_ = true;   // all letters are the same: a key held down
    Time first_{}, last_{};    // of the held letters
    bool after_scan_ = false;  // nothing came since the last scan
};

}  // namespace welcome::kiosk::scan
