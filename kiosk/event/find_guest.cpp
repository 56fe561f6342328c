#include <algorithm>

#include "kiosk/event/find.h"
#include "kiosk/event/fold_text.h"

namespace welcome::kiosk::event {

namespace {

bool name_begins(const Person& person, const std::string& letters) {
    for (const auto* name : {&person.full_name, &person.call_me}) {
        const auto words = words_of(folded(*name));
        if (!words.empty() && words.front().starts_with(letters)) return true;
    }
    return false;
}

}  // namespace

const Person* find_guest(const State& state, std::string_view letters, std::string_view last_four) {
    std::string key = folded(letters);
    std::erase(key, ' ');
    const bool four_digits =
        last_four.size() == 4 && last_four.find_first_not_of("0123456789") == std::string_view::npos;
    if (key.empty() || !four_digits) return nullptr;
    const Person* only = nullptr;
    for (const auto* person : state.people()) {
        if (person->hidden || person->is_child || !std::string_view(person->phone).ends_with(last_four))
            continue;
        if (!name_begins(*person, key)) continue;
        if (only) return nullptr;  // Two fit: a helper has to ask.
        only = person;
    }
    return only;
}

}  // namespace welcome::kiosk::event
