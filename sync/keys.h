#pragma once
// The event key, what is derived from it, the unlock card, the passphrase, the kernel keyring, and the
// device's own signing key. Secrets live in locked memory and are wiped.

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "sync/id.h"
#include "sync/result.h"
#include "sync/secret.h"

namespace welcome::sync {

using Key32 = std::array<std::uint8_t, 32>;

// The one secret of an event. Everything else that needs a key derives it (BLAKE2b KDF, one context each).
class EventKey {
  public:
    static EventKey make();
    explicit EventKey(const Key32& secret);
    ~EventKey();
    EventKey(const EventKey&);
    EventKey& operator=(const EventKey&);

    [[nodiscard]] const Key32& secret() const { return secret_.bytes(); }
    [[nodiscard]] Key32 sealing_key() const;   // facts on disk and between tablets
    [[nodiscard]] Key32 ticket_seed() const;   // Ed25519 seed that signs this event's tickets
    [[nodiscard]] Key32 wrapping_key() const;  // the device's secret key on disk
    [[nodiscard]] Key32 exchange_key() const;  // messages between tablets

  private:
    Secret<32> secret_;
};

// What the unlock card's QR says: "WTKEY1:" + base64url(event id ‖ event key ‖ 4-byte check).
struct UnlockCard {
    EventId event;
    EventKey key;
};
std::string write_card(const UnlockCard& card);
Result<UnlockCard> read_card(std::string_view text);  // tolerates spaces and line breaks

// Linux kernel keyring of this user: RAM only, gone at power-off. `unreachable` where the kernel or a
// container forbids it; callers then fall back to the card.
Result<void> keep_in_keyring(const EventId& event, const EventKey& key);
Result<EventKey> find_in_keyring(const EventId& event);
Result<void> forget_in_keyring(const EventId& event);

// The event key wrapped by a passphrase (Argon2id, libsodium's MODERATE limits), as JSON text.
Result<std::string> wrap_by_passphrase(const EventKey& key, std::string_view passphrase);
Result<EventKey> unwrap_by_passphrase(std::string_view wrapped, std::string_view passphrase);

// This tablet's Ed25519 pair, kept sealed by the event's wrapping key in `file`; made on first use.
class DeviceKey {
  public:
    static Result<DeviceKey> open_or_make(const std::filesystem::path& file, const EventKey& key);
    ~DeviceKey();
    DeviceKey(const DeviceKey&);
    DeviceKey& operator=(const DeviceKey&);

    [[nodiscard]] const DeviceId& id() const { return id_; }
    [[nodiscard]] std::array<std::uint8_t, 64> sign(std::string_view message) const;

  private:
    DeviceKey(const DeviceId& id, const std::array<std::uint8_t, 64>& secret);
    DeviceId id_;
    Secret<64> secret_;
};

// Argon2id in libsodium's printable form, for staff PINs.
Result<std::string> hash_pin(std::string_view pin);
bool pin_matches(std::string_view hash, std::string_view pin);

// Call once, before threads: initialises libsodium and turns core dumps off.
Result<void> init_crypto();

// UUIDv7 of the wall clock and the system's randomness.
Uuid new_uuid();

}  // namespace welcome::sync
