#pragma once
// A wire that misbehaves: takes connections, and by a seeded die passes a request on, drops it, answers in
// the service's place, loses or cuts the answer. One request a connection.

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace welcome::tools::membershipd::test {

enum class Mishap {
    none,
    drop_request,
    lose_answer,
    cut_answer,
    reset,
    answer_429,
    answer_500,
    answer_503,
    send_twice,
    slow,  // the answer drips
    stall,
    answer_400,
    answer_404
};
inline constexpr unsigned k_brief_mishaps = 9;  // those between none and stall

class FaultProxy {
  public:
    // `next` is asked once a request, with the request's bytes, by one connection at a time.
    FaultProxy(int to_port, std::function<Mishap(const std::string& request)> next);
    ~FaultProxy();
    FaultProxy(const FaultProxy&) = delete;
    FaultProxy& operator=(const FaultProxy&) = delete;
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] int requests() const { return requests_; }
    void send_to(int port) { to_port_ = port; }

  private:
    void run(const std::stop_token& stop);
    void serve(int client);

    std::atomic<int> to_port_;
    std::function<Mishap(const std::string&)> next_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<int> requests_{0};
    std::mutex mutex_;  // guards next_ while it is asked
    std::jthread thread_;
};

}  // namespace welcome::tools::membershipd::test
