#include "kiosk/scan/scan_path.h"

#include "kiosk/scan/decoder.h"
#include "kiosk/scan/sources.h"

namespace welcome::kiosk::scan {

std::vector<ScannedPicture> scan_path(const std::filesystem::path& path) {
    std::vector<ScannedPicture> scanned;
    Decoder decoder;
    for (const auto& file : files_in(path)) {
        const auto frame = read_frame(file);
        scanned.push_back({file, frame ? decoder.decode_thoroughly(*frame).value_or("") : ""});
    }
    return scanned;
}

}  // namespace welcome::kiosk::scan
