#include "kiosk/session/journal_head.h"

#include <sodium.h>

#include "sync/bytes.h"
#include "sync/seal.h"

namespace welcome::kiosk::session {
namespace {

std::string hex_of(const sync::Hash32& hash) {
    std::string text(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

}  // namespace

sync::Result<JournalHead> journal_head(const sync::Journal& journal) {
    const auto held = journal.held();
    if (!held) return tl::unexpected(held.error());
    JournalHead head;
    std::string all;
    for (const auto& [device, last] : *held) {
        const auto facts = journal.sealed_after(device, last - 1, 1);
        if (!facts) return tl::unexpected(facts.error());
        if (facts->empty()) return sync::fail(sync::Fault::unreadable, "a device's last fact cannot be read");
        const auto hash = sync::hash_of(facts->front());  // The chain: it stands for all before it.
        sync::put_bytes(all, device.bytes);
        sync::put_number(all, last);
        sync::put_bytes(all, hash);
        head.facts += last;
        head.devices[device] = {last, hex_of(hash)};
    }
    sync::Hash32 hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(all.data()),
                       all.size(), nullptr, 0);
    head.hash = hex_of(hash);
    return head;
}

}  // namespace welcome::kiosk::session
