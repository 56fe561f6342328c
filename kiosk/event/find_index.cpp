// The volunteers' tolerant search: order-free trigrams of folded words choose candidates, Jaro-Winkler by
// word ranks them; digits, emails and tickets hit directly (shared/field.md, 2.6).

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <unordered_map>

#include "kiosk/event/find.h"
#include "kiosk/event/fold_text.h"

namespace welcome::kiosk::event {

namespace {

using Gram = std::uint32_t;

constexpr std::array<std::string_view, 12> k_particles = {"de", "del", "la",  "las", "los", "da",
                                                          "do", "dos", "van", "von", "al",  "el"};

// Trigrams of a word with a blank before and after, so that short names and beginnings count.
void add_grams(const std::string& word, std::vector<Gram>& grams) {
    const std::string padded = " " + word + " ";
    for (std::size_t i = 0; i + 2 < padded.size(); ++i)
        grams.push_back(static_cast<Gram>(static_cast<unsigned char>(padded[i])) << 16U |
                        static_cast<Gram>(static_cast<unsigned char>(padded[i + 1])) << 8U |
                        static_cast<Gram>(static_cast<unsigned char>(padded[i + 2])));
}

std::vector<Gram> grams_of(const std::vector<std::string>& words) {
    std::vector<Gram> grams;
    for (const auto& word : words) add_grams(word, grams);
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

// 0 … 1; a common beginning of up to four letters counts more (Winkler 1990).
double jaro_winkler(const std::string& left, const std::string& right) {
    if (left == right) return 1;
    const std::size_t reach =
        std::max(left.size(), right.size()) / 2 > 0 ? std::max(left.size(), right.size()) / 2 - 1 : 0;
    std::vector<bool> left_used(left.size()), right_used(right.size());
    double matches = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const std::size_t begin = i > reach ? i - reach : 0;
        for (std::size_t j = begin; j < std::min(right.size(), i + reach + 1); ++j) {
            if (right_used[j] || left[i] != right[j]) continue;
            left_used[i] = right_used[j] = true;
            ++matches;
            break;
        }
    }
    if (matches == 0) return 0;
    double swapped = 0;
    for (std::size_t i = 0, j = 0; i < left.size(); ++i) {
        if (!left_used[i]) continue;
        while (!right_used[j]) ++j;
        if (left[i] != right[j++]) ++swapped;
    }
    const double jaro = (matches / static_cast<double>(left.size()) +
                         matches / static_cast<double>(right.size()) + (matches - swapped / 2) / matches) /
                        3;
    std::size_t common = 0;
    while (common < std::min({left.size(), right.size(), std::size_t{4}}) && left[common] == right[common])
        ++common;
    return jaro + static_cast<double>(common) * 0.1 * (1 - jaro);
}

// How well one typed word fits a name's word; what is still being typed fits a beginning.
double word_fit(const std::string& typed, const std::string& word) {
    if (word.starts_with(typed))
        return 0.9 + 0.1 * static_cast<double>(typed.size()) / static_cast<double>(word.size());
    return jaro_winkler(typed, word);
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

bool is_particle(const std::string& word) {
    return std::find(k_particles.begin(), k_particles.end(), word) != k_particles.end();
}

}  // namespace

struct FindIndex::Inside {
    struct Card {
        std::vector<std::string> words;
        std::vector<Gram> grams;
        std::string joined;  // without blanks and particles: "delacruz" and "de la cruz" meet here
        std::string phone, email;
        std::vector<std::string> tickets;
    };
    std::unordered_map<PersonId, Card> cards;
    std::unordered_map<Gram, std::vector<PersonId>> holders;

    void forget(const PersonId& id) {
        const auto card = cards.find(id);
        if (card == cards.end()) return;
        for (const auto gram : card->second.grams) std::erase(holders[gram], id);
        cards.erase(card);
    }

    [[nodiscard]] double score(const Card& card, const std::vector<std::string>& typed,
                               const std::vector<Gram>& grams, const std::string& joined) const {
        double fit = 0;
        double weight = 0;
        for (const auto& word : typed) {
            double best = 0;
            for (const auto& mine : card.words) best = std::max(best, word_fit(word, mine));
            const auto length = static_cast<double>(word.size());
            fit += best * length;
            weight += length;
        }
        std::size_t shared = 0;
        for (const auto gram : grams)
            shared += std::binary_search(card.grams.begin(), card.grams.end(), gram) ? 1 : 0;
        const double dice = grams.empty() ? 0
                                          : 2.0 * static_cast<double>(shared) /
                                                static_cast<double>(grams.size() + card.grams.size());
        const double words_fit = weight > 0 ? fit / weight : 0;
        const double joined_fit = joined.size() >= 4 ? jaro_winkler(joined, card.joined) : 0;
        return std::max(0.65 * words_fit + 0.35 * dice, 0.9 * joined_fit);
    }
};

FindIndex::FindIndex() : inside_(std::make_unique<Inside>()) {}
FindIndex::~FindIndex() = default;
FindIndex::FindIndex(FindIndex&&) noexcept = default;
FindIndex& FindIndex::operator=(FindIndex&&) noexcept = default;

void FindIndex::remove(const PersonId& person) {
    inside_->forget(person);
}

void FindIndex::put(const Person& person) {
    inside_->forget(person.id);
    Inside::Card card;
    card.words = words_of(folded(person.full_name));
    for (auto& word : words_of(folded(person.call_me))) card.words.push_back(std::move(word));
    for (const auto& word : words_of(folded(person.full_name))) {
        if (!is_particle(word)) card.joined += word;
    }
    card.grams = grams_of(card.words);
    card.phone = digits_of(person.phone);
    card.email = folded(person.email);
    card.tickets = person.tickets;
    for (const auto gram : card.grams) inside_->holders[gram].push_back(person.id);
    inside_->cards[person.id] = std::move(card);
}

std::vector<Found> FindIndex::find(std::string_view query, std::size_t limit) const {
    const std::string key = folded(query);
    const auto typed = words_of(key);
    if (typed.empty()) return {};
    const auto grams = grams_of(typed);
    const std::string digits = digits_of(query);
    std::string joined;
    for (const auto& word : typed) joined += is_particle(word) ? "" : word;

    std::unordered_map<PersonId, double> scores;
    const auto raise = [&](const PersonId& id, double score) { scores[id] = std::max(scores[id], score); };
    std::set<PersonId> candidates;
    for (const auto gram : grams) {
        const auto holders = inside_->holders.find(gram);
        if (holders != inside_->holders.end())
            candidates.insert(holders->second.begin(), holders->second.end());
    }
    for (const auto& id : candidates) raise(id, inside_->score(inside_->cards.at(id), typed, grams, joined));
    const bool by_number = digits.size() >= 4;
    const bool by_email = query.find('@') != std::string_view::npos;
    for (const auto& [id, card] : inside_->cards) {
        if (by_number && card.phone.size() >= digits.size() && card.phone.ends_with(digits)) raise(id, 0.99);
        if (by_email && !card.email.empty() && card.email.starts_with(key)) raise(id, 0.99);
        if (query.size() >= 4 &&
            std::find(card.tickets.begin(), card.tickets.end(), query) != card.tickets.end())
            raise(id, 1);
    }
    std::vector<Found> found;
    constexpr double worth_showing = 0.3;
    for (const auto& [id, score] : scores) {
        if (score >= worth_showing) found.push_back({id, score});
    }
    std::sort(found.begin(), found.end(), [](const Found& left, const Found& right) {
        return left.score != right.score ? left.score > right.score : left.person < right.person;
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

}  // namespace welcome::kiosk::event
