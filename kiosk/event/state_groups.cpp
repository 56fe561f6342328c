// People who are one: merges in effect make groups; the one kept by a group's latest merge is its root.

#include <algorithm>

#include "kiosk/event/fields.h"
#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

PersonId State::Inside::root_of(const PersonId& id) const {
    const auto grouped = roots.find(id);
    return grouped == roots.end() ? id : grouped->second;
}

// The root's own words stand and are filled from the others'; what was done by any of them, all of them did.
void State::Inside::fold_group(Group& group) const {
    Shown& whole = group.whole;
    whole = persons.at(group.members.front()).self;
    Places done;
    GuestRole listed = GuestRole::none;
    bool was_tagged = false;
    for (const auto& id : group.members) {
        const OnePerson& member = persons.at(id);
        if (listed == GuestRole::none) listed = member.self.person.part.role;
        each<PersonTagged>(member.facts, [&](const PersonTagged&, const Record&) { was_tagged = true; });
        if (id != group.members.front()) {
            fill(whole.person, member.self.person);
            whole.registrations += member.self.registrations;
            whole.ever_registered = whole.ever_registered || member.self.ever_registered;
        }
        std::copy_if(member.facts.begin(), member.facts.end(), std::back_inserter(done), [this](Place place) {
            const auto kind = records[place].kind;
            return kind != index_of<PersonRegistered, Body> && kind != index_of<PersonCorrected, Body>;
        });
    }
    std::sort(done.begin(), done.end(), [this](Place left, Place right) { return before(left, right); });
    whole.person.attendance.reset();
    whole.person.needs.clear();
    whole.person.consents.clear();
    whole.person.signed_up = false;
    whole.person.part = {};
    for (const Place place : done) take(whole, place, done);
    if (!was_tagged) whole.person.part.role = listed;  // What a list says gives way to staff's word.
}

std::optional<Person> State::together(const PersonId& kept, const PersonId& merged) const {
    const auto* stays = person(kept);
    const auto* goes = person(merged);
    if (!stays || !goes || stays->id == goes->id) return std::nullopt;
    Group group;
    std::set<PersonId> members;
    for (const auto& root : {stays->id, goes->id}) {
        const auto known = inside_->groups.find(root);
        if (known == inside_->groups.end()) {
            members.insert(root);
        } else {
            members.insert(known->second.members.begin(), known->second.members.end());
        }
    }
    group.members.push_back(stays->id);
    for (const auto& id : members) {
        if (id != stays->id) group.members.push_back(id);
    }
    inside_->fold_group(group);
    return std::move(group.whole.person);
}

std::optional<FactId> State::last_merge_of(const PersonId& id) const {
    std::set<PersonId> reached;
    const auto latest = inside_->reach(id, reached);
    if (!latest || reached.size() < 2) return std::nullopt;
    return inside_->records[*latest].id;
}

// Everybody whom merges in effect tie to one person, and the latest of those merges.
std::optional<Place> State::Inside::reach(const PersonId& from, std::set<PersonId>& reached) const {
    std::vector<PersonId> next{from};
    std::optional<Place> latest;
    while (!next.empty()) {
        const PersonId id = next.back();
        next.pop_back();
        const auto named = merges.find(id);
        if (!reached.insert(id).second || named == merges.end()) continue;
        for (const Place place : named->second) {
            if (!records[place].effective) continue;
            const auto& merge = shelves.at<PeopleMerged>(records[place].slot);
            next.push_back(merge.kept == id ? merge.merged : merge.kept);
            if (!latest || before(*latest, place)) latest = place;
        }
    }
    return latest;
}

// Only the groups of the two can change, and only into pieces of both together.
void State::Inside::regroup(const PersonId& kept, const PersonId& merged) {
    std::set<PersonId> waiting;
    for (const auto& side : {kept, merged}) {
        if (!waiting.insert(side).second) continue;
        tally(*shown(side), -1);
        const auto old = groups.find(root_of(side));
        if (old == groups.end()) continue;
        const auto members = std::move(old->second.members);
        groups.erase(old);
        waiting.insert(members.begin(), members.end());
        for (const auto& id : members) roots.erase(id);
    }
    while (!waiting.empty()) {
        std::set<PersonId> reached;
        const auto latest = reach(*waiting.begin(), reached);
        for (const auto& id : reached) waiting.erase(id);
        if (reached.size() > 1) form_group(shelves.at<PeopleMerged>(records[*latest].slot).kept, reached);
        tally(*shown(*reached.begin()), +1);
    }
}

void State::Inside::form_group(const PersonId& root, const std::set<PersonId>& members) {
    Group group;
    group.members.push_back(root);
    for (const auto& id : members) {
        roots[id] = root;
        if (id != root) group.members.push_back(id);
    }
    fold_group(groups[root] = std::move(group));
}

}  // namespace welcome::kiosk::event
