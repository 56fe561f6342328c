#include "tests/bench/invented.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace welcome::bench {

namespace {

constexpr std::array<const char*, 40> k_syllables = {
    "ma",  "ri",  "so",  "fi",  "jo",  "an", "lu",  "ca",  "el",  "na",  "ro",  "di",  "ke",  "va",
    "li",  "to",  "be",  "sha", "mi",  "ne", "gar", "cia", "lo",  "pez", "son", "wil", "ham", "ton",
    "ber", "man", "che", "wu",  "kim", "gu", "yen", "tra", "per", "sto", "ley", "ford"};

}  // namespace

sync::Uuid uuid_of(std::uint64_t number) {
    sync::Uuid uuid;
    uuid.bytes[0] = 0x01;
    uuid.bytes[6] = 0x70;
    for (std::size_t i = 0; i < 8; ++i) {
        uuid.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    return uuid;
}

Town::Town(unsigned seed) : chance_(seed) {
    constexpr std::size_t firsts = 3000, lasts = 30000;
    for (std::size_t i = 0; i < firsts; ++i) first_.push_back(syllables(2 + static_cast<int>(chance_() % 2)));
    for (std::size_t i = 0; i < lasts; ++i) last_.push_back(syllables(2 + static_cast<int>(chance_() % 3)));
}

std::string Town::syllables(int count) {
    std::string name;
    for (int i = 0; i < count; ++i) name += k_syllables[chance_() % k_syllables.size()];
    if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name;
}

const std::string& Town::often_the_first(const std::vector<std::string>& names) {
    const double unit = static_cast<double>(chance_()) / 4294967296.0;
    return names[static_cast<std::size_t>(std::pow(unit, 3) * static_cast<double>(names.size()))];
}

kiosk::event::Person Town::next() {
    kiosk::event::Person person;
    person.id = kiosk::event::PersonId(uuid_of(++number_));
    person.full_name = often_the_first(first_) + " " + often_the_first(last_);
    if (chance_() % 5 == 0) person.full_name += " " + often_the_first(last_);
    const std::string digits = std::to_string(10'000'000 + number_ % 90'000'000);
    person.phone = "+1555" + digits.substr(1);
    if (chance_() % 2 == 0) person.email = "someone" + std::to_string(number_) + "@example.org";
    return person;
}

std::vector<kiosk::event::Person> invented_people(std::size_t count) {
    Town town;
    std::vector<kiosk::event::Person> people;
    people.reserve(count);
    for (std::size_t i = 0; i < count; ++i) people.push_back(town.next());
    return people;
}

std::vector<std::string> typed_queries(const std::vector<kiosk::event::Person>& people, std::size_t names) {
    std::mt19937 chance(7);
    std::vector<std::string> queries;
    for (std::size_t i = 0; i < names; ++i) {
        std::string name = people[chance() % people.size()].full_name;
        if (i % 4 == 0) std::swap(name[1], name[2]);
        for (std::size_t length = 1; length <= name.size(); ++length)
            queries.push_back(name.substr(0, length));
    }
    return queries;
}

}  // namespace welcome::bench
