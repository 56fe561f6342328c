#pragma once
// The far end of a TCP printer, played by the test: it reads, stalls or hangs up as told. A real socket on a
// free port of this machine; one connection after another, on a thread of its own.

#include <atomic>
#include <future>
#include <string>
#include <thread>

namespace welcome::printing::test {

enum class Manner {
    reads_all,      // until the sender is done, then closes
    keeps_open,     // reads all, and holds the line
    stalls,         // accepts and reads nothing
    hangs_up,       // reads a little and resets the connection
    hangs_up_once,  // the first time; then reads all
};

class Listener {
  public:
    Listener();  // a port is taken, but nobody listens: connections are refused
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener();

    void listen(Manner manner);
    [[nodiscard]] std::string uri(const std::string& options = "") const;
    [[nodiscard]] int connections() const { return connections_; }
    std::string received();  // waits for the first sender to be done
    void wait_for_bytes();   // until the first bytes of a label are here

  private:
    void serve(const std::stop_token& stop, Manner manner);
    void serve_one(int connection, const std::stop_token& stop, Manner manner);

    int socket_;
    int port_ = 0;
    std::atomic<int> connections_ = 0;
    std::promise<std::string> received_;
    std::promise<void> first_byte_;
    std::jthread thread_;
};

}  // namespace welcome::printing::test
