#pragma once
// The line at the door: how many tablets an evening needs, and how the line goes while it runs. Pure.
// The numbers are those of shared/field.md, 1.2.

#include <optional>

#include "kiosk/event/state.h"

namespace welcome::kiosk::event {

// One tablet serves a party of 10, 25 or 60 seconds, with a code, by name, or new.
inline constexpr double k_mostly_codes_seconds = 21;  // 60 % codes, 25 % names, 15 % new
inline constexpr double k_few_codes_seconds = 34;     // 25 %, 40 %, 35 %

// 42 % of all come in the 15 minutes before the start; a quarter is added for the uneven arrival. At least 2:
// one more stands ready where one would do.
int tablets_needed(int people, double seconds_each);

struct LineNow {
    enum class Advice { quiet, fine, ready_another, open_another };
    double arrivals_a_minute = 0;        // parties that checked in over the last k_line_window
    double seconds_each = 0;             // one party at one tablet
    int lanes = 0;                       // tablets that checked somebody in over that time
    double busy = 0;                     // 0 … 1: the share of the lanes' time that is taken
    std::optional<double> wait_seconds;  // of the next party, on average; nothing: the line grows
    Advice advice = Advice::quiet;
    bool operator==(const LineNow&) const = default;
};
inline constexpr std::chrono::minutes k_line_window{10};

// From the check-ins of all tablets, as this one knows them. `in_line`: parties that somebody counted; they
// are believed more than the model.
LineNow line_now(const State& state, Instant now, double seconds_each, int in_line);

// People who came in over each of the last `minutes` minutes, oldest first; from paper are left out, for they
// were written down later. At least one minute.
std::vector<int> arrivals_by_minute(const State& state, Instant now, int minutes);

// The average wait with random arrivals at `lanes` alike (Erlang C, Poisson arrivals); nothing where more
// come than are served.
std::optional<double> average_wait_seconds(double arrivals_a_minute, double seconds_each, int lanes);

}  // namespace welcome::kiosk::event
