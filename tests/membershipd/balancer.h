#pragma once
// One address before several processes, as an organisation's balancer is: passes each connection on to the
// next port that takes one. Ends its connections when it ends.

#include <atomic>
#include <cstddef>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace welcome::tools::membershipd::test {

class Balancer {
  public:
    explicit Balancer(std::vector<int> to_ports);
    ~Balancer();
    Balancer(const Balancer&) = delete;
    Balancer& operator=(const Balancer&) = delete;
    [[nodiscard]] int port() const { return port_; }

  private:
    void run(const std::stop_token& stop);
    int next_server();

    std::vector<int> to_ports_;
    std::size_t turn_ = 0;
    int listener_ = -1;
    int port_ = 0;
    std::list<std::jthread> pumps_;
    std::jthread thread_;
};

}  // namespace welcome::tools::membershipd::test
