// The stay of a child step by step: places, the line, adults, claims lost, paging, closing.

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Care : public Desk {
  protected:
    void SetUp() override {
        EventOpened event{};
        event.childcare_rooms = {{"Room 4", {AgeBand::from_4_to_5, AgeBand::from_6_to_9}, 2},
                                 {"Room 6", {AgeBand::under_2}, 9}};
        says(event);
        for (std::uint64_t adult = 1; adult <= 4; ++adult) {
            knows(adult, "Adult " + std::to_string(adult), "+1404555014" + std::to_string(adult));
            says(CheckedIn{person_id(adult), CheckInMethod::ticket, {}, 0, 0});
        }
    }
    std::vector<StayId> asks(std::uint64_t adult, const std::vector<AgeBand>& bands,
                             Asker asker = Asker::proved) {
        std::vector<ChildRequest> children;
        children.reserve(bands.size());
        for (const auto band : bands) children.push_back({.first_name = "Nuria", .band = band});
        const auto decision = decide_request_childcare(state_, person_id(adult), children, context(), asker);
        std::vector<StayId> stays;
        if (decision) {
            for (const auto& one : *decision) {
                if (one.kind == "childcare_requested") stays.push_back(body_of<ChildcareRequested>(one).stay);
            }
        }
        carry_out(decision);
        return stays;
    }
    StayId asks(std::uint64_t adult) { return asks(adult, {AgeBand::from_4_to_5}).at(0); }
    StayId in_room(std::uint64_t adult) {
        const auto stay = asks(adult);
        unlocks(StaffRole::childcare);
        if (!state_.room("Room 4")->staffed) carry_out(decide_staff_room(state_, "Room 4", 2, context()));
        carry_out(decide_drop_off(state_, stay, context()));
        return stay;
    }
    StayState state_of(const StayId& stay) { return state_.stay(stay)->state; }
    std::string code_of(const StayId& stay) { return state_.stay(stay)->request.code; }
    void upkeep() { carry_out(decide_upkeep(state_, context())); }
};

}  // namespace

TEST_F(Care, WhoAskedWhileTheRoomWasClosedKeepsTheirPlaceWhenItOpens) {
    unlocks(StaffRole::childcare);
    carry_out(decide_staff_room(state_, "Room 4", 3, context()));
    carry_out(decide_close_room(state_, "Room 4", context()));
    const auto first = asks(1), second = asks(2), third = asks(3);
    for (const auto& stay : {first, second, third}) EXPECT_EQ(state_of(stay), StayState::waitlisted);
    EXPECT_EQ(place_in_line(state_, code_of(first)), 1);
    EXPECT_EQ(place_in_line(state_, code_of(third)), 3);
    upkeep();
    EXPECT_EQ(state_of(first), StayState::waitlisted);  // It is closed still.

    carry_out(decide_open_room(state_, "Room 4", context()));
    const auto late = asks(4);  // before the tablet has called anybody
    upkeep();

    EXPECT_EQ(state_of(first), StayState::accepted);
    EXPECT_EQ(state_of(second), StayState::accepted);
    EXPECT_EQ(place_in_line(state_, code_of(third)), 1);
    EXPECT_EQ(place_in_line(state_, code_of(late)), 2);
}

TEST_F(Care, WhoWasAcceptedKeepsThePlaceThoughTheRoomClosesForAWhile) {
    const auto stay = asks(1);
    unlocks(StaffRole::childcare);
    carry_out(decide_staff_room(state_, "Room 4", 3, context()));
    carry_out(decide_close_room(state_, "Room 4", context()));
    EXPECT_EQ(decide_drop_off(state_, stay, context()).error(), Refusal::room_closed);
    asks(2), asks(3);

    carry_out(decide_open_room(state_, "Room 4", context()));
    upkeep();

    EXPECT_EQ(state_of(stay), StayState::accepted);
    EXPECT_TRUE(decide_drop_off(state_, stay, context()).has_value());
}

TEST_F(Care, AcceptsWhileThereArePlacesThenTheLine) {
    const auto first = asks(1);
    const auto second = asks(2);
    const auto third = asks(3);

    EXPECT_EQ(state_of(first), StayState::accepted);
    EXPECT_EQ(state_of(second), StayState::accepted);
    EXPECT_EQ(state_of(third), StayState::waitlisted);
    EXPECT_EQ(state_.free_places(device_id(1), "Room 4"), 0);
    EXPECT_EQ(state_.room("Room 4")->places_open(), 0);
}

TEST_F(Care, SiblingsAreAcceptedTogetherOrWaitTogether) {
    asks(1);
    const auto two = asks(2, {AgeBand::from_4_to_5, AgeBand::from_6_to_9});
    EXPECT_EQ(state_of(two[0]), StayState::waitlisted);
    EXPECT_EQ(state_of(two[1]), StayState::waitlisted);
    EXPECT_EQ(state_.free_places(device_id(1), "Room 4"), 1);

    EXPECT_EQ(state_of(asks(3)), StayState::waitlisted);  // Not past those who asked before.

    const auto babies = asks(4, {AgeBand::under_2, AgeBand::under_2});
    EXPECT_EQ(state_.stay(babies[1])->room, "Room 6");
}

TEST_F(Care, APlaceThatComesFreeCallsTheNextFamily) {
    const auto first = in_room(1);
    asks(2);
    const auto third = asks(3);
    carry_out(decide_pick_up(state_, code_of(first), {first}, context()));
    unlocked_.reset();
    upkeep();

    EXPECT_EQ(state_of(third), StayState::accepted);
    EXPECT_TRUE(state_.stay(third)->paged);
    EXPECT_TRUE(decide_upkeep(state_, context()).empty());
}

TEST_F(Care, TwoAdultsAlwaysAndTheRatioAfterThat) {
    const auto stay = asks(1);
    unlocks(StaffRole::childcare);
    EXPECT_EQ(refusal_of(decide_drop_off(state_, stay, context())), Refusal::too_few_adults);
    carry_out(decide_staff_room(state_, "Room 4", 1, context()));
    EXPECT_EQ(refusal_of(decide_drop_off(state_, stay, context())), Refusal::too_few_adults);
    carry_out(decide_staff_room(state_, "Room 4", 2, context()));
    EXPECT_EQ(state_.room("Room 4")->minded_at_most(), 20);  // 4-5: 1 to 10
    carry_out(decide_drop_off(state_, stay, context()));

    carry_out(decide_staff_room(state_, "Room 4", 1, context()));  // Shown, never hidden.
    EXPECT_LT(state_.room("Room 4")->places_open(), 0);
    EXPECT_EQ(refusal_of(decide_staff_room(state_, "No room", 2, context())), Refusal::unknown_room);
}

TEST_F(Care, ARoomWithChildrenIsNotClosedAndAClosedOneTakesNone) {
    const auto stay = in_room(1);
    EXPECT_EQ(refusal_of(decide_close_room(state_, "Room 4", context())), Refusal::children_here);
    carry_out(decide_pick_up(state_, code_of(stay), {stay}, context()));
    carry_out(decide_close_room(state_, "Room 4", context()));
    EXPECT_EQ(state_of(asks(2)), StayState::waitlisted);
    carry_out(decide_open_room(state_, "Room 4", context()));
    EXPECT_EQ(refusal_of(decide_open_room(state_, "Room 4", context())), Refusal::nothing_new);
}

TEST_F(Care, ALaterProvedRequestDoesNotShareAGuessersCode) {
    const auto guessed = asks(1, {AgeBand::under_2}, Asker::guessed).at(0);
    const auto proved = asks(1, {AgeBand::under_2}).at(0);
    const auto again = asks(1, {AgeBand::under_2}).at(0);

    EXPECT_NE(code_of(guessed), code_of(proved));
    EXPECT_EQ(code_of(proved), code_of(again));
    EXPECT_EQ(state_.stay(proved)->request.number, state_.stay(again)->request.number);
    EXPECT_NE(code_of(asks(1, {AgeBand::under_2}, Asker::guessed).at(0)), code_of(proved));
}

TEST_F(Care, WithoutThePartOfTheCodesNobodyIsAskedIn) {
    auto other = context();
    other.device = device_id(2);
    EXPECT_EQ(refusal_of(decide_request_childcare(state_, person_id(1), {{.first_name = "A"}}, other)),
              Refusal::no_codes);

    Tablet second(2);
    state_.apply(second.says(CameIn{1}, 4));
    upkeep();
    ASSERT_EQ(state_.code_part(device_id(2)), 1);
    EXPECT_TRUE(decide_request_childcare(state_, person_id(1), {{.first_name = "A"}}, other));
}

TEST_F(Care, ALostClaimIsTheLeadsAndKillsTheOldCode) {
    const auto stay = in_room(1);
    const auto old = code_of(stay);
    EXPECT_EQ(refusal_of(decide_replace_claim(state_, stay, "lost", "phone rang", context())),
              Refusal::not_permitted);
    EXPECT_EQ(refusal_of(decide_release(state_, {stay}, "lost", "phone rang", context())),
              Refusal::not_permitted);
    unlocks(StaffRole::lead);
    EXPECT_EQ(refusal_of(decide_replace_claim(state_, stay, "lost", " ", context())),
              Refusal::reason_missing);
    EXPECT_EQ(refusal_of(decide_release(state_, {stay}, "", "phone rang", context())),
              Refusal::reason_missing);
    carry_out(decide_replace_claim(state_, stay, "lost", "phone rang", context()));

    EXPECT_NE(code_of(stay), old);
    EXPECT_TRUE(state_.is_code_dead(old));
    EXPECT_FALSE(state_.is_code_dead(code_of(stay)));
    EXPECT_EQ(refusal_of(decide_pick_up(state_, old, {stay}, context())), Refusal::unknown_code);
    carry_out(decide_note_wrong_code(state_, old, 1, context()));
    EXPECT_EQ(state_.alerts().back().about, Alert::About::dead_code);
    EXPECT_TRUE(decide_pick_up(state_, code_of(stay), {stay}, context()));

    carry_out(decide_release(state_, {stay}, "lost", "phone rang", context()));
    EXPECT_EQ(state_of(stay), StayState::picked_up);
    EXPECT_EQ(state_.stay(stay)->left_because, "lost");
}

TEST_F(Care, PagingNotesAndWhoMayPickUp) {
    const auto stay = in_room(1);
    EXPECT_EQ(refusal_of(decide_page(state_, stay, "", context())), Refusal::reason_missing);
    carry_out(decide_page(state_, stay, "cries", context()));
    EXPECT_TRUE(state_.stay(stay)->paged);
    carry_out(decide_page_over(state_, stay, context()));
    EXPECT_FALSE(state_.stay(stay)->paged);
    carry_out(decide_note_incident(state_, stay, "fell", context()));
    EXPECT_TRUE(state_.has_incident());
    carry_out(decide_say_pick_up(state_, stay, "Jo", "Kim", context()));
    EXPECT_EQ(state_.stay(stay)->may_not_pick_up, "Kim");
    carry_out(decide_refuse_pick_up(state_, stay, context()));
    EXPECT_EQ(state_.alerts().back().about, Alert::About::refused_pick_up);
    EXPECT_EQ(state_of(stay), StayState::dropped_off);

    unlocks(StaffRole::volunteer);
    EXPECT_EQ(refusal_of(decide_page(state_, stay, "x", context())), Refusal::not_permitted);
    EXPECT_EQ(refusal_of(decide_note_incident(state_, stay, "x", context())), Refusal::not_permitted);
    EXPECT_EQ(refusal_of(decide_say_pick_up(state_, stay, "x", "", context())), Refusal::not_permitted);
}

TEST_F(Care, WithdrawnAndTurnedAwayGiveThePlaceBack) {
    const auto first = asks(1);
    const auto second = asks(2);
    unlocks(StaffRole::childcare);
    carry_out(decide_withdraw(state_, first, "went home", context()));
    EXPECT_EQ(refusal_of(decide_turn_away(state_, second, "", context())), Refusal::reason_missing);
    carry_out(decide_turn_away(state_, second, "ill", context()));

    EXPECT_EQ(state_.free_places(device_id(1), "Room 4"), 2);
    EXPECT_EQ(refusal_of(decide_drop_off(state_, first, context())), Refusal::already_left);
    EXPECT_EQ(refusal_of(decide_pick_up(state_, code_of(first), {first}, context())), Refusal::already_left);
}

TEST_F(Care, TheEveningClosesWithAChildOnlyByTheLeadsReason) {
    in_room(1);
    EXPECT_EQ(refusal_of(decide_close_event(state_, "", context())), Refusal::not_permitted);
    unlocks(StaffRole::lead);
    EXPECT_EQ(refusal_of(decide_close_event(state_, " ", context())), Refusal::children_here);
    carry_out(decide_close_event(state_, "Dana stays", context()));
    EXPECT_TRUE(state_.is_closed());
    EXPECT_EQ(state_.closed_at(), at_minute(4));
    EXPECT_EQ(state_.roll_call().size(), 1U);
}

TEST_F(Care, WhyItClosedWithAChildIsUnderTheChildrensKey) {
    in_room(1);
    unlocks(StaffRole::lead);
    const auto decision = decide_close_event(state_, "Dana stays", context());
    ASSERT_TRUE(decision);
    ASSERT_EQ(decision->size(), 2U);
    EXPECT_EQ(body_of<ClosedWithChildren>(decision->front()).reason, "Dana stays");
    EXPECT_TRUE(is_of_children(decision->front().kind));
    EXPECT_EQ(body_of<EventClosed>(decision->back()).reason, "");
}

TEST_F(Care, OneChildHoldsOnePlaceThoughTwoTabletsGaveIt) {
    const auto stay = asks(1);
    Tablet second(2);
    state_.apply(second.says(CameIn{1}, 4));
    says(SlotsGranted{"Room 4", 1, device_id(2), {}});
    ASSERT_EQ(state_.free_places(device_id(1), "Room 4"), 0);
    state_.apply(second.says(ChildAccepted{stay, "Room 4", {}}, 9));  // It had not heard of the first.

    EXPECT_EQ(state_.free_places(device_id(1), "Room 4"), 0);
    EXPECT_EQ(state_.free_places(device_id(2), "Room 4"), 1);
}

TEST_F(Care, OfTwoRoomsTheOneThatTheChildIsInKeepsItsPlace) {
    const auto stay = asks(1);
    Tablet second(2);
    says(SlotsGranted{"Room 6", 1, device_id(2), {}});
    state_.apply(second.says(ChildAccepted{stay, "Room 6", {}}, 9));
    EXPECT_EQ(state_.free_places(device_id(1), "Room 4"), 1);
    EXPECT_EQ(state_.free_places(device_id(2), "Room 6"), 0);  // Until it is known where the child went.

    state_.apply(second.says(ChildDroppedOff{stay, "Room 6", id_of<StaffId>(901)}, 10));
    EXPECT_EQ(state_.free_places(device_id(1), "Room 4"), 2);
    EXPECT_EQ(state_.free_places(device_id(2), "Room 6"), 0);
}

TEST_F(Care, AFamilyThatNoRoomCouldHoldKeepsNobodyWaiting) {
    const auto three = asks(1, {AgeBand::from_4_to_5, AgeBand::from_4_to_5, AgeBand::from_6_to_9});
    EXPECT_EQ(state_of(three[0]), StayState::waitlisted);

    EXPECT_EQ(state_of(asks(2)), StayState::accepted);
    EXPECT_EQ(place_in_line(state_, code_of(three[0])), 0);
    unlocks(StaffRole::childcare);  // The desk may take one of them by hand.
    carry_out(decide_staff_room(state_, "Room 4", 2, context()));
    carry_out(decide_drop_off(state_, three[0], context()));
}

TEST_F(Care, TicksOfARollCallCountFromItsBeginningOnEveryTablet) {
    const auto stay = in_room(1);
    carry_out(decide_tick_off(state_, stay, true, context()));
    EXPECT_TRUE(state_.is_ticked_off(*state_.stay(stay)));
    minute_ = 6;
    carry_out(decide_begin_roll_call(state_, context()));
    EXPECT_FALSE(state_.is_ticked_off(*state_.stay(stay)));
    Tablet second(2);
    state_.apply(second.says(ChildSeen{stay, id_of<StaffId>(901), true}, 7));
    EXPECT_TRUE(state_.is_ticked_off(*state_.stay(stay)));
    state_.apply(second.says(ChildSeen{stay, id_of<StaffId>(901), false}, 8));
    EXPECT_FALSE(state_.is_ticked_off(*state_.stay(stay)));

    unlocks(StaffRole::volunteer);
    EXPECT_EQ(refusal_of(decide_tick_off(state_, stay, true, context())), Refusal::not_permitted);
    EXPECT_EQ(refusal_of(decide_begin_roll_call(state_, context())), Refusal::not_permitted);
}

TEST_F(Care, ANoteIsTheLeadsToRead) {
    const auto stay = in_room(1);
    carry_out(decide_refuse_pick_up(state_, stay, context()));
    const auto note = state_.alerts().back().fact;
    EXPECT_EQ(refusal_of(decide_see_alert(state_, note, context())), Refusal::not_permitted);
    unlocks(StaffRole::lead);
    EXPECT_EQ(refusal_of(decide_see_alert(state_, id_of<FactId>(66), context())), Refusal::unknown_fact);
    carry_out(decide_see_alert(state_, note, context()));
    EXPECT_TRUE(state_.alerts().back().seen);
    EXPECT_EQ(refusal_of(decide_see_alert(state_, note, context())), Refusal::nothing_new);
}

TEST_F(Care, AChildInARoomKeepsNameAllergyAndCodeThoughTheRequestIsUndone) {
    const auto stay = in_room(1);
    const auto code = code_of(stay);
    for (const auto& deed : state_.last_deeds(99)) {
        if (deed.kind == "childcare_requested")
            carry_out(decide_undo(state_, deed.fact, "mistake", context()));
    }

    ASSERT_EQ(state_.roll_call().size(), 1U);
    EXPECT_EQ(state_.roll_call().front()->request.first_name, "Nuria");
    EXPECT_TRUE(decide_pick_up(state_, code, {stay}, context()));
}

TEST_F(Care, AnOlderJournalsRequestIsAcceptedAtTheDesk) {
    says(ChildcareRequested{id_of<StayId>(1), person_id(1), "A", AgeBand::from_4_to_5, "", "", false, false,
                            "", "K7MP"});
    EXPECT_EQ(state_of(id_of<StayId>(1)), StayState::requested);
    unlocks(StaffRole::childcare);
    carry_out(decide_staff_room(state_, "Room 4", 2, context()));
    carry_out(decide_drop_off(state_, id_of<StayId>(1), context()));

    EXPECT_EQ(state_.free_places(device_id(1), "Room 4"), 1);
    EXPECT_EQ(state_.roll_call().size(), 1U);
}

TEST_F(Care, ATabletAsksAndIsGivenPlacesByTwoFacts) {
    Tablet second(2);
    auto there = context();
    there.device = device_id(2);
    state_.apply(second.says(CameIn{1}, 4));
    upkeep();
    state_.apply(
        second.fact(decide_request_childcare(state_, person_id(1), {{.first_name = "A"}}, there)->at(0), 5));
    // Written by tablet 2, which has no place: on the list there.
    state_.apply(second.says(ChildWaitlisted{state_.stays().front()->id, {}}, 5));
    const auto asking = decide_upkeep(state_, there);
    ASSERT_EQ(asking.size(), 1U);
    EXPECT_EQ(body_of<SlotsAsked>(asking.front()).of, device_id(1));
    state_.apply(second.fact(asking.front(), 6));
    EXPECT_TRUE(decide_upkeep(state_, there).empty());  // Asked once.
    upkeep();                                           // Tablet 1 answers.

    EXPECT_EQ(state_.free_places(device_id(2), "Room 4"), 1);
    EXPECT_EQ(state_.free_places(device_id(1), "Room 4"), 1);
    for (const auto& one : decide_upkeep(state_, there)) state_.apply(second.fact(one, 7));
    EXPECT_EQ(state_.stays().front()->state, StayState::accepted);
    EXPECT_EQ(state_.free_places(device_id(2), "Room 4"), 0);
}

TEST_F(Care, WhoWentHomeIsNotCalledInByATabletThatHadNotHeard) {
    const auto stay = in_room(1);
    carry_out(decide_pick_up(state_, code_of(stay), {stay}, context()));
    Tablet second(2);  // It knew of the request alone, and had a place of its own.
    state_.apply(second.says(ChildAccepted{stay, "Room 4", {}}, 9));
    state_.apply(second.says(ParentPaged{stay, {}, "place_free", false}, 9));

    EXPECT_EQ(state_of(stay), StayState::picked_up);
    EXPECT_FALSE(state_.stay(stay)->paged);
    EXPECT_EQ(state_.free_places(device_id(2), "Room 4"), 0);
}

}  // namespace welcome::kiosk::event::test
