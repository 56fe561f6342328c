#include "kiosk/app/packing.h"

#include <gtest/gtest.h>

namespace welcome::kiosk::app::test {

// Lines as proc(5) describes them: the mount point is the fifth field, a blank in it is written \\040.
TEST(Sticks, AreWhatIsMountedWhereDesktopsMountThem) {
    const auto found = sticks_in(
        "22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n"
        "97 22 8:17 / /media/door/BLUE\\040STICK rw,nosuid - vfat /dev/sdb1 rw\n"
        "98 22 8:33 / /run/media/door/A rw,nosuid - exfat /dev/sdc1 rw\n"
        "99 22 8:49 / /mnt/archive rw - ext4 /dev/sdd1 rw\n"
        "100 22 0:50 / /home/media/x rw - tmpfs tmpfs rw\n"
        "a line that is none\n");

    const std::vector<std::filesystem::path> wanted = {"/media/door/BLUE STICK", "/run/media/door/A"};
    EXPECT_EQ(found, wanted);
}

TEST(Sticks, NothingMountedIsNone) {
    EXPECT_TRUE(sticks_in("").empty());
}

}  // namespace welcome::kiosk::app::test
