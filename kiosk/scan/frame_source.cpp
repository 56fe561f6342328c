#include "kiosk/scan/frame_source.h"

#include "kiosk/scan/sources.h"

namespace welcome::kiosk::scan {

std::string first_camera() {
    constexpr int most = 16;
    for (int number = 0; number < most; ++number) {
        std::string device = "/dev/video" + std::to_string(number);
        if (std::error_code error; std::filesystem::exists(device, error)) return device;
    }
    return {};
}

sync::Result<std::unique_ptr<FrameSource>> open_frame_source(const std::string& what) {
    std::error_code error;
    if (!std::filesystem::exists(what, error))
        return sync::fail(sync::Fault::not_found, what + " is not there");
    if (std::filesystem::is_character_file(what, error)) return open_v4l2(what);
    if (std::filesystem::is_directory(what, error) || is_picture(what)) return open_pictures(what);
    return open_video(what);
}

}  // namespace welcome::kiosk::scan
