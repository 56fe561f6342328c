#pragma once
// The invented evening and its scenes, for the tests of this folder.

#include "kiosk/screens/samples/evening.h"
#include "kiosk/screens/samples/scenes.h"
#include "kiosk/screens/samples/scenes_staff.h"

namespace welcome::kiosk::screens::test {

using namespace samples;

}  // namespace welcome::kiosk::screens::test
