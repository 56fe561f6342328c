#pragma once
// TCP as the exchange needs it: addresses, and sockets that never block. Values; any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <sys/socket.h>

#include "sync/result.h"

namespace welcome::sync {

// "HOST:PORT", "[V6]:PORT" or, where a host is not needed, "PORT".
struct HostPort {
    std::string host;  // empty: every address of this machine
    std::uint16_t port = 0;

    static std::optional<HostPort> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    bool operator==(const HostPort&) const = default;
};

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;
};

// Waits for the name service where the host is no numeric address, unless `only_numeric`.
Result<SocketAddress> resolve(const HostPort& place, bool only_numeric);

class Socket {
  public:
    Socket() = default;
    explicit Socket(int handle) : handle_(handle) {}
    ~Socket();
    Socket(Socket&& other) noexcept : handle_(other.release()) {}
    Socket& operator=(Socket&& other) noexcept;
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    [[nodiscard]] int handle() const { return handle_; }
    [[nodiscard]] bool is_open() const { return handle_ >= 0; }

    static Result<Socket> listen(const HostPort& place);
    static Result<Socket> dial(const SocketAddress& address);  // begins; writable when it stands or failed
    [[nodiscard]] bool stands() const;                         // after `dial`, once writable
    [[nodiscard]] Socket accept() const;                       // not open: nobody waits
    [[nodiscard]] std::uint16_t port() const;

  private:
    int release() noexcept;
    int handle_ = -1;
};

}  // namespace welcome::sync
