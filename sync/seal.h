#pragma once
// A fact as it lies on disk and travels between tablets: envelope in clear, kind and body sealed
// (XChaCha20-Poly1305, the rest of the envelope as associated data), signed by the device (Ed25519), and
// chained to that device's previous fact (BLAKE2b-256 of it).

#include <array>
#include <string>
#include <string_view>

#include "sync/fact.h"
#include "sync/keys.h"
#include "sync/result.h"

namespace welcome::sync {

using Hash32 = std::array<std::uint8_t, 32>;
inline constexpr std::size_t k_longest_kind = 0xFFFF;

struct SealedFact {
    FactId id;
    DeviceId device;
    std::uint64_t device_seq = 0;
    Hlc time;
    Instant wall{};
    EventId event;
    Hash32 previous{};  // of this device's fact device_seq − 1; zeros for the first
    std::array<std::uint8_t, 24> nonce{};
    std::string sealed;                        // kind and body, encrypted
    std::array<std::uint8_t, 64> signature{};  // over everything above

    bool operator==(const SealedFact&) const = default;
};

// The kind may have at most 65,535 bytes (k_longest_kind).
SealedFact seal(const Fact& fact, const Hash32& previous, const Key32& sealing_key, const DeviceKey& device);
// The same as the record's bytes, with nothing in between.
std::string seal_record(const Fact& fact, const Hash32& previous, const Key32& sealing_key,
                        const DeviceKey& device);

// `unreadable` where it was sealed by another key or touched since.
Result<Fact> unseal(const SealedFact& sealed, const Key32& sealing_key);

bool signature_is_good(const SealedFact& sealed);
Hash32 hash_of(const SealedFact& sealed);  // of the whole record, signature included

// The same two for a record's bytes as they lie on disk, with nothing in between: a start reads 100,000 of
// them. `into` is written over, its strings' memory used again; after a failure it holds nothing of use.
Result<void> unseal_record(std::string_view record, const Key32& sealing_key, Fact& into);
Hash32 hash_of_record(std::string_view record);

// Compact binary form, versioned; the length of the text is the length of the record.
std::string to_bytes(const SealedFact& sealed);
Result<SealedFact> sealed_from_bytes(std::string_view bytes);

}  // namespace welcome::sync
