#include "kiosk/event/fields.h"

#include <algorithm>
#include <array>

namespace welcome::kiosk::event {

namespace {

struct TextField {
    std::optional<std::string> PersonFields::*word;
    std::string Person::*known;
};
constexpr std::array<TextField, 6> k_texts = {{{&PersonFields::full_name, &Person::full_name},
                                               {&PersonFields::call_me, &Person::call_me},
                                               {&PersonFields::phone, &Person::phone},
                                               {&PersonFields::email, &Person::email},
                                               {&PersonFields::zip, &Person::zip},
                                               {&PersonFields::language, &Person::language}}};

void add_tickets(std::vector<std::string>& tickets, const std::vector<std::string>& more) {
    for (const auto& ticket : more) {
        if (std::find(tickets.begin(), tickets.end(), ticket) == tickets.end()) tickets.push_back(ticket);
    }
}

template <typename T>
void keep_later(std::optional<T>& word, const std::optional<T>& said) {
    if (said) word = said;
}

}  // namespace

bool is_roster(std::string_view source) {
    return !source.empty() && source != "door";
}

void overlay(Person& person, const PersonFields& said) {
    for (const auto& field : k_texts) {
        if (said.*field.word) person.*field.known = *(said.*field.word);
    }
    if (said.household) person.household = said.household;
    if (said.is_child) person.is_child = *said.is_child;
    if (said.hidden) person.hidden = *said.hidden;
    if (said.role) person.part.role = *said.role;
    add_tickets(person.tickets, said.tickets);
}

void remember(PersonFields& words, const PersonFields& said) {
    for (const auto& field : k_texts) keep_later(words.*field.word, said.*field.word);
    keep_later(words.household, said.household);
    keep_later(words.is_child, said.is_child);
    keep_later(words.hidden, said.hidden);
    keep_later(words.role, said.role);
    add_tickets(words.tickets, said.tickets);
}

PersonFields news(const PersonFields& now, const PersonFields& before) {
    PersonFields fresh;
    for (const auto& field : k_texts) {
        const auto& word = now.*field.word;
        if (word && !word->empty() && word != before.*field.word) fresh.*field.word = word;
    }
    if (now.household && now.household != before.household) fresh.household = now.household;
    if (now.is_child && *now.is_child != before.is_child.value_or(false)) fresh.is_child = now.is_child;
    if (now.hidden && *now.hidden != before.hidden.value_or(false)) fresh.hidden = now.hidden;
    if (now.role && *now.role != before.role.value_or(GuestRole::none)) fresh.role = now.role;
    for (const auto& ticket : now.tickets) {
        if (std::find(before.tickets.begin(), before.tickets.end(), ticket) == before.tickets.end())
            add_tickets(fresh.tickets, {ticket});
    }
    return fresh;
}

void fill(Person& person, const Person& other) {
    for (const auto& field : k_texts) {
        if ((person.*field.known).empty()) person.*field.known = other.*field.known;
    }
    if (!person.household) person.household = other.household;
    if (person.source.empty()) {
        person.source = other.source;
        person.source_key = other.source_key;
    }
    person.hidden = person.hidden || other.hidden;  // Who asked not to be shown stays so.
    add_tickets(person.tickets, other.tickets);
}

}  // namespace welcome::kiosk::event
