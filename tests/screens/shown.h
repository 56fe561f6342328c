#pragma once
// A scene on the real widget layer, without a window.

#include <memory>
#include <string>
#include <vector>

#include "kiosk/screens/draw.h"
#include "kiosk/ui/words.h"
#include "tests/screens/samples.h"
#include "tests/ui/headless.h"

namespace welcome::kiosk::screens::test {

const ui::Words& words_of(const std::string& language);
// Those that the build has a catalogue of.
std::vector<std::string> languages();

class Shown {
  public:
    Shown(const Scene& scene, const std::string& language, ui::Frame frame = {});

    void put_keyboard_away();  // the dock comes back

    Evening evening;
    std::vector<Action> actions;  // what the draws returned, in order; nothing is done about them
    std::unique_ptr<ui::test::Headless> screen;
};

std::string name_of(Intent intent);
// "open_person 0142… 0": for goldens and messages.
std::string text_of(const Action& action);

}  // namespace welcome::kiosk::screens::test
