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

EventKey::EventKey(const Key32& secret) : secret_(secret) {}
EventKey::EventKey(const EventKey&) = default;
EventKey& EventKey::operator=(const EventKey&) = default;
EventKey::~EventKey() = default;

EventKey EventKey::make() {
    Key32 secret;
    randombytes_buf(secret.data(), secret.size());
    EventKey key(secret);
    wipe(secret.data(), secret.size());
    return key;
}

Key32 EventKey::sealing_key() const {
    return derive(secret(), "welcome-table sealing 1");
}
Key32 EventKey::ticket_seed() const {
    return derive(secret(), "welcome-table tickets 1");
}
Key32 EventKey::wrapping_key() const {
    return derive(secret(), "welcome-table device 1");
}
Key32 EventKey::exchange_key() const {
    return derive(secret(), "welcome-table exchange 1");
}

}  // namespace welcome::sync
