#include <algorithm>

#include "kiosk/event/find.h"
#include "kiosk/event/fold_text.h"

namespace welcome::kiosk::event {

namespace {

struct Letters {
    std::string key;
    bool are_consonants = false;  // as they were typed
};

// Where one of the two is written in Arabic or Hebrew letters, the other's vowels are not to be compared:
// "moh", "muh" and "محم" all begin محمد as well as Mohamed.
bool begins(const std::string& name, const Letters& letters) {
    const auto words = words_of(folded(name));
    if (words.empty()) return false;
    if (words.front().starts_with(letters.key)) return true;
    return letters.are_consonants != writes_consonants(name) &&
           consonants_of(words.front()).starts_with(consonants_of(letters.key));
}

}  // namespace

const Person* find_guest(const State& state, std::string_view letters, std::string_view last_four) {
    Letters typed{.key = folded(letters), .are_consonants = writes_consonants(letters)};
    std::erase(typed.key, ' ');
    const bool four_digits =
        last_four.size() == 4 && last_four.find_first_not_of("0123456789") == std::string_view::npos;
    if (typed.key.empty() || !four_digits) return nullptr;
    const Person* only = nullptr;
    for (const auto* person : state.people()) {
        if (person->hidden || person->is_child || !std::string_view(person->phone).ends_with(last_four))
            continue;
        if (!begins(person->full_name, typed) && !begins(person->call_me, typed)) continue;
        if (only) return nullptr;  // Two fit: a helper has to ask.
        only = person;
    }
    return only;
}

}  // namespace welcome::kiosk::event
