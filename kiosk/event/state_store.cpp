// Taking facts into the fold's store, undos included.

#include <algorithm>
#include <functional>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

std::size_t digest_of(const sync::Fact& fact) {
    return std::hash<std::string>()(fact.kind + '\0' + fact.body);
}

}  // namespace

// An undo counts only where it is later than what it undoes, so no circle of undos can form.
bool State::Inside::is_effective(const FactId& id) const {
    const auto found = facts.find(id);
    if (found == facts.end()) return false;
    const auto named = undos.find(id);
    if (named == undos.end()) return true;
    return std::none_of(named->second.begin(), named->second.end(), [&](const FactId& undo) {
        return found->second.stamp < entry(undo).stamp && is_effective(undo);
    });
}

void State::Inside::put(const sync::Fact& fact) {
    Entry entry{fact.stamp(), fact.wall, digest_of(fact), read_body(fact.kind, fact.body)};
    if (const auto known = facts.find(fact.id); known != facts.end()) {
        // Two different facts under one id: whoever looks, the same one stands.
        const auto rank = [](const Entry& one) { return std::tie(one.digest, one.stamp, one.wall); };
        if (rank(known->second) <= rank(entry)) return;
        detach(fact.id);
    }
    if (!entry.body) ++unreadable;
    const auto* relayed = entry.body ? std::get_if<FactRelayed>(&*entry.body) : nullptr;
    if (relayed) {
        const sync::Fact inner = relayed->fact;
        entry.body = FactRelayed{};  // The fact inside is kept under its own id; once is enough.
        facts[fact.id] = std::move(entry);
        if (inner.kind != "fact_relayed") put(inner);
        return;
    }
    const auto& kept = facts[fact.id] = std::move(entry);
    if (!kept.body) return;
    attach(fact.id, kept);
    touch(fact.id, kept.stamp, *kept.body);
}

void State::Inside::attach(const FactId& id, const Entry& entry) {
    if (const auto* undone = std::get_if<FactUndone>(&*entry.body)) undos[undone->fact].push_back(id);
    for_logs_of(*entry.body, [&](Log& log) { log.emplace(entry.stamp, id); });
    if (const auto* registered = std::get_if<PersonRegistered>(&*entry.body)) {
        for (const auto& ticket : registered->fields.tickets) tickets[ticket].insert(registered->person);
        if (!registered->source_key.empty())
            source_keys[registered->source + '\0' + registered->source_key].insert(registered->person);
    }
    if (const auto* corrected = std::get_if<PersonCorrected>(&*entry.body)) {
        for (const auto& ticket : corrected->fields.tickets) tickets[ticket].insert(corrected->person);
    }
}

void State::Inside::detach(const FactId& id) {
    const Entry entry = std::move(facts.at(id));
    facts.erase(id);
    if (!entry.body) {
        --unreadable;
        return;
    }
    if (const auto* undone = std::get_if<FactUndone>(&*entry.body)) std::erase(undos[undone->fact], id);
    for_logs_of(*entry.body, [&](Log& log) { log.erase({entry.stamp, id}); });
    touch(id, entry.stamp, *entry.body);
}

void State::Inside::touch(const FactId& id, const Stamp& stamp, const Body& body) {
    std::visit(
        [&](const auto& kind) {
            using Kind = std::decay_t<decltype(kind)>;
            if constexpr (std::is_same_v<Kind, FactUndone>) {
                const auto target = facts.find(kind.fact);
                // Only what is earlier can be undone, so this ends.
                if (target != facts.end() && target->second.body && target->second.stamp < stamp)
                    touch(kind.fact, target->second.stamp, *target->second.body);
            } else if constexpr (std::is_same_v<Kind, PeopleMerged>) {
                fold_merges();
            } else if constexpr (requires { kind.person; }) {
                fold_people({kind.person});
            } else if constexpr (requires { kind.stay; }) {
                fold_stay(kind.stay);
            } else if constexpr (std::is_same_v<Kind, StaffAdded>) {
                fold_staff(kind.staff);
            } else if constexpr (std::is_same_v<Kind, CameIn>) {
                count_came_in(id, kind.count);
            } else if constexpr (std::is_same_v<Kind, EventOpened> || std::is_same_v<Kind, EventClosed>) {
                fold_event();
            }
        },
        body);
}

void State::Inside::fold_event() {
    event = {};
    each<EventOpened>(event_log, [&](const EventOpened& body, const Entry&, const FactId&) { event = body; });
    closed = false;
    each<EventClosed>(closed_log, [&](const EventClosed&, const Entry&, const FactId&) { closed = true; });
    std::vector<StayId> all;
    for (const auto& [id, stay] : stays) all.push_back(id);
    for (const auto& id : all) fold_stay(id);  // The room that fits may be another one now.
}

void State::Inside::count_came_in(const FactId& id, int how_many) {
    int& counted = came_in[id];
    count.anonymous -= counted;
    counted = is_effective(id) ? how_many : 0;
    count.anonymous += counted;
}

void State::Inside::fold_staff(const StaffId& id) {
    staff.erase(id);
    each<StaffAdded>(staff_logs[id], [&](const StaffAdded& body, const Entry&, const FactId&) {
        staff[id] = {id, body.name, body.role, body.pin_hash};
    });
}

}  // namespace welcome::kiosk::event
