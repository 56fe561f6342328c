#include "kiosk/session/rescue.h"

#include <fstream>

#include "kiosk/session/unlock.h"
#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

class Rescue : public Evening {
  protected:
    // Zeros where a disk lost a page: one that holds early facts, so that others come after the gap.
    void lose_a_page() {
        constexpr std::size_t k_page = 4096;
        constexpr char k_leaf_of_a_table = 0x0D;
        first_.reset();
        const auto file = folder_of("first").journal();
        std::string bytes = sync::test::bytes_of(file);
        std::size_t page = 5;  // behind those of the schema
        while (bytes[page * k_page] != k_leaf_of_a_table) ++page;
        bytes.replace(page * k_page, k_page, std::string(k_page, '\0'));
        std::ofstream(file, std::ios::binary) << bytes;
    }
    [[nodiscard]] sync::UnlockCard card() const {
        return *find_key(folder_of("first"), {.card = folder_of("first").card_text(), .passphrase = {}});
    }
    auto rescued() { return rescue(folder_of("first"), folder_of("second"), card()); }
};

}  // namespace

TEST_F(Rescue, GoesOnWithEverythingThatCouldBeRead) {
    for (int i = 0; i < 60; ++i) knows(first(), "Person " + std::to_string(i));
    const auto written = facts_of(first()).size();
    lose_a_page();

    const auto saved = rescued();

    ASSERT_TRUE(saved) << saved.error().detail;
    EXPECT_GE(saved->facts + 20, written);
    std::uint64_t missing = 0;
    for (const auto& gap : saved->missing) missing += gap.last - gap.first + 1;
    EXPECT_EQ(saved->facts + missing, written);
    auto session = Session::open(folder_of("second"), card());
    ASSERT_TRUE(session);
    EXPECT_GE((*session)->state().people().size() + missing, 60U);  // the opening may be among the missing
    EXPECT_FALSE(*(*session)->journal().verify());
    EXPECT_TRUE((*session)->commit({event::draft(new_fact(), event::CameIn{1})}));
}

TEST_F(Rescue, KeepsTheDevicesChainApart) {
    for (int i = 0; i < 10; ++i) knows(first(), "Person " + std::to_string(i));
    const auto old = first().journal().device();
    first_.reset();

    ASSERT_TRUE(rescued());

    auto session = Session::open(folder_of("second"), card());
    ASSERT_TRUE(session);
    EXPECT_NE((*session)->journal().device(), old);
    EXPECT_EQ((*session)->state().people().size(), 10U);
}

TEST_F(Rescue, WhatTheOthersHaveFillsTheGap) {
    for (int i = 0; i < 60; ++i) knows(first(), "Person " + std::to_string(i));
    const auto all = *first().journal().sealed_after(first().journal().device(), 0, 1000);
    lose_a_page();
    ASSERT_GT(rescued()->after_a_gap, 0U);

    auto session = Session::open(folder_of("second"), card());
    ASSERT_TRUE((*session)->journal().take_in(all));
    ASSERT_TRUE((*session)->refresh());

    EXPECT_EQ((*session)->state().people().size(), 60U);
}

TEST_F(Rescue, KeepsAChildInCareThoughItsFactFollowsAGap) {
    for (int i = 0; i < 60; ++i) knows(first(), "Person " + std::to_string(i));
    const event::ChildcareRequested request{.stay = event::StayId(sync::new_uuid()),
                                            .adult = event::PersonId(sync::new_uuid()),
                                            .first_name = "Nuria",
                                            .allergies = "Peanuts",
                                            .code = "K7MP"};
    ASSERT_TRUE(first().commit({event::draft(new_fact(), request)}));
    for (int i = 0; i < 20; ++i) knows(first(), "Late " + std::to_string(i));
    lose_a_page();

    ASSERT_GT(rescued()->after_a_gap, 20U);

    auto session = Session::open(folder_of("second"), card());
    ASSERT_NE((*session)->state().stay(request.stay), nullptr);
    EXPECT_EQ((*session)->state().stay(request.stay)->request.allergies, "Peanuts");
    // The key has one home: there it is destroyed in time, and no copy stays behind.
    EXPECT_TRUE(std::filesystem::exists(folder_of("second").path / "childcare.key"));
    EXPECT_FALSE(std::filesystem::exists(folder_of("first").path / "childcare.key"));
}

TEST_F(Rescue, IsRefusedWhereThereIsNothingToReadOrNoRoom) {
    knows(first(), "Rosa");
    first_.reset();
    ASSERT_TRUE(rescued());

    EXPECT_EQ(rescued().error().fault, sync::Fault::refused) << "the folder holds an event now";
    EXPECT_EQ(rescue(folder_of("nowhere"), folder_of("third"), card()).error().fault, sync::Fault::not_found);
    const sync::UnlockCard other{sync::EventId(sync::new_uuid()), sync::EventKey::make()};
    EXPECT_EQ(rescue(folder_of("first"), folder_of("third"), other).error().fault, sync::Fault::refused);
}

}  // namespace welcome::kiosk::session::test
