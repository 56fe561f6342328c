// What tablets say of themselves, and what the kernel says of a battery.

#include "kiosk/session/condition.h"

#include <fstream>
#include <gtest/gtest.h>

#include "tests/sync/event_on_disk.h"

namespace welcome::kiosk::session::test {

namespace {

class Battery : public ::testing::Test {
  protected:
    void has(const std::string& supply, const std::string& file, const std::string& text) {
        std::filesystem::create_directories(folder_.path() / supply);
        std::ofstream(folder_.path() / supply / file) << text << "\n";
    }
    Condition read() {
        Condition condition{.battery_percent = 5, .charging = true, .labels_waiting = 3};
        read_battery(condition, folder_.path());
        return condition;
    }
    sync::test::TemporaryFolder folder_;
};

}  // namespace

TEST(condition, comes_back_as_it_was_said) {
    for (const auto& condition :
         {Condition{}, Condition{.battery_percent = 0}, Condition{.battery_percent = 100, .charging = true},
          Condition{.labels_waiting = 2, .uploads_waiting = 5'000'000'000}})
        EXPECT_EQ(read_condition(to_text(condition)), condition) << to_text(condition);
}

TEST(condition, nonsense_of_another_tablet_is_nothing_and_tomorrows_members_are_passed_over) {
    for (const char* text :
         {"", "x", "[]", "7", R"({"battery":101})", R"({"battery":-1})", R"({"battery":"9"})",
          R"({"labels":1.5})", R"({"uploads":99999999999999999999})"})
        EXPECT_FALSE(read_condition(text)) << text;
    EXPECT_EQ(read_condition(R"({"battery":9,"mood":"good"})"), (Condition{.battery_percent = 9}));
}

TEST_F(Battery, is_read_and_whatever_else_is_known_stays) {
    has("AC", "type", "Mains");
    has("BAT0", "type", "Battery");
    has("BAT0", "capacity", "40");
    has("BAT0", "status", "Discharging");
    EXPECT_EQ(read(), (Condition{.battery_percent = 40, .labels_waiting = 3}));
    has("BAT1", "type", "Battery");
    has("BAT1", "capacity", "80");
    has("BAT1", "status", "Charging");
    EXPECT_EQ(read(), (Condition{.battery_percent = 60, .charging = true, .labels_waiting = 3}));
}

TEST_F(Battery, at_the_wall_counts_as_charging) {
    has("BAT0", "type", "Battery");
    has("BAT0", "capacity", "80");
    has("BAT0", "status", "Not charging");
    EXPECT_FALSE(read().charging);
    has("AC", "type", "Mains");
    has("AC", "online", "1");
    EXPECT_TRUE(read().charging);
}

TEST_F(Battery, of_a_pen_or_none_is_nothing) {
    has("hid-pen", "type", "Battery");
    has("hid-pen", "scope", "Device");
    has("hid-pen", "capacity", "12");
    EXPECT_EQ(read(), (Condition{.labels_waiting = 3}));
    has("BAT0", "type", "Battery");
    has("BAT0", "capacity", "unknown");
    EXPECT_FALSE(read().battery_percent);
}

}  // namespace welcome::kiosk::session::test
