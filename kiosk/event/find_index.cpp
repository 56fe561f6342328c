// The volunteers' tolerant search: who is in it, and the way a query goes; numbers, emails and tickets hit
// directly, names are find_names.cpp's.

#include <algorithm>

#include "kiosk/event/find_inside.h"
#include "kiosk/event/fold_text.h"

namespace welcome::kiosk::event {

namespace {

constexpr double k_worth_showing = 0.35;
constexpr std::size_t k_most_hits = 400;
constexpr std::size_t k_last_digits = 4;

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char letter) { return letter >= '0' && letter <= '9'; });
    return digits;
}

// The last 15 digits, as many as E.164 has.
std::uint64_t number_of(std::string_view digits) {
    constexpr std::size_t most = 15;
    if (digits.size() > most) digits.remove_prefix(digits.size() - most);
    std::uint64_t number = 0;
    for (const char digit : digits) number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    return number;
}

std::uint64_t power_of_ten(std::size_t exponent) {
    std::uint64_t power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

std::string lower(std::string_view text) {
    std::string small(text);
    for (auto& letter : small) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return small;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::uint64_t digest_of(const Person& person) {
    std::uint64_t digest = 0;
    const auto add = [&digest](std::string_view text) {
        digest = (digest ^ std::hash<std::string_view>()(text)) * 0x9E3779B97F4A7C15ULL;
    };
    for (const auto* text : {&person.full_name, &person.call_me, &person.phone, &person.email}) add(*text);
    for (const auto& ticket : person.tickets) add(ticket);
    return digest;
}

// A query's words that are letters, and the digits of those that are a number's: "rosa 0142".
struct Parts {
    std::string name, digits;
};
Parts parts_of(std::string_view query) {
    Parts parts;
    std::string short_numbers;
    for (std::size_t begin = 0; begin < query.size();) {
        const auto end = std::min(query.find(' ', begin), query.size());
        const auto word = query.substr(begin, end - begin);
        begin = end + 1;
        const bool number = word.find_first_not_of("0123456789+-().") == std::string_view::npos;
        (number ? parts.digits : parts.name) += number ? digits_of(word) : std::string(word) + ' ';
        if (number) short_numbers += ' ' + std::string(word);
    }
    if (parts.digits.size() < k_last_digits) parts.name += short_numbers;  // "Guest 12" is a name here.
    return parts;
}

}  // namespace

void FindIndex::Inside::add(const Person& person, std::uint64_t digest) {
    const auto slot = static_cast<Slot>(cards.size());
    const std::string digits = digits_of(person.phone);
    Card card{person.id,
              digest,
              number_of(digits),
              static_cast<std::uint32_t>(units.size()),
              0,
              static_cast<std::uint8_t>(std::min<std::size_t>(digits.size(), 15)),
              true};
    const auto add_words = [&](const std::string& name, bool extra) {
        for (const auto& unit : name_key(name).units) {
            if (card.units == k_most_units) return;
            units.push_back({vocabulary.intern(unit.whole), vocabulary.intern(unit.bare), extra});
            vocabulary.note(units.back().whole, slot);
            vocabulary.note(units.back().bare, slot);
            ++card.units;
        }
    };
    add_words(person.full_name, false);
    if (person.call_me != person.full_name) add_words(person.call_me, card.units > 0);
    if (digits.size() >= k_last_digits) last_fours.emplace(card.digits % power_of_ten(k_last_digits), slot);
    if (!person.email.empty()) emails.emplace(lower(person.email), slot);
    for (const auto& ticket : person.tickets) tickets.emplace(lower(ticket), slot);
    slots[person.id] = slot;
    cards.push_back(card);
}

// The card stays behind, dead, until there are as many dead as alive.
void FindIndex::Inside::forget(const PersonId& id) {
    const auto known = slots.find(id);
    if (known == slots.end()) return;
    cards[known->second].alive = false;
    slots.erase(known);
    constexpr std::size_t few = 1000;
    if (++dead >= few && dead >= slots.size()) tidy_up();
}

void FindIndex::Inside::tidy_up() {
    std::vector<Slot> now(cards.size(), Vocabulary::k_nobody);
    std::vector<CardUnit> kept_units;
    std::vector<Card> kept;
    for (std::size_t old = 0; old < cards.size(); ++old) {
        Card card = cards[old];
        if (!card.alive) continue;
        const auto first = units.begin() + card.first_unit;
        card.first_unit = static_cast<std::uint32_t>(kept_units.size());
        kept_units.insert(kept_units.end(), first, first + card.units);
        now[old] = static_cast<Slot>(kept.size());
        slots[card.id] = now[old];
        kept.push_back(card);
    }
    const auto renumber = [&](auto& table) {
        for (auto entry = table.begin(); entry != table.end();) {
            entry->second = now[entry->second];
            entry = entry->second == Vocabulary::k_nobody ? table.erase(entry) : std::next(entry);
        }
    };
    renumber(last_fours);
    renumber(tickets);
    renumber(emails);
    vocabulary.renumber(now);
    cards = std::move(kept);
    units = std::move(kept_units);
    dead = 0;
}

// The last digits of a phone, four or more.
void FindIndex::Inside::by_number(std::string_view digits, std::vector<Found>& found) const {
    if (digits.size() < k_last_digits || digits.size() > 15) return;
    const auto number = number_of(digits);
    const auto [begin, end] = last_fours.equal_range(number % power_of_ten(k_last_digits));
    for (auto entry = begin; entry != end; ++entry) {
        const Card& card = cards[entry->second];
        const bool ends_so =
            card.phone_length >= digits.size() && card.digits % power_of_ten(digits.size()) == number;
        if (card.alive && ends_so) found.push_back({card.id, 0.99});
    }
}

void FindIndex::Inside::by_email(std::string_view query, std::vector<Found>& found) const {
    constexpr std::size_t enough = 3;
    const std::string typed = lower(query);
    if (typed.size() < enough || typed.find(' ') != std::string::npos) return;
    const bool sure = typed.find('@') != std::string::npos;
    for (auto entry = emails.lower_bound(typed); entry != emails.end(); ++entry) {
        if (!entry->first.starts_with(typed) || found.size() > k_most_hits) break;
        if (cards[entry->second].alive) found.push_back({cards[entry->second].id, sure ? 0.99 : 0.8});
    }
}

FindIndex::FindIndex(Nicknames nicknames) : inside_(std::make_unique<Inside>(std::move(nicknames))) {}
FindIndex::~FindIndex() = default;
FindIndex::FindIndex(FindIndex&&) noexcept = default;
FindIndex& FindIndex::operator=(FindIndex&&) noexcept = default;

void FindIndex::remove(const PersonId& person) {
    inside_->forget(person);
}

void FindIndex::put(const Person& person) {
    const auto digest = digest_of(person);
    const auto known = inside_->slots.find(person.id);
    if (known != inside_->slots.end() && inside_->cards[known->second].digest == digest) return;
    inside_->forget(person.id);
    inside_->add(person, digest);
}

namespace {

// Where a name and a number were typed, the number decides and the name sorts those who share it.
void weigh_together(std::vector<Found>& by_name, const std::vector<Found>& by_number) {
    constexpr double name_alone = 0.8, number_alone = 0.6;
    std::map<PersonId, double> scores;
    for (const auto& one : by_name) scores[one.person] = name_alone * one.score;
    for (const auto& one : by_number) {
        const auto named = scores.find(one.person);
        const double fit = named == scores.end() ? 0 : named->second / name_alone;
        scores[one.person] = number_alone + (1 - number_alone) * fit;
    }
    by_name.clear();
    for (const auto& [person, score] : scores) by_name.push_back({person, score});
}

}  // namespace

std::vector<Found> FindIndex::find(std::string_view query, std::size_t limit) const {
    const std::string_view typed = trimmed(query);
    if (typed.empty()) return {};
    const Parts parts = parts_of(typed);
    std::vector<Found> found, numbered;
    inside_->by_name(parts.name, found);
    inside_->by_number(parts.digits, numbered);
    if (!found.empty() && !numbered.empty()) {
        weigh_together(found, numbered);
    } else {
        found.insert(found.end(), numbered.begin(), numbered.end());
    }
    inside_->by_email(typed, found);
    const auto [begin, end] = inside_->tickets.equal_range(lower(typed));
    for (auto entry = begin; entry != end; ++entry) {
        if (const Card& card = inside_->cards[entry->second]; card.alive) found.push_back({card.id, 1});
    }

    std::erase_if(found, [](const Found& one) { return one.score < k_worth_showing; });
    std::sort(found.begin(), found.end(), [](const Found& left, const Found& right) {
        return left.person != right.person ? left.person < right.person : left.score > right.score;
    });
    const auto same = [](const Found& left, const Found& right) { return left.person == right.person; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    std::sort(found.begin(), found.end(), [](const Found& left, const Found& right) {
        return left.score != right.score ? left.score > right.score : left.person < right.person;
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

}  // namespace welcome::kiosk::event
