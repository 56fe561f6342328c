#include "kiosk/event/line.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace welcome::kiosk::event {

namespace {

constexpr double k_in_the_peak = 0.42, k_peak_minutes = 15, k_uneven = 1.25;
constexpr double k_getting_busy = 0.7, k_too_busy = 0.85;
constexpr double k_long_wait = 180;  // seconds: parties leave a longer line, or walk past it

// A family's check-ins are written within a moment; the next guest at that tablet comes later.
constexpr std::chrono::seconds k_one_party{2};

struct Seen {
    int parties = 0, lanes = 0;
};

Seen seen_since(const State& state, Instant since, Instant now) {
    std::map<sync::DeviceId, std::vector<Instant>> by_lane;
    for (const auto* person : state.attending()) {
        for (const auto& witness : person->attendance->witnesses) {
            if (witness.at < since || witness.at > now || witness.method == CheckInMethod::paper) continue;
            by_lane[witness.device].push_back(witness.at);
        }
    }
    Seen seen{.lanes = static_cast<int>(by_lane.size())};
    for (auto& [lane, times] : by_lane) {
        std::sort(times.begin(), times.end());
        seen.parties += 1;
        for (std::size_t i = 1; i < times.size(); ++i)
            seen.parties += times[i] - times[i - 1] > k_one_party ? 1 : 0;
    }
    return seen;
}

LineNow::Advice advice_for(const LineNow& line, int in_line) {
    using Advice = LineNow::Advice;
    if (line.lanes == 0) return in_line > 0 ? Advice::open_another : Advice::quiet;
    const bool long_wait = line.wait_seconds && *line.wait_seconds > k_long_wait;
    if (line.busy >= k_too_busy || long_wait || !line.wait_seconds) return Advice::open_another;
    return line.busy >= k_getting_busy ? Advice::ready_another : Advice::fine;
}

}  // namespace

int tablets_needed(int people, double seconds_each) {
    const double a_minute = k_in_the_peak / k_peak_minutes * std::max(0, people);
    return std::max(2, static_cast<int>(std::ceil(a_minute * seconds_each / 60 * k_uneven - 1e-9)));
}

std::optional<double> average_wait_seconds(double arrivals_a_minute, double seconds_each, int lanes) {
    if (arrivals_a_minute <= 0) return 0.0;
    if (lanes <= 0 || seconds_each <= 0) return std::nullopt;
    const double offered = arrivals_a_minute * seconds_each / 60;  // in lanes, Erlang
    if (offered >= lanes) return std::nullopt;
    double blocked = 1;  // Erlang B, lane by lane
    for (int lane = 1; lane <= lanes; ++lane) blocked = offered * blocked / (lane + offered * blocked);
    const double waits = blocked / (1 - offered / lanes * (1 - blocked));
    return waits * seconds_each / (lanes - offered);
}

std::vector<int> arrivals_by_minute(const State& state, Instant now, int minutes) {
    std::vector<int> by_minute(static_cast<std::size_t>(std::max(1, minutes)));
    const Instant since = now - std::chrono::minutes(by_minute.size());
    for (const auto* person : state.attending()) {
        const auto& attendance = *person->attendance;
        if (attendance.at <= since || attendance.at > now) continue;
        if (attendance.witnesses.front().method == CheckInMethod::paper) continue;
        const auto ago = std::chrono::duration_cast<std::chrono::minutes>(now - attendance.at).count();
        by_minute[by_minute.size() - 1 - static_cast<std::size_t>(ago)] +=
            1 + attendance.more_adults + attendance.more_children;
    }
    return by_minute;
}

LineNow line_now(const State& state, Instant now, double seconds_each, int in_line) {
    const auto seen = seen_since(state, now - k_line_window, now);
    LineNow line{.arrivals_a_minute = seen.parties / static_cast<double>(k_line_window.count()),
                 .seconds_each = seconds_each,
                 .lanes = seen.lanes};
    if (line.lanes > 0) line.busy = std::min(1.0, line.arrivals_a_minute * seconds_each / 60 / line.lanes);
    line.wait_seconds = average_wait_seconds(line.arrivals_a_minute, seconds_each, line.lanes);
    if (in_line > 0 && line.lanes > 0) line.wait_seconds = in_line * seconds_each / line.lanes;
    line.advice = advice_for(line, in_line);
    return line;
}

}  // namespace welcome::kiosk::event
