#pragma once
// The index's own: cards with the words of each name, and the search by names. Included by find_*.cpp only.

#include <map>
#include <unordered_map>

#include "kiosk/event/find.h"
#include "kiosk/event/name_key.h"
#include "kiosk/event/vocabulary.h"

namespace welcome::kiosk::event {

// A name's word, as in NameUnit. What somebody is called beside the name is extra: it may be left out.
struct CardUnit {
    WordId whole = 0, bare = 0;
    bool extra = false;
};

inline constexpr std::size_t k_most_units = 12;  // words of a name that are kept

struct Card {
    PersonId id;
    std::uint64_t digest = 0;  // of the words it was made from: while they stay the same, so does the card
    std::uint64_t digits = 0;  // of the phone, its last 15
    std::uint32_t first_unit = 0;
    std::uint8_t units = 0;
    std::uint8_t phone_length = 0;
    bool alive = true;
};

// What was typed, one word of it: the words that may be meant, and how much it tells.
struct Typed {
    Probe whole, bare;
    double weight = 1;
    std::vector<Vocabulary::Fit> meant;  // by either spelling
    std::vector<std::uint16_t> fits;     // by WordId, in 65535ths; 0: not among those meant
};

struct FindIndex::Inside {
    explicit Inside(Nicknames known) : nicknames(std::move(known)) {}

    Nicknames nicknames;
    Vocabulary vocabulary;
    std::vector<CardUnit> units;  // each card's in a row
    std::vector<Card> cards;
    std::unordered_map<PersonId, Slot> slots;
    std::size_t dead = 0;
    std::unordered_multimap<std::uint64_t, Slot> last_fours;
    std::unordered_multimap<std::string, Slot> tickets;
    std::multimap<std::string, Slot, std::less<>> emails;

    // find_index.cpp
    void add(const Person& person, std::uint64_t digest);
    void forget(const PersonId& id);
    void tidy_up();
    void by_number(std::string_view digits, std::vector<Found>& found) const;
    void by_email(std::string_view typed, std::vector<Found>& found) const;

    // find_names.cpp
    void by_name(std::string_view query, std::vector<Found>& found) const;
    [[nodiscard]] double name_fit(const std::vector<Typed>& typed, const std::string& joined,
                                  Slot slot) const;
    [[nodiscard]] Typed read(const NameUnit& unit) const;
    [[nodiscard]] double weight(WordId word) const;
    [[nodiscard]] std::vector<Slot> likely(const std::vector<Typed>& typed) const;
    [[nodiscard]] double glance(const std::vector<Typed>& typed, const Card& card) const;
    [[nodiscard]] double far_fit(const Typed& typed, const CardUnit& unit) const;
    [[nodiscard]] double unit_fit(const Typed& typed, const CardUnit& unit) const;
};

}  // namespace welcome::kiosk::event
