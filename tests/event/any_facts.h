#pragma once
// Random bodies and random evenings for properties. Everything is drawn from RapidCheck, so a failing one
// is shrunk and its seed is printed.

#include <algorithm>
#include <array>
#include <random>
#include <rapidcheck.h>

#include "kiosk/event/facts_members.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

inline int below(int bound) {
    return *rc::gen::inRange(0, bound);
}

inline std::vector<sync::Fact> shuffled(std::vector<sync::Fact> facts) {
    std::mt19937 order(*rc::gen::arbitrary<std::uint32_t>());
    std::shuffle(facts.begin(), facts.end(), order);
    return facts;
}

inline std::vector<sync::Fact> some_twice(std::vector<sync::Fact> facts) {
    const auto once = facts;
    for (const auto& fact : once) {
        for (int more = below(3); more > 1; --more) facts.push_back(fact);
    }
    return facts;
}

// Up to forty facts numbered from 1, each written on one of three tablets whose clocks stand where they like;
// `make` gives a body, and is told how many facts there are.
std::vector<sync::Fact> written_anywhere(const auto& make) {
    const int how_many = below(40) + 1;
    std::vector<sync::Fact> facts;
    std::array<std::uint64_t, 3> seqs{};
    for (int number = 1; number <= how_many; ++number) {
        const auto tablet = static_cast<std::size_t>(below(3));
        const auto written = draft(id_of<FactId>(static_cast<std::uint64_t>(number)), make(how_many));
        facts.push_back({.id = written.id,
                         .device = device_id(static_cast<std::uint8_t>(tablet + 1)),
                         .device_seq = ++seqs[tablet],
                         .time = {below(20), static_cast<std::uint16_t>(below(2))},
                         .wall = at_minute(below(30)),
                         .event = {},
                         .kind = written.kind,
                         .body = written.body});
    }
    return facts;
}

// Draws every member that a body names.
class Filler {
  public:
    template <typename T>
    void needs(const char*, T& value) {
        fill(value);
    }
    template <typename T>
    void operator()(const char*, T& value, const T& = T{}) {
        fill(value);
    }

  private:
    template <typename T>
    void fill(T& value) {
        if constexpr (requires { value.has_value(); }) {
            if (*rc::gen::arbitrary<bool>()) fill(value.emplace());
        } else if constexpr (requires { value.bytes; }) {
            for (auto& byte : value.bytes) byte = *rc::gen::arbitrary<std::uint8_t>();
        } else if constexpr (std::is_enum_v<T>) {
            fill_word(value);
        } else if constexpr (std::is_same_v<T, Instant>) {
            value = Instant(std::chrono::milliseconds(*rc::gen::arbitrary<std::int64_t>()));
        } else if constexpr (std::is_same_v<T, std::string>) {
            value = text();
        } else if constexpr (std::is_integral_v<T>) {
            value = *rc::gen::arbitrary<T>();
        } else if constexpr (requires { value.push_back(value.front()); }) {
            value.resize(*rc::gen::inRange<std::size_t>(0, 3));
            for (auto& entry : value) fill(entry);
        } else {
            json::members(*this, value);
        }
    }
    template <typename Word>
    static void fill_word(Word& value) {
        for (int last = 0;; ++last) {  // As many words as there are.
            if (!text_of(static_cast<Word>(last)).empty()) continue;
            value = static_cast<Word>(*rc::gen::inRange(0, last));
            return;
        }
    }
    static std::string text();
};

Body any_body();

// The facts of a small evening: few people and stays, so that everything meets everything; several devices,
// undos of undos, merges in circles, copies relayed, ids used twice, kinds of tomorrow.
std::vector<sync::Fact> any_evening(bool ids_used_twice);

}  // namespace welcome::kiosk::event::test
