#include "sync/pack/pack.h"

#include <algorithm>
#include <sodium.h>

#include "sync/byte_reader.h"
#include "sync/bytes.h"

namespace welcome::sync {

namespace {

constexpr std::string_view k_magic = "WTPACK1\n";
constexpr std::size_t k_outside = k_magic.size() + 16;  // with the event's id
constexpr std::size_t k_nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t k_tag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t k_page = 1000;  // facts of one look into the journal

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

// Derived as the event key's other keys are (sync/keys.h), with a context of its own.
Key32 pack_key(const EventKey& key) {
    constexpr std::string_view context = "welcome-table pack 1";
    Key32 derived;
    crypto_generichash(derived.data(), derived.size(), raw(context), context.size(), key.secret().data(),
                       key.secret().size());
    return derived;
}

std::string inside_of(const Pack& pack) {
    std::string out;
    put_bytes(out, pack.made_by.bytes);
    put_number(out, static_cast<std::int64_t>(pack.made.time_since_epoch().count()));
    put_number(out, static_cast<std::uint32_t>(pack.facts.size()));
    for (const auto& fact : pack.facts) {
        const std::string record = to_bytes(fact);
        put_number(out, static_cast<std::uint32_t>(record.size()));
        out += record;
    }
    return out;
}

Result<Pack> read_inside(const EventId& event, std::string_view bytes) {
    ByteReader reader(bytes);
    Pack pack{.event = event};
    reader.bytes(pack.made_by.bytes);
    pack.made = Instant(std::chrono::milliseconds(reader.number<std::int64_t>()));
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.is_whole(); ++i) {
        auto fact = sealed_from_bytes(reader.text(reader.number<std::uint32_t>()));
        if (!fact) return tl::unexpected(fact.error());
        pack.facts.push_back(std::move(*fact));
    }
    if (!reader.is_at_end()) return fail(Fault::unreadable, "the pack is of a wrong shape");
    return pack;
}

}  // namespace

Result<Pack> pack_of(const Journal& journal, const EventId& event, Instant now,
                     const std::map<DeviceId, std::uint64_t>& held) {
    const auto here = journal.held();
    if (!here) return tl::unexpected(here.error());
    Pack pack{.event = event, .made_by = journal.device(), .made = now};
    for (const auto& [device, last] : *here) {
        const auto known = held.find(device);
        std::uint64_t seq = known == held.end() ? 0 : known->second;
        while (seq < last) {
            auto page = journal.sealed_after(device, seq, k_page);
            if (!page && page.error().fault == Fault::unreadable) break;
            if (!page) return tl::unexpected(page.error());
            if (page->empty()) break;
            seq = page->back().device_seq;
            std::move(page->begin(), page->end(), std::back_inserter(pack.facts));
        }
    }
    return pack;
}

std::string to_bytes(const Pack& pack, const EventKey& key) {
    std::string out(k_magic);
    put_bytes(out, pack.event.bytes);
    std::array<std::uint8_t, k_nonce> nonce{};
    randombytes_buf(nonce.data(), nonce.size());
    const std::string inside = inside_of(pack);
    std::string sealed(inside.size() + k_tag, '\0');
    const Secret<32> secret(pack_key(key));
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.data()), nullptr,
                                               raw(inside), inside.size(), raw(out), out.size(), nullptr,
                                               nonce.data(), secret.bytes().data());
    put_bytes(out, nonce);
    return out + sealed;
}

std::optional<EventId> event_of_pack(std::string_view bytes) {
    if (bytes.size() < k_outside || !bytes.starts_with(k_magic)) return std::nullopt;
    EventId event;
    std::copy_n(bytes.begin() + k_magic.size(), event.bytes.size(), event.bytes.begin());
    return event;
}

Result<Pack> read_pack(std::string_view bytes, const EventId& event, const EventKey& key) {
    const auto whose = event_of_pack(bytes);
    if (!whose) return fail(Fault::unreadable, "this file is no sealed pack");
    if (*whose != event) return fail(Fault::refused, "this pack is of another event");
    const auto sealed = bytes.substr(k_outside);
    if (sealed.size() < k_nonce + k_tag) return fail(Fault::unreadable, "the pack is cut short");
    std::string inside(sealed.size() - k_nonce - k_tag, '\0');
    const Secret<32> secret(pack_key(key));
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(inside.data()), nullptr, nullptr, raw(sealed.substr(k_nonce)),
        sealed.size() - k_nonce, raw(bytes), k_outside, raw(sealed), secret.bytes().data());
    if (opened != 0)
        return fail(Fault::unreadable, "the pack is damaged, cut short, or was sealed by another key");
    return read_inside(event, inside);
}

Head head_of(const Pack& pack) {
    ChainEnds ends;
    for (const auto& fact : pack.facts) {
        ChainEnd& end = ends[fact.device];
        if (fact.device_seq > end.seq) end = {fact.device_seq, hash_of(fact)};
    }
    return head_of(ends);
}

}  // namespace welcome::sync
