#pragma once
// From a fact's id to its record, by open addressing: one number a fact, no allocation for each. Facts are
// never taken out. Included by state_inside.h only.

#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

#include "sync/fact.h"

namespace welcome::kiosk::event {

using Place = std::uint32_t;  // of a record in a list

class PlaceTable {
  public:
    [[nodiscard]] std::optional<Place> find(const sync::FactId& id, const auto& records) const {
        if (slots_.empty()) return std::nullopt;
        for (auto slot = start(id); slots_[slot] != k_free; slot = next(slot)) {
            if (records[slots_[slot]].id == id) return slots_[slot];
        }
        return std::nullopt;
    }
    // The record is in the list already, and its id is new.
    void put(Place place, const auto& records) {
        if (records.size() * 2 > slots_.size()) {
            slots_.assign(slots_.empty() ? k_first_size : slots_.size() * 2, k_free);
            for (Place old = 0; old < records.size(); ++old) settle(old, records);
            return;
        }
        settle(place, records);
    }

  private:
    static constexpr Place k_free = 0xFFFFFFFF;
    static constexpr std::size_t k_first_size = 1024;

    // Every bit of the id moves every bit of the slot: ids that only count up, at whichever end, would
    // otherwise stand in one long row, and each new one would be looked for along all of it. (The last steps
    // are MurmurHash3's 64-bit finalizer.)
    [[nodiscard]] std::size_t start(const sync::FactId& id) const {
        std::uint64_t first = 0, second = 0;
        std::memcpy(&first, id.bytes.data(), sizeof first);
        std::memcpy(&second, id.bytes.data() + sizeof first, sizeof second);
        return mixed(mixed(first) + second) & (slots_.size() - 1);
    }
    static std::uint64_t mixed(std::uint64_t bits) {
        bits = (bits ^ bits >> 33U) * 0xFF51AFD7ED558CCDULL;
        bits = (bits ^ bits >> 33U) * 0xC4CEB9FE1A85EC53ULL;
        return bits ^ bits >> 33U;
    }
    [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }
    void settle(Place place, const auto& records) {
        auto slot = start(records[place].id);
        while (slots_[slot] != k_free) slot = next(slot);
        slots_[slot] = place;
    }

    std::vector<Place> slots_;  // a power of two, at most half full
};

}  // namespace welcome::kiosk::event
