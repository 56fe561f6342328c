#include "tools/membershipd/event_book.h"

#include <algorithm>

namespace welcome::tools::membershipd {

void HeldRun::take(std::uint64_t seq) {
    if (seq <= through_) return;
    beyond_.insert(seq);
    while (!beyond_.empty() && *beyond_.begin() == through_ + 1) {
        ++through_;
        beyond_.erase(beyond_.begin());
    }
}

Result<void> EventBook::catch_up(Store& store) {
    constexpr std::size_t k_page = 5000;
    for (bool more = true; more;) {
        auto page = store.facts_after(event_, arrival_, k_page);
        if (!page) return tl::unexpected(page.error());
        more = page->size() == k_page;
        for (const auto& one : *page) take(one);
    }
    auto refusals = store.refusals_after(event_, refusal_arrival_);
    if (!refusals) return tl::unexpected(refusals.error());
    for (auto& one : *refusals) {
        // A foreign fact says nothing about this event's sequence of that device.
        if (one.reason != "foreign-event") held_[one.device].take(one.device_seq);
        refusal_arrival_ = one.arrival;
        refusals_.push_back(std::move(one));
    }
    return {};
}

void EventBook::take(const StoredFact& one) {
    state_.apply(one.fact);
    received_.emplace(one.fact.id, one.received);
    heard_[one.fact.device] = one.received;
    held_[one.fact.device].take(one.fact.device_seq);
    latest_ = std::max(latest_, one.fact.time);
    arrival_ = one.arrival;
}

Result<void> EventBook::take(const Additions& added, Store& store) {
    for (const auto& one : added.facts) take(one);
    if (added.refusals.empty()) return {};
    return catch_up(store);  // One that came again was kept once: which, the store knows.
}

Result<void> EventBook::catch_up(Store& store, std::int64_t last_arrival) {
    if (this->last_arrival() == last_arrival) return {};
    return catch_up(store);
}

std::optional<Instant> EventBook::received(const FactId& fact) const {
    const auto found = received_.find(fact);
    if (found == received_.end()) return std::nullopt;
    return found->second;
}

Instant EventBook::heard(const DeviceId& device) const {
    const auto found = heard_.find(device);
    return found == heard_.end() ? Instant{} : found->second;
}

std::uint64_t EventBook::held(const DeviceId& device) const {
    const auto found = held_.find(device);
    return found == held_.end() ? 0 : found->second.through();
}

}  // namespace welcome::tools::membershipd
