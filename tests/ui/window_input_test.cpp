#include "kiosk/ui/window_input.h"

#include <gtest/gtest.h>

namespace welcome::kiosk::ui::test {
namespace {

TEST(WindowInput, KeepsOrderAndMeaning) {
    const auto event = [](auto what) { return input_from(WindowEvent{EventTime{}, what}); };

    EXPECT_EQ(std::get<TextTyped>(event(CharacterTyped{U'龍'}).value()).text, "龍");
    EXPECT_EQ(std::get<KeyPress>(event(KeyPressed{KeyCode::tab, {.shift = true}}).value()).key,
              Key::back_tab);
    EXPECT_EQ(std::get<KeyPress>(event(KeyPressed{KeyCode::pad_8}).value()).key, Key::pad_8);
    EXPECT_FALSE(event(PointerPressed{1, 2, PointerButton::secondary}));
    EXPECT_FALSE(event(WindowResized{1, 2}));
    EXPECT_FALSE(event(KeyPressed{KeyCode::a}));
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
