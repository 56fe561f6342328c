// People: fields, merges, attendance, needs, consents, and what they add to the head count.

#include <algorithm>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

void overlay(const std::optional<std::string>& said, std::string& field) {
    if (said) field = *said;
}

void overlay(Person& person, const PersonFields& said) {
    overlay(said.full_name, person.full_name);
    overlay(said.call_me, person.call_me);
    overlay(said.phone, person.phone);
    overlay(said.email, person.email);
    overlay(said.zip, person.zip);
    overlay(said.language, person.language);
    if (said.household) person.household = said.household;
    if (said.is_child) person.is_child = *said.is_child;
    if (said.hidden) person.hidden = *said.hidden;
    for (const auto& ticket : said.tickets) {
        if (std::find(person.tickets.begin(), person.tickets.end(), ticket) == person.tickets.end())
            person.tickets.push_back(ticket);
    }
}

void remember(PersonFields& roster, const PersonFields& said) {
    const auto later = [](auto& field, const auto& word) {
        if (word) field = word;
    };
    later(roster.full_name, said.full_name);
    later(roster.call_me, said.call_me);
    later(roster.phone, said.phone);
    later(roster.email, said.email);
    later(roster.zip, said.zip);
    later(roster.language, said.language);
    later(roster.household, said.household);
    later(roster.is_child, said.is_child);
    later(roster.hidden, said.hidden);
    roster.tickets.insert(roster.tickets.end(), said.tickets.begin(), said.tickets.end());
}

// Writes one person from effective facts, given in total order.
class PersonFold {
  public:
    explicit PersonFold(PersonSlot& slot) : slot_(slot), person_(slot.person) {}

    void operator()(const PersonRegistered& body, const Entry&, const FactId&) {
        slot_.registered = true;
        if (person_.source.empty()) {
            person_.source = body.source;
            person_.source_key = body.source_key;
        }
        overlay(person_, body.fields);
        if (body.source == "roster") remember(person_.roster_said, body.fields);
    }
    void operator()(const PersonCorrected& body, const Entry&, const FactId&) {
        overlay(person_, body.fields);
        if (body.source == "roster") remember(person_.roster_said, body.fields);
    }
    void operator()(const CheckedIn& body, const Entry& entry, const FactId& id) {
        if (!person_.attendance) person_.attendance.emplace();
        auto& attendance = *person_.attendance;
        const Instant at = body.at.value_or(entry.wall);
        attendance.at = attendance.witnesses.empty() ? at : std::min(attendance.at, at);
        attendance.witnesses.push_back({id, entry.stamp.device, at, body.method});
        attendance.more_adults = std::max(attendance.more_adults, body.more_adults);
        attendance.more_children = std::max(attendance.more_children, body.more_children);
    }
    void operator()(const NeedRaised& body, const Entry&, const FactId&) {
        person_.needs.insert(body.needs.begin(), body.needs.end());
    }
    void operator()(const SignedUp& body, const Entry&, const FactId&) {
        person_.signed_up = true;
        if (person_.language.empty()) person_.language = body.language;
    }
    void operator()(const ConsentGiven& body, const Entry& entry, const FactId&) {
        person_.consents[body.channel] = {body.granted, body.wording, body.language, entry.wall};
    }
    void operator()(const auto&, const Entry&, const FactId&) {}

  private:
    PersonSlot& slot_;
    Person& person_;
};

// What one person adds to the count; sign is +1 or −1.
void add(HeadCount& count, const PersonSlot& slot, int sign) {
    if (slot.counts()) {
        count.people_checked_in += sign;
        count.company += sign * (slot.person.attendance->more_adults + slot.person.attendance->more_children);
    }
    if (slot.person.signed_up && !slot.registration_undone) count.signed_up += sign;
}

}  // namespace

PersonId State::Inside::root_of(const PersonId& id) const {
    const auto merged = merged_into.find(id);
    return merged == merged_into.end() ? id : merged->second;
}

void State::Inside::fold_people(const std::vector<PersonId>& named) {
    for (const auto& id : named) {
        const PersonId root = root_of(id);
        auto& slot = people[root];
        add(count, slot, -1);
        if (slot.person.household) households[*slot.person.household].erase(root);
        slot = {};
        slot.person.id = root;

        Log log = person_logs[root];
        if (const auto group = groups.find(root); group != groups.end()) {
            for (const auto& other : group->second)
                log.insert(person_logs[other].begin(), person_logs[other].end());
        }
        bool any_registration = false;
        PersonFold fold(slot);
        for (const auto& [stamp, fact] : log) {
            const Entry& found = entry(fact);
            any_registration = any_registration || std::holds_alternative<PersonRegistered>(*found.body);
            if (is_effective(fact))
                std::visit([&](const auto& body) { fold(body, found, fact); }, *found.body);
        }
        slot.registration_undone = any_registration && !slot.registered;
        if (slot.person.household) households[*slot.person.household].insert(root);
        add(count, slot, +1);
    }
}

// Merges in total order: each points its merged person's whole group at the kept one's root; one that would
// close a circle says nothing.
void State::Inside::fold_merges() {
    std::set<PersonId> concerned;
    for (const auto& [merged, root] : merged_into) concerned.insert({merged, root});
    std::unordered_map<PersonId, PersonId> next;
    const auto root = [&next](PersonId id) {
        for (auto found = next.find(id); found != next.end(); found = next.find(id)) id = found->second;
        return id;
    };
    each<PeopleMerged>(merge_log, [&](const PeopleMerged& body, const Entry&, const FactId&) {
        const PersonId kept = root(body.kept);
        const PersonId merged = root(body.merged);
        if (kept != merged) next[merged] = kept;
    });
    for (const auto& id : concerned) {  // Out of the old picture.
        const auto slot = people.find(id);
        if (slot == people.end()) continue;
        add(count, slot->second, -1);
        if (slot->second.person.household) households[*slot->second.person.household].erase(id);
        people.erase(slot);
    }
    merged_into.clear();
    groups.clear();
    for (const auto& [merged, kept] : next) {
        merged_into[merged] = root(kept);
        groups[root(kept)].push_back(merged);
        concerned.insert({merged, root(kept)});
    }
    for (const auto& id : concerned) {
        if (!merged_into.contains(id)) continue;
        const auto slot = people.find(id);
        if (slot == people.end()) continue;
        add(count, slot->second, -1);
        if (slot->second.person.household) households[*slot->second.person.household].erase(id);
        people.erase(slot);
    }
    for (const auto& id : concerned) {
        if (!merged_into.contains(id)) fold_people({id});
    }
}

}  // namespace welcome::kiosk::event
