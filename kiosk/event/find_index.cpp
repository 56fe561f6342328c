// The volunteers' tolerant search: order-free trigrams choose candidates, words ranked by Jaro-Winkler
// decide; numbers, emails and tickets hit directly (shared/field.md, 2.6).

#include <algorithm>
#include <map>
#include <unordered_map>

#include "kiosk/event/find.h"
#include "kiosk/event/fold_text.h"
#include "kiosk/event/name_key.h"

namespace welcome::kiosk::event {

namespace {

using Slot = std::uint32_t;

constexpr std::size_t k_candidates = 200;  // looked at closely
constexpr double k_worth_showing = 0.35;

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char letter) { return letter >= '0' && letter <= '9'; });
    return digits;
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

double share_of(std::size_t shared, std::size_t mine, std::size_t theirs) {  // Dice
    return mine + theirs == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(mine + theirs);
}

// What a card was made from: while it stays the same, so does the card.
struct Words {
    std::string full_name, call_me, phone, email;
    std::vector<std::string> tickets;
    bool operator==(const Words&) const = default;
};

struct Card {
    PersonId id;
    bool alive = true;
    Words words;
    NameKey name, call_me;
    std::size_t grams = 0;
};

}  // namespace

struct FindIndex::Inside {
    std::vector<Card> cards;
    std::unordered_map<PersonId, Slot> slots;
    std::size_t dead = 0;
    std::unordered_map<Gram, std::vector<Slot>> holders;
    std::unordered_multimap<std::string, Slot> last_fours, tickets;
    std::multimap<std::string, Slot, std::less<>> emails;

    void add(const PersonId& id, Words words);
    void forget(const PersonId& id);
    void by_name(std::string_view query, std::vector<Found>& found) const;
    void by_number(std::string_view query, std::vector<Found>& found) const;
    void by_email(std::string_view query, std::vector<Found>& found) const;
    void hit(Slot slot, double score, std::vector<Found>& found) const {
        if (cards[slot].alive) found.push_back({cards[slot].id, score});
    }
};

void FindIndex::Inside::add(const PersonId& id, Words words) {
    const auto slot = static_cast<Slot>(cards.size());
    Card card{id, true, std::move(words), {}, {}, 0};
    card.name = name_key(card.words.full_name);
    card.call_me = name_key(card.words.call_me);
    auto grams = grams_of(card.name);
    card.grams = grams.size();
    for (const Gram gram : grams_of(card.call_me)) grams.push_back(gram);
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    for (const Gram gram : grams) holders[gram].push_back(slot);
    const std::string digits = digits_of(card.words.phone);
    if (digits.size() >= 4) last_fours.emplace(digits.substr(digits.size() - 4), slot);
    if (!card.words.email.empty()) emails.emplace(lower(card.words.email), slot);
    for (const auto& ticket : card.words.tickets) tickets.emplace(lower(ticket), slot);
    slots[id] = slot;
    cards.push_back(std::move(card));
}

// The card stays behind, dead, until there are as many dead as alive; then all is built anew.
void FindIndex::Inside::forget(const PersonId& id) {
    const auto known = slots.find(id);
    if (known == slots.end()) return;
    cards[known->second].alive = false;
    slots.erase(known);
    constexpr std::size_t few = 1000;
    if (++dead < few || dead < slots.size()) return;
    const auto old = std::move(cards);
    *this = {};
    for (const auto& card : old) {
        if (card.alive) add(card.id, card.words);
    }
}

// Those who share the most trigrams for their size.
void FindIndex::Inside::by_name(std::string_view query, std::vector<Found>& found) const {
    const NameKey typed = name_key(query);
    const auto grams = grams_of(typed);
    std::vector<std::uint8_t> shared(cards.size());
    std::vector<Slot> touched;
    for (const Gram gram : grams) {
        const auto holding = holders.find(gram);
        if (holding == holders.end()) continue;
        for (const Slot slot : holding->second) {
            if (shared[slot] == 0) touched.push_back(slot);
            if (shared[slot] < 0xFF) ++shared[slot];
        }
    }
    struct Candidate {
        double dice;
        Slot slot;
    };
    std::vector<Candidate> best;
    best.reserve(touched.size());
    for (const Slot slot : touched) {
        if (cards[slot].alive)
            best.push_back({share_of(shared[slot], grams.size(), cards[slot].grams), slot});
    }
    const auto better = [](const Candidate& left, const Candidate& right) {
        return left.dice != right.dice ? left.dice > right.dice : left.slot < right.slot;
    };
    if (best.size() > k_candidates) {
        std::nth_element(best.begin(), best.begin() + k_candidates, best.end(), better);
        best.resize(k_candidates);
    }
    constexpr double by_words = 0.7;  // the rest by trigrams
    for (const auto& candidate : best) {
        const Card& card = cards[candidate.slot];
        double fit = name_fit(typed, card.name);
        if (!card.call_me.units.empty()) fit = std::max(fit, name_fit(typed, card.call_me));
        found.push_back(
            {card.id, by_words * fit + (1 - by_words) * std::max(candidate.dice, fit > 0.9 ? fit : 0)});
    }
}

// The last digits of a phone, four or more.
void FindIndex::Inside::by_number(std::string_view query, std::vector<Found>& found) const {
    const std::string digits = digits_of(query);
    if (digits.size() < 4) return;
    const auto [begin, end] = last_fours.equal_range(digits.substr(digits.size() - 4));
    for (auto entry = begin; entry != end; ++entry) {
        if (digits_of(cards[entry->second].words.phone).ends_with(digits)) hit(entry->second, 0.99, found);
    }
}

void FindIndex::Inside::by_email(std::string_view query, std::vector<Found>& found) const {
    constexpr std::size_t enough = 3;
    const std::string typed = lower(query);
    if (typed.size() < enough || typed.find(' ') != std::string::npos) return;
    const bool sure = typed.find('@') != std::string::npos;
    for (auto entry = emails.lower_bound(typed); entry != emails.end(); ++entry) {
        if (!entry->first.starts_with(typed) || found.size() > k_candidates * 2) break;
        hit(entry->second, sure ? 0.99 : 0.8, found);
    }
}

FindIndex::FindIndex() : inside_(std::make_unique<Inside>()) {}
FindIndex::~FindIndex() = default;
FindIndex::FindIndex(FindIndex&&) noexcept = default;
FindIndex& FindIndex::operator=(FindIndex&&) noexcept = default;

void FindIndex::remove(const PersonId& person) {
    inside_->forget(person);
}

void FindIndex::put(const Person& person) {
    Words words{person.full_name, person.call_me, person.phone, person.email, person.tickets};
    const auto known = inside_->slots.find(person.id);
    if (known != inside_->slots.end() && inside_->cards[known->second].words == words) return;
    inside_->forget(person.id);
    inside_->add(person.id, std::move(words));
}

std::vector<Found> FindIndex::find(std::string_view query, std::size_t limit) const {
    const std::string_view typed = trimmed(query);
    if (typed.empty()) return {};
    std::vector<Found> found;
    inside_->by_email(typed, found);
    inside_->by_name(typed, found);
    inside_->by_number(typed, found);
    const auto [begin, end] = inside_->tickets.equal_range(lower(typed));
    for (auto entry = begin; entry != end; ++entry) inside_->hit(entry->second, 1, found);

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
