#include "kiosk/app/options.h"

#include <gtest/gtest.h>

namespace welcome::kiosk::app::test {
namespace {

CommandLine read(std::vector<const char*> words) {
    words.insert(words.begin(), "kiosk");
    return read_command_line(static_cast<int>(words.size()), words.data());
}

TEST(Options, AreReadAsScriptsOutsideTheProjectWriteThem) {
    const auto line =
        read({"--event", "hall", "--card", "card.png", "--service", "https://members.example.org", "--peer",
              "10.0.0.2:7411", "--peer", "tablet-3:7411", "--size", "1280x800", "--language", "es",
              "--camera", "none", "--printer", "folder:labels", "--staff"});

    ASSERT_TRUE(line.options);
    EXPECT_EQ(line.options->event, "hall");
    EXPECT_EQ(line.options->card, "card.png");
    EXPECT_EQ(line.options->service, "https://members.example.org");
    EXPECT_EQ(line.options->peers, (std::vector<std::string>{"10.0.0.2:7411", "tablet-3:7411"}));
    EXPECT_EQ(line.options->width, 1280);
    EXPECT_EQ(line.options->height, 800);
    EXPECT_EQ(line.options->language, "es");
    EXPECT_EQ(line.options->camera, "none");
    EXPECT_EQ(line.options->printers, std::vector<std::string>{"folder:labels"});
    EXPECT_TRUE(line.options->staff);
}

TEST(Options, LeftOutMeanTheWholeScreenAndEnglish) {
    const auto line = read({"--event", "hall"});

    ASSERT_TRUE(line.options);
    EXPECT_EQ(line.options->width, 0);
    EXPECT_EQ(line.options->language, "");
    EXPECT_FALSE(line.options->card);
    EXPECT_FALSE(line.options->staff);
    EXPECT_FALSE(line.options->still);
}

TEST(Options, StillHoldsWhatMovesByItself) {
    const auto line = read({"--event", "hall", "--still"});

    ASSERT_TRUE(line.options);
    EXPECT_TRUE(line.options->still);
}

TEST(Options, OfTheAuditNeedNoEvent) {
    const auto line = read({"--audit", "looks", "--audit-language", "es", "--audit-screen", "welcome"});

    ASSERT_TRUE(line.options);
    EXPECT_EQ(line.options->audit, "looks");
    EXPECT_EQ(line.options->audit_languages, (std::vector<std::string>{"es"}));
    EXPECT_EQ(line.options->audit_screens, (std::vector<std::string>{"welcome"}));
}

TEST(Options, OfWrongUsageEndWithTwo) {
    for (const auto& words :
         std::vector<std::vector<const char*>>{{"--size", "1280x800"},
                                               {"--event", "hall", "--size", "1280"},
                                               {"--event", "hall", "--size", "1280x800px"},
                                               {"--event", "hall", "--size", "10x10"},
                                               {"--event", "hall", "--peer", "nowhere"},
                                               {"--event", "hall", "--peer", ":7411"},
                                               {"--event", "hall", "--drawing", "charcoal"},
                                               {"--event", "hall", "--millimetres-per-pixel", "5"},
                                               {"--event", "hall", "--no-such-word"}}) {
        const auto line = read(words);
        EXPECT_FALSE(line.options) << words.back();
        EXPECT_EQ(line.exit_code, 2) << words.back();
    }
}

TEST(Options, OfHelpAndVersionEndWellWithoutAnEvent) {
    for (const char* word : {"--help", "--version"}) {
        const auto line = read({word});
        EXPECT_FALSE(line.options);
        EXPECT_EQ(line.exit_code, 0);
    }
}

}  // namespace
}  // namespace welcome::kiosk::app::test
