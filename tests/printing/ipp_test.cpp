// A real IPP printer: CUPS's ippeveprinter, on a free port. It announces itself over D-Bus, so it gets a bus
// of its own; neither cupsd nor Avahi is needed.
#include <arpa/inet.h>
#include <chrono>
#include <functional>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "printing/printer.h"
#include "tests/printing/stage.h"

namespace welcome::printing::test {
namespace {

using std::chrono::milliseconds;

// A child process that cannot outlive the test.
class Process {
  public:
    explicit Process(std::vector<std::string> words) {
        std::vector<char*> arguments;
        arguments.reserve(words.size() + 1);
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        pid_ = ::fork();
        if (pid_ != 0) return;
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() {
        if (ended_) return;
        ::kill(pid_, SIGTERM);
        ::waitpid(pid_, nullptr, 0);
    }
    bool has_ended() {
        ended_ = ended_ || ::waitpid(pid_, nullptr, WNOHANG) == pid_;
        return ended_;
    }

  private:
    pid_t pid_ = -1;
    bool ended_ = false;
};

bool eventually(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < end) {
        if (holds()) return true;
        std::this_thread::sleep_for(milliseconds(10));
    }
    return false;
}

int free_port() {
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(probe, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size), 0);
    ::close(probe);
    return ntohs(address.sin_port);
}

bool answers(int port) {
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const bool connected = ::connect(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(probe);
    return connected;
}

class IppPrinter : public ::testing::Test {
  protected:
    void start(const std::vector<std::string>& more = {}) {
        const auto bus = folder_.path() / "bus";
        bus_ = std::make_unique<Process>(std::vector<std::string>{
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=unix:path=" + bus.string()});
        ASSERT_TRUE(eventually([&] { return std::filesystem::exists(bus); }));
        std::filesystem::create_directory(jobs());
        std::vector<std::string> words{"env",
                                       "DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + bus.string(),
                                       "ippeveprinter",
                                       "-p",
                                       std::to_string(port_),
                                       "-d",
                                       jobs().string(),
                                       "-k",
                                       "-r",
                                       "off",
                                       "-n",
                                       "localhost",
                                       "-f",
                                       "application/pdf,image/pwg-raster"};
        words.insert(words.end(), more.begin(), more.end());
        words.emplace_back("Welcome Table test");
        printer_ = std::make_unique<Process>(words);
        ASSERT_TRUE(eventually([&] { return printer_->has_ended() || answers(port_); }));
        ASSERT_FALSE(printer_->has_ended()) << "ippeveprinter does not start here";
    }

    [[nodiscard]] std::filesystem::path jobs() const { return folder_.path() / "jobs"; }
    [[nodiscard]] std::string uri() const {
        return "ipp://127.0.0.1:" + std::to_string(port_) + "/ipp/print";
    }

    OwnFolder folder_;
    int port_ = free_port();
    std::unique_ptr<Process> bus_;
    std::unique_ptr<Process> printer_;
};

TEST_F(IppPrinter, GetsTheLabelAsPdfByteForByte) {
    start();
    auto painter = test::painter();
    const auto printer = open_printer(uri());
    ASSERT_TRUE(printer);
    const auto pdf = painter.pdf(sample_label("claim.ar"));
    ASSERT_TRUE(pdf);

    const auto sent = (*printer)->send({.bytes = *pdf, .title = "claim", .size = {62, 29}}, {});

    ASSERT_TRUE(sent) << sent.error().detail;
    std::vector<std::string> kept;
    for (const auto& entry : std::filesystem::directory_iterator(jobs()))
        kept.push_back(read_file(entry.path()));
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_TRUE(kept.front() == *pdf);
}

TEST_F(IppPrinter, GetsTheLabelAsPwgRasterWhereItIsAskedFor) {
    start();
    auto painter = test::painter();
    const auto printer = open_printer(uri() + "?as=pwg");
    ASSERT_TRUE(printer) << printer.error().detail;

    const auto printed = (*printer)->print(painter, sample_label("claim.vi"));

    ASSERT_TRUE(printed) << printed.error().detail;
    const auto wanted = painter.encode(sample_label("claim.vi"), (*printer)->format());
    ASSERT_TRUE(wanted);
    std::vector<std::string> kept;
    for (const auto& entry : std::filesystem::directory_iterator(jobs()))
        kept.push_back(read_file(entry.path()));
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_TRUE(kept.front() == *wanted);
}

TEST_F(IppPrinter, ThatGivesAJobUpIsReported) {
    start({"-c", "/bin/false"});
    auto painter = test::painter();
    const auto printer = open_printer(uri());
    ASSERT_TRUE(printer);

    const auto printed = (*printer)->print(painter, sample_label("badge.en"));

    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().fault, Fault::printer_refused);
    EXPECT_TRUE(printed.error().may_have_printed);
}

TEST_F(IppPrinter, ThatIsNotThereIsMissing) {
    auto painter = test::painter();
    const auto printer = open_printer(uri());
    ASSERT_TRUE(printer);

    const auto printed = (*printer)->print(painter, sample_label("badge.en"));

    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().fault, Fault::printer_missing);
    EXPECT_FALSE(printed.error().may_have_printed);
}

}  // namespace
}  // namespace welcome::printing::test
