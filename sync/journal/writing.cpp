// The journal's writing side: group commit of this device's facts, and taking in others'.

#include <utility>

#include "sync/journal/inside.h"

namespace welcome::sync {

void Journal::Inside::enqueue(Job job) {
    {
        const std::scoped_lock lock(queue_mutex_);
        queue_.push_back(std::move(job));
    }
    queued_.notify_one();
}

void Journal::Inside::run(const std::stop_token& stop) {
    while (true) {
        std::deque<Job> jobs;
        {
            std::unique_lock lock(queue_mutex_);
            queued_.wait(lock, stop, [this] { return !queue_.empty(); });
            if (queue_.empty()) return;  // Asked to stop, and all that was queued is durable.
            jobs.swap(queue_);
        }
        serve(std::move(jobs));
    }
}

void Journal::Inside::serve(std::deque<Job> jobs) {
    auto stored = [&] {
        const std::scoped_lock lock(write_mutex_);
        auto facts = store(jobs);
        if (!facts) forget_tips();  // Whatever became of the write, the disk is asked again before the next.
        return facts;
    }();
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (stored) {
            jobs[i].done(std::move((*stored)[i]));
        } else {
            jobs[i].done(tl::unexpected(stored.error()));
        }
    }
}

Result<std::vector<std::vector<Fact>>> Journal::Inside::store(const std::deque<Job>& jobs) {
    auto transaction = Transaction::begin(write_);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto ready = catch_up(); !ready) return tl::unexpected(ready.error());
    std::vector<std::vector<Fact>> all;
    for (const auto& job : jobs) {
        auto& facts = all.emplace_back();
        for (const auto& draft : job.drafts) {
            auto fact = store_one(draft);
            if (!fact) return tl::unexpected(fact.error());
            facts.push_back(std::move(*fact));
        }
    }
    if (auto done = finish(*transaction); !done) return tl::unexpected(done.error());
    return all;
}

Result<Fact> Journal::Inside::store_one(const Draft& draft) {
    Tip& tip = tips_[device_.id()];
    const Instant wall = clock_();
    const Fact fact{.id = draft.id,
                    .device = device_.id(),
                    .device_seq = tip.seq + 1,
                    .time = hybrid_.next(wall),
                    .wall = wall,
                    .event = event_,
                    .kind = draft.kind,
                    .body = draft.body};
    const auto added = insert(seal(fact, tip.hash, sealing_key_, device_));
    if (!added) return tl::unexpected(added.error());
    if (!*added) return find(draft.id);
    return fact;
}

Result<bool> Journal::Inside::insert(const SealedFact& sealed) {
    const std::string bytes = to_bytes(sealed);
    const auto done = writes_.insert.bind_blob(1, column(sealed.device.bytes))
                          .bind(2, static_cast<std::int64_t>(sealed.device_seq))
                          .bind_blob(3, column(sealed.id.bytes))
                          .bind_blob(4, bytes)
                          .step();
    if (!done) return tl::unexpected(done.error());
    if (write_.changes() == 0) return false;
    tips_[sealed.device] = {sealed.device_seq, hash_of(sealed), sealed.time};
    if (moved_.empty() || moved_.back() != sealed.device) moved_.push_back(sealed.device);
    return true;
}

Result<void> Journal::Inside::finish(Transaction& transaction) {
    for (const auto& device : std::exchange(moved_, {})) {
        const Tip& tip = tips_[device];
        const auto set = writes_.set_tip.bind_blob(1, column(device.bytes))
                             .bind(2, static_cast<std::int64_t>(tip.seq))
                             .bind_blob(3, column(tip.hash))
                             .bind(4, tip.time.wall_ms)
                             .bind(5, tip.time.counter)
                             .step();
        if (!set) return tl::unexpected(set.error());
    }
    std::erase_if(tips_, [](const auto& entry) { return entry.second.seq == 0; });
    const auto sealed = writes_.set_seal.bind_blob(1, seal_of(tips_, sealing_key_)).step();
    if (!sealed) return tl::unexpected(sealed.error());
    return transaction.commit();
}

Result<void> Journal::Inside::catch_up() {
    moved_.clear();
    const auto row = writes_.version.step();
    if (!row) return tl::unexpected(row.error());
    const std::int64_t version = writes_.version.integer(0);
    writes_.version.reset();
    if (seen_version_ == version) return {};
    auto tips = read_tips(write_);
    if (!tips) return tl::unexpected(tips.error());
    tips_ = std::move(*tips);
    for (const auto& [device, tip] : tips_) hybrid_.witness(tip.time);
    seen_version_ = version;
    return {};
}

void Journal::Inside::forget_tips() {
    seen_version_.reset();
    moved_.clear();
}

Result<Fact> Journal::Inside::find(const FactId& id) {
    const auto row = writes_.by_id.bind_blob(1, column(id.bytes)).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return fail(Fault::unreadable, "a place in this device's chain is taken by another fact");
    const auto sealed = sealed_from_bytes(writes_.by_id.bytes(0));
    writes_.by_id.reset();
    if (!sealed) return tl::unexpected(sealed.error());
    return unseal(*sealed, sealing_key_);
}

Result<TakenIn> Journal::Inside::take_in(const std::vector<SealedFact>& facts) {
    const std::scoped_lock lock(write_mutex_);
    const auto taken = [&]() -> Result<TakenIn> {
        auto transaction = Transaction::begin(write_);
        if (!transaction) return tl::unexpected(transaction.error());
        if (auto ready = catch_up(); !ready) return tl::unexpected(ready.error());
        TakenIn counts;
        for (const auto& fact : facts) {
            const auto taking = take_one(fact);
            if (!taking) return tl::unexpected(taking.error());
            ++(*taking == Taking::added   ? counts.added
               : *taking == Taking::known ? counts.known
                                          : counts.refused);
        }
        if (auto done = finish(*transaction); !done) return tl::unexpected(done.error());
        return counts;
    }();
    if (!taken) forget_tips();
    return taken;
}

Result<Journal::Inside::Taking> Journal::Inside::take_one(const SealedFact& fact) {
    if (fact.event != event_) return Taking::refused;
    const auto found = tips_.find(fact.device);
    const Tip tip = found == tips_.end() ? Tip{} : found->second;
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
    if (!next || !signature_is_good(fact) || !unseal(fact, sealing_key_)) return Taking::refused;
    const auto added = insert(fact);
    if (!added) return tl::unexpected(added.error());
    if (*added) hybrid_.witness(fact.time);
    return *added ? Taking::added : Taking::refused;
}

Result<void> Journal::Inside::note(const std::string& name, const std::string& value) {
    const std::scoped_lock lock(write_mutex_);
    auto statement = write_.prepare("INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)");
    if (!statement) return tl::unexpected(statement.error());
    const auto done = statement->bind_text(1, name).bind_text(2, value).step();
    if (!done) return tl::unexpected(done.error());
    return {};
}

}  // namespace welcome::sync
