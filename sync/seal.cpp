#include "sync/seal.h"

#include <sodium.h>

#include "sync/byte_reader.h"
#include "sync/bytes.h"

namespace welcome::sync {

namespace {

constexpr std::uint8_t k_version = 1;
constexpr std::size_t k_header = 1 + 16 + 32 + 8 + 8 + 2 + 8 + 16 + 32;  // version … previous
constexpr std::size_t k_nonce = 24, k_signature = 64, k_kind_length = 2;
constexpr std::size_t k_tag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

// Everything but the sealed part, and so what the seal and the signature also vouch for.
// Fact and SealedFact have these fields in common.
std::string header_of(const auto& fact, const Hash32& previous, std::size_t room = k_header) {
    std::string out;
    out.reserve(room);
    put_number(out, k_version);
    put_bytes(out, fact.id.bytes);
    put_bytes(out, fact.device.bytes);
    put_number(out, fact.device_seq);
    put_number(out, fact.time.wall_ms);
    put_number(out, fact.time.counter);
    put_number(out, static_cast<std::int64_t>(fact.wall.time_since_epoch().count()));
    put_bytes(out, fact.event.bytes);
    put_bytes(out, previous);
    return out;
}

std::string signed_part(const SealedFact& fact) {
    std::string out = header_of(fact, fact.previous, k_header + k_nonce + fact.sealed.size() + k_signature);
    put_bytes(out, fact.nonce);
    out += fact.sealed;
    return out;
}

// Fact and SealedFact have these fields in common.
void read_envelope(ByteReader& reader, auto& fact, Hash32& previous) {
    reader.number<std::uint8_t>();  // the version
    reader.bytes(fact.id.bytes);
    reader.bytes(fact.device.bytes);
    fact.device_seq = reader.number<std::uint64_t>();
    fact.time.wall_ms = reader.number<std::int64_t>();
    fact.time.counter = reader.number<std::uint16_t>();
    fact.wall = Instant(std::chrono::milliseconds(reader.number<std::int64_t>()));
    reader.bytes(fact.event.bytes);
    reader.bytes(previous);
}

Result<void> check_shape(std::string_view record) {
    if (record.size() < k_header + k_nonce + k_tag + k_kind_length + k_signature)
        return fail(Fault::unreadable, "the record is too short");
    if (static_cast<std::uint8_t>(record.front()) != k_version)
        return fail(Fault::unreadable, "the record is of another version");
    return {};
}

// Kind and body lie sealed as one text: the kind's length, the kind, the body. Opened in the body's own
// memory, so that reading many into one fact asks for none.
Result<void> open_into(Fact& fact, std::string_view header, const unsigned char* nonce,
                       std::string_view sealed, const Key32& sealing_key) {
    if (sealed.size() < k_tag + k_kind_length) return fail(Fault::unreadable, "the sealed part is too short");
    fact.body.resize(sealed.size() - k_tag);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(fact.body), nullptr, nullptr, raw(sealed),
                                                   sealed.size(), raw(header), header.size(), nonce,
                                                   sealing_key.data()) != 0)
        return fail(Fault::unreadable, "sealed by another key, or touched since");
    const std::size_t kind_length = ByteReader(fact.body).number<std::uint16_t>();
    if (kind_length > fact.body.size() - k_kind_length)
        return fail(Fault::unreadable, "the kind's length is wrong");
    fact.kind.assign(fact.body, k_kind_length, kind_length);
    fact.body.erase(0, k_kind_length + kind_length);
    return {};
}

}  // namespace

std::string seal_record(const Fact& fact, const Hash32& previous, const Key32& sealing_key,
                        const DeviceKey& device) {
    const auto clear = k_kind_length + fact.kind.size() + fact.body.size();
    auto record = header_of(fact, previous, k_header + k_nonce + clear + k_tag + k_signature);
    std::array<std::uint8_t, k_nonce> nonce;
    randombytes_buf(nonce.data(), nonce.size());
    put_bytes(record, nonce);
    const auto begin = record.size();
    put_number(record, static_cast<std::uint16_t>(fact.kind.size()));
    record += fact.kind;
    record += fact.body;
    record.resize(begin + clear + k_tag);
    auto* sealed = raw(record) + begin;  // in its own place
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, nullptr, sealed, clear, raw(record), k_header, nullptr,
                                               nonce.data(), sealing_key.data());
    put_bytes(record, device.sign(record));
    return record;
}

SealedFact seal(const Fact& fact, const Hash32& previous, const Key32& sealing_key, const DeviceKey& device) {
    return *sealed_from_bytes(seal_record(fact, previous, sealing_key, device));
}

Result<Fact> unseal(const SealedFact& sealed, const Key32& sealing_key) {
    Fact fact{.id = sealed.id,
              .device = sealed.device,
              .device_seq = sealed.device_seq,
              .time = sealed.time,
              .wall = sealed.wall,
              .event = sealed.event,
              .kind = {},
              .body = {}};
    const auto opened =
        open_into(fact, header_of(sealed, sealed.previous), sealed.nonce.data(), sealed.sealed, sealing_key);
    if (!opened) return tl::unexpected(opened.error());
    return fact;
}

Result<void> unseal_record(std::string_view record, const Key32& sealing_key, Fact& into) {
    if (auto shape = check_shape(record); !shape) return shape;
    ByteReader reader(record);
    Hash32 previous;
    read_envelope(reader, into, previous);
    const auto nonce = reader.text(k_nonce);
    const auto sealed = reader.text(reader.left() - k_signature);
    return open_into(into, record.substr(0, k_header), raw(nonce), sealed, sealing_key);
}

bool signature_is_good(const SealedFact& sealed) {
    const std::string part = signed_part(sealed);
    return crypto_sign_verify_detached(sealed.signature.data(), raw(part), part.size(),
                                       sealed.device.bytes.data()) == 0;
}

Hash32 hash_of(const SealedFact& sealed) {
    return hash_of_record(to_bytes(sealed));
}

Hash32 hash_of_record(std::string_view record) {
    Hash32 hash;
    crypto_generichash(hash.data(), hash.size(), raw(record), record.size(), nullptr, 0);
    return hash;
}

std::string to_bytes(const SealedFact& sealed) {
    std::string out = signed_part(sealed);
    put_bytes(out, sealed.signature);
    return out;
}

Result<SealedFact> sealed_from_bytes(std::string_view bytes) {
    if (auto shape = check_shape(bytes); !shape) return tl::unexpected(shape.error());
    ByteReader reader(bytes);
    SealedFact sealed;
    read_envelope(reader, sealed, sealed.previous);
    reader.bytes(sealed.nonce);
    sealed.sealed = reader.text(reader.left() - k_signature);
    reader.bytes(sealed.signature);
    return sealed;
}

}  // namespace welcome::sync
