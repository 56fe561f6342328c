// The search by names. Words that may be meant are looked for among the vocabulary; people who bear them are
// glanced at; the likeliest few are matched word by word, whatever the order (shared/field.md, 2.6).

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/event/find_inside.h"
#include "kiosk/event/similarity.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::size_t k_longest_word = 64;
constexpr std::size_t k_most_words = 8;         // of a query, and of a name
constexpr std::size_t k_most_bearers = 60'000;  // noted for one typed word
constexpr std::size_t k_glanced = 400;          // looked at, of those noted
constexpr std::size_t k_matched = 96;           // matched word by word
constexpr double k_all = 65535;
constexpr double k_bare = 0.97;          // "Cruz" for "de la Cruz"
constexpr double k_for_the_rest = 0.2;   // what counts that the name has and nobody typed
constexpr double k_run_together = 0.95;  // "mariajose" for "María José"
constexpr double k_surely = 0.8;         // what is run together must be at least so alike

struct Pair {
    double fit = 0;
    double gain = 0;
    std::uint32_t typed = 0, name = 0;  // a bit for each word that it takes
};

// The best pairs first, no word twice.
struct Sum {
    double typed = 0, name = 0;
};
Sum best_pairs(std::vector<Pair>& pairs, const std::vector<double>& typed, const std::vector<double>& name) {
    std::sort(pairs.begin(), pairs.end(), [](const Pair& left, const Pair& right) {
        if (left.gain != right.gain) return left.gain > right.gain;
        return std::pair(left.typed, left.name) < std::pair(right.typed, right.name);
    });
    Sum sum;
    std::uint32_t typed_taken = 0, name_taken = 0;
    for (const auto& pair : pairs) {
        if ((pair.typed & typed_taken) != 0 || (pair.name & name_taken) != 0) continue;
        typed_taken |= pair.typed;
        name_taken |= pair.name;
        for (std::size_t i = 0; i < typed.size(); ++i)
            sum.typed += (pair.typed >> i & 1U) != 0 ? pair.fit * typed[i] : 0;
        for (std::size_t i = 0; i < name.size(); ++i)
            sum.name += (pair.name >> i & 1U) != 0 ? pair.fit * name[i] : 0;
    }
    return sum;
}

}  // namespace

// Rare words tell more than common ones.
double FindIndex::Inside::weight(WordId word) const {
    constexpr double least = 0.45;
    const double everybody = static_cast<double>(slots.size()) + 2;
    const double bearers = static_cast<double>(vocabulary.bearers(word).size()) + 1;
    return least + (1 - least) * std::clamp(std::log(everybody / bearers) / std::log(everybody), 0.0, 1.0);
}

Typed FindIndex::Inside::read(const NameUnit& unit) const {
    Typed typed{
        Probe(unit.whole.substr(0, k_longest_word)), Probe(unit.bare.substr(0, k_longest_word)), 1, {}, {}};
    typed.fits.resize(vocabulary.size());
    const auto take = [&](const Probe& probe, double share) {
        for (const auto& fit : vocabulary.meant_by(probe, nicknames)) {
            const auto in_parts = static_cast<std::uint16_t>(std::lround(fit.fit * share * k_all));
            typed.fits[fit.word] = std::max(typed.fits[fit.word], in_parts);
            typed.meant.push_back({fit.word, fit.fit * share});
        }
    };
    take(typed.whole, 1);
    if (typed.bare.text != typed.whole.text) take(typed.bare, k_bare);
    std::sort(typed.meant.begin(), typed.meant.end(), [](const auto& left, const auto& right) {
        return left.fit != right.fit ? left.fit > right.fit : left.word < right.word;
    });
    constexpr double unheard_of = 0.5;
    typed.weight = typed.meant.empty() ? unheard_of : weight(typed.meant.front().word);
    // One letter, or two, of a name that is still being typed tell little.
    const bool whole_word = !typed.meant.empty() && typed.meant.front().fit == 1;
    if (!whole_word && typed.whole.text.size() < 3) typed.weight *= typed.whole.text.size() == 1 ? 0.4 : 0.7;
    return typed;
}

double FindIndex::Inside::unit_fit(const Typed& typed, const CardUnit& unit) const {
    const double whole = typed.fits[unit.whole] / k_all;
    return unit.bare == unit.whole ? whole : std::max(whole, k_bare * typed.fits[unit.bare] / k_all);
}

// As name_fit, without looking at which word took which.
double FindIndex::Inside::glance(const std::vector<Typed>& typed, const Card& card) const {
    double met = 0, all = 0, name_met = 0, name_all = 0;
    std::array<double, k_most_units> best_of_unit{};
    for (const auto& one : typed) {
        double best = 0;
        for (std::size_t i = 0; i < card.units; ++i) {
            const double fit = unit_fit(one, units[card.first_unit + i]);
            best = std::max(best, fit);
            best_of_unit[i] = std::max(best_of_unit[i], fit);
        }
        met += one.weight * best;
        all += one.weight;
    }
    for (std::size_t i = 0; i < card.units; ++i) {
        if (units[card.first_unit + i].extra) continue;
        name_met += best_of_unit[i];
        name_all += 1;
    }
    return met / all * (1 - k_for_the_rest + k_for_the_rest * (name_all == 0 ? 0 : name_met / name_all));
}

namespace {

// What a bearer's names have met so far: the best spelling of each typed word, added up.
struct Note {
    std::uint16_t score = 0;
    std::uint8_t words = 0;  // typed words up to which it is counted
};

struct Candidate {
    double score;
    Slot slot;
};
void keep_best(std::vector<Candidate>& candidates, std::size_t most) {
    if (candidates.size() <= most) return;
    const auto better = [](const Candidate& left, const Candidate& right) {
        return left.score != right.score ? left.score > right.score : left.slot < right.slot;
    };
    std::nth_element(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(most),
                     candidates.end(), better);
    candidates.resize(most);
}

}  // namespace

// Those who bear a word that may be meant. Only their notes are touched, side by side in memory, until few
// are left: a million cards are too many to look at. Of a word with very many bearers the nearest spellings
// only: the other words that were typed bring the rest.
std::vector<Slot> FindIndex::Inside::likely(const std::vector<Typed>& typed) const {
    std::vector<Note> notes(cards.size());
    std::vector<Slot> noted;
    std::uint8_t turn = 0;
    for (const auto& one : typed) {
        ++turn;
        std::size_t bearers_noted = 0;
        for (const auto& meant : one.meant) {
            const auto& bearers = vocabulary.bearers(meant.word);
            if (bearers_noted > 0 && bearers_noted + bearers.size() > k_most_bearers) continue;
            bearers_noted += bearers.size();
            constexpr double steps = 65535.0 / k_most_words;
            const auto gain = static_cast<std::uint16_t>(meant.fit * one.weight * steps);
            for (const Slot slot : bearers) {
                Note& note = notes[slot];
                if (note.words == turn) continue;  // Met already, by a nearer spelling.
                if (note.words == 0) noted.push_back(slot);
                note.words = turn;
                note.score = static_cast<std::uint16_t>(note.score + gain);
            }
        }
    }
    std::vector<Candidate> best;
    best.reserve(noted.size());
    for (const Slot slot : noted) best.push_back({static_cast<double>(notes[slot].score), slot});
    keep_best(best, k_glanced);
    std::erase_if(best, [this](const Candidate& one) { return !cards[one.slot].alive; });
    for (auto& one : best) one.score = glance(typed, cards[one.slot]);
    keep_best(best, k_matched);
    std::vector<Slot> found;
    found.reserve(best.size());
    for (const auto& one : best) found.push_back(one.slot);
    return found;
}

// Of words so unlike that they were not among those meant: still more than nothing where another word of the
// name was right.
double FindIndex::Inside::far_fit(const Typed& typed, const CardUnit& unit) const {
    const double whole = word_fit(typed.whole.text, vocabulary.text(unit.whole));
    if (unit.bare == unit.whole) return whole;
    return std::max(whole, k_bare * word_fit(typed.bare.text, vocabulary.text(unit.bare)));
}

double FindIndex::Inside::name_fit(const std::vector<Typed>& typed, const std::string& joined,
                                   Slot slot) const {
    const Card& card = cards[slot];
    std::vector<Pair> pairs;
    std::vector<double> typed_weights, name_weights;
    std::string name_joined;
    const auto unit = [&](std::size_t i) -> const CardUnit& { return units[card.first_unit + i]; };
    const auto text = [&](std::size_t i) -> const std::string& { return vocabulary.text(unit(i).whole); };
    for (std::size_t i = 0; i < card.units; ++i) {
        name_weights.push_back(unit(i).extra ? 0 : weight(unit(i).whole));
        if (!unit(i).extra) name_joined += text(i);
    }
    const auto pair = [&](double fit, std::uint32_t from_bits, std::uint32_t to_bits) {
        double gain = 0;
        for (std::size_t t = 0; t < typed.size(); ++t)
            gain += (from_bits >> t & 1U) != 0 ? typed[t].weight : 0;
        if (fit > 0.2) pairs.push_back({fit, fit * gain, from_bits, to_bits});
    };
    for (std::size_t t = 0; t < typed.size(); ++t) {
        typed_weights.push_back(typed[t].weight);
        for (std::size_t u = 0; u < card.units; ++u) {
            const auto& names = unit(u);
            double fit = unit_fit(typed[t], names);
            if (fit == 0) fit = far_fit(typed[t], names);
            pair(fit, 1U << t, 1U << u);
            // Two of the name's words typed as one, and one of them typed as two.
            if (u + 1 < card.units && !unit(u + 1).extra) {
                const double both = word_fit(typed[t].whole.text, text(u) + text(u + 1));
                if (both > k_surely && typed[t].whole.text.size() > text(u).size())
                    pair(k_run_together * both, 1U << t, 3U << u);
            }
            if (t + 1 < typed.size()) {
                const std::string run = typed[t].whole.text + typed[t + 1].whole.text;
                const double both = run.size() <= text(u).size() + 2 ? word_fit(run, text(u)) : 0;
                if (both > k_surely) pair(k_run_together * both, 3U << t, 1U << u);
            }
        }
    }
    double typed_all = 0, name_all = 0;
    for (const double one : typed_weights) typed_all += one;
    for (const double one : name_weights) name_all += one;
    const Sum sum = best_pairs(pairs, typed_weights, name_weights);
    const double rest = name_all == 0 ? 0 : sum.name / name_all;
    const double by_word = sum.typed / typed_all * (1 - k_for_the_rest + k_for_the_rest * rest);
    constexpr std::size_t enough = 4;
    const double as_one = joined.size() >= enough ? k_run_together * word_fit(joined, name_joined) : 0;
    return std::max(by_word, as_one);
}

void FindIndex::Inside::by_name(std::string_view query, std::vector<Found>& found) const {
    const NameKey key = name_key(query);
    std::vector<Typed> typed;
    for (const auto& unit : key.units) {
        if (typed.size() < k_most_words) typed.push_back(read(unit));
    }
    if (typed.empty()) return;
    for (const Slot slot : likely(typed))
        found.push_back({cards[slot].id, name_fit(typed, key.joined, slot)});
}

}  // namespace welcome::kiosk::event
