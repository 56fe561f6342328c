#include "tests/ui/platform/xvfb.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace welcome::kiosk::ui::test {
namespace {

[[noreturn]] void become_server(int told, const char* sign) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const std::string channel = std::to_string(told);
    const int quiet = open("/dev/null", O_WRONLY);
    dup2(quiet, STDERR_FILENO);
    execlp("Xvfb", "Xvfb", "-displayfd", channel.c_str(), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
           "-noreset", "-noreset", sign, "MIT-SHM", nullptr);
    _exit(127);
}

// The number and a line end, when the server is ready; nothing, when it could not start.
std::string read_line(int from) {
    std::string line;
    char one = 0;
    while (read(from, &one, 1) == 1 && one != '\n') line += one;
    return line;
}

}  // namespace

Xvfb::Xvfb(SharedMemory shared) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return;
    pid_ = fork();
    if (pid_ == 0) {
        close(ends[0]);
        become_server(ends[1], shared == SharedMemory::yes ? "+extension" : "-extension");
    }
    close(ends[1]);
    const std::string number = read_line(ends[0]);
    close(ends[0]);
    if (number.empty()) return;
    display_ = ":" + number;
    setenv("DISPLAY", display_.c_str(), 1);
}

Xvfb::~Xvfb() {
    if (pid_ <= 0) return;
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
}

}  // namespace welcome::kiosk::ui::test
