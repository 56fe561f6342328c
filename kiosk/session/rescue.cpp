#include "kiosk/session/rescue.h"

#include "kiosk/session/relay.h"
#include "sync/journal/salvage.h"

namespace welcome::kiosk::session {

namespace {

// What lies beside the journal and belongs to the event, not to the device.
sync::Result<void> copy_event_files(const EventFolder& damaged, const EventFolder& into) {
    for (const char* name : {"event.json", "childcare.key", "childcare.erased"}) {
        const auto bytes = read_whole_file(damaged.path / name);
        if (!bytes) continue;  // The card opens the event all the same.
        if (auto written = write_whole_file(into.path / name, *bytes, true); !written) return written;
    }
    return {};
}

std::vector<Missing> gaps_in(const std::vector<sync::SealedFact>& facts) {
    std::vector<Missing> gaps;
    const sync::SealedFact* before = nullptr;
    for (const auto& fact : facts) {
        const bool goes_on = before && before->device == fact.device;
        const std::uint64_t expected = goes_on ? before->device_seq + 1 : 1;
        if (fact.device_seq > expected) gaps.push_back({fact.device, expected, fact.device_seq - 1});
        before = &fact;
    }
    return gaps;
}

sync::Result<std::size_t> relay_the_rest(Session& session, const std::vector<sync::SealedFact>& facts,
                                         const sync::EventKey& key) {
    const auto held = session.journal().held();
    if (!held) return tl::unexpected(held.error());
    const sync::Secret<32> sealing_key(key.sealing_key());
    std::vector<sync::Fact> rest;
    for (const auto& sealed : facts) {
        const auto found = held->find(sealed.device);
        if (found != held->end() && sealed.device_seq <= found->second) continue;
        auto fact = sync::unseal(sealed, std::as_const(sealing_key).bytes());
        if (fact) rest.push_back(std::move(*fact));
    }
    auto drafts = relay_drafts(session.journal().device(), rest);
    if (auto kept = session.commit_in_pieces(std::move(drafts)); !kept) return tl::unexpected(kept.error());
    return rest.size();
}

}  // namespace

sync::Result<std::vector<Missing>> missing_facts(const EventFolder& damaged, const sync::UnlockCard& card) {
    const auto facts = sync::salvage(damaged.journal(), card.event, card.key);
    if (!facts) return tl::unexpected(facts.error());
    return gaps_in(*facts);
}

sync::Result<Rescued> rescue(const EventFolder& damaged, const EventFolder& into,
                             const sync::UnlockCard& card) {
    auto facts = sync::salvage(damaged.journal(), card.event, card.key);
    if (!facts) return tl::unexpected(facts.error());
    if (facts->empty())
        return sync::fail(sync::Fault::refused, "nothing of this card's event can be read in " +
                                                    damaged.path.string() +
                                                    "; check that it is this event's card");
    if (read_event_file(into))
        return sync::fail(sync::Fault::refused,
                          into.path.string() + " already holds an event; choose another folder");
    std::error_code trouble;
    std::filesystem::create_directories(into.path, trouble);
    if (auto copied = copy_event_files(damaged, into); !copied) return tl::unexpected(copied.error());
    auto session = Session::open(into, card);
    if (!session) return tl::unexpected(session.error());
    if (auto taken = (*session)->journal().take_in(*facts); !taken) return tl::unexpected(taken.error());
    if (auto read = (*session)->refresh(); !read) return tl::unexpected(read.error());
    const auto relayed = relay_the_rest(**session, *facts, card.key);
    if (!relayed) return tl::unexpected(relayed.error());
    // Nobody opens the damaged folder again, so nobody would destroy the key there when its time has come.
    if ((*session)->minds_childcare()) forget_childcare_key(damaged);
    return Rescued{facts->size(), *relayed, gaps_in(*facts)};
}

}  // namespace welcome::kiosk::session
