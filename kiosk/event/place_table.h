#pragma once
// From a fact's id to its record, by open addressing: one number a fact, no allocation for each. Facts are
// never taken out. Included by state_inside.h only.

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

    [[nodiscard]] std::size_t start(const sync::FactId& id) const {
        return (std::hash<sync::FactId>()(id) * 0x9E3779B97F4A7C15ULL >> 20U) & (slots_.size() - 1);
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
