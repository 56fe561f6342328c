#pragma once
// People by the hash of a word that facts name. Nothing is ever taken out and two words may share a hash:
// whoever asks checks against the person. Mostly written, seldom read: sorted now and then, with a short
// unsorted tail. Included by state_inside.h only.

#include <algorithm>
#include <string_view>
#include <vector>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

class WordIndex {
  public:
    void note(std::size_t word, const PersonId& person) {
        entries_.push_back({word, person});
        if (entries_.size() - sorted_ <= k_shortest_tail + sorted_ / 8) return;
        const auto tail = entries_.begin() + static_cast<std::ptrdiff_t>(sorted_);
        std::sort(tail, entries_.end());
        std::inplace_merge(entries_.begin(), tail, entries_.end());
        entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
        sorted_ = entries_.size();
    }
    // The same person may come twice.
    void each(std::size_t word, const auto& take) const {
        const auto tail = entries_.begin() + static_cast<std::ptrdiff_t>(sorted_);
        auto entry = std::lower_bound(entries_.begin(), tail, Entry{word, PersonId()});
        for (; entry != tail && entry->word == word; ++entry) take(entry->person);
        for (entry = tail; entry != entries_.end(); ++entry) {
            if (entry->word == word) take(entry->person);
        }
    }

  private:
    static constexpr std::size_t k_shortest_tail = 64;
    struct Entry {
        std::size_t word;
        PersonId person;
        auto operator<=>(const Entry&) const = default;
    };

    std::vector<Entry> entries_;
    std::size_t sorted_ = 0;  // so many from the beginning are in order
};

inline std::size_t hash_of(std::string_view word) {
    return std::hash<std::string_view>()(word);
}

}  // namespace welcome::kiosk::event
