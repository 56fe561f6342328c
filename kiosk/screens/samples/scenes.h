#pragma once
// Every screen once, in the states that look different. Goldens, taps, the audit and pictures walk this list.

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "kiosk/screens/samples/evening.h"

namespace welcome::kiosk::screens::samples {

struct Scene {
    std::string name;
    std::function<void(Evening&)> set;

    friend void PrintTo(const Scene& scene, std::ostream* out) { *out << scene.name; }
};

const std::vector<Scene>& scenes();

}  // namespace welcome::kiosk::screens::samples
