// What the others say, and what is made of it.

#include <algorithm>

#include "sync/exchange/link.h"

namespace welcome::sync {

namespace {

constexpr std::size_t k_most_tablets_remembered = 500;

Held at_most(const Held& held) {
    if (held.size() <= k_most_devices) return held;
    return {held.begin(), std::next(held.begin(), static_cast<std::ptrdiff_t>(k_most_devices))};
}

bool rise(Held& held, const Held& by) {
    bool rose = false;
    for (const auto& [device, seq] : by) {
        auto& last = held[device];
        rose = rose || seq > last;
        last = std::max(last, seq);
    }
    return rose;
}

}  // namespace

void Exchange::greet(Link& link) {
    Greeting greeting{.device = self_.device.id(),
                      .name = self_.name,
                      .wall = hooks_.wall(),
                      .signature = self_.device.sign(signed_greeting(
                          link.channel.transcript(), link.channel.role() == Channel::Role::dialled)),
                      .held = at_most(held_)};
    link.channel.send(to_bytes(greeting));
    link.told = std::move(greeting.held);
    link.has_greeted = true;
}

void Exchange::take(LinkId id, Link& link, const std::string& bytes, Moment now) {
    auto message = read_message(bytes);
    if (!message) return refuse(link, Refused::malformed);
    auto* greeting = std::get_if<Greeting>(&*message);
    if ((greeting != nullptr) == link.device.has_value()) return refuse(link, Refused::malformed);
    if (greeting != nullptr) return greeted(id, link, std::move(*greeting), now);
    take_share(id, link, std::move(std::get<Share>(*message)), now);
}

void Exchange::greeted(LinkId id, Link& link, Greeting greeting, Moment now) {
    const bool they_dialled = link.channel.role() == Channel::Role::accepted;
    if (!greeting_is_good(greeting, link.channel.transcript(), they_dialled))
        return refuse(link, Refused::forged);
    const bool is_self = greeting.device == self_.device.id();
    if (!link.target.empty()) places_.met(link.target, greeting.device, is_self);
    link.device = greeting.device;
    if (is_self) {
        link.over = true;
        return;
    }
    link.theirs = std::move(greeting.held);
    link.shown = link.said = now;
    link.lack_since = now - pace_.ask_after;
    if (met_.size() < k_most_tablets_remembered || met_.contains(greeting.device)) {
        auto& met = met_[greeting.device];
        met.name = std::move(greeting.name);
        met.held = link.theirs;
        met.last_seen = now;
        met.clock_ahead = greeting.wall - hooks_.wall();
    }
    settle_double(id, link, now);
    look_now();
}

// Two tablets may dial each other at once. Both keep the connection that the smaller id dialled, and of two
// of the same direction the later: the earlier is then a tablet's that was switched off and came back. The
// other one only leaves: an answer that is on its way there would otherwise cross the air a second time.
void Exchange::settle_double(LinkId id, Link& link, Moment now) {
    const auto preferred =
        self_.device.id() < *link.device ? Channel::Role::dialled : Channel::Role::accepted;
    for (auto& [other_id, other] : links_) {
        if (other_id == id || other->over || other->leaving_since || other->device != link.device) continue;
        const bool keep_other =
            other->channel.role() != link.channel.role() && other->channel.role() == preferred;
        auto& kept = keep_other ? *other : link;
        auto& left = keep_other ? link : *other;
        left.leaving_since = now;
        left.lack_since.reset();
        left.announce_at.reset();
        rise_to(kept.sent, left.sent);
    }
}

void Exchange::take_share(LinkId id, Link& link, Share share, Moment now) {
    if (share.held.size() + link.theirs.size() > 2 * k_most_devices) return refuse(link, Refused::malformed);
    Held risen = std::move(share.held);
    // What they sent they have, whether this tablet can take it or not.
    for (const auto& fact : share.facts) risen[fact.device] = std::max(risen[fact.device], fact.device_seq);
    if (rise(link.theirs, risen)) link.shown = now;
    std::erase_if(link.sent,
                  [&](const auto& each) { return seq_in(link.theirs, each.first) >= each.second; });
    if (const auto met = met_.find(*link.device); met != met_.end()) {
        rise(met->second.held, risen);
        if (share.condition) met->second.condition = std::move(*share.condition);
        met->second.last_seen = now;
    }
    std::move(share.facts.begin(), share.facts.end(), std::back_inserter(inbox_));
    if (share.asks) {
        link.owes_answer = true;
        link.sent.clear();  // The asking says what they have; whatever else was sent did not arrive.
    }
    if (share.is_all && asking_ && asking_->link == id) asking_->answered = true;
    if (!link.lack_since && !link.leaving_since) link.lack_since = now;
}

void Exchange::take_inbox() {
    if (inbox_.empty()) return;
    const auto taken = journal_.take_in(std::move(inbox_));
    inbox_.clear();
    look_now();
    if (!taken) {  // They are sent again: nobody was told that they are here.
        fault_ = taken.error().detail;
        return;
    }
    fault_.clear();
    facts_in_ += taken->added;
    refusals_.add(Refused::fact, taken->refused);
    if (taken->added > 0) hooks_.taken_in();
}

void Exchange::look(Moment now) {
    look_at_ = now + pace_.look_every;
    auto held = journal_.held();
    if (!held) {
        fault_ = held.error().detail;
        return;
    }
    if (held_ == *held) return;
    held_ = std::move(*held);
    for (auto& [_, link] : links_) {
        if (link->device && !link->leaving_since && !link->announce_at)
            link->announce_at = now + pace_.announce_after;
    }
}

}  // namespace welcome::sync
