#pragma once
// Every screen once, in the states that look different. Goldens, taps, the audit and pictures walk this list.

#include <functional>
#include <string>
#include <vector>

#include "tests/screens/evening.h"

namespace welcome::kiosk::screens::test {

struct Scene {
    std::string name;
    std::function<void(Evening&)> set;
};

const std::vector<Scene>& scenes();

}  // namespace welcome::kiosk::screens::test
