#pragma once
// One client's connection under the HTTP library, plain or TLS, with an end to every wait: a request has to
// be whole within a time, however slowly its bytes come, and an answer has to go on being taken. One thread
// each.

#include <chrono>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace welcome::tools::membershipd {

struct CloseTls {
    void operator()(SSL_CTX* context) const;
    void operator()(SSL* session) const;
};
using TlsContext = std::unique_ptr<SSL_CTX, CloseTls>;

// TLS 1.2 or later with this certificate chain and key (PEM); nothing where they cannot be read or do not
// fit.
TlsContext open_tls(const std::string& cert_file, const std::string& key_file);

struct Patience {
    std::chrono::milliseconds request{30'000};  // from its first byte to its last, the TLS handshake too
    std::chrono::milliseconds idle{5'000};      // between two requests
    std::chrono::milliseconds answer{10'000};   // until the client takes some more of it
};

class Connection : public httplib::Stream {
  public:
    Connection(int socket, const Patience& patience, SSL_CTX* tls);  // Takes the socket over.
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool shake_hands();
    // True: a request begins. False: none came in time, the client went, or `stopped` says so.
    bool wait_for_request(const std::function<bool()>& stopped);

    [[nodiscard]] bool is_readable() const override;
    [[nodiscard]] bool is_writable() const override;
    ssize_t read(char* to, size_t size) override;
    ssize_t write(const char* from, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    [[nodiscard]] int socket() const override { return socket_; }
    [[nodiscard]] std::string address() const;

  private:
    using Clock = std::chrono::steady_clock;
    ssize_t take(char* to, size_t size);                            // into the buffer, by the deadline
    bool wait_for(short events, Clock::time_point deadline) const;  // false: too late, or the client is gone

    int socket_;
    Patience patience_;
    std::unique_ptr<SSL, CloseTls> tls_;
    bool broken_ = false;  // TLS: nothing may be sent any more
    Clock::time_point deadline_;
    std::array<char, 4096> buffer_{};
    std::size_t begin_ = 0, end_ = 0;
};

// So many connections an address may hold at once that no single one can take all threads.
class Places {
  public:
    struct Leaving {
        Places* of = nullptr;
        void operator()(const std::string* address) const;
    };
    using Place = std::unique_ptr<const std::string, Leaving>;  // given back when it goes
    [[nodiscard]] Place enter(const std::string& address);      // empty: the address holds all it may

  private:
    std::mutex mutex_;
    std::map<std::string, int> taken_;
};

}  // namespace welcome::tools::membershipd
