#include "kiosk/event/name_key.h"

#include <algorithm>
#include <array>

#include "kiosk/event/fold_text.h"
#include "kiosk/event/similarity.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::array<std::string_view, 35> k_small_words = {
    "de",   "del", "dela", "la",  "las", "los", "da",  "do",  "dos",   "das", "di",  "du",
    "le",   "van", "von",  "der", "den", "ter", "ten", "al",  "el",    "bin", "ibn", "ben",
    "bint", "abu", "mc",   "mac", "o",   "d",   "st",  "san", "santa", "e",   "y"};

bool is_small(std::string_view word) {
    return std::find(k_small_words.begin(), k_small_words.end(), word) != k_small_words.end();
}

double unit_fit(const NameUnit& typed, const NameUnit& unit) {
    const double whole = word_fit(typed.whole, unit.whole);
    if (typed.bare == typed.whole && unit.bare == unit.whole) return whole;
    constexpr double without_small_words = 0.97;
    return std::max(whole, without_small_words * word_fit(typed.bare, unit.bare));
}

void add_grams(std::string_view word, std::vector<Gram>& grams) {
    const std::string padded = "  " + std::string(word) + " ";
    for (std::size_t i = 0; i + 2 < padded.size(); ++i)
        grams.push_back(static_cast<Gram>(static_cast<unsigned char>(padded[i])) << 16U |
                        static_cast<Gram>(static_cast<unsigned char>(padded[i + 1])) << 8U |
                        static_cast<Gram>(static_cast<unsigned char>(padded[i + 2])));
}

}  // namespace

NameKey name_key(std::string_view name) {
    NameKey key;
    std::string small;
    for (const auto& word : words_of(folded(name))) {
        key.joined += word;
        if (is_small(word)) {
            small += word;
            continue;
        }
        key.units.push_back({small + word, word});
        small.clear();
    }
    if (!small.empty()) key.units.push_back({small, small});  // "O", "Al" on their own
    return key;
}

// Each typed word takes the name's word that fits it best and is not taken yet, the best pair first. What
// of the name nobody typed costs a little, so that "Rosa García" comes before "Rosa García López".
double name_fit(const NameKey& typed, const NameKey& name) {
    std::vector<bool> typed_used(typed.units.size()), used(name.units.size());
    double fitted = 0, typed_letters = 0, letters = 0, letters_met = 0;
    for (const auto& unit : typed.units) typed_letters += static_cast<double>(unit.whole.size());
    for (const auto& unit : name.units) letters += static_cast<double>(unit.whole.size());
    if (typed_letters == 0 || letters == 0) return 0;
    std::vector<double> fits;
    for (const auto& from : typed.units) {
        for (const auto& to : name.units) fits.push_back(unit_fit(from, to));
    }
    for (std::size_t pairs = std::min(typed_used.size(), used.size()); pairs > 0; --pairs) {
        double best = 0;
        std::size_t from = 0, to = 0;
        for (std::size_t i = 0; i < fits.size(); ++i) {
            const auto row = i / used.size(), column = i % used.size();
            if (typed_used[row] || used[column] || fits[i] <= best) continue;
            best = fits[i];
            from = row;
            to = column;
        }
        if (best == 0) break;
        typed_used[from] = used[to] = true;
        fitted += best * static_cast<double>(typed.units[from].whole.size());
        letters_met += best * static_cast<double>(name.units[to].whole.size());
    }
    constexpr double for_the_rest = 0.15;
    const double by_word = fitted / typed_letters * (1 - for_the_rest + for_the_rest * letters_met / letters);
    constexpr std::size_t enough = 4;
    constexpr double without_blanks = 0.95;
    const double as_one =
        typed.joined.size() >= enough ? without_blanks * word_fit(typed.joined, name.joined) : 0;
    return std::max(by_word, as_one);
}

std::vector<Gram> grams_of(const NameKey& key) {
    std::vector<Gram> grams;
    for (const auto& unit : key.units) {
        add_grams(unit.whole, grams);
        if (unit.bare != unit.whole) add_grams(unit.bare, grams);
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

}  // namespace welcome::kiosk::event
