#pragma once
// What the tests of the event share: tablets that write facts, and an evening in which rules are asked and
// carried out. Ids and times are counted, so that every run is the same.

#include <gtest/gtest.h>

#include "kiosk/event/decide_childcare.h"

namespace welcome::kiosk::event::test {

template <typename Id>
Id id_of(std::uint64_t number) {
    sync::Uuid uuid;
    for (std::size_t i = 0; i < 8; ++i) uuid.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return Id(uuid);
}
inline PersonId person_id(std::uint64_t number) {
    return id_of<PersonId>(number);
}
inline sync::DeviceId device_id(std::uint8_t number) {
    sync::DeviceId device;
    device.bytes[0] = number;
    return device;
}
inline Instant at_minute(std::int64_t minutes) {
    constexpr std::int64_t six_pm = 1'794'000'000'000;
    return Instant(std::chrono::milliseconds(six_pm + minutes * 60'000));
}

// A device that writes facts: gapless sequence, rising time.
class Tablet {
  public:
    explicit Tablet(std::uint8_t number) : device_(device_id(number)), first_id_(number * 1'000'000ULL) {}

    sync::Fact fact(const sync::Draft& draft, std::int64_t minute) {
        ++seq_;
        const auto wall = at_minute(minute);
        return {.id = draft.id,
                .device = device_,
                .device_seq = seq_,
                .time = {wall.time_since_epoch().count(), static_cast<std::uint16_t>(seq_)},
                .wall = wall,
                .event = {},
                .kind = draft.kind,
                .body = draft.body};
    }
    sync::Fact says(const Body& body, std::int64_t minute) {
        return fact(draft(id_of<FactId>(first_id_ + seq_ + 1), body), minute);
    }

  private:
    sync::DeviceId device_;
    std::uint64_t first_id_;
    std::uint64_t seq_ = 0;
};

inline State fold(const std::vector<sync::Fact>& facts) {
    State state;
    for (const auto& fact : facts) state.apply(fact);
    return state;
}

// A tablet with its state, at which rules are asked and what they decide is carried out.
class Desk : public ::testing::Test {
  protected:
    Context context() {
        return {.now = at_minute(minute_),
                .staff = unlocked_,
                .new_id = [this] { return id_of<FactId>(++last_id_); },
                .random_below = [this](std::uint32_t bound) { return draws_++ * 7 % bound; },
                .device = device_id(1)};
    }
    FactId says(const Body& body) {
        const auto fact = tablet_.fact(draft(id_of<FactId>(++last_id_), body), minute_);
        state_.apply(fact);
        return fact.id;
    }
    // The facts' ids; a refusal fails the test.
    std::vector<FactId> carry_out(const std::vector<sync::Draft>& drafts) {
        std::vector<FactId> ids;
        for (const auto& one : drafts) {
            state_.apply(tablet_.fact(one, minute_));
            ids.push_back(one.id);
        }
        return ids;
    }
    std::vector<FactId> carry_out(const Decision& decision) {
        EXPECT_TRUE(decision.has_value()) << (decision ? 0 : static_cast<int>(decision.error()));
        return decision ? carry_out(*decision) : std::vector<FactId>{};
    }
    PersonId knows(std::uint64_t number, const std::string& name, const std::string& phone = {}) {
        PersonRegistered body{person_id(number), "roster", std::to_string(number), {}};
        body.fields.full_name = name;
        if (!phone.empty()) body.fields.phone = phone;
        says(body);
        return body.person;
    }
    StaffId unlocks(StaffRole role) {
        const auto staff = id_of<StaffId>(900 + static_cast<std::uint64_t>(role));
        if (!state_.staff(staff)) says(StaffAdded{staff, "Sam", role, "hash"});
        unlocked_ = staff;
        return staff;
    }

    State state_;
    Tablet tablet_{1};
    std::int64_t minute_ = 4;
    std::optional<StaffId> unlocked_;
    std::uint64_t last_id_ = 5'000'000;
    std::uint32_t draws_ = 0;
};

inline Refusal refusal_of(const Decision& decision) {
    EXPECT_FALSE(decision.has_value());
    return decision ? Refusal::unknown_fact : decision.error();
}

template <typename Kind>
Kind body_of(const sync::Draft& one) {
    const auto body = read_body(one.kind, one.body);
    const auto* kind = body ? std::get_if<Kind>(&*body) : nullptr;
    EXPECT_NE(kind, nullptr) << one.kind << ' ' << one.body;
    return kind ? *kind : Kind{};
}

}  // namespace welcome::kiosk::event::test
