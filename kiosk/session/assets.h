#pragma once
// Where the program's own files lie: beside it when it is installed or built.

#include <filesystem>
#include <string_view>

namespace welcome::kiosk::session {

// "labels", "locale" …: BIN/../share/welcome-table/NAME.
std::filesystem::path asset_folder(std::string_view name);

}  // namespace welcome::kiosk::session
