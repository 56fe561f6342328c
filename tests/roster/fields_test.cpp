#include "kiosk/roster/fields.h"

#include <gtest/gtest.h>

#include "kiosk/roster/phone.h"

using namespace welcome::kiosk::roster;

namespace {

TEST(Phone, ReadsWhatPeopleType) {
    for (const auto* typed :
         {"(202) 555-0143", "202-555-0143", "202.555.0143", "2025550143", "1 202 555 0143", "+1 202 555 0143",
          "202-555-0143 ext. 7", "tel:+1-202-555-0143"})
        EXPECT_EQ(read_phone(typed), "+12025550143") << typed;
    EXPECT_EQ(read_phone("+52 55 1234 5678"), "+525512345678");
    EXPECT_EQ(read_phone("020 7946 0018", "GB"), "+442079460018");
}

TEST(Phone, ReadsPlainAmericanDigitsAsTheLibraryDoes) {
    // The Dominican Republic shares the plan of +1; there the library alone reads.
    for (const auto* typed : {"(202) 555-0143", "2025550143", "+1 (202) 555-0143", "1-202-555-0143",
                              "+12025550143", "202 555 0143", "989.999.9999", "212-555-1234"})
        EXPECT_EQ(read_phone(typed, "US"), read_phone(typed, "DO")) << typed;
}

TEST(Phone, RefusesWhatIsNoFullNumber) {
    for (const auto* typed : {"", "n/a", "555-0143", "call my son", "12", "202-555-01439999"})
        EXPECT_FALSE(read_phone(typed)) << typed;
    EXPECT_FALSE(read_phone(std::string(5000, '1')));
}

TEST(Language, IsKnownByItsNames) {
    EXPECT_EQ(read_language("Spanish"), "es");
    EXPECT_EQ(read_language("español"), "es");
    EXPECT_EQ(read_language("VIETNAMESE"), "vi");
    EXPECT_EQ(read_language("中文"), "zh");
    EXPECT_EQ(read_language("es_MX"), "es-MX");
    EXPECT_EQ(read_language("zh-Hant"), "zh-Hant");
}

TEST(Trimmed, KeepsWhatIsInside) {
    EXPECT_EQ(trimmed("  Rosa  Guerrero \r\n"), "Rosa  Guerrero");
    EXPECT_EQ(trimmed("Rosa\r\nGuerrero"), "Rosa Guerrero");
    EXPECT_EQ(trimmed(" \t"), "");
}

}  // namespace
