#include "tests/printing/device.h"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <pty.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

namespace welcome::printing::test {
namespace {

constexpr int k_look_up = 20;  // milliseconds between looks at the stop request

bool readable(int descriptor) {
    pollfd polled{descriptor, POLLIN, 0};
    return ::poll(&polled, 1, k_look_up) > 0;
}

void say(int line, const std::string& bytes) {
    EXPECT_EQ(::write(line, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
}

unsigned byte_at(const std::string& bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes.at(at));
}

}  // namespace

Device::Device(Language language, Where where) : language_(language), where_(where) {
    if (where == Where::tcp) {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size), 0);
        EXPECT_EQ(::listen(listener_, 8), 0);
        address_ = "tcp://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    } else {
        std::array<char, 128> name{};
        termios raw{};
        ::cfmakeraw(&raw);
        EXPECT_EQ(::openpty(&master_, &slave_, name.data(), &raw, nullptr), 0);
        address_ = std::string("usb:") + name.data();
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

Device::~Device() {
    thread_.request_stop();
    thread_.join();
    for (const int descriptor : {listener_, master_, slave_})
        if (descriptor >= 0) ::close(descriptor);
}

std::string Device::uri() const {
    return address_ + "?as=" + std::string(name_of(language_));
}

std::vector<std::string> Device::jobs() const {
    const std::scoped_lock lock(mutex_);
    return jobs_;
}

void Device::wait_for_a_job() const {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [this] { return !jobs_.empty(); });
}

void Device::serve(const std::stop_token& stop) {
    if (where_ == Where::device_file) return talk(master_, stop);
    while (!stop.stop_requested()) {
        if (!readable(listener_)) continue;
        const int line = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        talk(line, stop);
        ::close(line);
    }
}

void Device::talk(int line, const std::stop_token& stop) {
    std::string heard;
    std::array<char, 65'536> some{};
    while (!stop.stop_requested()) {
        if (!readable(line)) continue;
        const ssize_t count = ::read(line, some.data(), some.size());
        if (count <= 0) return;
        heard.append(some.data(), static_cast<std::size_t>(count));
        while (const std::size_t done = take(line, heard)) heard.erase(0, done);
    }
}

std::size_t Device::take(int line, const std::string& heard) {
    if (heard.empty()) return 0;
    if (language_ == Language::zpl) return take_zpl(line, heard);
    return language_ == Language::escpos ? take_escpos(line, heard) : take_brother(line, heard);
}

void Device::keep_job() {
    const std::scoped_lock lock(mutex_);
    jobs_.push_back(std::exchange(job_, ""));
    if (mood_ == Mood::runs_out) mood_ = Mood::out_of_labels;
    working_ = mood_ == Mood::never_ends;
    came_.notify_all();
}

// ---- ZPL ----

void Device::say_zpl_status(int line) const {
    const Mood mood = mood_;
    const int paper_out = mood == Mood::out_of_labels ? 1 : 0;
    const int head_up = mood == Mood::cover_open ? 1 : 0;
    std::array<char, 200> text{};
    std::snprintf(text.data(), text.size(),
                  "\x02"
                  "030,%d,0,0203,%03d,0,0,0,000,0,0,0\x03\r\n"
                  "\x02"
                  "000,0,%d,0,1,2,6,0,00000000,1,000\x03\r\n"
                  "\x02"
                  "1234,0\x03\r\n",
                  paper_out, working_ ? 1 : 0, head_up);
    say(line, text.data());
}

std::size_t Device::take_zpl(int line, const std::string& heard) {
    if (heard.starts_with("~HS")) {
        say_zpl_status(line);
        return 3;
    }
    if (heard.front() != '^') return heard.front() == '~' ? 0 : 1;  // a line's end between formats
    const auto end = heard.find("^XZ");
    if (end == std::string::npos) return 0;
    job_ = heard.substr(0, end + 3);
    keep_job();
    return end + 3;
}

// ---- ESC/POS ----

std::size_t Device::take_escpos(int line, const std::string& heard) {
    const Mood mood = mood_;
    if (heard.size() < 3) return 0;
    if (heard.starts_with("\x10\x04")) {  // DLE EOT n, answered at once
        unsigned answer = 0x12;
        if (heard[2] == 1 && mood != Mood::fine && mood != Mood::never_ends && mood != Mood::runs_out)
            answer |= 0x08U;
        if (heard[2] == 2 && mood == Mood::cover_open) answer |= 0x04U;
        if (heard[2] == 2 && mood == Mood::out_of_labels) answer |= 0x20U;
        if (heard[2] == 4 && mood == Mood::out_of_labels) answer |= 0x60U;
        say(line, std::string(1, static_cast<char>(answer)));
        return 3;
    }
    if (heard.starts_with("\x1Dr")) {  // GS r n, answered behind the label
        keep_job();
        if (working_) return 3;
        say(line, std::string(1, mood_ == Mood::out_of_labels ? '\x0C' : '\0'));
        return 3;
    }
    std::size_t length = 2;  // ESC @
    if (heard.starts_with("\x1Dv0")) {
        if (heard.size() < 8) return 0;
        length =
            8 + (byte_at(heard, 4) + 256 * byte_at(heard, 5)) * (byte_at(heard, 6) + 256 * byte_at(heard, 7));
    } else if (heard.starts_with("\x1B\x64")) {
        length = 3;
    } else if (heard.starts_with("\x1DVB")) {
        length = 4;
    } else if (!heard.starts_with("\x1B@")) {
        ADD_FAILURE() << "no ESC/POS command: " << byte_at(heard, 0) << ' ' << byte_at(heard, 1);
    }
    if (heard.size() < length) return 0;
    job_ += heard.substr(0, length);
    return length;
}

// ---- Brother QL ----

void Device::say_brother(int line, int kind, int phase) const {
    const Mood mood = mood_;
    std::string frame(32, '\0');
    frame[0] = '\x80';
    frame[1] = '\x20';
    frame[2] = 'B';
    frame[3] = '4';
    frame[4] = '8';
    frame[8] = static_cast<char>(mood == Mood::out_of_labels ? 0x02 : 0);
    frame[9] = static_cast<char>(mood == Mood::cover_open ? 0x10 : 0);
    frame[10] = 62;
    frame[11] = '\x0B';
    frame[17] = 29;
    frame[18] = static_cast<char>(kind);
    frame[19] = static_cast<char>(phase);
    say(line, frame);
}

std::size_t Device::take_brother(int line, const std::string& heard) {
    if (heard.front() == '\0') {
        job_ += '\0';
        return 1;
    }
    if (heard.front() == '\x1A') {  // print
        job_ += '\x1A';
        keep_job();
        say_brother(line, 0x06, 1);  // printing
        if (working_) return 1;
        if (mood_ == Mood::out_of_labels) {
            say_brother(line, 0x02, 1);
        } else {
            say_brother(line, 0x01, 1);  // completed
            say_brother(line, 0x06, 0);  // receiving again
        }
        return 1;
    }
    if (heard.size() < 3) return 0;
    if (heard.starts_with("\x1BiS")) {
        say_brother(line, 0x00, 0);
        job_.clear();
        return 3;
    }
    std::size_t length = 0;
    if (heard.front() == 'g') length = 3 + byte_at(heard, 2);
    if (heard.front() == 'M') length = 2;
    if (heard.starts_with("\x1B@")) length = 2;
    if (heard.starts_with("\x1Bi")) length = heard[2] == 'z' ? 13 : heard[2] == 'd' ? 5 : 4;
    if (length == 0) {
        ADD_FAILURE() << "no raster command: " << byte_at(heard, 0);
        length = 1;
    }
    if (heard.size() < length) return 0;
    job_ += heard.substr(0, length);
    return length;
}

}  // namespace welcome::printing::test
