#include "kiosk/app/robot_script.h"

#include <gtest/gtest.h>

namespace welcome::kiosk::app::test {
namespace {

std::string refused(const std::string& script) {
    const auto steps = read_robot_script(script);
    return steps ? "taken" : steps.error();
}

TEST(RobotScript, HasOneStepALine) {
    const auto steps = read_robot_script("tap welcome.find\ntype rosa\nexpect who.title Rosa G.\n");

    ASSERT_TRUE(steps);
    ASSERT_EQ(steps->size(), 3U);
    EXPECT_EQ((*steps)[0].verb, Verb::tap);
    EXPECT_EQ((*steps)[0].target, "welcome.find");
    EXPECT_EQ((*steps)[1].target, "rosa");
    EXPECT_EQ((*steps)[2].target, "who.title");
    EXPECT_EQ((*steps)[2].text, "Rosa G.");
}

TEST(RobotScript, HoldsAKey) {
    const auto steps = read_robot_script("hold key.a\n");

    ASSERT_TRUE(steps);
    EXPECT_EQ(steps->front().verb, Verb::hold);
    EXPECT_EQ(steps->front().target, "key.a");
    EXPECT_NE(refused("hold\n"), "taken");
}

TEST(RobotScript, PassesOverRemarksAndEmptyLinesAndKeepsTheLinesNumbers) {
    const auto steps = read_robot_script("# the evening\n\n  \t\r\n  tap welcome.new\r\n");

    ASSERT_TRUE(steps);
    ASSERT_EQ(steps->size(), 1U);
    EXPECT_EQ((*steps)[0].target, "welcome.new");
    EXPECT_EQ((*steps)[0].line, 4);
}

TEST(RobotScript, TypesAWholeLineAsItStands) {
    const auto steps = read_robot_script("type  María José # 2\n");

    ASSERT_TRUE(steps);
    EXPECT_EQ((*steps)[0].target, "María José # 2");
}

TEST(RobotScript, IsRefusedWithTheLineThatCannotBeRead) {
    EXPECT_EQ(refused("tap welcome.find\njump high\n"), "line 2 of the robot's script: jump high");
    EXPECT_EQ(refused("tap\n"), "line 1 of the robot's script: tap");
    EXPECT_EQ(refused("remember code\n"), "line 1 of the robot's script: remember code");
    for (const char* wait : {"wait", "wait soon", "wait -1", "wait 2s"})
        EXPECT_NE(refused(wait), "taken") << wait;
}

TEST(RobotScript, PressesKeysOfTheNumberPad) {
    const auto steps = read_robot_script("pad 8 8 enter *\nreach welcome.find\n");

    ASSERT_TRUE(steps);
    EXPECT_EQ(pad_keys((*steps)[0].target),
              (std::vector<ui::Key>{ui::Key::pad_8, ui::Key::pad_8, ui::Key::pad_enter, ui::Key::pad_times}));
    EXPECT_EQ((*steps)[1].verb, Verb::reach);
    EXPECT_EQ(refused("pad 8 left"), "line 1 of the robot's script: pad 8 left");
}

TEST(RobotScript, ListensToTheEndOfWhatIsSaid) {
    const auto steps = read_robot_script("listen\n");

    ASSERT_TRUE(steps);
    EXPECT_EQ((*steps)[0].verb, Verb::listen);
    EXPECT_NE(refused("listen furniture.help"), "taken");
}

TEST(RobotScript, WaitsForPartsOfASecond) {
    const auto steps = read_robot_script("wait 0.25");

    ASSERT_TRUE(steps);
    EXPECT_EQ((*steps)[0].target, "0.25");
}

}  // namespace
}  // namespace welcome::kiosk::app::test
