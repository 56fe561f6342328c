#include "kiosk/scan/wedge.h"

#include <algorithm>

namespace welcome::kiosk::scan {

namespace {

// A window that is busy drawing hands out keys late, so single gaps of a scanner may be long; until there
// are this many letters only k_hold parts them.
constexpr std::size_t k_enough_for_a_mean = 3;

bool is_control(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 || byte == 0x7F;
}

}  // namespace

bool Wedge::goes_on(Time at) const {
    if (!holds() || at - last_ > k_hold) return false;
    return letters_ < k_enough_for_a_mean || at - first_ <= k_fast * static_cast<int>(letters_);
}

// The mean needs no look here: letters_ grew this far only by goes_on().
bool Wedge::is_scan() const {
    return letters_ >= k_shortest_scan && !one_letter_;
}

void Wedge::let_go(std::vector<WedgeOutput>& out) {
    if (!holds()) return;
    after_scan_ = unfit_ || is_scan();
    if (unfit_) {
        out.emplace_back(ScanRefused{});
    } else if (after_scan_) {
        out.emplace_back(ScannedText{held_});
    } else {
        out.emplace_back(TypedText{held_});
    }
    held_.clear();
    letters_ = 0;
    unfit_ = false;
    one_letter_ = true;
}

std::vector<WedgeOutput> Wedge::letter(std::string_view utf8, Time at) {
    std::vector<WedgeOutput> out;
    if (!goes_on(at)) let_go(out);
    if (!holds()) first_ = at;
    after_scan_ = false;
    one_letter_ = one_letter_ && (held_.empty() || held_.ends_with(utf8));
    last_ = at;
    ++letters_;
    unfit_ = unfit_ || std::any_of(utf8.begin(), utf8.end(), is_control) ||
             held_.size() + utf8.size() > k_longest_burst;
    if (unfit_) {
        held_.clear();  // Refused whole, so nothing of it needs keeping.
    } else {
        held_ += utf8;
    }
    return out;
}

std::vector<WedgeOutput> Wedge::end_of_burst(WedgeOutput key, Time at) {
    std::vector<WedgeOutput> out;
    const auto last_letter = last_;
    let_go(out);
    // Also the second of a scanner's CR and LF.
    const bool scanners = after_scan_ && at - last_letter <= k_late_enter;
    if (!scanners) out.push_back(std::move(key));
    return out;
}

std::vector<WedgeOutput> Wedge::other_key() {
    std::vector<WedgeOutput> out;
    let_go(out);
    return out;
}

std::vector<WedgeOutput> Wedge::tick(Time now) {
    std::vector<WedgeOutput> out;
    if (holds() && now - last_ >= k_hold) let_go(out);
    return out;
}

}  // namespace welcome::kiosk::scan
