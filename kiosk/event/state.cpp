// The questions that screens, rules and commands ask.

#include "kiosk/event/state.h"

#include <algorithm>
#include <sodium.h>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

State::State() : inside_(std::make_unique<Inside>()) {}
State::State(State&&) noexcept = default;
State& State::operator=(State&&) noexcept = default;
State::State(const State& other) : inside_(std::make_unique<Inside>(*other.inside_)) {}
State::~State() = default;

void State::apply(const sync::Fact& fact) {
    inside_->put(fact);
}

const EventOpened& State::event() const {
    return inside_->event;
}
bool State::is_closed() const {
    return inside_->closed;
}
HeadCount State::count() const {
    return inside_->count;
}
bool State::has(const FactId& id) const {
    return inside_->facts.contains(id);
}
bool State::is_effective(const FactId& id) const {
    return inside_->is_effective(id);
}
std::optional<std::string_view> State::kind_of_fact(const FactId& id) const {
    const auto found = inside_->facts.find(id);
    if (found == inside_->facts.end() || !found->second.body) return std::nullopt;
    return kind_of(*found->second.body);
}

std::size_t State::fact_count() const {
    return inside_->facts.size();
}
std::size_t State::unreadable_count() const {
    return inside_->unreadable;
}

const Person* State::person(const PersonId& id) const {
    const auto found = inside_->people.find(inside_->root_of(id));
    return found != inside_->people.end() && found->second.registered ? &found->second.person : nullptr;
}

std::vector<const Person*> State::people() const {
    std::vector<const Person*> all;
    for (const auto& [id, slot] : inside_->people) {
        if (slot.registered) all.push_back(&slot.person);
    }
    return all;
}

std::vector<const Person*> State::household_of(const PersonId& id) const {
    const auto* one = person(id);
    if (!one) return {};
    if (!one->household) return {one};
    std::vector<const Person*> all;
    for (const auto& member : inside_->households.at(*one->household)) {
        if (const auto* person_of = person(member)) all.push_back(person_of);
    }
    return all;
}

const Person* State::by_ticket(std::string_view ticket) const {
    const auto found = inside_->tickets.find(std::string(ticket));
    if (found == inside_->tickets.end()) return nullptr;
    for (const auto& id : found->second) {
        const auto* holder = person(id);
        if (holder &&
            std::find(holder->tickets.begin(), holder->tickets.end(), ticket) != holder->tickets.end())
            return holder;
    }
    return nullptr;
}

const Person* State::by_source_key(std::string_view source, std::string_view key) const {
    const auto found = inside_->source_keys.find(std::string(source) + '\0' + std::string(key));
    if (found == inside_->source_keys.end()) return nullptr;
    for (const auto& id : found->second) {
        if (const auto* holder = person(id)) return holder;
    }
    return nullptr;
}

const Stay* State::stay(const StayId& id) const {
    const auto found = inside_->stays.find(id);
    return found == inside_->stays.end() ? nullptr : &found->second;
}

std::vector<const Stay*> State::stays() const {
    std::vector<const Stay*> all;
    for (const auto& [id, stay] : inside_->stays) all.push_back(&stay);
    return all;
}

std::vector<const Stay*> State::stays_by_code(std::string_view code) const {
    std::vector<const Stay*> matching;
    for (const auto& [id, stay] : inside_->stays) {
        const std::string& kept = stay.request.code;
        const bool same = !kept.empty() && kept.size() == code.size() &&
                          sodium_memcmp(kept.data(), code.data(), kept.size()) == 0;
        if (same) matching.push_back(&stay);
    }
    return matching;
}

const Staff* State::staff(const StaffId& id) const {
    const auto found = inside_->staff.find(id);
    return found == inside_->staff.end() ? nullptr : &found->second;
}

std::vector<const Staff*> State::all_staff() const {
    std::vector<const Staff*> all;
    for (const auto& [id, member] : inside_->staff) all.push_back(&member);
    return all;
}

std::vector<Deed> State::last_deeds(std::size_t how_many) const {
    std::vector<Deed> deeds;
    const auto& log = inside_->deed_log;
    for (auto entry = log.rbegin(); entry != log.rend() && deeds.size() < how_many; ++entry) {
        const auto& fact = inside_->entry(entry->second);
        Deed deed{entry->second, std::string(kind_of(*fact.body)),     {}, {},
                  fact.wall,     !inside_->is_effective(entry->second)};
        std::visit(
            [&](const auto& body) {
                if constexpr (requires { body.person; }) deed.person = inside_->root_of(body.person);
                if constexpr (requires { body.stay; }) deed.stay = body.stay;
            },
            *fact.body);
        deeds.push_back(std::move(deed));
    }
    std::reverse(deeds.begin(), deeds.end());
    return deeds;
}

std::vector<LabelRecord> State::labels() const {
    std::vector<LabelRecord> all;
    inside_->each<LabelPrinted>(inside_->label_log,
                                [&](const LabelPrinted& body, const Entry& entry, const FactId&) {
                                    all.push_back({body.what, body.subject, body.outcome, entry.wall});
                                });
    return all;
}

std::vector<UploadAnswered> State::fix_later() const {
    std::vector<UploadAnswered> all;
    inside_->each<UploadAnswered>(inside_->answer_log, [&](const UploadAnswered& body, const Entry&,
                                                           const FactId&) { all.push_back(body); });
    return all;
}

bool State::operator==(const State& other) const {
    const auto values = [](const auto& pointers) {
        std::vector<std::decay_t<decltype(*pointers.front())>> copies;
        for (const auto* one : pointers) copies.push_back(*one);
        return copies;
    };
    const auto same_facts = [&] {
        return fact_count() == other.fact_count() &&
               std::all_of(inside_->facts.begin(), inside_->facts.end(), [&](const auto& entry) {
                   return other.has(entry.first) &&
                          is_effective(entry.first) == other.is_effective(entry.first);
               });
    };
    const auto deeds = [](const State& state) {
        std::vector<std::tuple<FactId, bool, Instant>> all;
        for (const auto& deed : state.last_deeds(state.fact_count()))
            all.emplace_back(deed.fact, deed.undone, deed.at);
        return all;
    };
    return event() == other.event() && is_closed() == other.is_closed() && count() == other.count() &&
           values(people()) == values(other.people()) && values(stays()) == values(other.stays()) &&
           values(all_staff()) == values(other.all_staff()) && labels() == other.labels() &&
           fix_later() == other.fix_later() && unreadable_count() == other.unreadable_count() &&
           same_facts() && deeds(*this) == deeds(other);
}

}  // namespace welcome::kiosk::event
