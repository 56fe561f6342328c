#pragma once
// How many random schedules a test plays and from which seed: WELCOME_SCHEDULES and WELCOME_SEED, for a long
// run by hand or for one schedule again. Each schedule's seed is told where it fails.

#include <cstdlib>
#include <iostream>
#include <string>

namespace welcome::sync::test {

struct Schedules {
    unsigned first = 1, count = 1;
};

inline Schedules schedules(unsigned usual) {
    const auto number = [](const char* name, unsigned otherwise) {
        const char* said = std::getenv(name);
        return said == nullptr ? otherwise : static_cast<unsigned>(std::stoul(said));
    };
    const Schedules chosen{number("WELCOME_SEED", 1), number("WELCOME_SCHEDULES", usual)};
    std::cout << "schedules with seeds " << chosen.first << " to " << chosen.first + chosen.count - 1 << '\n';
    return chosen;
}

}  // namespace welcome::sync::test
