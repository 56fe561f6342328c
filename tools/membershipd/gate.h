#pragma once
// Who may do what: the organiser's token from the token file, devices' tokens from the store, where only
// their hashes are. Tokens are never logged. One owner, one thread at a time.

#include <filesystem>
#include <optional>

#include "tools/membershipd/store.h"

namespace welcome::tools::membershipd {

struct Secrets {
    std::string organiser;  // bearer token that may do everything
    std::string enrol;      // the code by which a tablet gets its own token
};

// Lines `organiser=…` and `enrol=…`; made with fresh secrets and mode 0600 if the file is missing.
Result<Secrets> open_token_file(const std::filesystem::path& file);

enum class Role { nobody, device, organiser };

struct Caller {
    Role role = Role::nobody;
    bool revoked = false;
    std::optional<DeviceId> device;
    [[nodiscard]] std::string name() const { return device ? device->text() : "organiser"; }
};

enum class Enrolment { enrolled, wrong_code, too_many_tries, revoked };
struct Enrolled {
    Enrolment outcome = Enrolment::wrong_code;
    std::string token;  // told once, kept as a hash
};

class Gate {
  public:
    explicit Gate(Secrets secrets) : secrets_(std::move(secrets)) {}
    // Whoever asks without a device's token is the organiser: only for a service that no other machine
    // reaches.
    static Gate open_to_this_machine();

    // "Bearer …", or "Basic …" with the organiser's token as password, for a browser.
    Result<Caller> who(Store& store, std::string_view authorization) const;
    // What the page keeps as a cookie for 12 hours; every process of the service knows it again. Nothing for
    // a wrong token.
    [[nodiscard]] std::optional<std::string> session_for(std::string_view token, Instant now) const;
    [[nodiscard]] bool is_session(std::string_view session, Instant now) const;
    // A repeated enrolment gives a fresh token; the old one ends. A revoked device needs the organiser.
    Result<Enrolled> enrol(Store& store, const DeviceId& device, std::string_view name, std::string_view code,
                           bool by_organiser, Instant now);
    static Result<bool> revoke(Store& store, const DeviceId& device, Instant now);

  private:
    [[nodiscard]] std::string session_until(std::int64_t seconds) const;
    Secrets secrets_;
    bool open_ = false;
    int wrong_codes_ = 0;
    Instant wrong_since_{};
};

}  // namespace welcome::tools::membershipd
