#pragma once
// The words of all names, each once, with who bears them. A million people share some ten thousand words,
// so what is costly (misspellings, sounds, nicknames) is looked for among words, never among people.
// One owner, one thread. Included by find_index.cpp and its tests only.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kiosk/event/nicknames.h"
#include "kiosk/event/sound_key.h"

namespace welcome::kiosk::event {

using WordId = std::uint32_t;
using Slot = std::uint32_t;

// A word as it was typed, ready to be compared.
struct Probe {
    explicit Probe(std::string typed) : text(std::move(typed)), sound(sound_key(text)) {}
    std::string text;
    SoundKey sound;
};

class Vocabulary {
  public:
    struct Fit {
        WordId word;
        double fit;
    };

    WordId intern(std::string_view word);
    void note(WordId word, Slot bearer);  // at most once for a bearer
    // Bearers get new numbers, those that map to k_nobody are left out. Keeps their order.
    void renumber(const std::vector<Slot>& now);
    static constexpr Slot k_nobody = 0xFFFFFFFF;

    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] const std::string& text(WordId word) const { return words_[word].text; }
    [[nodiscard]] const std::vector<Slot>& bearers(WordId word) const { return words_[word].bearers; }
    [[nodiscard]] bool knows(std::string_view word) const { return ids_.contains(word); }

    // 0 … 1: as it is written, as it sounds, or as people call each other.
    [[nodiscard]] double fit(const Probe& probe, WordId word, const Nicknames& nicknames) const;
    // The words that may be meant, the best first.
    [[nodiscard]] std::vector<Fit> meant_by(const Probe& probe, const Nicknames& nicknames) const;

  private:
    struct Word {
        std::string text;
        SoundKey sound = 0;
        std::uint8_t grams = 0;
        std::vector<Slot> bearers;
    };
    void like_it(const Probe& probe, std::vector<WordId>& into) const;

    std::deque<Word> words_;  // their texts never move: ids_ looks at them
    std::unordered_map<std::string_view, WordId> ids_;
    std::vector<std::vector<WordId>> by_gram_;  // a megabyte, from the first word on
    std::unordered_map<SoundKey, std::vector<WordId>> by_sound_;
};

}  // namespace welcome::kiosk::event
