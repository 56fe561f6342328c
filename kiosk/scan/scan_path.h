#pragma once
// What the code in a picture, or in each picture of a folder, says.

#include <filesystem>
#include <string>
#include <vector>

namespace welcome::kiosk::scan {

struct ScannedPicture {
    std::filesystem::path path;
    std::string text;  // empty where nothing was read, or the file is no picture
};

// In the order of the names; one entry for a single file.
std::vector<ScannedPicture> scan_path(const std::filesystem::path& path);

}  // namespace welcome::kiosk::scan
