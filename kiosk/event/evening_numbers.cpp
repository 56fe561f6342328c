#include "kiosk/event/evening_numbers.h"

#include <algorithm>

namespace welcome::kiosk::event {

EveningNumbers evening_numbers(const State& state) {
    const auto count = state.count();
    EveningNumbers numbers{.all = count.came(),
                           .left = count.left,
                           .anonymous = count.anonymous,
                           .minded = count.children_dropped_off};
    std::map<std::string, int> languages;
    for (const auto* person : state.attending()) {
        numbers.first_timers += person->is_first_time() ? 1 : 0;
        numbers.children += person->attendance->more_children + (person->is_child ? 1 : 0);
        for (const auto need : person->needs) ++numbers.needs[need];
        if (!person->language.empty()) ++languages[person->language];
    }
    numbers.adults = numbers.all - numbers.children;
    for (const auto& [tag, people] : languages) numbers.languages.push_back({tag, people});
    std::stable_sort(numbers.languages.begin(), numbers.languages.end(),
                     [](const auto& left, const auto& right) { return left.people > right.people; });
    return numbers;
}

}  // namespace welcome::kiosk::event
