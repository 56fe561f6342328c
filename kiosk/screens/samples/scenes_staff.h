#pragma once
// The scenes on the volunteers' screens, and the evening that has got busy.

#include "kiosk/screens/samples/scenes.h"

namespace welcome::kiosk::screens::samples {

// Rosa and Ana are in; Ana and Leo asked for a place, Leo is in Room 4.
void busy(Evening& evening);

std::vector<Scene> staff_scenes();
std::vector<Scene> item_scenes();       // what is lent, who waits for help
std::vector<Scene> doors_scenes();      // before the doors open, and closing
std::vector<Scene> label_scenes();      // the queue
std::vector<Scene> moderator_scenes();  // questions from the room; the press

}  // namespace welcome::kiosk::screens::samples
