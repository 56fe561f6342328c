#pragma once
// Who may do what: the organiser's token from the token file, devices' tokens from the store, where only
// their hashes are. A device's token counts only in a request that is signed with that device's key. Tokens
// are never logged. One owner, one thread at a time.

#include <filesystem>
#include <map>
#include <optional>

#include "tools/membershipd/http.h"
#include "tools/membershipd/store.h"

namespace welcome::tools::membershipd {

struct Secrets {
    std::string organiser;  // bearer token that may do everything
};

// A line `organiser=…`; made with a fresh secret and mode 0600 if the file is missing.
Result<Secrets> open_token_file(const std::filesystem::path& file);

enum class Role { nobody, device, organiser };
enum class ProofFault {
    none,
    missing,  // or of another shape
    wrong,    // of another device or another request
    clock,    // signed too long ago or ahead of time
    seen      // a request that came before
};

struct Caller {
    Role role = Role::nobody;
    bool revoked = false;
    ProofFault proof = ProofFault::none;  // why a device's token did not count
    std::optional<DeviceId> device;
    std::optional<EventId> event = {};  // a device's own; nothing: any
    [[nodiscard]] std::string name() const { return device ? device->text() : "organiser"; }
};

class Gate {
  public:
    explicit Gate(Secrets secrets) : secrets_(std::move(secrets)) {}
    // Whoever asks without a device's token is the organiser: only for a service that no other machine
    // reaches.
    static Gate open_to_this_machine();

    // "Bearer …", or "Basic …" with the organiser's token as password, for a browser.
    Result<Caller> who(Store& store, const Asked& asked, Instant now);
    // Whose key signed this request, just now and for the first time.
    tl::expected<DeviceId, ProofFault> signer_of(const Asked& asked, Instant now);
    // What the page keeps as a cookie for 12 hours; every process of the service knows it again. Nothing for
    // a wrong token.
    [[nodiscard]] std::optional<std::string> session_for(std::string_view token, Instant now) const;
    [[nodiscard]] bool is_session(std::string_view session, Instant now) const;
    // The device's token, told once and kept as a hash. A repetition gives a fresh one; the old one ends.
    static Result<std::string> enrol(Store& store, const DeviceId& device, std::string_view name,
                                     const std::optional<EventId>& event, Instant now);
    static Result<bool> is_revoked(Store& store, const DeviceId& device);
    static Result<bool> revoke(Store& store, const DeviceId& device, Instant now);
    // It may ask to be let in again; its old token stays dead. False: it is not revoked.
    static Result<bool> readmit(Store& store, const DeviceId& device);

  private:
    [[nodiscard]] std::string session_until(std::int64_t seconds) const;
    Secrets secrets_;
    bool open_ = false;
    std::map<std::pair<DeviceId, std::string>, Instant> seen_;  // nonces, until their time is over
    Instant swept_{};
};

}  // namespace welcome::tools::membershipd
