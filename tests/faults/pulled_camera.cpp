// Preloaded into a kiosk under test in place of libv4l2: a camera that is there as long as the file of its
// device is, and sees what the file PULLED_CAMERA_SEES holds: k_width by k_height bytes of grey.

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <linux/videodev2.h>
#include <string>
#include <sys/mman.h>
#include <sys/types.h>
#include <thread>
#include <unistd.h>

namespace {

constexpr unsigned k_width = 1280, k_height = 720, k_size = k_width * k_height * 3 / 2;
constexpr auto k_between_frames = std::chrono::milliseconds(30);

struct Camera {
    std::string device;
    std::array<std::array<std::uint8_t, k_size>, 4> buffers;
    unsigned next = 0;
};

Camera& camera() {
    static Camera only;
    return only;
}

int refuse(int why) {
    errno = why;
    return -1;
}

bool is_plugged_in() {
    return ::access(camera().device.c_str(), F_OK) == 0;
}

int take_picture(v4l2_buffer& into) {
    std::this_thread::sleep_for(k_between_frames);
    auto& [device, buffers, next] = camera();
    into.index = next;
    next = (next + 1) % static_cast<unsigned>(buffers.size());
    auto& picture = buffers.at(into.index);
    picture.fill(128);
    const char* sees =
        std::getenv("PULLED_CAMERA_SEES");  // NOLINT(concurrency-mt-unsafe): nobody sets it here
    std::ifstream(sees != nullptr ? sees : "", std::ios::binary)
        .read(reinterpret_cast<char*>(picture.data()), std::streamsize{k_width} * k_height);
    return 0;
}

}  // namespace

extern "C" {

int v4l2_open(const char* device, int, ...) {
    camera().device = device;
    return is_plugged_in() ? ::memfd_create("camera", MFD_CLOEXEC) : refuse(ENOENT);
}

int v4l2_close(int handle) {
    return ::close(handle);
}

void* v4l2_mmap(void*, std::size_t, int, int, int, std::int64_t offset) {
    return camera().buffers.at(static_cast<std::size_t>(offset)).data();
}

int v4l2_munmap(void*, std::size_t) {
    return 0;
}

int v4l2_ioctl(int, unsigned long what, ...) {
    va_list words;
    va_start(words, what);
    void* word = va_arg(words, void*);
    va_end(words);
    if (!is_plugged_in()) return refuse(ENODEV);
    switch (what) {
        case VIDIOC_S_FMT: {
            auto& picture = static_cast<v4l2_format*>(word)->fmt.pix;
            picture.width = picture.bytesperline = k_width;
            picture.height = k_height;
            return 0;
        }
        case VIDIOC_REQBUFS:
            static_cast<v4l2_requestbuffers*>(word)->count = static_cast<unsigned>(camera().buffers.size());
            return 0;
        case VIDIOC_QUERYBUF: {
            auto& buffer = *static_cast<v4l2_buffer*>(word);
            buffer.length = k_size;
            buffer.m.offset = buffer.index;
            return 0;
        }
        case VIDIOC_DQBUF:
            return take_picture(*static_cast<v4l2_buffer*>(word));
        default:
            return 0;
    }
}

}  // extern "C"
