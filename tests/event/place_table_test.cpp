// However ids are made, a fact is found in a few looks: nothing grows with the square of the evening.

#include "kiosk/event/place_table.h"

#include <functional>
#include <gtest/gtest.h>
#include <random>

namespace welcome::kiosk::event::test {

namespace {

struct Named {
    sync::FactId id;
};

// A list of records that counts how often one of them is looked at.
struct Counted {
    std::vector<Named> all;
    mutable std::size_t looks = 0;
    [[nodiscard]] std::size_t size() const { return all.size(); }
    const Named& operator[](std::size_t place) const {
        ++looks;
        return all[place];
    }
};

constexpr std::size_t k_facts = 50'000;

sync::FactId counted_at(std::size_t first_byte, std::uint64_t number) {
    sync::Uuid id;
    for (std::size_t i = 0; i < 4; ++i)
        id.bytes[first_byte + 3 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return sync::FactId(id);
}

double looks_a_find(const std::function<sync::FactId(std::uint64_t)>& id_of) {
    Counted records;
    PlaceTable table;
    for (std::uint64_t number = 0; number < k_facts; ++number) {
        records.all.push_back({id_of(number)});
        table.put(static_cast<Place>(number), records);
    }
    records.looks = 0;
    for (std::uint64_t number = 0; number < k_facts; ++number)
        EXPECT_EQ(table.find(id_of(number), records), static_cast<Place>(number));
    return static_cast<double>(records.looks) / k_facts;
}

}  // namespace

// Half full and well spread, linear probing needs 1.5 looks.
TEST(PlaceTable, FindsIdsThatCountUpAtAnyOfTheirBytes) {
    for (std::size_t first_byte = 0; first_byte <= 12; ++first_byte) {
        const auto looks = looks_a_find([&](std::uint64_t number) { return counted_at(first_byte, number); });
        EXPECT_LT(looks, 3) << "counted from byte " << first_byte;
    }
}

TEST(PlaceTable, FindsIdsMadeByChance) {
    std::mt19937_64 chance(20261203);
    std::vector<sync::FactId> ids(k_facts);
    for (auto& id : ids) {
        for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(chance());
    }
    EXPECT_LT(looks_a_find([&](std::uint64_t number) { return ids[number]; }), 3);
}

TEST(PlaceTable, SaysOfAnIdItHasNotThatItHasNot) {
    Counted records;
    PlaceTable table;
    EXPECT_EQ(table.find(counted_at(12, 7), records), std::nullopt);
    records.all.push_back({counted_at(12, 8)});
    table.put(0, records);
    EXPECT_EQ(table.find(counted_at(12, 7), records), std::nullopt);
}

}  // namespace welcome::kiosk::event::test
