#include "kiosk/ui/platform/pixels.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

#include "tests/ui/platform/stage.h"

namespace welcome::kiosk::ui::test {
namespace {

class PixelsTest : public testing::Test {
  protected:
    PixelsTest() {
        std::string pattern = (std::filesystem::temp_directory_path() / "pixels.XXXXXX").string();
        folder = mkdtemp(pattern.data());
    }
    ~PixelsTest() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
};

TEST_F(PixelsTest, PngComesBackAsItWent) {
    Pixels pixels = gradient(33, 21);
    pixels.rgba[3] = 0;
    pixels.rgba[7] = 100;
    ASSERT_TRUE(write_png(pixels, folder / "a.png"));
    const auto back = read_picture(folder / "a.png");
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, pixels);
}

TEST_F(PixelsTest, MissingAndForeignFilesAreToldApart) {
    EXPECT_EQ(read_picture(folder / "none.png").error().fault, sync::Fault::not_found);
    std::ofstream(folder / "text.png") << "no picture at all";
    EXPECT_EQ(read_picture(folder / "text.png").error().fault, sync::Fault::unreadable);
}

TEST_F(PixelsTest, CutOffPngIsUnreadable) {
    ASSERT_TRUE(write_png(gradient(200, 200), folder / "a.png"));
    std::filesystem::resize_file(folder / "a.png", 60);
    EXPECT_EQ(read_picture(folder / "a.png").error().fault, sync::Fault::unreadable);
}

TEST_F(PixelsTest, NothingIsNotWritten) {
    EXPECT_FALSE(write_png(Pixels{}, folder / "a.png"));
    EXPECT_FALSE(write_png(gradient(2, 2), folder / "no" / "where.png"));
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
