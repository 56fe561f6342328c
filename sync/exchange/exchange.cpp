// Links come and go; time passes.

#include "sync/exchange/exchange.h"

#include <algorithm>

#include "sync/exchange/link.h"

namespace welcome::sync {

Exchange::Exchange(Journal& journal, const EventKey& key, ExchangeSelf self, ExchangeHooks hooks,
                   ExchangePace pace)
    : journal_(journal),
      key_(key.exchange_key()),
      self_(std::move(self)),
      hooks_(std::move(hooks)),
      pace_(pace) {}

Exchange::~Exchange() = default;

bool Exchange::in_touch(const DeviceId& device) const {
    return std::any_of(links_.begin(), links_.end(),
                       [&](const auto& each) { return !each.second->over && each.second->device == device; });
}

std::size_t Exchange::strangers() const {
    return static_cast<std::size_t>(std::count_if(links_.begin(), links_.end(), [](const auto& each) {
        return !each.second->device && each.second->target.empty();
    }));
}

std::vector<std::string> Exchange::to_dial(Moment now) {
    return places_.due(now, [this](const DeviceId& device) { return in_touch(device); });
}

void Exchange::dial_failed(const std::string& address, Moment now) {
    places_.failed(address, now, hooks_.random());
}

Exchange::LinkId Exchange::dialled(const std::string& address, Moment now) {
    links_.emplace(++last_link_,
                   std::make_unique<Link>(key_.bytes(), Channel::Role::dialled, hellos_, address, now));
    return last_link_;
}

std::optional<Exchange::LinkId> Exchange::accepted(Moment now) {
    if (strangers() >= pace_.most_strangers || links_.size() >= pace_.most_links) {
        refusals_.add(Refused::crowded);
        return std::nullopt;
    }
    links_.emplace(++last_link_,
                   std::make_unique<Link>(key_.bytes(), Channel::Role::accepted, hellos_, "", now));
    return last_link_;
}

void Exchange::refuse(Link& link, Refused why) {
    refusals_.add(why);
    link.over = true;
}

void Exchange::received(LinkId id, std::string_view bytes, Moment now) {
    const auto found = links_.find(id);
    if (found == links_.end() || found->second->over) return;
    auto& link = *found->second;
    bytes_in_ += bytes.size();
    if (asking_ && asking_->link == id) asking_->progress = now;
    auto messages = link.channel.receive(bytes);
    if (!messages) return refuse(link, messages.error());
    if (!messages->empty()) link.heard = now;
    if (!messages->empty() || !link.channel.is_mid_frame()) link.frame_since.reset();
    if (link.channel.is_mid_frame() && !link.frame_since) link.frame_since = now;
    if (link.channel.is_ready() && !link.has_greeted) greet(link);
    for (const auto& message : *messages) {
        if (!link.over) take(id, link, message, now);
    }
}

void Exchange::close(LinkId id, Moment now) {
    const auto found = links_.find(id);
    if (found == links_.end()) return;
    const auto& link = *found->second;
    if (!link.target.empty()) {
        if (link.device) {
            places_.ended(link.target, now);
        } else {
            dial_failed(link.target, now);
        }
    }
    if (asking_ && asking_->link == id) asking_.reset();
    links_.erase(found);
}

void Exchange::ended(LinkId id, Moment now) {
    const auto found = links_.find(id);
    if (found == links_.end()) return;
    const auto& link = *found->second;
    if (!link.over && link.channel.is_mid_frame()) refusals_.add(Refused::cut_off);
    close(id, now);
}

std::string_view Exchange::outgoing(LinkId id) const {
    const auto found = links_.find(id);
    return found == links_.end() ? std::string_view() : found->second->channel.outgoing();
}

void Exchange::went_out(LinkId id, std::size_t count, Moment now) {
    const auto found = links_.find(id);
    if (found == links_.end() || count == 0) return;
    bytes_out_ += count;
    found->second->channel.went_out(count);
    found->second->drained = now;
}

bool Exchange::is_over(LinkId id) const {
    const auto found = links_.find(id);
    return found == links_.end() || found->second->over;
}

void Exchange::step(Moment now) {
    take_inbox();
    if (now >= look_at_) look(now);
    for (auto& [id, link] : links_) judge_times(id, *link, now);
    judge_asking(now);
    ask_somebody(now);
    for (auto& [_, link] : links_) speak(*link, now);
}

// Of two connections to the same tablet the one that was given up ends when nothing is on its way there.
void Exchange::judge_leaving(LinkId id, Link& link, Moment now) {
    if (!link.leaving_since) return;
    const bool is_asked = asking_ && asking_->link == id;
    if (link.owes_answer || is_asked || !link.channel.outgoing().empty()) {
        link.leaving_since = now;
    } else if (now - std::max(*link.leaving_since, link.heard) > pace_.leave_after) {
        link.over = true;
    }
}

// Silence, slowness and what was never shown to have arrived.
void Exchange::judge_times(LinkId id, Link& link, Moment now) {
    if (link.over) return;
    if (link.channel.outgoing().empty()) link.drained = now;
    if (link.frame_since && now - *link.frame_since > pace_.message_within)
        return refuse(link, Refused::too_slow);
    if (!link.device) {
        if (now - link.opened <= pace_.hello_within) return;
        // A stranger who says nothing is slow; one that was dialled and says nothing is only not there.
        if (link.target.empty()) return refuse(link, Refused::too_slow);
        link.over = true;
        return;
    }
    judge_leaving(id, link, now);
    if (now - link.heard > pace_.silence || now - link.drained > pace_.message_within) link.over = true;
    if (now - link.shown > pace_.resend_after) link.sent.clear();
}

std::optional<Moment> Exchange::next(Moment now) const {
    auto first = places_.next([this](const DeviceId& device) { return in_touch(device); });
    if (!links_.empty()) sooner(first, std::max(look_at_, now));
    for (const auto& [_, link] : links_) {
        if (link->over) return now;
        if (link->frame_since) sooner(first, *link->frame_since + pace_.message_within);
        if (!link->device) {
            sooner(first, link->opened + pace_.hello_within);
            continue;
        }
        sooner(first, link->leaving_since ? std::max(*link->leaving_since, link->heard) + pace_.leave_after
                                          : link->said + pace_.heartbeat);
        sooner(first, link->heard + pace_.silence);
        if (!link->channel.outgoing().empty()) sooner(first, link->drained + pace_.message_within);
        if (!link->sent.empty()) sooner(first, link->shown + pace_.resend_after);
        if (link->announce_at) sooner(first, *link->announce_at);
        if (link->lack_since && !asking_)
            sooner(first, std::max(*link->lack_since + pace_.ask_after, link->ask_not_before));
    }
    if (asking_) sooner(first, asking_->progress + pace_.ask_patience);
    // One tick after the time itself, because a wait is over only when more than it has passed.
    if (first) *first = std::max(*first + std::chrono::milliseconds(1), now);
    return first;
}

ExchangeStatus Exchange::status() const {
    ExchangeStatus status{.refusals = refusals_,
                          .facts_in = facts_in_,
                          .facts_out = facts_out_,
                          .bytes_in = bytes_in_,
                          .bytes_out = bytes_out_,
                          .fault = fault_};
    for (const auto& [device, met] : met_) {
        KnownTablet tablet{.device = device,
                           .name = met.name,
                           .in_touch = in_touch(device),
                           .last_seen = met.last_seen,
                           .clock_ahead = met.clock_ahead,
                           .condition = met.condition};
        for (const auto& [author, last] : held_)
            tablet.behind += last - std::min(last, seq_in(met.held, author));
        for (const auto& [author, last] : met.held)
            tablet.ahead += last - std::min(last, seq_in(held_, author));
        status.tablets.push_back(std::move(tablet));
    }
    std::stable_sort(status.tablets.begin(), status.tablets.end(),
                     [](const auto& a, const auto& b) { return a.name < b.name; });
    return status;
}

}  // namespace welcome::sync
