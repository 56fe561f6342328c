#include <sodium.h>

#include "sync/keys.h"

namespace welcome::sync {

namespace {

Key32 derive(const Key32& secret, std::string_view context) {
    Key32 key;
    crypto_generichash(key.data(), key.size(), reinterpret_cast<const unsigned char*>(context.data()),
                       context.size(), secret.data(), secret.size());
    return key;
}

}  // namespace

EventKey::EventKey(const Key32& secret) : secret_(secret) {
    sodium_mlock(secret_.data(), secret_.size());
}

EventKey EventKey::make() {
    Key32 secret;
    randombytes_buf(secret.data(), secret.size());
    EventKey key(secret);
    sodium_memzero(secret.data(), secret.size());
    return key;
}

EventKey::EventKey(const EventKey& other) : EventKey(other.secret_) {}

EventKey& EventKey::operator=(const EventKey& other) {
    secret_ = other.secret_;
    return *this;
}

EventKey::~EventKey() {
    sodium_munlock(secret_.data(), secret_.size());
}  // Wipes it too.

Key32 EventKey::sealing_key() const {
    return derive(secret_, "welcome-table sealing 1");
}
Key32 EventKey::ticket_seed() const {
    return derive(secret_, "welcome-table tickets 1");
}
Key32 EventKey::wrapping_key() const {
    return derive(secret_, "welcome-table device 1");
}

}  // namespace welcome::sync
