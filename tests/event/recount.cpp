#include "tests/event/recount.h"

#include <algorithm>

namespace welcome::kiosk::event::test {

namespace {

struct Told {
    sync::Fact fact;
    Body body;
};

// Each fact once, relayed ones out of their wrapping.
std::map<FactId, Told> unwrapped(const std::vector<sync::Fact>& facts) {
    std::map<FactId, Told> all;
    for (const auto& fact : facts) {
        const auto body = read_body(fact.kind, fact.body);
        if (!body) continue;
        all.emplace(fact.id, Told{fact, *body});
        if (const auto* relayed = std::get_if<FactRelayed>(&*body)) {
            const auto inner = read_body(relayed->fact.kind, relayed->fact.body);
            if (inner && relayed->fact.kind != "fact_relayed")
                all.emplace(relayed->fact.id, Told{relayed->fact, *inner});
        }
    }
    return all;
}

bool is_earlier(const sync::Fact& left, const sync::Fact& right) {
    return std::pair(left.stamp(), left.id) < std::pair(right.stamp(), right.id);
}

bool stands(const std::map<FactId, Told>& all, const Told& one) {
    return std::none_of(all.begin(), all.end(), [&](const auto& entry) {
        const auto* undo = std::get_if<FactUndone>(&entry.second.body);
        return undo && undo->fact == one.fact.id && is_earlier(one.fact, entry.second.fact) &&
               stands(all, entry.second);
    });
}

struct Somebody {
    bool checked_in = false, signed_up = false, registered = false, ever_registered = false;
    int adults = 0, children = 0;
};

}  // namespace

HeadCount recount(const std::vector<sync::Fact>& facts) {
    const auto all = unwrapped(facts);
    std::map<PersonId, PersonId> same_as;
    const auto who = [&](const PersonId& id) { return same_as.contains(id) ? same_as.at(id) : id; };
    for (const auto& [id, one] : all) {
        const auto* merge = std::get_if<PeopleMerged>(&one.body);
        if (!merge || !stands(all, one)) continue;
        const auto from = who(merge->merged);
        const auto to = who(merge->kept);
        same_as.emplace(merge->merged, from);
        same_as.emplace(merge->kept, to);
        for (auto& entry : same_as) {
            if (entry.second == from) entry.second = to;
        }
    }
    std::map<std::pair<int, int>, const Told*> last_on_row;  // a row of paper counts once
    for (const auto& [id, one] : all) {
        const auto* body = std::get_if<CheckedIn>(&one.body);
        if (!body || body->sheet == 0 || !stands(all, one)) continue;
        auto& last = last_on_row[{body->sheet, body->row}];
        if (!last || is_earlier(last->fact, one.fact)) last = &one;
    }
    HeadCount count;
    int gone = 0;
    std::map<PersonId, Somebody> everybody;
    std::set<StayId> dropped, picked;
    std::map<StayId, const Told*> last_drop;
    for (const auto& [id, one] : all) {
        const bool effective = stands(all, one);
        if (const auto* body = std::get_if<PersonRegistered>(&one.body)) {
            auto& person = everybody[who(body->person)];
            person.ever_registered = true;
            person.registered = person.registered || effective;
        }
        if (!effective) continue;
        if (const auto* body = std::get_if<CameIn>(&one.body)) count.anonymous += body->count;
        if (const auto* body = std::get_if<PeopleLeft>(&one.body)) gone += body->count;
        if (const auto* body = std::get_if<PeopleCameBack>(&one.body)) gone -= body->count;
        if (const auto* body = std::get_if<SignedUp>(&one.body))
            everybody[who(body->person)].signed_up = true;
        if (const auto* body = std::get_if<CheckedIn>(&one.body)) {
            if (body->sheet != 0 && last_on_row.at({body->sheet, body->row}) != &one) continue;
            auto& person = everybody[who(body->person)];
            person.checked_in = true;
            person.adults = std::max(person.adults, body->more_adults);
            person.children = std::max(person.children, body->more_children);
        }
        if (const auto* body = std::get_if<ChildDroppedOff>(&one.body)) {
            dropped.insert(body->stay);
            auto& last = last_drop[body->stay];
            if (!last || is_earlier(last->fact, one.fact)) last = &one;
        }
    }
    for (const auto& [id, one] : all) {  // Picked up, and not brought back since.
        const auto* body = std::get_if<ChildPickedUp>(&one.body);
        if (!body || !stands(all, one)) continue;
        const auto* drop = last_drop.contains(body->stay) ? last_drop.at(body->stay) : nullptr;
        if (!drop || is_earlier(drop->fact, one.fact)) picked.insert(body->stay);
    }
    for (const auto& [id, person] : everybody) {
        if (person.ever_registered && !person.registered) continue;
        count.people_checked_in += person.checked_in ? 1 : 0;
        count.company += person.checked_in ? person.adults + person.children : 0;
        count.signed_up += person.signed_up ? 1 : 0;
    }
    count.left = std::clamp(gone, 0, count.came());
    count.children_dropped_off = static_cast<int>(dropped.size());
    count.children_picked_up = static_cast<int>(picked.size());
    return count;
}

}  // namespace welcome::kiosk::event::test
