// Taking in what other devices wrote.

#include <algorithm>

#include "sync/journal/inside.h"

namespace welcome::sync {

namespace {

// A few hundred at a time, so that a guest's check-in never waits for a whole evening to come in.
constexpr std::size_t k_at_once = 250;

}  // namespace

Result<TakenIn> Journal::Inside::take_in(std::span<const SealedFact> facts) {
    const auto before = held();
    if (!before) return tl::unexpected(before.error());
    TakenIn all;
    for (std::size_t at = 0; at < facts.size(); at += k_at_once) {
        const auto some = facts.subspan(at, std::min(k_at_once, facts.size() - at));
        // The slow part, with nothing locked. Facts held already are recognised without it.
        std::vector<bool> vouched;
        vouched.reserve(some.size());
        for (const auto& fact : some) {
            const auto found = before->find(fact.device);
            const bool known = found != before->end() && fact.device_seq <= found->second;
            vouched.push_back(!known && fact.event == event_ && signature_is_good(fact) &&
                              unseal(fact, sealing_key()).has_value());
        }
        const std::scoped_lock lock(write_mutex_);
        auto taken = take_some(some, vouched);
        if (!taken) {
            forget_ends();
            return taken;
        }
        all.added += taken->added;
        all.known += taken->known;
        all.refused += taken->refused;
    }
    return all;
}

Result<TakenIn> Journal::Inside::take_some(std::span<const SealedFact> facts,
                                           const std::vector<bool>& vouched) {
    auto transaction = Transaction::begin(write_);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto ready = catch_up(); !ready) return tl::unexpected(ready.error());
    TakenIn counts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto taking = take_one(facts[i], vouched[i]);
        if (!taking) return tl::unexpected(taking.error());
        ++(*taking == Taking::added   ? counts.added
           : *taking == Taking::known ? counts.known
                                      : counts.refused);
    }
    if (auto done = finish(*transaction); !done) return tl::unexpected(done.error());
    return counts;
}

Result<Journal::Inside::Taking> Journal::Inside::take_one(const SealedFact& fact, bool vouched) {
    if (fact.event != event_) return Taking::refused;
    const auto found = ends_.tips.find(fact.device);
    const Tip tip = found == ends_.tips.end() ? Tip{} : found->second;
    if (fact.device_seq <= tip.seq) {
        const auto row = writes_.by_place.bind_blob(1, column(fact.device.bytes))
                             .bind(2, static_cast<std::int64_t>(fact.device_seq))
                             .step();
        if (!row) return tl::unexpected(row.error());
        const bool same = *row && writes_.by_place.bytes(0) == column(fact.id.bytes);
        writes_.by_place.reset();
        return same ? Taking::known : Taking::refused;
    }
    const bool next = fact.device_seq == tip.seq + 1 && fact.previous == tip.hash;
    if (!next || !vouched) return Taking::refused;
    Record record{fact.id, fact.device, fact.device_seq, fact.time, to_bytes(fact), {}};
    record.hash = hash_of_record(record.bytes);
    const auto added = insert(record);
    if (!added) return tl::unexpected(added.error());
    if (*added) hybrid_.witness(fact.time);
    return *added ? Taking::added : Taking::refused;
}

}  // namespace welcome::sync
