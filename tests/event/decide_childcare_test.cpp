// The childcare desk: who may ask, drop off and pick up; codes (shared/childcare.md).

#include <random>
#include <set>

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class ChildcareDesk : public Desk {
  protected:
    void SetUp() override {
        EventOpened event{};
        event.childcare_rooms = {{"Room 4", {AgeBand::from_4_to_5}, 12}};
        says(event);
        says(RoomStaffed{"Room 4", 3, id_of<StaffId>(901)});
        knows(1, "Rosa García", "+14045550142");
        says(CheckedIn{person_id(1), CheckInMethod::ticket, {}, 0, 0});
    }
    Decision request(std::uint64_t adult, const std::vector<std::string>& names) {
        std::vector<ChildRequest> children;
        children.reserve(names.size());
        for (const auto& name : names) children.push_back({.first_name = name});
        return decide_request_childcare(state_, person_id(adult), children, context());
    }
    // Stays of the family of person 1, asked for and carried out.
    std::vector<StayId> asks_for(const std::vector<std::string>& names, std::uint64_t adult = 1) {
        const auto decision = request(adult, names);
        std::vector<StayId> ids;
        if (decision) {
            for (const auto& one : *decision) {
                if (one.kind == "childcare_requested") ids.push_back(body_of<ChildcareRequested>(one).stay);
            }
        }
        carry_out(decision);
        return ids;
    }
    Decision drops_off(const StayId& stay) { return decide_drop_off(state_, stay, context()); }
    Decision picks_up(std::string_view code, const std::vector<StayId>& stays) {
        return decide_pick_up(state_, code, stays, context());
    }
    std::string code_of(const StayId& stay) { return state_.stay(stay)->request.code; }
};

}  // namespace

TEST_F(ChildcareDesk, SiblingsShareOneCodeOfTheSafeAlphabet) {
    const auto stays = asks_for({"Nuria", "Leo"});

    ASSERT_EQ(stays.size(), 2U);
    EXPECT_EQ(code_of(stays[0]), code_of(stays[1]));
    EXPECT_EQ(code_of(stays[0]).size(), 4U);
    EXPECT_EQ(code_of(stays[0]).find_first_not_of(k_claim_alphabet), std::string::npos);
    EXPECT_EQ(state_.stay(stays[0])->request.contact, "+14045550142");
    EXPECT_EQ(state_.stay(stays[0])->room, "Room 4");
}

TEST_F(ChildcareDesk, AFamilyKeepsItsCodeAnotherGetsItsOwn) {
    PersonCorrected family{person_id(1), {}, ""};
    family.fields.household = id_of<HouseholdId>(1);
    says(family);
    PersonRegistered father{person_id(2), "roster", "2", {}};
    father.fields.phone = "+14045550143";
    father.fields.household = id_of<HouseholdId>(1);
    says(father);
    knows(3, "Somebody Else", "+14045550144");
    for (const std::uint64_t number : {2U, 3U})
        says(CheckedIn{person_id(number), CheckInMethod::ticket, {}, 0, 0});

    const auto first = asks_for({"Nuria"});
    const auto by_father = asks_for({"Leo"}, 2);
    draws_ = 0;  // The same draws again: the code they give is taken.
    const auto other = asks_for({"Kim"}, 3);

    EXPECT_EQ(code_of(first[0]), code_of(by_father[0]));
    EXPECT_NE(code_of(first[0]), code_of(other[0]));
}

TEST_F(ChildcareDesk, DrawingACodeEndsThoughChanceIsStuck) {
    const auto stuck = [this] {
        auto same = context();
        same.random_below = [](std::uint32_t) { return 0U; };
        return same;
    };
    knows(2, "Luis", "+14045550143");
    says(CheckedIn{person_id(2), CheckInMethod::ticket, {}, 0, 0});

    carry_out(decide_request_childcare(state_, person_id(1), {{.first_name = "A"}}, stuck()));
    carry_out(decide_request_childcare(state_, person_id(2), {{.first_name = "B"}}, stuck()));

    ASSERT_EQ(state_.stays().size(), 2U);
    EXPECT_NE(state_.stays()[0]->request.code, state_.stays()[1]->request.code);
}

namespace {

struct Evening {
    std::vector<std::string> codes;
    std::vector<int> numbers;
};

// Forty families one after the other, told as alike as can be but for the tablet's own chance: one event, one
// tablet, the same people in the same order, ids that count up.
Evening forty_families(std::uint32_t seed) {
    constexpr std::uint64_t families = 40;
    std::mt19937 chance(seed);
    Tablet tablet(1);
    State state;
    std::uint64_t last_id = 5'000'000;
    const Context context{.now = at_minute(1),
                          .staff = {},
                          .new_id = [&] { return id_of<FactId>(++last_id); },
                          .random_below = [&](std::uint32_t bound) { return chance() % bound; },
                          .device = device_id(1)};
    const auto says = [&](const Body& body) { state.apply(tablet.says(body, 1)); };
    EventOpened event{};
    event.childcare_rooms = {{"Room 4", {AgeBand::from_4_to_5}, 60}};
    says(event);
    Evening told;
    for (std::uint64_t adult = 1; adult <= families; ++adult) {
        PersonRegistered body{person_id(adult), "roster", std::to_string(adult), {}};
        body.fields.phone = "+1404555" + std::to_string(1000 + adult);
        says(body);
        says(CheckedIn{person_id(adult), CheckInMethod::ticket, {}, 0, 0});
        const auto asked = decide_request_childcare(state, person_id(adult), {{.first_name = "A"}}, context);
        if (!asked) continue;
        const auto request = body_of<ChildcareRequested>(asked->front());
        for (const auto& one : *asked) state.apply(tablet.fact(one, 1));
        told.codes.push_back(request.code);
        told.numbers.push_back(request.number);
    }
    return told;
}

// How often the next one is the larger one: never and always both mean that order tells.
template <typename T>
std::ptrdiff_t rises(const std::vector<T>& all) {
    std::ptrdiff_t count = 0;
    for (std::size_t i = 1; i < all.size(); ++i) count += all[i - 1] < all[i] ? 1 : 0;
    return count;
}

template <typename T>
std::ptrdiff_t same_at_one_place(const std::vector<T>& left, const std::vector<T>& right) {
    std::ptrdiff_t count = 0;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
        count += left[i] == right[i] ? 1 : 0;
    return count;
}

}  // namespace

// Neither a row's number nor its place in the order: the same evening told twice gives other codes, and who
// holds one cannot tell the next family's.
TEST_F(ChildcareDesk, CodesAndNumbersComeFromChanceAlone) {
    const auto one = forty_families(1), other = forty_families(2);
    ASSERT_EQ(one.codes.size(), 40U);
    ASSERT_EQ(other.codes.size(), 40U);
    EXPECT_EQ(forty_families(1).codes, one.codes);  // chance and nothing else

    EXPECT_LE(same_at_one_place(one.codes, other.codes), 1);
    EXPECT_LE(same_at_one_place(one.numbers, other.numbers), 2);
    for (const auto& evening : {one, other}) {
        EXPECT_EQ(std::set(evening.codes.begin(), evening.codes.end()).size(), 40U);
        EXPECT_EQ(std::set(evening.numbers.begin(), evening.numbers.end()).size(), 40U);
        for (const auto count : {rises(evening.codes), rises(evening.numbers)}) {
            EXPECT_GT(count, 8);
            EXPECT_LT(count, 31);
        }
        // Not even the last sign, as a number made of a row's last digits would have it.
        std::vector<char> last, first;
        for (const auto& code : evening.codes) {
            first.push_back(code.front());
            last.push_back(code.back());
        }
        for (const auto& signs : {first, last}) EXPECT_GT(std::set(signs.begin(), signs.end()).size(), 8U);
    }
}

TEST_F(ChildcareDesk, OnlyAnAdultWhoIsHereMayAsk) {
    knows(2, "Luis García");
    PersonRegistered child{person_id(3), "roster", "3", {}};
    child.fields.is_child = true;
    says(child);
    says(CheckedIn{person_id(3), CheckInMethod::ticket, {}, 0, 0});
    const auto came = says(CheckedIn{person_id(2), CheckInMethod::ticket, {}, 0, 0});
    says(FactUndone{came, "", {}});

    EXPECT_EQ(refusal_of(request(2, {"Nuria"})), Refusal::no_adult_here);
    EXPECT_EQ(refusal_of(request(3, {"Nuria"})), Refusal::no_adult_here);
    EXPECT_EQ(refusal_of(request(9, {"Nuria"})), Refusal::unknown_person);
}

TEST_F(ChildcareDesk, AChildHasAName) {
    EXPECT_EQ(refusal_of(request(1, {})), Refusal::child_name_missing);
    EXPECT_EQ(refusal_of(request(1, {"Nuria", " "})), Refusal::child_name_missing);
    EXPECT_EQ(refusal_of(request(1, {std::string(201, 'a')})), Refusal::name_too_long);
}

TEST_F(ChildcareDesk, NobodyIsMindedWhoseAdultCannotBeFound) {
    knows(2, "Luis");
    says(CheckedIn{person_id(2), CheckInMethod::ticket, {}, 0, 0});

    EXPECT_EQ(refusal_of(request(2, {"Nuria"})), Refusal::contact_missing);
    EXPECT_EQ(refusal_of(decide_request_childcare(state_, person_id(2), {{.first_name = "A", .contact = " "}},
                                                  context())),
              Refusal::contact_missing);
    carry_out(decide_request_childcare(state_, person_id(2), {{.first_name = "A", .contact = "row 3 "}},
                                       context()));
    EXPECT_EQ(state_.stays().front()->request.contact, "row 3");
}

TEST_F(ChildcareDesk, AnAgeThatNoRoomTakesIsToldAtOnce) {
    const ChildRequest baby{.first_name = "A", .band = AgeBand::under_2};
    EXPECT_EQ(refusal_of(decide_request_childcare(state_, person_id(1), {baby}, context())),
              Refusal::no_room_for_age);
}

TEST_F(ChildcareDesk, DropOffIsForTheChildcareRoleAndTheLead) {
    const auto stay = asks_for({"Nuria"}).at(0);

    EXPECT_EQ(refusal_of(drops_off(stay)), Refusal::not_permitted);
    unlocks(StaffRole::volunteer);
    EXPECT_EQ(refusal_of(drops_off(stay)), Refusal::not_permitted);
    unlocked_ = id_of<StaffId>(66);  // Somebody who says so.
    EXPECT_EQ(refusal_of(drops_off(stay)), Refusal::not_permitted);

    const auto staff = unlocks(StaffRole::childcare);
    carry_out(drops_off(stay));
    EXPECT_EQ(state_.stay(stay)->state, StayState::dropped_off);
    EXPECT_EQ(state_.stay(stay)->room, "Room 4");
    EXPECT_EQ(state_.stay(stay)->dropped_off_by, staff);
    EXPECT_EQ(refusal_of(drops_off(stay)), Refusal::already_dropped_off);
    EXPECT_EQ(refusal_of(drops_off(id_of<StayId>(66))), Refusal::unknown_stay);

    carry_out(picks_up(code_of(stay), {stay}));
    EXPECT_EQ(refusal_of(drops_off(stay)), Refusal::already_picked_up);
}

TEST_F(ChildcareDesk, PickUpIsByTheFamilysCodeAndOnlyForItsChildren) {
    knows(2, "Luis", "+14045550143");
    says(CheckedIn{person_id(2), CheckInMethod::ticket, {}, 0, 0});
    const auto mine = asks_for({"Nuria", "Leo"});
    const auto other = asks_for({"Kim"}, 2);
    unlocks(StaffRole::lead);
    for (const auto& stay : {mine[0], mine[1], other[0]}) carry_out(drops_off(stay));
    const auto code = code_of(mine[0]);

    EXPECT_EQ(refusal_of(picks_up("9999", mine)), Refusal::unknown_code);
    EXPECT_EQ(refusal_of(picks_up("", mine)), Refusal::unknown_code);
    EXPECT_EQ(refusal_of(picks_up(code, {mine[0], other[0]})), Refusal::unknown_code);
    EXPECT_EQ(refusal_of(picks_up(code, {id_of<StayId>(66)})), Refusal::unknown_stay);
    EXPECT_EQ(refusal_of(picks_up(code, {})), Refusal::nobody_chosen);

    carry_out(picks_up(code, mine));
    EXPECT_EQ(state_.count().children_picked_up, 2);
    EXPECT_EQ(state_.stay(other[0])->state, StayState::dropped_off);
    EXPECT_EQ(refusal_of(picks_up(code, mine)), Refusal::already_picked_up);
}

TEST_F(ChildcareDesk, OfThoseNamedOnlyChildrenInARoomArePickedUp) {
    const auto stays = asks_for({"Nuria", "Leo"});
    unlocks(StaffRole::childcare);
    EXPECT_EQ(refusal_of(picks_up(code_of(stays[0]), stays)), Refusal::not_dropped_off);
    carry_out(drops_off(stays[0]));

    const auto decision = picks_up(code_of(stays[0]), {stays[1], stays[0], stays[0]});

    ASSERT_TRUE(decision);
    ASSERT_EQ(decision->size(), 1U);
    EXPECT_EQ(body_of<ChildPickedUp>(decision->front()).stay, stays[0]);
}

TEST_F(ChildcareDesk, ACodeIsReadAsPeopleTypeIt) {
    const auto stay = asks_for({"Nuria"}).at(0);
    unlocks(StaffRole::childcare);
    carry_out(drops_off(stay));
    std::string typed = code_of(stay).substr(0, 2) + "-" + code_of(stay).substr(2) + " ";
    for (auto& letter : typed) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));

    EXPECT_TRUE(picks_up(typed, {stay}));
}

TEST_F(ChildcareDesk, AVolunteerMayNotReleaseAChild) {
    const auto stay = asks_for({"Nuria"}).at(0);
    unlocks(StaffRole::childcare);
    carry_out(drops_off(stay));
    unlocks(StaffRole::volunteer);

    EXPECT_EQ(refusal_of(picks_up(code_of(stay), {stay})), Refusal::not_permitted);
}

TEST_F(ChildcareDesk, AChildGoesHomeAlsoAfterClosing) {
    const auto stay = asks_for({"Nuria"}).at(0);
    unlocks(StaffRole::childcare);
    carry_out(drops_off(stay));
    says(EventClosed{});

    EXPECT_TRUE(picks_up(code_of(stay), {stay}));
}

}  // namespace welcome::kiosk::event::test
