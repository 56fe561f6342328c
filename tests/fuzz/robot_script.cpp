// A robot's script.

#include "kiosk/app/robot_script.h"

#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

std::vector<std::string> seeds() {
    return {
        "# a remark\ntap welcome.find\ntype Ñandú\nexpect who.title Rosa\nremember CODE done.code\ntype "
        "$CODE\n"
        "wait 0.5\nscan none\nabsent idle\nshot OUT/1.png\nwedge WT1:ABC\n"};
}

void read(std::string_view bytes) {
    const auto steps = kiosk::app::read_robot_script(std::string(bytes));
    if (!steps) must(!steps.error().empty(), "a refusal says why");
}

}  // namespace welcome::fuzz
