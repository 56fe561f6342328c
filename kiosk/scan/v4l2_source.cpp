// Frames from a V4L2 camera through libv4l2, which turns what the camera sends into planar YUV.

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <libv4l2.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <sys/mman.h>

#include "kiosk/scan/sources.h"

namespace welcome::kiosk::scan {

namespace {

constexpr int k_wanted_width = 1280, k_wanted_height = 720;
constexpr unsigned k_buffers = 4;
constexpr int k_patience_ms = 200;

tl::unexpected<sync::Error> camera_failure(const std::string& device) {
    const sync::Fault fault = errno == EBUSY                      ? sync::Fault::busy
                              : errno == ENOENT || errno == ENXIO ? sync::Fault::not_found
                                                                  : sync::Fault::unreachable;
    return sync::fail(fault, device + ": " + std::strerror(errno));
}

class V4l2Source : public FrameSource {
  public:
    explicit V4l2Source(std::string device) : device_(std::move(device)) {}

    ~V4l2Source() override {
        if (handle_ < 0) return;
        int kind = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        v4l2_ioctl(handle_, VIDIOC_STREAMOFF, &kind);
        for (const auto& buffer : buffers_) {
            if (buffer.start) v4l2_munmap(buffer.start, buffer.length);
        }
        v4l2_close(handle_);
    }

    sync::Result<void> start() {
        handle_ = v4l2_open(device_.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        if (handle_ < 0) return camera_failure(device_);
        v4l2_format format{};
        format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        format.fmt.pix.width = k_wanted_width;
        format.fmt.pix.height = k_wanted_height;
        format.fmt.pix.pixelformat = V4L2_PIX_FMT_YUV420;  // The grey plane comes first.
        format.fmt.pix.field = V4L2_FIELD_NONE;
        if (v4l2_ioctl(handle_, VIDIOC_S_FMT, &format) != 0) return camera_failure(device_);
        width_ = static_cast<int>(format.fmt.pix.width);
        height_ = static_cast<int>(format.fmt.pix.height);
        stride_ = static_cast<int>(format.fmt.pix.bytesperline);
        return map_buffers();
    }

    sync::Result<Frame> next(const std::stop_token&) override {
        pollfd ready{handle_, POLLIN, 0};
        if (::poll(&ready, 1, k_patience_ms) <= 0) return Frame{};
        if ((ready.revents & (POLLERR | POLLHUP)) != 0)
            return sync::fail(sync::Fault::unreachable, device_ + " was unplugged");
        v4l2_buffer filled = described(0);
        if (v4l2_ioctl(handle_, VIDIOC_DQBUF, &filled) != 0) {
            if (errno == EAGAIN) return Frame{};
            return camera_failure(device_);
        }
        Frame frame = copy_of(buffers_[filled.index].start);
        if (v4l2_ioctl(handle_, VIDIOC_QBUF, &filled) != 0) return camera_failure(device_);
        return frame;
    }

  private:
    struct Buffer {
        void* start = nullptr;
        std::size_t length = 0;
    };

    static v4l2_buffer described(unsigned index) {
        v4l2_buffer buffer{};
        buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        buffer.memory = V4L2_MEMORY_MMAP;
        buffer.index = index;
        return buffer;
    }

    sync::Result<void> map_buffers() {
        v4l2_requestbuffers wanted{};
        wanted.count = k_buffers;
        wanted.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        wanted.memory = V4L2_MEMORY_MMAP;
        if (v4l2_ioctl(handle_, VIDIOC_REQBUFS, &wanted) != 0) return camera_failure(device_);
        for (unsigned index = 0; index < std::min(wanted.count, k_buffers); ++index) {
            v4l2_buffer buffer = described(index);
            if (v4l2_ioctl(handle_, VIDIOC_QUERYBUF, &buffer) != 0) return camera_failure(device_);
            void* start = v4l2_mmap(nullptr, buffer.length, PROT_READ | PROT_WRITE, MAP_SHARED, handle_,
                                    buffer.m.offset);
            if (start == MAP_FAILED) return camera_failure(device_);
            buffers_[index] = {start, buffer.length};
            if (v4l2_ioctl(handle_, VIDIOC_QBUF, &buffer) != 0) return camera_failure(device_);
        }
        int kind = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        if (v4l2_ioctl(handle_, VIDIOC_STREAMON, &kind) != 0) return camera_failure(device_);
        return {};
    }

    [[nodiscard]] Frame copy_of(const void* start) const {
        Frame frame{width_, height_, {}};
        frame.grey.reserve(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
        const auto* row = static_cast<const std::uint8_t*>(start);
        for (int y = 0; y < height_; ++y, row += stride_)
            frame.grey.insert(frame.grey.end(), row, row + width_);
        return frame;
    }

    const std::string device_;
    int handle_ = -1;
    int width_ = 0, height_ = 0, stride_ = 0;
    std::array<Buffer, k_buffers> buffers_{};
};

}  // namespace

sync::Result<std::unique_ptr<FrameSource>> open_v4l2(const std::string& device) {
    auto source = std::make_unique<V4l2Source>(device);
    if (auto started = source->start(); !started) return tl::unexpected(started.error());
    return std::unique_ptr<FrameSource>(std::move(source));
}

}  // namespace welcome::kiosk::scan
