#pragma once
// The numbers that are read out when the evening closes (shared/field.md, 1.3). Pure.

#include <map>
#include <string>
#include <vector>

#include "kiosk/event/state.h"

namespace welcome::kiosk::event {

struct EveningNumbers {
    int all = 0;   // everybody counted, children too
    int left = 0;  // of them, before the end
    int adults = 0, children = 0;
    int anonymous = 0;          // of whom only the count is known; among the adults
    int first_timers = 0;       // who said so, or who joined at the door and said nothing
    int minded = 0;             // children who were in child care
    std::map<Need, int> needs;  // of those who are here: people who asked
    struct Language {
        std::string tag;
        int people = 0;
        bool operator==(const Language&) const = default;
    };
    std::vector<Language> languages;  // most spoken first; people whose language nobody knows are left out
    bool operator==(const EveningNumbers&) const = default;
};

EveningNumbers evening_numbers(const State& state);

}  // namespace welcome::kiosk::event
