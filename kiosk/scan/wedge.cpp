#include "kiosk/scan/wedge.h"

namespace welcome::kiosk::scan {

void Wedge::let_go(std::vector<WedgeOutput>& out) {
    if (too_long_) {
        out.emplace_back(ScanRefused{});
    } else if (letters_ >= k_shortest_scan) {
        out.emplace_back(ScannedText{held_});  // A scanner that ends with a pause.
    } else if (!held_.empty()) {
        out.emplace_back(TypedText{held_});
    }
    held_.clear();
    letters_ = 0;
    too_long_ = false;
}

std::vector<WedgeOutput> Wedge::letter(std::string_view utf8, Time at) {
    std::vector<WedgeOutput> out;
    if (holds() && at - last_ > k_fast) let_go(out);
    last_ = at;
    held_ += utf8;
    ++letters_;
    if (held_.size() > k_longest_burst) {
        too_long_ = true;
        held_.resize(1);  // Enough to know that a burst is going on.
    }
    return out;
}

std::vector<WedgeOutput> Wedge::enter(Time at) {
    std::vector<WedgeOutput> out;
    const bool in_burst = holds() && at - last_ <= k_fast && (letters_ >= k_shortest_scan || too_long_);
    let_go(out);
    if (!in_burst) out.emplace_back(TypedEnter{});
    return out;
}

std::vector<WedgeOutput> Wedge::tick(Time now) {
    std::vector<WedgeOutput> out;
    if (holds() && now - last_ >= k_hold) let_go(out);
    return out;
}

}  // namespace welcome::kiosk::scan
