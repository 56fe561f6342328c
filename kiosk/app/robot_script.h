#pragma once
// The robot's script: one semantic action a line, acting on the accessibility tree. For tests and demos.
//
//   tap ID              touch the middle of the widget, as a finger would
//   type TEXT           key presses, at the pace of a person
//   pad KEYS            number-pad keys one after the other: 0 … 9, enter, *, +, -
//   reach ID            with the number pad alone: 9 until the focus stands on the widget, then 5
//   wedge TEXT          the same keys at the pace of a USB scanner, ended by Enter
//   scan FILE           hold a picture up to the camera; `scan none` takes it away
//   expect ID [TEXT]    wait until the widget is there, and its label or value holds TEXT
//   absent ID           wait until the widget is gone
//   remember NAME ID    keep what the widget shows (its value, else its label); $NAME in later lines gives it
//   shot FILE.png       a picture of the settled window
//   tree FILE.json      its accessibility tree
//   listen              wait until the voice has said all
//   wait SECONDS        let time pass
//   # …                 a remark

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "kiosk/ui/input.h"

namespace welcome::kiosk::app {

enum class Verb {
    tap,
    hold,
    type,
    pad,
    reach,
    wedge,
    scan,
    expect,
    absent,
    remember,
    shot,
    tree,
    listen,
    wait
};

struct RobotStep {
    Verb verb;
    std::string target;  // a widget's id, a file, a text, or seconds
    std::string text;    // of expect; the id for remember
    int line = 0;        // in the script, from 1
};

// "8 8 enter" as keys; nothing where a word is none.
std::optional<std::vector<ui::Key>> pad_keys(const std::string& words);
// The steps, or one sentence with the line that cannot be read.
tl::expected<std::vector<RobotStep>, std::string> read_robot_script(const std::string& script);

}  // namespace welcome::kiosk::app
