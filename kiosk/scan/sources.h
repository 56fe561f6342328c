#pragma once
// The kinds of frame sources. Included by this folder's .cpp files only.

#include <chrono>
#include <vector>

#include "kiosk/scan/frame_source.h"

namespace welcome::kiosk::scan {

sync::Result<std::unique_ptr<FrameSource>> open_pictures(const std::filesystem::path& place);
sync::Result<std::unique_ptr<FrameSource>> open_video(const std::string& file);
sync::Result<std::unique_ptr<FrameSource>> open_v4l2(const std::string& device);

// By the first bytes: a kind of picture that can be read here.
bool is_picture(const std::filesystem::path& file);

// Sleeps unless asked to stop.
void rest(const std::stop_token& stop, std::chrono::milliseconds time);

// The file itself, or a folder's files in the order of their names.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& place);

}  // namespace welcome::kiosk::scan
