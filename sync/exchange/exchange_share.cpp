// What is said to the others: announcements, facts, questions, answers.

#include <algorithm>
#include <utility>

#include "sync/exchange/link.h"

namespace welcome::sync {

namespace {

constexpr std::size_t k_read_at_once = 128;
constexpr std::size_t k_overhead = std::size_t{64} << 10U;  // of a message beside its facts

}  // namespace

// How many of a device's facts the other side still needs, as far as is known.
std::uint64_t Exchange::lacking(const Link& link, const DeviceId& device, std::uint64_t last) const {
    return last - std::min(last, std::max(seq_in(link.theirs, device), seq_in(link.sent, device)));
}

bool Exchange::lacks_something_of(const Link& link) const {
    return std::any_of(link.theirs.begin(), link.theirs.end(),
                       [this](const auto& each) { return each.second > seq_in(held_, each.first); });
}

void Exchange::judge_asking(Moment now) {
    if (!asking_) return;
    const auto found = links_.find(asking_->link);
    const bool is_late = now - asking_->progress > pace_.ask_patience;
    if (found == links_.end() || found->second->over) {
        asking_.reset();
    } else if (asking_->answered || is_late) {
        auto& link = *found->second;
        const bool brought_nothing = facts_in_ == asking_->taken_before;
        if (is_late && !asking_->answered) link.ask_not_before = now + 2 * pace_.ask_patience;
        if (asking_->answered && brought_nothing && lacks_something_of(link))
            link.ask_not_before = now + pace_.fruitless_rest;
        asking_.reset();
    }
}

// One tablet at a time, so that what is lacked does not come twenty times.
void Exchange::ask_somebody(Moment now) {
    Link* whom = nullptr;
    LinkId who = 0;
    for (auto& [id, link] : links_) {
        if (link->over || !link->device || !link->lack_since) continue;
        if (!lacks_something_of(*link)) {
            link->lack_since.reset();
            continue;
        }
        const bool may_ask = now - *link->lack_since >= pace_.ask_after && now >= link->ask_not_before;
        if (may_ask && (whom == nullptr || link->heard > whom->heard)) whom = link.get(), who = id;
    }
    if (whom == nullptr || asking_) return;
    whom->to_ask = true;
    asking_ = Asking{.link = who, .progress = now, .taken_before = facts_in_};
}

bool Exchange::gather_from(Link& link, const DeviceId& device, Share& share, std::size_t& bytes) {
    const auto last = seq_in(held_, device);
    while (lacking(link, device, last) > 0) {
        if (share.facts.size() >= pace_.most_facts || bytes >= pace_.most_bytes) return false;
        const auto after = last - lacking(link, device, last);
        const auto room = std::min(k_read_at_once, pace_.most_facts - share.facts.size());
        auto facts = journal_.sealed_after(device, after, room);
        if (!facts || facts->empty()) {  // Damaged here; another tablet has it whole.
            link.sent[device] = last;
            return true;
        }
        for (auto& fact : *facts) {
            const auto size = fact.sealed.size() + 256;
            if (size > k_longest_message - k_overhead) {  // Nothing that a tablet writes; it cannot travel.
                link.sent[device] = last;
                return true;
            }
            if (!share.facts.empty() && bytes + size > pace_.most_bytes) return false;
            bytes += size;
            link.sent[device] = fact.device_seq;
            share.facts.push_back(std::move(fact));
        }
    }
    return true;
}

// True: nothing is left that they lack and may be sent now.
bool Exchange::gather(Link& link, Share& share) {
    if (link.leaving_since && !link.owes_answer) return true;
    const auto& own = self_.device.id();
    const auto unsent = lacking(link, own, seq_in(held_, own));
    std::size_t bytes = 0;
    if (unsent > 0 && (link.owes_answer || unsent <= pace_.most_pushed) &&
        !gather_from(link, own, share, bytes))
        return false;
    if (!link.owes_answer) return true;
    return std::all_of(held_.begin(), held_.end(), [&](const auto& each) {
        return each.first == own || gather_from(link, each.first, share, bytes);
    });
}

bool Exchange::has_news_for(const Link& link) const {
    return std::any_of(held_.begin(), held_.end(),
                       [&](const auto& each) { return each.second > seq_in(link.told, each.first); });
}

void Exchange::tell(Link& link, Share& share, Moment now) {
    for (const auto& [device, seq] : held_) {
        if (share.held.size() == k_most_devices) break;
        if (seq > seq_in(link.told, device)) share.held[device] = link.told[device] = seq;
    }
    if (hooks_.condition) {
        auto condition = hooks_.condition();
        if (condition != link.condition_told) share.condition = link.condition_told = std::move(condition);
    }
    facts_out_ += share.facts.size();
    link.channel.send(to_bytes(share));
    link.said = now;
    link.announce_at.reset();
}

void Exchange::speak(Link& link, Moment now) {
    while (!link.over && link.device && link.channel.outgoing().size() < pace_.most_bytes) {
        Share share{.asks = std::exchange(link.to_ask, false)};
        const bool all_had_arrived = link.sent.empty();
        const bool nothing_left = gather(link, share);
        if (!share.facts.empty() && all_had_arrived) link.shown = now;
        if (nothing_left && link.owes_answer) {
            share.is_all = true;
            link.owes_answer = false;
        }
        if (link.announce_at && !has_news_for(link)) link.announce_at.reset();
        const bool is_due = !link.leaving_since && ((link.announce_at && now >= *link.announce_at) ||
                                                    now - link.said >= pace_.heartbeat);
        if (share.facts.empty() && !share.asks && !share.is_all && !is_due) return;
        tell(link, share, now);
    }
}

}  // namespace welcome::sync
