#include "kiosk/session/session.h"

#include <barrier>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

class Sessions : public Evening {
  protected:
    KeySource card() { return {first().folder().card_text(), std::nullopt}; }
};

}  // namespace

TEST_F(Sessions, ANewEventIsOpenedByItsCardAsTextAndAsPicture) {
    const auto event = first().event_id();
    const auto folder = first().folder();
    first_.reset();
    for (const auto& file : {folder.card_text(), folder.card_picture()}) {
        const auto again = Session::open(folder, {file, std::nullopt});
        ASSERT_TRUE(again) << file << (again ? "" : again.error().detail);
        EXPECT_EQ((*again)->event_id(), event);
        EXPECT_EQ((*again)->state().event().name, "Fall Town Hall");
    }
}

TEST_F(Sessions, AFolderWithAnEventIsNotMadeAgain) {
    const auto event = first().event_id();
    const auto again = Session::create(first().folder(), {}, std::nullopt);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().fault, sync::Fault::refused);
    EXPECT_EQ(read_event_file(first().folder())->event, event);
}

TEST_F(Sessions, AnotherEventsCardIsRefused) {
    const auto other = Session::create(folder_of("other"), {}, std::nullopt);
    ASSERT_TRUE(other);
    const auto opened = Session::open(first().folder(), {(*other)->folder().card_text(), std::nullopt});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().fault, sync::Fault::refused);
}

TEST_F(Sessions, APictureWithoutACardIsRefused) {
    const auto opened = Session::open(first().folder(), {first().folder().event_file(), std::nullopt});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().fault, sync::Fault::unreadable);
}

TEST_F(Sessions, ThePassphraseOpensAndAWrongOneDoesNot) {
    const auto folder = first("seven blue chairs").folder();
    first_.reset();
    EXPECT_TRUE(Session::open(folder, {std::nullopt, "seven blue chairs"}));
    const auto wrong = Session::open(folder, {std::nullopt, "seven blue chair"});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().fault, sync::Fault::refused);
}

TEST_F(Sessions, AnEventWithoutAPassphraseSaysSo) {
    const auto opened = Session::open(first().folder(), {std::nullopt, "any"});
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().detail.find("no passphrase"), std::string::npos);
}

TEST_F(Sessions, WithoutAnyKeyTheSentenceSaysWhatToDo) {
    const auto opened = Session::open(first().folder(), {});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().fault, sync::Fault::refused);
    EXPECT_NE(opened.error().detail.find("card"), std::string::npos);
}

// Others delete their database when they cannot open it. Here nothing is touched, and the card opens it
// again.
TEST_F(Sessions, ALostKeyCostsNoFact) {
    const auto rosa = knows(first(), "Rosa Guerrero");
    const auto folder = first().folder();
    const auto good = card();
    const auto other = Session::create(folder_of("other"), {}, std::nullopt);
    ASSERT_TRUE(other);
    first_.reset();
    const auto files = [&] {
        std::map<std::string, std::string> all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            all[entry.path().string()] = {std::istreambuf_iterator<char>(in), {}};
        }
        return all;
    };
    const auto before = files();

    EXPECT_FALSE(Session::open(folder, {}));
    EXPECT_FALSE(Session::open(folder, {(*other)->folder().card_text(), std::nullopt}));
    EXPECT_FALSE(Session::open(folder, {std::nullopt, "a guess"}));

    EXPECT_EQ(files(), before);
    const auto again = Session::open(folder, good);
    ASSERT_TRUE(again);
    EXPECT_NE((*again)->state().person(rosa), nullptr);
}

TEST_F(Sessions, AFreshTabletJoinsByTheCardAndTakesInTheOthersFacts) {
    const auto rosa = knows(first(), "Rosa Guerrero");
    const auto second = Session::open(folder_of("second"), card());
    ASSERT_TRUE(second) << (second ? "" : second.error().detail);
    EXPECT_EQ((*second)->event_id(), first().event_id());
    EXPECT_EQ((*second)->state().person(rosa), nullptr);

    const auto sealed = first().journal().sealed_after(first().journal().device(), 0, 100);
    ASSERT_TRUE(sealed);
    ASSERT_TRUE((*second)->journal().take_in(*sealed));
    ASSERT_TRUE((*second)->refresh());

    ASSERT_NE((*second)->state().person(rosa), nullptr);
    EXPECT_EQ((*second)->state().person(rosa)->full_name, "Rosa Guerrero");
}

TEST_F(Sessions, WhatAnotherProgramWroteIsFoldedAtRefreshAndOnlyOnce) {
    const auto beside = Session::open(first().folder(), card());
    ASSERT_TRUE(beside);
    const auto rosa = knows(**beside, "Rosa Guerrero");
    EXPECT_EQ(first().state().person(rosa), nullptr);

    EXPECT_EQ(*first().refresh(), 1U);
    EXPECT_EQ(*first().refresh(), 0U);
    EXPECT_NE(first().state().person(rosa), nullptr);
}

TEST_F(Sessions, NothingToCommitIsNoFact) {
    const auto before = facts_of(first()).size();
    EXPECT_TRUE(first().commit({})->empty());
    EXPECT_EQ(facts_of(first()).size(), before);
}

// The kiosk and kioskctl, started together on a tablet that never knew the event.
TEST_F(Sessions, ProgramsThatJoinOneFolderAtOnceAllOpenIt) {
    constexpr int k_programs = 6;
    const sync::UnlockCard unlock{first().event_id(), first().key()};
    const auto fresh = folder_of("fresh");
    std::barrier together(k_programs);
    std::vector<std::string> refusals(k_programs);
    {
        std::vector<std::jthread> programs;
        programs.reserve(refusals.size());
        for (auto& refusal : refusals)
            programs.emplace_back([&] {
                together.arrive_and_wait();
                if (const auto joined = Session::open(fresh, unlock); !joined)
                    refusal = joined.error().detail;
            });
    }
    EXPECT_EQ(refusals, std::vector<std::string>(k_programs));
    EXPECT_EQ(read_event_file(fresh)->event, unlock.event);
}

TEST_F(Sessions, TheFindIndexFollowsCorrectionsMergesAndUndo) {
    auto& session = first();
    const auto rosa = knows(session, "Rosa Guerrero");
    const auto twin = knows(session, "Rosa Guerero");
    const auto hits = [&](const char* query) {
        std::vector<event::PersonId> ids;
        for (const auto& hit : session.find_index().find(query, 5)) ids.push_back(hit.person);
        return ids;
    };
    ASSERT_EQ(hits("guerrero").size(), 2U);

    event::PersonCorrected renamed{rosa, {}, {}};
    renamed.fields.full_name = "Marisol Quintana";
    ASSERT_TRUE(session.commit({event::draft(new_fact(), renamed)}));
    EXPECT_EQ(hits("quintana"), std::vector{rosa});

    const auto merge = new_fact();
    ASSERT_TRUE(session.commit({event::draft(merge, event::PeopleMerged{rosa, twin})}));
    EXPECT_EQ(hits("guerero").size(), 0U);

    ASSERT_TRUE(session.commit({event::draft(new_fact(), event::FactUndone{merge, "mistake", {}})}));
    EXPECT_EQ(hits("guerero"), std::vector{twin});
}

}  // namespace welcome::kiosk::session::test
