#pragma once
// The wire under the API: sockets, TLS, gzip and limits. Listens from `open` on; `run` serves until
// `stop`, which any thread may call.

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/membershipd/api.h"

namespace welcome::tools::membershipd {

struct Listen {
    std::string host = "127.0.0.1";
    int port = 8080;  // 0: a free one
    // Programs of this machine only: pages of other sites, which a browser here may show, are refused.
    bool only_this_machine = false;
    std::optional<std::filesystem::path> tls_cert, tls_key;
    std::chrono::seconds request_patience{30};  // in which a request has to be whole
    std::vector<std::string> trusted_proxies;   // balancers whose word on who asks is taken (forwarded.h)
};

// "127.0.0.1:8080", "[::1]:0".
std::optional<Listen> read_listen(std::string_view text);

// 127.0.0.0/8, ::1, localhost: what no other machine reaches.
bool is_loopback(const std::string& host);

class Server {
  public:
    static Result<Server> open(const Listen& listen, Api& api);
    ~Server();
    Server(Server&&) noexcept;
    Server& operator=(Server&&) noexcept;

    [[nodiscard]] std::string url() const;
    void run();  // returns after `stop`, when the requests in hand have been answered
    void stop();

  private:
    struct Inside;
    explicit Server(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace welcome::tools::membershipd
