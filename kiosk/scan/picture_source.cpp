// Frames from picture files, read by gdk-pixbuf.

#include <algorithm>
#include <condition_variable>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <mutex>

#include "kiosk/scan/sources.h"

namespace welcome::kiosk::scan {

namespace {

using namespace std::chrono_literals;

constexpr int k_widest = 4096;             // larger photographs are brought down to it
constexpr auto k_between_pictures = 66ms;  // as a camera of 15 frames a second would

struct Release {
    void operator()(GdkPixbuf* picture) const { g_object_unref(picture); }
};
using Picture = std::unique_ptr<GdkPixbuf, Release>;

Frame grey_of(const GdkPixbuf* picture) {
    Frame frame{gdk_pixbuf_get_width(picture), gdk_pixbuf_get_height(picture), {}};
    const int channels = gdk_pixbuf_get_n_channels(picture), stride = gdk_pixbuf_get_rowstride(picture);
    const bool has_alpha = gdk_pixbuf_get_has_alpha(picture) != 0;
    const guchar* rows = gdk_pixbuf_read_pixels(picture);
    frame.grey.reserve(static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height));
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x) {
            const guchar* pixel =
                rows + static_cast<std::ptrdiff_t>(y) * stride + static_cast<std::ptrdiff_t>(x) * channels;
            const int light = (pixel[0] * 77 + pixel[1] * 150 + pixel[2] * 29) / 256;
            const int alpha = has_alpha ? pixel[3] : 255;
            frame.grey.push_back(static_cast<std::uint8_t>((light * alpha + 255 * (255 - alpha)) / 255));
        }
    }
    return frame;
}

class PictureSource : public FrameSource {
  public:
    explicit PictureSource(std::vector<std::filesystem::path> files) : files_(std::move(files)) {}

    sync::Result<Frame> next(const std::stop_token& stop) override {
        if (shown_) rest(stop, k_between_pictures);
        shown_ = true;
        const auto& file = files_[place_];
        place_ = (place_ + 1) % files_.size();
        if (files_.size() == 1 && !only_.empty()) return only_;
        auto frame = read_frame(file);
        if (frame && files_.size() == 1) only_ = *frame;
        return frame;
    }

  private:
    const std::vector<std::filesystem::path> files_;
    std::size_t place_ = 0;
    bool shown_ = false;
    Frame only_;
};

}  // namespace

void rest(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::mutex mutex;
    std::condition_variable_any bell;
    std::unique_lock lock(mutex);
    bell.wait_for(lock, stop, time, [] { return false; });
}

bool is_picture(const std::filesystem::path& file) {
    return gdk_pixbuf_get_file_info(file.c_str(), nullptr, nullptr) != nullptr;
}

sync::Result<Frame> read_frame(const std::filesystem::path& file) {
    GError* error = nullptr;
    int width = 0, height = 0;
    if (!gdk_pixbuf_get_file_info(file.c_str(), &width, &height))
        return sync::fail(sync::Fault::unreadable, file.string() + " is no picture");
    Picture picture(width > k_widest || height > k_widest
                        ? gdk_pixbuf_new_from_file_at_size(file.c_str(), k_widest, k_widest, &error)
                        : gdk_pixbuf_new_from_file(file.c_str(), &error));
    if (!picture) {
        auto failure = sync::fail(sync::Fault::unreadable, file.string() + ": " + error->message);
        g_error_free(error);
        return failure;
    }
    return grey_of(picture.get());
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& place) {
    if (!std::filesystem::is_directory(place)) return {place};
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(place, error)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

sync::Result<std::unique_ptr<FrameSource>> open_pictures(const std::filesystem::path& place) {
    auto files = files_in(place);
    std::erase_if(files, [](const auto& file) { return !is_picture(file); });
    if (files.empty()) return sync::fail(sync::Fault::not_found, place.string() + " holds no pictures");
    return std::unique_ptr<FrameSource>(std::make_unique<PictureSource>(std::move(files)));
}

}  // namespace welcome::kiosk::scan
