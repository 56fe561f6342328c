#include "kiosk/event/twins.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "kiosk/event/fold_text.h"
#include "kiosk/event/similarity.h"

namespace welcome::kiosk::event {

namespace {

constexpr double k_alike_by_contact = 0.85;  // Jaro-Winkler, of the words on average
constexpr double k_alike_by_name = 0.93;     // with nothing else to go by
constexpr std::size_t k_crowded = 400;  // bearers of one word: "maria"; their full names are compared no more

struct Candidate {
    const Person* person;
    std::vector<std::string> words;  // folded, sorted
    bool is_new = false;             // of tonight's door
};

bool is_of_the_door(const Person& person) {
    return person.signed_up || person.source == "door";
}

// Every word of the shorter name has one of its own in the longer.
double alike(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    const auto& few = left.size() <= right.size() ? left : right;
    const auto& many = left.size() <= right.size() ? right : left;
    if (few.empty()) return 0;
    std::vector<bool> taken(many.size(), false);
    double sum = 0;
    for (const auto& word : few) {
        double best = 0;
        std::size_t place = 0;
        for (std::size_t i = 0; i < many.size(); ++i) {
            if (taken[i]) continue;
            if (const double fit = jaro_winkler(word, many[i]); fit > best) {
                best = fit;
                place = i;
            }
        }
        taken[place] = true;
        sum += best;
    }
    return sum / static_cast<double>(few.size());
}

std::optional<Twins::Because> reason_for(const Candidate& left, const Candidate& right) {
    const Person &one = *left.person, &other = *right.person;
    if (one.is_child != other.is_child) return std::nullopt;
    if (!(left.is_new || right.is_new || (one.attendance && other.attendance))) return std::nullopt;
    const double likeness = alike(left.words, right.words);
    if (likeness < k_alike_by_contact) return std::nullopt;
    if (!one.phone.empty() && one.phone == other.phone) return Twins::Because::same_phone;
    if (!one.email.empty() && one.email == other.email) return Twins::Because::same_email;
    const bool one_word = left.words.size() < 2 || right.words.size() < 2;
    if (one_word || likeness < k_alike_by_name) return std::nullopt;
    return left.words == right.words ? Twins::Because::same_name : Twins::Because::like_name;
}

bool comes_first(const Candidate& left, const Candidate& right) {
    return std::tuple(left.is_new, left.person->id) < std::tuple(right.is_new, right.person->id);
}

class Search {
  public:
    explicit Search(const State& state) {
        for (const auto* person : state.people()) {
            Candidate candidate{person, words_of(folded(person->full_name)), is_of_the_door(*person)};
            std::sort(candidate.words.begin(), candidate.words.end());
            all_.push_back(std::move(candidate));
        }
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const Person& person = *all_[i].person;
            if (!person.phone.empty()) alike_by_["phone " + person.phone].push_back(i);
            if (!person.email.empty()) alike_by_["email " + person.email].push_back(i);
            for (const auto& word : all_[i].words) alike_by_["word " + word].push_back(i);
        }
    }

    std::vector<Twins> found() {
        for (const auto& [what, bearers] : alike_by_) {
            if (bearers.size() > k_crowded) continue;
            for (std::size_t i = 0; i < bearers.size(); ++i) {
                for (std::size_t j = i + 1; j < bearers.size(); ++j) compare(bearers[i], bearers[j]);
            }
        }
        std::sort(twins_.begin(), twins_.end(), [](const Twins& left, const Twins& right) {
            return std::tuple(left.because, left.kept, left.other) <
                   std::tuple(right.because, right.kept, right.other);
        });
        twins_.erase(std::unique(twins_.begin(), twins_.end()), twins_.end());
        return std::move(twins_);
    }

  private:
    void compare(std::size_t left, std::size_t right) {
        if (left == right) return;
        const bool in_order = comes_first(all_[left], all_[right]);
        const Candidate& first = all_[in_order ? left : right];
        const Candidate& second = all_[in_order ? right : left];
        if (const auto because = reason_for(first, second))
            twins_.push_back({first.person->id, second.person->id, *because});
    }

    std::vector<Candidate> all_;
    std::unordered_map<std::string, std::vector<std::size_t>> alike_by_;
    std::vector<Twins> twins_;
};

}  // namespace

std::vector<Twins> probable_twins(const State& state, std::size_t most) {
    auto twins = Search(state).found();
    if (twins.size() > most) twins.resize(most);
    return twins;
}

}  // namespace welcome::kiosk::event
