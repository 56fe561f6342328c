// Bodies on the wire: what is written, what is read, what leaves the venue.

#include <gmock/gmock.h>

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string written(const Body& body) {
    return draft(FactId(), body).body;
}

PersonFields all_fields() {
    PersonFields fields{"María José", "Majo", "+14045550142", "m@example.org", "00901", "es", {}, {}, {}, {}};
    fields.household = id_of<HouseholdId>(7);
    fields.is_child = false;  // Said, though it is the default: a word on a field.
    fields.hidden = true;
    fields.tickets = {"0123456789abcdef0123456789abcdef", "EB-77"};
    return fields;
}

// One of each kind, no member at its default: a member that the wire forgets is missed here.
std::vector<Body> one_of_each() {
    const auto person = person_id(1);
    const auto stay = id_of<StayId>(2);
    const auto staff = id_of<StaffId>(3);
    const auto fact = id_of<FactId>(4);
    const auto speech = id_of<SpeechId>(5);
    const auto item = id_of<ItemId>(6);
    const auto label = id_of<LabelId>(7);
    Tablet tablet(9);
    return {EventOpened{"Fall Town Hall",
                        at_minute(0),
                        "America/New_York",
                        "the big room",
                        300,
                        {"en", "es"},
                        {{"Room 4", {AgeBand::under_2, AgeBand::from_10_to_13}, 12}}},
            PersonRegistered{person, "roster", "row 1", all_fields()},
            PersonCorrected{person, all_fields(), "roster"},
            PeopleMerged{person, person_id(8)},
            CheckedIn{person, CheckInMethod::staff, at_minute(3), 2, 3},
            CameIn{5},
            FactUndone{fact, "a slip", staff},
            NeedRaised{person, {Need::ride, Need::access}},
            SignedUp{person, "ht"},
            ConsentGiven{person, Channel::photo, true, "photo-2026-11", "es"},
            ChildcareRequested{stay, person, "Nuria", AgeBand::under_2, "peanuts", "naps", true, true,
                               "seat 4", "K7MP"},
            ChildDroppedOff{stay, "Room 4", staff},
            ChildPickedUp{stay, staff, "the lead knows her"},
            LabelPrinted{"badge", person.text(), "printed", label, "labels.reason.failed", staff},
            StaffAdded{staff, "Ana", StaffRole::lead, "$argon2id$x"},
            StaffUnlocked{staff},
            UploadAnswered{fact, "rejected", "unreadable"},
            FactRelayed{tablet.says(CameIn{2}, 1)},
            EventClosed{staff, "Dana stays with her", "the case went home with the interpreter"},
            ChildAccepted{stay, "Room 4", staff},
            ChildWaitlisted{stay, {}},
            ChildTurnedAway{stay, staff, "ill"},
            ChildWithdrawn{stay, staff, "went home"},
            ParentPaged{stay, staff, "cries", true},
            IncidentNoted{stay, staff, "fell"},
            PickUpSaid{stay, staff, "Jo", "Kim"},
            PickUpRefused{stay, staff},
            ClaimReplaced{stay, staff, "K7MP", "lost", "phone rang"},
            ClaimRefused{staff, 3, true},
            RoomStaffed{"Room 4", 2, staff},
            RoomOpened{"Room 4", staff},
            RoomClosed{"Room 4", staff},
            SlotsAsked{"Room 4", 2, device_id(3)},
            SlotsGranted{"Room 4", 2, device_id(3), fact},
            CodesGranted{device_id(3), 7},
            ChildcareKeyAsked{"half"},
            ChildcareKeyGiven{fact, "box"},
            TabletLost{device_id(3), 4, staff},
            SlotsReclaimed{"Room 4", 2, device_id(3)},
            SpeakingRequested{speech, person, SpeechKind::question, "A7", "Ana", "buses", "es", true, true},
            SpeechWithdrawn{speech, staff},
            SpeakerCalled{speech, 120, staff},
            SpeechStarted{speech, staff},
            SpeechStopped{speech, staff},
            SpeechExtended{speech, 30, staff},
            SpeakerSpoke{speech, 95, staff},
            SpeakerSkipped{speech, staff},
            SpeakingRuled{{{{10, 180}, {0, 60}}, 3600, 90, false, false, false}, staff},
            CallAnswered{person, "bus", true, "calls-2026-11", "es"},
            FirstTimeSaid{person, true},
            FollowedUp{person, staff},
            PersonTagged{person, GuestRole::press, staff},
            GuestGreeted{person, staff},
            RaffleDrawn{"a bike", "apple", {person, person_id(8)}, person, staff},
            ItemListed{item, ItemKind::hearing, "12", "2", "es", staff},
            ItemStruckOff{item, staff},
            ItemLent{item, person, "27", staff},
            ItemReturned{item, staff},
            NeedMet{person, Need::access, staff},
            MealsAsked{person, {{Diet::halal, 2}, {Diet::no_nuts, 1}}},
            MealsHandedOut{person, {{Diet::kosher, 3}}, staff},
            PlateHandedOut{Diet::vegetarian, staff},
            LabelAsked{label, "claim", stay.text(), device_id(3), staff, true},
            LabelMoved{label, device_id(3), fact, staff},
            LabelStarted{label},
            PrinterTold{"Door 2", "cover_open", "ready"},
            ChildSeen{stay, staff, false},
            RollCallBegun{staff},
            ClosedWithChildren{staff, "Dana stays with her"},
            AlertSeen{fact, staff},
            PeopleLeft{3},
            PeopleCameBack{2},
            QuestionGrouped{speech, id_of<SpeechId>(8), staff},
            QuestionHidden{speech, false, staff},
            QuestionReopened{speech, staff},
            ChildcareErased{}};
}

}  // namespace

TEST(Facts, EveryKindComesBackAsItWasWritten) {
    const auto bodies = one_of_each();
    ASSERT_EQ(bodies.size(), std::variant_size_v<Body>);

    for (const auto& body : bodies)
        EXPECT_EQ(read_body(kind_of(body), written(body)), body) << kind_of(body) << ' ' << written(body);
}

TEST(Facts, EveryWordOfAnEnumerationComesBack) {
    for (const auto band : {AgeBand::under_2, AgeBand::from_2_to_3, AgeBand::from_4_to_5,
                            AgeBand::from_6_to_9, AgeBand::from_10_to_13}) {
        ChildcareRequested body;
        body.band = band;
        EXPECT_EQ(read_body("childcare_requested", written(body)), Body(body)) << text_of(band);
    }
    for (const int count : {0, 1, 2})
        EXPECT_EQ(read_body("came_in", written(CameIn{count})), Body(CameIn{count}));
}

TEST(Facts, MembersAtTheirDefaultAreLeftOut) {
    EXPECT_EQ(written(CameIn{1}), "{}");
    EXPECT_EQ(written(CheckedIn{person_id(1), CheckInMethod::ticket, std::nullopt, 0, 0}),
              R"({"person":"00000000-0000-0000-0000-000000000001"})");
}

TEST(Facts, NamesTravelAsTheyWereTyped) {
    PersonRegistered body{person_id(1), "door", "", {}};
    for (const auto* name :
         {"Nguyễn Thị Minh Khai", "محمد عبد الله", "O'Brien \"Mac\"", "a\\b\n", "李小龍", "😀"}) {
        body.fields.full_name = name;
        EXPECT_EQ(read_body("person_registered", written(body)), Body(body)) << name;
    }
}

TEST(Facts, TomorrowsMembersArePassedOver) {
    const auto read = read_body("came_in", R"({"count":3,"by":{"door":[1,2.5,null]},"mood":"good"})");

    EXPECT_EQ(read, Body(CameIn{3}));
}

TEST(Facts, TomorrowsWaysToCheckInStillCount) {
    const auto read =
        read_body("checked_in", R"({"person":"00000000-0000-0000-0000-000000000001","method":"telepathy"})");

    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<CheckedIn>(*read).person, person_id(1));
}

TEST(Facts, TomorrowsNeedIsPassedOverAndTheOthersCount) {
    const auto read = read_body(
        "need_raised", R"({"person":"00000000-0000-0000-0000-000000000001","needs":["ride","parking"]})");

    EXPECT_EQ(read, Body(NeedRaised{person_id(1), {Need::ride}}));
}

TEST(Facts, TomorrowsChannelIsNotTakenForOneOfOurs) {
    EXPECT_FALSE(
        read_body("consent_given",
                  R"({"person":"00000000-0000-0000-0000-000000000001","channel":"fax","granted":true})"));
}

TEST(Facts, WhatIsNotOfItsShapeIsNotRead) {
    EXPECT_FALSE(read_body("tomorrows_kind", "{}"));
    for (const auto* text : {"", "{", "[]", "null", "3", "{}x", R"({"person":7})", R"({"person":"x"})", "{}"})
        EXPECT_FALSE(read_body("checked_in", text)) << text;
    for (const auto* text : {R"({"count":"1"})", R"({"count":1.5})", R"({"count":4294967296})",
                             R"({"count":null})", R"({"count":18446744073709551615})", R"({"count":01})"})
        EXPECT_FALSE(read_body("came_in", text)) << text;
    EXPECT_FALSE(read_body("child_dropped_off", "{}"));  // As it comes back from the service.
    EXPECT_FALSE(read_body("staff_added", "{}"));
    EXPECT_FALSE(read_body("came_in", std::string(100'000, '[')));
}

TEST(Facts, NumbersAreReadToTheirEnds) {
    EXPECT_EQ(read_body("came_in", R"({"count":2147483647})"), Body(CameIn{2147483647}));
    EXPECT_EQ(read_body("came_in", R"({"count":-2147483648})"), Body(CameIn{-2147483648}));
    EXPECT_FALSE(read_body("came_in", R"({"count":-2147483649})"));
    EXPECT_EQ(read_body("came_in", " { \"count\" : 2 } "), Body(CameIn{2}));
}

TEST(Outbound, ChildrenAndPinsStayInTheVenue) {
    const auto stay = id_of<StayId>(2);
    const auto staff = id_of<StaffId>(3);
    ChildcareRequested request{
        stay,          person_id(1), "MARKER-CHILD", AgeBand::under_2, "MARKER-ALLERGY",
        "MARKER-NOTE", false,        false,          "MARKER-SEAT",    "MARKER-CODE"};
    const std::vector<Body> hidden = {request,
                                      ChildDroppedOff{stay, "MARKER-ROOM", staff},
                                      ChildPickedUp{stay, staff, "MARKER-REASON"},
                                      StaffAdded{staff, "MARKER-NAME", StaffRole::lead, "MARKER-PIN"},
                                      StaffUnlocked{staff},
                                      LabelPrinted{"child", "MARKER-SUBJECT", "printed"},
                                      UploadAnswered{id_of<FactId>(4), "rejected", "MARKER-WHY"},
                                      FactRelayed{Tablet(2).says(request, 1)}};
    for (const auto& body : hidden)
        EXPECT_EQ(outbound_body(kind_of(body), written(body)), "{}") << kind_of(body);
}

TEST(Outbound, KindsOfTomorrowStayInTheVenue) {
    EXPECT_EQ(outbound_body("child_paged", R"({"why":"MARKER"})"), "{}");
}

TEST(Outbound, TheReasonOfAnUndoStaysAndWhatItNamesGoes) {
    const Body undone = FactUndone{id_of<FactId>(4), "MARKER wrong child", id_of<StaffId>(3)};

    const auto sent = outbound_body("fact_undone", written(undone));

    EXPECT_THAT(sent, Not(HasSubstr("MARKER")));
    EXPECT_EQ(read_body("fact_undone", sent), Body(FactUndone{id_of<FactId>(4), "", id_of<StaffId>(3)}));
}

TEST(Outbound, AttendanceGoesAsItIsTomorrowsMembersIncluded) {
    const std::string body = R"({"person":"00000000-0000-0000-0000-000000000001","seat":"A4"})";
    for (const auto* kind : {"checked_in", "came_in", "signed_up", "person_registered", "person_corrected",
                             "people_merged", "consent_given", "need_raised", "event_opened", "event_closed"})
        EXPECT_EQ(outbound_body(kind, body), body) << kind;
}

}  // namespace welcome::kiosk::event::test
