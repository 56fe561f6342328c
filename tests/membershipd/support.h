#pragma once
// A membership service to test against: in this process, or as the real program on a free port.

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "sync/keys.h"
#include "sync/upload/wire.h"
#include "tools/membershipd/api.h"

namespace welcome::tools::membershipd::test {

class TempDir {
  public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline constexpr const char* k_organiser = "organiser-token-for-tests";
inline constexpr const char* k_event = "0192f5c1-7a10-7c3e-9b52-0d5f0f6f3a11";
inline constexpr std::int64_t k_evening = 1795561451512;  // a November evening in 2026

EventId event_id();
DeviceId device_of(std::uint8_t number);
sync::Uuid uuid_of(std::uint64_t number);
std::string person_text(std::uint64_t number);

// A fact of device 1 … at `seconds` after the evening's start.
sync::WireFact fact_of(std::uint8_t device, std::uint64_t seq, std::string kind, std::string body,
                       int seconds = 0);
sync::WireFact check_in(std::uint8_t device, std::uint64_t seq, std::uint64_t person, int seconds = 0);
sync::WireFact registration(std::uint8_t device, std::uint64_t seq, std::uint64_t person,
                            const std::string& name, const std::string& phone = {},
                            const std::string& source = "roster");
nlohmann::ordered_json request_of(const std::vector<sync::WireFact>& facts, std::uint64_t batch);

sync::DeviceKey device_key();  // a fresh one
Asked signed_by(const sync::DeviceKey& key, Asked asked, Instant at);

// The API without sockets, on an SQLite file in the folder or on the store named.
class Desk {
  public:
    explicit Desk(const std::filesystem::path& folder, std::string store = {});
    static Asked asked(const std::string& method, const std::string& path, const std::string& body,
                       const std::string& token);
    Told serve(const Asked& asked) { return api_->serve(asked); }
    // Signed with that key, by the desk's clock.
    Told ask_as(const sync::DeviceKey& key, const std::string& method, const std::string& path,
                const std::string& body, const std::string& token);
    std::string let_in(const sync::DeviceKey& key);  // asks, is approved by its code; the token
    Told ask(const std::string& method, const std::string& path, const std::string& body = {},
             const std::string& token = k_organiser, const std::string& accept = {});
    nlohmann::ordered_json get(const std::string& path);
    // Posts the facts as a new batch and returns the answer.
    nlohmann::ordered_json put(const std::vector<sync::WireFact>& facts, const std::string& query = {});
    nlohmann::ordered_json attendance() { return get(std::string("/v1/events/") + k_event + "/attendance"); }
    [[nodiscard]] const std::string& last_batch() const { return last_batch_; }
    void project();
    void later(std::chrono::milliseconds by) { *now_ += by; }
    [[nodiscard]] Instant now() const { return *now_; }

  private:
    std::unique_ptr<Instant> now_;
    std::unique_ptr<Api> api_;
    std::string last_batch_;
};

enum class Tokens { of_a_file, none };

// The real program. Killed, if it still runs, when this ends.
class Program {
  public:
    explicit Program(const std::filesystem::path& folder, int port = 0, std::vector<std::string> more = {},
                     Tokens tokens = Tokens::of_a_file, std::string store = {},
                     const std::filesystem::path& log = {});
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    void kill_hard();   // SIGKILL
    int stop_gently();  // SIGTERM; the exit code

  private:
    int process_ = -1;
    int port_ = 0;
};
void write_token_file(const std::filesystem::path& folder);  // with k_organiser

// Runs it to its end: exit code, standard output, standard error.
struct Ended {
    int code = -1;
    std::string out, err;
};
Ended run_program(const std::vector<std::string>& arguments);

// One request over a socket, byte for byte; empty where the connection broke before an answer.
struct Reply {
    int status = 0;
    std::string head, body;
};
Reply exchange(int port, const std::string& bytes);
Reply request(int port, const std::string& method, const std::string& path, const std::string& body = {},
              const std::string& token = k_organiser, const std::string& more_headers = {});

}  // namespace welcome::tools::membershipd::test
