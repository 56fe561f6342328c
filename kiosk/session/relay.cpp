#include "kiosk/session/relay.h"

#include <sodium.h>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::session {

namespace {

// 16 bytes of BLAKE2b over all that makes the draft what it is, in the shape of a UUIDv8.
sync::FactId derived(const sync::DeviceId& own, const sync::FactId& fact, const std::string& word) {
    sync::Uuid id;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, id.bytes.size());
    crypto_generichash_update(&state, own.bytes.data(), own.bytes.size());
    crypto_generichash_update(&state, fact.bytes.data(), fact.bytes.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(word.data()), word.size());
    crypto_generichash_final(&state, id.bytes.data(), id.bytes.size());
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | 0x80U);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
    return sync::FactId(id);
}

}  // namespace

std::vector<sync::Draft> relay_drafts(const sync::DeviceId& own, const std::vector<sync::Fact>& facts) {
    std::vector<sync::Draft> drafts;
    for (const auto& fact : facts) {
        if (fact.device != own)
            drafts.push_back(event::draft(derived(own, fact.id, "relayed"), event::FactRelayed{fact}));
    }
    return drafts;
}

sync::Result<std::vector<sync::Fact>> not_held(const sync::Journal& journal, std::vector<sync::Fact> facts) {
    const auto held = journal.held();
    if (!held) return tl::unexpected(held.error());
    std::erase_if(facts, [&](const sync::Fact& fact) {
        const auto device = held->find(fact.device);
        return device != held->end() && fact.device_seq <= device->second;
    });
    return facts;
}

sync::Draft answer_draft(const sync::DeviceId& own, const sync::FactId& fact, const std::string& state,
                         const std::string& reason) {
    return event::draft(derived(own, fact, state), event::UploadAnswered{fact, state, reason});
}

}  // namespace welcome::kiosk::session
