#pragma once
// The robot's script: one semantic action a line, acting on the accessibility tree. For tests and demos.
//
//   tap ID              touch the middle of the widget, as a finger would
//   type TEXT           key presses, at the pace of a person
//   wedge TEXT          the same keys at the pace of a USB scanner, ended by Enter
//   scan FILE           hold a picture up to the camera; `scan none` takes it away
//   expect ID [TEXT]    wait until the widget is there, and its label or value holds TEXT
//   absent ID           wait until the widget is gone
//   remember NAME ID    keep what the widget shows (its value, else its label); $NAME in later lines gives it
//   shot FILE.png       a picture of the settled window
//   tree FILE.json      its accessibility tree
//   wait SECONDS        let time pass
//   # …                 a remark

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace welcome::kiosk::app {

enum class Verb { tap, hold, type, wedge, scan, expect, absent, remember, shot, tree, wait };

struct RobotStep {
    Verb verb;
    std::string target;  // a widget's id, a file, a text, or seconds
    std::string text;    // of expect; the id for remember
    int line = 0;        // in the script, from 1
};

// The steps, or one sentence with the line that cannot be read.
tl::expected<std::vector<RobotStep>, std::string> read_robot_script(const std::string& script);

}  // namespace welcome::kiosk::app
