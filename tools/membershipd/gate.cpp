#include "tools/membershipd/gate.h"

#include <charconv>
#include <fcntl.h>
#include <fstream>
#include <sodium.h>
#include <unistd.h>

#include "sync/base64.h"
#include "tools/membershipd/digest.h"

namespace welcome::tools::membershipd {
namespace {

constexpr auto k_signed_lately = std::chrono::minutes(2);

std::string fresh_secret(std::size_t bytes) {
    std::string random(bytes, '\0');
    randombytes_buf(random.data(), random.size());
    return sync::to_base64(random);
}

bool same_secret(std::string_view a, std::string_view b) {
    const auto x = digest_of_text(a), y = digest_of_text(b);
    return !a.empty() && sodium_memcmp(x.data(), y.data(), x.size()) == 0;
}

Result<Secrets> read_secrets(const std::filesystem::path& file) {
    std::ifstream in(file);
    Secrets secrets;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("organiser=")) secrets.organiser = line.substr(10);
    }
    if (secrets.organiser.size() < 16) {
        return sync::fail(sync::Fault::unreadable,
                          file.string() + " has no line organiser=TOKEN of 16 signs or more");
    }
    return secrets;
}

std::string token_in(std::string_view authorization) {
    if (authorization.starts_with("Bearer ")) return std::string(authorization.substr(7));
    if (!authorization.starts_with("Basic ")) return {};
    const auto pair = sync::from_base64(authorization.substr(6), sync::Base64::usual);
    const auto colon = pair ? pair->find(':') : std::string::npos;
    return colon == std::string::npos ? std::string() : pair->substr(colon + 1);
}

}  // namespace

Result<Secrets> open_token_file(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0 && errno == EEXIST) return read_secrets(file);
    if (handle < 0) return sync::fail(sync::Fault::disk_failed, "cannot make " + file.string());
    const Secrets secrets{fresh_secret(32)};
    const auto text = "organiser=" + secrets.organiser + "\n";
    const bool written = ::write(handle, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool durable = ::fsync(handle) == 0;
    ::close(handle);
    if (!written || !durable) return sync::fail(sync::Fault::disk_failed, "cannot write " + file.string());
    return secrets;
}

Gate Gate::open_to_this_machine() {
    Gate gate{Secrets{}};
    gate.open_ = true;
    return gate;
}

Result<Caller> Gate::who(Store& store, const Asked& asked, Instant now) {
    const auto token = token_in(asked.authorization);
    Caller unknown{.role = open_ ? Role::organiser : Role::nobody, .device = {}};
    if (token.empty()) return unknown;
    if (same_secret(token, secrets_.organiser)) return Caller{.role = Role::organiser, .device = {}};
    auto device = store.device_by_token(digest_of_text(token));
    if (!device) return tl::unexpected(device.error());
    if (!*device) return unknown;
    const auto signer = signer_of(asked, now);
    if (!signer || *signer != (*device)->device) {
        unknown.role = Role::nobody;
        unknown.proof = signer ? ProofFault::wrong : signer.error();
        return unknown;
    }
    return Caller{.role = Role::device,
                  .revoked = (*device)->revoked.has_value(),
                  .device = (*device)->device,
                  .event = (*device)->event};
}

// A repetition can only bring what came already, and every route that a device may call can be repeated
// without harm; so it is enough that each process knows the nonces of its own two minutes.
tl::expected<DeviceId, ProofFault> Gate::signer_of(const Asked& asked, Instant now) {
    const auto proven = sync::check_proof(asked.proof, {.method = asked.method,
                                                        .target = asked.target,
                                                        .authorization = asked.authorization,
                                                        .body = asked.body});
    if (!proven && proven.error().fault == sync::Fault::refused) return tl::unexpected(ProofFault::wrong);
    if (!proven) return tl::unexpected(ProofFault::missing);
    if (std::chrono::abs(now - proven->created) > k_signed_lately) return tl::unexpected(ProofFault::clock);
    if (now - swept_ > k_signed_lately) {  // not at each request: a flood would pay for all that came before
        std::erase_if(seen_, [&](const auto& one) { return now - one.second > 2 * k_signed_lately; });
        swept_ = now;
    }
    if (!seen_.try_emplace({proven->device, proven->nonce}, now).second)
        return tl::unexpected(ProofFault::seen);
    return proven->device;
}

// The end of it, and a seal under the organiser's token: nothing has to be kept.
std::string Gate::session_until(std::int64_t seconds) const {
    const auto text = std::to_string(seconds);
    return text + '.' + digest_of_text("session\n" + secrets_.organiser + '\n' + text);
}

std::optional<std::string> Gate::session_for(std::string_view token, Instant now) const {
    if (!same_secret(token, secrets_.organiser)) return std::nullopt;
    const auto end = now + std::chrono::hours(12);
    return session_until(std::chrono::duration_cast<std::chrono::seconds>(end.time_since_epoch()).count());
}

bool Gate::is_session(std::string_view session, Instant now) const {
    std::int64_t end = 0;
    const auto [rest, fault] = std::from_chars(session.data(), session.data() + session.size(), end);
    if (fault != std::errc{} || secrets_.organiser.empty()) return false;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    return end > seconds && same_secret(session, session_until(end));
}

Result<std::string> Gate::enrol(Store& store, const DeviceId& device, std::string_view name,
                                const std::optional<EventId>& event, Instant now) {
    const auto token = fresh_secret(32);
    const DeviceRecord record{.device = device,
                              .name = std::string(name),
                              .token_hash = digest_of_text(token),
                              .enrolled = now,
                              .revoked = {},
                              .event = event};
    if (auto put = store.put_device(record); !put) return tl::unexpected(put.error());
    return token;
}

Result<bool> Gate::is_revoked(Store& store, const DeviceId& device) {
    auto there = store.device(device);
    if (!there) return tl::unexpected(there.error());
    return *there && (*there)->revoked;
}

Result<bool> Gate::revoke(Store& store, const DeviceId& device, Instant now) {
    auto there = store.device(device);
    if (!there) return tl::unexpected(there.error());
    // An approval that the tablet has not fetched yet ends as well.
    const auto asking = store.enrolments(now);
    if (!asking) return tl::unexpected(asking.error());
    const bool asked = std::any_of(asking->begin(), asking->end(),
                                   [&](const EnrolmentRecord& one) { return one.device == device; });
    if (auto dropped = store.drop_enrolment(device); !dropped) return tl::unexpected(dropped.error());
    if (!*there) return asked;
    auto record = **there;
    if (!record.revoked) record.revoked = now;
    if (auto put = store.put_device(record); !put) return tl::unexpected(put.error());
    return true;
}

Result<bool> Gate::readmit(Store& store, const DeviceId& device) {
    auto there = store.device(device);
    if (!there) return tl::unexpected(there.error());
    if (!*there || !(*there)->revoked) return false;
    auto record = **there;
    record.revoked.reset();
    record.token_hash.clear();  // No token has an empty digest.
    if (auto put = store.put_device(record); !put) return tl::unexpected(put.error());
    return true;
}

}  // namespace welcome::tools::membershipd
