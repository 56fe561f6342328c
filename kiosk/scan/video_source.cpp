// Frames from a video file, again and again. YUV4MPEG2 is read here; any other video is unpacked by the
// ffmpeg program in a process of its own: no codec is loaded into the kiosk, which starts without them.

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/scan/sources.h"
#include "kiosk/scan/y4m.h"

namespace welcome::kiosk::scan {

namespace {

using namespace std::chrono_literals;

constexpr int k_patience_ms = 200;
constexpr auto k_between_frames = 66ms;

// A file descriptor that is closed at the end.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    void reset(int number = -1) {
        if (number_ >= 0) ::close(number_);
        number_ = number;
    }
    [[nodiscard]] int get() const { return number_; }

  private:
    int number_;
};

// ffmpeg, writing YUV4MPEG2 to a pipe; it waits where nobody reads, and ends with this object.
class Unpacker {
  public:
    Unpacker() = default;
    ~Unpacker() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    // The pipe's reading end, or -1 with errno.
    int start(const std::string& file) {
        std::array<int, 2> pipe{};
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return -1;
        const Descriptor writing(pipe[1]);
        const std::string input = "file:" + file;
        const std::array<const char*, 19> words = {
            "ffmpeg",       "-nostdin", "-loglevel",   "quiet", "-protocol_whitelist",
            "file,pipe",    "-i",       input.c_str(), "-map",  "0:v:0",
            "-pix_fmt",     "gray",     "-strict",     "-1",    "-f",
            "yuv4mpegpipe", "-an",      "-",           nullptr};
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, writing.get(), STDOUT_FILENO);
        const int failure = ::posix_spawnp(&process_, words[0], &actions, nullptr,
                                           const_cast<char* const*>(words.data()), environ);
        posix_spawn_file_actions_destroy(&actions);
        if (failure == 0) return pipe[0];
        process_ = 0;
        ::close(pipe[0]);
        errno = failure;
        return -1;
    }

  private:
    pid_t process_ = 0;
};

class VideoSource : public FrameSource {
  public:
    VideoSource(std::string file, bool plain) : file_(std::move(file)), plain_(plain) {}

    sync::Result<void> start() {
        reader_ = {};
        unpacker_.reset();
        bytes_.reset();
        if (!plain_) unpacker_.emplace();
        bytes_.reset(plain_ ? ::open(file_.c_str(), O_RDONLY | O_CLOEXEC) : unpacker_->start(file_));
        if (bytes_.get() >= 0) return {};
        if (!plain_ && errno == ENOENT)
            return sync::fail(sync::Fault::not_found, "playing " + file_ + " needs the ffmpeg program");
        return sync::fail(sync::Fault::unreadable, file_ + ": " + std::strerror(errno));
    }

    sync::Result<Frame> next(const std::stop_token& stop) override {
        if (shown_ > 0) rest(stop, k_between_frames);
        while (!stop.stop_requested()) {
            auto frame = reader_.next();
            if (!frame || !frame->empty()) {
                ++shown_;
                return frame;
            }
            const auto more = read_more();
            if (!more) return tl::unexpected(more.error());
            if (!*more) break;
        }
        return Frame{};
    }

  private:
    // False where no bytes came in time.
    sync::Result<bool> read_more() {
        pollfd ready{bytes_.get(), POLLIN, 0};
        if (::poll(&ready, 1, k_patience_ms) <= 0) return false;
        std::array<char, std::size_t{64} * 1024> buffer{};
        const auto size = ::read(bytes_.get(), buffer.data(), buffer.size());
        if (size < 0) return sync::fail(sync::Fault::unreadable, file_ + ": " + std::strerror(errno));
        reader_.take({buffer.data(), static_cast<std::size_t>(size)});
        if (size > 0) return true;
        if (shown_ == shown_before_)
            return sync::fail(sync::Fault::unreadable, file_ + " is no picture and no video");
        shown_before_ = shown_;
        if (auto again = start(); !again) return tl::unexpected(again.error());
        return true;
    }

    const std::string file_;
    const bool plain_;  // YUV4MPEG2 as it is
    Y4mReader reader_;
    std::optional<Unpacker> unpacker_;
    Descriptor bytes_;
    std::size_t shown_ = 0, shown_before_ = 0;  // frames in all, and until the last beginning
};

bool is_plain(const std::string& file) {
    constexpr std::string_view magic = "YUV4MPEG2 ";
    std::array<char, magic.size()> start{};
    const Descriptor bytes(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    return bytes.get() >= 0 && ::read(bytes.get(), start.data(), start.size()) == ssize_t{start.size()} &&
           std::string_view(start.data(), start.size()) == magic;
}

}  // namespace

sync::Result<std::unique_ptr<FrameSource>> open_video(const std::string& file) {
    auto source = std::make_unique<VideoSource>(file, is_plain(file));
    if (auto started = source->start(); !started) return tl::unexpected(started.error());
    return std::unique_ptr<FrameSource>(std::move(source));
}

}  // namespace welcome::kiosk::scan
