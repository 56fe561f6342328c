#include "kiosk/session/assets.h"

namespace welcome::kiosk::session {

std::filesystem::path asset_folder(std::string_view name) {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return program.parent_path().parent_path() / "share" / "welcome-table" / name;
}

}  // namespace welcome::kiosk::session
