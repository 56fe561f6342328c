#include "kiosk/event/vocabulary.h"

#include <algorithm>

#include "kiosk/event/similarity.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::size_t k_signs = 37;  // a blank, letters, digits
constexpr std::size_t k_most_alike = 120;
constexpr std::size_t k_most_begun = 4000;  // words that begin as typed
constexpr std::size_t k_most_sounds = 200;
constexpr double k_no_likeness = 0.2;

std::size_t sign_of(char letter) {
    if (letter >= 'a' && letter <= 'z') return static_cast<std::size_t>(letter - 'a') + 1;
    if (letter >= '0' && letter <= '9') return static_cast<std::size_t>(letter - '0') + 27;
    return 0;
}

// Three letters in a row, beginning and end marked by blanks. Sorted, each once.
std::vector<std::uint16_t> grams_of(std::string_view word) {
    std::vector<std::uint16_t> grams;
    std::size_t first = 0, second = 0;
    const auto add = [&](std::size_t third) {
        grams.push_back(static_cast<std::uint16_t>((first * k_signs + second) * k_signs + third));
        first = second;
        second = third;
    };
    for (const char letter : word) add(sign_of(letter));
    add(0);
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

double dice(std::size_t shared, std::size_t mine, std::size_t theirs) {
    return 2.0 * static_cast<double>(shared) / static_cast<double>(mine + theirs);
}

}  // namespace

WordId Vocabulary::intern(std::string_view word) {
    const auto known = ids_.find(word);
    if (known != ids_.end()) return known->second;
    const auto id = static_cast<WordId>(words_.size());
    const auto grams = grams_of(word);
    if (by_gram_.empty()) by_gram_.resize(k_signs * k_signs * k_signs);
    words_.push_back({std::string(word),
                      sound_key(word),
                      static_cast<std::uint8_t>(std::min<std::size_t>(grams.size(), 0xFF)),
                      {}});
    ids_.emplace(words_.back().text, id);
    for (const auto gram : grams) by_gram_[gram].push_back(id);
    if (words_.back().sound != 0) by_sound_[words_.back().sound].push_back(id);
    return id;
}

void Vocabulary::note(WordId word, Slot bearer) {
    auto& bearers = words_[word].bearers;
    if (bearers.empty() || bearers.back() != bearer) bearers.push_back(bearer);
}

void Vocabulary::renumber(const std::vector<Slot>& now) {
    for (auto& word : words_) {
        for (auto& slot : word.bearers) slot = now[slot];
        std::erase(word.bearers, k_nobody);
    }
}

double Vocabulary::fit(const Probe& probe, WordId id, const Nicknames& nicknames) const {
    const Word& word = words_[id];
    double best = word_fit(probe.text, word.text);
    constexpr double sounds_alike = 0.55;  // the rest by how alike it is written
    if (probe.sound != 0 && probe.sound == word.sound)
        best = std::max(best, sounds_alike + (0.97 - sounds_alike) * best);
    for (const auto& kin : nicknames.kin_of(probe.text)) {
        if (kin.word == word.text) best = std::max(best, kin.fit);
    }
    return best;
}

// Words that begin so, and those that share the most trigrams for their length.
void Vocabulary::like_it(const Probe& probe, std::vector<WordId>& into) const {
    if (words_.empty()) return;
    const auto grams = grams_of(probe.text);
    std::vector<std::uint8_t> shared(words_.size());
    std::vector<WordId> touched;
    for (const auto gram : grams) {
        for (const WordId word : by_gram_[gram]) {
            if (shared[word]++ == 0) touched.push_back(word);
        }
    }
    struct Candidate {
        double dice;
        WordId word;
    };
    std::vector<Candidate> best;
    std::size_t begun = 0;
    const std::size_t least = grams.size() < 6 ? 1 : 2;           // one gram of a long word shared is chance
    const std::size_t beginning = probe.text.size() > 1 ? 2 : 1;  // grams that its beginning has, at least
    for (const WordId id : touched) {
        const Word& word = words_[id];
        if (shared[id] >= beginning && begun < k_most_begun && word.text.starts_with(probe.text)) {
            ++begun;
            into.push_back(id);
        } else if (shared[id] >= least) {
            best.push_back({dice(shared[id], grams.size(), word.grams), id});
        }
    }
    if (best.size() > k_most_alike) {
        std::nth_element(best.begin(), best.begin() + k_most_alike, best.end(),
                         [](const Candidate& left, const Candidate& right) {
                             return left.dice != right.dice ? left.dice > right.dice : left.word < right.word;
                         });
        best.resize(k_most_alike);
    }
    for (const auto& one : best) into.push_back(one.word);
}

std::vector<Vocabulary::Fit> Vocabulary::meant_by(const Probe& probe, const Nicknames& nicknames) const {
    std::vector<WordId> candidates;
    like_it(probe, candidates);
    if (const auto sounding = by_sound_.find(probe.sound); probe.sound != 0 && sounding != by_sound_.end()) {
        const auto& words = sounding->second;
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(std::min(k_most_sounds, words.size()));
        candidates.insert(candidates.end(), words.begin(), end);
    }
    for (const auto& kin : nicknames.kin_of(probe.text)) {
        if (const auto known = ids_.find(kin.word); known != ids_.end()) candidates.push_back(known->second);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::vector<Fit> meant;
    for (const WordId word : candidates) {
        const double likeness = fit(probe, word, nicknames);
        if (likeness > k_no_likeness) meant.push_back({word, likeness});
    }
    std::sort(meant.begin(), meant.end(), [](const Fit& left, const Fit& right) {
        return left.fit != right.fit ? left.fit > right.fit : left.word < right.word;
    });
    return meant;
}

}  // namespace welcome::kiosk::event
