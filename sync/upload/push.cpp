#include "sync/upload/push.h"

#include <algorithm>

namespace welcome::sync {

std::uint64_t PushPlan::done(const DeviceId& device) const {
    const auto found = done_.find(device);
    return found == done_.end() ? 0 : found->second;
}

// Moves the end of what is done over whatever now touches it.
void PushPlan::close_gaps(const DeviceId& device) {
    const auto found = beyond_.find(device);
    if (found == beyond_.end()) return;
    auto& spans = found->second;
    auto& through = done_[device];
    while (!spans.empty() && spans.begin()->first <= through) {
        through = std::max(through, spans.begin()->second);
        spans.erase(spans.begin());
    }
    if (spans.empty()) beyond_.erase(found);
}

void PushPlan::service_holds(const Held& held) {
    for (const auto& [device, through] : held) {
        if (through > done(device)) done_[device] = through;
        close_gaps(device);
    }
    for (auto& [device, through] : done_) {
        const auto at_service = held.contains(device) ? held.at(device) : 0;
        const auto mine = [&, id = device](const auto& entry) { return entry.first.device == id; };
        // What is set aside explains why the service is behind; anything else is a loss on its side.
        if (at_service >= through || std::any_of(aside_.begin(), aside_.end(), mine)) continue;
        through = at_service;
        beyond_.erase(device);
    }
    std::erase_if(aside_, [&](const auto& entry) {
        const auto found = held.find(entry.first.device);
        return found != held.end() && entry.first.seq <= found->second;
    });
}

std::optional<Span> PushPlan::next(const Held& here, std::uint64_t most, Moment now) const {
    if (!under_way_.empty() && !halves_.empty()) return std::nullopt;
    if (!halves_.empty()) {
        auto span = halves_.back();
        span.count = std::min(span.count, most);
        return span;
    }
    for (const auto& [place, aside] : aside_) {
        if (aside.due <= now && under_way_.empty()) return Span{place.device, place.seq - 1, 1};
    }
    for (const auto& [device, through] : here) {
        // After all that touches the end of what is done, up to the next that is on its way or was answered.
        auto taken = beyond_.contains(device) ? beyond_.at(device) : std::map<std::uint64_t, std::uint64_t>();
        for (const auto& span : under_way_) {
            if (span.device == device)
                taken[span.after] = std::max(taken[span.after], span.after + span.count);
        }
        auto from = done(device), to = through;
        for (const auto& [after, end] : taken) {
            if (after > from) {
                to = std::min(to, after);
                break;
            }
            from = std::max(from, end);
        }
        if (from < to) return Span{device, from, std::min(most, to - from)};
    }
    return std::nullopt;
}

void PushPlan::answered(const Span& span) {
    poison_row_.clear();
    poison_limit_ = patience_.poison_in_a_row;
    std::erase_if(aside_, [&](const auto& entry) {
        const auto& [device, seq] = entry.first;
        return device == span.device && seq > span.after && seq <= span.after + span.count;
    });
    give_up(span);
    auto& further = beyond_[span.device][span.after];
    further = std::max(further, span.after + span.count);
    close_gaps(span.device);
    if (halves_.empty() || halves_.back().device != span.device || halves_.back().after != span.after) return;
    auto& half = halves_.back();
    half.after += span.count;
    half.count -= std::min(half.count, span.count);
    if (half.count == 0) halves_.pop_back();
}

void PushPlan::ask_again(const Place& place, Moment due) {
    aside_[place] = {due, false};
}

void PushPlan::split(const Span& span) {
    give_up(span);
    if (!halves_.empty() && halves_.back().device == span.device && halves_.back().after == span.after) {
        halves_.back().after += span.count;
        halves_.back().count -= std::min(halves_.back().count, span.count);
        if (halves_.back().count == 0) halves_.pop_back();
    }
    const auto half = span.count / 2;
    halves_.push_back({span.device, span.after + half, span.count - half});
    if (half > 0) halves_.push_back({span.device, span.after, half});
}

bool PushPlan::set_aside(const Span& span, Moment now) {
    const Place place{span.device, span.after + 1};
    auto row = poison_row_;
    if (std::find(row.begin(), row.end(), place) == row.end()) row.push_back(place);
    const auto limit = poison_limit_;
    answered(span);
    poison_row_ = std::move(row);
    poison_limit_ = limit;
    aside_[place] = {now + patience_.poison, true};
    if (static_cast<int>(poison_row_.size()) < poison_limit_) return true;
    take_back_the_row();
    return false;
}

// A service that fails at everything says nothing about the facts. Next time more must fail in a row, so
// that a long run of truly bad facts is got past in the end.
void PushPlan::take_back_the_row() {
    for (const auto& place : poison_row_) {
        aside_.erase(place);
        auto& through = done_[place.device];
        through = std::min(through, place.seq - 1);
    }
    halves_.clear();
    poison_row_.clear();
    poison_limit_ *= 2;
}

PushPlan::Count PushPlan::count(const Held& here) const {
    Count count;
    std::uint64_t done_here = 0;
    for (const auto& [device, through] : here) {
        count.captured += through;
        done_here += std::min(done(device), through);
        const auto further = beyond_.find(device);
        if (further == beyond_.end()) continue;
        for (const auto& [after, end] : further->second) {
            if (after < through) done_here += std::min(end, through) - after;
        }
    }
    std::uint64_t again = 0;
    std::set<Place> refused = refused_;
    for (const auto& [place, aside] : aside_) {
        if (aside.poison)
            refused.insert(place);
        else
            ++again;
    }
    count.refused = refused.size();
    count.waiting = count.captured - done_here + again;
    count.accepted = count.captured - std::min(count.captured, count.waiting + count.refused);
    return count;
}

std::optional<Moment> PushPlan::next_due() const {
    std::optional<Moment> due;
    for (const auto& [place, aside] : aside_) {
        if (!due || aside.due < *due) due = aside.due;
    }
    return due;
}

}  // namespace welcome::sync
