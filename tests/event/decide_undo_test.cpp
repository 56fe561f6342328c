// Who may take back what, and what a roster that is read again says.

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Undoing : public Desk {
  protected:
    Decision undo(const FactId& fact) { return decide_undo(state_, fact, "a slip", context()); }
    // The least role that may, or nothing where none may.
    std::optional<StaffRole> least_role(const FactId& fact) {
        for (const auto role : {StaffRole::volunteer, StaffRole::childcare, StaffRole::lead}) {
            unlocks(role);
            if (undo(fact)) return role;
        }
        return std::nullopt;
    }
};

class Importing : public Desk {
  protected:
    static RosterRow row(const std::string& name, const std::string& phone) {
        RosterRow row{person_id(1), "roster", "row 1", {}};
        row.fields.full_name = name;
        row.fields.phone = phone;
        return row;
    }
    RosterChange import(const RosterRow& one) {
        const auto decision = decide_import(state_, one, context());
        carry_out(decision.drafts);
        EXPECT_EQ(decision.drafts.empty(), decision.change == RosterChange::unchanged);
        return decision.change;
    }
    const Person& rosa() { return *state_.person(person_id(1)); }
};

}  // namespace

TEST_F(Undoing, EachKindHasItsLeastRole) {
    const auto stay = id_of<StayId>(1);
    const auto staff = id_of<StaffId>(1);
    const auto check_in = says(CheckedIn{person_id(1), CheckInMethod::ticket, {}, 0, 0});
    const auto came = says(CameIn{1});
    const auto up = says(SignedUp{person_id(1), ""});
    const auto need = says(NeedRaised{person_id(1), {Need::ride}});
    const auto merge = says(PeopleMerged{person_id(1), person_id(2)});
    const auto door = says(PersonRegistered{person_id(1), "door", "", {}});
    const auto request = says(ChildcareRequested{stay, person_id(1), "A"});
    const auto drop = says(ChildDroppedOff{stay, "Room 4", staff});
    const auto pick = says(ChildPickedUp{stay, staff, ""});
    const auto roster = says(PersonRegistered{person_id(2), "roster", "2", {}});
    const auto closing = says(EventClosed{});

    for (const auto& fact : {check_in, came, up, need, merge, door})
        EXPECT_EQ(least_role(fact), StaffRole::volunteer) << *state_.kind_of_fact(fact);
    EXPECT_EQ(least_role(request), StaffRole::childcare);
    for (const auto& fact : {drop, pick, roster, closing})
        EXPECT_EQ(least_role(fact), StaffRole::lead) << *state_.kind_of_fact(fact);
}

TEST_F(Undoing, GuestsUndoNothing) {
    EXPECT_EQ(refusal_of(undo(says(CameIn{1}))), Refusal::not_permitted);
}

TEST_F(Undoing, ItIsRefusedPlainly) {
    const auto came = says(CameIn{1});
    const auto label = says(LabelPrinted{"badge", "x", "printed"});
    unlocks(StaffRole::lead);

    EXPECT_EQ(refusal_of(undo(id_of<FactId>(66))), Refusal::unknown_fact);
    EXPECT_EQ(refusal_of(undo(label)), Refusal::cannot_be_undone);
    carry_out(undo(came));
    EXPECT_EQ(refusal_of(undo(came)), Refusal::cannot_be_undone);  // It is already.
    EXPECT_EQ(state_.count().anonymous, 0);
}

TEST_F(Undoing, SaysWhoAndWhy) {
    const auto came = says(CameIn{1});
    const auto staff = unlocks(StaffRole::volunteer);

    const auto decision = undo(came);

    ASSERT_TRUE(decision);
    EXPECT_EQ(body_of<FactUndone>(decision->front()), (FactUndone{came, "a slip", staff}));
}

TEST_F(Undoing, AnUndoIsUndoneByWhoMayDoWhatItIsAbout) {
    const auto came = says(CameIn{1});
    const auto pick = says(ChildPickedUp{id_of<StayId>(1), id_of<StaffId>(1), ""});
    const auto lead = unlocks(StaffRole::lead);
    minute_ = 5;
    const auto of_came = says(FactUndone{came, "", lead});
    const auto of_pick = says(FactUndone{pick, "", lead});

    EXPECT_EQ(least_role(of_came), StaffRole::volunteer);
    EXPECT_EQ(least_role(of_pick), StaffRole::lead);
}

TEST_F(Undoing, UndosThatNameEachOtherHoldNobodyUp) {
    says(FactUndone{id_of<FactId>(last_id_ + 2), "", {}});
    const auto second = says(FactUndone{id_of<FactId>(last_id_), "", {}});
    unlocks(StaffRole::lead);

    EXPECT_EQ(refusal_of(undo(second)), Refusal::cannot_be_undone);
}

TEST_F(Importing, ANewRowMakesAPersonAndAgainChangesNothing) {
    EXPECT_EQ(import(row("Rosa García", "+14045550101")), RosterChange::added);
    EXPECT_EQ(import(row("Rosa García", "+14045550101")), RosterChange::unchanged);

    EXPECT_EQ(rosa().full_name, "Rosa García");
    EXPECT_EQ(rosa().source_key, "row 1");
    EXPECT_EQ(state_.by_source_key("roster", "row 1"), &rosa());
}

TEST_F(Importing, OnlyWhatDiffersIsSaid) {
    import(row("Rosa García", "+14045550101"));

    const auto decision = decide_import(state_, row("Rosa García", "+14045550102"), context());

    EXPECT_EQ(decision.change, RosterChange::changed);
    ASSERT_EQ(decision.drafts.size(), 1U);
    const auto said = body_of<PersonCorrected>(decision.drafts[0]);
    EXPECT_FALSE(said.fields.full_name);
    EXPECT_EQ(said.fields.phone, "+14045550102");
    EXPECT_EQ(said.source, "roster");
}

TEST_F(Importing, BlankNeverErases) {
    import(row("Rosa García", "+14045550101"));

    EXPECT_EQ(import(row("Rosa García", "")), RosterChange::unchanged);
    EXPECT_EQ(rosa().phone, "+14045550101");
}

TEST_F(Importing, ANewTicketIsAdded) {
    import(row("Rosa García", ""));
    auto with_ticket = row("Rosa García", "");
    with_ticket.fields.tickets = {"EB-1"};

    EXPECT_EQ(import(with_ticket), RosterChange::changed);
    EXPECT_EQ(import(with_ticket), RosterChange::unchanged);
    EXPECT_EQ(state_.by_ticket("EB-1"), &rosa());
}

TEST_F(Importing, AnOldFileDoesNotTakeBackTheDoorsCorrection) {
    import(row("Rosa García", "+14045550101"));
    PersonCorrected door{person_id(1), {}, ""};
    door.fields.phone = "+14045550199";
    says(door);

    EXPECT_EQ(import(row("Rosa García", "+14045550101")), RosterChange::unchanged);
    EXPECT_EQ(rosa().phone, "+14045550199");

    EXPECT_EQ(import(row("Rosa García", "+14045550155")), RosterChange::changed);
    EXPECT_EQ(rosa().phone, "+14045550155");
}

TEST_F(Importing, WhomStaffStruckOutAnOldFileDoesNotBringBack) {
    const auto decision = decide_import(state_, row("Rosa García", ""), context());
    const auto fact = carry_out(decision.drafts).at(0);
    says(FactUndone{fact, "", {}});

    EXPECT_EQ(import(row("Rosa García", "")), RosterChange::unchanged);
    EXPECT_TRUE(state_.people().empty());
}

TEST_F(Importing, WhoCheckedInBeforeTheRosterCameIsAddedAndIsIn) {
    says(CheckedIn{person_id(1), CheckInMethod::ticket, {}, 0, 0});

    EXPECT_EQ(import(row("Rosa García", "")), RosterChange::added);
    EXPECT_TRUE(rosa().attendance);
}

TEST_F(Importing, ARowThatIsKnownUnderAnotherIdStaysThatPerson) {
    PersonRegistered service{person_id(7), "roster", "row 1", {}};
    service.fields.full_name = "Rosa Garcia";
    says(service);

    EXPECT_EQ(import(row("Rosa García", "")), RosterChange::changed);
    EXPECT_EQ(state_.people().size(), 1U);
    EXPECT_EQ(state_.person(person_id(7))->full_name, "Rosa García");
}

}  // namespace welcome::kiosk::event::test
