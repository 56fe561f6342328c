#include "kiosk/event/nicknames.h"

#include <algorithm>

#include "kiosk/event/fold_text.h"

namespace welcome::kiosk::event {

namespace {

constexpr double k_short_for = 0.93;   // Liz, Elizabeth
constexpr double k_both_short = 0.82;  // Liz, Betty
constexpr double k_part_of = 0.85;

std::string one_word(std::string_view name) {
    std::string word = folded(name);
    std::erase(word, ' ');
    return word;
}

}  // namespace

void Nicknames::tie(const std::string& word, const std::string& other, double fit) {
    if (word.empty() || other.empty() || word == other) return;
    auto& kin = kin_[word];
    const auto known =
        std::find_if(kin.begin(), kin.end(), [&](const Kin& one) { return one.word == other; });
    if (known == kin.end()) {
        kin.push_back({other, fit});
    } else {
        known->fit = std::max(known->fit, fit);
    }
}

void Nicknames::add(std::string_view name, const std::vector<std::string>& short_forms) {
    const std::string key = folded(name);
    const std::string whole = key.substr(0, key.find(' '));
    // "Chema" is José María: of the two words of that name one is José, and the other has still to fit.
    const double fit = whole.size() == key.size() ? k_short_for : k_part_of;
    std::vector<std::string> forms;
    forms.reserve(short_forms.size());
    for (const auto& form : short_forms) forms.push_back(one_word(form));
    for (const auto& form : forms) {
        tie(whole, form, fit);
        tie(form, whole, fit);
        for (const auto& other : forms) tie(form, other, k_both_short);
    }
}

const std::vector<Nicknames::Kin>& Nicknames::kin_of(const std::string& word) const {
    const auto found = kin_.find(word);
    return found == kin_.end() ? nobody_ : found->second;
}

}  // namespace welcome::kiosk::event
