#include "kiosk/roster/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace welcome;
using namespace welcome::kiosk;
using namespace welcome::kiosk::roster;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

const sync::EventId k_event(*sync::Uuid::parse("0192f0c1-2233-7445-8667-8899aabbccdd"));

// A tablet at the door: what it writes becomes true at once.
class Import : public testing::Test {
  protected:
    roster::Import take(std::string_view bytes) {
        auto roster = read_roster_bytes(bytes, Format::automatic, k_event);
        EXPECT_TRUE(roster);
        auto import = import_into(state_, *roster, context());
        for (const auto& draft : import.drafts) write(draft);
        return import;
    }
    void write(const sync::Draft& draft) {
        const auto at = static_cast<std::int64_t>(++written_);
        state_.apply({draft.id, sync::DeviceId{}, written_, sync::Hlc{1000 + at, 0},
                      sync::Instant(std::chrono::milliseconds(1000 + at)), k_event, draft.kind, draft.body});
    }
    sync::Uuid fresh() {
        sync::Uuid id;
        id.bytes[15] = static_cast<std::uint8_t>(++ids_ & 0xFF);
        id.bytes[14] = static_cast<std::uint8_t>(ids_ >> 8);
        return id;
    }
    event::Context context() {
        return {sync::Instant(std::chrono::milliseconds(1000)), std::nullopt, [this] { return fresh(); },
                [](std::uint32_t) { return 0U; }};
    }
    const event::Person& only() {
        const auto people = state_.people();
        EXPECT_THAT(people, SizeIs(1));
        return *people.front();
    }

    event::State state_;
    std::uint64_t written_ = 0;
    unsigned ids_ = 0;
};

constexpr std::string_view k_rosa = "id,name,phone,ticket\n7,Rosa,202-555-0143,T1\n";

TEST_F(Import, AddsPeople) {
    const auto import = take("id,name,household\n1,Rosa,g\n2,Tomás,g\n3,,x\n");
    EXPECT_EQ(import.read, 3U);
    EXPECT_EQ(import.added, 2U);
    EXPECT_THAT(import.refused, SizeIs(1));
    ASSERT_THAT(state_.people(), SizeIs(2));
    EXPECT_THAT(state_.household_of(state_.by_source_key("roster", "generic:1")->id), SizeIs(2));
}

TEST_F(Import, OfTheSameFileTwiceChangesNothing) {
    take(k_rosa);
    const auto again = take(k_rosa);
    EXPECT_EQ(again.added, 0U);
    EXPECT_EQ(again.changed, 0U);
    EXPECT_EQ(again.unchanged, 1U);
    EXPECT_THAT(again.drafts, IsEmpty());
}

TEST_F(Import, OfTheSameLineTwiceMakesOnePerson) {
    const auto import = take("name,email\nRosa,r@example.org\nROSA,R@example.org\nRosa,r@example.org\n");
    EXPECT_EQ(import.added, 1U);
    EXPECT_THAT(state_.people(), SizeIs(1));
}

TEST_F(Import, OfARosterWithAPersonTwiceMakesOnePerson) {
    auto twice = *read_roster_bytes(k_rosa, Format::automatic, k_event);
    twice.rows.push_back(twice.rows.front());
    const auto import = import_into(state_, twice, context());
    EXPECT_EQ(import.added, 1U);
    EXPECT_EQ(import.passed_over, 1U);
    EXPECT_THAT(import.drafts, SizeIs(1));
}

TEST_F(Import, OfANewPhoneCorrectsThePerson) {
    take(k_rosa);
    const auto import = take("id,name,phone,ticket\n7,Rosa,202-555-0199,T1\n");
    EXPECT_EQ(import.changed, 1U);
    ASSERT_THAT(import.drafts, SizeIs(1));
    EXPECT_EQ(import.drafts[0].kind, "person_corrected");
    EXPECT_EQ(only().phone, "+12025550199");
    EXPECT_EQ(only().full_name, "Rosa");
}

TEST_F(Import, OfTheOldFileLeavesACorrectionAtTheDoor) {
    take(k_rosa);
    event::PersonFields said;
    said.phone = "+12025550177";
    write(event::draft(sync::FactId(fresh()), event::PersonCorrected{only().id, said, ""}));
    const auto import = take(k_rosa);
    EXPECT_EQ(import.unchanged, 1U);
    EXPECT_THAT(import.drafts, IsEmpty());
    EXPECT_EQ(only().phone, "+12025550177");
}

TEST_F(Import, FindsPeopleByTheirForeignTickets) {
    take(k_rosa);
    ASSERT_TRUE(state_.by_ticket("T1"));
    EXPECT_EQ(state_.by_ticket("T1")->full_name, "Rosa");
}

TEST_F(Import, OnTwoTabletsMakesTheSamePeople) {
    take(k_rosa);
    event::State other;
    const auto there = import_into(other, *read_roster_bytes(k_rosa, Format::automatic, k_event), context());
    for (const auto& draft : there.drafts) write(draft);
    EXPECT_EQ(only().full_name, "Rosa");
}

}  // namespace
