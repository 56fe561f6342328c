#include "kiosk/scan/decoder.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <utility>

#include "kiosk/scan/passes.h"
#include "tests/scan/pictures.h"

namespace welcome::kiosk::scan::test {
namespace {

const std::string k_ticket = "WT1:6BF%Q8 TB1ZDHWEM$ABCDEF0123456789*+-./:ZYXWVUTSRQPONMLKJIHGFEDCBA987";

struct Hardship {
    std::string name;
    Frame frame;
};

// What a camera at a door sees.
std::vector<Hardship> hardships() {
    std::vector<Hardship> all;
    const Frame clean = code_picture(k_ticket, Symbol::qr, 6);
    const auto add = [&](const std::string& name, Frame frame) { all.push_back({name, std::move(frame)}); };
    add("clean", clean);
    for (const int degrees : {15, 45, 90, 133, 180, 270})
        add("rotated " + std::to_string(degrees), rotated(clean, degrees));
    add("half as large", scaled(clean, 0.5));
    add("far away", scaled(clean, 0.35));
    add("near", scaled(clean, 1.8));
    add("leaning", leaning(clean, 0.2));
    add("leaning and rotated", rotated(leaning(clean, 0.2), 30));
    add("out of focus", blurred(clean, 2));
    add("far out of focus", blurred(clean, 4));
    add("grainy", noisy(clean, 60, 7));
    add("very grainy", noisy(clean, 110, 8));
    add("inverted", negative(clean));
    add("inverted and rotated", rotated(negative(clean), 20));
    add("inverted and blurred", blurred(negative(clean), 2));
    add("dim", between(clean, 10, 40));
    add("washed out", between(clean, 200, 225));
    add("all but one grey", between(code_picture(k_ticket, Symbol::qr, 3), 100, 106));
    add("shaded", shaded(clean));
    add("shaded and rotated", rotated(shaded(clean), 12));
    add("shaded, dim and grainy", noisy(between(shaded(clean), 10, 120), 6, 9));
    add("little correction, grainy", noisy(code_picture(k_ticket, Symbol::qr_least_correction, 4), 70, 10));
    return all;
}

TEST(Decoder, ReadsQrCodesOnEveryHardshipOfADoor) {
    Decoder decoder;
    for (const auto& hardship : hardships())
        EXPECT_EQ(decoder.decode_thoroughly(hardship.frame), k_ticket) << hardship.name;
}

TEST(Decoder, ReadsAllThatZxingOrZbarAloneReads) {
    int alone = 0, together = 0;
    for (const auto& hardship : hardships()) {
        Decoder decoder;
        const bool either = decoder.zxing_alone(hardship.frame) || decoder.zbar_alone(hardship.frame);
        const bool ours = decoder.decode_thoroughly(hardship.frame).has_value();
        EXPECT_TRUE(ours || !either) << hardship.name;
        alone += either ? 1 : 0;
        together += ours ? 1 : 0;
    }
    EXPECT_GT(together, alone);  // Our own passes are worth their time.
}

constexpr int k_frames = 7;  // a quarter of a second of a camera: each further pass once

// A camera shows the same code for many frames; each frame has one further pass.
TEST(Decoder, ReadsInAFewFramesOfAStreamWhatItReadsInAStill) {
    for (const auto& hardship : hardships()) {
        Decoder decoder;
        std::optional<std::string> text;
        for (int i = 0; i < k_frames && !text; ++i) text = decoder.decode(hardship.frame);
        EXPECT_EQ(text, k_ticket) << hardship.name;
    }
}

TEST(Decoder, ReadsTheOtherCodesThatMembershipCardsBear) {
    Decoder decoder;
    for (const auto symbol : {Symbol::data_matrix, Symbol::aztec, Symbol::code128}) {
        const Frame frame = code_picture("MEMBER-004711", symbol, symbol == Symbol::code128 ? 3 : 8);
        EXPECT_EQ(decoder.decode_thoroughly(frame), "MEMBER-004711") << static_cast<int>(symbol);
        std::optional<std::string> streamed;
        for (int i = 0; i < k_frames && !streamed; ++i) streamed = decoder.decode(frame);
        EXPECT_EQ(streamed, "MEMBER-004711") << static_cast<int>(symbol);
    }
}

TEST(Decoder, LeavesDriversLicencesUnread) {
    Decoder decoder;

    const Frame licence = code_picture("ANSI 636000 DAQ T64235789 DCS SAMPLE", Symbol::pdf417, 3);

    EXPECT_EQ(decoder.decode_thoroughly(licence), std::nullopt);
}

TEST(Decoder, ReadsLettersOutsideAsciiAsUtf8) {
    Decoder decoder;
    for (const std::string text : {"Díaz", "李小龍", "محمد"})
        EXPECT_EQ(decoder.decode_thoroughly(code_picture(text, Symbol::qr, 8)), text);
}

TEST(Decoder, ReadsNothingFromNoise) {
    Decoder decoder;
    for (unsigned seed = 0; seed < 24; ++seed) {
        EXPECT_EQ(decoder.decode_thoroughly(only_noise(640, 360, seed)), std::nullopt) << seed;
        EXPECT_EQ(decoder.decode_thoroughly(only_stripes(640, 360, seed)), std::nullopt) << seed;
    }
}

TEST(Decoder, ReadsNothingFromNoPicture) {
    Decoder decoder;
    for (const Frame& frame : {Frame{}, Frame{1, 1, {0}}, Frame{2, 1, {0, 255}},
                               Frame{3, 40, std::vector<std::uint8_t>(120, 9)}}) {
        EXPECT_EQ(decoder.decode(frame), std::nullopt);
        EXPECT_EQ(decoder.decode_thoroughly(frame), std::nullopt);
    }
}

TEST(Passes, EachShowsAReaderWhatItMissed) {
    const Frame clean = code_picture(k_ticket, Symbol::qr, 6), small = code_picture(k_ticket, Symbol::qr, 3);
    const struct {
        const char* name;
        Frame seen;
        Frame (*pass)(const Frame&);
    } table[] = {{"inverted", negative(clean), inverted},
                 {"half size", noisy(clean, 110, 8), half_size},
                 {"double size", blurred(clean, 4), double_size_of_middle},
                 {"sharpened", blurred(clean, 4), sharpened},
                 {"local contrast", between(small, 100, 106), local_contrast},
                 {"softened and sharpened", noisy(blurred(small, 1), 40, 13),
                  [](const Frame& frame) { return sharpened(softened(frame)); }}};
    const Decoder decoder;
    for (const auto& row : table) {
        EXPECT_EQ(decoder.zxing_alone(row.seen), std::nullopt) << row.name;
        EXPECT_EQ(decoder.zxing_alone(row.pass(row.seen)), k_ticket) << row.name;
    }
}

// A lens and a dim hall, not a code's own edges, decide how a frame is looked at.
TEST(Passes, TellGrainFromACode) {
    const Frame clean = code_picture(k_ticket, Symbol::qr, 2);
    EXPECT_FALSE(is_grainy(clean));
    EXPECT_FALSE(is_grainy(rotated(clean, 31)));
    EXPECT_FALSE(is_grainy(noisy(clean, 2, 5)));
    EXPECT_TRUE(is_grainy(noisy(between(clean, 20, 200), 8, 5)));
    EXPECT_TRUE(is_grainy(only_noise(640, 360, 1)));
}

// The means are summed up in a way of their own; this is the plain one.
TEST(Passes, SharpensByTheMeanAround) {
    for (const auto& [width, height] : {std::pair{1, 1}, {2, 9}, {9, 2}, {31, 17}}) {
        const Frame frame = only_noise(width, height, 3);
        const Frame sharp = sharpened(frame);
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                int sum = 0, count = 0;
                for (int row = std::max(0, y - 3); row <= std::min(height - 1, y + 3); ++row) {
                    for (int column = std::max(0, x - 3); column <= std::min(width - 1, x + 3); ++column) {
                        sum += frame.at(column, row);
                        ++count;
                    }
                }
                const int grey = frame.at(x, y);
                EXPECT_NEAR(sharp.at(x, y), std::clamp(grey + 3 * (grey - sum / count), 0, 255), 3);
            }
        }
    }
}

TEST(Passes, KeepWhatTheyPromise) {
    const Frame frame{4, 2, {0, 10, 20, 30, 40, 50, 60, 70}};

    EXPECT_EQ(half_size(frame).grey, (std::vector<std::uint8_t>{25, 45}));
    EXPECT_EQ(softened({3, 3, {0, 0, 0, 0, 160, 0, 0, 0, 0}}).grey,
              (std::vector<std::uint8_t>{0, 0, 0, 0, 40, 0, 0, 0, 0}));
    EXPECT_EQ(inverted(inverted(frame)).grey, frame.grey);
    EXPECT_EQ(inverted(frame).at(0, 0), 255);
    const Frame contrast = local_contrast(frame);
    EXPECT_EQ(contrast.at(0, 0), 0);
    EXPECT_EQ(contrast.at(3, 1), 255);
}

}  // namespace
}  // namespace welcome::kiosk::scan::test
