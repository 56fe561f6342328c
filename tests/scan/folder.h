#pragma once
// A folder of one test's own, gone after it.

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

namespace welcome::kiosk::scan::test {

class FolderTest : public ::testing::Test {
  protected:
    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "welcome-scan-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path folder_;
};

}  // namespace welcome::kiosk::scan::test
