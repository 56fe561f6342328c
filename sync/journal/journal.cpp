#include "sync/journal/journal.h"

#include <algorithm>
#include <future>

#include "sync/journal/inside.h"

namespace welcome::sync {

Journal::Journal(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const JournalPlace& place, const EventKey& key,
                                               const DeviceKey& device, Clock clock) {
    auto inside = Inside::open(place, key, device, std::move(clock));
    if (!inside) return tl::unexpected(inside.error());
    return std::unique_ptr<Journal>(new Journal(std::move(*inside)));
}

void Journal::append(std::vector<Draft> drafts, Done done) {
    if (std::any_of(drafts.begin(), drafts.end(),
                    [](const Draft& draft) { return draft.kind.size() > k_longest_kind; }))
        return done(fail(Fault::refused, "a fact's kind is a word, not a text"));
    inside_->enqueue({std::move(drafts), std::move(done)});
}

Result<std::vector<Fact>> Journal::append(std::vector<Draft> drafts) {
    std::promise<Result<std::vector<Fact>>> promise;
    auto future = promise.get_future();
    append(std::move(drafts), [&](Result<std::vector<Fact>> facts) { promise.set_value(std::move(facts)); });
    return future.get();
}

Result<TakenIn> Journal::take_in(std::vector<SealedFact> facts) {
    return inside_->take_in(facts);
}

Result<std::int64_t> Journal::read_from(std::int64_t after_row,
                                        const std::function<void(const Fact&)>& take) const {
    return inside_->read_from(after_row, take);
}

Result<std::map<DeviceId, std::uint64_t>> Journal::held() const {
    return inside_->held();
}

Result<std::vector<SealedFact>> Journal::sealed_after(const DeviceId& device, std::uint64_t seq,
                                                      std::size_t limit) const {
    return inside_->sealed_after(device, seq, limit);
}

Result<std::vector<Fact>> Journal::facts_after(const DeviceId& device, std::uint64_t seq,
                                               std::size_t limit) const {
    auto sealed = sealed_after(device, seq, limit);
    if (!sealed) return tl::unexpected(sealed.error());
    std::vector<Fact> facts;
    for (const auto& one : *sealed) {
        auto fact = unseal(one, inside_->sealing_key());
        if (!fact && facts.empty()) return tl::unexpected(fact.error());
        if (!fact) break;  // What comes before the damage can travel.
        facts.push_back(std::move(*fact));
    }
    return facts;
}

std::size_t Journal::unreadable() const {
    return inside_->unreadable();
}
Result<std::optional<Damage>> Journal::verify() const {
    return inside_->verify();
}
Result<void> Journal::note(const std::string& name, const std::string& value) {
    return inside_->note(name, value);
}
Result<std::optional<std::string>> Journal::noted(const std::string& name) const {
    return inside_->noted(name);
}
const DeviceId& Journal::device() const {
    return inside_->device().id();
}

}  // namespace welcome::sync
