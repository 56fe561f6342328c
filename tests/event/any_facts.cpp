#include "tests/event/any_facts.h"

#include <array>

namespace welcome::kiosk::event::test {

namespace {

template <std::size_t Index = 0>
Body any_of(std::size_t wanted) {
    if constexpr (Index + 1 < std::variant_size_v<Body>) {
        if (wanted != Index) return any_of<Index + 1>(wanted);
    }
    std::variant_alternative_t<Index, Body> body;
    Filler filler;
    json::members(filler, body);
    return body;
}

template <typename Id>
Id one_of_few(int how_many) {
    return id_of<Id>(static_cast<std::uint64_t>(below(how_many)) + 1);
}

PersonFields few_fields() {
    PersonFields fields;
    const auto word = [] { return std::string(1, static_cast<char>('a' + below(3))); };
    if (below(2) == 0) fields.full_name = word() + " " + word();
    if (below(3) == 0) fields.phone = below(2) == 0 ? "" : "+1404555010" + std::to_string(below(3));
    if (below(3) == 0) fields.household = one_of_few<HouseholdId>(2);
    if (below(4) == 0) fields.hidden = below(2) == 0;
    if (below(4) == 0) fields.role = static_cast<GuestRole>(below(3));
    if (below(3) == 0) fields.tickets = {"EB-" + std::to_string(below(3))};
    return fields;
}

std::string any_source() {
    return std::vector<std::string>{"roster", "door", "service", ""}[static_cast<std::size_t>(below(4))];
}

Body childcare_body(const StayId& stay, const StaffId& staff, int facts) {
    const std::string room = below(2) == 0 ? "Room a" : "Room b";
    const auto device = device_id(static_cast<std::uint8_t>(below(3) + 1));
    switch (below(17)) {
        case 14:
            return ChildSeen{stay, staff, below(2) == 0};
        case 15:
            return below(2) == 0 ? Body(RollCallBegun{staff})
                                 : Body(AlertSeen{one_of_few<FactId>(facts), staff});
        case 16:
            return ClosedWithChildren{staff, "why"};
        case 0:
        case 1:
            return ChildAccepted{stay, room, {}};
        case 2:
            return ChildWaitlisted{stay, {}};
        case 3:
            return below(2) == 0 ? Body(ChildTurnedAway{stay, staff, "full"})
                                 : Body(ChildWithdrawn{stay, {}, ""});
        case 4:
            return ParentPaged{stay, staff, "cries", below(2) == 0};
        case 5:
            return IncidentNoted{stay, staff, "fell"};
        case 6:
            return PickUpSaid{stay, staff, "Jo", ""};
        case 7:
            return PickUpRefused{stay, staff};
        case 8:
            return ClaimReplaced{stay, staff, below(2) == 0 ? "CCCC" : "DDDD", "lost", "phone"};
        case 9:
            return ClaimRefused{staff, 3, below(2) == 0};
        case 10:
            return RoomStaffed{room, below(4), staff};
        case 11:
            return below(2) == 0 ? Body(RoomOpened{room, staff}) : Body(RoomClosed{room, staff});
        case 12:
            return SlotsAsked{room, below(3), device};
        default:
            if (below(3) == 0) return CodesGranted{device, below(4)};
            if (below(6) == 0) return ChildcareErased{};
            if (below(4) == 0) return TabletLost{device, below(3), {}};
            if (below(4) == 0) return SlotsReclaimed{room, below(3), device};
            return SlotsGranted{room, below(3), device, one_of_few<FactId>(facts)};
    }
}

Body item_body(const PersonId& person, const StaffId& staff) {
    const std::string number = std::to_string(below(3) + 1);
    const auto item = item_id(ItemKind::headset, number);
    switch (below(5)) {
        case 0:
            return ItemListed{item, ItemKind::headset, number, below(2) == 0 ? "2" : "", "es", staff};
        case 1:
            return ItemStruckOff{item, staff};
        case 2:
            return ItemReturned{item, staff};
        default:
            return below(2) == 0 ? ItemLent{item, person, "", staff} : ItemLent{item, {}, "27", staff};
    }
}

Body meal_body(const PersonId& person, const StaffId& staff) {
    const auto diet = below(2) == 0 ? Diet::halal : Diet::any;
    switch (below(3)) {
        case 0:
            return MealsAsked{person, {{diet, below(4)}}};
        case 1:
            return MealsHandedOut{person, {{diet, below(3)}}, staff};
        default:
            return PlateHandedOut{diet, staff};
    }
}

Body taking_part_body(const PersonId& person, const StaffId& staff) {
    switch (below(10)) {
        case 0:
            return CallAnswered{person, below(2) == 0 ? "help" : "bus", below(2) == 0, "w", "es"};
        case 1:
            return FirstTimeSaid{person, below(2) == 0};
        case 2:
            return FollowedUp{person, staff};
        case 3:
            return PersonTagged{person, below(2) == 0 ? GuestRole::press : GuestRole::none, staff};
        case 4:
            return GuestGreeted{person, staff};
        case 5:
            return item_body(person, staff);
        case 6:
            return NeedMet{person, below(2) == 0 ? Need::food : Need::ride, staff};
        case 7:
            return meal_body(person, staff);
        case 8:
            return RaffleDrawn{"Bike", "apple", {person}, person, staff};
        default:
            return SpeakingRequested{.speech = one_of_few<SpeechId>(2), .who = person, .number = "A1"};
    }
}

Body label_body(const StaffId& staff) {
    const auto label = one_of_few<LabelId>(2);
    const auto device = device_id(static_cast<std::uint8_t>(below(3) + 1));
    const std::vector<std::string> outcomes{"printed", "failed", "doubtful", "waiting", "withdrawn"};
    switch (below(7)) {
        case 0:
        case 1:
            return LabelAsked{label, below(2) == 0 ? "badge" : "claim", "x", device, {}, false};
        case 2:
            return LabelMoved{label, device,
                              below(2) == 0 ? std::optional(one_of_few<FactId>(9)) : std::nullopt, staff};
        case 3:
            return LabelStarted{label};
        case 4:
            return PrinterTold{"Door", below(2) == 0 ? "ready" : ""};
        default: {
            LabelPrinted body{"badge", "x", outcomes[static_cast<std::size_t>(below(5))]};
            if (below(4) != 0) body.label = label;
            if (below(3) == 0) body.by = staff;
            return body;
        }
    }
}

// A body that speaks of the few people, stays and facts of the evening.
Body few_body(int facts) {
    const auto person = one_of_few<PersonId>(4);
    const auto stay = one_of_few<StayId>(2);
    const auto staff = one_of_few<StaffId>(2);
    switch (below(18)) {
        case 0: {
            EventOpened opened{};
            opened.name = std::string(1, static_cast<char>('a' + below(2)));
            opened.childcare_rooms = {{"Room " + opened.name, {AgeBand::from_4_to_5}, 3}};
            return opened;
        }
        case 1:
        case 2:
            return PersonRegistered{person, any_source(), "row " + std::to_string(below(3)), few_fields()};
        case 3:
            return PersonCorrected{person, few_fields(), any_source()};
        case 4:
            return PeopleMerged{person, one_of_few<PersonId>(4)};
        case 5:
        case 6: {
            CheckedIn body{person, CheckInMethod::found, {}, below(3), below(3)};
            if (below(3) == 0) body.at = at_minute(below(9));
            if (below(2) == 0) {
                body.method = CheckInMethod::paper;
                body.sheet = below(2) + 1;
                body.row = below(2) + 1;
            }
            return body;
        }
        case 7:
            if (below(2) == 0) return CameIn{below(4)};
            return below(3) == 0 ? Body(PeopleCameBack{below(3)}) : Body(PeopleLeft{below(4)});
        case 8:
        case 9:
        case 10:
            return FactUndone{one_of_few<FactId>(facts), "", {}};
        case 11:
            return NeedRaised{person, {below(2) == 0 ? Need::food : Need::ride}};
        case 12:
            return SignedUp{person, below(2) == 0 ? "es" : ""};
        case 13:
            return ConsentGiven{person, below(2) == 0 ? Channel::text : Channel::email, below(2) == 0, "w",
                                "es"};
        case 14: {
            ChildcareRequested body{stay, person, "A"};
            body.code = below(2) == 0 ? "K7MP" : "CCCC";
            return body;
        }
        case 15:
            if (below(2) == 0) return ChildDroppedOff{stay, "Gym", staff};
            return ChildPickedUp{stay, staff, ""};
        case 16:
            return childcare_body(stay, staff, facts);
        default:
            if (below(2) == 0) return taking_part_body(person, staff);
            switch (below(4)) {
                case 0:
                    return label_body(staff);
                case 1:
                    return StaffAdded{staff, "S", below(2) == 0 ? StaffRole::lead : StaffRole::volunteer,
                                      "h"};
                case 2:
                    return UploadAnswered{one_of_few<FactId>(facts), below(2) == 0 ? "rejected" : "accepted",
                                          ""};
                default:
                    return EventClosed{};
            }
    }
}

}  // namespace

std::string Filler::text() {
    static constexpr std::array<const char*, 10> k_bits = {"a",      "Zoë", "\"", "\\",   "\n",
                                                           "李小龍", "علي", "😀",  "\x01", " "};
    std::string all;
    for (int i = below(5); i > 0; --i) all += k_bits[static_cast<std::size_t>(below(k_bits.size()))];
    return all;
}

Body any_body() {
    return any_of(static_cast<std::size_t>(below(static_cast<int>(std::variant_size_v<Body>))));
}

std::vector<sync::Fact> any_evening(bool ids_used_twice) {
    const int how_many = below(30) + 1;
    std::vector<sync::Fact> facts;
    std::array<std::uint64_t, 3> seqs{};
    for (int number = 1; number <= how_many; ++number) {
        const auto tablet = static_cast<std::size_t>(below(3));
        const bool again = ids_used_twice && below(8) == 0;
        const auto id =
            again ? one_of_few<FactId>(how_many) : id_of<FactId>(static_cast<std::uint64_t>(number));
        const auto written = draft(id, few_body(how_many));
        const auto wall = at_minute(below(10));
        sync::Fact fact{.id = id,
                        .device = device_id(static_cast<std::uint8_t>(tablet + 1)),
                        .device_seq = ++seqs[tablet],
                        // Small, so that stamps lie close and clocks run apart.
                        .time = {below(12), static_cast<std::uint16_t>(below(2))},
                        .wall = wall,
                        .event = {},
                        .kind = written.kind,
                        .body = written.body};
        if (below(12) == 0) fact.kind = "tomorrows_kind";
        if (below(6) == 0 && !facts.empty()) {
            auto inner = facts[static_cast<std::size_t>(below(static_cast<int>(facts.size())))];
            if (ids_used_twice && below(2) == 0) inner.body = "{}";  // As the service hands it on.
            const auto wrapping = draft(id, FactRelayed{inner});
            fact.kind = wrapping.kind;
            fact.body = wrapping.body;
        }
        facts.push_back(fact);
    }
    return facts;
}

}  // namespace welcome::kiosk::event::test
