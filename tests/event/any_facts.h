#pragma once
// Random bodies and random evenings for properties. Everything is drawn from RapidCheck, so a failing one
// is shrunk and its seed is printed.

#include <rapidcheck.h>

#include "kiosk/event/facts_members.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

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
