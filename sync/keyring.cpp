extern "C" {
#include <keyutils.h>
}
#include <cerrno>
#include <cstring>
#include <sodium.h>

#include "sync/keys.h"

namespace welcome::sync {

namespace {

std::string description(const EventId& event) {
    return "welcome-table:" + event.text();
}

tl::unexpected<Error> keyring_failure() {
    const Fault fault = errno == ENOKEY || errno == EKEYEXPIRED || errno == EKEYREVOKED ? Fault::not_found
                                                                                        : Fault::unreachable;
    return fail(fault, std::string("the kernel keyring: ") + std::strerror(errno));
}

// A process has full rights only to keys that it possesses, and the user's keyring is not linked to every
// session (a systemd service has a session of its own). So it is linked to this process first.
bool own_user_keyring() {
    return keyctl_link(KEY_SPEC_USER_KEYRING, KEY_SPEC_PROCESS_KEYRING) == 0;
}

Result<key_serial_t> find(const EventId& event) {
    if (!own_user_keyring()) return keyring_failure();
    const long serial = keyctl_search(KEY_SPEC_USER_KEYRING, "user", description(event).c_str(), 0);
    if (serial < 0) return keyring_failure();
    return static_cast<key_serial_t>(serial);
}

}  // namespace

Result<void> keep_in_keyring(const EventId& event, const EventKey& key) {
    if (!own_user_keyring()) return keyring_failure();
    const auto& secret = key.secret();
    const key_serial_t serial =
        add_key("user", description(event).c_str(), secret.data(), secret.size(), KEY_SPEC_USER_KEYRING);
    if (serial < 0) return keyring_failure();
    return {};
}

Result<EventKey> find_in_keyring(const EventId& event) {
    const auto serial = find(event);
    if (!serial) return tl::unexpected(serial.error());
    Key32 secret;
    const long length = keyctl_read(*serial, reinterpret_cast<char*>(secret.data()), secret.size());
    if (length < 0) return keyring_failure();
    if (length != static_cast<long>(secret.size()))
        return fail(Fault::unreadable, "the kept key has a wrong length");
    EventKey key(secret);
    sodium_memzero(secret.data(), secret.size());
    return key;
}

Result<void> forget_in_keyring(const EventId& event) {
    const auto serial = find(event);
    if (!serial) return tl::unexpected(serial.error());
    if (keyctl_unlink(*serial, KEY_SPEC_USER_KEYRING) != 0) return keyring_failure();
    return {};
}

}  // namespace welcome::sync
